import type { JsonObject } from "../../safety/index.js";
import type { ChangeConsequence } from "../run/change.js";
import { complianceJudge } from "./consequence-compliance.js";
import { conditionalAccessJudge } from "./consequence-conditional-access.js";
import type { Leaf } from "./leaves.js";
import type { PathNode, Scalar } from "./places.js";

/** Tells how a difference in settings matters. Where the direction of a change cannot be told, it is `changes`. */
export interface SettingJudge {
  readonly value: (path: PathNode, before: Leaf | null, after: Leaf | null) => ChangeConsequence;
  /** One member of a list of values; `listStays` is false where the whole list goes away. */
  readonly member: (move: "added" | "removed", path: PathNode, value: Scalar, listStays: boolean) => ChangeConsequence;
}

/** What a judge of one type of policy can say beyond what holds for every type; null where it knows nothing of the place. */
export interface TypeJudge {
  readonly value: (path: PathNode, before: Leaf | null, after: Leaf | null) => ChangeConsequence | null;
  readonly member?: (move: "added" | "removed", path: PathNode, value: Scalar) => ChangeConsequence | null;
}

/** The judge for one item: `before` is null for a policy that would be created. */
export function settingJudge(type: string | null, before: JsonObject | null, after: JsonObject): SettingJudge {
  const own = typeJudge(type, before, after);
  return {
    value: (path, old, intended) => own?.value(path, old, intended) ?? valueOfAnyType(path, old, intended),
    member: (move, path, value, listStays) =>
      own?.member?.(move, path, value) ?? memberOfAnyType(move, path, listStays),
  };
}

function typeJudge(type: string | null, before: JsonObject | null, after: JsonObject): TypeJudge | null {
  if (type === "conditional_access") return conditionalAccessJudge(before, after);
  return type === "compliance_policy" ? complianceJudge : null;
}

const describing: ReadonlySet<string> = new Set(["name", "displayName", "description"]);

function valueOfAnyType(path: PathNode, before: Leaf | null, after: Leaf | null): ChangeConsequence {
  if (before === null) return "adds";
  if (after !== null) return "changes";
  return path.parent === null && describing.has(lastName(path)) ? "changes" : "removes_protection";
}

// A list of exceptions protects less with every entry more, so its entries are never only something added.
const listsExceptions = /exclu|except|exempt|allow|bypass|trusted|whitelist/i;

/** A list that goes away whole is a setting removed. Elsewhere an entry says nothing about its own consequence. */
function memberOfAnyType(move: "added" | "removed", path: PathNode, listStays: boolean): ChangeConsequence {
  if (move === "removed") return listStays ? "changes" : "removes_protection";
  return listsExceptions.test(lastName(path)) ? "changes" : "adds";
}

/** The field or setting that a place belongs to most closely. */
function lastName(path: PathNode): string {
  for (let node: PathNode | null = path; node !== null; node = node.parent) {
    if (node.segment.kind === "field") return node.segment.name;
    if (node.segment.kind === "setting") return node.segment.definitionId;
  }
  return "";
}
