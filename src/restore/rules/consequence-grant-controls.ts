import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { ChangeConsequence } from "../run/change.js";
import { isWord } from "./consequence-conditions.js";
import type { Leaf } from "./leaves.js";
import { isObject, type Scalar } from "./places.js";

/** Whether all controls must hold, or one suffices; `unknown` where several are joined by nothing that is known. */
type Operator = "AND" | "OR" | "unknown";

interface Demands {
  readonly controls: number;
  /** null where one control or none makes the operator mean nothing. */
  readonly operator: Operator | null;
  readonly strength: boolean;
}

const controlLists = ["builtInControls", "customAuthenticationFactors", "termsOfUse"] as const;

/** What a conditional access policy demands: one control more of several that suffice each demands less, of several that all must hold more. */
export function grantJudge(before: JsonObject | null, after: JsonObject) {
  const [was, is] = [demandsOf(before), demandsOf(after)];
  const operator = soleOperator(was.operator, is.operator);
  const moved = (comes: boolean, control: JsonValue | undefined): ChangeConsequence => {
    if (!comes) {
      if (isWord(control, "block") || is.controls === 0) return "removes_protection";
      return operator === "AND" || operator === "unknown" ? "removes_protection" : "changes";
    }
    if (was.controls === 0 || isWord(control, "block")) return "adds";
    if (operator === null || is.controls <= was.controls) return "changes";
    return operator === "AND" ? "adds" : "removes_protection";
  };
  const joined = (): ChangeConsequence => {
    const couldBeAll = was.operator === "AND" || was.operator === "unknown";
    const couldBeAny = is.operator === "OR" || is.operator === "unknown";
    return couldBeAll && couldBeAny ? "removes_protection" : "changes";
  };
  return {
    member: (comes: boolean, [, list, field]: readonly string[], value: Scalar): ChangeConsequence | null => {
      if (isControlList(list)) return moved(comes, value);
      if (list !== "authenticationStrength") return null;
      if (!was.strength || !is.strength) return moved(comes, value);
      // Each combination that a strength allows is a way in.
      return field === "allowedCombinations" && comes ? "removes_protection" : null;
    },
    value: ([, field]: readonly string[], old: Leaf | null, intended: Leaf | null): ChangeConsequence | null => {
      if (field === "operator") return old === null ? null : joined();
      if (field !== "authenticationStrength" && !isControlList(field)) return null;
      if (old === null) return moved(true, intended?.value);
      if (intended === null) return moved(false, old.value);
      return isWord(old.value, "block") ? "removes_protection" : null;
    },
  };
}

function isControlList(field: string | undefined): boolean {
  return controlLists.some((known) => known === field);
}

/** The operator where both sides agree on it; one that means nothing on a side agrees with any, and one that is unknown with none. */
function soleOperator(was: Operator | null, is: Operator | null): Operator | null {
  if (was === "unknown" || is === "unknown") return "unknown";
  if (was === null || is === null) return was ?? is;
  return was === is ? was : null;
}

function demandsOf(side: JsonObject | null): Demands {
  const grant = side?.["grantControls"];
  if (!isObject(grant)) return { controls: 0, operator: null, strength: false };
  const strength = isObject(grant["authenticationStrength"]);
  const controls = controlLists.reduce<number>((total, field) => total + countOf(grant[field]), strength ? 1 : 0);
  return { controls, operator: controls > 1 ? operatorOf(grant["operator"]) : null, strength };
}

function operatorOf(value: JsonValue | undefined): Operator {
  const operator = typeof value === "string" ? value.toUpperCase() : null;
  return operator === "AND" || operator === "OR" ? operator : "unknown";
}

/** A control that stands where a list is expected is one control. */
function countOf(list: JsonValue | undefined): number {
  if (Array.isArray(list)) return list.length;
  return typeof list === "string" ? 1 : 0;
}
