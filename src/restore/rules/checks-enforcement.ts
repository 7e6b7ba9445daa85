import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { BackupItem } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import type { Finding } from "./checks.js";
import { enforcedSwitches, enforcesAnything } from "./enforcement.js";

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
  const lockout: readonly Finding[] =
    item.type === "conditional_access" && appliesToEveryone(payload)
      ? [{ check: "lockout", severity, reason: { code: "applies_to_everyone", written } }]
      : [];
  if (policy === null) return lockout;
  if (policy.payload === null) {
    const could = written && (isEnforced(item) || enforcesAnything(payload));
    if (!could) return lockout;
    return [
      { check: "enforcement", severity: "not_evaluated", reason: { code: "enforcement_in_target_not_told" } },
      ...lockout,
    ];
  }
  const switches =
    item.type === "conditional_access"
      ? stateSwitch(policy.payload, payload)
      : enforcedSwitches(policy.payload, payload);
  if (switches.length === 0) return lockout;
  const reason = {
    code: "would_be_enforced",
    switches: switches.slice(0, listed),
    more: Math.max(0, switches.length - listed),
    written,
  } as const;
  return [{ check: "enforcement", severity, reason }, ...lockout];
}

// Whatever state the target names that is not "enabled" does not enforce.
function stateSwitch(before: JsonObject, after: JsonObject) {
  const from = before["state"];
  if (after["state"] !== "enabled" || typeof from !== "string" || from === "enabled") return [];
  return [{ setting: "state", from, to: "enabled" }];
}

function isEnforced({ type, payload }: BackupItem): boolean {
  return type === "conditional_access" && payload?.["state"] === "enabled";
}

const exclusions = ["excludeUsers", "excludeGroups", "excludeRoles", "excludeGuestsOrExternalUsers"] as const;

/** Answers: is this policy in force, does it demand or deny something, and is nobody kept out of it? */
function appliesToEveryone(payload: JsonObject): boolean {
  if (payload["state"] !== "enabled" || !isObject(payload["grantControls"])) return false;
  const conditions = payload["conditions"];
  const users = isObject(conditions) ? conditions["users"] : undefined;
  if (!isObject(users)) return false;
  const included = users["includeUsers"];
  const everyone =
    isList(included) && included.some((user) => typeof user === "string" && user.toLowerCase() === "all");
  return everyone && exclusions.every((field) => !holdsSomething(users[field]));
}

function holdsSomething(value: JsonValue | undefined): boolean {
  return isList(value) ? value.length > 0 : isObject(value) && Object.keys(value).length > 0;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
