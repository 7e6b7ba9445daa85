import { restoreBasis } from "../../../src/restore/run/basis.js";
import { runChecks, summariseFindings } from "../../../src/restore/rules/checks.js";
import { record } from "../audit.js";
import type { Handler } from "../http/handlers.js";
import { refused } from "../http/problems.js";
import { factsIncomplete, refreshFacts } from "../runs/refresh.js";
import { applyEvent, lockRun } from "../runs/store.js";
import { answerRun } from "./runs.js";

export const checks: Handler<"checks"> = async ({ context, identity, params, revision }) => {
  const fresh = await refreshFacts(context, identity.operator, { ...params, revision });
  if (!fresh.ok) return fresh;
  const { facts, catalogue, itemsInScope, policies } = fresh.value;
  if (facts.dependencies === null || facts.backupSet === null) return refused(factsIncomplete);
  const basis = restoreBasis(facts);
  const findings = runChecks({
    items: itemsInScope,
    policies,
    backupCapturedAt: facts.backupSet.capturedAt,
    dependencies: facts.dependencies,
    restoreMode: facts.run.restoreMode,
    catalogue,
  });
  const summary = summariseFindings(findings);
  const at = context.now();
  const recorded = await context.db.transaction().execute(async (tx) => {
    // Whatever changed meanwhile, the findings are recorded with the basis they answer, and show themselves invalidated.
    const locked = await lockRun(tx, params.workspace, params.run, null);
    if (!locked.ok) return locked;
    const evidence = { basis, capturedAt: at, findings, summary };
    const run = await applyEvent(tx, locked.value, { event: "checks_completed", checks: evidence }, at);
    if (!run.ok) return run;
    await record(tx, {
      at,
      workspaceId: run.value.workspaceId,
      environmentId: run.value.environmentId,
      restoreRunId: run.value.id,
      actor: identity.operator,
      event: "checks_completed",
      detail: { fingerprint: basis.fingerprint, summary: { ...summary } },
    });
    return run;
  });
  return recorded.ok ? answerRun(context, identity.operator, recorded.value) : recorded;
};
