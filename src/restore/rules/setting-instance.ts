import type { JsonObject, JsonValue } from "../../safety/index.js";
import { memberSegments } from "./list-members.js";
import {
  child,
  type Frame,
  isObject,
  isScalar,
  type LeafSink,
  listMembers,
  nowhere,
  type PathNode,
  type PlacedFrame,
} from "./places.js";
import { isList, isNoise } from "./noise.js";
import { holdsSecret } from "./secrets-in-text.js";
import { isPlainRule, isSecretDefinition, isSecretValue } from "./secrets.js";

type ValueKind = "choice" | "simple" | "group";

const valueFields: ReadonlyMap<string, { readonly kind: ValueKind; readonly collection: boolean }> = new Map([
  ["choiceSettingValue", { kind: "choice", collection: false }],
  ["simpleSettingValue", { kind: "simple", collection: false }],
  ["groupSettingValue", { kind: "group", collection: false }],
  ["choiceSettingCollectionValue", { kind: "choice", collection: true }],
  ["simpleSettingCollectionValue", { kind: "simple", collection: true }],
  ["groupSettingCollectionValue", { kind: "group", collection: true }],
]);

/**
 * Reads one setting of the settings catalog: its value becomes a leaf of its own, and everything else that it holds
 * follows below it, known or not, because all of it is written.
 */
export function readInstance(
  instance: JsonObject,
  definitionId: string,
  frame: PlacedFrame,
  sink: LeafSink,
): readonly Frame[] {
  const valued = Object.keys(instance).filter((field) => valueFields.has(field) && instance[field] !== null);
  const expected = valued.length === 1 ? instanceType(valued[0]!) : null;
  return Object.entries(instance).flatMap(([field, value]): readonly Frame[] => {
    if (field === "settingDefinitionId") return [];
    const known = valueFields.get(field);
    const below = { ...frame, place: nowhere };
    const own = child(frame.path, { kind: "field", name: field });
    // A setting is its value, unless it holds two kinds of value at once: those would share its place.
    const at = { ...below, path: valued.length > 1 ? own : frame.path };
    const reader = { definitionId, kind: known?.kind ?? "group", sink };
    if (known?.collection && isList(value)) return readCollection(value, at, reader);
    if (known?.collection === false && isObject(value)) return readValue(value, at, own, reader);
    return [member(field, value, below, saysTheSame(field, value, expected))];
  });
}

interface Reader {
  readonly definitionId: string;
  readonly kind: ValueKind;
  readonly sink: LeafSink;
}

/** Reads one value at the place of a frame; its other fields stand below a place of their own, beside those of the setting. */
function readValue(
  value: JsonObject,
  frame: PlacedFrame,
  own: PathNode,
  reader: Reader,
  inList = false,
): readonly Frame[] {
  const { kind, definitionId, sink } = reader;
  const below = { ...frame, secret: frame.secret || isSecret(value, reader) };
  return Object.entries(value).flatMap(([field, content]): readonly Frame[] => {
    if (field === "value" && kind !== "group" && isScalar(content)) {
      if (content !== null && !inList) sink.add(below, frame.path, content, kind === "choice" ? definitionId : null);
      return [];
    }
    if (field === "children" && isList(content)) return listMembers(content, frame.path, frame);
    const expected = valueType(kind, value["value"]);
    return [member(field, content, { ...below, path: own }, saysTheSame(field, content, expected))];
  });
}

function readCollection(list: readonly JsonValue[], frame: PlacedFrame, reader: Reader): readonly Frame[] {
  const { kind, definitionId, sink } = reader;
  const secret = frame.secret || list.some((each) => isObject(each) && isSecret(each, reader));
  const segments = kind === "group" ? memberSegments(list, null, secret) : [];
  if (kind !== "group") {
    const scalars = list.filter(isObject).map((each) => each["value"] ?? null);
    const shown = scalars.filter(isScalar);
    if (shown.length > 0) sink.add({ ...frame, secret }, frame.path, shown, kind === "choice" ? definitionId : null);
  }
  return list.flatMap((each, index): readonly Frame[] => {
    const path = child(frame.path, segments[index] ?? { kind: "place", number: index + 1, alone: false });
    if (!isObject(each)) return [{ ...frame, value: each, path, secret, inList: true }];
    const entry = { ...frame, path, secret };
    if (kind === "group") sink.present(entry);
    return readValue(each, entry, path, reader, true);
  });
}

function member(field: string, value: JsonValue, frame: PlacedFrame, saysNothing: boolean): Frame {
  return {
    ...frame,
    value,
    path: child(frame.path, { kind: "field", name: field }),
    place: nowhere,
    noise: frame.noise || saysNothing || isNoise(field, value, nowhere),
    secret: frame.secret && field !== "@odata.type",
  };
}

function isSecret(value: JsonObject, { kind, definitionId }: Reader): boolean {
  if (isSecretValue(value)) return true;
  const { value: held = null } = value;
  if (kind !== "simple") return false;
  const kept = typeof held === "string" || !isPlainRule(held);
  return (kept && isSecretDefinition(definitionId)) || holdsSecret(held);
}

/** Whether a type annotation only repeats what the shape of its object says already. */
function saysTheSame(field: string, value: JsonValue, expected: string | null): boolean {
  if (field !== "@odata.type" || typeof value !== "string" || expected === null) return false;
  return value.replace(/^#?microsoft\.graph\./, "") === `deviceManagementConfiguration${expected}`;
}

function instanceType(field: string): string {
  return `${field.charAt(0).toUpperCase()}${field.slice(1).replace("Value", "Instance")}`;
}

function valueType(kind: ValueKind, value: JsonValue | undefined): string | null {
  if (kind === "choice") return "ChoiceSettingValue";
  if (kind === "group") return "GroupSettingValue";
  if (typeof value === "string") return "StringSettingValue";
  return typeof value === "number" ? "IntegerSettingValue" : null;
}
