import { describe, expect, test } from "vitest";
import { findFalseClaimsInModel } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { externalTextsOf, piecesOf, plainText, sentenceOf } from "../../src/view-models/index.js";
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

describe("BY-13 a text tells what of it is not ours", () => {
  const text = "\u2068Pilot\u2069 differs from “\u2068Contoso\u2069”, and \u2068Pilot\u2069 is gone.";

  test("piece by piece", () => {
    expect(piecesOf(text)).toEqual([
      { external: "Pilot" },
      " differs from “",
      { external: "Contoso" },
      "”, and ",
      { external: "Pilot" },
      " is gone.",
    ]);
    expect(piecesOf("Nothing differs.")).toEqual(["Nothing differs."]);
    expect(piecesOf("")).toEqual([]);
    expect(piecesOf("From \u2068\u2069nobody")).toEqual(["From ", "nobody"]);
  });

  test("unless nothing ends it", () => {
    expect(piecesOf("\u2068Pilot\u2069 and \u2068Contoso")).toEqual([{ external: "Pilot" }, " and \u2068Contoso"]);
    expect(piecesOf("\u2069Contoso")).toEqual(["\u2069Contoso"]);
  });

  test("or, read plainly, nothing of it", () => {
    expect(plainText(text)).toBe("Pilot differs from “Contoso”, and Pilot is gone.");
  });

  test("as a sentence that quotes each name once", () => {
    expect(sentenceOf(text)).toEqual({ text, quotes: [{ external: "Pilot" }, { external: "Contoso" }] });
    expect(sentenceOf("Nothing differs.").quotes).toEqual([]);
  });

  test("and so does a model of such texts, but no name that brings marks of its own", () => {
    expect(externalTextsOf({ reason: text })).toEqual(["Pilot", "Contoso"]);
    expect(externalTextsOf({ name: { external: "\u2068Healthy\u2069" } })).toEqual(["\u2068Healthy\u2069"]);
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
