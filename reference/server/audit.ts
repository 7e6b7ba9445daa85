import type { AuditMark } from "../../src/restore/run/facts.js";
import type { Actor } from "../../src/restore/run/run.js";
import type { JsonValue } from "../../src/safety/index.js";
import type { AuditEntry } from "../api/audit.js";
import { entryHash } from "../verify/audit-chain.js";
import { type Db, json, moment, type Tx } from "./database/schema.js";

/** What happened, for the trail that the database refuses to change (RW-15). */
export interface AuditEvent {
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

/**
 * Writes one entry in the transaction of what it tells of, and chains it to the last one of its workspace. The workspace is
 * held until the transaction ends, so that of two writers the second continues the first: a transaction takes every other
 * lock that it needs before it records.
 */
export async function record(tx: Tx, { at, workspaceId, actor, detail, ...told }: AuditEvent): Promise<void> {
  await tx.selectFrom("workspaces").select("id").where("id", "=", workspaceId).forNoKeyUpdate().execute();
  const last = await tx
    .selectFrom("audit_events")
    .select(["sequence", "hash"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const entry = {
    ...told,
    sequence: last === undefined ? 1 : Number(last.sequence) + 1,
    // As it is read again, in whatever way the caller spelled it.
    at: new Date(at).toISOString(),
    workspaceId,
    actor: { id: actor.id, name: actor.name },
    detail: JSON.parse(json(detail)) as JsonValue,
    previousHash: last?.hash ?? null,
  };
  await tx
    .insertInto("audit_events")
    .values({
      sequence: entry.sequence,
      at: entry.at,
      workspace_id: workspaceId,
      environment_id: entry.environmentId,
      restore_run_id: entry.restoreRunId,
      actor: json(entry.actor),
      event: entry.event,
      detail: json(entry.detail),
      previous_hash: entry.previousHash,
      hash: entryHash(entry),
    })
    .execute();
}

/** The trail of a workspace as it stands when the reading begins, entry by entry. No connection is held between pages. */
export async function* readTrail(db: Db, workspaceId: string, entriesAtOnce = 500): AsyncGenerator<AuditEntry> {
  const entries = db.selectFrom("audit_events").where("workspace_id", "=", workspaceId);
  const { head } = await entries.select((column) => column.fn.max("sequence").as("head")).executeTakeFirstOrThrow();
  for (let after = 0; after < Number(head ?? 0); after += entriesAtOnce) {
    const rows = await entries
      .selectAll()
      .where("sequence", ">", String(after))
      .where("sequence", "<=", String(Math.min(after + entriesAtOnce, Number(head))))
      .orderBy("sequence")
      .execute();
    for (const row of rows) {
      yield {
        sequence: Number(row.sequence),
        at: moment(row.at),
        workspaceId: row.workspace_id,
        environmentId: row.environment_id,
        restoreRunId: row.restore_run_id,
        actor: row.actor,
        event: row.event,
        detail: row.detail,
        previousHash: row.previous_hash,
        hash: row.hash,
      };
    }
  }
}

/** The last entry about a run; null where there is none. */
export async function lastEntryOf(db: Db | Tx, runId: string): Promise<AuditMark | null> {
  const row = await db
    .selectFrom("audit_events")
    .select(["sequence", "hash"])
    .where("restore_run_id", "=", runId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { sequence: Number(row.sequence), hash: row.hash };
}
