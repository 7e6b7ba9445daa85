import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical.js";
import type { JsonValue } from "./json.js";

/** The inputs that evidence depends on, field by field. */
export type BasisFields = Readonly<Record<string, JsonValue>>;

/** The inputs with a fingerprint of them (SI-1). */
export interface Basis<Fields extends BasisFields = BasisFields> {
  readonly fields: Fields;
  /** "sha256:" and 64 hexadecimal digits; equal exactly where the fields are equal. */
  readonly fingerprint: string;
}

/** One field that moved, with both values (BY-1). `undefined` means that the field was not part of the basis. */
export interface BasisChange {
  readonly field: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** Hashes a JSON value. Synchronous, and the same in a browser and on a server. */
export function fingerprintOf(value: JsonValue): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))}`;
}

/** Binds fields to their fingerprint. */
export function basisOf<Fields extends BasisFields>(fields: Fields): Basis<Fields> {
  return { fields, fingerprint: fingerprintOf(fields) };
}

/** Every field that differs between two sets of fields, in the order of the newer one, then fields that are gone. */
export function changesBetween(before: BasisFields, after: BasisFields): readonly BasisChange[] {
  const fields = [...Object.keys(after), ...Object.keys(before).filter((field) => !Object.hasOwn(after, field))];
  return fields
    .map((field) => ({ field, before: own(before, field), after: own(after, field) }))
    .filter((change) => !equal(change.before, change.after));
}

function own(fields: BasisFields, field: string): JsonValue | undefined {
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

function equal(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return canonicalJson(left) === canonicalJson(right);
}
