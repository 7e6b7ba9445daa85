import { describe, expect, test } from "vitest";
import { resolveCancel } from "../../../../src/restore/resolvers/steps/index.js";
import { restoreClaims } from "../../../../src/restore/claims/index.js";
import { findFalseClaimsInModel } from "../../../../src/safety/index.js";
import { executed, restoreScenarios, scenario, scenarioContext } from "../../../../src/testing/scenarios/index.js";
import { contexts } from "../../../contract/languages.js";

const running = scenario("in_progress").facts;
const queued = executed("queued", {});

describe("RW-12 an execution is offered to be cancelled", () => {
  test("while it is queued or running, and never before or after", () => {
    for (const { id, facts } of restoreScenarios) {
      const status = facts.run.execution?.status;
      const ended = id === "operation_failed_first" || id === "blocked_before_writes";
      const offered = (status === "queued" || status === "running") && !ended;
      expect([id, resolveCancel(facts, false, scenarioContext) !== null]).toEqual([id, offered]);
    }
  });

  test("under one name, at a place of its own that other pages lead to", () => {
    expect(resolveCancel(running, false, scenarioContext)).toMatchObject({
      id: "cancel-restore",
      title: "Cancel",
      action: { kind: "callback", id: "cancel_restore", label: "Cancel this restore" },
    });
  });

  test("and promises that nothing is written only where the cancellation comes before the start", () => {
    const { text } = resolveCancel(queued, false, scenarioContext) ?? {};
    expect(text).toMatch(/^Cancelled before it starts, it writes nothing/);
    expect(text).toContain("If it has started by then, no item is written after the one in progress");
  });

  test("and says that nothing is taken back where something was written", () => {
    const { text } = resolveCancel(running, false, scenarioContext) ?? {};
    expect(text).toContain("What was written stays written");
    expect(text).toContain("ends as partial");
  });

  test("and never counts what it does not know (BY-3)", () => {
    expect(resolveCancel({ ...running, operation: null }, false, scenarioContext)?.text).toMatch(
      /^What has been written so far is not known here/,
    );
  });

  test("once: after that it says that it was asked for", () => {
    const model = resolveCancel(running, true, scenarioContext);
    expect(model?.action).toBeNull();
    expect(model?.text).toMatch(/^Cancellation was requested/);
  });

  test("and is blocked with its reason for whoever may not start a restore either (SI-11)", () => {
    const watching = { ...running, operator: { ...running.operator, capabilities: ["restore.prepare"] as const } };
    expect(resolveCancel(watching, false, scenarioContext)?.action).toMatchObject({
      kind: "blocked",
      id: "cancel_restore",
      label: "Cancel this restore",
      reason: expect.stringContaining("not stop it"),
    });
  });

  test.each(["en", "de"] as const)("without a claim that its state does not allow, in %s (RR-12)", (language) => {
    for (const facts of [queued, running])
      for (const requested of [true, false])
        expect(
          findFalseClaimsInModel(resolveCancel(facts, requested, contexts[language]), restoreClaims.in_progress),
        ).toEqual([]);
  });
});
