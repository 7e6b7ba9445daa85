import { plainText } from "../../src/view-models/index.js";

/** A model, or a text of one, as an operator reads it: without the marks around what is not ours (BY-13). */
export function plain<Model>(model: Model): Model {
  return plainly(model) as Model;
}

function plainly(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map(plainly);
  if (value instanceof Map) return new Map([...value].map(([key, member]) => [key, plainly(member)]));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plainly(member)]));
}
