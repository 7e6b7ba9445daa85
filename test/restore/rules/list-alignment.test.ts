import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignLists } from "../../../src/restore/rules/list-alignment.js";
import { agree, cases } from "../../support/property.js";

const lists = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 9 });

describe("BY-7 which member of an older list each member of a newer one was", () => {
  test.each<[string, string, readonly (number | null)[], boolean]>([
    ["", "", [], false],
    ["", "a", [null], false],
    ["a", "", [], false],
    ["abc", "abc", [0, 1, 2], false],
    ["abc", "ac", [0, 2], false],
    ["ac", "abc", [0, null, 1], false],
    ["abc", "axc", [0, 1, 2], false],
    ["abc", "xbc", [0, 1, 2], false],
    ["abc", "abx", [0, 1, 2], false],
    ["abc", "axyc", [0, 1, null, 2], false],
    ["abcd", "axd", [0, 1, 3], false],
    ["abcde", "axcye", [0, 1, 2, 3, 4], false],
    ["abcd", "xbyd", [0, 1, 2, 3], false],
    ["ab", "ba", [1, 0], true],
    ["abc", "cab", [2, 0, 1], true],
    ["abc", "cxb", [2, null, 1], true],
    ["aa", "a", [0], false],
    ["a", "aa", [0, null], false],
    ["x", "yxzx", [null, null, null, 0], false],
    ["yxzx", "x", [3], false],
    ["ab", "xay", [null, 0, 1], false],
    ["xaay", "paq", [0, 1, 2], false],
    ["aab", "ab", [0, 2], false],
    ["aba", "ba", [1, 2], false],
    ["abab", "ab", [0, 1], false],
    ["xaby", "baz", [2, 1, null], true],
    ["xaby", "bza", [2, 3, 1], true],
    ["axb", "bya", [2, null, 0], true],
    ["axbz", "bya", [2, 3, 0], true],
    ["1a2b3", "4b5a6", [0, 3, 4, 1, 2], true],
    ["p12ab", "pb34a", [0, 4, null, null, 3], true],
    ["pab12", "pb34a", [0, 2, 3, 4, 1], true],
  ])("from “%s” to “%s”", (before, after, from, moved) => {
    expect(alignLists([...before], [...after])).toEqual({ from, moved });
  });

  test("no member of the older list is two of the newer one, and as many stayed as both have", () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { from } = alignLists(before, after);
        agree(from.length, after.length);
        const known = from.filter((place) => place !== null);
        agree(new Set(known).size, known.length);
        agree(
          known.every((place) => place in before),
          true,
        );
        for (const content of new Set(after)) {
          const count = (list: readonly string[]) => list.filter((each) => each === content).length;
          const stayed = from.filter(
            (place, index) => place !== null && after[index] === content && before[place] === content,
          );
          agree(stayed.length, Math.min(count(before), count(after)));
        }
      }),
      { numRuns: cases() },
    );
  });

  test("members moved exactly where two that stayed stand the other way round", () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const { from, moved } = alignLists(before, after);
        const stayed = from.filter((place, index) => place !== null && before[place] === after[index]);
        agree(
          moved,
          stayed.some((place, index) => index > 0 && (place ?? 0) < (stayed[index - 1] ?? 0)),
        );
      }),
      { numRuns: cases() },
    );
  });

  test("what both begin with and end with stayed where it was", () => {
    fc.assert(
      fc.property(lists, lists, lists, (head, middle, tail) => {
        const { from, moved } = alignLists([...head, ...tail], [...head, ...middle, ...tail]);
        agree(moved, false);
        agree(from.slice(0, head.length).join(), [...head.keys()].join());
        agree(from.filter((place) => place === null).length, middle.length);
      }),
      { numRuns: cases() },
    );
  });
});
