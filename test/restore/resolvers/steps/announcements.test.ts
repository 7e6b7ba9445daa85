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
});
