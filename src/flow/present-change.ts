import { type BasisChange, type JsonValue, setApart } from "../safety/index.js";
import type { ChangeModel } from "../view-models/index.js";
import type { Formatting } from "./formatting.js";
import type { FlowWords } from "./words/words.js";

/**
 * A moved basis field in words, for a workflow whose values need no words of their own (BY-1). `labels` names the fields; a
 * value that was absent is said to be, and an empty list is none, not absent (BY-3).
 */
export function presentChange(
  { field, before, after }: BasisChange,
  labels: Readonly<Record<string, string>>,
  words: Pick<FlowWords, "notRecorded">,
  format: Pick<Formatting, "number" | "listed">,
): ChangeModel {
  const label = Object.hasOwn(labels, field) ? labels[field] : undefined;
  return { field, label: label ?? setApart(field), before: inWords(before), after: inWords(after) };

  function inWords(value: JsonValue | undefined): string {
    if (value === undefined || value === null) return words.notRecorded;
    if (Array.isArray(value)) return value.length === 0 ? format.number(0) : format.listed(value.map(inWords));
    if (typeof value === "number") return format.number(value);
    return setApart(typeof value === "string" ? value : JSON.stringify(value));
  }
}
