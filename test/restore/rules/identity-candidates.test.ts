import { describe, expect, test } from "vitest";
import { type CheckInputs, runChecks } from "../../../src/restore/rules/checks.js";
import { identityCandidates } from "../../../src/restore/rules/identity-candidates.js";
import { backupItem, policyOf } from "./support.js";

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
const candidatesOf = (checked: CheckInputs) => identityCandidates(checked, runChecks(checked));
const idsOf = (found: ReturnType<typeof identityCandidates>) =>
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
    expect(candidatesOf({ ...inputs, policies: [twin("1")] })).toEqual({});
    expect(candidatesOf({ ...inputs, policies: [] })).toEqual({});
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

  test("are not asked for of what is never written", () => {
    const listed = { ...item, capture: "metadata_only" } as const;
    expect(candidatesOf({ ...inputs, items: [listed], policies: [twin("1"), twin("2")] })).toEqual({});
  });

  test("are bounded", () => {
    const policies = Array.from({ length: 60 }, (_, index) => twin(`p${index}`));
    expect(candidatesOf({ ...inputs, policies })["a"]).toHaveLength(50);
  });
});
