import type { HostProblem } from "../../../src/restore/ports.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { previewItem, previewSummary } from "../../../src/restore/rules/preview.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import { inSteps } from "../in-steps.js";
import { inBoth } from "../http/german-problems.js";
import { problem } from "../http/problems.js";
import { reasonsOf } from "../http/refusals.js";
import { factsIncomplete } from "../runs/needs.js";
import { previewedItems, storePreviewedItems } from "../runs/previewed-items.js";
import { storePreviewedReferences } from "../runs/previewed-references.js";
import type { Assessed, ReadFacts } from "./assess.js";
import { planInSteps } from "./plan-in-steps.js";

/** What a run would do to a target that was just read. */
export async function assessPreview(read: ReadFacts): Promise<Assessed> {
  const { facts, catalogue, directory, itemsInScope, limits, policies, readAt } = read;
  if (previewClosed(facts, "en") !== null)
    return { ok: false, problem: inBoth((language) => previewClosed(facts, language) ?? factsIncomplete) };
  const { dependencies } = facts;
  if (dependencies === null) return { ok: false, problem: inBoth(() => factsIncomplete) };
  const plan = await planInSteps({
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
  const summary = previewSummary(plan);
  const items = await inSteps(plan, previewItem);
  const previewed = await previewedItems(plan);
  return {
    ok: true,
    event: {
      event: "preview_completed",
      preview: { basis: restoreBasis(facts), capturedAt: readAt, summary, items },
    },
    detail: { policiesWritten: summary.blastRadius.policiesWritten },
    store: async (tx) => {
      await storePreviewedItems(tx, facts.run.id, previewed);
      await storePreviewedReferences(tx, facts.run.id, dependencies);
    },
  };
}

/** Answers: may a preview be generated now? Every gate before it must be complete (PF-13). null where it may. */
export function previewClosed(facts: RestoreFacts, language: RestoreLanguage): HostProblem | null {
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
