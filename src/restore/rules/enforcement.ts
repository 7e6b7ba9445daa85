import type { JsonObject, JsonValue } from "../../safety/index.js";
import type { EnforcementSwitch } from "../run/findings.js";
import { type Leaf, leavesOf } from "./leaves.js";

// Choices that say "report only" by a number, as the definitions of these settings count them.
const countedChoices: ReadonlyMap<string, readonly string[]> = new Map([
  ["device_vendor_msft_policy_config_defender_enablenetworkprotection", ["2"]],
  ["device_vendor_msft_policy_config_defender_puaprotection", ["2"]],
  ["device_vendor_msft_policy_config_defender_enablecontrolledfolderaccess", ["2", "4"]],
]);

const reportsOnly =
  /^(audit(mode|only)?|audit\w*components\w*|encryptandauditonly|reportonly|enabledforreportingbutnotenforced)$/;
const off = /^(0|off|none|disabled?|false|notconfigured|notset|userdefined|allow(ed)?)$/;

/** How a setting stands, as far as its value tells: switched off, reporting only, or in force. */
type Force = "off" | "reports_only" | "enforced";

/**
 * Answers: which settings report only in the target, and would be enforced (BY-6)? A setting counts where its value can be
 * told to be a mode of reporting; one that is not configured or off today is not a step from reporting to enforcing. In
 * conditional access it is: a policy that is off there reaches nobody, and `state` is its one switch.
 */
export function enforcedSwitches(before: JsonObject, after: JsonObject): readonly EnforcementSwitch[] {
  if (!mayReportOnly(before)) return [];
  const now = leavesOf(before).meaning;
  const later = leavesOf(after).meaning;
  const found: EnforcementSwitch[] = [];
  for (const [key, leaf] of now) {
    const next = later.get(key);
    if (next === undefined || forceOf(leaf) !== "reports_only" || forceOf(next) !== "enforced") continue;
    found.push({ setting: settingOf(leaf), from: optionOf(leaf), to: optionOf(next) });
  }
  return found;
}

/** Whether anything in a payload is a switch that could have reported only before. */
export function enforcesAnything(payload: JsonObject): boolean {
  for (const leaf of leavesOf(payload).meaning.values()) {
    const known =
      leaf.choiceOf !== null &&
      (countedChoices.has(leaf.choiceOf) || /_(block|warn|enforce)$/.test(String(leaf.value)));
    if (known && forceOf(leaf) === "enforced") return true;
  }
  return false;
}

function forceOf(leaf: Leaf): Force {
  const option = optionOf(leaf);
  const spelled = option.toLowerCase();
  if (leaf.choiceOf !== null && countedChoices.get(leaf.choiceOf)?.includes(spelled)) return "reports_only";
  if (reportsOnly.test(spelled)) return "reports_only";
  return spelled === "" || off.test(spelled) ? "off" : "enforced";
}

/** The value without what only repeats its definition, and without the quotes that older policies keep theirs in. */
function optionOf({ value, choiceOf }: Leaf): string {
  if (typeof value !== "string") return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  if (choiceOf !== null && value.startsWith(`${choiceOf}_`)) return value.slice(choiceOf.length + 1);
  return value.replace(/^"(.*)"$/, "$1");
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
    } else if (typeof value === "object" && value !== null) {
      for (const member of Object.values(value)) stack.push(member);
    }
  }
  return false;
}
