import { describe, expect, test } from "vitest";
import { resolveTypedConfirmation } from "../../../../src/restore/resolvers/steps/typed-label.js";
import { restoreContext } from "../../../../src/restore/resolvers/context.js";
import { noConfirmation, type RestoreFacts } from "../../../../src/restore/run/facts.js";
import { resolveConfirmStep } from "../../../../src/restore/resolvers/steps/confirm-step.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import { afterTyping } from "../../../../src/restore/resolvers/steps/confirm-inputs.js";
import { parseViewModel } from "../../../../src/view-models/schemas/index.js";
import {
  restoreScenarios,
  previewed,
  scenario,
  scenarioContext,
  withRun,
} from "../../../../src/testing/scenarios/index.js";

const german = restoreContext({ locale: "de-DE", timeZone: "UTC", href: () => "#" });
const label = "Contoso Production";

function typing(typedLabel: string, targetLabel = label): RestoreFacts {
  const facts = withRun(previewed, { target: { ...previewed.run.target, label: targetLabel } });
  return { ...facts, confirmation: { ...facts.confirmation, typedLabel } };
}

const comparison = (typed: string, context = scenarioContext) =>
  resolveTypedConfirmation(typing(typed), null, context).field.comparison;
const field = (typed: string, targetLabel = label) =>
  resolveTypedConfirmation(typing(typed, targetLabel), null, scenarioContext).field;

describe("BY-11 what is said beside the field", () => {
  test("the operator is told which character differs, and how", () => {
    expect(comparison("Contoso production")).toMatchObject({
      state: "different",
      text: "Character 9 differs: lowercase p, expected capital P.",
    });
  });

  test("a look-alike of another script is told by its code point", () => {
    expect(comparison("Contoso Рroduction")?.text).toBe(
      "Character 9 differs: capital Р (U+0420), expected capital P (U+0050).",
    );
  });

  test("another kind of space and an invisible character are named", () => {
    expect(comparison("Contoso\u00a0Production")?.text).toContain("another kind of space (U+00A0)");
    expect(comparison("Contoso \u200bProduction")?.text).toContain("an invisible character (U+200B)");
  });

  test("an unfinished label is not marked as wrong", () => {
    expect(comparison("Contoso Pro")).toEqual({
      state: "unfinished",
      text: "11 of 18 characters typed, equal so far.",
    });
    expect(comparison("")).toEqual({ state: "empty", text: "Not typed yet. Capitals and spaces count." });
  });

  test("a character too many is named", () => {
    expect(comparison("Contoso Production2")?.text).toBe("Character 19 is one too many: digit 2.");
  });

  test("a space around the label is a difference of its own", () => {
    expect(comparison("Contoso Production ")?.text).toBe("There is a space before or after the label.");
  });

  test("only the exact label reads as equal, and no label at all can never be confirmed", () => {
    expect(comparison(label)).toEqual({ state: "equal", text: "Equal to the target label." });
    expect(field("", "")).toEqual({
      state: "impossible",
      reason: "This run has no target label, so it can never be confirmed.",
    });
  });

  test("a German page says the same in German", () => {
    expect(comparison("Contoso production", german)?.text).toBe("Zeichen 9 weicht ab: kleines p, erwartet großes P.");
  });
});

describe("BY-11 paste is recorded as a fact", () => {
  const pasted = afterTyping(noConfirmation, label, true);

  test("a pasted label stays pasted while it is edited, and is typed again once the field was emptied", () => {
    expect(pasted).toEqual({ reviewedImpact: false, typedLabel: label, pasted: true });
    const edited = afterTyping(pasted, "Contoso", false);
    expect(edited.pasted).toBe(true);
    expect(afterTyping(afterTyping(edited, "", false), "C", false).pasted).toBe(false);
  });

  test("it is said beside the field, and never keeps a label from being equal", () => {
    const model = resolveTypedConfirmation({ ...previewed, confirmation: pasted }, null, scenarioContext).field;
    expect(model).toMatchObject({
      pasted: "The label was pasted. That is recorded with the confirmation.",
      comparison: { state: "equal" },
    });
  });

  test("nothing of it is left where the page is opened again", () => {
    expect(noConfirmation).toEqual({ reviewedImpact: false, typedLabel: "", pasted: false });
  });
});

describe("BY-11 the model of the typed confirmation", () => {
  test.each(restoreScenarios.map(({ id, facts }) => [id, facts] as const))(
    "%s has one that may be drawn",
    (_, facts) => {
      for (const context of [scenarioContext, german]) {
        const model = resolveTypedConfirmation(facts, null, context);
        const parsed = parseViewModel("TypedConfirmationViewModel", model);
        expect(parsed.ok ? [] : parsed.problems).toEqual([]);
      }
    },
  );

  test("what the eye would miss is flagged, letter by letter", () => {
    expect(field("Cоntosо\u00a0Production")).toMatchObject({
      state: "open",
      comparison: {
        state: "different",
        flags: [
          {
            kind: "look_alike",
            position: 2,
            text: "Character 2 is Cyrillic о (U+043E) and only looks like Latin o (U+006F) of the label.",
          },
          { kind: "look_alike", position: 7 },
          {
            kind: "whitespace",
            position: 8,
            text: "Character 8 is another kind of space (U+00A0), expected a space.",
          },
        ],
      },
    });
  });

  test("a label that is not what it looks like is told before anything is typed", () => {
    const model = field("", "Cоntoso");
    expect(model.state === "open" ? model.labelNotes : []).toEqual([
      "Character 2 of the label is Cyrillic о (U+043E) and only looks like Latin o (U+006F).",
    ]);
  });

  test.each(["", " ", "\u2800", "Contoso\u202eProd"])("the label %j is never asked for", (unreadable) => {
    expect(field(unreadable, unreadable).state).toBe("impossible");
  });

  test("a label in a script that is read from right to left is asked for as it stands", () => {
    expect(field("عقد", "عقد 1")).toMatchObject({
      state: "open",
      label: { external: "عقد 1" },
      comparison: { state: "unfinished" },
    });
  });

  test("nobody who may not prepare the run has anything typed", () => {
    const model = resolveTypedConfirmation(scenario("viewer").facts, null, scenarioContext).field;
    expect(model.state).toBe("shut");
    expect("typed" in model).toBe(false);
  });

  test("an executed run shows what was confirmed then, and whether it was pasted where that is on record", () => {
    for (const [labelPasted, said] of [
      [false, "Typed, not pasted."],
      [true, "The label was pasted. That is recorded with the confirmation."],
      [null, "Whether it was pasted is not recorded."],
    ] as const) {
      const run = recordedWith(labelPasted);
      const model = resolveTypedConfirmation(run, null, scenarioContext).field;
      expect(model).toMatchObject({ state: "recorded", typed: { external: label }, pasted: said });
    }
  });
});

const executedRun = scenario("completed_with_evidence").facts;
const { execution } = executedRun.run;
if (execution?.safetySnapshot == null) throw new TypeError("The scenario has no snapshot.");
const { safetySnapshot, ...others } = execution;

function recordedWith(labelPasted: boolean | null): RestoreFacts {
  return withRun(executedRun, { execution: { ...others, safetySnapshot: { ...safetySnapshot, labelPasted } } });
}

describe("BY-11 the field of step 5", () => {
  const shown = (facts: RestoreFacts) => {
    const frame = resolveWizard(facts, "confirm_execute", scenarioContext);
    return resolveConfirmStep(facts, frame, scenarioContext).typed;
  };

  test("names the label between the words around it, and holds what was typed so far", () => {
    const { title, field: model } = shown(typing("Contoso"));
    expect(title).toBe("Confirmation");
    expect(model).toMatchObject({
      state: "open",
      instruction: { before: "Type ", after: " to confirm the target" },
      typed: { external: "Contoso" },
      pasted: null,
    });
    expect(shown(typing("")).field).toMatchObject({ typed: null });
  });

  test("tells a member who may not prepare the run why, and nothing that somebody else typed (SI-11, BY-15)", () => {
    const typed = { ...scenario("viewer").facts, confirmation: afterTyping(noConfirmation, label, true) };
    const { field: model } = shown(typed);
    expect(model).toMatchObject({ state: "shut", reason: expect.stringMatching(/workspace administrator/) });
    expect(model).not.toHaveProperty("typed");
  });

  test("of an executed run is a record that nobody can change, and waits for nothing", () => {
    const { field: model, conditions } = shown(recordedWith(false));
    expect(model).toMatchObject({ state: "recorded", text: "Recorded when the run was queued." });
    expect(conditions).toBeNull();
  });

  test("says where nothing was recorded, and shows nothing as typed", () => {
    const { field: model } = shown(withRun(executedRun, { execution: { ...others, safetySnapshot: null } }));
    expect(model).toEqual({ state: "impossible", reason: "Not recorded." });
  });
});
