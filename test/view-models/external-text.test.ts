import { describe, expect, test } from "vitest";
import { externalTextsOf } from "../../src/view-models/index.js";

describe("BY-13 words from outside can be told from ours", () => {
  test("every outside name of a model is listed, once, wherever it stands", () => {
    const model = {
      title: "Recovery",
      items: [
        { name: { external: "Compliant devices" } },
        { name: { text: "Name not recorded" } },
        { sentence: { text: "“Compliant devices” is missing in Contoso.", quotes: [{ external: "Contoso" }] } },
        { name: { external: "Compliant devices" } },
      ],
    };
    expect(externalTextsOf(model)).toEqual(["Compliant devices", "Contoso"]);
  });

  test("our own words are never among them, and neither is what is no model", () => {
    expect(externalTextsOf({ text: "Recovery verified", external: 7, quotes: [null, { external: null }] })).toEqual([]);
    for (const value of [null, undefined, 7, "external", []]) expect(externalTextsOf(value)).toEqual([]);
  });

  test("ten thousand items are listed in one pass", () => {
    const items = Array.from({ length: 10_000 }, (_, index) => ({ name: { external: `Policy ${index}` } }));
    expect(externalTextsOf({ items })).toHaveLength(10_000);
  });
});
