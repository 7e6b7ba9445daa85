import { expect, test } from "vitest";
import { typedLabelFeedback } from "../../../../src/restore/resolvers/steps/typed-label.js";

const label = "Contoso Production";

test("the operator is told which character differs, and how", () => {
  expect(typedLabelFeedback("Contoso production", label)).toEqual({
    literal: "blocked",
    text: "Character 9 differs: lowercase p, expected capital P.",
    wrong: true,
  });
});

test("a look-alike of another script is told by its code point", () => {
  expect(typedLabelFeedback("Contoso Рroduction", label).text).toBe(
    "Character 9 differs: capital Р (U+0420), expected capital P (U+0050).",
  );
});

test("another kind of space and an invisible character are named", () => {
  expect(typedLabelFeedback("Contoso\u00a0Production", label).text).toContain("another kind of space (U+00A0)");
  expect(typedLabelFeedback("Contoso \u200bProduction", label).text).toContain("an invisible character (U+200B)");
});

test("an unfinished label is not marked as wrong", () => {
  expect(typedLabelFeedback("Contoso Pro", label)).toEqual({
    literal: "pending",
    text: "11 of 18 characters typed, equal so far.",
    wrong: false,
  });
  expect(typedLabelFeedback("", label).wrong).toBe(false);
});

test("a character too many is named", () => {
  expect(typedLabelFeedback("Contoso Production2", label).text).toBe("Character 19 is one too many: digit 2.");
});

test("a space around the label is a difference of its own", () => {
  expect(typedLabelFeedback("Contoso Production ", label).text).toBe("There is a space before or after the label.");
});

test("only the exact label reads as equal, and no label at all can never be confirmed", () => {
  expect(typedLabelFeedback(label, label).literal).toBe("complete");
  expect(typedLabelFeedback("", "").literal).toBe("blocked");
});
