import type { JsonObject, JsonValue } from "../../safety/index.js";
import { alignedChanges } from "./aligned-changes.js";
import { differingNoise, type StructuralChange } from "./leaf-changes.js";
import { fieldFrame, isNoiseAt, isSecretAt, readLeaves, readsAsWhole, rootFrame } from "./leaves.js";
import { definitionOf } from "./list-members.js";
import { isList } from "./noise.js";
import { child, type Frame, isScalar, listMembers, type Scalar } from "./places.js";
import { sameJson } from "./same-json.js";

/** What differs between two payloads, before anything is said of it or left out. */
export interface StructuralDiff {
  readonly changes: readonly StructuralChange[];
  /** Differences in fields that carry no meaning. */
  readonly noise: number;
}

/** Levels that are compared field by field; what lies deeper is taken apart without recursion. */
const deepest = 100;

/**
 * Answers: where do two payloads differ in what they mean? In linear time, whatever they hold. Both are walked together, and
 * only what differs is taken apart, because most of a policy is as it was.
 */
export function structuralDiff(before: JsonObject, after: JsonObject): StructuralDiff {
  const told: Told = { changes: [], noise: 0 };
  const found = differences(before, after, 0);
  if (found !== null) tellOf(found, before, rootFrame(after), told);
  return told;
}

/** A field that is not the same in two objects. */
type Difference = { readonly field: string } & (
  | {
      /** undefined where that side does not have the field. */
      readonly before: JsonValue | undefined;
      readonly after: JsonValue | undefined;
      readonly within: null;
    }
  | { readonly before: JsonObject; readonly after: JsonObject; readonly within: Differences }
);
type Differences = readonly Difference[];

/** Fields of the newer object first, then those that only the older one has; null where both are the same. */
function differences(before: JsonObject, after: JsonObject, level: number): Differences | null {
  let found: Difference[] | null = null;
  let onlyBefore = 0;
  for (const field in after) {
    const intended = after[field]!;
    const old = before[field]!;
    onlyBefore -= 1;
    if (old === intended) continue;
    let difference: Difference | null;
    if (Object.hasOwn(before, field)) difference = differenceOf(field, old, intended, level);
    else {
      onlyBefore += 1;
      difference = { field, before: undefined, after: intended, within: null };
    }
    if (difference !== null) (found ??= []).push(difference);
  }
  for (const _ in before) onlyBefore += 1;
  // Mostly there is none, and then no field has to be looked up.
  if (onlyBefore === 0) return found;
  for (const field in before) {
    if (Object.hasOwn(after, field)) continue;
    (found ??= []).push({ field, before: before[field]!, after: undefined, within: null });
  }
  return found;
}

function differenceOf(field: string, before: JsonValue, after: JsonValue, level: number): Difference | null {
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) {
    return { field, before, after, within: null };
  }
  if (level === deepest || isList(before) || isList(after)) {
    return sameJson(before, after) ? null : { field, before, after, within: null };
  }
  const within = differences(before, after, level + 1);
  return within === null ? null : { field, before, after, within };
}

interface Told extends StructuralDiff {
  readonly changes: StructuralChange[];
  noise: number;
}

/** Tells of each field in which the object at a frame differs from the older one at its place. */
function tellOf(found: Differences, before: JsonObject, frame: Frame, told: Told): void {
  if (readsAsWhole(before, found) || readsAsWhole(frame.value, found)) {
    return tellParts([{ ...frame, value: before }], [frame], told);
  }
  for (const difference of found) tellField(difference, frame, told);
}

function tellField({ field, before, after, within }: Difference, around: Frame, told: Told): void {
  if (isValue(before) && isValue(after) && field !== "@odata.type") {
    return tellValue(field, before, after, around, told);
  }
  if (before === undefined) return tellParts([], [fieldFrame(around, field, after!)], told);
  if (after === undefined) return tellParts([fieldFrame(around, field, before)], [], told);
  const wanted = fieldFrame(around, field, after);
  if (within !== null && isNoiseAt(around, field, before) === wanted.noise) {
    return tellOf(within, before, wanted, told);
  }
  tellLists(fieldFrame(around, field, before), wanted, told);
}

function tellValue(field: string, before: Scalar, after: Scalar, around: Frame, told: Told): void {
  if (isNoiseAt(around, field, after)) {
    told.noise += 1;
    return;
  }
  const path = child(around.path, { kind: "field", name: field });
  told.changes.push({
    kind: "value",
    path,
    before: { path, value: before, secret: isSecretAt(around, field, before), choiceOf: null },
    after: { path, value: after, secret: isSecretAt(around, field, after), choiceOf: null },
  });
}

/** Members that are known by a name, and are the same on both sides, are left out of what is taken apart. */
function tellLists(present: Frame, wanted: Frame, told: Told): void {
  const [old, intended] = [membersOf(present), membersOf(wanted)];
  if (old === null || intended === null) return tellParts([present], [wanted], told);
  const before = new Map(old.map((member) => [nameOf(member), member]));
  const same = new Set<Frame>();
  for (const member of intended) {
    const name = nameOf(member);
    const other = name === null ? undefined : before.get(name);
    if (other !== undefined && sameJson(other.value, member.value)) same.add(member).add(other);
  }
  tellParts(
    old.filter((member) => !same.has(member)),
    intended.filter((member) => !same.has(member)),
    told,
  );
}

function tellParts(before: readonly Frame[], after: readonly Frame[], told: Told): void {
  const [present, intended] = [readLeaves(before), readLeaves(after)];
  for (const change of alignedChanges(present.meaning, intended.meaning)) told.changes.push(change);
  told.noise += differingNoise(present, intended);
}

function isValue(value: JsonValue | undefined): value is Exclude<Scalar, null> {
  return typeof value !== "object" && value !== undefined;
}

/** The members of a list that holds more than values; null for any other. */
function membersOf(frame: Frame): readonly Frame[] | null {
  const { value, path } = frame;
  return isList(value) && !value.every(isScalar) ? listMembers(value, path, frame) : null;
}

/** What a list member is known by on both sides; null for one that is known by its place. */
function nameOf({ value, path, inList }: Frame): string | null {
  if (!inList) return JSON.stringify(definitionOf(value));
  return path === null || path.segment.kind === "place" ? null : path.key;
}
