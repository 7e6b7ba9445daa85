import { describe, expect, test } from "vitest";
import { restoreExecution } from "../../../src/restore/resolvers/gates.js";
import { canStart, recoveryEvidence, safeToStart } from "../../../src/restore/resolvers/three-answers.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { armed, restoreScenarios, previewed, scenario, viewer, withRun } from "../../../src/testing/scenarios/index.js";

const answers = (facts: RestoreFacts) => [canStart(facts).state, safeToStart(facts).state, recoveryEvidence(facts)];
const withEvidence = scenario("completed_with_evidence").facts;

describe("SI-4 can it start, is it safe to start, and did it recover are three answers, and none implies another", () => {
  test.each([
    [
      "it could start, and nothing was checked",
      withRun(armed, { checks: null }),
      ["available", "unavailable", "not_shown"],
    ],
    ["it would be safe, and dry-run is on", previewed, ["unavailable", "available", "not_shown"]],
    ["it could start and would be safe, and nothing has happened", armed, ["available", "available", "not_shown"]],
    ["it ended as intended", withEvidence, ["started", "started", "as_intended"]],
    [
      "it ended as intended, and what it came from is gone",
      { ...withEvidence, backupSet: null },
      ["started", "started", "as_intended"],
    ],
    [
      "it completed, and nobody looked",
      scenario("completed_proof_incomplete").facts,
      ["started", "started", "not_shown"],
    ],
    [
      "it completed, and the target differs",
      scenario("completed_with_follow_up").facts,
      ["started", "started", "asks_for_a_look"],
    ],
  ] as const)("%s", (_, facts, expected) => {
    expect(answers(facts)).toEqual(expected);
  });

  test("what stands technically in the way is named, and what is unsafe is not among it", () => {
    const facts = { ...withRun(previewed, { checks: null, targetIdentity: null }), operator: viewer };
    const start = canStart(facts);
    expect(start.state === "unavailable" ? start.reasons.map(({ reason }) => reason.code) : []).toEqual([
      "operator_not_entitled",
      "capability_missing",
      "dry_run_on",
    ]);
    const safe = safeToStart(armed.run.checks === null ? armed : withRun(armed, { checks: null }));
    expect(safe.state === "unavailable" ? safe.reasons.map(({ reason }) => reason.code) : []).toEqual([
      "checks_not_run",
      "gate_waits_for",
    ]);
  });

  test.each([
    ["a target that has not said who it is", withRun(armed, { targetIdentity: null }), "target_identity_not_read"],
    ["another target", scenario("target_differs").facts, "target_identity_differs"],
    [
      "nothing that can be written",
      { ...armed, scope: armed.scope && { ...armed.scope, writable: 0 } },
      "nothing_writable",
    ],
  ] as const)("%s is technically in the way", (_, facts, code) => {
    const start = canStart(facts);
    expect(start.state === "unavailable" ? start.reasons.map(({ reason }) => reason.code) : []).toContain(code);
  });

  test("a gate that cannot be evaluated is technically in the way, whatever it would have said", () => {
    const broken = { ...armed, dependencies: { length: 1 } } as unknown as RestoreFacts;
    const start = canStart(broken);
    expect(start.state === "unavailable" ? start.reasons.map(({ reason }) => reason) : []).toEqual([
      { code: "gate_not_evaluated", gate: "scope_dependency_mapping" },
    ]);
  });

  test("no confirmation is neither unsafe nor a technical obstacle, and execution waits for it all the same", () => {
    const unconfirmed = { ...armed, confirmation: previewed.confirmation };
    expect(answers(unconfirmed)).toEqual(["available", "available", "not_shown"]);
    expect(restoreExecution(unconfirmed).state).toBe("unavailable");
  });

  test.each(restoreScenarios.map(({ id }) => id))(
    "in %s execution is available only where it can start and is safe to",
    (id) => {
      const { facts } = scenario(id);
      if (restoreExecution(facts).state !== "available") return;
      expect(answers(facts).slice(0, 2)).toEqual(["available", "available"]);
    },
  );
});
