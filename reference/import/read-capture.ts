import type { CaptureProblem } from "../../src/restore/run/items.js";
import type { JsonObject, JsonValue } from "../../src/safety/json.js";
import { isList, isObject, textOf } from "./read-json.js";

/** What is missing from a payload that was read: the whole of it, or a part. */
export type PayloadFlaw = { readonly whole: boolean; readonly problem: CaptureProblem };

/** Answers: does this file hold what the policy says? A flaw of the whole means that there is nothing to restore. */
export function payloadFlaws(type: string, payload: JsonObject): readonly PayloadFlaw[] {
  const flaws: PayloadFlaw[] = [];
  if (type === "settings_catalog") flaws.push(...settingsFlaws(payload));
  const masked = maskedSecrets(payload);
  if (masked > 0) {
    const many = masked === 1 ? "One secret is" : `${masked} secrets are`;
    flaws.push({
      whole: false,
      problem: {
        code: "secret_not_captured",
        detail: `${many} masked in the export: restoring would not bring the value back.`,
      },
    });
  }
  return flaws;
}

function settingsFlaws(payload: JsonObject): readonly PayloadFlaw[] {
  const settings = payload["settings"];
  if (!isList(settings)) return [flaw(true, "The file holds the policy without its settings.")];
  const stated = payload["settingCount"];
  if (typeof stated === "number" && settings.length < stated) {
    return [flaw(settings.length === 0, `The file holds ${settings.length} of the policy's ${stated} settings.`)];
  }
  if (textOf(payload["settings@odata.nextLink"]) === null) return [];
  return [flaw(false, "The file holds only the first page of the policy's settings.")];
}

function flaw(whole: boolean, detail: string): PayloadFlaw {
  return { whole, problem: { code: "payload_unreadable", detail } };
}

/** Secrets of which the export has a mask or a reference instead of the value. */
function maskedSecrets(payload: JsonObject): number {
  let count = 0;
  const stack: JsonValue[] = [payload];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (isList(value)) for (const member of value) if (member !== null) stack.push(member);
    if (!isObject(value)) continue;
    const members = Object.values(value);
    const referred = value["isEncrypted"] === true && textOf(value["secretReferenceValueId"]) !== null;
    const tokenised = value["valueState"] === "encryptedValueToken";
    if (referred || tokenised || members.some(isMask)) count += 1;
    for (const member of members) if (typeof member === "object" && member !== null) stack.push(member);
  }
  return count;
}

function isMask(value: JsonValue): boolean {
  return typeof value === "string" && /^\*{4,}$/.test(value);
}
