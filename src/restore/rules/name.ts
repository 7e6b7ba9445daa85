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

/** Whether there is anything to tell it by; a blank name is nobody's namesake. */
export function hasName({ name }: { readonly name: string }): boolean {
  return comparableName(name) !== "";
}

/**
 * A name as a person tells it from others: letter case, white space, characters that draw nothing and the way in which
 * Unicode composes them make no difference to the eye.
 */
export function comparableName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
}
