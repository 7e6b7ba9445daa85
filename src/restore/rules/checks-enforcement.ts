import { fingerprintOf, type JsonObject, type JsonValue } from "../../safety/index.js";
import type { EnforcementSwitch, LockoutReason } from "../run/findings.js";
import type { BackupItem } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import type { Finding } from "./checks.js";
import { isWord, valuesOf } from "./consequence-conditions.js";
import { enforcedSwitches, enforcesAnything, mayBeInForce } from "./enforcement.js";
import { isList } from "./noise.js";
import { isObject } from "./places.js";

const listed = 5;

/**
 * Answers: would the restore begin to enforce what only reports today, or could it lock people out (BY-6)? For an item that
 * is compared and never written it says so as a warning, because nothing of it would happen.
 */
export function enforcementFindings(
  item: BackupItem,
  policy: TargetPolicy | null,
  written: boolean,
): readonly Finding[] {
  const { payload } = item;
  if (payload === null) return [];
  const severity = written ? "blocking" : "warning";
  const conditional = item.type === "conditional_access";
  const lockout = conditional ? lockoutFindings(payload, written) : [];
  const switches = policy === null ? [] : switchesOf(policy.payload, payload, conditional);
  if (switches === null) {
    const could = conditional ? mayBeInForce(payload["state"]) : enforcesAnything(payload);
    return written && could ? [notTold, ...lockout] : lockout;
  }
  if (switches.length === 0) return lockout;
  const reason = {
    code: "would_be_enforced",
    switches: switches.slice(0, listed),
    more: Math.max(0, switches.length - listed),
    written,
    whole: fingerprintOf(switches),
  } as const;
  return [{ check: "enforcement", severity, reason }, ...lockout];
}

const notTold: Finding = {
  check: "enforcement",
  severity: "not_evaluated",
  reason: { code: "enforcement_in_target_not_told" },
};

/** What reports only, or is off, and would be enforced; null where the target does not tell. */
function switchesOf(
  now: JsonObject | null,
  after: JsonObject,
  conditional: boolean,
): readonly EnforcementSwitch[] | null {
  if (!conditional) return now === null ? null : enforcedSwitches(now, after);
  const [from, to] = [now?.["state"], after["state"]];
  if (typeof from !== "string") return null;
  // Whatever state the target names that is not "enabled" does not enforce.
  if (from === "enabled" || from === to || !mayBeInForce(to)) return [];
  return [{ setting: "state", from, to: typeof to === "string" ? to : typeof to }];
}

function lockoutFindings(payload: JsonObject, written: boolean): readonly Finding[] {
  const code = reachOf(payload);
  if (code === null) return [];
  const worst = code === "reach_not_readable" ? "not_evaluated" : "blocking";
  return [{ check: "lockout", severity: written ? worst : "warning", reason: { code, written } }];
}

/**
 * Answers: is this policy in force, does it demand or deny something, and is nobody who administers kept out of it? Guests do
 * not let anybody in again. What is not there reaches nobody; what is there and cannot be read may reach everyone.
 */
function reachOf(payload: JsonObject): LockoutReason["code"] | null {
  if (!mayBeInForce(payload["state"]) || isAbsent(payload["grantControls"])) return null;
  const conditions = payload["conditions"];
  const users = isObject(conditions) ? conditions["users"] : conditions;
  if (isAbsent(users)) return null;
  if (!isObject(users)) return "reach_not_readable";
  const included = users["includeUsers"];
  if (!isAbsent(included) && typeof included !== "string" && !isList(included)) return "reach_not_readable";
  if (!valuesOf(included).some((user) => isWord(user, "all"))) return null;
  const excluded = ["excludeUsers", "excludeGroups", "excludeRoles"].flatMap((field) => namesIn(users[field]));
  if (excluded.some((each) => !isWord(each, "guestsorexternalusers"))) return null;
  const guests = users["excludeGuestsOrExternalUsers"];
  const kinds = isObject(guests) ? namesIn(guests["guestOrExternalUserTypes"]) : [];
  return excluded.length + kinds.length > 0 ? "applies_to_all_but_guests" : "applies_to_everyone";
}

/** What a list names; a space names nobody, and neither does "none". */
function namesIn(value: JsonValue | undefined): readonly JsonValue[] {
  return valuesOf(value).filter((each) => typeof each === "string" && /\S/.test(each) && !isWord(each, "none"));
}

function isAbsent(value: JsonValue | undefined): value is null | undefined {
  return value === null || value === undefined;
}
