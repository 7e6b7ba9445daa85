import { describe, expect, test } from "vitest";
import { isNoise, noiseFields, writablePayload } from "../../../src/restore/rules/noise.js";
import { nowhere, root } from "../../../src/restore/rules/places.js";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";

const inMemberOf = (memberOf: string) => ({ atRoot: false, memberOf });
const graph = (type: string) => `#microsoft.graph.${type}`;

describe("BY-7 a field whose difference carries no meaning", () => {
  test.each([...noiseFields])("“%s”, of the payload itself and nowhere else", (field) => {
    expect(isNoise(field, "1", root)).toBe(true);
    expect(isNoise(field, "1", nowhere)).toBe(false);
  });

  test.each([
    ["id", "version", "isAssigned", "settingCount", "supportsScopeTags", "sourceId", "creationSource"],
    ["deployedAppCount", "inventorySyncStatus", "deviceReporting", "assignments", "roleScopeTagIds", "roleScopeTags"],
  ])("are “%s” and the like, and no others", (...fields) => {
    expect(fields.filter((field) => !noiseFields.has(field))).toEqual([]);
    expect(noiseFields.size).toBe(13);
    expect(isNoise("description", "1", root)).toBe(false);
  });

  test.each([
    "createdDateTime",
    "lastModifiedDateTime",
    "modifiedDateTime",
    "settings@odata.count",
    "@odata.etag",
    "#microsoft.graph.assign",
  ])("“%s”, wherever it stands", (field) => {
    expect([root, nowhere, inMemberOf("rules")].map((place) => isNoise(field, "1", place))).toEqual([true, true, true]);
  });

  test("the type of what always has it; any other type tells what an object is", () => {
    const type = (value: JsonValue, place = nowhere) => isNoise("@odata.type", value, place);
    expect(type(graph("windows10CompliancePolicy"), root)).toBe(true);
    expect(type(graph("deviceManagementConfigurationSetting"), inMemberOf("settings"))).toBe(true);
    for (const declared of [
      "deviceComplianceActionItem",
      "deviceComplianceScheduledActionForRule",
      "deviceManagementConfigurationPolicyTemplateReference",
      "keyValuePair",
      "managedMobileApp",
    ]) {
      expect([graph(declared), graph(declared).slice(1), declared].map((each) => type(each))).toEqual([
        true,
        true,
        true,
      ]);
    }
    expect(type(graph("omaSettingString"))).toBe(false);
    expect(type(graph("omaSettingString"), inMemberOf("omaSettings"))).toBe(false);
    expect(type("keyValue#microsoft.graph.Pair")).toBe(false);
    expect(type(1, root)).toBe(false);
  });

  test.each(["settingInstanceTemplateReference", "settingValueTemplateReference"])(
    "“%s” that only names its template",
    (field) => {
      const named = {
        "@odata.type": graph("x"),
        settingInstanceTemplateId: "a",
        settingValueTemplateId: null,
        useTemplateDefault: true,
      };
      for (const value of [null, {}, named]) expect(isNoise(field, value, nowhere)).toBe(true);
      for (const value of ["a", 1, [], [named], { ...named, off: 1 }, { settingInstanceTemplateId: { off: 1 } }]) {
        expect(isNoise(field, value, nowhere)).toBe(false);
      }
    },
  );

  test.each(["settings", "scheduledActionsForRule", "scheduledActionConfigurations", "localizedNotificationMessages"])(
    "the id that a member of “%s” gets from its tenant",
    (list) => {
      expect(isNoise("id", "1", inMemberOf(list))).toBe(true);
      expect(isNoise("name", "1", inMemberOf(list))).toBe(false);
    },
  );

  test("no other id of a member of a list", () => {
    expect(isNoise("id", "1", inMemberOf("rules"))).toBe(false);
  });

  test("what Graph adds of a setting beside it, and nothing else of that name", () => {
    expect(isNoise("settingDefinitions", [], inMemberOf("settings"))).toBe(true);
    expect(isNoise("settingDefinitions", [], inMemberOf("rules"))).toBe(false);
    expect(isNoise("settingDefinitions", [], nowhere)).toBe(false);
  });
});

describe("BY-7 the payload that is written", () => {
  test.each<[string, JsonObject, JsonObject]>([
    ["leaves out what carries no meaning", { id: "1", createdDateTime: "x", a: 1 }, { a: 1 }],
    [
      "keeps of what type it is",
      { "@odata.type": graph("x"), "a@odata.type": "y", a: 1 },
      { "@odata.type": graph("x"), a: 1 },
    ],
    [
      "keeps the template of a setting",
      { a: { settingInstanceTemplateReference: null } },
      { a: { settingInstanceTemplateReference: null } },
    ],
    ["leaves out the ids of settings", { settings: [{ id: "0", a: 1 }, 7] }, { settings: [{ a: 1 }, 7] }],
    [
      "keeps the id of what a setting holds",
      { settings: [{ rules: [{ id: "0" }], rule: { id: "0" } }] },
      { settings: [{ rules: [{ id: "0" }], rule: { id: "0" } }] },
    ],
    ["keeps the ids in a list within a list", { settings: [[{ id: "0" }]] }, { settings: [[{ id: "0" }]] }],
    ["keeps the order of lists", { a: [[1, [2]], { b: 3 }, [4], null] }, { a: [[1, [2]], { b: 3 }, [4], null] }],
    ["keeps what says nothing", { a: null, b: [], c: {}, d: "" }, { a: null, b: [], c: {}, d: "" }],
  ])("%s", (_, payload, written) => {
    expect(writablePayload(payload)).toEqual(written);
  });

  test("is as if it had been read from its own text, even with a field called “__proto__”", () => {
    const text = '{"a":{"__proto__":{"b":1}},"c":[2]}';
    const written = writablePayload(JSON.parse(text) as JsonObject);
    expect(JSON.stringify(written)).toBe(text);
    expect(Object.getOwnPropertyDescriptors(written)).toEqual(Object.getOwnPropertyDescriptors(JSON.parse(text)));
  });

  test("is a copy: the backup's own payload stays as it was captured (RW-23)", () => {
    const payload = { a: { b: [1] } };
    const written = writablePayload(payload);
    expect(written["a"]).not.toBe(payload.a);
    expect(payload).toEqual({ a: { b: [1] } });
  });
});
