import type { Actor } from "../../src/restore/run/run.js";
import type { JsonValue } from "../../src/safety/index.js";
import { type Db, json, type Tx } from "./database/schema.js";

/** What happened, for the trail that the database refuses to change (RW-15). */
export interface AuditEntry {
  readonly at: string;
  readonly workspaceId: string;
  readonly environmentId: string | null;
  readonly restoreRunId: string | null;
  readonly actor: Actor;
  readonly event: string;
  readonly detail: JsonValue;
}

/** The worker, where no person acts. */
export const system: Actor = { id: "system", name: "Checkrail" };

/** Writes one entry, in the transaction of what it tells of. */
export async function record(db: Db | Tx, entry: AuditEntry): Promise<void> {
  await db
    .insertInto("audit_events")
    .values({
      at: entry.at,
      workspace_id: entry.workspaceId,
      environment_id: entry.environmentId,
      restore_run_id: entry.restoreRunId,
      actor: json({ id: entry.actor.id, name: entry.actor.name }),
      event: entry.event,
      detail: json(entry.detail),
    })
    .execute();
}
