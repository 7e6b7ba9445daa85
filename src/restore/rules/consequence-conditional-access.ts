import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { ChangeConsequence } from "../run/change.js";
import type { TypeJudge } from "./consequence.js";
import { grantJudge } from "./consequence-grant-controls.js";
import type { Leaf } from "./leaves.js";
import { isObject, type PathNode } from "./places.js";

/** One side of a comparison; null for a policy that does not exist yet. */
export type Side = JsonObject | null;

/**
 * Conditional access: whether it is enforced, whom and what it covers, and what it demands. Covering more widens, covering
 * less takes its protection away, and a list beside one that covers everything anyway says nothing by itself.
 */
export function conditionalAccessJudge(before: Side, after: JsonObject): TypeJudge {
  const grant = grantJudge(before, after);
  return {
    value: (path, old, intended) => {
      const names = fieldsOf(path);
      const field = names.at(-1);
      if (names.length === 1 && field === "state") return stateConsequence(old, intended);
      if (names[0] === "grantControls") return grant.value(names, old, intended);
      if (old?.value === true && intended?.value === false && field === "isEnabled") return "removes_protection";
      const condition = conditionOf(names);
      if (condition === null || (old !== null && intended !== null)) return null;
      return coverage(condition, old === null ? "added" : "removed", null, before, after);
    },
    member: (move, path, value) => {
      const names = fieldsOf(path);
      if (names[0] === "grantControls") return grant.member(move, names, value);
      const condition = conditionOf(names);
      return condition === null ? null : coverage(condition, move, value, before, after);
    },
  };
}

/** Taking effect is a consequence of its own, whatever the policy did before (BY-6). */
function stateConsequence(before: Leaf | null, after: Leaf | null): ChangeConsequence {
  if (after?.value === "enabled") return "enforces";
  return before?.value === "enabled" ? "removes_protection" : "changes";
}

/** One list of a policy's conditions: the object that holds it, and whether it says who is meant or who is not. */
interface Condition {
  readonly holder: readonly string[];
  readonly field: string;
  readonly excludes: boolean;
  /** Whether a policy without the list covers everything. Without users or applications it covers none. */
  readonly openWhenAbsent: boolean;
}

const openLists = /^(?:clientAppTypes|userRiskLevels|signInRiskLevels|servicePrincipalRiskLevels|insiderRiskLevels)$/;
const closedHolders: ReadonlySet<string> = new Set(["users", "applications"]);

function conditionOf(names: readonly string[]): Condition | null {
  if (names[0] !== "conditions") return null;
  const [, first = "", second = ""] = names;
  if (openLists.test(first)) return { holder: ["conditions"], field: first, excludes: false, openWhenAbsent: true };
  if (!/^(?:include|exclude)[A-Z]/.test(second)) return null;
  const openWhenAbsent = !closedHolders.has(first);
  return { holder: ["conditions", first], field: second, excludes: second.startsWith("exclude"), openWhenAbsent };
}

function coverage(
  condition: Condition,
  move: "added" | "removed",
  value: Leaf["value"] | null,
  before: Side,
  after: JsonObject,
): ChangeConsequence {
  // Nobody loses what never was there.
  if (condition.excludes && before === null) return "adds";
  if (condition.excludes) return move === "added" ? "removes_protection" : "widens";
  if (typeof value === "string" && /^none$/i.test(value)) return "changes";
  const everything = typeof value === "string" && /^all$/i.test(value);
  const [was, is] = [coversAll(condition, before), coversAll(condition, after)];
  if (was === "by_name" && is === "by_name") return "changes";
  if (move === "added") {
    if (was === null) return "widens";
    // Naming some where all were meant narrows, unless the name that meant all is itself seen to go.
    return is !== null || was === "by_name" || everything ? "changes" : "removes_protection";
  }
  if (is === null) return "removes_protection";
  return was !== null || is === "by_name" || everything ? "changes" : "widens";
}

/** Whether one side covers everything: because it says so, or because it has no such condition. */
function coversAll({ holder, field, openWhenAbsent }: Condition, side: Side): "by_name" | "by_absence" | null {
  const object = side === null ? undefined : at(side, holder);
  if (side === null) return null;
  const lists = openLists.test(field) ? [object?.[field]] : includeLists(object);
  const members = lists.flatMap((list) => (Array.isArray(list) ? (list as readonly JsonValue[]) : []));
  if (members.some((member) => typeof member === "string" && /^all$/i.test(member))) return "by_name";
  return openWhenAbsent && members.length === 0 ? "by_absence" : null;
}

function includeLists(object: JsonObject | undefined): readonly (JsonValue | undefined)[] {
  if (object === undefined) return [];
  return Object.keys(object)
    .filter((field) => field.startsWith("include"))
    .map((field) => object[field]);
}

/** The object at the end of some fields; undefined where there is none. */
export function at(root: JsonObject, fields: readonly string[]): JsonObject | undefined {
  let object: JsonObject | undefined = root;
  for (const field of fields) {
    const next: JsonValue | undefined =
      object !== undefined && Object.hasOwn(object, field) ? object[field] : undefined;
    object = isObject(next) ? next : undefined;
  }
  return object;
}

/** The fields of a path from the root; entries and places of lists are left out. */
function fieldsOf(path: PathNode): readonly string[] {
  const names: string[] = [];
  for (let node: PathNode | null = path; node !== null; node = node.parent) {
    if (node.segment.kind === "field") names.push(node.segment.name);
  }
  return names.reverse();
}
