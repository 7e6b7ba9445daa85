import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTypedConfirmation } from "../../src/safety/index.js";
import { isConfirmableLabel } from "../../src/safety/typed-confirmation.js";
import { cases } from "../support/property.js";

const runs = { numRuns: cases() };
const readable = fc.constantFrom("C", "c", "С", "o", "о", "0", " ", "é", "e", "本", "😀", "-", "\u00a0");
const label = fc.string({ unit: readable, minLength: 1, maxLength: 10 });
const near = label.chain((text) =>
  fc
    .record({ cut: fc.nat([...text].length), gone: fc.nat(2), put: fc.string({ unit: readable, maxLength: 2 }) })
    .map(({ cut, gone, put }) => {
      const characters = [...text];
      characters.splice(cut, gone, ...put);
      return { label: text, typed: characters.join("") };
    }),
);
const far = fc.record({ label: fc.string({ unit: "binary" }), typed: fc.string({ unit: "binary" }) });

describe("BY-11 whatever was typed for whatever label", () => {
  test("it matches exactly where the text is the label, and a person can read that label", () => {
    fc.assert(
      fc.property(fc.oneof(near, far), ({ typed, label: wanted }) => {
        const matches = compareTypedConfirmation(typed, wanted).state === "matches";
        expect(matches).toBe(typed === wanted && isConfirmableLabel(wanted));
      }),
      runs,
    );
  });

  test("a difference is named at the first place where the two differ, and nowhere later", () => {
    fc.assert(
      fc.property(near, ({ typed, label: wanted }) => {
        const answer = compareTypedConfirmation(typed, wanted);
        if (answer.state !== "differs") return;
        const before = (text: string) => [...text].slice(0, answer.position - 1);
        expect(before(typed)).toEqual(before(wanted));
        expect([answer.expected, answer.typed]).toEqual([
          [...wanted][answer.position - 1] ?? null,
          [...typed][answer.position - 1] ?? null,
        ]);
        expect(answer.expected).not.toBe(answer.typed);
      }),
      runs,
    );
  });
});
