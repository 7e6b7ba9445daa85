import type { JsonObject, JsonValue } from "../../safety/index.js";
import { memberSegments } from "./list-members.js";
import { type FieldPlace, isList, isNoise } from "./noise.js";

/** A value without structure. */
export type Scalar = string | number | boolean | null;

/** One step of a path into a payload, as data; words are made of it only where a change is shown. */
export type PathSegment =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "setting"; readonly definitionId: string }
  /** A list member known by a value of its own. */
  | { readonly kind: "entry"; readonly label: string }
  /** A list member known by its place, counted from 1; `alone` where the list has no other. */
  | { readonly kind: "place"; readonly number: number; readonly alone: boolean };

/** A place in a payload, linked to the place that holds it. */
export interface PathNode {
  readonly parent: PathNode | null;
  readonly segment: PathSegment;
  /** Unique within a payload; equal for the same place in two payloads. */
  readonly key: string;
}

/** One value of a payload, and where it stands. */
export interface Leaf {
  readonly path: PathNode;
  readonly value: Scalar | readonly Scalar[];
  /** True where the value must never be shown. */
  readonly secret: boolean;
  /** Settings catalog definition that a choice value belongs to; null for plain values. */
  readonly choiceOf: string | null;
}

/** A payload as values by place: what it says, and apart from that the fields that carry no meaning. */
export interface Leaves {
  readonly meaning: ReadonlyMap<string, Leaf>;
  readonly noise: ReadonlyMap<string, Leaf>;
}

interface Frame {
  readonly value: JsonValue;
  readonly path: PathNode | null;
  readonly place: FieldPlace;
  readonly noise: boolean;
  readonly secret: boolean;
}

/**
 * Takes a payload apart into values, in linear time and without recursion, so that no depth of nesting can break it.
 * null, an absent field, an empty list and an empty object are the same: nothing is configured there.
 */
export function leavesOf(payload: JsonObject): Leaves {
  const meaning = new Map<string, Leaf>();
  const noise = new Map<string, Leaf>();
  const add = (frame: Frame, path: PathNode, value: Leaf["value"], choiceOf: string | null) => {
    (frame.noise ? noise : meaning).set(path.key, { path, value, secret: frame.secret, choiceOf });
  };
  const stack: Frame[] = [
    { value: payload, path: null, place: { atRoot: true, memberOf: null }, noise: false, secret: false },
  ];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { value, path } = frame;
    if (value === null) continue;
    if (typeof value !== "object") {
      if (path !== null) add(frame, path, value, null);
      continue;
    }
    const children: Frame[] = [];
    if (isList(value)) {
      if (path === null || value.length === 0) continue;
      if (value.every(isScalar)) add(frame, path, value, null);
      else children.push(...listMembers(value, path, frame));
    } else if (typeof value["settingDefinitionId"] === "string") {
      const node = child(path, { kind: "setting", definitionId: value["settingDefinitionId"] });
      readInstance(value, value["settingDefinitionId"], { ...frame, path: node }, add, children);
    } else {
      children.push(...fields(value, frame));
    }
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const next = children[index];
      if (next !== undefined) stack.push(next);
    }
  }
  return { meaning, noise };
}

type Add = (frame: Frame, path: PathNode, value: Leaf["value"], choiceOf: string | null) => void;

/** Reads one setting of the settings catalog: its value becomes a leaf of its own, its children follow below it. */
function readInstance(
  instance: JsonObject,
  definitionId: string,
  frame: Frame & { readonly path: PathNode },
  add: Add,
  children: Frame[],
): void {
  for (const [field, value] of Object.entries(instance)) {
    if (field === "settingDefinitionId") continue;
    const below = { ...frame, place: { atRoot: false, memberOf: null } };
    if (field === "choiceSettingValue" && isObject(value)) {
      const choice = value["value"];
      if (choice !== undefined && isScalar(choice) && choice !== null) add(frame, frame.path, choice, definitionId);
      children.push(...instances(value["children"], below));
    } else if (field === "simpleSettingValue" && isObject(value)) {
      const simple = value["value"];
      const secret = frame.secret || isSecret(value);
      if (simple !== undefined) children.push({ ...below, value: simple, secret });
    } else if (field === "groupSettingValue" && isObject(value)) {
      children.push(...instances(value["children"], below));
    } else if (field === "simpleSettingCollectionValue" || field === "choiceSettingCollectionValue") {
      readCollection(value, definitionId, below, field, add, children);
    } else if (field === "groupSettingCollectionValue" && isList(value)) {
      const segments = memberSegments(value, null);
      value.forEach((group, index) => {
        const segment = segments[index];
        if (segment === undefined || !isObject(group)) return;
        const path = child(frame.path, segment);
        children.push(...instances(group["children"], { ...below, path }));
      });
    } else {
      const noise = frame.noise || isNoise(field, { atRoot: false, memberOf: null });
      children.push({ ...below, value, noise, path: child(frame.path, { kind: "field", name: field }) });
    }
  }
}

function readCollection(
  value: JsonValue,
  definitionId: string,
  frame: Frame & { readonly path: PathNode },
  field: string,
  add: Add,
  children: Frame[],
): void {
  if (!isList(value)) return;
  const members = value.filter(isObject);
  const scalars = members.map((member) => member["value"] ?? null).filter(isScalar);
  const secret = frame.secret || members.some(isSecret);
  const choiceOf = field === "choiceSettingCollectionValue" ? definitionId : null;
  if (scalars.length > 0) add({ ...frame, secret }, frame.path, scalars, choiceOf);
  members.forEach((member, index) => {
    const path = child(frame.path, { kind: "place", number: index + 1, alone: false });
    children.push(...instances(member["children"], { ...frame, path }));
  });
}

function instances(value: JsonValue | undefined, frame: Frame): readonly Frame[] {
  if (value === undefined || !isList(value) || value.length === 0) return [];
  return listMembers(value, frame.path, frame);
}

function listMembers(list: readonly JsonValue[], path: PathNode | null, frame: Frame): readonly Frame[] {
  const memberOf = path?.segment.kind === "field" ? path.segment.name : null;
  const segments = memberSegments(list, memberOf);
  return list.map((value, index) => {
    const segment = segments[index] ?? { kind: "place", number: index + 1, alone: false };
    // A setting names itself, so the wrapper around it adds nothing to the path.
    const node = segment.kind === "setting" ? path : child(path, segment);
    return { ...frame, value, path: node, place: { atRoot: false, memberOf } };
  });
}

function fields(object: JsonObject, frame: Frame): readonly Frame[] {
  const instance = object["settingInstance"];
  const definitionId = isObject(instance) ? instance["settingDefinitionId"] : undefined;
  // What stands beside a setting in its wrapper needs a place of its own, or it would collide with its neighbours'.
  const beside =
    typeof definitionId === "string" ? child(frame.path, { kind: "entry", label: definitionId }) : frame.path;
  return Object.entries(object).map(([field, value]) => ({
    value,
    path: value === instance && isObject(value) ? frame.path : child(beside, { kind: "field", name: field }),
    place: { atRoot: false, memberOf: null },
    noise: frame.noise || isNoise(field, frame.place),
    secret: frame.secret || secretField.test(field),
  }));
}

const secretField = /(?:secret|password|passphrase|presharedkey|privatekey)$/i;

function child(parent: PathNode | null, segment: PathSegment): PathNode {
  const spelled = JSON.stringify([segment.kind, identityOf(segment)]);
  return { parent, segment, key: parent === null ? spelled : `${parent.key}${spelled}` };
}

function identityOf(segment: PathSegment): string | number {
  if (segment.kind === "field") return segment.name;
  if (segment.kind === "setting") return segment.definitionId;
  return segment.kind === "entry" ? segment.label : segment.number;
}

function isSecret(settingValue: JsonObject): boolean {
  const type = settingValue["@odata.type"];
  return typeof type === "string" && type.includes("SecretSettingValue");
}

function isScalar(value: JsonValue): value is Scalar {
  return value === null || typeof value !== "object";
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
