import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { ChangeConsequence } from "../run/change.js";
import type { Leaf } from "./leaves.js";
import { isObject, type Scalar } from "./places.js";

type Move = "added" | "removed";

/** One condition of a conditional access policy: the object that holds it, and what more of it means. */
interface Condition {
  readonly holder: string;
  readonly field: string;
  /** Whether it names who or what is meant, or keeps some away. */
  readonly names: "whom" | "whom_not";
  /** Whether a policy without it covers everything. Without users, applications or workloads it covers none of them. */
  readonly openWhenAbsent: boolean;
  /** Whether the value is one of a list, or a text that spells several, as Graph spells flags. */
  readonly listed: boolean;
}

const openLists = /^(?:clientAppTypes|userRiskLevels|signInRiskLevels|servicePrincipalRiskLevels|insiderRiskLevels)$/;
const closedHolders: ReadonlySet<string> = new Set(["users", "applications", "clientApplications"]);
const flags: ReadonlySet<string> = new Set(["guestOrExternalUserTypes", "transferMethods"]);

/**
 * What it means that a condition, or one value of it, comes or goes. Covering more widens, covering less takes the policy's
 * protection away, and a list beside one that covers everything anyway says nothing by itself. A condition that nobody knows
 * narrows, as every condition beside users and applications does. Fields are those of the place, from the root; null where
 * it is no condition, or one whose direction cannot be told.
 */
export function conditionJudge(before: JsonObject | null, after: JsonObject) {
  const covers = { before: coversAll(before), after: coversAll(after) };
  const moved = (condition: Condition, move: Move, value: Scalar): ChangeConsequence => {
    if (condition.names === "whom_not") {
      // Nobody loses what never was there.
      if (before === null) return "adds";
      return move === "added" ? "removes_protection" : "widens";
    }
    // Among the lists that say who is meant, "None" is nobody; among levels of risk it is one of them.
    if (!condition.openWhenAbsent && /^none$/i.test(String(value))) return "changes";
    const [was, is] = [covers.before(condition), covers.after(condition)];
    if (move === "added") {
      if (was === null) return "widens";
      // Naming some where all were meant narrows, unless the name that meant all is itself seen to go.
      return is !== null || was === "by_name" ? "changes" : "removes_protection";
    }
    if (is === null) return "removes_protection";
    return was !== null || is === "by_name" ? "changes" : "widens";
  };
  return {
    moved: (fields: readonly string[], move: Move, value: Scalar): ChangeConsequence | null => {
      const condition = conditionOf(fields, move === "added" ? after : before);
      return condition === null ? null : moved(condition, move, value);
    },
    /** One text that became another: by the values that it spells, of which the gravest counts. */
    respelled: (fields: readonly string[], old: Leaf["value"], intended: Leaf["value"]): ChangeConsequence | null => {
      const condition = conditionOf(fields, after);
      if (condition === null || !condition.listed) return null;
      const [gone, come] = [new Set(valuesOf(old)), new Set(valuesOf(intended))];
      const told = [
        ...[...gone].filter((value) => !come.has(value)).map((value) => moved(condition, "removed", value)),
        ...[...come].filter((value) => !gone.has(value)).map((value) => moved(condition, "added", value)),
      ];
      return (["widens", "removes_protection"] as const).find((grave) => told.includes(grave)) ?? "changes";
    },
  };
}

function conditionOf(fields: readonly string[], side: JsonObject | null): Condition | null {
  const [root, first = "", second = ""] = fields;
  if (root !== "conditions") return null;
  const last = fields.at(-1) ?? "";
  const open = { names: "whom", openWhenAbsent: true, listed: true } as const;
  if (openLists.test(first)) return { ...open, holder: "", field: first };
  if (second === "transferMethods") return { ...open, holder: first, field: second };
  const base = { holder: first, field: second, openWhenAbsent: !closedHolders.has(first) };
  if (/^(?:include|exclude)[A-Z]/.test(second)) {
    const names = second.startsWith("exclude") ? "whom_not" : "whom";
    return { ...base, names, listed: last === second || flags.has(last) };
  }
  if (base.openWhenAbsent) return { ...base, names: "whom_not", listed: false };
  if (!second.endsWith("Filter")) return null;
  const filter = own(own(own(side, "conditions"), first), second);
  return { ...base, names: own(filter, "mode") === "include" ? "whom" : "whom_not", listed: false };
}

type Covers = "by_name" | "by_absence" | null;

/** Whether one side covers everything by a condition: because it says so, or because it has no such condition. */
function coversAll(side: JsonObject | null): (condition: Condition) => Covers {
  const conditions = own(side, "conditions");
  const known = new Map<string, Covers>();
  const told = ({ holder, field, openWhenAbsent }: Condition): Covers => {
    const object = holder === "" ? conditions : own(conditions, holder);
    const lists = field.startsWith("include") || !openWhenAbsent ? includeLists(object) : [own(object, field)];
    const members = lists.flatMap(valuesOf);
    if (members.some((member) => typeof member === "string" && /^all$/i.test(member))) return "by_name";
    return openWhenAbsent && members.length === 0 ? "by_absence" : null;
  };
  return (condition) => {
    if (side === null) return null;
    const key = `${condition.holder}/${condition.field}`;
    // A list can hold thousands of members, and each of them asks.
    if (!known.has(key)) known.set(key, told(condition));
    return known.get(key) ?? null;
  };
}

function includeLists(object: JsonValue | undefined): readonly (JsonValue | undefined)[] {
  if (!isObject(object)) return [];
  return Object.entries(object).flatMap(([field, list]) => (field.startsWith("include") ? [list] : []));
}

/** The values of a list, or of one text that spells several. */
export function valuesOf(value: JsonValue | undefined): readonly Scalar[] {
  const list = typeof value === "string" ? value.split(",").map((each) => each.trim()) : value;
  return Array.isArray(list) ? list.filter((each) => each !== "") : [];
}

function own(object: JsonValue | undefined, field: string): JsonValue | undefined {
  return isObject(object) && Object.hasOwn(object, field) ? object[field] : undefined;
}
