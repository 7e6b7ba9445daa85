import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { ChangeConsequence } from "../run/change.js";
import type { Leaf } from "./leaves.js";
import { isObject, type Scalar } from "./places.js";

interface Demands {
  readonly controls: number;
  /** null where one control or none makes the operator mean nothing. */
  readonly operator: "AND" | "OR" | null;
}

const controlLists = ["builtInControls", "customAuthenticationFactors", "termsOfUse"] as const;

/** What a conditional access policy demands: one control more of several that suffice each demands less, of several that all must hold more. */
export function grantJudge(before: JsonObject | null, after: JsonObject) {
  const [was, is] = [demandsOf(before), demandsOf(after)];
  const member = (move: "added" | "removed", value: Scalar | null): ChangeConsequence => {
    if (move === "removed") {
      if (value === "block" || is.controls === 0) return "removes_protection";
      return soleOperator(was, is) === "AND" ? "removes_protection" : "changes";
    }
    if (was.controls === 0 || value === "block") return "adds";
    const operator = soleOperator(was, is);
    if (operator === "OR" && is.controls > was.controls) return "removes_protection";
    return operator === "AND" && is.controls > was.controls ? "adds" : "changes";
  };
  return {
    member: (move: "added" | "removed", [, list]: readonly string[], value: Scalar): ChangeConsequence | null =>
      controlLists.some((known) => known === list) ? member(move, value) : null,
    value: ([, field]: readonly string[], old: Leaf | null, intended: Leaf | null): ChangeConsequence | null => {
      if (field === "operator") {
        if (old === null) return null;
        return was.operator === "AND" && is.operator === "OR" ? "removes_protection" : "changes";
      }
      if (field !== "authenticationStrength" || (old !== null && intended !== null)) return null;
      return member(old === null ? "added" : "removed", null);
    },
  };
}

/** The operator where both sides agree on it; one that means nothing on a side agrees with any. */
function soleOperator(was: Demands, is: Demands): "AND" | "OR" | null {
  if (was.operator === null) return is.operator;
  return is.operator === null || is.operator === was.operator ? was.operator : null;
}

function demandsOf(side: JsonObject | null): Demands {
  const grant = side !== null && Object.hasOwn(side, "grantControls") ? side["grantControls"] : undefined;
  if (!isObject(grant)) return { controls: 0, operator: null };
  const lists = controlLists.reduce((total, field) => total + lengthOf(grant[field]), 0);
  const controls = lists + (isObject(grant["authenticationStrength"]) ? 1 : 0);
  const { operator } = grant;
  return { controls, operator: controls > 1 && (operator === "AND" || operator === "OR") ? operator : null };
}

function lengthOf(list: JsonValue | undefined): number {
  return Array.isArray(list) ? list.length : 0;
}
