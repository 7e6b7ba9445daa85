import type { PreviewItem } from "../../../src/restore/run/evidence.js";
import type { Actor, RestoreRun } from "../../../src/restore/run/run.js";
import type { ItemOutcome } from "../../../src/restore/run/outcome.js";
import type { OutcomeReason } from "../../../src/restore/run/outcome-reason.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import type { PlannedItem } from "../../../src/restore/rules/plan.js";
import type { WorkContext } from "../context.js";
import { readPreviewedItem } from "../runs/previewed-items.js";
import { isBroughtBack } from "../restored-copy.js";
import { readRun } from "../runs/store.js";
import { type ItemAttempts, readAttempts, recordIntent, recordOutcome } from "./attempts.js";
import { type AttemptLog, executeItem, type ItemResult } from "./execute-item.js";
import { finishItem, finishOperation } from "./finish.js";
import { notKnown, notWritten } from "./item-outcome.js";
import { type Lease, mostBeginnings, underLease } from "./lease.js";
import { otherTarget, prepare, withoutTarget } from "./prepare.js";
import { reachTarget, WriteBroken } from "./reach-target.js";
import { recordedPhases, reconcileItem } from "./reconcile.js";
import { type OperationRow, startOperation } from "./start-operation.js";

/** Executes a queued operation, or goes on with one that a worker left; safe to call any number of times. */
export function executeOperation(context: WorkContext, operationId: string): Promise<void> {
  return underLease(context, "operations", operationId, (lease) => executeUnder(context, lease, operationId));
}

async function executeUnder(context: WorkContext, lease: Lease, operationId: string): Promise<void> {
  const operation = await startOperation(context, lease, operationId);
  if (operation === null) return;
  const run = await readRun(context.db, operation.workspace_id, operation.restore_run_id);
  if (run === null) throw new Error(`Operation ${operationId} belongs to no run.`);
  const target = reachTarget(context, operation.target_key);
  const attempts = await readAttempts(context.db, operationId);
  const prepared = lease.isTooOften
    ? await withoutTarget(context, run, { code: "interrupted_each_time", times: mostBeginnings })
    : await prepare(context, run, target, attempts);
  await context.db.transaction().execute(async (tx) => {
    await lease.keep(tx);
    await tx.updateTable("operations").set({ total: prepared.items.length }).where("id", "=", operationId).execute();
  });

  const previewItems = new Map(run.preview?.items.map((previewItem) => [previewItem.itemId, previewItem]));
  const results: ItemOutcome[] = [];
  for (const { item, planned } of prepared.items) {
    if (context.jobs.stopping()) return;
    const before = attempts.get(item.id) ?? null;
    const earlier = before?.result ?? null;
    if (earlier !== null) {
      results.push(earlier);
      continue;
    }
    const cancelledBy = await cancelRequestedBy(context, operationId);
    const result = await decide(context, lease, operation, run, target, {
      item,
      planned,
      previewItem: previewItems.get(item.id) ?? null,
      before,
      stop: prepared.problem,
      cancelledBy,
    });
    await finishItem(context, lease, operation, result);
    results.push(result.result);
  }
  await finishOperation(context, lease, operation, results, prepared.problem);
  context.jobs.wake();
}

interface ItemSituation {
  readonly item: PlannedItem["item"];
  /** null where no plan could be made. */
  readonly planned: PlannedItem | null;
  readonly previewItem: PreviewItem | null;
  readonly before: ItemAttempts | null;
  /** Why nothing more may be written; null while it may. */
  readonly stop: OutcomeReason | null;
  readonly cancelledBy: Actor | null;
}

async function decide(
  context: WorkContext,
  lease: Lease,
  operation: OperationRow,
  run: RestoreRun,
  target: TargetPort,
  { item, planned, previewItem, before, stop, cancelledBy }: ItemSituation,
): Promise<ItemResult> {
  if (before === null && isBroughtBack(cancelledBy))
    return { result: notKnown(item, { code: "record_brought_back" }), targetId: null };
  // What stops the writing also makes what the target holds no answer to what was written: it may be another tenant's.
  const comparable = planned !== null && (before === null || stop === null);
  if (!comparable) return { result: notCompared(item, before, stop), targetId: before?.targetId ?? null };
  if (before !== null) return reconcileItem(target, planned, before);
  if (cancelledBy !== null) {
    return {
      result: notWritten(item, "skipped", { code: "cancelled_before_item", name: cancelledBy.name }),
      targetId: null,
    };
  }
  const problem = stop ?? (planned.action === "skip" ? null : await otherTarget(run, target));
  if (problem !== null) return { result: notWritten(item, "failed", problem), targetId: null };
  const row = () => ({ operationId: operation.id, itemId: item.id, at: context.now() });
  const previewed = await readPreviewedItem(context.db, run.id, item.id);
  const log: AttemptLog = {
    intent: (phase, targetId) => recordIntent(context.db, lease, { ...row(), phase, targetId }),
    outcome: (phase, { outcome, reason }, targetId) =>
      recordOutcome(context.db, lease, { ...row(), phase, outcome, reason, targetId }),
  };
  try {
    return await executeItem({ target, planned, previewItem, previewed, log });
  } catch (error) {
    if (!(error instanceof WriteBroken)) throw error;
    return lookFor(context, operation, run, target, planned);
  }
}

/** Answers: what became of a write that the target broke off? It is looked for there, and never repeated. */
async function lookFor(
  context: WorkContext,
  operation: OperationRow,
  run: RestoreRun,
  target: TargetPort,
  planned: PlannedItem,
): Promise<ItemResult> {
  const attempts = await readAttempts(context.db, operation.id);
  const before = attempts.get(planned.item.id);
  if (before === undefined) throw new Error(`Operation ${operation.id} wrote something that it did not announce.`);
  const mayBeNew = before.targetId === null && before.intents.get("settings")?.targetId === null;
  // What may have been created has no id yet, so it is matched like everything that the target lists.
  const { items, problem } = mayBeNew
    ? await prepare(context, run, target, attempts)
    : { items: [{ item: planned.item, planned }], problem: await otherTarget(run, target) };
  const now = items.find(({ item }) => item.id === planned.item.id)?.planned ?? null;
  return now === null || problem !== null
    ? { result: notCompared(planned.item, before, problem), targetId: before.targetId }
    : reconcileItem(target, now, before);
}

/** An item that was begun and cannot be compared now is not known; one that was not begun has failed. */
function notCompared(item: PlannedItem["item"], before: ItemAttempts | null, stop: OutcomeReason | null): ItemOutcome {
  const result = notWritten(item, "failed", stop ?? { code: "target_not_readable" });
  return before === null ? result : { ...result, outcome: "unknown", phases: recordedPhases(item, before) };
}

async function cancelRequestedBy(context: WorkContext, operationId: string): Promise<Actor | null> {
  const row = await context.db
    .selectFrom("operations")
    .select("cancel_requested_by")
    .where("id", "=", operationId)
    .executeTakeFirst();
  return row?.cancel_requested_by ?? null;
}
