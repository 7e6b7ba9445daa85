import { describe, expect, test } from "vitest";
import type { BackupItem } from "../../../src/restore/run/items.js";
import type { CheckInputs } from "../../../src/restore/rules/checks.js";
import { allUsers, backupItem, choices, dependencies, directory, exclude, include, policyOf } from "./support.js";
import { runChecks } from "./whole-scope.js";

/** The same value, which counts every time that anything of it is read. */
function counting<Value extends object>(value: Value, count: () => void): Value {
  const watched = new WeakMap<object, object>();
  const watch = <Part>(part: Part): Part => {
    if (typeof part !== "object" || part === null) return part;
    const known = watched.get(part);
    if (known !== undefined) return known as Part;
    const proxy = new Proxy(part, {
      get: (object, field, receiver) => {
        count();
        return watch(Reflect.get(object, field, receiver) as unknown);
      },
      ownKeys: (object) => {
        count();
        return Reflect.ownKeys(object);
      },
    });
    watched.set(part, proxy);
    return proxy;
  };
  return watch(value);
}

const rule = "device_vendor_msft_policy_config_defender_attacksurfacereductionrules_blockadobereader";
const groups = [{ id: "shared", name: "Shared" }];

type Kind = readonly [name: string, item: (index: number) => Partial<BackupItem>, present: boolean];

const kinds: readonly Kind[] = [
  ["the target has under the same ids", () => ({}), true],
  ["the target lacks", () => ({}), false],
  [
    "all refer to one group, one filter and one tag",
    () => ({
      assignments: [include("shared", { filter: { id: "f1", mode: "include" } })],
      scopeTagIds: ["0", "7"],
    }),
    true,
  ],
  [
    "each refer to groups that nobody knows",
    (index) => ({ assignments: [include(`g${index}`), exclude(`x${index}`)] }),
    true,
  ],
  ["were captured without assignments and tags", () => ({ assignments: null, scopeTagIds: null }), false],
  ["would be enforced", () => ({ payload: choices({ [rule]: "block" }), assignments: [allUsers] }), true],
  ["are never written", () => ({ type: "conditional_access" }), true],
];

describe("RW-14 checks do work in proportion to the number of items", () => {
  const readsFor = (length: number, [, fields, present]: Kind): number => {
    const items = Array.from({ length }, (_, index) => backupItem({ name: `Policy ${index}`, ...fields(index) }));
    const target = directory({ groups });
    const policies = items.map((item) =>
      policyOf(item, { payload: choices({ [rule]: "audit" }), assignments: [allUsers, exclude("x")] }),
    );
    const inputs: CheckInputs = {
      items,
      policies: present ? policies : [],
      limits: [],
      backupCapturedAt: "2026-02-01T00:00:00Z",
      dependencies: dependencies(items, target),
      restoreMode: "create_missing",
      directory: target,
    };
    let reads = 0;
    const found = runChecks(counting(inputs, () => (reads += 1)));
    expect(new Set(found.map(({ itemId }) => itemId)).size).toBe(length);
    return reads;
  };

  test.each(kinds)("ten thousand items that %s take ten times the reads of a thousand, and no more", (...kind) => {
    const [thousand, tenThousand] = [readsFor(1_000, kind), readsFor(10_000, kind)];
    expect(thousand).toBeGreaterThan(1_000);
    expect(tenThousand).toBeLessThanOrEqual(thousand * 10);
  });
});
