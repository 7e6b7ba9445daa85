import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { IdentityDecision, IdentityDecisions } from "../../../src/restore/run/decisions.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { matchAll, matchedPolicy, matchItem, possibleDecisions } from "../../../src/restore/rules/identity.js";
import { comparableName } from "../../../src/restore/rules/name.js";
import { cases } from "../../support/property.js";
import { backupItem, policyOf } from "./support.js";

const item = backupItem({ name: "Firewall", sourceId: "gone" });
const one = policyOf(item, { id: "P1" });
const two = policyOf(item, { id: "P2" });
const match = (targetId: string): IdentityDecision => ({ decision: "match", targetId });
const create: IdentityDecision = { decision: "create" };

function kindOf(decision: IdentityDecision, policies = [one, two], items: readonly BackupItem[] = [item]) {
  const found = matchAll(items, policies, items, { [item.id]: decision }).get(item.id);
  return found?.kind === "broken" ? found.cause : found?.kind;
}

describe("BY-4 names that look the same", () => {
  test.each(["firewall", "Firewall ", "Fire\u200bwall", "Ｆirewall", "FIREWALL"])(
    "“%s” is a homonym to decide about, never a silent match and never overlooked",
    (name) => {
      expect(matchItem(item, [policyOf(item, { id: "x", name })])).toMatchObject({
        kind: "ambiguous",
        cause: "similar_names",
      });
      expect(matchItem(item, [one, policyOf(item, { id: "x", name })])).toMatchObject({
        kind: "ambiguous",
        cause: "similar_names",
        candidates: [{ id: "P1" }, { id: "x" }],
      });
    },
  );
});

describe("BY-4 a person decides", () => {
  test("which homonym it is, however the id is spelled", () => {
    expect(matchAll([item], [one, two], [item], { [item.id]: match("p2") }).get(item.id)).toEqual({
      kind: "by_decision",
      policy: two,
    });
  });

  test("and a decision that nobody knows is none, whatever it names", () => {
    for (const unknown of [{ decision: "rename" }, { decision: "rename", targetId: "P1" }] as never[]) {
      expect(kindOf(unknown)).toBe("policy_gone");
    }
  });

  test("that it is none of them, where its name is still to be had", () => {
    const alike = [policyOf(item, { id: "x", name: "firewall" }), policyOf(item, { id: "y", name: "Firewall " })];
    const others = [
      policyOf(item, { id: "z", platform: "macos" }),
      policyOf(item, { id: "t", type: "app_protection" }),
    ];
    expect(kindOf(create, [...alike, ...others])).toBe("create_by_decision");
  });

  test.each([
    ["the only one of its name", [one]],
    ["one of several", [policyOf(item, { id: "x", name: "firewall" }), two]],
    ["one whose platform is not known", [policyOf(item, { id: "x", platform: null })]],
  ])("that it is none of them cannot be where the target has its very name: %s", (_, policies) => {
    expect(kindOf(create, [...policies])).toBe("name_taken");
  });

  test("a decision about another item decides nothing, not even one called like a built-in property", () => {
    const odd = backupItem({ id: "constructor", name: "Firewall", sourceId: null });
    expect(matchAll([odd], [one, two], [odd], {}).get("constructor")?.kind).toBe("ambiguous");
  });

  test.each([
    ["policy_gone", match("P9"), [one, two]],
    ["other_type", match("P3"), [one, policyOf(item, { id: "P3", type: "compliance_policy" })]],
    ["other_platform", match("P3"), [one, policyOf(item, { id: "P3", platform: "macos" })]],
    ["policy_gone", match("P1"), [one, { ...two, id: "p1" }]],
  ] as const)("a decision is broken as %s, and matches nothing", (cause, decision, policies) => {
    expect(kindOf(decision, [...policies])).toBe(cause);
  });

  test("a policy that belongs to another item by id cannot be chosen, in scope or outside it", () => {
    const owner = backupItem({ name: "Other", sourceId: "P1" });
    expect(kindOf(match("P1"), [one, two], [item, owner])).toBe("claimed_by_another_item");
    expect(matchAll([item], [one], [item, owner], { [item.id]: match("P1") }).get(item.id)?.kind).toBe("broken");
  });

  test("a policy that two decisions claim is nobody's", () => {
    const twin = backupItem({ id: "twin", name: "Firewall", sourceId: null });
    const matches = matchAll([item, twin], [one, two], [item, twin], { [item.id]: match("P1"), twin: match("P1") });
    expect([...matches.values()]).toEqual([
      { kind: "broken", cause: "claimed_by_another_item" },
      { kind: "broken", cause: "claimed_by_another_item" },
    ]);
  });

  test("the tag that every tenant has cannot be chosen", () => {
    const tag = backupItem({ type: "scope_tag", name: "Default", sourceId: null });
    const builtIn = policyOf(tag, { id: "0" });
    expect(matchAll([tag], [builtIn], [tag], { [tag.id]: match("0") }).get(tag.id)).toEqual({
      kind: "broken",
      cause: "built_in_scope_tag",
    });
  });

  test("any other tag can be, and any other object that happens to have that number", () => {
    const tag = backupItem({ type: "scope_tag", name: "Berlin", sourceId: null });
    const other = policyOf(tag, { id: "5", name: "Berlin, new" });
    expect(matchAll([tag], [other], [tag], { [tag.id]: match("5") }).get(tag.id)?.kind).toBe("by_decision");
    expect(kindOf(match("0"), [policyOf(item, { id: "0" })])).toBe("by_decision");
  });

  test("what the target has under its own id is not created a second time", () => {
    const known = backupItem({ name: "Firewall", sourceId: "P1" });
    expect(matchAll([known], [one], [known], { [known.id]: create }).get(known.id)).toEqual({
      kind: "broken",
      cause: "matched_by_id",
    });
  });

  test("of two captures of one object, one is decided to be created and the other keeps its policy", () => {
    const first = backupItem({ id: "first", name: "Firewall", sourceId: "P1" });
    const copy = { ...first, id: "copy", name: "Firewall, older" };
    const matches = matchAll([first, copy], [one], [first, copy], { copy: create });
    expect([...matches.values()].map(({ kind }) => kind)).toEqual(["by_id", "create_by_decision"]);
    const both = matchAll([first, copy], [one], [first, copy], { copy: create, first: create });
    expect([...both.values()].map(({ kind }) => kind)).toEqual(["broken", "broken"]);
  });

  test("of two captures of one object, one is decided to be its policy while the other is left out", () => {
    const first = backupItem({ id: "first", name: "Firewall", sourceId: "P1" });
    const copy = { ...first, id: "copy" };
    const chosen = { copy: match("P1") };
    expect(matchAll([copy], [one], [first, copy]).get("copy")).toEqual({
      kind: "ambiguous",
      cause: "policy_claimed_twice",
      candidates: [one],
    });
    expect(matchAll([copy], [one], [first, copy], chosen).get("copy")).toEqual({ kind: "by_decision", policy: one });
    const beside = matchAll([first, copy], [one], [first, copy], chosen);
    expect([...beside.values()].map(({ kind }) => kind)).toEqual(["ambiguous", "by_decision"]);
  });

  test("a namesake of a decided policy waits", () => {
    const renamed = backupItem({ id: "renamed", name: "Old name", sourceId: null });
    const matches = matchAll([renamed, item], [one], [renamed, item], { renamed: match("P1") });
    expect([...matches.values()].map(({ kind }) => kind)).toEqual(["by_decision", "ambiguous"]);
  });
});

describe("BY-4 whatever is decided", () => {
  const names = ["A", "a", "A ", "B"] as const;
  const ids = ["1", "2", "3", "4"] as const;
  const items = fc
    .array(fc.record({ name: fc.constantFrom(...names), sourceId: fc.option(fc.constantFrom(...ids)) }), {
      maxLength: 5,
    })
    .map((rows) => rows.map((row, index) => backupItem({ ...row, id: `item-${index}` })));
  const policies = fc
    .uniqueArray(fc.record({ id: fc.constantFrom(...ids), name: fc.constantFrom(...names) }), {
      selector: ({ id }) => id,
      maxLength: 4,
    })
    .map((rows) => rows.map((row) => policyOf(backupItem(), row)));
  const decisions: fc.Arbitrary<IdentityDecisions> = fc.dictionary(
    fc.constantFrom("item-0", "item-1", "item-2", "item-3", "item-4"),
    fc.oneof(fc.constant(create), fc.constantFrom(...ids, "9").map(match)),
  );

  test("no policy of the target is ever two items, and every decision is kept or broken, never passed over", () => {
    fc.assert(
      fc.property(items, policies, decisions, (all, target, decided) => {
        const matches = matchAll(all, target, all, decided);
        const claimed = [...matches.values()].flatMap((found) => matchedPolicy(found)?.id ?? []);
        expect(new Set(claimed).size).toBe(claimed.length);
        for (const { id } of all) {
          if (decided[id] === undefined) continue;
          expect(["by_decision", "create_by_decision", "broken"]).toContain(matches.get(id)?.kind);
        }
      }),
      { numRuns: cases() },
    );
  });

  test("what is offered of an item would hold beside all that was decided, and what is not offered would not", () => {
    fc.assert(
      fc.property(items, policies, decisions, fc.nat(5), (all, target, decided, left) => {
        const scope = all.slice(Math.min(left, all.length));
        const possible = possibleDecisions(scope, target, all, decided);
        for (const asked of scope) {
          const kindIf = (decision: IdentityDecision) =>
            matchAll(scope, target, all, { ...decided, [asked.id]: decision }).get(asked.id)?.kind;
          const { policies: offered, create: creatable } = possible(asked);
          expect(creatable).toBe(kindIf(create) === "create_by_decision");
          const alike = target.filter(
            ({ id, name }) => id === asked.sourceId || comparableName(name) === comparableName(asked.name),
          );
          expect(offered.map(({ id }) => id).toSorted()).toEqual(
            alike.flatMap(({ id }) => (kindIf(match(id)) === "by_decision" ? [id] : [])).toSorted(),
          );
        }
      }),
      { numRuns: cases() },
    );
  });

  test("the order of items and policies changes nothing", () => {
    fc.assert(
      fc.property(items, policies, decisions, (all, target, decided) => {
        const forward = matchAll(all, target, all, decided);
        const backward = matchAll(all.toReversed(), target.toReversed(), all.toReversed(), decided);
        for (const { id } of all) {
          const [left, right] = [forward.get(id), backward.get(id)];
          expect(left?.kind).toBe(right?.kind);
          expect(left && matchedPolicy(left)?.id).toBe(right && matchedPolicy(right)?.id);
        }
      }),
      { numRuns: cases() },
    );
  });
});
