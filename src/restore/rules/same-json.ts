import type { JsonObject, JsonValue } from "../../safety/index.js";

/**
 * Whether two JSON values are the same text but for the order of fields. It works without recursion, so that no depth of
 * nesting can break it.
 */
export function sameJson(left: JsonValue, right: JsonValue): boolean {
  const stack: JsonValue[] = [left, right];
  while (stack.length > 0) {
    const b = stack.pop()!;
    const a = stack.pop()!;
    if (a === b) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (Array.isArray(a) || Array.isArray(b)) {
      if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
      for (let index = 0; index < a.length; index += 1) stack.push(a[index], b[index]);
    } else if (!pushFields(a as JsonObject, b as JsonObject, stack)) return false;
  }
  return true;
}

function pushFields(a: JsonObject, b: JsonObject, stack: JsonValue[]): boolean {
  const fields = Object.keys(a);
  if (fields.length !== Object.keys(b).length) return false;
  for (const field of fields) {
    if (!Object.hasOwn(b, field)) return false;
    stack.push(a[field]!, b[field]!);
  }
  return true;
}
