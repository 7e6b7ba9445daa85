import type { TypeJudge } from "./consequence.js";
import type { Leaf } from "./leaves.js";
import type { PathNode } from "./places.js";

type Order = (before: Leaf["value"], after: Leaf["value"]) => number | null;

type Direction = "upwards" | "downwards";

/** Thresholds by the names of their fields: how their values compare, and in which direction they are stricter. */
const thresholds: readonly (readonly [fields: RegExp, order: Order, stricter: Direction])[] = [
  [/^(?:os|mobileOs).*Minimum.*Version$|^minAndroidSecurityPatchLevel$/, versions, "upwards"],
  [/Minimum|^passwordPreviousPasswordBlockCount$/, numbers, "upwards"],
  [/^requiredPasswordComplexity$/, ranked(["none", "low", "medium", "high"]), "upwards"],
  [/^(?:os|mobileOs).*Maximum.*Version$/, versions, "downwards"],
  [
    /^passwordExpirationDays$|^passwordMinutesOfInactivity|^passwordSignInFailureCountBefore|^passwordFailed|Maximum/,
    limits,
    "downwards",
  ],
  [/RequiredSecurityLevel$/, ranked(["secured", "low", "medium", "high", "unavailable", "notSet"]), "downwards"],
];

/** Compliance rules: a requirement that is switched off, a weaker threshold, or a later or missing action takes protection away. */
export const complianceJudge: TypeJudge = {
  value: (path, before, after) => {
    const field = path.segment.kind === "field" ? path.segment.name : null;
    const action = actionOf(path);
    // Telling somebody later, or not at all, leaves the device as protected as it was.
    if (action !== null && /notif/i.test(action)) return before === null ? "adds" : "changes";
    if (before === null || after === null || field === null) return null;
    // A difference from true is no longer true, however it is spelled.
    if (before.value === true) return "removes_protection";
    if (action !== null && field === "gracePeriodHours") return weaker(numbers(before.value, after.value), "downwards");
    const threshold = thresholds.find(([fields]) => fields.test(field));
    if (threshold === undefined) return null;
    const [, order, stricter] = threshold;
    return weaker(order(before.value, after.value), stricter);
  },
  member: () => null,
};

/** A positive order means that the newer value is higher; null that the two cannot be compared. */
function weaker(order: number | null, stricter: Direction): "removes_protection" | "changes" {
  if (order === null) return "changes";
  return (stricter === "upwards" ? order < 0 : order > 0) ? "removes_protection" : "changes";
}

/** The kind of action that a place belongs to, such as "block"; null elsewhere. */
function actionOf(path: PathNode): string | null {
  for (let node: PathNode | null = path; node !== null; node = node.parent) {
    const { segment, parent } = node;
    if (segment.kind !== "entry" || parent?.segment.kind !== "field") continue;
    if (parent.segment.name === "scheduledActionConfigurations") return segment.label;
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
  for (let index = 0; index < Math.max(old.length, intended.length); index += 1) {
    const order = (intended[index] ?? 0) - (old[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

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
