import { describe, expect, test } from "vitest";
import type { MetCondition } from "../../../../src/restore/resolvers/copy/en/confirm.js";
import { confirmConditions } from "../../../../src/restore/resolvers/steps/confirm-conditions.js";
import { checksOf, previewOfFacts } from "../../../../src/testing/scenarios/facts/evidence.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import {
  armed,
  freshDraft,
  previewed,
  scenario,
  scenarioContext,
  viewer,
  withRun,
} from "../../../../src/testing/scenarios/index.js";

const { confirm, confirmation } = scenarioContext.words;

function conditions(facts: RestoreFacts) {
  return confirmConditions(facts, resolveWizard(facts, "confirm_execute", scenarioContext), scenarioContext);
}

const everyCondition: readonly MetCondition[] = ["checks", "preview", "capability", "dryRun", "reviewed", "typed"];
const allBut = (...missing: readonly MetCondition[]) => everyCondition.filter((one) => !missing.includes(one));

/** A sentence of the conditions that hold, and of what the checks left to look at. */
const met = (holding: readonly MetCondition[], notice: string | null) =>
  [confirm.met(holding), ...(notice === null ? [] : [confirmation.review.checks(notice)])].join(" ");

const twoWarnings = "2 warnings to look at.";
const wrongTarget = { tenantId: "other", label: "Somebody else", readAt: "2026-11-20T16:31:00Z" };
/** A page that lost what was entered on it: the gate that asks for it cannot be evaluated. */
const inputsLost = (facts: RestoreFacts) => ({ ...facts, confirmation: undefined }) as unknown as RestoreFacts;

describe("RW-10 step 5 lists every condition that is not met, with where it is cleared, and says which are", () => {
  test.each<[string, RestoreFacts, readonly string[], string]>([
    [
      "dry-run off",
      withRun(armed, { dryRun: true }),
      ["dry_run_on pending dry-run"],
      met(allBut("dryRun"), twoWarnings),
    ],
    [
      "the review",
      { ...armed, confirmation: { ...armed.confirmation, reviewedImpact: false } },
      ["impact_not_reviewed pending review"],
      met(allBut("reviewed"), twoWarnings),
    ],
    [
      "the typed label",
      { ...armed, confirmation: { ...armed.confirmation, typedLabel: "Contoso" } },
      ["typed_confirmation_not_met pending typed-confirmation"],
      met(allBut("typed"), twoWarnings),
    ],
    [
      "anything that the operator confirms",
      previewed,
      [
        "dry_run_on pending dry-run",
        "impact_not_reviewed pending review",
        "typed_confirmation_not_met pending typed-confirmation",
      ],
      met(["checks", "preview", "capability"], twoWarnings),
    ],
    [
      "the capability, which nothing on the page can give",
      { ...armed, operator: { ...armed.operator, capabilities: ["restore.prepare"] } },
      ["capability_missing blocked nowhere"],
      met(allBut("capability"), twoWarnings),
    ],
    [
      "a preview that still holds",
      withRun(armed, { preview: scenario("preview_stale").facts.run.preview }),
      ["preview_stale stale run-preview", "gate_waits_for pending run-preview"],
      met(allBut("preview"), twoWarnings),
    ],
    [
      "checks without a blocker",
      { ...scenario("checks_blocking").facts, confirmation: armed.confirmation },
      ["checks_blocking blocked identity", "preview_not_run pending run-preview", "dry_run_on pending dry-run"],
      met(["capability", "reviewed", "typed"], null),
    ],
    [
      "a target that is the one expected",
      withRun(armed, { targetIdentity: wrongTarget }),
      [
        "target_identity_differs blocked nowhere",
        "checks_invalidated invalidated run-checks",
        "preview_invalidated invalidated run-preview",
        "gate_waits_for pending run-preview",
      ],
      met(["capability", "dryRun", "reviewed", "typed"], null),
    ],
  ])("without %s", (_, facts, unmet, sentence) => {
    const model = conditions(facts);
    expect(
      model?.unmet?.map(({ code, status, clearedBy }) => `${code} ${status} ${clearedBy?.anchor ?? "nowhere"}`),
    ).toEqual(unmet);
    expect(model).toMatchObject({ state: "open", text: confirm.notMet(unmet.length), met: sentence });
  });

  test("a run that may execute, and one that did, have nothing left to list", () => {
    expect(conditions(armed)).toEqual({
      state: "met",
      text: "All conditions are met. Checks: 2 warnings to look at.",
    });
    expect(conditions(scenario("completed_with_evidence").facts)).toBeNull();
  });

  test("what could not be evaluated is not known, and counts as met for nobody", () => {
    const model = conditions(inputsLost(armed));
    expect(model).toMatchObject({
      unmet: [{ code: "gate_not_evaluated", status: "unknown" }],
      met: met(["checks", "preview"], twoWarnings),
    });
    const nothingHolds = { ...inputsLost(freshDraft), operator: viewer };
    expect(conditions(nothingHolds)).toMatchObject({ met: null });
  });

  test("a reason that belongs to no gate of the page is not known", () => {
    const frame = resolveWizard(previewed, "confirm_execute", scenarioContext);
    const { gates } = frame.flow;
    const [first] = gates;
    if (first === undefined) throw new TypeError("There is no gate.");
    const model = confirmConditions(previewed, { ...frame, flow: { ...frame.flow, gates: [first] } }, scenarioContext);
    expect(model?.unmet?.map(({ status }) => status)).toEqual(["unknown", "unknown", "unknown"]);
  });
});

test("where nothing is left to look at, that all conditions are met is all that is said", () => {
  const clear = withRun(armed, { checks: checksOf(armed, []) });
  const facts = withRun(clear, { preview: previewOfFacts(clear) });
  expect(conditions(facts)).toEqual({ state: "met", text: "All conditions are met" });
});
