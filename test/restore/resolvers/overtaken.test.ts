import { describe, expect, test } from "vitest";
import { canStart } from "../../../src/restore/resolvers/three-answers.js";
import { restoreExecution, restoreGates } from "../../../src/restore/resolvers/gates.js";
import { type RestoreStepId, restoreSteps } from "../../../src/restore/resolvers/reasons.js";
import {
  resolveChecksStep,
  resolveConfirmStep,
  resolvePreviewStep,
  resolveScopeStep,
  resolveSemanticDiff,
  scopeDraftOf,
  scopeLead,
} from "../../../src/restore/resolvers/steps/index.js";
import { resolveWizard } from "../../../src/restore/resolvers/wizard.js";
import { onStep } from "../../../src/restore/resolvers/context.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { whatWouldThisUndo } from "../../../src/restore/run/undo.js";
import { armed, executed, freshDraft, scenario, viewer } from "../../../src/testing/scenarios/index.js";
import { contexts } from "../../contract/languages.js";

const overtaken: RestoreFacts = { ...armed, superseded: true };

describe("SI-2 nothing is called current that a page only knows as it read it", () => {
  test("no gate is complete, each says why, and the evidence behind two of them is stale", () => {
    const gates = restoreGates(overtaken);
    expect(gates.map(({ verdict }) => verdict)).toEqual(gates.map(() => "unknown"));
    expect(gates.map(({ freshness }) => freshness?.state ?? null)).toEqual([
      ...[null, null, null],
      ...["stale", "stale"],
      ...[null, null],
    ]);
  });

  test("execution is unavailable for one reason that every gate shares, and once it is told", () => {
    const reason = { reason: { code: "facts_superseded" }, clearedBy: { step: "this_step", anchor: "problem" } };
    expect(restoreExecution(overtaken)).toEqual({ state: "unavailable", reasons: [reason] });
    expect(canStart(overtaken)).toEqual({ state: "unavailable", reasons: [reason] });
  });

  test("what was open when it was read stays open for its own reason, and its evidence is not current either", () => {
    const { facts } = scenario("checks_blocking");
    const validation = (given: RestoreFacts) => restoreGates(given).find(({ id }) => id === "validation");
    expect(validation(facts)).toMatchObject({ verdict: "blocked", freshness: { state: "current" } });
    expect(validation({ ...facts, superseded: true })).toMatchObject({
      verdict: "blocked",
      freshness: { state: "stale", cause: "inputs_overtaken" },
      blockers: [{ reason: { code: "checks_blocking" } }],
    });
    const voided = scenario("scope_changed").facts;
    expect(validation({ ...voided, superseded: true })?.freshness).toEqual(validation(voided)?.freshness);
  });

  test("to read again comes before whatever the first gate found", () => {
    const [first] = restoreGates({ ...freshDraft, superseded: true });
    expect(first).toMatchObject({
      verdict: "unknown",
      blockers: [{ reason: { code: "facts_superseded" } }, { reason: { code: "backup_set_not_selected" } }],
    });
  });

  test("what was queued is history, and no answer overtakes it (SI-6)", () => {
    const running = executed("running", {});
    expect(restoreGates({ ...running, superseded: true })).toEqual(restoreGates(running));
  });

  test("what a change would undo is asked of the facts as they were read (BY-2)", () => {
    const event = { event: "scope_defined", scope: { mode: "all" }, restoreMode: "create_missing" } as const;
    expect(whatWouldThisUndo(overtaken, event)).toEqual(whatWouldThisUndo(armed, event));
  });
});

describe.each(["en", "de"] as const)(
  "SI-5 an overtaken page says so and leads to where it is read again, in %s",
  (language) => {
    const words = contexts[language].words;
    const framed = (step: RestoreStepId) => {
      const context = onStep(contexts[language], step);
      return { context, frame: resolveWizard(overtaken, step, context) };
    };

    test.each(restoreSteps.slice(0, -1))("Next of %s is blocked, and the jump stays on the step (BY-15)", (step) => {
      const { context, frame } = framed(step);
      expect(frame.next).toMatchObject({
        kind: "blocked",
        reason: words.reasons.facts_superseded({ code: "facts_superseded" }),
        clearedBy: { href: context.href({ step, anchor: "problem" }), label: words.gates.place["this_step/problem"] },
      });
    });

    test.each([
      ["armed", armed],
      ["in a draft without a source", freshDraft],
    ] as const)("no gate of what was read is named next, but to see what happened, %s", (_, facts) => {
      const context = contexts[language];
      const named = (given: RestoreFacts) => resolveWizard(given, "preview", context).compact.nextGate?.text;
      expect(named({ ...facts, superseded: true })).toBe(words.gates.problemFirst);
      expect(named(facts)).not.toBe(words.gates.problemFirst);
    });

    test("step 2 leads with it as well, and asks for no scope to be applied first", () => {
      const { facts } = scenario("mapping_required");
      const context = onStep(contexts[language], "define_restore_scope");
      const given = { ...facts, superseded: true };
      const frame = resolveWizard(given, "define_restore_scope", context);
      expect(scopeLead(given, frame, context)).toMatchObject({
        literal: "unknown",
        text: words.gates.status.facts_superseded,
        detail: words.reasons.facts_superseded({ code: "facts_superseded" }),
        action: { href: context.href({ step: "define_restore_scope", anchor: "problem" }) },
      });
      const draft = { ...scopeDraftOf(given), restoreMode: "update_only" } as const;
      expect(resolveScopeStep(facts, null, draft, frame.next, context).next).not.toBeNull();
      expect(resolveScopeStep(given, null, draft, frame.next, context).next).toBeNull();
      expect(frame.next).toMatchObject({
        kind: "blocked",
        reason: words.reasons.facts_superseded({ code: "facts_superseded" }),
      });
    });

    test("the count, the card and the execution say the same (PF-16)", () => {
      const { frame } = framed("preview");
      expect(frame.flow.progress.complete).toBe(0);
      expect(frame.decision.status).toMatchObject({ literal: "unknown", text: words.gates.status.facts_superseded });
      expect(frame.decision.impact).toBe(words.gates.impact.facts_superseded);
      expect(frame.execution.state).toBe("unavailable");
    });

    test("checks and preview are shown as they were read, with what there is to do, and are not run from here", () => {
      const step3 = framed("safety_checks");
      const checks = resolveChecksStep(overtaken, step3.context);
      expect(checks.band).toMatchObject({ text: words.band.checks.as_read, freshness: { state: "stale" } });
      expect(checks.lead).toMatchObject({ literal: "stale", ...words.checks.asRead });
      expect(checks.band.action).toMatchObject({
        kind: "blocked",
        clearedBy: { href: step3.context.href({ step: "safety_checks", anchor: "problem" }) },
      });
      const step4 = framed("preview");
      const preview = resolvePreviewStep(overtaken, step4.frame, step4.context);
      expect(preview.band).toMatchObject({ text: words.band.preview.as_read, freshness: { state: "stale" } });
      expect(preview.band.action).toMatchObject({ kind: "blocked" });
      expect(resolveSemanticDiff(overtaken, step4.context).body).toMatchObject({ freshness: { state: "stale" } });
      const step5 = framed("confirm_execute");
      const confirm = resolveConfirmStep(overtaken, step5.frame, step5.context);
      expect(confirm.band?.text).toBe(words.band.preview.as_read);
    });

    test("somebody who may only look is told that, and is offered nothing to read again for (SI-11)", () => {
      const context = contexts[language];
      expect(resolveChecksStep({ ...overtaken, operator: viewer }, context).band.action).toMatchObject({
        kind: "blocked",
        reason: words.reasons.operator_not_entitled({ code: "operator_not_entitled" }),
        clearedBy: null,
      });
    });
  },
);
