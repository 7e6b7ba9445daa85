import { describe, expect, test } from "vitest";
import {
  type ClaimGrammar,
  type ClaimPolicy,
  findFalseClaims,
  type ForbiddenClaim,
  spellings,
} from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";

const grammar: ClaimGrammar = {
  language: "en",
  endings: ["e"],
  denials: ["no"],
  prefixes: [],
  pairs: [["neither", "nor"]],
  trailing: [],
  answers: [],
  conditions: [],
  duties: [],
  instructions: [],
  imperatives: [],
  polite: [],
  joins: [],
  alternatives: [],
  questions: [],
  between: [],
  within: [],
  nouns: [],
  determiners: [],
  afterComma: [],
};

function policyOf(...claims: readonly Partial<ForbiddenClaim>[]): ClaimPolicy {
  const forbidden = claims.map((claim): ForbiddenClaim => ({
    id: "told",
    words: [],
    gap: 0,
    order: "as_written",
    kind: "quality",
    ...claim,
  }));
  return { scope: "test", languages: [{ grammar, forbidden }], list: "open", allowed: [] };
}

const told = (text: string, ...claims: readonly Partial<ForbiddenClaim>[]) =>
  findFalseClaims(text, policyOf(...claims)).map(({ text: words }) => words);

describe("RR-12 a policy of claims", () => {
  test("spells every word with letters", () => {
    expect(() => told("fine", { words: [["–"]] })).toThrow(
      new RangeError("A claim policy spells a word without letters: “–”."),
    );
  });

  test("takes endings only where a spelling asks for them", () => {
    expect(told("fein, feine, feines", { words: [["fein~"]] })).toEqual(["fein", "feine"]);
    expect(told("fein, feine", { words: [["fein"]] })).toEqual(["fein"]);
  });

  test("takes the head of a compound only where a spelling asks for it", () => {
    expect(told("fein, extrafein", { words: [["*fein"]] })).toEqual(["fein", "fein"]);
    expect(told("fein, extrafein", { words: [["fein"]] })).toEqual(["fein"]);
  });

  test("knows umlauts in both of their spellings", () => {
    expect(told("spät, spaet, schön, schoen, kühn, kuehn", { words: [["spät", "schön", "kühn"]] })).toHaveLength(6);
  });

  test("holds several places in any order, and in another one than its own without punctuation between", () => {
    const claim = { words: [["one"], ["two"], ["three"]], order: "any" } as const;
    expect(told("three two one", claim)).toEqual(["three two one"]);
    expect(told("one, two, three", claim)).toEqual(["one, two, three"]);
    expect(told("one, three, two", claim)).toEqual([]);
    expect(told("three two one", { ...claim, order: "as_written" })).toEqual([]);
  });

  test("finds the longer of two words that fill one place", () => {
    expect(told("all of it done", { words: [["all of it", "of"], ["done"]] })).toEqual(["all of it done"]);
  });

  test("lets a second half without its first deny nothing", () => {
    expect(told("neither here nor fine", { words: [["fine"]] })).toEqual([]);
    expect(told("no nor fine", { words: [["fine"]] })).toEqual(["fine"]);
  });

  test("of English alone hears the syllables of English that deny", () => {
    const { languages, ...policy } = restoreClaims.completed_with_evidence;
    const english = { ...policy, languages: languages.filter(({ grammar: { language } }) => language === "en") };
    expect(findFalseClaims("The tenant is not unhealthy.", english)).toMatchObject([{ why: "denied_twice" }]);
    expect(findFalseClaims("Non-compliant", english)).toEqual([]);
  });

  test("lists its spellings in one text, parted by commas", () => {
    expect(spellings("\n  not, none of,\n")).toEqual(["not", "none of"]);
  });
});
