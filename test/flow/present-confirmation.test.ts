import { describe, expect, test } from "vitest";
import { type ConfirmationState, presentTypedConfirmation } from "../../src/flow/index.js";
import { parseViewModel } from "../../src/view-models/schemas/index.js";
import { anyPresentation } from "../support/workflows.js";

const { words } = anyPresentation;
const at = { iso: "2026-11-20T16:58:00Z", text: "then" };
const copy = {
  title: "Confirmation",
  instruction: { before: "Type", after: "to confirm." },
  equal: "It is the label.",
  impossible: "There is no label to type.",
  recorded: "It was confirmed.",
} as const;

function fieldOf(confirmation: ConfirmationState, label = "Contoso") {
  const model = presentTypedConfirmation("confirm", label, confirmation, null, copy, words);
  expect(parseViewModel("TypedConfirmationViewModel", model)).toEqual({ ok: true, model });
  return model.field;
}

const typing = (value: string, label?: string) => fieldOf({ state: "open", value, pasted: false }, label);
const base = { label: { external: "Contoso" }, instruction: copy.instruction, labelNotes: [] };

describe("BY-11 the typed confirmation of any workflow", () => {
  test("carries its title and the conditions beside it", () => {
    const conditions = { state: "met", text: "All conditions are met" } as const;
    const shut = { state: "shut", reason: "Not yours." } as const;
    expect(presentTypedConfirmation("confirm", "Contoso", shut, conditions, copy, words)).toMatchObject({
      id: "confirm",
      title: "Confirmation",
      conditions,
    });
  });

  test("asks for nothing where nothing can be confirmed, and keeps the reason that it was given", () => {
    expect(fieldOf({ state: "impossible", reason: "Nobody recorded it." })).toEqual({
      state: "impossible",
      reason: "Nobody recorded it.",
    });
  });

  test.each<ConfirmationState>([
    { state: "open", value: "---", pasted: false },
    { state: "shut", reason: "Not yours." },
    { state: "recorded", typed: "---", by: "Dana", at, pasted: false },
  ])("never asks for a label that nobody could read and type, whatever is known ($state)", (confirmation) => {
    expect(fieldOf(confirmation, "---")).toEqual({ state: "impossible", reason: "There is no label to type." });
  });

  test("says to somebody who may not type why not", () => {
    expect(fieldOf({ state: "shut", reason: "Not yours." })).toEqual({ ...base, state: "shut", reason: "Not yours." });
  });

  test("compares what was typed so far, without calling the beginning wrong", () => {
    expect(typing("")).toEqual({
      ...base,
      state: "open",
      typed: null,
      comparison: { state: "empty", text: words.confirmation.notTyped },
      pasted: null,
    });
    expect(typing("Con")).toMatchObject({
      typed: { external: "Con" },
      comparison: { state: "unfinished", text: "3 of 7 characters typed, equal so far." },
    });
    expect(typing("Contoso")).toMatchObject({ comparison: { state: "equal", text: "It is the label." } });
  });

  test("counts the characters of the label as a person does", () => {
    expect(typing("A", "A😀")).toMatchObject({ comparison: { text: "1 of 2 characters typed, equal so far." } });
  });

  test("names a difference, and every character that the eye would miss", () => {
    expect(typing("Cantoso")).toMatchObject({
      comparison: { state: "different", text: "Character 2 differs: lowercase a, expected lowercase o.", flags: [] },
    });
    const lookAlike = typing("Cоntoso");
    expect(lookAlike).toMatchObject({
      comparison: {
        state: "different",
        flags: [
          {
            kind: "look_alike",
            position: 2,
            text: "Character 2 is Cyrillic о (U+043E) and only looks like Latin o (U+006F) of the label.",
          },
        ],
      },
    });
  });

  test("a space around the label is a difference, flagged where it stands", () => {
    expect(typing("Contoso ")).toMatchObject({
      comparison: {
        state: "different",
        text: words.confirmation.surroundingSpace,
        flags: [{ kind: "whitespace", position: 8 }],
      },
    });
  });

  test("says that the label was pasted, only where it was", () => {
    expect(fieldOf({ state: "open", value: "Contoso", pasted: true })).toMatchObject({
      pasted: words.confirmation.pasted,
    });
    expect(fieldOf({ state: "open", value: "Contoso", pasted: false })).toMatchObject({ pasted: null });
  });

  test.each([
    [true, words.confirmation.pasted],
    [false, words.confirmation.notPasted],
    [null, words.confirmation.pasteNotRecorded],
  ])("a record tells what was typed, by whom and when, and whether it was pasted (%j)", (pasted, text) => {
    expect(fieldOf({ state: "recorded", typed: "Contoso", by: "Dana", at, pasted })).toEqual({
      ...base,
      state: "recorded",
      typed: { external: "Contoso" },
      by: { external: "Dana" },
      at,
      text: "It was confirmed.",
      pasted: text,
    });
  });

  test("points out what of the label is not what it looks like", () => {
    const field = typing("", "Cоntoso");
    expect(field.state === "open" ? field.labelNotes : []).toEqual([
      "Character 2 of the label is Cyrillic о (U+043E) and only looks like Latin o (U+006F).",
    ]);
  });
});
