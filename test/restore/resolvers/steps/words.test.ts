import { describe, expect, test } from "vitest";
import { runStatusLiterals } from "../../../../src/restore/resolvers/steps/index.js";
import type { RunStatus } from "../../../../src/restore/run/run.js";

describe("RW-12 in a list, a run's status tells what the run asks for", () => {
  test.each<[string, string, readonly RunStatus[]]>([
    [
      "a run in preparation waits for its operator, and one that is queued for its turn",
      "pending",
      ["draft", "scoped", "checked", "previewed", "queued"],
    ],
    ["an execution that may write moves", "running", ["running"]],
    ["an execution that left something undone asks for a look", "attention", ["partial", "completed_with_errors"]],
    ["a failure is the gravest of all", "blocked", ["failed"]],
    ["what was cancelled is neither good nor bad", "unavailable", ["cancelled"]],
    ["a completed run is a record, and not yet shown to be good (RR-12)", "recorded", ["completed"]],
  ])("%s", (_, literal, statuses) => {
    const those = Object.entries(runStatusLiterals).filter(([, mark]) => mark === literal);
    expect(those.map(([status]) => status)).toEqual(statuses);
  });
});
