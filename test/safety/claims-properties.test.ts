import fc from "fast-check";
import { describe, test } from "vitest";
import { findFalseClaims } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";
import { agree, anyText, cases } from "../support/property.js";
import { fires } from "./claims/fires.js";
import { silent } from "./claims/silent.js";

const policy = restoreClaims.completed_with_evidence;
const claims = [
  ...["Recovery verified", "The recovery has been verified", "Verified recovery", "The tenant is healthy", "Compliant"],
  ...["Customer-safe", "Safe for customers", "Fully restored", "Restore succeeded", "Recovery proof exists"],
  ...["Wiederherstellung verifiziert", "Der Mandant ist gesund", "richtlinienkonform", "kundensicher"],
];
const denials: readonly ((claim: string) => string)[] = [
  (claim) => `It is not true that ${claim}.`,
  (claim) => `This does not mean that ${claim}.`,
  (claim) => `Nothing says that ${claim}.`,
  (claim) => `It is not known whether ${claim}.`,
  (claim) => `Do not say that ${claim}.`,
  (claim) => `Das heißt nicht, dass ${claim}.`,
  (claim) => `Check that ${claim}.`,
];

const twins: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  o: "о",
  p: "р",
  s: "ѕ",
  v: "ν",
  y: "у",
};
const disguises: readonly ((letter: string) => string)[] = [
  (letter) => letter,
  (letter) => letter.toUpperCase(),
  (letter) => letter.toLowerCase(),
  (letter) => `${letter}\u200B`,
  (letter) => `${letter}\u00AD`,
  (letter) => `\u2060${letter}`,
  (letter) => `${letter}&shy;`,
  (letter) => `&#${letter.codePointAt(0)};`,
  (letter) => `&#x${letter.codePointAt(0)?.toString(16)};`,
  (letter) => `<b>${letter}</b>`,
  (letter) => `${letter}<wbr>`,
  (letter) => twins[letter.toLowerCase()] ?? letter,
  (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
];
/** A claim that is struck out is still one, and a denial that is struck out is none any more. */
const struckOut = (letter: string): string => `${letter}\u0336`;
const asciiLetter = /^[a-z]$/i;

/** A text whose every letter wears a disguise. */
const disguised = (text: fc.Arbitrary<string>, wardrobe: typeof disguises = [...disguises, struckOut]) =>
  fc
    .tuple(text, fc.array(fc.constantFrom(...wardrobe), { minLength: 60, maxLength: 60 }))
    .map(([plain, choices]) =>
      [...plain]
        .map((letter, at) => (asciiLetter.test(letter) ? (choices[at % 60]?.(letter) ?? letter) : letter))
        .join(""),
    );

const claim = fc.constantFrom(...claims);

describe("RR-12 a claim in disguise", () => {
  test("is found, whatever each of its letters wears", () => {
    fc.assert(
      fc.property(disguised(claim), (text) => findFalseClaims(text, policy).length > 0),
      { numRuns: cases() },
    );
  });

  test("is found between any two sentences that make none", () => {
    const sentence = fc.constantFrom(
      ...Object.values(silent)
        .flat()
        .filter((text) => /[.]$/.test(text) && !text.includes("<")),
    );
    fc.assert(
      fc.property(sentence, disguised(claim), sentence, (before, text, after) => {
        const whole = `${before} ${text}. ${after}`;
        const from = before.length;
        return findFalseClaims(whole, policy).some(({ start, end }) => start >= from && end <= from + text.length + 2);
      }),
      { numRuns: cases() },
    );
  });

  test("is not made where it is denied, left open or asked for", () => {
    fc.assert(
      fc.property(
        disguised(
          fc
            .tuple(fc.constantFrom(...denials), claim)
            .map(([deny, text]) => deny(text[0]?.toLowerCase() + text.slice(1))),
          disguises,
        ),
        (text) => findFalseClaims(text, policy).length === 0,
      ),
      { numRuns: cases() },
    );
  });

  test("is made by a denial of its denial", () => {
    const twice = fc.constantFrom(
      (adjective: string) => `The tenant is not un${adjective}`,
      (adjective: string) => `It is not true that the tenant is not ${adjective}`,
      (adjective: string) => `Nobody says that the tenant is not ${adjective}`,
    );
    fc.assert(
      fc.property(
        disguised(
          fc.tuple(twice, fc.constantFrom("healthy", "compliant")).map(([say, word]) => say(word)),
          disguises,
        ),
        (text) => findFalseClaims(text, policy).some(({ why }) => why === "denied_twice"),
      ),
      { numRuns: cases() },
    );
  });
});

describe("RR-12 the place of a claim", () => {
  const pieces = fc.constantFrom(
    ...Object.values(fires).flat(),
    ...Object.values(silent).flat(),
    ...'<,>,<!--,-->,&,&#,;,~~,\\,\\u,\u202E,\u202C,\n,",“,”,<b title=",</s>,<s>,\uD800,🙂,1,@'.split(","),
  );

  test("is where its text stands, in any text at all", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, anyText({ maxLength: 10 })), { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        for (const found of findFalseClaims(text, policy)) {
          agree(found.start < found.end, true);
          agree(text.slice(found.start, found.end), found.text);
        }
      }),
      { numRuns: cases() },
    );
  });
});
