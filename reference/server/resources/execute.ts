import type { HostProblem, ProblemReason, RunDocument } from "../../../src/restore/ports.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import type { ConfirmationInputs } from "../../../src/restore/run/facts.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import { restoreExecution } from "../../../src/restore/resolvers/gates.js";
import { fingerprintOf } from "../../../src/safety/index.js";
import { record } from "../audit.js";
import type { Identity, ServerContext } from "../context.js";
import type { Tx } from "../database/schema.js";
import type { Handler } from "../http/handlers.js";
import { type Answer, answered, keyReused, notFound, problem, refused, revisionMoved } from "../http/problems.js";
import { reasonsOf, transitionRefused } from "../http/refusals.js";
import { keepAnswer, takeKey } from "../runs/answered-requests.js";
import { holdEnvironment } from "../runs/environments.js";
import { documentOf, loadFacts } from "../runs/facts.js";
import { openOperationOn } from "../runs/operations.js";
import { applyEvent, lockRun } from "../runs/store.js";

/**
 * Queues a real execution, in one transaction with everything that allows it: facts read again, gates evaluated again, the
 * target taken, the operation and the job written (SI-15, RW-16), and the answer kept under the caller's key, so that whoever
 * lost it and asks again gets it again. A refusal lists every reason and is kept in the trail; it uses no key.
 */
export const execute: Handler<"execute"> = async ({ context, identity, params, body, revision, key, language }) => {
  const answer = await context.db.transaction().execute(async (tx): Promise<Answer<RunDocument>> => {
    const locked = await lockRun(tx, params.workspace, params.run, null);
    if (!locked.ok) return locked;
    const run = locked.value;
    const at = context.now();
    const request = {
      workspaceId: run.workspaceId,
      operatorId: identity.operator.id,
      key,
      fingerprint: fingerprintOf({ run: run.id, ...body }),
    };
    const earlier = await takeKey(tx, request, at);
    if (earlier !== null && earlier !== "another_request") return answered(earlier.answer);
    if (earlier === null && run.revision !== revision) return refused(revisionMoved(run.revision));
    const queued =
      earlier === null ? await queue(context, tx, identity, run, { ...body, language }) : refused(keyReused);
    if (!queued.ok) {
      await recordRefusal(context, tx, identity, run, queued.problem);
      return queued;
    }
    const document = documentOf(await loadFacts(context, tx, queued.value, identity.operator), language);
    await keepAnswer(tx, request, at, document);
    return answered(document);
  });
  if (answer.ok) context.jobs.wake();
  return answer;
};

async function queue(
  context: ServerContext,
  tx: Tx,
  identity: Identity,
  run: RestoreRun,
  request: ConfirmationInputs & { readonly fingerprint: string; readonly language: RestoreLanguage },
): Promise<Answer<RestoreRun>> {
  const { reviewedImpact, typedLabel, pasted, fingerprint, language } = request;
  const { facts } = await loadFacts(context, tx, run, identity.operator, { reviewedImpact, typedLabel, pasted });
  const environment = await holdEnvironment(tx, run.workspaceId, run.environmentId);
  if (environment === undefined) return refused(notFound);
  const availability = restoreExecution(facts);
  if (availability.state === "started") {
    return refused(
      transitionRefused({ code: "run_already_left_preparation", status: run.execution?.status ?? "queued" }),
    );
  }
  const present = restoreBasis(facts).fingerprint;
  const reasons: ProblemReason[] =
    availability.state === "unavailable" ? [...reasonsOf(availability.reasons, language)] : [];
  if (fingerprint !== present) reasons.push(basisMoved);
  if (await openOperationOn(tx, environment.target_key)) reasons.push(targetBusy);
  const at = context.now();
  if (reasons.length > 0) return refused(executionBlocked(reasons));

  const operationId = context.newId();
  const inserted = await tx
    .insertInto("operations")
    .values({
      id: operationId,
      workspace_id: run.workspaceId,
      environment_id: run.environmentId,
      restore_run_id: run.id,
      target_key: environment.target_key,
      status: "queued",
      created_at: at,
      done: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  // Somebody else was quicker between the look and the insert; the index decides.
  if (inserted === undefined) return refused(executionBlocked([targetBusy]));
  const event = { event: "execution_queued", operationId, fingerprint, confirmation: facts.confirmation } as const;
  const queued = await applyEvent(tx, run, event, { at, by: identity.operator });
  if (!queued.ok) {
    await tx.deleteFrom("operations").where("id", "=", operationId).execute();
    return queued;
  }
  await record(tx, {
    at,
    workspaceId: run.workspaceId,
    environmentId: run.environmentId,
    restoreRunId: run.id,
    actor: identity.operator,
    event: "execution_queued",
    detail: { operationId, fingerprint: present, typedLabel, pasted, reviewedImpact },
  });
  await context.jobs.enqueue(tx, "restore.execute", { operationId });
  return queued;
}

async function recordRefusal(
  context: ServerContext,
  tx: Tx,
  identity: Identity,
  run: RestoreRun,
  { code, reasons }: HostProblem,
): Promise<void> {
  await record(tx, {
    at: context.now(),
    workspaceId: run.workspaceId,
    environmentId: run.environmentId,
    restoreRunId: run.id,
    actor: identity.operator,
    event: "execution_refused",
    detail: { code, reasons: reasons.map((reason) => reason.code) },
  });
}

function executionBlocked(reasons: readonly ProblemReason[]): HostProblem {
  const detail = "Nothing was queued. Clear every reason, then ask again.";
  return problem(409, "execution_blocked", "Execution is blocked", detail, reasons);
}

const basisMoved: ProblemReason = {
  code: "basis_moved",
  reason: "What you confirmed is not what would be executed now. Load the run again and look at the preview.",
  clearedBy: { step: "preview", anchor: "run-preview" },
};

const targetBusy: ProblemReason = {
  code: "target_busy",
  reason: "Another restore is queued or running on this target. Wait until it has finished.",
  clearedBy: null,
};
