import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { EnforcementSwitch } from "../run/findings.js";
import { isListValue } from "./change-data.js";
import { type Leaf, leavesOf } from "./leaves.js";
import type { Scalar } from "./places.js";

// Choices that say "report only" by a number, as the definitions of these settings count them.
const countedChoices: ReadonlyMap<string | null, readonly string[]> = new Map([
  ["device_vendor_msft_policy_config_defender_enablenetworkprotection", ["2"]],
  ["device_vendor_msft_policy_config_defender_puaprotection", ["2"]],
  ["device_vendor_msft_policy_config_defender_enablecontrolledfolderaccess", ["2", "4"]],
]);

const reportsOnly =
  /^(audit(mode|only)?|audit\w*components\w*|auditdiskmodification|encryptandauditonly|reportonly|enabledforreportingbutnotenforced)$/;
const off = /^(0|off|none|disabled?|false|notconfigured|notset|userdefined|allow(ed)?)$/;

/** How a value stands, as far as it can be told. */
type Force = "reports_only" | "enforced";

/**
 * Answers: which settings report only in the target, and would be enforced (BY-6)? A setting counts where its value can be
 * told to be a mode of reporting; one that is not configured or off today is not a step from reporting to enforcing. In
 * conditional access it is: a policy that is off there reaches nobody, and `state` is its one switch.
 */
export function enforcedSwitches(before: JsonObject, after: JsonObject): readonly EnforcementSwitch[] {
  if (!mayReportOnly(before)) return [];
  const later = leavesOf(after).meaning;
  return [...leavesOf(before).meaning].flatMap(([key, leaf]) => {
    const next = later.get(key);
    const now = new Set(optionsOf(leaf));
    const from = [...now].find((option) => forceOf(option, leaf) === "reports_only");
    if (next === undefined || from === undefined) return [];
    const to = optionsOf(next).find((option) => forceOf(option, next) === "enforced" && !now.has(option));
    return to === undefined ? [] : [{ setting: settingOf(leaf), from, to }];
  });
}

const notInForce: ReadonlySet<string> = new Set(["disabled", "enabledforreportingbutnotenforced"]);

/** Whether a conditional access policy of this state may be in force: a state that nobody knows may. */
export function mayBeInForce(state: JsonValue | undefined): boolean {
  if (state === undefined || state === null) return false;
  return typeof state !== "string" || !notInForce.has(state.toLowerCase());
}

/** Whether anything in a payload is a switch that could have reported only before. */
export function enforcesAnything(payload: JsonObject): boolean {
  return [...leavesOf(payload).meaning.values()].some((leaf) =>
    optionsOf(leaf).some((option) => isSwitch(option, leaf) && forceOf(option, leaf) === "enforced"),
  );
}

function isSwitch(option: string, { choiceOf }: Leaf): boolean {
  return /^(?:(?:block|warn|enforce)\w*|enable)$/i.test(option) || countedChoices.has(choiceOf);
}

/** null for what is switched off. */
function forceOf(option: string, { choiceOf }: Leaf): Force | null {
  const spelled = option.toLowerCase();
  if (countedChoices.get(choiceOf)?.includes(spelled) || reportsOnly.test(spelled)) return "reports_only";
  return spelled === "" || off.test(spelled) ? null : "enforced";
}

/** The values of a setting without what only repeats its definition, and without the quotes that older policies keep theirs in. */
function optionsOf({ value, choiceOf }: Leaf): readonly string[] {
  const values: readonly Scalar[] = isListValue(value) ? value : [value];
  return values.map((each) => {
    const option = String(each);
    if (choiceOf !== null && option.startsWith(`${choiceOf}_`)) return option.slice(choiceOf.length + 1);
    return option.replace(/^"(.*)"$/, "$1");
  });
}

function settingOf({ choiceOf, path }: Leaf): string {
  if (choiceOf !== null) return choiceOf;
  return path.segment.kind === "field" ? path.segment.name : path.key;
}

/** A quick look before both payloads are taken apart: no depth of nesting can break it. */
function mayReportOnly(payload: JsonObject): boolean {
  const stack: JsonValue[] = [payload];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === "string") {
      if (/audit|report/i.test(value) || /_[24]$/.test(value)) return true;
    } else if (value !== null) {
      const members: readonly JsonValue[] = Object.values(value);
      for (const member of members) stack.push(member);
    }
  }
  return false;
}
