import { checksBasis } from "../../../src/restore/run/basis.js";
import { identityChoices } from "../../../src/restore/rules/identity-candidates.js";
import { itemChecker, summariseFindings } from "../../../src/restore/rules/checks.js";
import { inSteps } from "../in-steps.js";
import { inBoth } from "../http/german-problems.js";
import { factsIncomplete } from "../runs/needs.js";
import type { Assessed, ReadFacts } from "./assess.js";

/** What the checks find in a run and a target that were just read. */
export async function assessChecks({
  facts,
  catalogue,
  directory,
  itemsInScope,
  policies,
  limits,
  readAt,
}: ReadFacts): Promise<Assessed> {
  if (facts.dependencies === null || facts.backupSet === null)
    return { ok: false, problem: inBoth(() => factsIncomplete) };
  const inputs = {
    items: itemsInScope,
    policies,
    limits,
    backupCapturedAt: facts.backupSet.capturedAt,
    dependencies: facts.dependencies,
    restoreMode: facts.run.restoreMode,
    catalogue,
    identityDecisions: facts.run.identityDecisions,
    directory,
  };
  const findings = (await inSteps(itemsInScope, itemChecker(inputs))).flat();
  const summary = summariseFindings(findings);
  const choices = identityChoices(inputs, findings);
  return {
    ok: true,
    event: {
      event: "checks_completed",
      checks: { basis: checksBasis(facts), capturedAt: readAt, findings, summary, ...choices },
    },
    detail: { summary: { ...summary } },
    store: async () => {},
  };
}
