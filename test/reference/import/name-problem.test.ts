import { describe, expect, test } from "vitest";
import { nameProblem } from "../../../reference/import/name-problem.js";

describe("BY-11 a name that an operator will have to type", () => {
  test.each(["Contoso Production", " Contoso ", "本番", "2026-01"])("%j may be used", (name) => {
    expect(nameProblem(name)).toBeNull();
  });

  test.each(["", "   ", "x".repeat(201)])("%j is refused for its length", (name) => {
    expect(nameProblem(name)).toContain("1 to 200 characters");
  });

  test.each([
    ["Cont\u043eso", "“\u043e” in “Cont\u043eso”", "“o”"],
    ["Lab Pr\u043ed", "“\u043e” in “Pr\u043ed”", "“o”"],
    ["\u0421ontoso-Lab", "“\u0421” in “\u0421ontoso”", "“C”"],
    ["\u041c\u043ecква", "“c” in “\u041c\u043ecква”", "“с”"],
    ["Nοrd", "“ο” in “Nοrd”", "“o”"],
  ])("%j is refused, because nobody who reads it would type it so", (name, where, as) => {
    expect(nameProblem(name)).toBe(
      `The character ${where} is of another alphabet and looks like ${as}. Write the whole word in one alphabet.`,
    );
  });

  test.each(["Contoso Москва", "Москва-Prod", "Αθήνα 2", "Łódź", "東京 Lab", "Straße", "Office365"])(
    "%j may be used: each word is of one alphabet",
    (name) => {
      expect(nameProblem(name)).toBeNull();
    },
  );

  test.each(["\u200b", "\u2800", "---", "Contoso\u202eProd", "A\nB", "A\tB"])("%j is refused, and says why", (name) => {
    expect(nameProblem(name)).toContain("letter or a digit");
  });
});
