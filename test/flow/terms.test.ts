import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withTerms } from "../../src/flow/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { type ClaimPolicy, setApart } from "../../src/safety/index.js";
import { cases } from "../support/property.js";

const spelled = {
  account: { an: "an account", one: "account", other: "accounts" },
  account_list: { one: "account list" },
  check: { one: "check", other: "checks" },
} as const;

const policy = restoreClaims.completed_with_evidence;
const nothingForbidden: ClaimPolicy = { scope: "a test", languages: [], list: "open", allowed: [] };

const words = {
  title: "Accounts to close",
  list: "The account list",
  closed: (count: number, name: string) => `${count} accounts, and ${setApart(name)} is an account too.`,
  nested: { reasons: [(first: string) => `Not closed. ${first}`] },
};

const customer = { account: { an: "a customer", one: "customer", other: "customers" } };

describe("a team calls a term its own way", () => {
  const renamed = withTerms(words, spelled, customer, policy);

  test("in every form, with its article and the capital of a sentence that begins with it", () => {
    expect(renamed.title).toBe("Customers to close");
    expect(renamed.closed(2, "Ada")).toBe(`2 customers, and ${setApart("Ada")} is a customer too.`);
  });

  test("and never inside a name that comes from outside", () => {
    expect(renamed.closed(2, "Checks account")).toContain(setApart("Checks account"));
  });

  test("and never inside another word or a longer term, which has a name of its own", () => {
    expect(renamed.list).toBe("The account list");
    expect(withTerms("Accountable", spelled, customer, policy)).toBe("Accountable");
  });

  test("once, where a sentence holds another one and the new words hold the old", () => {
    const longer = withTerms(words, spelled, { check: { one: "safety check", other: "safety checks" } }, policy);
    const [sentence] = longer.nested.reasons;
    expect(
      sentence?.(withTerms("A check is open", spelled, { check: { one: "safety check", other: "…" } }, policy)),
    ).toBe("Not closed. A safety check is open");
  });

  test("and what was renamed stays as it is, whatever the terms are", () => {
    const word = fc.constantFrom("check", "checks", "safety check", "recheck", "account", "in checks", "a check-in");
    fc.assert(
      fc.property(word, word, fc.array(word), (one, other, text) => {
        const again = (sentence: string) => withTerms(sentence, spelled, { check: { one, other } }, nothingForbidden);
        const first = again(text.join(", "));
        expect(again(first)).toBe(first);
      }),
      { numRuns: cases() },
    );
  });
});

describe("RR-12 a renamed term smuggles no claim in", () => {
  test("a term that claims something beside another text of the catalogue is refused", () => {
    const labelled = { label: "Check", value: "Verified", open: "Open" };
    const renamed = (one: string) => withTerms(labelled, spelled, { check: { one, other: "inspections" } }, policy);
    expect(() => renamed("recovery")).toThrow(RangeError);
    expect(() => renamed("healthy state")).toThrow(RangeError);
    expect(() => renamed("he\u0430lthy")).toThrow(RangeError);
    expect(renamed("customer").label).toBe("Customer");
  });

  test("a word that our own term has already is none that is brought in", () => {
    const evidence = { evidence: { one: "evidence" } } as const;
    const renamed = withTerms("Open evidence", evidence, { evidence: { one: "evidence file" } }, restoreClaims.failed);
    expect(renamed).toBe("Open evidence file");
  });

  test("a sentence whose denial would be cut off from what it denies keeps its own words", () => {
    const renamed = withTerms(
      {
        denied: "Do not treat this check as verified recovery until it was reviewed.",
        asked: (what: string) => `Is ${what} a check?`,
      },
      spelled,
      { check: { one: "zzz. Qqq", other: "zzz" } },
      policy,
    );
    expect(renamed.denied).toBe("Do not treat this check as verified recovery until it was reviewed.");
    expect(renamed.asked("it")).toBe("Is it a zzz. Qqq?");
  });

  test("an allowed claim keeps its words to the letter", () => {
    const evidence = { evidence: { one: "evidence" } } as const;
    const renamed = withTerms("Evidence snapshot available", evidence, { evidence: { one: "picture" } }, policy);
    expect(renamed).toBe("Evidence snapshot available");
  });
});
