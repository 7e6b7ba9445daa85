import { describe, expect, test } from "vitest";
import { definitionOf, memberSegments } from "../../../src/restore/rules/list-members.js";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import { simple } from "./support.js";

/** How each member is known, in one word: its label, its place, or that it names itself. */
const known = (list: readonly JsonValue[], field: string | null = null, secret = false) =>
  memberSegments(list, field, secret).map((segment) => {
    if (segment === null) return "itself";
    if (segment.kind === "entry") return segment.label;
    if (segment.kind === "setting") return `setting ${segment.definitionId}`;
    if (segment.kind === "field") return `field ${segment.name}`;
    const alone = segment.kind === "place" && segment.alone ? " alone" : "";
    return `${segment.kind} ${segment.number}${alone}`;
  });

const group = (...children: readonly JsonValue[]): JsonObject => ({ children });
const masked: JsonObject = {
  settingDefinitionId: "rule_name",
  simpleSettingValue: { "@odata.type": "#microsoft.graph.deviceManagementConfigurationSecretSettingValue", value: "x" },
};

describe("BY-7 by what a member of a list is known from one reading to the next", () => {
  test.each<[string, readonly JsonValue[], readonly string[]]>([
    ["nothing", [], []],
    ["one that nothing names", [{ port: 1 }], ["place 1 alone"]],
    ["several that nothing names", [{ port: 1 }, 7, null], ["place 1", "place 2", "place 3"]],
    ["settings name themselves", [simple("a", 1), { settingInstance: simple("b", 1) }], ["itself", "itself"]],
    [
      "a setting that comes again is its next occurrence",
      [simple("a", 1), simple("b", 1), simple("a", 2), simple("a", 3)],
      ["itself", "itself", "occurrence 2", "occurrence 3"],
    ],
    [
      "what stands among settings has its place among its like",
      [{ port: 1 }, simple("a", 1), { port: 2 }],
      ["place 1", "itself", "place 2"],
    ],
    ["one setting alone among others is enough", [{ port: 1 }, simple("a", 1)], ["place 1", "itself"]],
    ["a name", [{ name: "A" }, { name: "B" }], ["A", "B"]],
    [
      "the more telling of two names",
      [
        { name: "A", displayName: "X" },
        { name: "B", displayName: "Y" },
      ],
      ["X", "Y"],
    ],
    [
      "a path before a name",
      [
        { omaUri: "./a", displayName: "X" },
        { omaUri: "./b", displayName: "X" },
      ],
      ["./a", "./b"],
    ],
    ["the name of a rule", [{ ruleName: "A" }, { ruleName: "B" }], ["A", "B"]],
    ["a language", [{ locale: "en" }, { locale: "de" }], ["en", "de"]],
    ["an id", [{ id: "1" }, { id: "2" }], ["1", "2"]],
    [
      "the next field where two share a name",
      [
        { name: "A", id: "1" },
        { name: "A", id: "2" },
      ],
      ["1", "2"],
    ],
    ["its place where one has no name", [{ name: "A" }, { port: 1 }], ["place 1", "place 2"]],
    ["its place where a name is empty", [{ name: "A" }, { name: "" }], ["place 1", "place 2"]],
    ["its place where a name is no text", [{ name: 1 }, { name: 2 }], ["place 1", "place 2"]],
    ["its place where one is no object", [{ name: "A" }, "B"], ["place 1", "place 2"]],
    [
      "the definition that endpoint security gives it",
      [
        { definitionId: "a", id: "1" },
        { definitionId: "b", id: "2" },
      ],
      ["setting a", "setting b"],
    ],
    [
      "a setting of its own that names its group",
      [group(simple("rule_port", 1), simple("rule_name", "A")), group(simple("rule_name", "B"))],
      ["A", "B"],
    ],
    [
      "its place where the setting that names its group is masked",
      [group(masked), group(simple("rule_name", "B"))],
      ["place 1", "place 2"],
    ],
    [
      "its place where what would name its group holds no value",
      [group({ settingDefinitionId: "rule_name" }), group(simple("rule_name", "B"))],
      ["place 1", "place 2"],
    ],
    [
      "its place where nothing of a group is called a name",
      [group(simple("rule_named", "A")), group(simple("rule_named", "B"))],
      ["place 1", "place 2"],
    ],
    ["its place where its children are no list", [{ children: "x" }, { children: {} }], ["place 1", "place 2"]],
  ])("%s", (_, list, expected) => {
    expect(known(list)).toEqual(expected);
  });

  test.each(["name", "displayname", "title", "identifier", "NAME"])(
    "“%s” at the end of a definition names its group",
    (word) => {
      for (const id of [word, `rule_${word}`, `rule.${word}`, `rule~${word}`]) {
        expect(known([group(simple(id, "A")), group(simple(id, "B"))])).toEqual(["A", "B"]);
      }
      expect(known([group(simple(`re${word}`, "A")), group(simple(`re${word}`, "B"))])).toEqual(["place 1", "place 2"]);
      expect(known([group(simple(`${word}d`, "A")), group(simple(`${word}d`, "B"))])).toEqual(["place 1", "place 2"]);
    },
  );

  test("an id that the tenant gives out anew says nothing, and any other does", () => {
    const list = [{ id: "1" }, { id: "2" }];
    expect(known(list, "settings")).toEqual(["place 1", "place 2"]);
    expect(known(list, "rules")).toEqual(["1", "2"]);
  });

  test("members of a secret are known by their place, because their names may tell it", () => {
    expect(known([{ name: "A" }, { name: "B" }], null, true)).toEqual(["place 1", "place 2"]);
    expect(known([simple("a", 1)], null, true)).toEqual(["itself"]);
  });

  test("actions of a compliance policy are known by their kind, and those of one kind are counted", () => {
    const actions = (...kinds: readonly JsonValue[]) =>
      known(
        kinds.map((actionType) => ({ actionType, name: "x" })),
        "scheduledActionConfigurations",
      );
    expect(actions("block", "notification", "notification")).toEqual(["block", "notification", "notification 2"]);
    expect(actions("block", "block", "block 2")).toEqual(["place 1", "place 2", "place 3"]);
    expect(actions("block", "")).toEqual(["place 1", "place 2"]);
    expect(actions("block", 1)).toEqual(["place 1", "place 2"]);
    expect(known([{ actionType: "block" }, "x"], "scheduledActionConfigurations")).toEqual(["place 1", "place 2"]);
    expect(known([{ actionType: "block" }, { actionType: "retire" }], "otherActions")).toEqual(["place 1", "place 2"]);
  });
});

describe("BY-7 the definition that a setting names itself by", () => {
  test.each<[JsonValue, string | null]>([
    [{ settingDefinitionId: "a" }, "a"],
    [{ settingInstance: { settingDefinitionId: "a" } }, "a"],
    [{ settingDefinitionId: "a", settingInstance: { settingDefinitionId: "b" } }, "a"],
    [{ settingDefinitionId: 1 }, null],
    [{ settingInstance: { settingDefinitionId: 1 } }, null],
    [{ settingInstance: "a" }, null],
    [{ settingInstance: null }, null],
    [{}, null],
    [[], null],
    [null, null],
    ["a", null],
  ])("of %j is %j", (member, expected) => {
    expect(definitionOf(member)).toBe(expected);
  });
});
