import { formatting } from "../../../src/flow/index.js";
import { pathInWords, valueInWords } from "../../../src/restore/resolvers/change-words.js";
import { restoreWords } from "../../../src/restore/resolvers/copy/words.js";
import type { ChangeValue, ItemChange } from "../../../src/restore/run/change.js";
import type { JsonObject } from "../../../src/safety/index.js";
import type { Assignment, BackupItem } from "../../../src/restore/run/items.js";
import type { TargetDirectory, TargetPolicy } from "../../../src/restore/run/target.js";
import type { Dependency, Mappings } from "../../../src/restore/run/scope.js";
import { dependenciesOf } from "../../../src/restore/rules/mapping.js";
import { plain } from "../../support/plain.js";

/** An item of a backup: a fully captured settings catalog policy, unless told otherwise. */
export function backupItem(fields: Partial<BackupItem> = {}): BackupItem {
  const name = fields.name ?? "Firewall";
  return {
    id: `item/${name}`,
    sourceId: `id-of-${name}`,
    path: `SettingsCatalog/${name}.json`,
    type: "settings_catalog",
    name,
    platform: "windows",
    modifiedAt: "2026-01-10T08:00:00Z",
    payload: { name },
    assignments: [],
    scopeTagIds: ["0"],
    capture: "full",
    problems: [],
    ...fields,
  };
}

/** The policy that a target holds for an item: the same content under the same id, unless told otherwise. */
export function policyOf(item: BackupItem, fields: Partial<TargetPolicy> = {}): TargetPolicy {
  return {
    id: item.sourceId ?? `target-${item.name}`,
    type: item.type,
    name: item.name,
    platform: item.platform,
    modifiedAt: item.modifiedAt,
    payload: item.payload,
    assignments: item.assignments,
    scopeTagIds: item.scopeTagIds,
    ...fields,
  };
}

export function include(groupId: string, fields: Partial<Assignment> = {}): Assignment {
  return { target: { kind: "include_group", groupId, groupName: null }, filter: null, source: "direct", ...fields };
}

export function exclude(groupId: string, fields: Partial<Assignment> = {}): Assignment {
  return { target: { kind: "exclude_group", groupId, groupName: null }, filter: null, source: "direct", ...fields };
}

export const allDevices: Assignment = { target: { kind: "all_devices" }, filter: null, source: "direct" };
export const allUsers: Assignment = { target: { kind: "all_users" }, filter: null, source: "direct" };

export function directory(fields: Partial<TargetDirectory> = {}): TargetDirectory {
  return {
    version: "1",
    readAt: "2026-02-01T00:00:00Z",
    groups: [],
    assignmentFilters: [],
    scopeTags: [{ id: "0", name: "Default" }],
    limits: [],
    ...fields,
  };
}

/** Dependencies of items, from a directory and decisions; names only where the items themselves hold them. */
export function dependencies(
  items: readonly BackupItem[],
  target: TargetDirectory | null = directory(),
  mappings: Mappings = {},
): readonly Dependency[] {
  return dependenciesOf(items, target, mappings, { groups: [], items });
}

/** A settings catalog payload with one choice setting per definition id. */
export function choices(values: Readonly<Record<string, string>>): JsonObject {
  return {
    settings: Object.entries(values).map(([settingDefinitionId, value], index) => ({
      id: String(index),
      settingInstance: choice(settingDefinitionId, value),
    })),
  };
}

export function choice(settingDefinitionId: string, value: string, children: readonly JsonObject[] = []): JsonObject {
  return {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance",
    settingDefinitionId,
    settingInstanceTemplateReference: null,
    choiceSettingValue: { settingValueTemplateReference: null, value: `${settingDefinitionId}_${value}`, children },
  };
}

export function simple(settingDefinitionId: string, value: string | number, type = "StringSettingValue"): JsonObject {
  return {
    settingDefinitionId,
    simpleSettingValue: { "@odata.type": `#microsoft.graph.deviceManagementConfiguration${type}`, value },
  };
}

const words = restoreWords(formatting({ locale: "en-GB", timeZone: "UTC" })).changes;

/** A change as an operator reads it in English: consequence, path, before, after. null stands for no value. */
export function inWords({ consequence, path, before, after }: ItemChange): readonly (string | null)[] {
  return [consequence, plain(pathInWords(path, words)), sideInWords(before), sideInWords(after)];
}

/** One side of a change as an operator reads it in English; null where it holds no value. */
export function sideInWords(value: ChangeValue): string | null {
  return value.kind === "absent" ? null : plain(valueInWords(value, words));
}
