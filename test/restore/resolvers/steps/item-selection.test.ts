import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ItemSelection,
  sameSelection,
  selectedOf,
  selectionAfter,
  tickedFlags,
} from "../../../../src/restore/resolvers/steps/item-selection.js";
import { cases } from "../../../support/property.js";

const all = ["a", "b", "c", "d", "e", "f"];
const list = all.map((id) => ({ id }));
const only = (...ids: readonly string[]): ItemSelection => ({ kind: "only", itemIds: new Set(ids) });
const allBut = (...ids: readonly string[]): ItemSelection => ({ kind: "all_but", itemIds: new Set(ids) });

const run = fc.record({ first: fc.nat(all.length), count: fc.nat(all.length + 2) });
const act = fc.record({ runs: fc.array(run, { maxLength: 3 }), ticking: fc.boolean() });
const anyIds = fc.subarray(all);
const anySelection = fc.record({
  kind: fc.constantFrom("only" as const, "all_but" as const),
  itemIds: anyIds.map((ids) => new Set(ids)),
});

describe("RW-4 BY-14 what an operator ticks among the items of a backup set", () => {
  test("is what they ticked and did not take back, whatever they did in whatever order", () => {
    fc.assert(
      fc.property(anySelection, fc.array(act, { maxLength: 8 }), (begun, acts) => {
        const ticked = new Set(selectedOf(all, begun));
        let selection: ItemSelection = begun;
        for (const { runs, ticking } of acts) {
          selection = selectionAfter(selection, list, runs, ticking);
          for (const { first, count } of runs)
            for (const id of all.slice(first, first + count))
              if (ticking) ticked.add(id);
              else ticked.delete(id);
          expect(selectedOf(all, selection)).toEqual(all.filter((id) => ticked.has(id)));
        }
      }),
      { numRuns: cases() },
    );
  });

  test("is told of every row of the list, in its order", () => {
    fc.assert(
      fc.property(anySelection, (selection) => {
        const ticked = selectedOf(all, selection);
        expect([...tickedFlags(list, selection)]).toEqual(all.map((id) => (ticked.includes(id) ? 1 : 0)));
      }),
      { numRuns: cases() },
    );
  });

  test("is said in few ids, however many items it is", () => {
    const everything = [{ first: 0, count: all.length }];
    expect(selectionAfter(only("b"), list, everything, true)).toEqual(allBut());
    expect(selectionAfter(allBut("b"), list, everything, false)).toEqual(only());
    expect(selectionAfter(only("a", "b", "c"), list, [{ first: 3, count: 2 }], true)).toEqual(allBut("f"));
    expect(selectionAfter(allBut("a", "b", "c"), list, [{ first: 3, count: 2 }], false)).toEqual(only("f"));
  });

  test("is the same in either form, and that is not known while the items are not loaded", () => {
    fc.assert(
      fc.property(anySelection, anySelection, (left, right) => {
        const same = selectedOf(all, left).join() === selectedOf(all, right).join();
        expect(sameSelection(left, right, all)).toBe(same);
        expect(sameSelection(left, right, null)).toBe(same && left.kind === right.kind);
      }),
      { numRuns: cases() },
    );
  });

  test("is not all items where it names one that the backup set does not hold", () => {
    expect(sameSelection(only(...all, "gone"), allBut(), all)).toBe(false);
  });
});
