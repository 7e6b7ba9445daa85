import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import { alignedChanges } from "../../../src/restore/rules/aligned-changes.js";
import { differingNoise, leafChanges, type StructuralChange } from "../../../src/restore/rules/leaf-changes.js";
import { leavesOf, type Meaning } from "../../../src/restore/rules/leaves.js";
import type { PathNode } from "../../../src/restore/rules/places.js";
import { structuralDiff } from "../../../src/restore/rules/structural-diff.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { applyDiff } from "../../support/apply-diff.js";
import { payloadPairs, payloads, reversed } from "../../support/payloads.js";
import { readsOf } from "../../support/counted.js";
import { agree, cases } from "../../support/property.js";
import { backupItem, choice, inWords, policyOf, simple } from "./support.js";

const said = (meaning: Meaning) =>
  [...meaning]
    .map(([key, { value, choiceOf }]) => JSON.stringify([key, value, choiceOf]))
    .sort()
    .join("\n");

/** A change as it can be compared, in whatever order changes are told. */
const spelled = (change: StructuralChange) =>
  JSON.stringify(change, (field, value: unknown) => (field === "path" ? (value as PathNode).key : value));

const group = (...members: readonly JsonObject[]): JsonObject => ({
  settings: [{ settingInstance: { settingDefinitionId: "rules", groupSettingCollectionValue: members } }],
});
const rule = (port: number): JsonObject => ({
  children: [{ settingDefinitionId: "rules_port", simpleSettingValue: { value: port } }],
});
const ports = (...numbers: readonly number[]) => group(...numbers.map(rule));

function shared(instance: JsonObject): JsonObject {
  return { settingInstance: instance, other: instance, settingDefinitionIds: ["x"] };
}

/** Values of every kind that is read in its own way; undefined for a field that is not there. */
const kindsOfValue: readonly (JsonValue | undefined)[] = [
  ...[undefined, null, "ab", 1, true, false, [], ["a", "b"], ["b", "a"], [null], [[]], [["a"], ["b"]]],
  ...[{}, { a: 1 }, { a: { b: 1 }, c: 2 }, [{ a: 1 }], [{ a: 1 }, { a: 2 }], [{ name: "n", a: 1 }]],
  ...["#microsoft.graph.keyValuePair", "#microsoft.graph.other", { definitionId: "x", value: 1, valueJson: "1" }],
  ...["2", "3"].map((valueJson) => ({ definitionId: "x", value: 2, valueJson })),
  ...[{ settingInstanceTemplateId: "t" }, { settingInstanceTemplateId: "t", off: 1 }],
  ...[
    { name: "password", value: "x" },
    { name: "n", value: "x" },
    { name: "n", value: "x", isEncrypted: true },
  ],
  ...[simple("x", 1), choice("x", "1"), { settingInstance: simple("x", 2), id: "0" }],
];

/** Payloads that hold a value at a place that is read in its own way. */
const places: readonly ((value: JsonValue | undefined) => unknown)[] = [
  ...["a", "id", "password", "requirePassword", "settings", "settingInstance", "createdDateTime"].map(
    (field) => (value: JsonValue | undefined) => ({ [field]: value, other: 1 }),
  ),
  ...["a", "@odata.type", "settingInstanceTemplateReference", "password"].map(
    (field) => (value: JsonValue | undefined) => ({ around: { [field]: value, other: 1 } }),
  ),
  (value) => ({ assignments: { a: value } }),
  (value) => ({ settings: [{ name: "n", a: value }, simple("y", 1)] }),
  (value) => ({ list: [{ a: value }, { b: 1 }] }),
];

/** Changes as an operator reads them. */
function read(before: JsonObject, after: JsonObject) {
  const intended = { name: null, payload: after, assignments: null, scopeTagIds: null };
  return diffContent(policyOf(backupItem({ payload: before })), intended).changes.map(inWords);
}

describe("BY-7 the structural difference of two payloads", () => {
  test("made to the older one gives what the newer one means, and is the one that reading both whole gives", () => {
    fc.assert(
      fc.property(payloadPairs, ([before, after]) => {
        const { changes, noise } = structuralDiff(before, after);
        const [present, intended] = [leavesOf(before), leavesOf(after)];
        agree(said(applyDiff(present.meaning, changes)), said(intended.meaning));
        agree(changes.length === 0, leafChanges(present.meaning, intended.meaning).length === 0);
        agree(noise, differingNoise(present, intended));
        const whole = alignedChanges(present.meaning, intended.meaning);
        agree(changes.map(spelled).sort().join("\n"), whole.map(spelled).sort().join("\n"));
      }),
      { numRuns: cases() },
    );
  });

  test("is told field by field, whatever kind of value becomes whatever other kind, and wherever it stands", () => {
    const told = (changes: readonly StructuralChange[], noise: number) =>
      [...changes.map(spelled).sort(), `and ${noise} without meaning`].join("\n");
    const differing = () => {
      for (const place of places) {
        const sides = kindsOfValue.map((value) => {
          const payload = JSON.parse(JSON.stringify(place(value))) as JsonObject;
          return [payload, leavesOf(payload)] as const;
        });
        for (const [before, present] of sides) {
          for (const [after, intended] of sides) {
            const { changes, noise } = structuralDiff(before, after);
            const whole = alignedChanges(present.meaning, intended.meaning);
            const same = told(changes, noise) === told(whole, differingNoise(present, intended));
            if (!same) return { before, after, changes: changes.map(spelled), whole: whole.map(spelled) };
          }
        }
      }
      return null;
    };
    expect(differing()).toBeNull();
  });

  test("of a payload and itself, fields in another order, is empty", () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const { changes, noise } = structuralDiff(payload, reversed(payload));
        agree(changes.length + noise, 0);
      }),
      { numRuns: cases() },
    );
  });

  test.each<[string, JsonObject]>([
    [
      "a setting and its value say of what type they are",
      { settingDefinitionId: "x", "@odata.type": "a", simpleSettingValue: { "@odata.type": "b", value: null } },
    ],
    [
      "a setting and its value hold a field of one name",
      { settingDefinitionId: "x", a: 1, groupSettingValue: { a: 2 } },
    ],
    [
      "a setting that does not say which one it is stands beside fields of its own names",
      { a: 1, settingInstance: { a: 2 } },
    ],
    ["two fields hold one and the same object", shared({ settingDefinitionId: "x", simpleSettingValue: { value: 1 } })],
  ])("does not depend on the order of fields where %s", (_, payload) => {
    expect(structuralDiff(payload, reversed(payload))).toEqual({ changes: [], noise: 0 });
    const { changes } = structuralDiff({}, payload);
    expect(new Set(changes.map(({ path }) => path.key)).size).toBe(changes.length);
    expect(changes.filter(({ path }) => path.segment.kind === "occurrence")).toEqual([]);
  });
});

describe("BY-7 entries with a name", () => {
  test("a kind of action that is called as another one is numbered is not taken for it", () => {
    const actions = (...kinds: readonly (readonly [string, number])[]) => ({
      scheduledActionsForRule: [
        { scheduledActionConfigurations: kinds.map(([actionType, hours]) => ({ actionType, hours })) },
      ],
    });
    expect(leavesOf(actions(["block", 1], ["block", 2], ["block 2", 3])).meaning.size).toBe(6);
  });

  test("a setting that is called as the place of another one is not taken for it", () => {
    const place = structuralDiff({}, { settings: [{ settingDefinitionId: "x" }] }).changes[0]?.path.parent?.key ?? "";
    const id = `${place}["occurrence",2]`;
    const twice = (...values: readonly number[]) => ({
      settings: values.map((value) => ({ settingDefinitionId: id, simpleSettingValue: { value } })),
    });
    const { changes } = structuralDiff(twice(0, 1), twice(1, 2));
    expect(
      changes.map((change) => (change.kind === "value" ? [change.before?.value, change.after?.value] : null)),
    ).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

describe("BY-7 entries without a name", () => {
  test("one that is taken from the middle is one entry less, and no change of those after it", () => {
    expect(read(ports(53, 80, 443, 8080), ports(53, 443, 8080))).toEqual([
      ["removes_protection", "Rules › entry 2 › Port", "80", null],
    ]);
  });

  test("one that is put in front is one entry more", () => {
    expect(read(ports(80, 443), ports(53, 80, 443))).toEqual([["adds", "Rules › entry 1 › Port", null, "53"]]);
  });

  test("one that changed is the same entry where the others are as they were", () => {
    expect(read(ports(53, 80, 443), ports(53, 81, 443))).toEqual([["changes", "Rules › entry 2 › Port", "80", "81"]]);
  });

  test("those that passed one another are one change of order, of which nobody recorded whether it matters", () => {
    expect(read(ports(53, 80, 443), ports(443, 53, 80))).toEqual([["changes", "Rules › Order", "1, 2, 3", "3, 1, 2"]]);
    expect(read(ports(53, 80), ports(80, 7, 53))).toEqual([
      ["changes", "Rules › Order", "1, 2", "2, 1"],
      ["adds", "Rules › entry 2 › Port", null, "7"],
    ]);
    const [change] = structuralDiff(ports(53, 80), ports(80, 53)).changes;
    expect(change).toMatchObject({
      kind: "places",
      order: true,
      from: [
        { to: 1, from: 2 },
        { to: 2, from: 1 },
      ],
    });
  });

  test("one that stands where it stood is part of the order that the others changed", () => {
    expect(read({ list: [{ n: 1 }, { n: 2 }, { n: 3 }] }, { list: [{ n: 3 }, { n: 2 }, { n: 1 }] })).toEqual([
      ["changes", "List › Order", "1, 2, 3", "3, 2, 1"],
    ]);
  });

  test("equal ones are not told apart: one fewer of three is one entry less", () => {
    expect(read(ports(80, 80, 80), ports(80, 80))).toHaveLength(1);
  });

  test("one that changed where it stands moves none", () => {
    expect(structuralDiff(ports(53, 80), ports(53, 81)).changes.map(({ kind }) => kind)).toEqual(["value"]);
  });

  test("one that moved is the same whatever the order of its fields", () => {
    const entries = (...list: readonly JsonObject[]) => ({ list });
    const [one, other] = [
      { port: 1, from: "any" },
      { port: 2, from: "any" },
    ];
    expect(read(entries(one, other), entries(reversed(other), reversed(one)))).toEqual([
      ["changes", "List › Order", "1, 2", "2, 1"],
    ]);
  });

  test("one that holds nothing has its place among the others", () => {
    expect(read({ list: [{}, { a: 1 }, { a: 2 }] }, { list: [{ a: 1 }, { a: 2 }] })).toEqual([
      ["removes_protection", "List › entry 1", "Empty entry", null],
    ]);
    expect(read({ list: [{ a: 1 }, {}] }, { list: [{}, { a: 1 }] })).toEqual([
      ["changes", "List › Order", "1, 2", "2, 1"],
    ]);
  });

  test("one that moved and lost a field loses it where it stands now", () => {
    expect(read({ list: [{ a: 1 }, { b: 1, c: 2 }] }, { list: [{ x: 9 }, { a: 1 }, { b: 1 }] })).toEqual([
      ["removes_protection", "List › entry 3 › C", "2", null],
      ["adds", "List › entry 1 › X", null, "9"],
    ]);
  });

  test("each of two lists of one payload is followed by itself", () => {
    const two = (one: readonly number[], other: readonly number[]) => ({
      one: one.map((n) => ({ n })),
      other: other.map((n) => ({ n })),
    });
    expect(read(two([1, 2, 3], [4, 5, 6]), two([2, 3], [4, 6]))).toEqual([
      ["removes_protection", "One › entry 1 › N", "1", null],
      ["removes_protection", "Other › entry 2 › N", "5", null],
    ]);
  });

  test("lists within lists are followed eight deep, and place by place below that", () => {
    const nested = (depth: number, numbers: readonly number[]) => {
      let list: JsonValue = numbers.map((n) => ({ n }));
      for (let level = 1; level < depth; level += 1) list = [list];
      return { list };
    };
    const valuesOf = (depth: number) =>
      structuralDiff(nested(depth, [1, 2, 3]), nested(depth, [2, 3])).changes.flatMap((change) =>
        change.kind === "value" ? [[change.before?.value, change.after?.value]] : [],
      );
    expect(valuesOf(8)).toEqual([[1, undefined]]);
    expect(valuesOf(9)).toEqual([
      [1, 2],
      [2, 3],
      [3, undefined],
    ]);
  });

  test("lists in lists are followed too", () => {
    const nested = (...lists: readonly (readonly number[])[]) => ({ a: lists.map((list) => list.map((n) => ({ n }))) });
    expect(read(nested([1, 2], [3, 4, 5]), nested([0], [1, 2], [3, 5]))).toEqual([
      ["removes_protection", "A › entry 3 › entry 2 › N", "4", null],
      ["adds", "A › entry 1 › N", null, "0"],
    ]);
  });
});

describe("BY-7 lists of values", () => {
  const told = (before: JsonValue, after: JsonValue) =>
    structuralDiff({ list: before }, { list: after }).changes.map((change) => {
      if (change.kind !== "list") return change.kind;
      const { removed, added, order } = change;
      return { removed: removed.map(({ at }) => at), added: added.map(({ at }) => at), order };
    });

  test.each<[string, readonly JsonValue[], readonly JsonValue[], readonly number[], readonly number[], boolean]>([
    ["one more at the end", ["a"], ["a", "b"], [], [1], false],
    ["one fewer at the end", ["a", "b"], ["a"], [1], [], false],
    ["one of two that are the same", ["a", "a"], ["a"], [1], [], false],
    ["one more that is the same", ["a"], ["a", "a"], [], [1], false],
    ["one for another", ["a", "b", "c"], ["a", "x", "c"], [1], [1], false],
    ["the first of three, of which two are the same", ["a", "b", "a"], ["b", "a"], [0], [], false],
    ["two that passed one another, and one more", ["a", "b"], ["b", "x", "a"], [], [1], true],
    ["a text for the number that it spells", ["1", 2], [1, 2], [0], [0], false],
    ["an empty member for none", [null, "a"], ["a"], [0], [], false],
  ])("%s", (_, before, after, removed, added, order) => {
    expect(told(before, after)).toEqual([{ removed, added, order }]);
  });

  test("a list is not the text that its members spell, nor a list of one its member", () => {
    expect(told(["a", "b"], "ab")).toEqual(["value"]);
    expect(told("ab", ["a", "b"])).toEqual(["value"]);
    expect(told(["a"], "a")).toEqual(["value"]);
  });

  test("choices are not the texts that they are spelled with", () => {
    const listed = (kind: "choice" | "simple"): JsonObject => ({
      settings: [{ settingDefinitionId: "x", [`${kind}SettingCollectionValue`]: [{ value: "x_1" }, { value: "x_2" }] }],
    });
    expect(structuralDiff(listed("choice"), listed("simple")).changes.map(({ kind }) => kind)).toEqual(["value"]);
  });
});

describe("BY-7 what carries no meaning is counted", () => {
  const setting = (type: string) => ({ settings: [{ "@odata.type": type, settingInstance: simple("x", 1) }] });

  test.each<[string, JsonObject, JsonObject, number]>([
    ["a field of the payload that came", {}, { version: 2 }, 1],
    ["a field of the payload that went", { version: 1 }, {}, 1],
    ["a field of the payload that changed", { version: 1 }, { version: 2 }, 1],
    ["what is the same", { version: 1 }, { version: 1 }, 0],
    ["a list that changed", { roleScopeTags: ["1", "2"] }, { roleScopeTags: ["1"] }, 1],
    ["a list that is the same", { roleScopeTags: ["1"] }, { roleScopeTags: ["1"] }, 0],
    ["the type of a setting that changed", setting("a"), setting("b"), 1],
    ["the type of a setting that came with it", { settings: [] }, setting("a"), 0],
    ["the type of a setting that went with it", setting("a"), { settings: [] }, 0],
    ["the type of an object within a field", { a: { "x@odata.type": 1 } }, { a: {} }, 0],
  ])("%s", (_, before, after, noise) => {
    expect(structuralDiff(before, after).noise).toBe(noise);
  });
});

describe("BY-7 no payload is too large or too deep", () => {
  const reads = (payload: (from: number, count: number) => JsonObject, count: number) =>
    readsOf({ before: payload(0, count), after: payload(count / 2, count) }, ({ before, after }) =>
      structuralDiff(before, after),
    );

  test("ten thousand members more and fewer are told one by one", () => {
    const list = (from: number) => ({ apps: Array.from({ length: 10_000 }, (_, index) => `app-${from + index}`) });
    const [change] = structuralDiff(list(0), list(5_000)).changes;
    expect(change).toMatchObject({ kind: "list", order: false });
    expect(change?.kind === "list" ? [change.removed.length, change.added.length] : null).toEqual([5_000, 5_000]);
  });

  test("ten thousand entries without names are followed", () => {
    const list = (from: number) => ({ rules: Array.from({ length: 10_000 }, (_, index) => ({ port: from + index })) });
    expect(structuralDiff(list(0), list(1)).changes.map(({ kind }) => kind)).toEqual(["value", "places", "value"]);
  });

  test.each<[string, (number: number) => JsonValue]>([
    ["values", (number) => `app-${number}`],
    ["entries without names", (number) => ({ port: number })],
    ["entries with names", (number) => ({ name: `rule ${number}`, port: number })],
    ["settings", (number) => ({ settingInstance: simple(`device_${number}`, number) })],
  ])("a list of eight times as many %s is read hardly more than eight times as often", (_, member) => {
    const list = (from: number, count: number) => ({
      settings: Array.from({ length: count }, (_each, index) => member(from + index)),
    });
    const few = reads(list, 200);
    expect(few).toBeGreaterThan(200);
    expect(reads(list, 1_600)).toBeLessThan(few * 9);
  });

  const entry = (name: string, port: number) => ({ name, port, protocol: "tcp", from: "any" });

  test.each<[string, (name: string, value: number) => JsonValue]>([
    ["entries with names in a list", entry],
    ["settings in a list", (name, value) => ({ settingInstance: simple(name, value) })],
    ["fields with fields of their own", entry],
  ])("of two hundred %s one differs, and the others are only compared", (where, member) => {
    const payload = (differing: number): JsonObject => {
      const members = Array.from({ length: 200 }, (_each, index) => {
        const name = `device_${index}`;
        return [name, member(name, index === 7 ? differing : index)] as const;
      });
      return where.endsWith("list")
        ? { settings: members.map(([, each]) => each) }
        : { rules: Object.fromEntries(members) };
    };
    const input = { before: payload(7), after: payload(1_000) };
    expect(structuralDiff(input.before, input.after).changes).toHaveLength(1);
    expect(readsOf(input, ({ before, after }) => structuralDiff(before, after))).toBeLessThan(
      readsOf(input, ({ before, after }) => [leavesOf(before), leavesOf(after)]),
    );
  });

  test.each(["objects", "lists"])("no depth of %s breaks it", (kind) => {
    const deep = (end: JsonValue) => {
      let value: JsonValue = { end };
      for (let level = 0; level < 20_000; level += 1) value = kind === "objects" ? { next: value } : [value];
      return { deep: value };
    };
    expect(structuralDiff(deep(1), deep(1)).changes).toEqual([]);
    expect(structuralDiff(deep(1), deep(2)).changes).toHaveLength(1);
    const { changes } = diffContent(policyOf(backupItem({ payload: deep(1) })), {
      name: null,
      payload: deep(2),
      assignments: null,
      scopeTagIds: null,
    });
    expect(JSON.stringify(changes).length).toBeLessThan(2_000);
  });
});
