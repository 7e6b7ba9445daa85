import { describe, expect, test } from "vitest";
import { languageOf } from "../../../reference/server/http/language.js";

describe("the language of an answer", () => {
  test.each([
    ["de", "de"],
    ["DE", "de"],
    ["de-AT", "de"],
    ["en-US,en;q=0.9,de;q=0.8", "en"],
    ["de-DE,de;q=0.9,en;q=0.8", "de"],
    ["fr;q=1, de;q=0.5, en;q=0.4", "de"],
    ["en;q=0.3, de-CH;q=0.30, fr", "en"],
    ["de;q=0.3, en;q=0.3", "de"],
    ["en;q=0.1, en-GB;q=0.9, de;q=0.5", "en"],
    ["*", "en"],
    ["en;q=0, *", "de"],
    ["fr, *;q=0.5", "en"],
    ["de;q=0", "en"],
    ["de;q=0, *;q=0.5", "en"],
    ["de;q=0.2, *;q=0.5", "en"],
    ["  de  ;  q=0.7 , en;q=0.1", "de"],
  ] as const)("for %j is %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  test.each([
    undefined,
    "",
    ",",
    "fr",
    "deutsch-",
    "de;q=2",
    "de;q=-1",
    "de;q=.9",
    "de;level=1",
    "den",
    "\u0000",
    "de\u00a0",
  ])("is English for %j, which asks for none of ours in a form that can be read", (header) => {
    expect(languageOf(header)).toBe("en");
  });

  test("is found behind ten thousand other wishes", () => {
    expect(languageOf(`${"x-".repeat(5_000)},${"fr;q=0.1,".repeat(10_000)}de`)).toBe("de");
  });
});
