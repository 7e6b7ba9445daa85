import { describe, expect, test } from "vitest";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import { attemptOf } from "../../../src/restore/resolvers/attempt.js";
import { resolveChecksStep, resolvePreviewStep } from "../../../src/restore/resolvers/steps/index.js";
import { resolveWizard } from "../../../src/restore/resolvers/wizard.js";
import type { Assessment } from "../../../src/restore/run/assessment.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { plain } from "../../support/plain.js";
import { previewed, scenario, viewer } from "../../../src/testing/scenarios/index.js";
import { contexts } from "../../contract/languages.js";

const context = contexts.en;
const gate = (facts: RestoreFacts, id: "validation" | "preview") => restoreGates(facts).find((one) => one.id === id);
const changed = (facts: RestoreFacts, change: Partial<Assessment>): RestoreFacts => {
  if (facts.assessment == null) throw new TypeError("Nothing was asked for.");
  return { ...facts, assessment: { ...facts.assessment, ...change } };
};
const running = scenario("checks_running").facts;
const failed = scenario("checks_failed").facts;

describe("RW-6 checks that are on their way say since when, for whom and how far they are", () => {
  const said = (facts: RestoreFacts) => plain(resolveChecksStep(facts, context).attempt?.text ?? "");

  test.each([
    [running, "The target is being read."],
    [changed(running, { stage: "comparing" }), "What was read is being compared."],
  ] as const)("%#", (facts, stage) => {
    expect(said(facts)).toBe(`Checks are running since 20 Nov 2026, 16:40 UTC, asked for by Dana Okafor. ${stage}`);
  });

  test("what has not begun is not said to run", () => {
    const queued = { state: "queued", stage: null, startedAt: null } as const;
    expect(said(changed(running, queued))).toBe(
      "Checks were asked for 20 Nov 2026, 16:40 UTC by Dana Okafor, and have not begun.",
    );
    const preview = scenario("preview_running").facts;
    const { attempt } = resolvePreviewStep(
      changed(preview, queued),
      resolveWizard(preview, "preview", context),
      context,
    );
    expect(plain(attempt?.text ?? "")).toMatch(/^A preview was asked for .* by Dana Okafor, and has not begun\.$/);
  });

  test("a stage that the host does not tell is not made up, and what began is told by when it began", () => {
    const later = changed(running, { stage: null, startedAt: "2026-11-20T16:42:00Z" });
    expect(said(later)).toBe("Checks are running since 20 Nov 2026, 16:42 UTC, asked for by Dana Okafor.");
  });

  test("the gate runs, every view says so, and leads to where it is told (PF-16)", () => {
    expect(gate(running, "validation")).toMatchObject({
      verdict: "running",
      freshness: { state: "not_run" },
      blockers: [{ reason: { code: "checks_under_way" }, clearedBy: { anchor: "checks-under-way" } }],
    });
    const { decision, next } = resolveWizard(running, "safety_checks", context);
    expect(decision.status).toMatchObject({ literal: "running", text: "Checks under way" });
    expect(decision.impact).toBe("Nothing is written meanwhile.");
    expect(next).toMatchObject({ kind: "blocked", clearedBy: { label: "View progress of the checks" } });
    expect(resolveChecksStep(running, context).lead).toMatchObject({ literal: "running", text: "Checks under way" });
  });

  test("can be ended from where they are told, not by somebody who may only look (SI-11)", () => {
    const cancelOf = (facts: RestoreFacts) => {
      const { attempt } = resolveChecksStep(facts, context);
      return attempt?.state === "running" ? attempt.cancel : null;
    };
    expect(cancelOf(running)).toMatchObject({ kind: "callback", id: "cancel_assessment", label: "Cancel the checks" });
    expect(cancelOf({ ...running, operator: viewer })).toMatchObject({ kind: "blocked" });
  });

  test("checks that hold go on holding meanwhile (SI-2)", () => {
    const { facts } = scenario("checks_running_again");
    expect(gate(facts, "validation")).toMatchObject({ verdict: "complete", freshness: { state: "current" } });
    const model = resolveChecksStep(facts, context);
    expect(model.lead.literal).toBe("attention");
    expect(model.attempt?.state).toBe("running");
  });
});

describe("BY-3 checks that came to nothing are told with who asked, when they failed and why", () => {
  const sentence =
    "The last checks, asked for by Dana Okafor, failed at 20 Nov 2026, 16:46 UTC. The target could not be read: It did not answer. Nothing was recorded.";

  test("as the decision, where nothing else is known", () => {
    const model = resolveChecksStep(failed, context);
    expect({ ...model.lead, detail: plain(model.lead.detail) }).toMatchObject({
      literal: "attention",
      text: "The last checks failed",
      detail: sentence,
    });
    expect(model.attempt).toBeNull();
    expect(gate(failed, "validation")).toMatchObject({
      verdict: "attention",
      blockers: [{ reason: { code: "checks_failed" }, clearedBy: { anchor: "run-checks" } }],
    });
    expect(resolveWizard(failed, "safety_checks", context).decision.status.text).toBe("Checks failed");
  });

  test("beside checks that hold, which it does not void", () => {
    const facts = { ...previewed, assessment: failed.assessment ?? null };
    const { attempt, lead } = resolveChecksStep(facts, context);
    expect(attempt && { ...attempt, text: plain(attempt.text) }).toEqual({ state: "failed", text: sentence });
    expect(lead.text).not.toBe("The last checks failed");
    expect(gate(facts, "validation")?.verdict).toBe("complete");
  });

  test("also where neither the moment nor the cause was recorded", () => {
    const model = resolveChecksStep(changed(failed, { finishedAt: null, problem: null }), context);
    expect(plain(model.lead.detail)).toBe("The last checks, asked for by Dana Okafor, failed. Why was not recorded.");
  });
});

describe("RW-8 a preview that was asked for is told likewise", () => {
  const step4 = (facts: RestoreFacts) => resolvePreviewStep(facts, resolveWizard(facts, "preview", context), context);

  test("on its way: the card says so and keeps the control that asked for it", () => {
    const { facts } = scenario("preview_running");
    const { decision, attempt, leadsWithGenerate } = step4(facts);
    expect(decision.status).toMatchObject({ literal: "running", text: "Preview under way" });
    expect(plain(decision.reason)).toBe(
      "The preview is being generated since 20 Nov 2026, 16:46 UTC, asked for by Dana Okafor. What was read is being compared.",
    );
    expect(leadsWithGenerate).toBe(true);
    expect(attempt).toMatchObject({ state: "running", cancel: { label: "Cancel the preview" } });
    expect(gate(facts, "preview")).toMatchObject({
      verdict: "running",
      blockers: [{ clearedBy: { anchor: "preview-under-way" } }],
    });
  });

  test("failed: the card says why, and offers it again", () => {
    const { facts } = scenario("preview_failed");
    const { decision, attempt, leadsWithGenerate } = step4(facts);
    expect(decision.status).toMatchObject({ literal: "attention", text: "Preview failed" });
    expect(plain(decision.reason)).toContain("The target could not be read: It did not answer.");
    expect(leadsWithGenerate).toBe(true);
    expect(attempt).toBeNull();
  });

  test("failed while an earlier one holds: that one stays the decision", () => {
    const { assessment = null } = scenario("preview_failed").facts;
    const { decision, attempt } = step4({ ...previewed, assessment });
    expect(decision.status.text).toMatch(/would be written/);
    expect(attempt?.state).toBe("failed");
  });
});

test("RW-6 what ended well or was cancelled is told by what it left, and one kind says nothing of the other", () => {
  for (const state of ["succeeded", "cancelled"] as const) {
    expect(attemptOf("checks", changed(running, { state }))).toBeNull();
  }
  expect(attemptOf("preview", running)).toBeNull();
  expect(attemptOf("checks", {})).toBeNull();
});

describe("RW-6 what asks for checks or a preview once more", () => {
  const run = (facts: RestoreFacts) => resolveChecksStep(facts, context).band.action;
  const generate = (facts: RestoreFacts) =>
    resolvePreviewStep(facts, resolveWizard(facts, "preview", context), context).decision.primaryAction;
  const otherQuestion = (facts: RestoreFacts) => changed(facts, { fingerprint: "sha256:another" });

  test("waits while the same question is being answered, and says so in the words of the note beside it", () => {
    for (const facts of [running, changed(running, { state: "queued", stage: null })]) {
      const { attempt, band } = resolveChecksStep(facts, context);
      expect(band.action).toMatchObject({ kind: "blocked", waits: true, reason: attempt?.text });
    }
    const { facts } = scenario("preview_running");
    const { decision } = resolvePreviewStep(facts, resolveWizard(facts, "preview", context), context);
    expect(decision.primaryAction).toMatchObject({ kind: "blocked", waits: true, reason: decision.reason });
  });

  test("does not wait for somebody who may only look, nor on a page that was overtaken", () => {
    for (const facts of [
      { ...running, operator: viewer },
      { ...running, superseded: true },
    ]) {
      const action = run(facts);
      expect(action).toMatchObject({ kind: "blocked" });
      expect(action).not.toHaveProperty("waits");
    }
  });

  test("asks where something moved since, because another question takes the place of the former", () => {
    expect(run(otherQuestion(running))).toMatchObject({ kind: "callback" });
    expect(generate(otherQuestion(scenario("preview_running").facts))).toMatchObject({ kind: "callback" });
  });

  test("waits for an answer of the other kind, whatever it was asked", () => {
    expect(run(otherQuestion(scenario("preview_running").facts))).toMatchObject({
      kind: "blocked",
      waits: true,
      reason: "The preview that was asked for has not ended.",
    });
  });

  test("asks once the last ended, however that was", () => {
    for (const state of ["succeeded", "failed", "cancelled"] as const)
      expect(run(changed(running, { state }))).toMatchObject({ kind: "callback" });
  });
});
