import { describe, expect, test } from "vitest";
import { compareTypedConfirmation, confusedCharacters, labelCautions } from "../../src/safety/index.js";

/** Kind and position of every flag. */
function flags(typed: string, label: string): readonly (readonly [string, number])[] {
  return confusedCharacters(typed, label).map(({ kind, position }) => [kind, position]);
}

describe("BY-11 what the eye would miss is flagged", () => {
  test.each([
    ["Cyrillic o", "Cоntoso", 2],
    ["Greek omicron", "Cοntoso", 2],
    ["Armenian oh", "Cօntoso", 2],
    ["a full-width letter", "Cｏntoso", 2],
    ["a mathematical letter", "C𝗈ntoso", 2],
    ["a lunate sigma", "Ϲontoso", 1],
  ])("%s typed for the Latin letter", (_, typed, position) => {
    expect(flags(typed, "Contoso")).toEqual([["look_alike", position]]);
    expect(compareTypedConfirmation(typed, "Contoso").state).toBe("differs");
  });

  test("a digit typed for the capital it looks like", () => {
    expect(flags("PR0D", "PROD")).toEqual([["look_alike", 3]]);
    expect(flags("PIaza", "Plaza")).toEqual([["look_alike", 2]]);
    expect(flags("P1aza", "Plaza")).toEqual([["look_alike", 2]]);
  });

  test("the other way round: a Latin letter typed where the label has its look-alike", () => {
    expect(confusedCharacters("Contoso", "Cоntoso")).toEqual([
      { kind: "look_alike", position: 2, typed: "o", expected: "о" },
    ]);
  });

  test("every one of them is flagged, not only the first", () => {
    expect(flags("Соntоsо", "Contoso")).toEqual([
      ["look_alike", 1],
      ["look_alike", 2],
      ["look_alike", 5],
      ["look_alike", 7],
    ]);
  });

  test("another kind of space, a space too many, and spaces around", () => {
    expect(flags("Contoso\u00a0Production", "Contoso Production")).toEqual([["whitespace", 8]]);
    expect(flags("Contoso  Production", "Contoso Production")).toEqual([["whitespace", 9]]);
    expect(flags(" Contoso ", "Contoso")).toEqual([
      ["whitespace", 1],
      ["whitespace", 9],
    ]);
    expect(flags("Con toso", "Contoso")).toEqual([["whitespace", 4]]);
  });

  test("a character that draws nothing", () => {
    for (const nothing of ["\u200b", "\u00ad", "\ufeff", "\u202e", "\u2800", "\u3164"])
      expect(flags(`Cont${nothing}oso`, "Contoso")).toEqual([["invisible", 5]]);
  });

  test("a mark that draws nothing, behind a letter or another mark", () => {
    for (const nothing of ["\ufe0f", "\u034f", "\u{e0100}"]) {
      expect(flags(`Conto${nothing}sо`, "Contoso")).toEqual([
        ["invisible", 6],
        ["look_alike", 8],
      ]);
      expect(flags(`e\u0301${nothing}`, "é")).toEqual([
        ["look_alike", 1],
        ["invisible", 3],
      ]);
    }
  });

  test("marks in another order that stand alone at the beginning", () => {
    expect(flags("\u0301\u0327о", "\u0327\u0301o")).toEqual([
      ["look_alike", 1],
      ["look_alike", 3],
    ]);
  });

  test("a letter whose accent is a character of its own", () => {
    expect(confusedCharacters("Socie\u0301te\u0301", "Société")).toEqual([
      { kind: "look_alike", position: 5, typed: "e\u0301", expected: "é" },
      { kind: "look_alike", position: 8, typed: "e\u0301", expected: "é" },
    ]);
  });

  test("after a character too many, and after another kind of space, the rest still stands beside the label", () => {
    expect(flags("Cont\u200bоso", "Contoso")).toEqual([
      ["invisible", 5],
      ["look_alike", 6],
    ]);
    expect(flags("Con tоso", "Contoso")).toEqual([
      ["whitespace", 4],
      ["look_alike", 6],
    ]);
    expect(flags("A\u00a0о", "A o")).toEqual([
      ["whitespace", 2],
      ["look_alike", 3],
    ]);
    expect(flags("\u0301о", "\u0301o")).toEqual([["look_alike", 2]]);
  });

  test("a space or a hidden character that bears a mark can be seen, and is no flag", () => {
    expect(flags("A \u0301", "A")).toEqual([]);
    expect(flags("a\u200b\u0301", "a")).toEqual([]);
  });

  test("what is plain to see is no flag, and nothing after it is", () => {
    expect(flags("contoso", "Contoso")).toEqual([]);
    expect(flags("Fabrikam", "Contoso")).toEqual([]);
    expect(flags("Cantosо", "Contoso")).toEqual([]);
    expect(flags("Contoso", "Contoso")).toEqual([]);
    expect(flags("", "Contoso")).toEqual([]);
    expect(flags("été", "ete")).toEqual([]);
  });

  test("a hostile text of a million characters is answered with a handful of flags", () => {
    expect(confusedCharacters("\u200b".repeat(1_000_000), "Contoso")).toHaveLength(10);
    expect(confusedCharacters(`a${"\u0301".repeat(1_000_000)}`, "á")).toEqual([]);
  });
});

describe("BY-11 a label that is not what it looks like is told", () => {
  test("letters of another alphabet in it, with what they are taken for", () => {
    expect(labelCautions("Cоntoso")).toEqual([{ kind: "look_alike", position: 2, character: "о", looksLike: "o" }]);
    expect(labelCautions("Москвa")).toEqual([{ kind: "look_alike", position: 6, character: "a", looksLike: "а" }]);
    expect(labelCautions("Αθήνa")).toEqual([{ kind: "look_alike", position: 5, character: "a", looksLike: "α" }]);
  });

  test("spaces that are none, or that cannot be seen", () => {
    expect(labelCautions("Contoso\u00a0Prod").map(({ position }) => position)).toEqual([8]);
    expect(labelCautions(" A  B ").map(({ position }) => position)).toEqual([1, 4, 6]);
  });

  test("a space is told as a space, and ten of them are enough", () => {
    expect(labelCautions("A\u00a0B")).toEqual([
      { kind: "whitespace", position: 2, character: "\u00a0", looksLike: null },
    ]);
    expect(labelCautions("\u00a0".repeat(12))).toHaveLength(10);
  });

  test("the alphabet of a label is that of most of its letters, or of its first, whatever else it holds", () => {
    expect(labelCautions("12345 Abо").map(({ position }) => position)).toEqual([9]);
    expect(labelCautions("Aо").map(({ position }) => position)).toEqual([2]);
    expect(labelCautions("Contoso Ж")).toEqual([]);
  });

  test.each(["Contoso Production", "Plaza Illinois", "Москва", "コントソ Production", "Société 1", "Αθήνα", ""])(
    "nothing is said of %j",
    (label) => {
      expect(labelCautions(label)).toEqual([]);
    },
  );
});
