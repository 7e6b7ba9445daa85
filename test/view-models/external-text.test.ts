import { describe, expect, test } from "vitest";
import { findFalseClaimsInModel } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { externalTextsOf } from "../../src/view-models/index.js";
import { checkList, finding, mappingResolver, openField, receipt, runTimeline, typedConfirmation } from "./models.js";

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

  test("a value that is nested without end is read, too", () => {
    let model: unknown = { external: "Contoso" };
    for (let depth = 0; depth < 100_000; depth += 1) model = [model];
    expect(externalTextsOf(model)).toEqual(["Contoso"]);
  });
});

describe("BY-13 a name from outside makes no claim, and our own words do", () => {
  const claimsOf = (model: unknown) =>
    findFalseClaimsInModel(model, restoreClaims.not_executed, { names: externalTextsOf(model), fields: [] });

  test.each([
    ["check list", checkList],
    ["mapping resolver", mappingResolver],
    ["timeline", runTimeline],
    ["receipt", receipt],
    ["confirmation", { ...typedConfirmation, field: { ...openField, label: { external: "Recovery verified" } } }],
    [
      "text that was typed",
      { ...typedConfirmation, field: { ...openField, typed: { external: "Recovery verified" } } },
    ],
  ])("in a %s", (_, model) => {
    expect(claimsOf(model)).toEqual([]);
  });

  test("a quotation is exempt in its quotation marks and nowhere else", () => {
    const quotes = [{ external: "Compliant devices" }];
    const sentence = (text: string) => ({ ...finding, sentence: { text, quotes } });
    expect(claimsOf(sentence("“Compliant devices” is missing in the target."))).toEqual([]);
    expect(claimsOf(sentence("The target has only Compliant devices."))).not.toEqual([]);
  });

  test("words of ours are held to the policy wherever they stand", () => {
    expect(claimsOf({ ...checkList, title: "Recovery verified" })).not.toEqual([]);
    expect(claimsOf({ name: { text: "Recovery verified" } })).not.toEqual([]);
  });
});
