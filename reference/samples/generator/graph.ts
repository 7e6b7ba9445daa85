import { createHash } from "node:crypto";
import type { JsonObject, JsonValue } from "../../../src/safety/json.js";

/** An id that looks as Graph's do and is the same in every run. */
export function idOf(name: string): string {
  const hex = createHash("sha256").update(`checkrail sample ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const tenantId = idOf("tenant Contoso");

const graph = "https://graph.microsoft.com/beta/$metadata#";

/** What Graph says about one object besides its own fields. */
export interface Facts {
  readonly odataType: string;
  readonly collection: string;
  readonly name: string;
  readonly modified: string;
  /** Field of the name: settings catalog policies have `name`, most others `displayName`. */
  readonly nameField?: "name" | "displayName";
  /** Left out where the export did not capture them. */
  readonly assignments?: readonly JsonObject[];
  readonly scopeTagIds?: readonly string[];
  readonly id?: string;
}

/** One object as an exporter writes it, with the metadata that Graph adds. */
export function object(facts: Facts, own: JsonObject): JsonObject {
  const id = facts.id ?? idOf(facts.name);
  const at = `${facts.collection}('${id}')`;
  return {
    "@odata.context": `${graph}${facts.collection}/$entity`,
    "@odata.type": `#microsoft.graph.${facts.odataType}`,
    "@odata.id": at,
    "@odata.editLink": at,
    id,
    [facts.nameField ?? "displayName"]: facts.name,
    "createdDateTime@odata.type": "#DateTimeOffset",
    createdDateTime: "2025-02-03T09:12:44.1820000Z",
    "lastModifiedDateTime@odata.type": "#DateTimeOffset",
    lastModifiedDateTime: facts.modified,
    "roleScopeTagIds@odata.type": "#Collection(String)",
    roleScopeTagIds: facts.scopeTagIds ?? ["0"],
    ...own,
    ...(facts.assignments === undefined
      ? {}
      : {
          "assignments@odata.context": `${graph}${at}/assignments`,
          assignments: facts.assignments.map((assignment, index) => ({ id: `${id}_${index + 1}`, ...assignment })),
        }),
  };
}

interface Filter {
  readonly id: string;
  readonly mode: "include" | "exclude";
}

function assignmentTo(target: JsonObject, filter?: Filter, source = "direct"): JsonObject {
  return {
    source,
    intent: "apply",
    target: {
      ...target,
      deviceAndAppManagementAssignmentFilterId: filter?.id ?? null,
      deviceAndAppManagementAssignmentFilterType: filter?.mode ?? "none",
    },
  };
}

/** The assignments that a policy can have. */
export const assign = {
  group: (groupId: string, filter?: Filter) =>
    assignmentTo({ "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId }, filter),
  without: (groupId: string) =>
    assignmentTo({ "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget", groupId }),
  allDevices: (filter?: Filter) =>
    assignmentTo({ "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" }, filter),
  allUsers: (filter?: Filter) =>
    assignmentTo({ "@odata.type": "#microsoft.graph.allLicensedUsersAssignmentTarget" }, filter),
  byPolicySet: (groupId: string) =>
    assignmentTo({ "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId }, undefined, "policySets"),
};

const instance = (kind: string, settingDefinitionId: string, value: JsonObject): JsonObject => ({
  "@odata.type": `#microsoft.graph.deviceManagementConfiguration${kind}Instance`,
  settingDefinitionId,
  settingInstanceTemplateReference: null,
  ...value,
});

const plain = (value: string | number): JsonObject => ({
  "@odata.type": `#microsoft.graph.deviceManagementConfiguration${typeof value === "number" ? "Integer" : "String"}SettingValue`,
  settingValueTemplateReference: null,
  value,
});

/** Settings catalog: one of several options, which may have settings below it. */
export function choice(definition: string, option: string, children: readonly JsonObject[] = []): JsonObject {
  return instance("ChoiceSetting", definition, {
    choiceSettingValue: { settingValueTemplateReference: null, value: `${definition}_${option}`, children },
  });
}

/** Settings catalog: one value. */
export function simple(definition: string, value: string | number): JsonObject {
  return instance("SimpleSetting", definition, { simpleSettingValue: plain(value) });
}

/** Settings catalog: a list of values. */
export function list(definition: string, values: readonly (string | number)[]): JsonObject {
  return instance("SimpleSettingCollection", definition, { simpleSettingCollectionValue: values.map(plain) });
}

/** Settings catalog: a list of groups of settings. */
export function groups(definition: string, members: readonly (readonly JsonObject[])[]): JsonObject {
  return instance("GroupSettingCollection", definition, {
    groupSettingCollectionValue: members.map((children) => ({ settingValueTemplateReference: null, children })),
  });
}

/** A settings catalog policy. */
export function catalogPolicy(
  facts: Omit<Facts, "odataType" | "collection" | "nameField">,
  platforms: "windows10" | "macOS",
  settings: readonly JsonObject[],
): JsonObject {
  const numbered: readonly JsonValue[] = settings.map((settingInstance, index) => ({
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationSetting",
    id: String(index),
    settingInstance,
  }));
  return object(
    {
      ...facts,
      odataType: "deviceManagementConfigurationPolicy",
      collection: "deviceManagement/configurationPolicies",
      nameField: "name",
    },
    {
      description: "",
      platforms,
      technologies: platforms === "macOS" ? "mdm,appleRemoteManagement" : "mdm",
      settingCount: settings.length,
      templateReference: {
        templateId: "",
        templateFamily: "none",
        templateDisplayName: null,
        templateDisplayVersion: null,
      },
      settings: numbered,
    },
  );
}
