import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/safety/index.js";
import { itemChangeSchema } from "../../../reference/api/changes.js";
import { assignmentValue, valueOfLeaf } from "../../../src/restore/rules/change-data.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { child } from "../../../src/restore/rules/places.js";
import { payloadPairs } from "../../support/payloads.js";
import { agree, cases } from "../../support/property.js";
import { allUsers, backupItem, choices, exclude, include, inWords, policyOf } from "./support.js";

const only = (before: JsonObject, after: JsonObject) => {
  const intended = { name: null, payload: after, assignments: null, scopeTagIds: null };
  return diffContent(policyOf(backupItem({ payload: before })), intended).changes;
};
const causes = (before: JsonObject, after: JsonObject) =>
  only(before, after).map(({ certainty }) => certainty.cause ?? "certain");

describe("BY-3 how certain a change is", () => {
  test("a choice of which the export holds only the number is a change of unknown meaning", () => {
    expect(causes(choices({ x: "0" }), choices({ x: "1" }))).toEqual(["choice_meaning_not_exported"]);
    expect(causes(choices({ x: "10" }), choices({ x: "11" }))).toEqual(["choice_meaning_not_exported"]);
    expect(causes(choices({ x: "1" }), choices({ x: "on" }))).toEqual(["choice_meaning_not_exported"]);
    expect(causes(choices({}), choices({ x: "1" }))).toEqual(["choice_meaning_not_exported"]);
    expect(causes(choices({ x: "1st" }), choices({ x: "2nd" }))).toEqual(["certain"]);
    expect(causes({ port: "1" }, { port: "2" })).toEqual(["certain"]);
    expect(causes(choices({ x: "off" }), choices({ x: "on" }))).toEqual(["certain"]);
    expect(causes(choices({ x: "mode1" }), choices({ x: "mode2" }))).toEqual(["certain"]);
    expect(causes({ port: 1 }, { port: 2 })).toEqual(["certain"]);
  });

  test("that holds for one of several choices of a list as well", () => {
    const several = (...values: readonly string[]) => ({
      settingDefinitionId: "x",
      choiceSettingCollectionValue: values.map((value) => ({ value: `x_${value}`, children: [] })),
    });
    const listed = (...values: readonly string[]) => ({ settings: [{ id: "0", settingInstance: several(...values) }] });
    const unknown = "choice_meaning_not_exported";
    expect(causes(listed("1", "2"), listed("1", "3"))).toEqual([unknown, unknown]);
    expect(causes(listed("1"), { settings: [] })).toEqual([unknown]);
    expect(causes(listed("on"), listed("off"))).toEqual(["certain", "certain"]);
  });

  test("an order is one that may or may not matter; what came and went is certain", () => {
    expect(causes({ list: ["a", "b"] }, { list: ["b", "a"] })).toEqual(["order_may_matter"]);
    expect(causes({ list: ["a", "b"] }, { list: ["b", "a", "c"] }).toSorted()).toEqual(["certain", "order_may_matter"]);
    expect(causes({ list: ["a", "b", "a"] }, { list: ["b", "a"] })).toEqual(["certain"]);
  });

  test("one filter for another reaches nobody knows whom; no part that was not read is certain", () => {
    const by = (id: string) => include("g1", { filter: { id, mode: "include" } });
    const after = { name: null, payload: null, assignments: [by("f2")], scopeTagIds: ["7"] };
    const policy = policyOf(backupItem(), { assignments: [by("f1")], scopeTagIds: null });
    expect(diffContent(policy, after).changes.map(({ certainty }) => certainty.cause)).toEqual([
      "target_part_not_read",
      "reach_not_comparable",
    ]);
  });
});

describe("BY-7 assignments", () => {
  const everyone = [allUsers, { ...allUsers, target: { kind: "all_devices" as const } }];
  const reach = (before: Parameters<typeof policyOf>[1], assignments: typeof everyone) =>
    diffContent(policyOf(backupItem(), before), {
      name: null,
      payload: null,
      assignments,
      scopeTagIds: null,
    }).changes.map(inWords);

  test("a group beside everyone reaches nobody more, and nobody fewer without it", () => {
    const both = [...everyone, include("g1")];
    expect(reach({ assignments: everyone }, both).map(([consequence]) => consequence)).toEqual(["changes"]);
    expect(reach({ assignments: both }, everyone).map(([consequence]) => consequence)).toEqual(["changes"]);
    expect(reach({ assignments: [allUsers] }, [allUsers, include("g1")])[0]?.[0]).toBe("widens");
  });

  test("a filter on an exclusion excludes fewer, and so reaches more", () => {
    const filtered = exclude("g1", { filter: { id: "f1", mode: "include" } });
    expect(reach({ assignments: [exclude("g1")] }, [filtered])[0]?.[0]).toBe("widens");
    expect(reach({ assignments: [filtered] }, [exclude("g1")])[0]?.[0]).toBe("removes_protection");
  });

  test("one that now comes from a policy set is said to", () => {
    const fromSet = include("g1", { source: "policy_sets" });
    expect(reach({ assignments: [include("g1")] }, [fromSet])).toEqual([
      ["changes", "Assignments › Source", "Include group with id g1", "Include group with id g1, from a policy set"],
    ]);
  });

  test("everyone with a filter is not everyone", () => {
    const filtered = { ...allUsers, filter: { id: "f1", mode: "include" as const } };
    const some = [filtered, { ...allUsers, target: { kind: "all_devices" as const } }];
    expect(reach({ assignments: some }, [...some, include("g1")])[0]?.[0]).toBe("widens");
  });

  test("one that is listed twice is one", () => {
    expect(reach({ assignments: [include("g1"), include("G1")] }, [include("g1")])).toEqual([]);
  });
});

describe("PF-8 a secret never leaves the rules", () => {
  const secret = "hunter2-correct-horse";

  test.each<[string, JsonObject]>([
    ["as the value of a field", { password: secret }],
    ["in a list", { passwords: [secret, "other"] }],
    ["as the name of an entry", { passwords: [{ name: secret }, { name: "other" }] }],
    [
      "as the name of a rule",
      {
        settings: [
          {
            settingDefinitionId: "rules",
            groupSettingCollectionValue: [
              {
                children: [
                  {
                    settingDefinitionId: "rules_name",
                    simpleSettingValue: {
                      "@odata.type": "#microsoft.graph.deviceManagementConfigurationSecretSettingValue",
                      value: secret,
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  ])("%s", (_, payload) => {
    const text = JSON.stringify([only({}, payload), only(payload, {})]);
    expect(text).not.toContain(secret);
    expect(text).toContain('"secret"');
  });
});

describe("RW-13 what is recorded of a change", () => {
  test("survives JSON and the schema of the API, and is bounded, whatever the payloads hold", () => {
    fc.assert(
      fc.property(payloadPairs, ([before, after]) => {
        const changes = only(before, after);
        const texts = changes.map((change) => JSON.stringify(change));
        const read = texts.map((text) => itemChangeSchema.parse(JSON.parse(text)));
        // Node's comparison: over a million cases, the one of `expect` takes most of the time.
        agree(isDeepStrictEqual(read, changes), true);
        agree(
          texts.every((text) => text.length < 10_000),
          true,
        );
      }),
      { numRuns: cases() },
    );
  });

  test("is bounded in its texts, its lists and its levels, and says how much is left out", () => {
    const long = "x".repeat(100_000);
    const wide = Array.from({ length: 10_000 }, (_, index) => `${long.slice(0, 150)}${index}`);
    for (const change of [...only({}, { [long]: long }), ...only({ list: wide }, { list: wide.toReversed() })]) {
      expect(JSON.stringify(change).length).toBeLessThan(10_000);
    }
    expect(only({}, { a: long })[0]?.after).toEqual({ kind: "text", text: "x".repeat(200), leftOut: 99_800 });
    expect(only({ list: wide }, { list: wide.toReversed() })[0]?.after).toMatchObject({ kind: "list", leftOut: 9_990 });
  });

  test("is whole where it is within the bounds, even a text that ends in half a character", () => {
    const whole = (text: string) => ({ kind: "text", text, leftOut: 0 });
    for (const text of ["\ud83d", `${"x".repeat(199)}\ud83d`, "x".repeat(200)]) {
      expect(only({}, { a: text })[0]?.after).toEqual(whole(text));
    }
    expect(only({}, { a: `😀${"x".repeat(300)}` })[0]?.after).toMatchObject({ text: `😀${"x".repeat(198)}` });
    const nested = (levels: number) => {
      let payload: JsonObject = { end: 1 };
      for (let level = 1; level < levels; level += 1) payload = { next: payload };
      return only({}, payload)[0]?.path.map((part) => (part.kind === "levels_left_out" ? part.levels : part.kind));
    };
    expect(nested(16)).toEqual(Array.from({ length: 16 }, () => "field"));
    const atOneEnd = Array.from({ length: 8 }, () => "field");
    expect(nested(17)).toEqual([...atOneEnd, 1, ...atOneEnd]);
  });

  test("tells one of several settings of one definition by its number, and a choice by what it adds to its setting", () => {
    const twice = (...values: readonly string[]) => ({
      settings: values.map((value) => ({ settingDefinitionId: "x", choiceSettingValue: { value } })),
    });
    expect(only(twice("x_a", "x_b"), twice("x_a", "y_b"))).toMatchObject([
      {
        path: [
          { kind: "field", text: "settings" },
          { kind: "place", number: 2 },
          { kind: "setting", text: "x" },
        ],
        before: { kind: "choice", text: "b" },
        after: { kind: "choice", text: "y_b" },
      },
    ]);
  });

  test("tells an entry that holds nothing, an empty member, and a list of values apart", () => {
    expect(only({}, { list: [{}] })[0]?.after).toEqual({ kind: "empty_entry" });
    expect(only({}, { list: [null] })[0]?.after).toEqual({ kind: "empty_entry" });
    const plain = { secret: false, choiceOf: null };
    expect(valueOfLeaf({ path: child(null, { kind: "field", name: "a" }), value: ["b"], ...plain })).toEqual({
      kind: "list",
      values: [{ kind: "text", text: "b", leftOut: 0 }],
      leftOut: 0,
    });
  });

  test("names what an assignment refers to", () => {
    const names = new Map([["f1", "Corporate"]]);
    const assigned = include("G1", { filter: { id: "F1", mode: "exclude" } });
    expect(assignmentValue(assigned, names)).toEqual({
      kind: "assignment",
      reach: "include_group",
      group: { of: "group", id: { text: "G1", leftOut: 0 }, name: null },
      filter: {
        mode: "exclude",
        filter: {
          of: "assignment_filter",
          id: { text: "F1", leftOut: 0 },
          name: { text: "Corporate", leftOut: 0 },
        },
      },
      fromPolicySet: false,
    });
  });

  test("an entry that holds nothing is not the words for it, and a choice is not the text that it is spelled with", () => {
    const setting = (value: JsonObject) => ({ settings: [{ settingDefinitionId: "x", ...value }] });
    expect(only(setting({}), setting({ simpleSettingValue: { value: "Empty entry" } }))).toHaveLength(1);
    expect(
      only(setting({ choiceSettingValue: { value: "a" } }), setting({ simpleSettingValue: { value: "a" } })),
    ).toHaveLength(1);
  });
});
