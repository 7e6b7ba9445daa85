import { checksBasis } from "../../../src/restore/run/basis.js";
import { identityCandidates } from "../../../src/restore/rules/identity-candidates.js";
import { runChecks, summariseFindings } from "../../../src/restore/rules/checks.js";
import type { Handler } from "../http/handlers.js";
import { refused } from "../http/problems.js";
import { recordEvidence } from "../runs/record-evidence.js";
import { factsIncomplete, refreshFacts } from "../runs/refresh.js";
import { lockRun } from "../runs/store.js";
import { answerRun } from "./runs.js";

export const checks: Handler<"checks"> = async ({ context, identity, params, revision }) => {
  const fresh = await refreshFacts(context, identity.operator, { ...params, revision });
  if (!fresh.ok) return fresh;
  const { facts, catalogue, directory, itemsInScope, limits, policies, readAt } = fresh.value;
  if (facts.dependencies === null || facts.backupSet === null) return refused(factsIncomplete);
  const basis = checksBasis(facts);
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
  const findings = runChecks(inputs);
  const candidates = identityCandidates(inputs, findings);
  const summary = summariseFindings(findings);
  const recorded = await context.db.transaction().execute(async (tx) => {
    // The findings answer the basis that was read; if it has moved, they show themselves invalidated.
    const locked = await lockRun(tx, params.workspace, params.run, null);
    if (!locked.ok) return locked;
    const event = {
      event: "checks_completed",
      checks: { basis, capturedAt: readAt, findings, summary, candidates },
    } as const;
    return recordEvidence(context, tx, locked.value, identity.operator, event, { summary: { ...summary } });
  });
  return recorded.ok ? answerRun(context, identity.operator, recorded.value) : recorded;
};
