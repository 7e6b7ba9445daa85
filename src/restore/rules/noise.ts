import type { JsonObject, JsonValue } from "../../safety/index.js";
import { remembered } from "./field-names.js";

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

const timestamps: ReadonlySet<string> = new Set(["createdDateTime", "lastModifiedDateTime", "modifiedDateTime"]);

const templateReferences: ReadonlySet<string> = new Set([
  "settingInstanceTemplateReference",
  "settingValueTemplateReference",
]);
const templateReferenceFields: ReadonlySet<string> = new Set([
  "@odata.type",
  "settingInstanceTemplateId",
  "settingValueTemplateId",
  "useTemplateDefault",
]);

/** Lists whose members get an id from the tenant that says nothing about them. */
export const listsWithGeneratedIds: ReadonlySet<string | null> = new Set([
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

/**
 * Whether a difference in this field carries no meaning for an operator. Such differences are hidden and counted (BY-7).
 * What is noise is not written either, except what says only how its object is to be read: its type, and its template.
 */
export function isNoise(field: string, value: JsonValue, place: FieldPlace): boolean {
  switch (kindOf(field)) {
    case "type":
      return typeof value === "string" && (place.atRoot || place.memberOf === "settings" || isDeclaredType(value));
    case "timestamp_or_annotation":
      return true;
    case "template":
      return onlyNamesTemplate(value);
    case "other":
      if (place.atRoot) return noiseFields.has(field);
      // Graph adds what it knows of a setting beside it.
      if (field === "settingDefinitions") return place.memberOf === "settings";
      return field === "id" && listsWithGeneratedIds.has(place.memberOf);
  }
}

const kindOf = remembered((field) => {
  if (field === "@odata.type") return "type";
  if (timestamps.has(field) || field.includes("@odata.") || field.startsWith("#")) return "timestamp_or_annotation";
  return templateReferences.has(field) ? "template" : "other";
});

/** Types that a field always has, so that some exports leave them out. Any other type tells what an object is. */
const declaredTypes: ReadonlySet<string> = new Set([
  "deviceComplianceActionItem",
  "deviceComplianceScheduledActionForRule",
  "deviceManagementConfigurationPolicyTemplateReference",
  "keyValuePair",
  "managedMobileApp",
]);

function isDeclaredType(type: string): boolean {
  return declaredTypes.has(type.replace(/^#?microsoft\.graph\./, ""));
}

function onlyNamesTemplate(value: JsonValue): boolean {
  if (value === null || typeof value !== "object" || isList(value)) return value === null;
  return Object.entries(value).every(
    ([field, member]) => templateReferenceFields.has(field) && (member === null || typeof member !== "object"),
  );
}

/** The payload as it may be written: without what carries no meaning, at any depth and without recursion. */
export function writablePayload(payload: JsonObject): JsonObject {
  const written: Record<string, JsonValue> = {};
  const stack: Copying[] = [{ from: payload, to: written, place: { atRoot: true, memberOf: null } }];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { from, to, place } = frame;
    for (const [field, value] of Object.entries(from)) {
      const kept = field === "@odata.type" || templateReferences.has(field) || !isNoise(field, value, place);
      if (kept) define(to, field, copied(value, field, stack));
    }
  }
  return written;
}

interface Copying {
  readonly from: JsonObject;
  readonly to: Record<string, JsonValue>;
  readonly place: FieldPlace;
}

function copied(root: JsonValue, field: string, stack: Copying[]): JsonValue {
  const holder: JsonValue[] = [];
  const values: { readonly value: JsonValue; readonly into: JsonValue[]; readonly memberOf: string | null }[] = [
    { value: root, into: holder, memberOf: null },
  ];
  // Lists of lists are copied here, breadth first, so that their members keep their order.
  for (const { value, into, memberOf } of values) {
    if (value === null || typeof value !== "object") into.push(value);
    else if (isList(value)) {
      const list: JsonValue[] = [];
      into.push(list);
      const named = value === root ? field : null;
      for (const member of value) values.push({ value: member, into: list, memberOf: named });
    } else {
      const to: Record<string, JsonValue> = {};
      into.push(to);
      stack.push({ from: value, to, place: { atRoot: false, memberOf } });
    }
  }
  return holder[0] ?? null;
}

/** A field called "__proto__" is a field like any other. */
function define(object: Record<string, JsonValue>, field: string, value: JsonValue): void {
  Object.defineProperty(object, field, { value, enumerable: true, configurable: true, writable: true });
}

/** Narrows a JSON value to a list; `Array.isArray` alone does not narrow a readonly one. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
