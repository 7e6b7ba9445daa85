import type { JsonObject, JsonValue } from "../../safety/index.js";

/** Fields at the root of an object that its tenant sets and no operator decides, or that other phases carry. */
export const noiseFields: ReadonlySet<string> = new Set([
  "id",
  "version",
  "isAssigned",
  "settingCount",
  "supportsScopeTags",
  "sourceId",
  "creationSource",
  "deployedAppCount",
  "inventorySyncStatus",
  "deviceReporting",
  "assignments",
  "roleScopeTagIds",
  "roleScopeTags",
]);

const noiseAnywhere: ReadonlySet<string> = new Set([
  "createdDateTime",
  "lastModifiedDateTime",
  "modifiedDateTime",
  "settingInstanceTemplateReference",
  "settingValueTemplateReference",
  "settingDefinitions",
]);

/** Lists whose members get an id from the tenant that says nothing about them. */
export const listsWithGeneratedIds: ReadonlySet<string> = new Set([
  "settings",
  "scheduledActionsForRule",
  "scheduledActionConfigurations",
  "localizedNotificationMessages",
]);

/** Where a field stands: at the root, or in a member of the named list, or elsewhere. */
export interface FieldPlace {
  readonly atRoot: boolean;
  /** Field that holds the list whose member this is; null elsewhere. */
  readonly memberOf: string | null;
}

/** Whether a difference in this field carries no meaning for an operator. Such differences are hidden and counted (BY-7). */
export function isNoise(field: string, place: FieldPlace): boolean {
  if (field.includes("@odata.") || field.startsWith("#")) return true;
  if (noiseAnywhere.has(field)) return true;
  if (place.atRoot) return noiseFields.has(field);
  return field === "id" && place.memberOf !== null && listsWithGeneratedIds.has(place.memberOf);
}

/**
 * The payload as it may be written: without root fields that the tenant sets itself and without OData annotations, except
 * "@odata.type", which says what an object is.
 */
export function writablePayload(payload: JsonObject): JsonObject {
  const members = Object.entries(payload).filter(
    ([field]) => isWritten(field) && !noiseFields.has(field) && !noiseAnywhere.has(field),
  );
  return Object.fromEntries(members.map(([field, value]) => [field, withoutAnnotations(value, 0)]));
}

// Deeper than any policy; what lies below is passed on as it is, because a rule must not fall over its input.
const deepest = 500;

function withoutAnnotations(value: JsonValue, depth: number): JsonValue {
  if (value === null || typeof value !== "object" || depth > deepest) return value;
  if (isList(value)) return value.map((member) => withoutAnnotations(member, depth + 1));
  const members = Object.entries(value).filter(([field]) => isWritten(field));
  return Object.fromEntries(members.map(([field, member]) => [field, withoutAnnotations(member, depth + 1)]));
}

function isWritten(field: string): boolean {
  return field === "@odata.type" || (!field.includes("@odata.") && !field.startsWith("#"));
}

/** Narrows a JSON value to a list; `Array.isArray` alone does not narrow a readonly one. */
export function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
