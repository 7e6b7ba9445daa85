import type { RestoreRun } from "../../../src/restore/run/run.js";
import { record } from "../audit.js";
import type { Identity, ServerContext } from "../context.js";
import { json, type Tx } from "../database/schema.js";
import type { Handler } from "../http/handlers.js";
import { type Answer, answered, capabilityMissing, refused } from "../http/problems.js";
import { endAssessment, lastAssessment } from "../runs/assessments.js";
import { isBroughtBack } from "../restored-copy.js";
import { applyEvent, lockRun } from "../runs/store.js";
import { answerRun } from "./runs.js";

/** Cancels a run at once, or asks the worker that executes it to stop after the item it is at (RW-12). */
export const cancel: Handler<"cancel"> = async (call) => {
  const { context, identity, params, revision } = call;
  const cancelled = await context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, params.workspace, params.run, revision);
    return locked.ok ? cancelLocked(context, tx, identity, locked.value) : locked;
  });
  return cancelled.ok ? answerRun(call, cancelled.value) : cancelled;
};

async function cancelLocked(
  context: ServerContext,
  tx: Tx,
  identity: Identity,
  run: RestoreRun,
): Promise<Answer<RestoreRun>> {
  // Whoever may not start a restore may not stop one either; a draft is theirs to drop.
  if (run.execution !== null && !identity.operator.capabilities.includes("restore.execute")) {
    return refused(capabilityMissing);
  }
  const operation = await tx
    .selectFrom("operations")
    .select("cancel_requested_by")
    .where("restore_run_id", "=", run.id)
    .where("status", "!=", "finished")
    .executeTakeFirst();
  // It writes nothing more already, and what it wrote before stays not known, whoever else stops it.
  if (isBroughtBack(operation?.cancel_requested_by ?? null)) return answered(run);
  const at = context.now();
  const { id, name } = identity.operator;
  const entry = {
    at,
    workspaceId: run.workspaceId,
    environmentId: run.environmentId,
    restoreRunId: run.id,
    actor: identity.operator,
  };
  if (run.execution?.status === "running") {
    await tx
      .updateTable("operations")
      .set({ cancel_requested_by: json({ id, name }) })
      .where("restore_run_id", "=", run.id)
      .where("status", "!=", "finished")
      .execute();
    await record(tx, { ...entry, event: "cancel_requested", detail: {} });
    return answered(run);
  }
  const cancelled = await applyEvent(
    tx,
    run,
    { event: "cancelled", reason: { code: "cancelled_by", name }, attemptedWrites: false, results: null },
    { at, by: identity.operator },
  );
  if (!cancelled.ok) return cancelled;
  // What was being read for it, nobody waits for any more.
  const assessment = await lastAssessment(tx, run.id);
  if (assessment !== undefined) await endAssessment(tx, assessment.id, at);
  await tx
    .updateTable("operations")
    .set({ status: "finished", outcome: "cancelled", finished_at: at, worker: null, lease_until: null })
    .where("restore_run_id", "=", run.id)
    .where("status", "!=", "finished")
    .execute();
  await record(tx, { ...entry, event: "run_cancelled", detail: {} });
  return cancelled;
}
