import type { JsonObject, JsonValue } from "../../src/safety/index.js";

/** How often a piece of work reads a member of the payloads that it is given: its work, whatever machine it runs on. */
export function countedReads(
  payloads: readonly JsonObject[],
  work: (...payloads: readonly JsonObject[]) => void,
): number {
  let reads = 0;
  const watched = new WeakMap<object, JsonValue>();
  const watch = (value: JsonValue): JsonValue => {
    if (typeof value !== "object" || value === null) return value;
    const known = watched.get(value);
    if (known !== undefined) return known;
    const proxy = new Proxy(value, {
      get: (target, member) => {
        reads += 1;
        const read: unknown = Reflect.get(target, member);
        return typeof read === "function" ? read : watch(read as JsonValue);
      },
    }) as JsonValue;
    watched.set(value, proxy);
    return proxy;
  };
  work(...payloads.map((payload) => watch(payload) as JsonObject));
  return reads;
}
