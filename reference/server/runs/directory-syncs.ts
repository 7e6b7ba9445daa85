import type { DirectorySync } from "../../../src/restore/run/target.js";
import { type Db, moment, nullableMoment, type Tx } from "../database/schema.js";

/** The fresh reading of an environment's directory that was asked for last; null where nobody asked for one. */
export async function lastDirectorySync(db: Db | Tx, environmentId: string): Promise<DirectorySync | null> {
  const row = await db
    .selectFrom("directory_syncs")
    .selectAll()
    .where("environment_id", "=", environmentId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    state: row.state,
    requestedAt: moment(row.requested_at),
    requestedBy: row.requested_by,
    finishedAt: nullableMoment(row.finished_at),
    changed: row.changed,
    problem: row.problem,
  };
}
