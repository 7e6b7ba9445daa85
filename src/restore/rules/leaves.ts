import type { JsonObject, JsonValue } from "../../safety/index.js";
import {
  type AddLeaf,
  child,
  type Frame,
  isObject,
  isScalar,
  listMembers,
  nowhere,
  type PathNode,
  type PlacedFrame,
  type Scalar,
} from "./places.js";
import { isList, isNoise } from "./noise.js";
import { isSecretField } from "./secrets.js";
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

/** A payload as values by place: what it says, and apart from that the fields that carry no meaning. */
export interface Leaves {
  readonly meaning: ReadonlyMap<string, Leaf>;
  readonly noise: ReadonlyMap<string, Leaf>;
}

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

function holdsNothing(value: JsonValue): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}
