import type { JsonObject, JsonValue } from "../../safety/index.js";
import {
  child,
  type Frame,
  isObject,
  isScalar,
  type LeafSink,
  listMembers,
  nowhere,
  root,
  type PathNode,
  type PlacedFrame,
  type Scalar,
} from "./places.js";
import { isList, isNoise } from "./noise.js";
import { definitionOf } from "./list-members.js";
import { holdsSecret } from "./secrets-in-text.js";
import { isNamedSecret, isSecretField, restsOnOthers } from "./secrets.js";
import { sameJson } from "./same-json.js";
import { readInstance } from "./setting-instance.js";

/** One value of a payload, and where it stands. */
export interface Leaf {
  readonly path: PathNode;
  readonly value: Scalar | readonly Scalar[];
  /** True where the value must never be shown. */
  readonly secret: boolean;
  /** Settings catalog definition that a choice value belongs to; null for plain values. */
  readonly choiceOf: string | null;
}

/** What a payload says, by place. */
export type Meaning = ReadonlyMap<string, Leaf>;

/** A payload as values by place: what it says, and apart from that the fields that carry no meaning. */
export interface Leaves {
  readonly meaning: Meaning;
  readonly noise: ReadonlyMap<string, Leaf>;
}

/** The value of a list member or a setting that holds nothing: no list of values is ever empty. */
const nothing: readonly Scalar[] = [];

/**
 * Takes a payload apart into values, in linear time and without recursion, so that no depth of nesting can break it. Every
 * value of the payload is found in one of the two maps, whether its field is known or not. null, an absent field, an empty
 * list and an empty object are the same: nothing is configured there.
 */
export function leavesOf(payload: JsonObject): Leaves {
  return readLeaves([rootFrame(payload)]);
}

/** Where the reading of a payload begins. */
export function rootFrame(payload: JsonObject): Frame {
  return { value: payload, path: null, place: root, noise: false, secret: false, inList: false };
}

/** Takes parts of one payload apart; no two of them may hold the same place. */
export function readLeaves(frames: readonly Frame[]): Leaves {
  const meaning = new Map<string, Leaf>();
  const noise = new Map<string, Leaf>();
  const present: PlacedFrame[] = [];
  const shown = new Set<PathNode>();
  const sink: LeafSink = {
    present: (frame) => present.push(frame),
    add: (frame, path, value, choiceOf) => {
      const leaves = frame.noise ? noise : meaning;
      leaves.set(path.key, { path, value, secret: frame.secret, choiceOf });
      if (frame.noise) return;
      for (let node: PathNode | null = path; node !== null && !shown.has(node); node = node.parent) shown.add(node);
    },
  };
  const stack: Frame[] = frames.toReversed();
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    const { value, path } = frame;
    if (frame.inList && path !== null) sink.present({ ...frame, path });
    if (value === null) continue;
    if (typeof value !== "object") {
      if (path !== null) sink.add(frame, path, value, null);
      continue;
    }
    const children = membersOf(value, { ...frame, inList: false }, sink);
    for (const next of children.toReversed()) stack.push(next);
  }
  // What has no value is there all the same; the inner ones first, because they show what is around them.
  for (const frame of present.reverse()) {
    if (!shown.has(frame.path)) sink.add(frame, frame.path, nothing, null);
  }
  return { meaning, noise };
}

function membersOf(value: readonly JsonValue[] | JsonObject, frame: Frame, sink: LeafSink): readonly Frame[] {
  const { path } = frame;
  if (isList(value)) {
    if (path === null || value.length === 0) return [];
    if (!value.every(isScalar)) return listMembers(value, path, frame);
    sink.add(frame, path, value, null);
    return [];
  }
  const definitionId = value["settingDefinitionId"];
  if (typeof definitionId !== "string") return fields(value, frame);
  const setting = { ...frame, path: child(path, { kind: "setting", definitionId }) };
  sink.present(setting);
  return readInstance(value, definitionId, setting, sink);
}

function fields(object: JsonObject, frame: Frame): readonly Frame[] {
  const around = definitionOf(object);
  // What stands beside a setting in its wrapper needs a place of its own, or it would collide with its neighbours'.
  const beside = around === null ? frame.path : child(frame.path, { kind: "entry", label: around });
  return Object.entries(object).flatMap(([field, value]) => {
    if (field === "valueJson" && saysTheValueAgain(object)) return [];
    const secret = frame.secret || isNamedSecret(object, field);
    const read = fieldFrame({ ...frame, path: beside, secret }, field, value);
    return around !== null && field === "settingInstance" ? [{ ...read, path: frame.path }] : [read];
  });
}

/**
 * Whether these fields of an object cannot be read one by one: those of a setting and of what is around it, and those by which
 * an object spells a value twice or names it as a secret.
 */
export function readsAsWhole(value: JsonValue, changed: readonly { readonly field: string }[]): boolean {
  if (definitionOf(value) !== null) return true;
  if (!isObject(value) || !changed.some(({ field }) => restsOnOthers(field))) return false;
  return typeof value["valueJson"] === "string" || namesSecret(value);
}

function namesSecret(object: JsonObject): boolean {
  return Object.keys(object).some((field) => isNamedSecret(object, field));
}

/** One field of the object at a frame. */
export function fieldFrame(frame: Frame, field: string, value: JsonValue): Frame {
  return {
    value,
    path: child(frame.path, { kind: "field", name: field }),
    place: nowhere,
    noise: isNoiseAt(frame, field, value),
    secret: isSecretAt(frame, field, value),
    inList: false,
  };
}

/** Whether a field of the object at a frame carries no meaning. */
export function isNoiseAt(frame: Frame, field: string, value: JsonValue): boolean {
  return frame.noise || isNoise(field, value, frame.place);
}

/** Whether the value of a field of the object at a frame must never be shown; what type it has is no secret. */
export function isSecretAt(frame: Frame, field: string, value: JsonValue): boolean {
  return field !== "@odata.type" && (frame.secret || isSecretField(field, value) || holdsSecret(value));
}

/** Endpoint security spells the value of a setting twice; the second spelling is a difference only where it says another. */
function saysTheValueAgain(object: JsonObject): boolean {
  const { definitionId, value, valueJson } = object;
  if (typeof definitionId !== "string" || typeof valueJson !== "string" || value === undefined) return false;
  try {
    return sameJson(JSON.parse(valueJson), value);
  } catch {
    return false;
  }
}
