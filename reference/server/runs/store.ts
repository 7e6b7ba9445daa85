import type { Circumstances, RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import { transition } from "../../../src/restore/run/transition.js";
import { readBackupSet } from "../backups/sets.js";
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

/**
 * Takes a run for the rest of the transaction, and refuses where it moved on since the caller read it. Whoever writes down
 * what belongs to the run does not wait for it: its id stays, and a worker that holds its lease would wait for the one who
 * holds the run and wants that lease.
 */
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
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (row === undefined) return refused(notFound);
  if (revision !== null && row.revision !== revision) return refused(revisionMoved(row.revision));
  return answered(runOf(row));
}

/** Stores a new run. */
export async function insertRun(tx: Tx, run: RestoreRun): Promise<void> {
  await tx.insertInto("restore_runs").values(columnsOf(run)).execute();
}

/**
 * Applies one event to a run that this transaction holds. Every change of a run comes through here, with the present facts
 * out of the same transaction, so that no caller can state others (SI-15).
 */
export async function applyEvent(
  tx: Tx,
  run: RestoreRun,
  event: RunEvent,
  cause: Pick<Circumstances, "at" | "by">,
): Promise<Answer<RestoreRun>> {
  const backupSet = run.backupSetId === null ? null : await readBackupSet(tx, run.workspaceId, run.backupSetId);
  const directory = await tx
    .selectFrom("directories")
    .select("version")
    .where("environment_id", "=", run.environmentId)
    .executeTakeFirst();
  const result = transition(run, event, { ...cause, backupSet, directoryVersion: directory?.version ?? null });
  if (!result.ok) return refused(transitionRefused(result.refusal));
  await tx.updateTable("restore_runs").set(changedColumns(run, result.run)).where("id", "=", run.id).execute();
  return answered(result.run);
}
