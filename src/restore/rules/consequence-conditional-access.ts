import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { ChangeConsequence } from "../run/change.js";
import type { TypeJudge } from "./consequence.js";
import { conditionJudge } from "./consequence-conditions.js";
import { grantJudge } from "./consequence-grant-controls.js";
import { mayBeInForce } from "./enforcement.js";
import type { PathNode } from "./places.js";

/** Conditional access: whether it is enforced, whom and what it covers, and what it demands. `before` is null for a policy that would be created. */
export function conditionalAccessJudge(before: JsonObject | null, after: JsonObject): TypeJudge {
  const grant = grantJudge(before, after);
  const conditions = conditionJudge(before, after);
  return {
    value: (path, old, intended) => {
      const names = fieldsOf(path);
      if (isState(names)) return stateConsequence(old?.value, intended?.value);
      if (names[0] === "grantControls") return grant.value(names, old, intended);
      // A difference from true is no longer true, however it is spelled.
      if (old?.value === true && names.at(-1) === "isEnabled") return "removes_protection";
      if (old === null) return conditions.moved(names, true, intended?.value ?? null);
      if (intended === null) return conditions.moved(names, false, old.value);
      return conditions.respelled(names, old.value, intended.value);
    },
    member: (move, path, value) => {
      const names = fieldsOf(path);
      const comes = move === "added";
      if (isState(names)) return comes ? stateConsequence(null, value) : stateConsequence(value, null);
      return names[0] === "grantControls" ? grant.member(comes, names, value) : conditions.moved(names, comes, value);
    },
  };
}

/**
 * Taking effect is a consequence of its own, whatever the policy did before (BY-6). A state that nobody knows may be in
 * force or not, so it counts as whichever is worse.
 */
function stateConsequence(before: JsonValue | undefined, after: JsonValue | undefined): ChangeConsequence {
  if (after === "enabled" || (mayBeInForce(after) && !mayBeInForce(before))) return "enforces";
  return mayBeInForce(before) ? "removes_protection" : "changes";
}

function isState(names: readonly string[]): boolean {
  return names[0] === "state";
}

/** The fields of a path from the root; entries and places of lists are left out. */
function fieldsOf(path: PathNode): readonly string[] {
  const names: string[] = [];
  for (let node: PathNode | null = path; node !== null; node = node.parent) {
    if (node.segment.kind === "field") names.push(node.segment.name);
  }
  return names.reverse();
}
