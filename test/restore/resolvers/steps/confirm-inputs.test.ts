import { describe, expect, test } from "vitest";
import { confirmInputs } from "../../../../src/restore/resolvers/steps/confirm-inputs.js";
import { resolveConfirmStep } from "../../../../src/restore/resolvers/steps/confirm-step.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import {
  armed,
  executed,
  previewed,
  scenario,
  scenarioContext,
  viewer,
  withRun,
} from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

function inputs(facts: RestoreFacts) {
  return plain(resolveConfirmStep(facts, resolveWizard(facts, "confirm_execute", scenarioContext), scenarioContext));
}

const counts = "11 policies to write. Assignments change on 7, scope tags on 2.";
const impact = `${counts} 3 policies would remove protection. Who is reached is not fully known.`;
const recorded = { state: "shut", reason: "Recorded when the run was queued." };
const notRecorded = { state: "shut", reason: "Not recorded." };

/** An older record: it was executed, and nothing says what was confirmed. */
const unrecorded = executed("completed", { execution: { safetySnapshot: null } });

describe("RW-9 what the dry-run switch says", () => {
  test.each<[string, RestoreFacts, boolean, string, object]>([
    ["before execution, on", previewed, true, "On. Nothing can be written while this is on.", { state: "open" }],
    ["before execution, off", armed, false, "Off. Execution writes to Contoso Production.", { state: "open" }],
    ["afterwards, off", executed("completed", {}), false, "Off.", recorded],
    ["afterwards, on", withRun(executed("completed", {}), { dryRun: true }), true, "On.", recorded],
    ["afterwards, without a record of the confirmation", unrecorded, false, "Off.", notRecorded],
  ])("%s", (_, facts, on, note, control) => {
    const { title, control: shown } = inputs(facts).dryRun;
    expect(title).toBe("Dry-run");
    expect(shown).toMatchObject({ label: "Preview only (Dry-run)", on, note, control });
  });
});

describe("RW-10 what the review of the impact says", () => {
  const waits = "Available when the preview is current.";
  const looked = `${impact} Checks: 2 warnings to look at.`;

  test.each<[string, RestoreFacts, boolean, string, object]>([
    ["with a current preview", previewed, false, looked, { state: "open" }],
    ["once it is ticked", armed, true, looked, { state: "open" }],
    ["while the preview is void", scenario("preview_void").facts, false, waits, { state: "shut", reason: waits }],
    ["once it was executed", executed("completed", {}), true, looked, recorded],
    ["without a record of the confirmation", unrecorded, false, "Not recorded.", notRecorded],
  ])("%s", (_, facts, ticked, note, control) => {
    const { title, label, ...review } = inputs(facts).review;
    expect([title, label]).toEqual(["Impact", "I reviewed the impact"]);
    expect(review).toEqual({ ticked, note, control });
  });

  test("a member who may not prepare the run is told that, whatever the preview is worth (SI-11)", () => {
    const shut = { state: "shut", reason: expect.stringContaining("workspace administrator") };
    for (const id of ["preview_current", "preview_void"] as const) {
      expect(inputs({ ...scenario(id).facts, operator: viewer }).review.control).toEqual(shut);
    }
  });

  test("checks that left nothing to look at add nothing", () => {
    const { flow, ...frame } = resolveWizard(armed, "confirm_execute", scenarioContext);
    const gates = flow.gates.map((gate) => (gate.verdict === "complete" ? { ...gate, notice: null } : gate));
    const [first, ...others] = gates;
    if (first === undefined) throw new TypeError("There is no gate.");
    const quiet = { ...frame, flow: { ...flow, gates: [first, ...others] as const } };
    expect(confirmInputs(armed, quiet, true, scenarioContext).review.note).toBe(impact);
  });

  test("what another gate has to say is not told as a result of the checks", () => {
    const { backupSet } = armed;
    if (backupSet === null) throw new TypeError("The scenario has no backup set.");
    const ofOtherTenant = { ...armed, backupSet: { ...backupSet, tenantId: "other" } };
    expect(inputs(ofOtherTenant).review.note).toBe(looked);
  });

  test("nothing grave is told where nothing would be, and of a known reach nothing is said to be unknown (BY-10)", () => {
    const { preview } = armed.run;
    if (preview === null) throw new TypeError("The scenario has no preview.");
    const blastRadius = { ...preview.summary.blastRadius, policiesForAllDevices: 0 };
    const items = preview.items.map((item) => ({ ...item, changes: [] }));
    const note = (told: Partial<typeof preview>) =>
      inputs(withRun(armed, { preview: { ...preview, ...told } })).review.note;
    expect(note({ items })).toMatch(`${counts} Who is reached is not fully known.`);
    expect(note({ items, summary: { ...preview.summary, blastRadius } })).toMatch(new RegExp(`^${counts}( Checks|$)`));
  });

  test("a record without a preview says so, and counts nothing", () => {
    const facts = withRun(executed("completed", {}), { preview: null });
    expect(inputs(facts).review.note).toMatch(/^No preview was recorded\./);
  });
});
