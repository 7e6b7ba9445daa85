import { describe, expect, test } from "vitest";
import { ended, type Waiting } from "../../../../src/restore/resolvers/steps/announcements.js";
import { scenario, scenarioContext, type RestoreScenarioId } from "../../../../src/testing/scenarios/index.js";

const said = (what: Waiting, id: RestoreScenarioId) => ended(what, scenario(id).facts, scenarioContext);

describe("SI-19 the operator is told when something was queued, went on or ended", () => {
  test.each<[Waiting, RestoreScenarioId, string | null]>([
    ["load", "armed", null],
    ["change", "armed", "Saved."],
    ["checks", "checks_blocking", "Checks finished: 1 blocking finding, 0 not evaluated, 2 warnings."],
    ["checks", "mapping_required", "Checks were not recorded."],
    ["preview", "preview_current", "Preview finished: 11 policies would be written."],
    ["preview", "mapping_required", "The preview was not recorded."],
    ["execute", "in_progress", "Execution requested. Status: Running."],
    ["execute", "failed", "Execution requested. Status: Failed."],
    ["cancel", "blocked_or_cancelled", "Status: Cancelled."],
    ["evidence", "completed_with_evidence", "Another reading of the target was requested."],
  ])("after “%s” in %s: %s", (what, id, sentence) => {
    expect(said(what, id)).toBe(sentence);
  });

  test.each([
    ["queued", "The target’s directory is about to be read."],
    ["reading", "The target’s directory is being read."],
    ["succeeded", "The target’s directory was read."],
    ["failed", "The target’s directory could not be read."],
  ] as const)("a reading of the directory that is %s: %s", (state, sentence) => {
    const directorySync = {
      id: "sync_1",
      state,
      requestedAt: "2026-11-20T17:20:00Z",
      requestedBy: { id: "u_1", name: "Dana Okafor" },
      finishedAt: null,
      changed: null,
      problem: null,
    };
    expect(ended("sync", { ...scenario("mapping_required").facts, directorySync }, scenarioContext)).toBe(sentence);
  });

  test("nothing is said of a directory of which no reading is known (BY-3)", () => {
    const { facts } = scenario("armed");
    expect(ended("sync", facts, scenarioContext)).toBeNull();
    expect(ended("sync", { ...facts, directorySync: null }, scenarioContext)).toBeNull();
  });
});
