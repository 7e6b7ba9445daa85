import { describe, expect, test } from "vitest";
import { checkEvidenceSchema } from "../../../reference/api/evidence.js";
import { recordedChecks } from "../../../reference/server/runs/recorded-checks.js";
import { evidenceFreshness } from "../../../src/restore/run/basis.js";
import type { CheckEvidence } from "../../../src/restore/run/evidence.js";
import { restoreExecution } from "../../../src/restore/resolvers/gates.js";
import { armed, withRun } from "../../../src/testing/scenarios/index.js";

const { checks } = armed.run;
if (checks === null) throw new Error("The armed scenario has no checks.");
const basis = checks.basis;
if (basis === null) throw new Error("The armed scenario's checks have no basis.");

/** Checks as version 1 of the rules recorded them: a sentence in place of a reason. */
const former = {
  ...checks,
  basis: { ...basis, fields: { ...basis.fields, rulesVersion: "1" } },
  findings: [
    {
      check: "mapping",
      itemId: "a",
      itemName: "A",
      severity: "blocking",
      detail: "Not resolved in the target: group x.",
    },
    { check: "identity", itemId: "a", itemName: "A", severity: "safe", detail: "Matched by id." },
    { check: "identity", itemId: "b", itemName: "B", severity: "safe" },
  ],
} as unknown as CheckEvidence;

describe("SI-3 checks that an earlier version recorded", () => {
  test("keep their sentences, and can be read by every page", () => {
    const read = recordedChecks(former);
    expect(checkEvidenceSchema.safeParse(read).success).toBe(true);
    expect(read?.findings.map(({ check, reason }) => [check, reason])).toEqual([
      ["assignment_mapping", { code: "recorded_in_words", text: "Not resolved in the target: group x." }],
      ["identity", { code: "recorded_in_words", text: "Matched by id." }],
      ["identity", { code: "recorded_in_words", text: "" }],
    ]);
  });

  test("never count as current, so nothing runs on them", () => {
    const facts = withRun(armed, { checks: recordedChecks(former) });
    expect(evidenceFreshness(facts).checks.state).not.toBe("current");
    expect(restoreExecution(facts).state).toBe("unavailable");
  });

  test("those of this version are left as they are, and so is their absence", () => {
    expect(recordedChecks(checks)).toBe(checks);
    expect(recordedChecks(null)).toBeNull();
  });
});
