import type {
  BoundedText,
  ChangeCertainty,
  ChangePathPart,
  ChangeReference,
  ChangeValue,
  SingleValue,
  UncertaintyCause,
} from "../run/change.js";
import type { Assignment } from "../run/items.js";
import type { DependencyKind } from "../run/scope.js";
import { effectiveTarget } from "./assignments.js";
import type { Leaf } from "./leaves.js";
import type { PathNode, PathSegment, Scalar } from "./places.js";

const longestText = 200;
const longestIdentifier = 400;
const longestList = 10;
/** Levels that are kept at each end of a path that has too many. */
const levelsAtEachEnd = 8;

/** The change is what it says. */
export const certain: ChangeCertainty = { state: "certain" };

/** The change may be less, or mean less, than it says. */
export function uncertain(cause: UncertaintyCause): ChangeCertainty {
  return { state: "uncertain", cause };
}

/** A side of a change that holds no value. */
export const absent: SingleValue = { kind: "absent" };

/** Cuts a text, and says how much is left out. A cut never goes through a surrogate pair. */
export function bounded(text: string, longest = longestText): BoundedText {
  if (text.length <= longest) return { text, leftOut: 0 };
  const head = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  return { text: head, leftOut: text.length - head.length };
}

/** A place in a payload as data, bounded in its levels and in each of them. */
export function partsOf(path: PathNode): readonly ChangePathPart[] {
  const segments: PathSegment[] = [];
  for (let node: PathNode | null = path; node !== null; node = node.parent) segments.push(node.segment);
  segments.reverse();
  const most = 2 * levelsAtEachEnd;
  if (segments.length <= most) return segments.flatMap(partOf);
  return [
    ...segments.slice(0, levelsAtEachEnd).flatMap(partOf),
    { kind: "levels_left_out", levels: segments.length - most },
    ...segments.slice(-levelsAtEachEnd).flatMap(partOf),
  ];
}

function partOf(segment: PathSegment): readonly ChangePathPart[] {
  switch (segment.kind) {
    case "field":
      return [{ kind: "field", ...bounded(segment.name) }];
    case "setting":
      return [{ kind: "setting", ...bounded(segment.definitionId, longestIdentifier) }];
    case "entry":
      return [{ kind: "entry", ...bounded(segment.label) }];
    case "place":
      return segment.alone ? [] : [{ kind: "place", number: segment.number }];
    case "occurrence":
      return [{ kind: "place", number: segment.number }];
  }
}

/** One value as data. A secret stays behind here: nothing that is recorded holds it. */
export function valueOf(value: Scalar, { secret, choiceOf }: Pick<Leaf, "secret" | "choiceOf">): SingleValue {
  if (secret) return { kind: "secret" };
  if (value === null) return { kind: "empty_entry" };
  if (typeof value === "boolean") return { kind: "switch", on: value };
  if (typeof value === "number") return { kind: "number", value };
  return choiceOf === null
    ? { kind: "text", ...bounded(value) }
    : { kind: "choice", ...bounded(option(value, choiceOf)) };
}

/** The value of one side of a change; a leaf without members is a list member that holds nothing. */
export function valueOfLeaf(leaf: Leaf | null): ChangeValue {
  if (leaf === null) return absent;
  if (!isListValue(leaf.value)) return valueOf(leaf.value, leaf);
  return leaf.value.length === 0 ? { kind: "empty_entry" } : listOf(leaf.value.map((value) => valueOf(value, leaf)));
}

/** Several values as one, bounded. */
export function listOf(values: readonly SingleValue[]): ChangeValue {
  return {
    kind: "list",
    values: values.slice(0, longestList),
    leftOut: Math.max(0, values.length - longestList),
  };
}

/** What the value of a choice adds to the id of its setting. */
export function option(value: string, definitionId: string): string {
  return value.startsWith(`${definitionId}_`) ? value.slice(definitionId.length + 1) : value;
}

/** Narrows the value of a leaf to a list. */
export function isListValue(value: Leaf["value"]): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** Names of the target's objects by id in lower case; null where a name is not known. */
export type ObjectNames = ReadonlyMap<string, string | null>;

/** An object that a change refers to, with the target's name for it before the one that the export recorded. */
export function referenceTo(
  of: DependencyKind,
  id: string,
  recorded: string | null,
  names: ObjectNames,
): ChangeReference {
  const name = names.get(id.toLowerCase()) ?? recorded;
  return { of, id: bounded(id), name: name === null ? null : bounded(name) };
}

/** One assignment as data. */
export function assignmentValue({ target, filter, source }: Assignment, names: ObjectNames): SingleValue {
  const effective = effectiveTarget(target);
  return {
    kind: "assignment",
    reach: effective.kind,
    group: "groupId" in effective ? referenceTo("group", effective.groupId, effective.groupName, names) : null,
    filter:
      filter === null ? null : { mode: filter.mode, filter: referenceTo("assignment_filter", filter.id, null, names) },
    fromPolicySet: source === "policy_sets",
  };
}
