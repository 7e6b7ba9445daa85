import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { type Leaf, leavesOf } from "../../../src/restore/rules/leaves.js";
import { writablePayload } from "../../../src/restore/rules/noise.js";
import type { PathNode } from "../../../src/restore/rules/places.js";
import { reversed } from "../../support/payloads.js";
import { agree, cases } from "../../support/property.js";
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
        agree(markersOf(written).find((marker) => !shown.includes(marker) && !read.includes(marker)) ?? null, null);
        for (const key of noise.keys()) agree(/@odata\.type|TemplateReference/.test(key) ? null : key, null);
      }),
      { numRuns: cases() },
    );
  });
});

describe("BY-7 what a payload says", () => {
  const wordOf = ({ segment }: PathNode): string => {
    switch (segment.kind) {
      case "field":
        return segment.name;
      case "setting":
        return `(${segment.definitionId})`;
      case "entry":
        return `“${segment.label}”`;
      case "place":
        return `#${segment.number}`;
      case "occurrence":
        return `×${segment.number}`;
    }
  };
  const placeOf = (path: PathNode): string =>
    path.parent === null ? wordOf(path) : `${placeOf(path.parent)}/${wordOf(path)}`;
  const told = (leaves: ReadonlyMap<string, Leaf>) =>
    [...leaves.values()].map(({ path, value, secret, choiceOf }) =>
      [placeOf(path), JSON.stringify(value), secret ? "secret" : "", choiceOf === null ? "" : `choice of ${choiceOf}`]
        .filter((word) => word !== "")
        .join(" "),
    );
  const inside: JsonObject = { settingDefinitionId: "y", simpleSettingValue: { value: 2 } };
  const of = (type: string) => `#microsoft.graph.deviceManagementConfiguration${type}`;
  const x = "settings/(device_x)";

  test.each<[string, JsonObject, readonly string[]]>([
    ["its fields, in their order", { b: 1, a: { c: 2 } }, ["b 1", "a/c 2"]],
    ["nothing where a field holds nothing", { a: null, b: [], c: {}, d: { e: [] } }, []],
    ["the values of a list as one", { list: ["a", null] }, ['list ["a",null]']],
    [
      "the entries of a list, and last those that hold nothing",
      { list: [{}, { a: 1 }] },
      ["list/#2/a 1", "list/#1 []"],
    ],
    ["of entries that hold nothing the inner one, which shows what is around it", { list: [[{}]] }, ["list/#1/#1 []"]],
    ["an entry of which only the tenant's id is known", { settings: [{ id: "1" }] }, ["settings/#1 []"]],
    ["nothing of entries of what carries no meaning", { assignments: [{}] }, []],
    [
      "a field beside a setting apart from it",
      { settings: [{ a: 1, settingInstance: inside }] },
      ["settings/“y”/a 1", "settings/(y) 2"],
    ],
    [
      "a value twice where it is spelled otherwise",
      { a: [{ definitionId: "d", value: 5, valueJson: "6" }] },
      ['a/(d)/definitionId "d"', "a/(d)/value 5", 'a/(d)/valueJson "6"'],
    ],
    [
      "a value once where it is spelled again",
      { a: [{ definitionId: "d", value: 5, valueJson: "5" }] },
      ['a/(d)/definitionId "d"', "a/(d)/value 5"],
    ],
    [
      "what is no second spelling",
      { a: [{ definitionId: "d", value: 5, valueJson: 5 }] },
      ['a/(d)/definitionId "d"', "a/(d)/value 5", "a/(d)/valueJson 5"],
    ],
    [
      "a second spelling that nobody can read",
      { a: { definitionId: "d", value: 5, valueJson: "{" } },
      ['a/definitionId "d"', "a/value 5", 'a/valueJson "{"'],
    ],
    [
      "both where no definition says that they are one",
      { a: { definitionId: 1, value: 5, valueJson: "5" } },
      ["a/definitionId 1", "a/value 5", 'a/valueJson "5"'],
    ],
    [
      "the type of a secret, and not the secret",
      { password: { "@odata.type": "a", inner: "b" } },
      ['password/@odata.type "a"', 'password/inner "b" secret'],
    ],
  ])("is %s", (_, payload, expected) => {
    expect(told(leavesOf(payload).meaning)).toEqual(expected);
  });

  test.each<[string, JsonObject, readonly string[]]>([
    ["its value", { simpleSettingValue: { value: 1 } }, [`${x} 1`]],
    [
      "its choice, and the settings below it",
      { choiceSettingValue: { value: "a", children: [inside] } },
      [`${x} "a" choice of device_x`, `${x}/(y) 2`],
    ],
    ["that it is there, where it has no value", { simpleSettingValue: { value: null } }, [`${x} []`]],
    [
      "each of two kinds of value, apart",
      { choiceSettingValue: { value: "a", b: 1 }, simpleSettingValue: { value: 2, c: 3 } },
      [
        `${x}/choiceSettingValue "a" choice of device_x`,
        `${x}/simpleSettingValue 2`,
        `${x}/choiceSettingValue/b 1`,
        `${x}/simpleSettingValue/c 3`,
      ],
    ],
    [
      "one kind of value where the other is null",
      { simpleSettingValue: { value: 1 }, choiceSettingValue: null },
      [`${x} 1`],
    ],
    [
      "several values as one",
      { simpleSettingCollectionValue: [{ value: 1 }, { value: null }, {}] },
      [`${x} [1,null,null]`],
    ],
    ["that it is there, where it has several of none", { simpleSettingCollectionValue: [] }, [`${x} []`]],
    [
      "what is no value in a collection, by its place",
      { simpleSettingCollectionValue: [5, { value: { a: 1 } }] },
      [`${x}/#1 5`, `${x}/#2/value/a 1`],
    ],
    [
      "several choices as one, and what is below each",
      { choiceSettingCollectionValue: [{ value: "a", children: [inside] }, { value: "b" }] },
      [`${x} ["a","b"] choice of device_x`, `${x}/#1/(y) 2`],
    ],
    [
      "the entries of a group, and what they hold beside settings",
      { groupSettingCollectionValue: [{ children: [] }, { children: [inside], a: 1, value: 3 }] },
      [`${x}/#2/(y) 2`, `${x}/#2/a 1`, `${x}/#2/value 3`, `${x}/#1 []`],
    ],
    [
      "the settings of a group, and what stands beside them",
      { groupSettingValue: { children: [inside], a: true, value: 1 } },
      [`${x}/(y) 2`, `${x}/groupSettingValue/a true`, `${x}/groupSettingValue/value 1`],
    ],
    [
      "what is no value where one should be",
      { simpleSettingValue: 5, choiceSettingCollectionValue: { a: 1 } },
      [`${x}/simpleSettingValue 5`, `${x}/choiceSettingCollectionValue/a 1`],
    ],
    [
      "children that are no list",
      { simpleSettingValue: { value: 1, children: { a: 1 } } },
      [`${x} 1`, `${x}/simpleSettingValue/children/a 1`],
    ],
    [
      "nothing of types that its shape tells already",
      {
        "@odata.type": of("SimpleSettingInstance"),
        simpleSettingValue: { "@odata.type": of("IntegerSettingValue"), value: 1 },
      },
      [`${x} 1`],
    ],
    [
      "nothing of the type of a choice",
      {
        "@odata.type": of("ChoiceSettingInstance"),
        choiceSettingValue: { "@odata.type": of("ChoiceSettingValue"), value: "a" },
      },
      [`${x} "a" choice of device_x`],
    ],
    [
      "nothing of the types of a group",
      {
        "@odata.type": of("GroupSettingCollectionInstance"),
        groupSettingCollectionValue: [{ "@odata.type": of("GroupSettingValue"), a: 1 }],
      },
      [`${x}/#1/a 1`],
    ],
    [
      "nothing of a type that is spelled short",
      { simpleSettingValue: { "@odata.type": of("StringSettingValue").slice(1), value: "a" } },
      [`${x} "a"`],
    ],
    [
      "types that its shape contradicts",
      {
        "@odata.type": of("ChoiceSettingInstance"),
        simpleSettingValue: { "@odata.type": of("IntegerSettingValue"), value: "1" },
      },
      [
        `${x} "1"`,
        `${x}/@odata.type ${JSON.stringify(of("ChoiceSettingInstance"))}`,
        `${x}/simpleSettingValue/@odata.type ${JSON.stringify(of("IntegerSettingValue"))}`,
      ],
    ],
    [
      "a type that it does not repeat word by word",
      {
        simpleSettingValue: {
          "@odata.type": "deviceManagement#microsoft.graph.ConfigurationStringSettingValue",
          other: of("StringSettingValue"),
          value: "a",
        },
      },
      [
        `${x} "a"`,
        `${x}/simpleSettingValue/@odata.type "deviceManagement#microsoft.graph.ConfigurationStringSettingValue"`,
        `${x}/simpleSettingValue/other ${JSON.stringify(of("StringSettingValue"))}`,
      ],
    ],
    [
      "the type of a setting that has two kinds of value",
      {
        "@odata.type": of("ChoiceSettingInstance"),
        choiceSettingValue: { value: "a" },
        simpleSettingValue: { value: 1 },
      },
      [
        `${x}/choiceSettingValue "a" choice of device_x`,
        `${x}/simpleSettingValue 1`,
        `${x}/@odata.type ${JSON.stringify(of("ChoiceSettingInstance"))}`,
      ],
    ],
    [
      "its value without the template that it was made from",
      { simpleSettingValue: { value: 1 }, settingInstanceTemplateReference: { settingInstanceTemplateId: "t" } },
      [`${x} 1`],
    ],
    [
      "a list that stands beside its value",
      { simpleSettingValue: { value: 1, off: ["a"] } },
      [`${x} 1`, `${x}/simpleSettingValue/off ["a"]`],
    ],
    [
      "a list of values by their places, whatever they are called",
      { simpleSettingCollectionValue: [{ value: 1, name: "a", off: 2 }] },
      [`${x} [1]`, `${x}/#1/name "a"`, `${x}/#1/off 2`],
    ],
    ["a member of its list that is no value", { simpleSettingCollectionValue: [null] }, [`${x}/#1 []`]],
    [
      "a whole number by its type where it is a switch",
      { simpleSettingValue: { "@odata.type": of("IntegerSettingValue"), value: true } },
      [`${x} true`, `${x}/simpleSettingValue/@odata.type ${JSON.stringify(of("IntegerSettingValue"))}`],
    ],
    [
      "the type of a value of which nobody knows one",
      { simpleSettingValue: { "@odata.type": of("StringSettingValue"), value: true } },
      [`${x} true`, `${x}/simpleSettingValue/@odata.type ${JSON.stringify(of("StringSettingValue"))}`],
    ],
    [
      "what is secret by its type, with all that stands beside it",
      { simpleSettingValue: { "@odata.type": of("SecretSettingValue"), value: "a", state: "b" } },
      [
        `${x} "a" secret`,
        `${x}/simpleSettingValue/@odata.type ${JSON.stringify(of("SecretSettingValue"))}`,
        `${x}/simpleSettingValue/state "b" secret`,
      ],
    ],
    [
      "all values as secret where one is",
      { simpleSettingCollectionValue: [{ value: "a" }, { "@odata.type": of("SecretSettingValue"), value: "b" }] },
      [`${x} ["a","b"] secret`, `${x}/#2/@odata.type ${JSON.stringify(of("SecretSettingValue"))}`],
    ],
  ])("and of a setting it is %s", (_, value, expected) => {
    expect(told(leavesOf(setting(value)).meaning)).toEqual(expected);
  });

  test("and the only value of a list of a setting has a place all the same", () => {
    const [, beside] = leavesOf(setting({ simpleSettingCollectionValue: [{ value: 1, off: 2 }] })).meaning.values();
    expect(beside?.path.parent?.segment).toEqual({ kind: "place", number: 1, alone: false });
  });

  test("and a text is secret where the setting is called so, a choice is not", () => {
    const called = (value: JsonObject) => ({ settings: [{ settingDefinitionId: "wifi_password", ...value }] });
    expect(told(leavesOf(called({ simpleSettingValue: { value: "a" } })).meaning)).toEqual([
      'settings/(wifi_password) "a" secret',
    ]);
    expect(told(leavesOf(called({ simpleSettingValue: { value: 8 } })).meaning)).toEqual([
      "settings/(wifi_password) 8",
    ]);
    expect(told(leavesOf(called({ choiceSettingValue: { value: "a" } })).meaning)).toEqual([
      'settings/(wifi_password) "a" choice of wifi_password',
    ]);
  });

  test("does not depend on the order of its fields", () => {
    const said = (payload: JsonObject) => {
      const { meaning, noise } = leavesOf(payload);
      return [meaning, noise]
        .map((leaves) =>
          [...leaves]
            .map(([key, { value }]) => JSON.stringify([key, value]))
            .sort()
            .join("\n"),
        )
        .join("\n\n");
    };
    fc.assert(
      fc.property(trees, (tree) => {
        agree(said(reversed(tree)), said(tree));
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
