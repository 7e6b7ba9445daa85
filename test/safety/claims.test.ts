import { describe, expect, test } from "vitest";
import { findFalseClaims } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { fires } from "./claims/fires.js";
import { silent } from "./claims/silent.js";

const policy = restoreClaims.completed_with_evidence;

const claims = (sentence: string) => findFalseClaims(sentence, policy).length > 0;

describe("RR-12 a claim is found", () => {
  test.each(Object.entries(fires))("%s", (_how, sentences) => {
    expect(sentences.filter((sentence) => !claims(sentence))).toEqual([]);
  });
});

describe("RR-12 no claim is found where none is made", () => {
  test.each(Object.entries(silent))("%s", (_how, sentences) => {
    expect(sentences.filter(claims)).toEqual([]);
  });
});

describe("RR-12 a claim is told", () => {
  const told = (text: string) =>
    findFalseClaims(text, policy).map(({ claim, language, text: words, why }) => [claim, language, words, why]);

  test("by its id, its language, its words and why it counts as made", () => {
    expect(told("The tenant is healthy.")).toEqual([["healthy", "en", "healthy", "asserted"]]);
    expect(told("The tenant is not unhealthy.")).toEqual([["healthy", "en", "healthy", "denied_twice"]]);
    expect(told("It could not be healthier.")).toEqual([["healthy", "en", "healthier", "undeniable"]]);
    expect(told("Der Mandant ist gesund.")).toEqual([["healthy", "de", "gesund", "asserted"]]);
  });

  test("in the order in which the text makes them, the shorter one first", () => {
    const words = (text: string) => told(text).map(([, , said]) => said);
    expect(words("Compliant. Recovery verified. Healthy.")).toEqual(["Compliant", "Recovery verified", "Healthy"]);
    expect(words("Recovery complete and verified")).toEqual(["Recovery complete", "Recovery complete and verified"]);
  });

  test.each([
    ["<b>Recovery</b> is <i>verified</i>", "Recovery</b> is <i>verified"],
    ['<img src="x.png" alt="Recovery verified">', "Recovery verified"],
    ["Recovery is n̶o̶t̶ verified.", "Recovery is n̶o̶t̶ verified"],
    ["Status \u202Eyhtlaeh\u202C seen", "yhtlaeh"],
    ["Status: he&#97;lthy", "he&#97;lthy"],
    ["𒾐𠀀𐦀𠀀 Unsafe. 𠀀𠀀 Recovery verified.", "Recovery verified"],
  ])("by the place that makes it: %s", (text, words) => {
    const [found] = findFalseClaims(text, policy);
    expect(found?.text).toBe(words);
    expect(text.slice(found?.start, found?.end)).toBe(words);
  });

  test("not for letters that stand far beyond those of any alphabet here", () => {
    expect(told("𒾐𠀀𐦀𠀀Unsafe")).toEqual([]);
  });
});
