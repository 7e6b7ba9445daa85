import { describe, expect, test } from "vitest";
import { restoreWords } from "../../../src/restore/resolvers/copy/words.js";
import { restoreSteps, type RestoreStepId } from "../../../src/restore/resolvers/reasons.js";
import { resolveWizard } from "../../../src/restore/resolvers/wizard.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import {
  armed,
  freshDraft,
  mappingRequired,
  previewed,
  restoreScenarios,
  scenario,
  scenarioContext,
  viewer,
  withRun,
  wizardOf,
} from "../../../src/testing/scenarios/index.js";

describe("RW-1 the wizard has five steps", () => {
  test.each(["fresh_draft", "armed", "failed"] as const)("in the same order, whatever is known in %s", (id) => {
    expect(wizardOf(id).rail.steps.map(({ title }) => title)).toEqual([
      "Select backup set",
      "Define restore scope",
      "Safety & conflict checks",
      "Preview",
      "Confirm & execute",
    ]);
  });
});

const withoutTarget = withRun(armed, { targetIdentity: null });
const noChecks = withRun(armed, { checks: null });
const noPreview = withRun(armed, { preview: null });

describe("PF-13 the way on waits for the gates that the step works on, and for no other", () => {
  test.each([
    ["select_backup_set", freshDraft, "backup-set"],
    ["define_restore_scope", mappingRequired, "mappings"],
    ["safety_checks", withoutTarget, "run-checks"],
    ["safety_checks", noChecks, "run-checks"],
    ["preview", noPreview, "run-preview"],
  ] as const)("on %s it is blocked with the gate's reason, and says where that is cleared", (step, facts, anchor) => {
    const { next, flow } = resolveWizard(facts, step, scenarioContext);
    expect(next).toMatchObject({ kind: "blocked", id: "next", clearedBy: { anchor } });
    expect(flow.gates.map(({ reason }) => reason)).toContain(next?.reason);
  });

  test.each([
    ["select_backup_set", mappingRequired, "Next: Define restore scope", "#define_restore_scope/step"],
    ["define_restore_scope", withoutTarget, "Next: Safety & conflict checks", "#safety_checks/step"],
    ["safety_checks", noPreview, "Next: Preview", "#preview/step"],
    ["preview", previewed, "Next: Confirm & execute", "#confirm_execute/step"],
  ] as const)("on %s it is open although a later gate is not", (step, facts, label, href) => {
    expect(resolveWizard(facts, step, scenarioContext).next).toEqual({ kind: "link", id: "next", label, href });
  });

  test.each(restoreScenarios.map(({ id }) => id))(
    "in %s it only waits while what its gate asks for is on its way",
    (id) => {
      const { facts } = scenario(id);
      for (const step of restoreSteps) {
        const { next, flow } = resolveWizard(facts, step, scenarioContext);
        if (next?.kind !== "blocked") continue;
        const running = flow.gates.some(({ verdict, reason }) => verdict === "running" && reason === next.reason);
        expect([step, next.waits ?? false]).toEqual([step, running]);
      }
    },
  );

  test("checks that are on their way are waited for", () => {
    expect(resolveWizard(scenario("checks_running").facts, "safety_checks", scenarioContext).next).toMatchObject({
      kind: "blocked",
      waits: true,
    });
  });

  test("a reason that nobody here can clear is still given, without a place", () => {
    const { next } = resolveWizard({ ...armed, operator: viewer }, "safety_checks", scenarioContext);
    expect(next).toMatchObject({ kind: "blocked", clearedBy: null });
    const broken = { ...armed, dependencies: { length: 1 } } as unknown as RestoreFacts;
    expect(resolveWizard(broken, "define_restore_scope", scenarioContext).next).toMatchObject({ kind: "blocked" });
  });

  test("the last step leads on to nothing, the first back to nothing, and any other to the step before it", () => {
    const frame = (step: RestoreStepId) => resolveWizard(armed, step, scenarioContext);
    expect(frame("confirm_execute").next).toBeNull();
    expect(frame("select_backup_set").back).toBeNull();
    expect(frame("preview").back).toEqual({
      kind: "link",
      id: "back",
      label: "Back: Safety & conflict checks",
      href: "#safety_checks/step",
    });
  });
});

describe("RW-1 the rail tells of each step where it leads, and what is known of its work", () => {
  const rail = (facts: RestoreFacts, current: RestoreStepId) => {
    const { steps, summary } = resolveWizard(facts, current, scenarioContext).rail;
    return { summary, steps: steps.map(({ id, href, current: here, status }) => [id, href, here, status]) };
  };

  test("a step can be opened where everything before it is complete, or where the operator already was", () => {
    expect(rail(mappingRequired, "define_restore_scope")).toEqual({
      summary: "Step 2 of 5 · Define restore scope",
      steps: [
        ["select_backup_set", "#select_backup_set/step", false, "complete"],
        ["define_restore_scope", "#define_restore_scope/step", true, "blocked"],
        ["safety_checks", null, false, "pending"],
        ["preview", null, false, "pending"],
        ["confirm_execute", null, false, "pending"],
      ],
    });
    expect(rail(mappingRequired, "preview").steps.map(([, href]) => href !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(rail(noPreview, "select_backup_set").steps.map(([, href]) => href !== null)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test("of a step's gates the first open one speaks, else the last", () => {
    const note = (facts: RestoreFacts, id: RestoreStepId) =>
      resolveWizard(facts, "confirm_execute", scenarioContext).rail.steps.find((step) => step.id === id);
    const gate = (facts: RestoreFacts, id: string) =>
      resolveWizard(facts, "confirm_execute", scenarioContext).flow.gates.find((each) => each.id === id);
    expect(note(withoutTarget, "safety_checks")?.note).toBe(gate(withoutTarget, "target_selected")?.word);
    expect(note(noChecks, "safety_checks")?.note).toBe(gate(noChecks, "validation")?.word);
    expect(note(armed, "confirm_execute")).toMatchObject({ status: "complete", note: "Confirmed" });
  });
});

test("the frame's ids do not collide with those of another workflow on the page (PF-1)", () => {
  const { flow, decision, compact, diagnostics } = resolveWizard(armed, "preview", scenarioContext);
  expect([flow.id, decision.id, compact.id, diagnostics.id]).toEqual([
    "restore-gates",
    "restore-decision",
    "restore-status",
    "diagnostics",
  ]);
});

describe("PF-8 diagnostics are technical facts, each under its own id", () => {
  const entries = (facts: RestoreFacts) =>
    resolveWizard(facts, "confirm_execute", scenarioContext).diagnostics.entries.map(({ id, value, format }) => [
      id,
      value,
      format,
    ]);
  const finished = scenario("completed_with_evidence").facts;

  test("of a finished run", () => {
    const { run } = finished;
    expect(entries(finished)).toEqual([
      ["run", "rr_2041", "code"],
      ["revision", "9", "code"],
      ["status", "completed", "code"],
      ["fingerprint", restoreBasis(finished).fingerprint, "code"],
      ["checks_fingerprint", run.checks?.basis?.fingerprint, "code"],
      ["preview_fingerprint", run.preview?.basis?.fingerprint, "code"],
      ["tenant", run.target.tenantId, "code"],
      ["operation", "op_5521", "code"],
    ]);
  });

  test("a basis that was not recorded is said to be that", () => {
    const { checks, preview } = armed.run;
    const older = withRun(armed, {
      checks: checks && { ...checks, basis: null },
      preview: preview && { ...preview, basis: null },
    });
    for (const facts of [older, withRun(armed, { checks: null, preview: null })])
      expect(entries(facts).slice(4)).toEqual([
        ["checks_fingerprint", "Not recorded", "text"],
        ["preview_fingerprint", "Not recorded", "text"],
        ["tenant", armed.run.target.tenantId, "code"],
      ]);
  });

  test.each([
    [
      "another run's",
      { ...finished, operation: finished.operation && { ...finished.operation, restoreRunId: "rr_1" } },
    ],
    ["one that the operator may not see", { ...finished, operator: { ...finished.operator, capabilities: [] } }],
  ] as const)("no operation is named that is %s (RR-8)", (_, facts) => {
    expect(entries(facts).map(([id]) => id)).not.toContain("operation");
  });
});

test("each step asks its one question (RW-21)", () => {
  expect(Object.values(restoreWords(scenarioContext).steps.question)).toEqual([
    "What are we restoring from?",
    "What exactly should be restored?",
    "Is this dangerous?",
    "What would happen?",
    "Do you really want to do this?",
  ]);
});

test("a stored run holds no gate, proof, quality or diagnostics: they are derived from it each time (PF-18)", () => {
  for (const { facts } of restoreScenarios) {
    const stored = JSON.parse(JSON.stringify(facts.run)) as object;
    expect(Object.keys(stored).filter((field) => /gate|proof|quality|diagnostic/i.test(field))).toEqual([]);
  }
});
