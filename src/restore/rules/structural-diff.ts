import type { JsonObject, JsonValue } from "../../safety/index.js";
import { alignedChanges } from "./aligned-changes.js";
import { differingNoise, type StructuralChange } from "./leaf-changes.js";
import { fieldFrame, readLeaves, readsAsWhole, rootFrame } from "./leaves.js";
import { definitionOf } from "./list-members.js";
import { isList, isNoise } from "./noise.js";
import { child, type Frame, isScalar, listMembers, type Scalar } from "./places.js";
import { sameJson } from "./same-json.js";
import { isSecretField } from "./secrets.js";

/** What differs between two payloads, before anything is said of it or left out. */
export interface StructuralDiff {
  readonly changes: readonly StructuralChange[];
  /** Differences in fields that carry no meaning. */
  readonly noise: number;
}

/** Levels that are compared field by field; what lies deeper is taken apart without recursion. */
const deepest = 100;
const nowhere = -1;

/**
 * Answers: where do two payloads differ in what they mean? In linear time, whatever they hold. Both are walked together, and
 * only what differs is taken apart, because most of a policy is as it was.
 */
export function structuralDiff(before: JsonObject, after: JsonObject): StructuralDiff {
  const walk = new Walk(before, after);
  walk.compareObjects(before, after, 0);
  return walk;
}

/** A walk through two payloads together. What is known of a place is worked out only on the way to a difference. */
class Walk implements StructuralDiff {
  readonly changes: StructuralChange[] = [];
  noise = 0;
  /** The field that leads to each level, and both sides there; the root is level 0. */
  readonly #fields: string[] = [];
  readonly #before: JsonObject[] = [];
  readonly #after: JsonObject[] = [];
  /** Frames of both sides for the levels on the way to the last difference; the others are not worked out yet. */
  readonly #frames: (readonly [Frame, Frame])[] = [];
  #known = 0;
  /** A level that was taken apart as a whole: nothing below it is walked on. */
  #done = nowhere;

  constructor(before: JsonObject, after: JsonObject) {
    this.#frames.push([rootFrame(before), rootFrame(after)]);
  }

  compareObjects(before: JsonObject, after: JsonObject, level: number): void {
    this.#before[level] = before;
    this.#after[level] = after;
    if (this.#known > level) this.#known = level;
    if (level === deepest) return this.#takeApart(level);
    let shared = 0;
    for (const field in after) {
      const intended = after[field]!;
      const old = before[field];
      if (old === intended) {
        shared += 1;
        continue;
      }
      if (Object.hasOwn(before, field)) {
        shared += 1;
        this.#compareFields(field, old!, intended, level);
      } else this.#differ(field, undefined, intended, level);
      if (this.#done !== nowhere && this.#leave(level)) return;
    }
    let all = 0;
    for (const _ in before) all += 1;
    if (all === shared) return;
    for (const field in before) {
      if (Object.hasOwn(after, field)) continue;
      this.#differ(field, before[field], undefined, level);
      if (this.#done !== nowhere && this.#leave(level)) return;
    }
  }

  /** Whether the walk ends here because this level, or one above it, was taken apart as a whole. */
  #leave(level: number): boolean {
    if (this.#done === level) this.#done = nowhere;
    return true;
  }

  #compareFields(field: string, before: JsonValue, after: JsonValue, level: number): void {
    if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) {
      this.#differ(field, before, after, level);
    } else if (isList(before) || isList(after)) {
      if (!sameJson(before, after)) this.#differ(field, before, after, level);
    } else {
      this.#fields[level + 1] = field;
      this.compareObjects(before, after, level + 1);
    }
  }

  #takeApart(level: number): void {
    const frames = this.#framesAt(level);
    if (frames !== null) this.#compareParts([frames[0]], [frames[1]]);
  }

  /** The frames of both sides at a level; null where a level above it cannot be read field by field, and was taken apart. */
  #framesAt(level: number): readonly [Frame, Frame] | null {
    for (let next = this.#known; next <= level; next += 1) {
      const [before, after] = [this.#before[next]!, this.#after[next]!];
      if (next > 0) {
        const [old, intended] = this.#frames[next - 1]!;
        const field = this.#fields[next]!;
        this.#frames[next] = [fieldFrame(old, field, before), fieldFrame(intended, field, after)];
      }
      this.#known = next + 1;
      if (readsAsWhole(before) || readsAsWhole(after)) {
        this.#done = next;
        const [old, intended] = this.#frames[next]!;
        this.#compareParts([old], [intended]);
        return null;
      }
    }
    return this.#frames[level]!;
  }

  #differ(field: string, before: JsonValue | undefined, after: JsonValue | undefined, level: number): void {
    const frames = this.#framesAt(level);
    if (frames === null) return;
    if (isValue(before) && isValue(after) && field !== "@odata.type") {
      return this.#differInValue(field, before, after, frames);
    }
    const present = before === undefined ? null : fieldFrame(frames[0], field, before);
    const wanted = after === undefined ? null : fieldFrame(frames[1], field, after);
    if (present !== null && wanted !== null && isList(present.value) && isList(wanted.value)) {
      return this.#compareLists(present, wanted);
    }
    this.#compareParts(present === null ? [] : [present], wanted === null ? [] : [wanted]);
  }

  #differInValue(field: string, before: Scalar, after: Scalar, [old, intended]: readonly [Frame, Frame]): void {
    const noise = isNoise(field, after, intended.place);
    if (old.noise !== intended.noise && !noise) {
      return this.#compareParts([fieldFrame(old, field, before)], [fieldFrame(intended, field, after)]);
    }
    if (noise || old.noise) {
      this.noise += 1;
      return;
    }
    const path = child(intended.path, { kind: "field", name: field });
    this.changes.push({
      kind: "value",
      path,
      before: { path, value: before, secret: old.secret || isSecretField(field, before), choiceOf: null },
      after: { path, value: after, secret: intended.secret || isSecretField(field, after), choiceOf: null },
    });
  }

  /** Members that are known by a name, and are the same on both sides, are left out of what is taken apart. */
  #compareLists(present: Frame, wanted: Frame): void {
    const [old, intended] = [membersOf(present), membersOf(wanted)];
    if (old === null || intended === null) return this.#compareParts([present], [wanted]);
    const before = new Map(old.map((member) => [nameOf(member), member]));
    const same = new Set<Frame>();
    for (const member of intended) {
      const name = nameOf(member);
      const other = name === null ? undefined : before.get(name);
      if (other !== undefined && sameJson(other.value, member.value)) same.add(member).add(other);
    }
    this.#compareParts(
      old.filter((member) => !same.has(member)),
      intended.filter((member) => !same.has(member)),
    );
  }

  #compareParts(before: readonly Frame[], after: readonly Frame[]): void {
    const [present, intended] = [readLeaves(before), readLeaves(after)];
    for (const change of alignedChanges(present.meaning, intended.meaning)) this.changes.push(change);
    this.noise += differingNoise(present, intended);
  }
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
