import { describe, expect, test } from "vitest";
import type { CheckInputs } from "../../../src/restore/rules/checks.js";
import { identityChoices } from "../../../src/restore/rules/identity-candidates.js";
import { backupItem, policyOf } from "./support.js";
import { runChecks } from "./whole-scope.js";

const item = backupItem({ id: "a", sourceId: null });
const twin = (id: string, change: object = {}) => policyOf(item, { id, ...change });
const inputs = {
  items: [item],
  limits: [],
  backupCapturedAt: null,
  dependencies: [],
  restoreMode: "create_missing",
} as const;
/** What is recorded of checks of these inputs. */
const choicesOf = (checked: CheckInputs) => identityChoices(checked, runChecks(checked));
const candidatesOf = (checked: CheckInputs) => choicesOf(checked).candidates;
const idsOf = (found: ReturnType<typeof candidatesOf>) =>
  Object.entries(found).map(([itemId, candidates]) => [itemId, candidates.map(({ id }) => id)]);

describe("BY-4 the policies that an item of an open identity could be", () => {
  test("are all of its type and name, and none is put first", () => {
    expect(candidatesOf({ ...inputs, policies: [twin("1"), twin("2")] })).toEqual({
      a: [
        { id: "1", name: item.name, modifiedAt: item.modifiedAt },
        { id: "2", name: item.name, modifiedAt: item.modifiedAt },
      ],
    });
  });

  test("are told of names that only look alike, too", () => {
    const policies = [twin("1", { name: item.name.toUpperCase() })];
    expect(idsOf(candidatesOf({ ...inputs, policies }))).toEqual([["a", ["1"]]]);
  });

  test("are not told of an item of which nothing is to be decided", () => {
    for (const policies of [[twin("1")], []])
      expect(choicesOf({ ...inputs, policies })).toEqual({ candidates: {}, creatable: [] });
    const clear = backupItem({ id: "clear", name: "Clear" });
    const beside = choicesOf({ ...inputs, items: [item, clear], policies: [twin("1"), twin("2"), policyOf(clear)] });
    expect(Object.keys(beside.candidates)).toEqual(["a"]);
    const missing = choicesOf({ ...inputs, items: [item, clear], policies: [twin("1", { name: "FIREWALL" })] });
    expect(missing.creatable).toEqual(["a"]);
  });

  test("stay on the record once a person decided, so that they can decide otherwise", () => {
    const policies = [twin("1"), twin("2")];
    for (const decision of [
      { decision: "match", targetId: "2" },
      { decision: "match", targetId: "gone" },
    ] as const) {
      const found = candidatesOf({ ...inputs, policies, identityDecisions: { a: decision } });
      expect(idsOf(found)).toEqual([["a", ["1", "2"]]]);
    }
  });

  test("are none where the id belongs to a policy of another type: it can only be created", () => {
    const owned = backupItem({ id: "a", sourceId: "9" });
    const other = policyOf(owned, { id: "9", type: "compliance_policy", name: "Another" });
    expect(candidatesOf({ ...inputs, items: [owned], policies: [other] })).toEqual({ a: [] });
  });

  test("are both the policy of its id that was renamed and the one that has its name now: either may be meant", () => {
    const owned = backupItem({ id: "a", sourceId: "9" });
    const policies = [policyOf(owned, { id: "9", name: "Renamed" }), policyOf(owned, { id: "1" })];
    const found = choicesOf({ ...inputs, items: [owned], policies });
    expect(idsOf(found.candidates)).toEqual([["a", ["9", "1"]]]);
    expect(found.creatable).toEqual([]);
  });

  test("leave out what is another item's by its id, also one outside the scope, and what is decided of another one", () => {
    const owner = backupItem({ id: "owner", sourceId: "1" });
    expect(choicesOf({ ...inputs, items: [item], catalogue: [item, owner], policies: [policyOf(owner)] })).toEqual({
      candidates: { a: [] },
      creatable: [],
    });
    const other = backupItem({ id: "b", sourceId: null });
    const identityDecisions = { b: { decision: "match", targetId: "1" } } as const;
    const policies = [twin("1"), twin("2")];
    const found = candidatesOf({ ...inputs, items: [item, other], policies, identityDecisions });
    expect(idsOf(found)).toEqual([
      ["a", ["2"]],
      ["b", ["1", "2"]],
    ]);
  });

  test("are the policy of its id alone where an item has no name", () => {
    const captures = ["a", "b"].map((id) => backupItem({ id, sourceId: "9", name: "" }));
    const policies = [policyOf(item, { id: "9" }), twin("1")];
    expect(idsOf(candidatesOf({ ...inputs, items: captures, policies }))).toEqual([
      ["a", ["9"]],
      ["b", ["9"]],
    ]);
  });

  test("are not asked for of what is never written", () => {
    const listed = { ...item, capture: "metadata_only" } as const;
    expect(candidatesOf({ ...inputs, items: [listed], policies: [twin("1"), twin("2")] })).toEqual({});
  });

  test("are bounded", () => {
    const policies = Array.from({ length: 60 }, (_, index) => twin(`p${index}`));
    expect(candidatesOf({ ...inputs, policies })["a"]).toHaveLength(50);
  });
});

describe("BY-4 creating an item as none of them", () => {
  const creatable = (checked: Partial<CheckInputs>) => choicesOf({ ...inputs, policies: [], ...checked }).creatable;

  test("is offered beside names that only look alike, whether a platform is known or not", () => {
    for (const platform of [item.platform, null])
      expect(
        creatable({ items: [{ ...item, platform }], policies: [twin("1", { name: item.name.toUpperCase() })] }),
      ).toEqual(["a"]);
  });

  test("is not offered where the target has its very name, found or not", () => {
    expect(creatable({ policies: [twin("1"), twin("2")] })).toEqual([]);
    // A profile of another kind is none that the item could be, and has its name all the same.
    const wifi = { "@odata.type": "#microsoft.graph.windowsWifiConfiguration" };
    const vpn = { "@odata.type": "#microsoft.graph.windows10VpnConfiguration" };
    const profile = { ...item, type: "device_configuration", payload: wifi };
    const found = choicesOf({ ...inputs, items: [profile], policies: [policyOf(profile, { id: "1", payload: vpn })] });
    expect(found).toEqual({ candidates: { a: [] }, creatable: [] });
  });

  test("is not offered where another item would take its name, and is once that one is out of the scope", () => {
    const other = backupItem({ id: "b", sourceId: null });
    expect(creatable({ items: [item, other] })).toEqual([]);
    const identityDecisions = { a: { decision: "create" } } as const;
    expect(creatable({ items: [item], catalogue: [item, other], identityDecisions })).toEqual(["a"]);
  });

  test("is not offered to one of two that chose one policy, where the other would then take the name", () => {
    const [a, ...others] = ["a", "b", "c"].map((id) => backupItem({ id, sourceId: null }));
    const [b] = others;
    if (a === undefined || b === undefined) throw new RangeError("Three items were made.");
    const policies = [twin("1", { name: item.name.toUpperCase() })];
    const chosen = (ids: readonly string[]) =>
      Object.fromEntries(ids.map((id) => [id, { decision: "match", targetId: "1" } as const]));
    expect(creatable({ items: [a, b], policies, identityDecisions: chosen(["a", "b"]) })).toEqual([]);
    const outside = { items: [a], catalogue: [a, b], policies, identityDecisions: chosen(["a", "b"]) };
    expect(creatable(outside)).toEqual(["a"]);
    // Two that are left still claim it both, and neither takes a name.
    const all = { items: [a, ...others], policies, identityDecisions: chosen(["a", "b", "c"]) };
    expect(creatable(all)).toEqual(["a", "b", "c"]);
  });

  test("is not offered for two items of one id, which nobody tells apart", () => {
    const blank = { ...item, name: "" };
    expect(choicesOf({ ...inputs, items: [blank, blank], policies: [] })).toEqual({
      candidates: { a: [] },
      creatable: [],
    });
  });

  test("is offered for one of two captures of an object as long as the other keeps it", () => {
    const captures = ["a", "b"].map((id) => backupItem({ id, sourceId: "9", name: `Capture ${id}` }));
    const policies = [policyOf(captures[0] ?? item, { id: "9", name: "Elsewhere" })];
    expect(creatable({ items: captures, policies })).toEqual(["a", "b"]);
    const identityDecisions = { a: { decision: "create" } } as const;
    expect(creatable({ items: captures, policies, identityDecisions })).toEqual(["a"]);
  });
});
