import type { JsonObject, JsonValue } from "../../safety/index.js";
import { memberSegments } from "./list-members.js";
import { type FieldPlace, isList, isNoise } from "./noise.js";
import { isSecretField } from "./secrets.js";
import { type AddLeaf, readInstance } from "./setting-instance.js";

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

/** A value still to be taken apart. */
export interface Frame {
  readonly value: JsonValue;
  readonly path: PathNode | null;
  readonly place: FieldPlace;
  readonly noise: boolean;
  readonly secret: boolean;
  /** Whether it is a member of a list: one that holds nothing is still a member. */
  readonly inList: boolean;
}

/** A value whose place is known. */
export type PlacedFrame = Frame & { readonly path: PathNode };

/** The place of a field that is neither at the root nor in a member of a list. */
export const nowhere: FieldPlace = { atRoot: false, memberOf: null };

const emptyMember = "Empty entry";

/**
 * Takes a payload apart into values, in linear time and without recursion, so that no depth of nesting can break it. Every
 * value of the payload is found in one of the two maps, whether its field is known or not. null, an absent field, an empty
 * list and an empty object are the same: nothing is configured there.
 */
export function leavesOf(payload: JsonObject): Leaves {
  const meaning = new Map<string, Leaf>();
  const noise = new Map<string, Leaf>();
  const taken = new Map<string, number>();
  const settings: PlacedFrame[] = [];
  const shown = new Set<PathNode>();
  const add: AddLeaf = (frame, path, value, choiceOf) => {
    const leaves = frame.noise ? noise : meaning;
    const times = (taken.get(path.key) ?? 0) + 1;
    taken.set(path.key, times);
    // Two values at one place would hide one another.
    const own = times === 1 ? path : child(path, { kind: "place", number: times, alone: false });
    leaves.set(own.key, { path: own, value, secret: frame.secret, choiceOf });
    if (frame.noise) return;
    for (let node: PathNode | null = own; node !== null && !shown.has(node); node = node.parent) shown.add(node);
  };
  const stack: Frame[] = [
    {
      value: payload,
      path: null,
      place: { atRoot: true, memberOf: null },
      noise: false,
      secret: false,
      inList: false,
    },
  ];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { value, path } = frame;
    if (frame.inList && path !== null && holdsNothing(value)) {
      add({ ...frame, secret: false }, path, emptyMember, null);
      continue;
    }
    if (value === null) continue;
    if (typeof value !== "object") {
      if (path !== null) add(frame, path, value, null);
      continue;
    }
    const children = membersOf(value, { ...frame, inList: false }, add, settings);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const next = children[index];
      if (next !== undefined) stack.push(next);
    }
  }
  // A setting without a value is there all the same; the inner ones first, because they show what is around them.
  for (const setting of settings.reverse()) {
    if (!setting.noise && !shown.has(setting.path)) add({ ...setting, secret: false }, setting.path, emptyMember, null);
  }
  return { meaning, noise };
}

function membersOf(
  value: readonly JsonValue[] | JsonObject,
  frame: Frame,
  add: AddLeaf,
  settings: PlacedFrame[],
): readonly Frame[] {
  const { path } = frame;
  if (isList(value)) {
    if (path === null || value.length === 0) return [];
    if (!value.every(isScalar)) return listMembers(value, path, frame);
    add(frame, path, value, null);
    return [];
  }
  const definitionId = value["settingDefinitionId"];
  if (typeof definitionId !== "string") return fields(value, frame);
  const setting = { ...frame, path: child(path, { kind: "setting", definitionId }) };
  settings.push(setting);
  return readInstance(value, definitionId, setting, add);
}

/** Members of a list, each known by what tells it from the others. */
export function listMembers(list: readonly JsonValue[], path: PathNode | null, frame: Frame): readonly Frame[] {
  const memberOf = path?.segment.kind === "field" ? path.segment.name : null;
  const segments = memberSegments(list, memberOf);
  return list.map((value, index) => {
    const segment = segments[index] ?? { kind: "place", number: index + 1, alone: false };
    // A setting names itself, so the wrapper around it adds nothing to the path.
    const node = segment.kind === "setting" ? path : child(path, segment);
    return { ...frame, value, path: node, place: { atRoot: false, memberOf }, inList: true };
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
    place: nowhere,
    noise: frame.noise || isNoise(field, value, frame.place),
    secret: field !== "@odata.type" && (frame.secret || isSecretField(field, value)),
    inList: false,
  }));
}

/** The place below another one. */
export function child(parent: PathNode | null, segment: PathSegment): PathNode {
  const spelled = JSON.stringify([segment.kind, identityOf(segment)]);
  return { parent, segment, key: parent === null ? spelled : `${parent.key}${spelled}` };
}

function identityOf(segment: PathSegment): string | number {
  if (segment.kind === "field") return segment.name;
  if (segment.kind === "setting") return segment.definitionId;
  return segment.kind === "entry" ? segment.label : segment.number;
}

function holdsNothing(value: JsonValue): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

/** Narrows to a value without structure. */
export function isScalar(value: JsonValue): value is Scalar {
  return value === null || typeof value !== "object";
}

/** Narrows to an object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}
