import { z } from "zod";

/** A managed environment: the record that a target belongs to. */
export const environmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  environment: z.enum(["prod", "test"]),
  tenantId: z.string(),
  restoreRuns: z.int().nonnegative(),
});

export const workspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  environments: z.array(environmentSchema),
  backupSets: z.int().nonnegative(),
});

export type Environment = z.output<typeof environmentSchema>;
export type Workspace = z.output<typeof workspaceSchema>;
