import type { JsonObject } from "../../safety/index.js";
import type { EnforcementSwitch } from "../run/findings.js";
import type { BackupItem } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import type { Finding } from "./checks.js";
import { isWord, valuesOf } from "./consequence-conditions.js";
import { enforcedSwitches, enforcesAnything, mayBeInForce } from "./enforcement.js";
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
  const lockout: readonly Finding[] =
    conditional && appliesToEveryone(payload)
      ? [{ check: "lockout", severity, reason: { code: "applies_to_everyone", written } }]
      : [];
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

/** Answers: is this policy in force, does it demand or deny something, and is nobody kept out of it? */
function appliesToEveryone(payload: JsonObject): boolean {
  if (!mayBeInForce(payload["state"]) || !isObject(payload["grantControls"])) return false;
  const conditions = payload["conditions"];
  const users = isObject(conditions) ? conditions["users"] : undefined;
  if (!isObject(users)) return false;
  const everyone = valuesOf(users["includeUsers"]).some((user) => isWord(user, "all"));
  const guests = users["excludeGuestsOrExternalUsers"];
  const excluded = [
    ...["excludeUsers", "excludeGroups", "excludeRoles"].flatMap((field) => valuesOf(users[field])),
    ...(isObject(guests) ? valuesOf(guests["guestOrExternalUserTypes"]) : []),
  ];
  return everyone && !excluded.some((each) => typeof each === "string" && !isWord(each, "none"));
}
