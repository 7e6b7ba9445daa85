import type { OperationOutcome } from "../../../src/restore/run/operation.js";
import type { ItemOutcome, RunResults } from "../../../src/restore/run/outcome.js";
import type { OutcomeReason, RecordedReason } from "../../../src/restore/run/outcome-reason.js";
import type { RunEvent } from "../../../src/restore/run/events.js";
import { countOutcomes, finalStatus } from "../../../src/restore/rules/outcome.js";
import { record, system } from "../audit.js";
import type { WorkContext } from "../context.js";
import { isBroughtBack } from "../restored-copy.js";
import { operationOf } from "../runs/rows.js";
import { applyEvent, lockRun } from "../runs/store.js";
import { readAttempts, recordResult } from "./attempts.js";
import type { ItemResult } from "./execute-item.js";
import type { Lease } from "./lease.js";
import { queueSnapshot } from "./snapshots.js";
import type { OperationRow } from "./start-operation.js";

/** Writes down what became of an item, with the operation's progress. */
export async function finishItem(
  context: WorkContext,
  lease: Lease,
  operation: OperationRow,
  { result, targetId }: ItemResult,
): Promise<void> {
  const at = context.now();
  await context.db.transaction().execute(async (tx) => {
    await lease.keep(tx);
    await recordResult(tx, { operationId: operation.id, itemId: result.itemId, at, result, targetId });
    await tx
      .updateTable("operations")
      // What is being brought to an end stays so, whoever goes on with that.
      .set((column) => ({ done: column("done", "+", 1), ...(lease.isTooOften ? {} : { times_begun: 0 }) }))
      .where("id", "=", operation.id)
      .execute();
    await record(tx, {
      at,
      workspaceId: operation.workspace_id,
      environmentId: operation.environment_id,
      restoreRunId: operation.restore_run_id,
      actor: system,
      event: "item_finished",
      detail: { itemId: result.itemId, outcome: result.outcome, reason: codeOf(result.reason), targetId },
    });
  });
}

/** Ends the run and its operation in one transaction, and asks for evidence where anything may have been written. */
export async function finishOperation(
  context: WorkContext,
  lease: Lease,
  operation: OperationRow,
  items: readonly ItemOutcome[],
  problem: OutcomeReason | null,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, operation.workspace_id, operation.restore_run_id, null);
    await lease.keep(tx);
    const present = await tx
      .selectFrom("operations")
      .selectAll()
      .where("id", "=", operation.id)
      .executeTakeFirstOrThrow();
    if (!locked.ok) return;
    const broughtBack = isBroughtBack(present.cancel_requested_by);
    const attempted = [...(await readAttempts(tx, operation.id)).values()].some((item) => item.intents.size > 0);
    const results: RunResults = { counts: countOutcomes(items), items };
    // What was written since the copy was made is in no record of ours.
    const attemptedWrites = attempted || broughtBack;
    const by = present.cancel_requested_by?.name ?? null;
    // A cancellation that came after the last item stopped nothing, so the run ends as it did.
    const left = items.some((item) => item.outcome === "skipped" && item.skipReason === null);
    const stopped = by !== null && (broughtBack || left);
    const event: RunEvent = stopped
      ? { event: "cancelled", reason: { code: "cancelled_by", name: by }, attemptedWrites, results }
      : { event: "execution_finished", status: finalStatus(items), results, reason: problem };
    const at = context.now();
    const finished = await applyEvent(tx, locked.value, event, { at, by: system });
    if (!finished.ok) throw new Error(`Operation ${operation.id} could not be finished: ${finished.problem.code}`);
    const status = finished.value.execution?.status ?? null;
    const row = await tx
      .updateTable("operations")
      .set({ status: "finished", outcome: outcomeFor(status), finished_at: at, worker: null, lease_until: null })
      .where("id", "=", operation.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await record(tx, {
      at,
      workspaceId: operation.workspace_id,
      environmentId: operation.environment_id,
      restoreRunId: operation.restore_run_id,
      actor: system,
      event: "execution_finished",
      detail: { operationId: operation.id, status, counts: { ...results.counts } },
    });
    if (attemptedWrites || status === "completed") await queueSnapshot(context, tx, operationOf(row));
  });
}

/** The trail keeps the code of a reason; its data stands with the outcome. */
function codeOf(reason: RecordedReason | null): string | null {
  return typeof reason === "object" && reason !== null ? reason.code : reason;
}

function outcomeFor(status: string | null): OperationOutcome {
  if (status === "completed") return "succeeded";
  return status === "cancelled" || status === "failed" ? status : "partial";
}
