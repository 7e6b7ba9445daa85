import type { JsonObject, JsonValue } from "../../src/safety/json.js";
import { mostBytesPerFile } from "../api/imports.js";

/** A value read, or one sentence that says why not. Sentences never quote the file: it may hold secrets. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Deepest nesting that is read. Real exports stay below 30. */
const deepestNesting = 200;

/** Reads one JSON file in any of the encodings that exports come in. */
export function readJson(bytes: Uint8Array): Read<JsonValue> {
  if (bytes.byteLength === 0) return failed("The file is empty.");
  if (bytes.byteLength > mostBytesPerFile) {
    return failed(`The file is larger than ${mostBytesPerFile / 1024 / 1024} MB, the most that is read.`);
  }
  const text = decode(bytes);
  return text.ok ? parse(text.value) : text;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The value where it is a string with something in it; null elsewhere. */
export function textOf(value: JsonValue | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function decode(bytes: Uint8Array): Read<string> {
  const encoding = encodingOf(bytes);
  try {
    return { ok: true, value: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return failed(`The file is not valid ${encoding.toUpperCase()} text: it is damaged or in another encoding.`);
  }
}

/** By byte order mark; without one, by where the NUL bytes of the first character stand, because JSON starts with ASCII. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}

function parse(text: string): Read<JsonValue> {
  const shape = shapeOf(text);
  if (shape.deepest > deepestNesting) {
    return failed(`The JSON is nested deeper than ${deepestNesting} levels, the most that is read.`);
  }
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    if (shape.open) return failed("The JSON ends before it is complete: the file is cut off.");
    const at = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    return failed(
      at === undefined ? "The file is not valid JSON." : `The file is not valid JSON, from character ${at} on.`,
    );
  }
  if (shape.twice !== null)
    return failed(
      `The JSON names one key twice in one object, at character ${shape.twice}: only one value could be kept.`,
    );
  const flaw = flawOf(value);
  return flaw === null ? { ok: true, value } : failed(flaw);
}

interface Shape {
  readonly deepest: number;
  /** Whether a string, list or object is still open at the end. */
  readonly open: boolean;
  /** Where an object first names a key that it has named already; null where none does. */
  readonly twice: number | null;
}

/** What JSON.parse does not tell, found without recursion and before anything is built. */
function shapeOf(text: string): Shape {
  // One place per open object or list; keys are kept once there is one.
  const open: (Set<string> | null)[] = [];
  let deepest = 0;
  let twice: number | null = null;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (char === 0x22) {
      const end = endOfString(text, index);
      if (end === text.length) return { deepest, open: true, twice };
      if (twice === null && isKey(text, end + 1) && open.length > 0) {
        const keys = (open[open.length - 1] ??= new Set());
        const key = unescaped(text.slice(index, end + 1));
        if (keys.has(key)) twice = index;
        keys.add(key);
      }
      index = end;
    } else if (char === 0x7b || char === 0x5b) deepest = Math.max(deepest, open.push(null));
    else if (char === 0x7d || char === 0x5d) open.pop();
  }
  return { deepest, open: open.length > 0, twice };
}

/** Index of the closing quote; the length of the text where there is none. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (char === 0x5c) index += 1;
    else if (char === 0x22) return index;
  }
  return text.length;
}

/** Whether the string that ends before `index` is a key: only a colon can follow one. */
function isKey(text: string, index: number): boolean {
  let at = index;
  while (at < text.length && /[ \t\r\n]/.test(text.charAt(at))) at += 1;
  return text.charCodeAt(at) === 0x3a;
}

/** A key may be spelled in several ways, and is the same key in all of them. */
function unescaped(quoted: string): string {
  if (!quoted.includes("\\")) return quoted;
  try {
    return JSON.stringify(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

/** What would not survive being stored and written back as it was. */
function flawOf(root: JsonValue): string | null {
  const stack: JsonValue[] = [root];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value === "string" && !isStorable(value))
      return "The JSON holds characters that cannot be stored as text.";
    if (
      typeof value === "number" &&
      (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    ) {
      return "The JSON holds a number that cannot be kept exactly.";
    }
    if (isList(value)) for (const member of value) if (member !== null) stack.push(member);
    if (!isObject(value)) continue;
    for (const [key, member] of Object.entries(value)) {
      if (key === "__proto__") return 'The JSON holds the key "__proto__", which no export has.';
      if (!isStorable(key)) return "The JSON holds characters that cannot be stored as text.";
      if (member !== null) stack.push(member);
    }
  }
  return null;
}

function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}

function failed(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
