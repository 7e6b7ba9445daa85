import type { JsonObject, JsonValue } from "../../safety/index.js";
import { isList } from "./noise.js";

/** Levels that are compared by recursion, which is several times faster than without. */
const deepest = 100;

/** Whether two JSON values are the same but for the order of fields, whatever the depth of their nesting. */
export function sameJson(left: JsonValue, right: JsonValue): boolean {
  return sameWithin(left, right, deepest);
}

function sameWithin(left: JsonValue, right: JsonValue, levels: number): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (levels === 0) return sameAtAnyDepth(left, right);
  if (isList(left)) {
    if (!isList(right) || left.length !== right.length) return false;
    for (let index = 0; index < left.length; index += 1) {
      if (!sameWithin(left[index]!, right[index]!, levels - 1)) return false;
    }
    return true;
  }
  if (isList(right)) return false;
  let fields = 0;
  for (const field in left) {
    if (!Object.hasOwn(right, field) || !sameWithin(left[field]!, right[field]!, levels - 1)) return false;
    fields += 1;
  }
  for (const _ in right) fields -= 1;
  return fields === 0;
}

function sameAtAnyDepth(left: JsonValue, right: JsonValue): boolean {
  const stack: JsonValue[] = [left, right];
  while (stack.length > 0) {
    const b = stack.pop()!;
    const a = stack.pop()!;
    if (a === b) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (isList(a) || isList(b)) {
      if (!isList(a) || !isList(b) || a.length !== b.length) return false;
      for (let index = 0; index < a.length; index += 1) stack.push(a[index]!, b[index]!);
    } else if (!pushFields(a, b, stack)) return false;
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
