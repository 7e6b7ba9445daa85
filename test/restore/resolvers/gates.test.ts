import { describe, expect, test } from "vitest";
import { presentWorkflow, type WorkflowCopy } from "../../../src/flow/index.js";
import { restoreCopy } from "../../../src/restore/resolvers/copy.js";
import {
  requestedExecution,
  restoreExecution,
  restoreGateDefinitions,
  restoreGates,
} from "../../../src/restore/resolvers/gates.js";
import type { RestoreGateId, RestoreReason } from "../../../src/restore/resolvers/reasons.js";
import { noConfirmation, type RestoreFacts } from "../../../src/restore/run/facts.js";
import { evaluateGates, type GateDefinition } from "../../../src/safety/index.js";
import {
  armed,
  executed,
  mappingRequired,
  freshDraft,
  previewed,
  scenario,
  scenarioContext,
  viewer,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { disagreements } from "../../contract/agreement.js";

function verdicts(facts: RestoreFacts): Record<string, string> {
  return Object.fromEntries(restoreGates(facts).map((gate) => [gate.id, gate.verdict]));
}

function reasons(facts: RestoreFacts): readonly string[] {
  const execution = restoreExecution(facts);
  return execution.state === "unavailable" ? execution.reasons.map(({ reason }) => reason.code) : [];
}

describe("PF-2 the seven gates", () => {
  test("stand in this order", () => {
    expect(restoreGates(freshDraft).map((gate) => gate.id)).toEqual([
      "usable_source_selected",
      "target_selected",
      "scope_dependency_mapping",
      "validation",
      "preview",
      "confirmation",
      "execution_and_evidence",
    ]);
  });
});

describe("PF-3 usable source", () => {
  test("a backup set with a usable item completes the gate", () => {
    expect(verdicts(scenario("source_selected").facts)["usable_source_selected"]).toBe("complete");
  });

  test.each([
    ["source_empty", "backup_set_empty"],
    ["source_metadata_only", "no_usable_items"],
    ["source_quality_not_recorded", "backup_quality_not_recorded"],
    ["fresh_draft", "backup_set_not_selected"],
  ] as const)("%s does not, and says %s", (id, code) => {
    const { facts } = scenario(id);
    expect(verdicts(facts)["usable_source_selected"]).not.toBe("complete");
    expect(reasons(facts)).toContain(code);
  });

  test("a summary of another backup set does not stand in for the selected one", () => {
    expect(reasons(withRun(armed, { backupSetId: "bs_other" }))).toContain("backup_set_not_readable");
  });
});

describe("a backup of another tenant", () => {
  const sourceGate = (facts: RestoreFacts) => restoreGates(facts).find(({ id }) => id === "usable_source_selected");
  const from = (tenantId: string | null, tenantName: string | null): RestoreFacts => ({
    ...armed,
    backupSet: armed.backupSet === null ? null : { ...armed.backupSet, tenantId, tenantName },
  });

  test("may be restored, and never without saying so", () => {
    expect(sourceGate(from("another-tenant", "Fabrikam"))).toMatchObject({
      verdict: "complete",
      notice: { code: "source_of_other_tenant", source: "Fabrikam", target: "Contoso Production" },
    });
  });

  test.each([null, "", " "])("without a name (%j) is told by its id", (name) => {
    expect(sourceGate(from("another-tenant", name))).toMatchObject({ notice: { source: "another-tenant" } });
  });

  test("that does not name its tenant says so too", () => {
    expect(sourceGate(from(null, null))).toMatchObject({ notice: { code: "source_tenant_not_recorded" } });
  });

  test("of the target's own tenant needs no word", () => {
    expect(sourceGate(armed)).toMatchObject({ verdict: "complete", notice: null });
  });
});

describe("PF-17 target selected", () => {
  test("the identity must come from the target and equal the frozen label", () => {
    expect(verdicts(armed)["target_selected"]).toBe("complete");
    expect(reasons(withRun(armed, { targetIdentity: null }))).toContain("target_identity_not_read");
    expect(reasons(scenario("target_differs").facts)).toContain("target_identity_differs");
  });

  test("a tenant of the same name and another id is another target", () => {
    const impostor = { tenantId: "someone-else", label: "Contoso Production", readAt: "2026-11-20T16:31:00Z" };
    expect(reasons(withRun(armed, { targetIdentity: impostor }))).toContain("target_identity_differs");
  });

  test("a target that became somebody else after the preview stops execution", () => {
    const moved = withRun(armed, {
      targetIdentity: { tenantId: armed.run.target.tenantId, label: "Renamed", readAt: "2026-11-20T17:00:00Z" },
    });
    expect(restoreExecution(moved).state).toBe("unavailable");
  });
});

describe("RW-10 execution needs everything at once", () => {
  test("with all of it, execution is available", () => {
    expect(restoreExecution(armed)).toEqual({ state: "available" });
  });

  const without: readonly (readonly [string, RestoreFacts, string])[] = [
    ["a backup set", withRun(armed, { backupSetId: null }), "backup_set_not_selected"],
    ["a scope", withRun(armed, { scope: null }), "scope_not_defined"],
    ["items in scope", { ...armed, scope: { ...armed.scope!, inScope: 0, writable: 0 } }, "scope_empty"],
    ["known dependencies", { ...armed, dependencies: null }, "dependencies_not_determined"],
    [
      "resolved mappings",
      { ...armed, dependencies: scenario("mapping_required").facts.dependencies },
      "mappings_unresolved",
    ],
    ["checks", withRun(armed, { checks: null }), "checks_not_run"],
    ["current checks", { ...armed, directoryVersion: "sha256:directory-2" }, "checks_invalidated"],
    [
      "checks that prove their basis",
      withRun(armed, { checks: { ...armed.run.checks!, basis: null } }),
      "checks_stale",
    ],
    ["a preview", withRun(armed, { preview: null }), "preview_not_run"],
    [
      "a preview that proves its basis",
      withRun(armed, { preview: { ...armed.run.preview!, capturedAt: null } }),
      "preview_stale",
    ],
    ["dry-run off", withRun(armed, { dryRun: true }), "dry_run_on"],
    [
      "the reviewed impact",
      { ...armed, confirmation: { ...armed.confirmation, reviewedImpact: false } },
      "impact_not_reviewed",
    ],
    [
      "the typed label",
      { ...armed, confirmation: { ...armed.confirmation, typedLabel: "Contoso" } },
      "typed_confirmation_not_met",
    ],
    [
      "the capability",
      { ...armed, operator: { ...armed.operator, capabilities: ["restore.prepare"] } },
      "capability_missing",
    ],
  ];

  test.each(without)("without %s it is unavailable, and says so", (_, facts, code) => {
    expect(restoreExecution(facts).state).toBe("unavailable");
    expect(reasons(facts)).toContain(code);
  });

  test("every unmet condition is listed, each with the place that clears it (BY-15)", () => {
    const execution = restoreExecution({ ...previewed, confirmation: noConfirmation });
    expect(
      execution.state === "unavailable"
        ? execution.reasons.map(({ reason, clearedBy }) => [reason.code, clearedBy?.anchor])
        : [],
    ).toEqual([
      ["dry_run_on", "dry-run"],
      ["impact_not_reviewed", "review"],
      ["typed_confirmation_not_met", "typed-confirmation"],
    ]);
  });

  test("a viewer is told who can grant the capability, and is offered no place to clear it (SI-11)", () => {
    const gate = restoreGates({ ...armed, operator: viewer }).find(({ id }) => id === "target_selected");
    expect(gate).toMatchObject({
      verdict: "blocked",
      blockers: [{ reason: { code: "operator_not_entitled" }, clearedBy: null }],
    });
  });

  test("nothing writable keeps the run a dry-run (RW-6)", () => {
    expect(reasons({ ...armed, scope: { ...armed.scope!, writable: 0 } })).toContain("nothing_writable");
  });
});

describe("RW-17 an approval by a second person is one more row of the gates", () => {
  type Id = RestoreGateId | "approval";
  type Why = RestoreReason | { readonly code: "not_approved" };
  type Definition = GateDefinition<RestoreFacts, Id, Why>;
  const withApproval = (approved: boolean) =>
    restoreGateDefinitions.flatMap((definition): readonly Definition[] => {
      const { id, requires } = definition;
      if (id !== "confirmation") return [definition];
      const approval: Definition = {
        id: "approval",
        requires,
        evaluate: () =>
          approved
            ? { verdict: "complete", freshness: null, reason: { code: "not_approved" }, notice: null }
            : {
                verdict: "pending",
                freshness: null,
                blockers: [{ reason: { code: "not_approved" }, clearedBy: { step: "approvals", anchor: "approval" } }],
              },
      };
      return [approval, { ...definition, requires: [...requires, "approval"] }];
    });
  const copy = restoreCopy(scenarioContext);
  const presentation = {
    copy: {
      ...copy,
      gateTitle: { ...copy.gateTitle, approval: "Approved by a second person" },
      reason: (why: Why) => (why.code === "not_approved" ? "Nobody else has approved this restore." : copy.reason(why)),
      openDecision: copy.openDecision as WorkflowCopy<Id, Why>["openDecision"],
      gateWord: copy.gateWord as NonNullable<WorkflowCopy<Id, Why>["gateWord"]>,
    },
    words: scenarioContext.words.flow,
    context: scenarioContext,
  };
  const shown = (approved: boolean) => {
    const gates = evaluateGates(withApproval(approved), armed);
    return presentWorkflow("restore", gates, requestedExecution(armed), presentation);
  };

  test("while it is open nothing executes, and every view names it and the place that clears it", () => {
    const views = shown(false);
    expect(disagreements(views)).toEqual([]);
    expect(views.execution.state).toBe("unavailable");
    expect(views.flow.gates.map(({ id, verdict }) => [id, verdict]).slice(4)).toEqual([
      ["preview", "complete"],
      ["approval", "pending"],
      ["confirmation", "pending"],
      ["execution_and_evidence", "unavailable"],
    ]);
    expect(views.compact).toMatchObject({ nextGate: { text: "Next gate: Approved by a second person" } });
    expect(views.decision).toMatchObject({
      reason: "Nobody else has approved this restore.",
      primaryAction: { kind: "link", href: "#approvals/approval" },
    });
  });

  test("once it is given the run can execute, and eight gates are counted", () => {
    const views = shown(true);
    expect(views.execution.state).toBe("available");
    expect(views.flow.progress.text).toBe("7/8 gates complete");
  });
});

describe("RW-20 warnings never block, and not evaluated is not safe", () => {
  test("warnings leave the gate complete, with a notice", () => {
    const gate = restoreGates(armed).find(({ id }) => id === "validation");
    expect(gate).toMatchObject({
      verdict: "complete",
      notice: { code: "checks_to_look_at", warnings: 2, notEvaluated: 0 },
    });
  });

  function withFinding(check: "identity" | "newer_than_backup", severity: "blocking" | "not_evaluated"): RestoreFacts {
    const finding = {
      check,
      severity,
      itemId: "settings_catalog/01",
      itemName: "BitLocker",
      reason: { code: "nothing_alike" },
    } as const;
    return withRun(armed, { checks: { ...armed.run.checks!, findings: [finding, ...armed.run.checks!.findings] } });
  }

  test("a blocking finding blocks, whatever the recorded summary says", () => {
    expect(reasons(withFinding("identity", "blocking"))).toContain("checks_blocking");
  });

  test("a check that could have blocked and was not evaluated blocks", () => {
    expect(reasons(withFinding("identity", "not_evaluated"))).toContain("checks_not_evaluated");
  });

  test("a check that never blocks does not when it was not evaluated", () => {
    expect(restoreExecution(withFinding("newer_than_backup", "not_evaluated")).state).toBe("available");
  });
});

describe("BY-4 what became undecided after the checks blocks", () => {
  test.each(["identity_undecided", "mapping_unresolved", "missing_in_target"] as const)(
    "an item of a current preview that is skipped as %s keeps execution unavailable",
    (skipReason) => {
      const preview = armed.run.preview;
      const items = preview?.items.map((item, index) => (index === 0 ? { ...item, action: "skip", skipReason } : item));
      const facts = withRun(armed, { preview: { ...preview, items } as typeof preview });
      expect(reasons(facts)).toContain("preview_undecided");
    },
  );

  test.each(["preview_only", "metadata_only"] as const)(
    "an item that the checks announced as %s does not",
    (skipReason) => {
      const preview = armed.run.preview;
      const items = preview?.items.map((item, index) => (index === 0 ? { ...item, action: "skip", skipReason } : item));
      expect(restoreExecution(withRun(armed, { preview: { ...preview, items } as typeof preview })).state).toBe(
        "available",
      );
    },
  );
});

describe("SI-6 what was queued is read from its snapshot", () => {
  test("later changes of the basis do not rewrite the history of a finished run", () => {
    const finished = { ...scenario("completed_with_evidence").facts, directoryVersion: "sha256:moved-on" };
    expect(verdicts(finished)).toMatchObject({ validation: "complete", preview: "complete", confirmation: "complete" });
  });

  test("a run that was queued cannot be executed again", () => {
    expect(restoreExecution(executed("running", {})).state).toBe("started");
  });
});

describe("SI-4 completed is not recovered", () => {
  test("what ended as intended waits all the same where it cannot be told what it was confirmed on", () => {
    const { facts } = scenario("completed_with_evidence");
    const last = (given: RestoreFacts) => restoreGates(given).at(-1);
    expect(last(facts)?.verdict).toBe("complete");
    expect(last(withRun(facts, { targetIdentity: null }))).toMatchObject({
      verdict: "pending",
      blockers: [{ reason: { code: "gate_waits_for", missing: "confirmation" } }],
    });
  });

  test.each([
    ["completed_proof_incomplete", "attention"],
    ["completed_with_evidence", "complete"],
    ["completed_with_follow_up", "attention"],
    ["needs_review", "attention"],
    ["failed", "blocked"],
    ["in_progress", "running"],
    ["blocked_or_cancelled", "unavailable"],
  ] as const)("%s leaves the last gate %s", (id, verdict) => {
    expect(verdicts(scenario(id).facts)["execution_and_evidence"]).toBe(verdict);
  });
});

describe("BY-3 what has no name is told by its id", () => {
  test.each([null, ""])("a reference that is not resolved, of the name %j", (sourceName) => {
    const dependencies = (mappingRequired.dependencies ?? []).map((each) => ({ ...each, sourceName }));
    const gate = restoreGates({ ...mappingRequired, dependencies }).find(({ id }) => id === "scope_dependency_mapping");
    expect(gate).toMatchObject({ blockers: [{ reason: { first: { kind: "group", name: "field-kiosks" } } }] });
  });
});

describe("SI-6 a finished run whose scope can no longer be read", () => {
  test("keeps the preview that it was confirmed with", () => {
    const gate = restoreGates({ ...executed("completed", {}), scope: null }).find(({ id }) => id === "preview");
    expect(gate).toMatchObject({ freshness: { state: "current" } });
  });
});
