import type { HostProblem } from "../../../src/restore/ports.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { planRestore } from "../../../src/restore/rules/plan.js";
import { previewOf } from "../../../src/restore/rules/preview.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import type { Handler } from "../http/handlers.js";
import { problem, refused } from "../http/problems.js";
import { reasonsOf } from "../http/refusals.js";
import { storePreviewedItems } from "../runs/previewed-items.js";
import { storePreviewedReferences } from "../runs/previewed-references.js";
import { loadFacts } from "../runs/facts.js";
import { recordEvidence } from "../runs/record-evidence.js";
import { factsIncomplete, refreshFacts } from "../runs/refresh.js";
import { lockRun, readRun } from "../runs/store.js";
import { answerRun } from "./runs.js";

export const preview: Handler<"preview"> = async ({ context, identity, params, revision, language }) => {
  // Asked of what is stored first: a preview that cannot be generated anyway leaves the run as the caller knows it.
  const stored = await readRun(context.db, params.workspace, params.run);
  if (stored !== null && stored.revision === revision && stored.execution === null) {
    const early = previewClosed((await loadFacts(context, context.db, stored, identity.operator)).facts, language);
    if (early !== null) return refused(early);
  }
  const fresh = await refreshFacts(context, identity.operator, { ...params, revision });
  if (!fresh.ok) return fresh;
  const { facts, catalogue, directory, itemsInScope, limits, policies, readAt } = fresh.value;
  const closed = previewClosed(facts, language);
  if (closed !== null) return refused(closed);
  const { dependencies } = facts;
  if (dependencies === null) return refused(factsIncomplete);
  const basis = restoreBasis(facts);
  const plan = planRestore({
    items: itemsInScope,
    policies,
    limits,
    dependencies,
    restoreMode: facts.run.restoreMode,
    catalogue,
    identityDecisions: facts.run.identityDecisions,
    acceptances: facts.run.acceptances,
    directory,
  });
  const { summary, items } = previewOf(plan);
  const recorded = await context.db.transaction().execute(async (tx) => {
    // The preview answers the basis that was read; if it has moved, it shows itself invalidated.
    const locked = await lockRun(tx, params.workspace, params.run, null);
    if (!locked.ok) return locked;
    const event = { event: "preview_completed", preview: { basis, capturedAt: readAt, summary, items } } as const;
    const run = await recordEvidence(context, tx, locked.value, identity.operator, event, {
      policiesWritten: summary.blastRadius.policiesWritten,
    });
    if (!run.ok) return run;
    await storePreviewedItems(tx, run.value.id, plan);
    await storePreviewedReferences(tx, run.value.id, dependencies);
    return run;
  });
  return recorded.ok ? answerRun(context, identity.operator, recorded.value) : recorded;
};

/** Answers: may a preview be generated now? Every gate before it must be complete (PF-13). */
function previewClosed(facts: RestoreFacts, language: RestoreLanguage): HostProblem | null {
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
    reasonsOf(blockers, language),
  );
}
