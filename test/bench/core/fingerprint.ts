import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { fingerprintOf, type JsonValue } from "../../../src/safety/index.js";
import type { Bench } from "./index.js";
import { sequence } from "./random.js";

/** The basis of a run with 10,000 items in catalogue order and 200 mappings. */
const basis = (): JsonValue => {
  const next = sequence(7);
  const word = () => Math.floor(next() * 1e9).toString(36);
  return {
    backupSet: "bs_0412",
    scopeMode: "selected",
    target: { tenantId: word(), label: "Contoso — Produktion", environment: "prod" },
    requestedItems: Array.from({ length: 10_000 }, (_, index) => `settings_catalog/${index.toString(36)}-${word()}`),
    mappings: Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `group/${word()}`,
        index % 3 === 0 ? { decision: "skip", targetId: null } : { decision: "map", targetId: word() },
      ]),
    ),
    decisions: { accepted: [{ check: "identity", reason: "Read by hand" }], limits: [1, 2.5, 5], version: 3 },
  };
};

const hash = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));

export const fingerprint: Bench = {
  title: "Fingerprint of a basis with 10,000 items",
  floor: "JSON.stringify and the same SHA-256",
  ours: "checkrail fingerprintOf",
  aim: 1.3,
  cases: {
    "JSON.stringify and the same SHA-256": async () => {
      const value = basis();
      return () => hash(JSON.stringify(value));
    },
    "checkrail fingerprintOf": async () => {
      const value = basis();
      return () => fingerprintOf(value);
    },
    "canonicalize and the same SHA-256": async () => {
      const { default: canonicalize } = await import("canonicalize");
      const value = basis();
      return () => hash(canonicalize(value) ?? "");
    },
    "json-canonicalize and the same SHA-256": async () => {
      const { canonicalize } = await import("json-canonicalize");
      const value = basis();
      return () => hash(canonicalize(value));
    },
    "safe-stable-stringify and the same SHA-256": async () => {
      const { default: stringify } = await import("safe-stable-stringify");
      const value = basis();
      return () => hash(stringify(value) ?? "");
    },
    "ohash, with its own native SHA-256": async () => {
      const { hash: ohash } = await import("ohash");
      const value = basis();
      return () => ohash(value);
    },
    "object-hash, with native SHA-256": async () => {
      const { default: objectHash } = await import("object-hash");
      const value = basis();
      return () => objectHash(value as object, { algorithm: "sha256" });
    },
  },
};
