import { describe, expect, it } from "vitest";
import { englishFlowWords, formatting, germanFlowWords } from "../../src/flow/index.js";

// Made anew for each sentence: what is made while this file loads, no later change of the code reaches.
const british = () => formatting({ locale: "en-GB", timeZone: "UTC" });
const german = () => formatting({ locale: "de-DE", timeZone: "Europe/Berlin" });

describe("how numbers, moments, plurals and lists are written", () => {
  it("an operator reads one item in the singular and none or several in the plural, with the locale's separators", () => {
    const items = { one: "item", other: "items" };
    expect([0, 1, 2, 1204].map((count) => british().counted(count, items))).toEqual([
      "0 items",
      "1 item",
      "2 items",
      "1,204 items",
    ]);
    expect(german().counted(1204, { one: "Eintrag", other: "Einträge" })).toBe("1.204 Einträge");
  });

  it("a category that a sentence has no form for takes the general one", () => {
    const polish = formatting({ locale: "pl", timeZone: "UTC" });
    expect(polish.plural(2, { one: "plik", few: "pliki", other: "plików" })).toBe("pliki");
    expect(polish.plural(2, { one: "plik", other: "plików" })).toBe("plików");
  });

  it("a moment is written in the operator's zone and keeps its exact value for machines", () => {
    const at = "2026-11-20T16:40:00Z";
    expect(british().instant(at)).toEqual({ iso: at, text: "20 Nov 2026, 16:40 UTC" });
    expect(german().instant(at)).toEqual({ iso: at, text: "20. Nov. 2026, 17:40 MEZ" });
  });

  it("a list reads as its language joins it", () => {
    expect(british().listed(["a", "b", "c"])).toBe("a, b and c");
    expect(german().listed(["a", "b"])).toBe("a und b");
    expect(british().listed([])).toBe("");
  });

  it("the shared sentences count in their own language", () => {
    expect(englishFlowWords(british()).diagnosticsSummary(1)).toBe("1 entry, no raw payload");
    expect(germanFlowWords(german()).diagnosticsSummary(2)).toBe("2 Einträge, keine Rohdaten");
  });
});
