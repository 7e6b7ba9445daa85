import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { ChangeConsequence } from "../run/change.js";
import type { Leaf } from "./leaves.js";
import { isList } from "./noise.js";
import { isObject } from "./places.js";

/** One condition of a conditional access policy: the object that holds it, and what more of it means. */
interface Condition {
  readonly holder: string;
  readonly field: string;
  /** Whether more of it covers less, as what is excluded does. */
  readonly narrows: boolean;
  /** Whether a policy without it covers everything. Without users, applications or workloads it covers none of them. */
  readonly openWhenAbsent: boolean;
  /** Whether the value is one of a list, or a text that spells several, as Graph spells flags. */
  readonly listed: boolean;
}

const openLists = /^(?:clientAppTypes|userRiskLevels|signInRiskLevels|servicePrincipalRiskLevels|insiderRiskLevels)$/;
const closedHolders: ReadonlySet<string> = new Set(["users", "applications", "clientApplications"]);

/**
 * What it means that a condition, or one value of it, comes or goes. Covering more widens, covering less takes the policy's
 * protection away, and a list beside one that covers everything anyway says nothing by itself. A condition that nobody knows
 * narrows, as every condition beside users and applications does. Fields are those of the place, from the root; null where
 * it is no condition, or one whose direction cannot be told.
 */
export function conditionJudge(before: JsonObject | null, after: JsonObject) {
  const covers = { before: coversAll(before), after: coversAll(after) };
  const moved = (condition: Condition, comes: boolean, value: JsonValue): ChangeConsequence => {
    if (condition.narrows) {
      // Nobody loses what never was there.
      if (before === null) return "adds";
      return comes ? "removes_protection" : "widens";
    }
    // Among the lists that say who is meant, "None" is nobody; among levels of risk it is one of them.
    if (!condition.openWhenAbsent && isWord(value, "none")) return "changes";
    const [was, is] = [covers.before(condition), covers.after(condition)];
    if (comes) {
      if (!was.all) return "widens";
      // Naming some where all were meant narrows, unless the name that meant all is itself seen to go.
      return is.all || was.byName ? "changes" : "removes_protection";
    }
    if (!is.all) return "removes_protection";
    return was.all || is.byName ? "changes" : "widens";
  };
  return {
    moved: (fields: readonly string[], comes: boolean, value: JsonValue): ChangeConsequence | null => {
      const condition = conditionOf(fields, comes ? after : before);
      return condition === null ? null : moved(condition, comes, value);
    },
    /** One text that became another: by the values that it spells, of which the gravest counts. */
    respelled: (fields: readonly string[], old: Leaf["value"], intended: Leaf["value"]): ChangeConsequence | null => {
      const condition = conditionOf(fields, after);
      if (condition === null || !condition.listed) return null;
      const [gone, come] = [new Set(valuesOf(old)), new Set(valuesOf(intended))];
      const told = [
        ...[...gone].filter((value) => !come.has(value)).map((value) => moved(condition, false, value)),
        ...[...come].filter((value) => !gone.has(value)).map((value) => moved(condition, true, value)),
      ];
      return (["widens", "removes_protection"] as const).find((grave) => told.includes(grave)) ?? "changes";
    },
  };
}

function conditionOf(fields: readonly string[], side: JsonObject | null): Condition | null {
  const [root, first = "", second = ""] = fields;
  if (root !== "conditions") return null;
  const last = fields.at(-1);
  const open = { narrows: false, openWhenAbsent: true, listed: true };
  if (openLists.test(first)) return { ...open, holder: "", field: first };
  if (second === "transferMethods") return { ...open, holder: first, field: second };
  const base = { holder: first, field: second, openWhenAbsent: !closedHolders.has(first) };
  if (/^(?:include|exclude)[A-Z]/.test(second)) {
    const listed = last === second || last === "guestOrExternalUserTypes";
    return { ...base, narrows: second.startsWith("exclude"), listed };
  }
  if (base.openWhenAbsent) return { ...base, narrows: true, listed: false };
  if (!second.endsWith("Filter")) return null;
  const filter = own(own(own(side, "conditions"), first), second);
  return { ...base, narrows: own(filter, "mode") !== "include", listed: false };
}

/** Whether everything is covered, and whether a name that means all says so. */
interface Covers {
  readonly all: boolean;
  readonly byName: boolean;
}

/** Whether one side covers everything by a condition: because it says so, or because it has no such condition. */
function coversAll(side: JsonObject | null): (condition: Condition) => Covers {
  const conditions = own(side, "conditions");
  const known = new Map<string, Covers>();
  const told = ({ holder, field, openWhenAbsent }: Condition): Covers => {
    const object = holder === "" ? conditions : own(conditions, holder);
    const lists = field.startsWith("include") || !openWhenAbsent ? includeLists(object) : [own(object, field)];
    const members = lists.flatMap(valuesOf);
    const byName = members.some((member) => isWord(member, "all"));
    const byAbsence = side !== null && openWhenAbsent && members.length === 0;
    return { all: byName || byAbsence, byName };
  };
  return (condition) => {
    const key = `${condition.holder}/${condition.field}`;
    // A list can hold thousands of members, and each of them asks.
    const covers = known.get(key) ?? told(condition);
    known.set(key, covers);
    return covers;
  };
}

function includeLists(object: JsonValue | undefined): readonly (JsonValue | undefined)[] {
  if (!isObject(object)) return [];
  return Object.entries(object).flatMap(([field, list]) => (field.startsWith("include") ? [list] : []));
}

/** The values of a list, or of one text that spells several. */
export function valuesOf(value: JsonValue | undefined): readonly JsonValue[] {
  const list = typeof value === "string" ? value.split(",").map((each) => each.trim()) : (value ?? null);
  return isList(list) ? list.filter((each) => each !== "") : [];
}

/** Whether a value is a word, in whatever letter case. */
export function isWord(value: JsonValue | undefined, word: string): boolean {
  return typeof value === "string" && value.toLowerCase() === word;
}

function own(object: JsonValue | undefined, field: string): JsonValue | undefined {
  return isObject(object) && Object.hasOwn(object, field) ? object[field] : undefined;
}
