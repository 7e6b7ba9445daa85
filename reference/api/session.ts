import { z } from "zod";

/** A moment, RFC 3339. */
export const timestampSchema = z.iso.datetime({ offset: true });

export const capabilitySchema = z.enum([
  "restore.prepare",
  "restore.execute",
  "operation.view",
  "evidence.view",
  "audit.export",
]);

export const actorSchema = z.object({ id: z.string(), name: z.string() });

export const operatorSchema = z.object({
  id: z.string(),
  name: z.string(),
  capabilities: z.array(capabilitySchema),
});

/** Who is asking, and where they may work. */
export const sessionSchema = z.object({
  operator: operatorSchema,
  /** Workspaces that the operator is a member of. */
  workspaces: z.array(z.string()),
  /** True where anybody on this machine may choose an identity. */
  demo: z.boolean(),
});

/** The process answers; a probe that gets no such answer may start it anew. */
export const liveSchema = z.object({ status: z.literal("live") });

/** The server takes requests; a probe that gets no such answer sends them elsewhere. */
export const readySchema = z.object({ status: z.literal("ready") });

export const healthSchema = z.object({
  status: z.literal("ok"),
  /** True where the database is embedded in this process. */
  embeddedDatabase: z.boolean(),
});
