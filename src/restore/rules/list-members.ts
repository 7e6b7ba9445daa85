import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { PathSegment } from "./places.js";
import { isList, listsWithGeneratedIds } from "./noise.js";

// Most telling first. A field serves only where every member has it and no two members share a value.
const naturalKeys = ["definitionId", "omaUri", "displayName", "name", "ruleName", "locale", "id"] as const;

const namesItsGroup = /(?:^|[_.~])(?:name|displayname|title|identifier)$/i;

/**
 * How each member of a list is known from one reading to the next: a setting by its definition, an object by its name, and
 * anything else by its place. Members with a name may change their order without a difference. `field` holds the list.
 */
export function memberSegments(list: readonly JsonValue[], field: string | null): readonly PathSegment[] {
  const definitions = list.map(definitionOf);
  if (definitions.some((id) => id !== null)) return settingSegments(definitions);
  const labels = distinctLabels(list, field !== null && listsWithGeneratedIds.has(field));
  return list.map((_, index) => {
    const label = labels?.[index];
    return label === undefined
      ? { kind: "place", number: index + 1, alone: list.length === 1 }
      : { kind: "entry", label };
  });
}

/** A setting that appears again at its level is known by its occurrence, so that neither hides the other. */
function settingSegments(definitions: readonly (string | null)[]): readonly PathSegment[] {
  const seen = new Map<string, number>();
  return definitions.map((definitionId, index) => {
    if (definitionId === null) return { kind: "place", number: index + 1, alone: false };
    const occurrence = (seen.get(definitionId) ?? 0) + 1;
    seen.set(definitionId, occurrence);
    return occurrence === 1 ? { kind: "setting", definitionId } : { kind: "place", number: occurrence, alone: false };
  });
}

function distinctLabels(list: readonly JsonValue[], generatedIds: boolean): readonly string[] | null {
  const keys = generatedIds ? naturalKeys.filter((key) => key !== "id") : naturalKeys;
  const candidates: readonly ((member: JsonObject) => JsonValue | undefined)[] = [
    nameOfGroup,
    ...keys.map((field) => (member: JsonObject) => member[field]),
  ];
  for (const read of candidates) {
    const labels = list.map((member) => (isObject(member) ? read(member) : undefined));
    const texts = labels.filter((label): label is string => typeof label === "string" && label !== "");
    if (texts.length === list.length && new Set(texts).size === list.length) return texts;
  }
  return null;
}

function nameOfGroup(member: JsonObject): JsonValue | undefined {
  const children = member["children"];
  if (children === undefined || !isList(children)) return undefined;
  for (const setting of children) {
    const id = definitionOf(setting);
    if (id === null || !namesItsGroup.test(id) || !isObject(setting)) continue;
    const value = setting["simpleSettingValue"];
    if (value !== undefined && isObject(value)) return value["value"];
  }
  return undefined;
}

function definitionOf(member: JsonValue): string | null {
  if (!isObject(member)) return null;
  const instance = member["settingInstance"];
  const holder = instance !== undefined && isObject(instance) ? instance : member;
  const id = holder["settingDefinitionId"];
  return typeof id === "string" ? id : null;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
