import type { TypeJudge } from "./consequence.js";
import type { Leaf } from "./leaves.js";
import type { PathNode, PathSegment } from "./places.js";

type Order = (before: Leaf["value"], after: Leaf["value"]) => number | null;

/** 1 where more is stricter, -1 where less is. */
type Stricter = 1 | -1;

/** Thresholds by the names of their fields: how their values compare, and in which direction they are stricter. */
const thresholds: readonly (readonly [fields: RegExp, order: Order, stricter: Stricter])[] = [
  [/^(?:os|mobileOs).*Minimum.*Version$|^minAndroidSecurityPatchLevel$/, versions, 1],
  [/Minimum|^passwordPreviousPasswordBlockCount$/, numbers, 1],
  [/^requiredPasswordComplexity$/, ranked(["none", "low", "medium", "high"]), 1],
  [/^(?:os|mobileOs).*Maximum.*Version$/, versions, -1],
  [
    /^passwordExpirationDays$|^passwordMinutesOfInactivity|^passwordSignInFailureCountBefore|^passwordFailed|Maximum/,
    limits,
    -1,
  ],
  [/RequiredSecurityLevel$/, ranked(["secured", "low", "medium", "high", "unavailable", "notSet"]), -1],
];

/** Compliance rules: a requirement that is switched off, a weaker threshold, or a later or missing action takes protection away. */
export const complianceJudge: TypeJudge = {
  value: (path, before, after) => {
    const field = path.segment.kind === "field" ? path.segment.name : null;
    const action = actionOf(path);
    // Telling somebody later, or not at all, leaves the device as protected as it was.
    if (action?.kind === "entry" && /notif/i.test(action.label)) return before === null ? "adds" : "changes";
    if (before === null || after === null || field === null) return null;
    // A difference from true is no longer true, however it is spelled.
    if (before.value === true) return "removes_protection";
    if (action !== null && field === "gracePeriodHours") return weaker(numbers(before.value, after.value), -1);
    const threshold = thresholds.find(([fields]) => fields.test(field));
    if (threshold === undefined) return null;
    const [, order, stricter] = threshold;
    return weaker(order(before.value, after.value), stricter);
  },
};

/** A positive order means that the newer value is higher; null that the two cannot be compared. */
function weaker(order: number | null, stricter: Stricter): "removes_protection" | "changes" {
  return (order ?? 0) * stricter < 0 ? "removes_protection" : "changes";
}

/** The action that a place belongs to; null elsewhere. */
function actionOf(path: PathNode): PathSegment | null {
  for (let node: PathNode | null = path; node !== null; node = node.parent) {
    const holder = node.parent?.segment;
    if (holder?.kind === "field" && holder.name === "scheduledActionConfigurations") return node.segment;
  }
  return null;
}

function numbers(before: Leaf["value"], after: Leaf["value"]): number | null {
  return typeof before === "number" && typeof after === "number" ? after - before : null;
}

/** Of days, minutes and attempts, 0 mostly means that there is no limit; where it means at once, nothing of the record tells so. */
function limits(before: Leaf["value"], after: Leaf["value"]): number | null {
  return after === 0 ? Infinity : numbers(before, after);
}

/** Compares "10.0.22631.0" and "2024-05-01" part by part; null where a part is no number. */
function versions(before: Leaf["value"], after: Leaf["value"]): number | null {
  const [old, intended] = [versionParts(before), versionParts(after)];
  if (old === null || intended === null) return null;
  const orders = Array.from({ length: mostParts }, (_, index) => (intended[index] ?? 0) - (old[index] ?? 0));
  return orders.find((order) => order !== 0) ?? 0;
}

const mostParts = 8;

function versionParts(value: Leaf["value"]): readonly number[] | null {
  return typeof value === "string" && /^\d{1,9}(?:[.-]\d{1,9}){0,7}$/.test(value)
    ? value.split(/[.-]/).map(Number)
    : null;
}

function ranked(scale: readonly string[]): Order {
  return (before, after) => {
    const [old, intended] = [scale.indexOf(String(before)), scale.indexOf(String(after))];
    return old === -1 || intended === -1 ? null : intended - old;
  };
}
