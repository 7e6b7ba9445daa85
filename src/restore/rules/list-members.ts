import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { PathSegment } from "./places.js";
import { isList, listsWithGeneratedIds } from "./noise.js";
import { isSecretValue } from "./secrets.js";

// Most telling first. A field serves only where every member has it and no two members share a value.
const naturalKeys = ["omaUri", "displayName", "name", "ruleName", "locale", "id"] as const;

const namesItsGroup = /(?:^|[_.~])(?:name|displayname|title|identifier)$/i;

/** Of which list the members are known by which field, though several may share its value. */
const kindFields: ReadonlyMap<string | null, string> = new Map([["scheduledActionConfigurations", "actionType"]]);

/**
 * How each member of a list is known from one reading to the next: a setting by its definition, an object by its name, and
 * anything else by its place. Members with a name may change their order without a difference. null for a setting that names
 * itself, so that what is around it adds nothing to the path. `field` holds the list; members of a secret are known by place,
 * because their names may tell it.
 */
export function memberSegments(
  list: readonly JsonValue[],
  field: string | null,
  secret: boolean,
): readonly (PathSegment | null)[] {
  const definitions = list.map(definitionOf);
  if (definitions.some((id) => id !== null)) return settingSegments(definitions);
  if (!secret) {
    const kind = kindFields.get(field);
    const named = kind === undefined ? distinctLabels(list, field) : numberedLabels(list, kind);
    if (named !== null) return named;
  }
  return list.map((_, index) => ({ kind: "place", number: index + 1, alone: list.length === 1 }));
}

/**
 * A setting that appears again at its level is known by its occurrence, so that neither hides the other; what is no setting
 * has its place among its like, because a setting that passes it is no difference.
 */
function settingSegments(definitions: readonly (string | null)[]): readonly (PathSegment | null)[] {
  const seen = new Map<string | null, number>();
  return definitions.map((definitionId) => {
    const number = (seen.get(definitionId) ?? 0) + 1;
    seen.set(definitionId, number);
    if (definitionId === null) return { kind: "place", number, alone: false };
    return number === 1 ? null : { kind: "occurrence", number };
  });
}

/** "block", "notification", "notification 2"; null where one is called what another one is numbered. */
function numberedLabels(list: readonly JsonValue[], field: string): readonly PathSegment[] | null {
  const seen = new Map<string, number>();
  const labels = new Set<string>();
  for (const member of list) {
    const kind = isObject(member) ? member[field] : undefined;
    if (typeof kind !== "string" || kind === "") return null;
    const occurrence = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, occurrence);
    labels.add(occurrence === 1 ? kind : `${kind} ${occurrence}`);
  }
  return labels.size < list.length ? null : [...labels].map((label) => ({ kind: "entry", label }));
}

function distinctLabels(list: readonly JsonValue[], field: string | null): readonly PathSegment[] | null {
  const groups = labelsBy(list, nameOfGroup);
  if (groups !== null) return groups.map((label) => ({ kind: "entry", label }));
  // Endpoint security keeps the id of a setting's definition in a field of its own.
  const definitions = labelsBy(list, (member) => member["definitionId"]);
  if (definitions !== null) return definitions.map((definitionId) => ({ kind: "setting", definitionId }));
  for (const key of naturalKeys) {
    if (key === "id" && listsWithGeneratedIds.has(field)) continue;
    const labels = labelsBy(list, (member) => member[key]);
    if (labels !== null) return labels.map((label) => ({ kind: "entry", label }));
  }
  return null;
}

function labelsBy(
  list: readonly JsonValue[],
  read: (member: JsonObject) => JsonValue | undefined,
): readonly string[] | null {
  const seen = new Set<string>();
  for (const member of list) {
    const label = isObject(member) ? read(member) : undefined;
    if (typeof label !== "string" || label === "" || seen.has(label)) return null;
    seen.add(label);
  }
  return [...seen];
}

function nameOfGroup(member: JsonObject): JsonValue | undefined {
  const children = member["children"];
  if (!isList(children)) return undefined;
  for (const setting of children) {
    const id = definitionOf(setting);
    if (id === null || !namesItsGroup.test(id) || !isObject(setting)) continue;
    const value = setting["simpleSettingValue"];
    if (isObject(value)) return isSecretValue(value) ? undefined : value["value"];
  }
  return undefined;
}

/** The definition that a setting names itself by, or the setting in what is around it; null for anything else. */
export function definitionOf(member: JsonValue): string | null {
  if (!isObject(member)) return null;
  const own = member["settingDefinitionId"];
  if (typeof own === "string") return own;
  const instance = member["settingInstance"];
  const id = isObject(instance) ? instance["settingDefinitionId"] : undefined;
  return typeof id === "string" ? id : null;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
