import type { JsonObject } from "../../safety/index.js";

/** Root fields that name a policy, most telling first: Graph spells it either way, depending on the type. */
const nameFields = ["displayName", "name"] as const;

/** The field of a payload that names the policy; null where the payload does not name it, so that writing it renames nothing. */
export function nameField(payload: JsonObject): { readonly field: string; readonly name: string } | null {
  for (const field of nameFields) {
    const name = payload[field];
    if (typeof name === "string" && name.trim() !== "") return { field, name };
  }
  return null;
}
