import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { leavesOf } from "../../../src/restore/rules/leaves.js";
import { writablePayload } from "../../../src/restore/rules/noise.js";
import { reversed } from "../../support/payloads.js";
import { cases } from "../../support/property.js";
import { backupItem, policyOf } from "./support.js";

const id = "device_x";
const setting = (value: JsonObject): JsonObject => ({
  settings: [{ id: "0", settingInstance: { settingDefinitionId: id, ...value } }],
});

function changes(before: JsonObject, after: JsonObject) {
  const intended = { name: null, payload: after, assignments: null, scopeTagIds: null };
  return diffContent(policyOf(backupItem({ payload: before })), intended).changes;
}

const choiceAndSimple = (option: string): JsonObject => ({
  choiceSettingValue: { value: `${id}_${option}`, children: [] },
  simpleSettingValue: { value: 1 },
});
const typed = (type: string): JsonObject => ({
  simpleSettingValue: { "@odata.type": `#microsoft.graph.deviceManagementConfiguration${type}`, value: "1" },
});

const field = fc.constantFrom(
  ...["settings", "settingInstance", "settingDefinitionId", "children", "value", "@odata.type", "id", "name"],
  ...["choiceSettingValue", "simpleSettingValue", "groupSettingValue", "settingDefinitions", "createdDateTime"],
  ...["choiceSettingCollectionValue", "simpleSettingCollectionValue", "groupSettingCollectionValue", "x@odata.type"],
  ...["settingInstanceTemplateReference", "other"],
);
/** Trees of the fields that say how a payload is to be read, anywhere. */
const trees = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constant("leaf"),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
    tie("object"),
  ),
  object: fc.dictionary(field, tie("value"), { maxKeys: 4 }),
})).object;

describe("BY-7 nothing that would be written is hidden from the operator", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["a choice beside a simple value", choiceAndSimple("1"), choiceAndSimple("0")],
    [
      "a field beside a simple value",
      { simpleSettingValue: { value: 1 } },
      { simpleSettingValue: { value: 1, off: { all: true } } },
    ],
    [
      "a field beside a choice",
      { choiceSettingValue: { value: "1" } },
      { choiceSettingValue: { value: "1", off: true } },
    ],
    ["a field beside a group's settings", { groupSettingValue: {} }, { groupSettingValue: { off: true } }],
    [
      "a field of a group's entry",
      { groupSettingCollectionValue: [{ children: [] }] },
      { groupSettingCollectionValue: [{ children: [], off: 1 }] },
    ],
    [
      "one more entry, empty",
      { groupSettingCollectionValue: [{ children: [] }] },
      { groupSettingCollectionValue: [{ children: [] }, { children: [] }] },
    ],
    [
      "an object in a collection",
      { simpleSettingCollectionValue: [{ value: { a: 1 } }] },
      { simpleSettingCollectionValue: [{ value: { a: 2 } }] },
    ],
    [
      "a field called settingDefinitions",
      { simpleSettingValue: { value: 1 }, settingDefinitions: { off: true } },
      { simpleSettingValue: { value: 1 }, settingDefinitions: { off: false } },
    ],
    ["another type of value", typed("StringSettingValue"), typed("SecretSettingValue")],
    [
      "a template reference that holds more",
      { settingInstanceTemplateReference: null },
      { settingInstanceTemplateReference: { off: true } },
    ],
  ])("%s is a change", (_, before, after) => {
    expect(changes(setting(before), setting(after)).length).toBeGreaterThan(0);
    expect(changes(setting(after), setting(before)).length).toBeGreaterThan(0);
  });

  test("a type that only repeats the shape of its value is not one", () => {
    expect(changes(setting(typed("StringSettingValue")), setting({ simpleSettingValue: { value: "1" } }))).toEqual([]);
  });

  test("every value that is written is shown, or is the type or template that says how to read its object", () => {
    fc.assert(
      fc.property(trees, (unmarked) => {
        const written = writablePayload(marked(unmarked));
        const { meaning, noise } = leavesOf(written);
        const shown = [...meaning].flatMap(([key, { value }]) => [key, JSON.stringify(value)]).join("\n");
        const read = [...noise.values()].flatMap(({ value }) => value);
        expect(markersOf(written).filter((marker) => !shown.includes(marker) && !read.includes(marker))).toEqual([]);
        for (const key of noise.keys()) expect(key).toMatch(/@odata\.type|TemplateReference/);
      }),
      { numRuns: cases() },
    );
  });
});

describe("BY-7 what a payload says", () => {
  test("does not depend on the order of its fields", () => {
    const said = (payload: JsonObject) => {
      const { meaning, noise } = leavesOf(payload);
      return [meaning, noise].map((leaves) =>
        [...leaves].map(([key, { value }]) => JSON.stringify([key, value])).sort(),
      );
    };
    fc.assert(
      fc.property(trees, (tree) => {
        expect(said(reversed(tree))).toEqual(said(tree));
      }),
      { numRuns: cases() },
    );
  });
});

/** The same tree with a text of its own in each place, spelled so that none is part of another. */
function marked(tree: JsonObject): JsonObject {
  let count = 0;
  return JSON.parse(JSON.stringify(tree, (_, value: JsonValue) => (value === "leaf" ? `<${(count += 1)}>` : value)));
}

function markersOf(tree: JsonObject): readonly string[] {
  return JSON.stringify(tree).match(/<\d+>/g) ?? [];
}
