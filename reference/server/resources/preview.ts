import type { HostProblem } from "../../../src/restore/ports.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { planRestore } from "../../../src/restore/rules/plan.js";
import { previewOf } from "../../../src/restore/rules/preview.js";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import { record } from "../audit.js";
import type { Handler } from "../http/handlers.js";
import { problem, refused } from "../http/problems.js";
import { reasonsOf } from "../http/refusals.js";
import { storePreviewedItems } from "../runs/previewed-items.js";
import { storePreviewedReferences } from "../runs/previewed-references.js";
import { loadFacts } from "../runs/facts.js";
import { factsIncomplete, refreshFacts } from "../runs/refresh.js";
import { applyEvent, lockRun, readRun } from "../runs/store.js";
import { answerRun } from "./runs.js";

export const preview: Handler<"preview"> = async ({ context, identity, params, revision }) => {
  // Asked of what is stored first: a preview that cannot be generated anyway leaves the run as the caller knows it.
  const stored = await readRun(context.db, params.workspace, params.run);
  if (stored !== null && stored.revision === revision && stored.execution === null) {
    const early = previewClosed((await loadFacts(context, context.db, stored, identity.operator)).facts);
    if (early !== null) return refused(early);
  }
  const fresh = await refreshFacts(context, identity.operator, { ...params, revision });
  if (!fresh.ok) return fresh;
  const { facts, catalogue, directory, itemsInScope, policies } = fresh.value;
  const closed = previewClosed(facts);
  if (closed !== null) return refused(closed);
  const { dependencies } = facts;
  if (dependencies === null) return refused(factsIncomplete);
  const basis = restoreBasis(facts);
  const plan = planRestore({
    items: itemsInScope,
    policies,
    dependencies,
    restoreMode: facts.run.restoreMode,
    catalogue,
    directory,
  });
  const { summary, items } = previewOf(plan);
  const at = context.now();
  const recorded = await context.db.transaction().execute(async (tx) => {
    // Whatever changed meanwhile, the preview is recorded with the basis it answers, and shows itself invalidated.
    const locked = await lockRun(tx, params.workspace, params.run, null);
    if (!locked.ok) return locked;
    const evidence = { basis, capturedAt: at, summary, items };
    const run = await applyEvent(tx, locked.value, { event: "preview_completed", preview: evidence }, at);
    if (!run.ok) return run;
    await storePreviewedItems(tx, run.value.id, plan);
    await storePreviewedReferences(tx, run.value.id, dependencies);
    await record(tx, {
      at,
      workspaceId: run.value.workspaceId,
      environmentId: run.value.environmentId,
      restoreRunId: run.value.id,
      actor: identity.operator,
      event: "preview_completed",
      detail: { fingerprint: basis.fingerprint, policiesWritten: summary.blastRadius.policiesWritten },
    });
    return run;
  });
  return recorded.ok ? answerRun(context, identity.operator, recorded.value) : recorded;
};

/** Answers: may a preview be generated now? Every gate before it must be complete (PF-13). */
function previewClosed(facts: RestoreFacts): HostProblem | null {
  const gates = restoreGates(facts);
  const earlier = gates.slice(
    0,
    Math.max(
      0,
      gates.findIndex((gate) => gate.id === "preview"),
    ),
  );
  const blockers = earlier.flatMap((gate) => (gate.verdict === "complete" ? [] : gate.blockers));
  if (blockers.length === 0 && earlier.length > 0) return null;
  return problem(
    409,
    "preview_blocked",
    "Preview is blocked",
    "A preview is generated once every gate before it is complete.",
    reasonsOf(blockers),
  );
}
