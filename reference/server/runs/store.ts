import type { RestoreRun } from "../../../src/restore/run/run.js";
import { type RunEvent, transition } from "../../../src/restore/run/transition.js";
import type { Db, Tx } from "../database/schema.js";
import { type Answer, answered, notFound, refused, revisionMoved } from "../http/problems.js";
import { transitionRefused } from "../http/refusals.js";
import { changedColumns, columnsOf, runOf } from "./rows.js";

/** Reads a run of a workspace; null where the workspace does not have it. */
export async function readRun(db: Db | Tx, workspaceId: string, id: string): Promise<RestoreRun | null> {
  const row = await db
    .selectFrom("restore_runs")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : runOf(row);
}

/** Takes a run for the rest of the transaction, and refuses where it moved on since the caller read it. */
export async function lockRun(
  tx: Tx,
  workspaceId: string,
  id: string,
  revision: number | null,
): Promise<Answer<RestoreRun>> {
  const row = await tx
    .selectFrom("restore_runs")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refused(notFound);
  if (revision !== null && row.revision !== revision) return refused(revisionMoved(row.revision));
  return answered(runOf(row));
}

/** Stores a new run. */
export async function insertRun(tx: Tx, run: RestoreRun): Promise<void> {
  await tx.insertInto("restore_runs").values(columnsOf(run)).execute();
}

/** Applies one event to a run that this transaction holds. Every change of a run comes through here. */
export async function applyEvent(tx: Tx, run: RestoreRun, event: RunEvent, at: string): Promise<Answer<RestoreRun>> {
  const result = transition(run, event, at);
  if (!result.ok) return refused(transitionRefused(result.refusal));
  await tx.updateTable("restore_runs").set(changedColumns(run, result.run)).where("id", "=", run.id).execute();
  return answered(result.run);
}
