import type { JsonValue } from "./json.js";

/**
 * One spelling for one value: keys in code-unit order, no white space, numbers as ECMAScript writes them (RFC 8785).
 * Throws a TypeError for a number that JSON cannot hold, because two different bases would then look equal.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`A basis cannot hold the number ${value}; use null or a string.`);
    return JSON.stringify(value);
  }
  if (isArray(value)) {
    // The common long list, of ids: the engine writes it in one go, and the same.
    if (value.every((item) => typeof item === "string")) return JSON.stringify(value);
    let list = "[";
    for (let index = 0; index < value.length; index += 1) {
      if (index > 0) list += ",";
      list += canonicalJson(value[index] ?? null);
    }
    return `${list}]`;
  }
  if (typeof value !== "object") throw new TypeError(`A basis cannot hold a ${typeof value}; use a JSON value.`);
  let object = "{";
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    if (object.length > 1) object += ",";
    object += `${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `${object}}`;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
