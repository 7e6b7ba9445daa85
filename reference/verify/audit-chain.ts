import { canonicalJson, fingerprintOf } from "../../src/safety/index.js";
import type { AuditMark } from "../../src/restore/run/facts.js";
import { type AuditEntry, auditEntrySchema } from "../api/audit.js";

/** An entry before it is hashed. */
export type UnhashedEntry = Omit<AuditEntry, "hash">;

/** The hash of an entry: of all that it says and, through `previousHash`, of every entry before it. */
export function entryHash({
  sequence,
  at,
  workspaceId,
  environmentId,
  restoreRunId,
  actor,
  event,
  detail,
  previousHash,
}: UnhashedEntry): string {
  const { id, name } = actor;
  return fingerprintOf({
    sequence,
    at,
    workspaceId,
    environmentId,
    restoreRunId,
    actor: { id, name },
    event,
    detail,
    previousHash,
  });
}

/** An entry as a line of an export: in the one spelling that its hash is of. */
export function auditLine(entry: AuditEntry): string {
  return canonicalJson(entry);
}

/** What is wrong with the first entry that breaks a chain. */
export type ChainBreak =
  /** The line is no entry of an audit trail, or is spelled in another way than the export spells it. */
  | "not_an_entry"
  /** The first entry is not the first of the trail, or the entry does not follow the one before it. */
  | "out_of_sequence"
  | "another_workspace"
  /** What the entry says is not what was hashed. */
  | "altered"
  /** It continues another entry than the one before it. */
  | "not_linked";

/** What an exported audit trail is. `whole` says that nothing before its head was altered, not that the head is the latest. */
export type ChainVerification =
  | {
      readonly state: "whole";
      readonly workspaceId: string;
      readonly head: AuditMark;
      readonly entries: readonly AuditEntry[];
    }
  | { readonly state: "broken"; readonly line: number; readonly event: string | null; readonly cause: ChainBreak }
  | { readonly state: "empty" };

/** Answers: is this audit trail, line by line, what was recorded? The first line that is not is named. */
export function verifyChain(lines: Iterable<string>): ChainVerification {
  const entries: AuditEntry[] = [];
  let workspaceId: string | null = null;
  let line = 0;
  for (const text of lines) {
    line += 1;
    const entry = readEntry(text);
    const broken = (cause: ChainBreak) => ({ state: "broken", line, event: entry?.event ?? null, cause }) as const;
    if (entry === null) return broken("not_an_entry");
    if (entry.sequence !== line) return broken("out_of_sequence");
    workspaceId ??= entry.workspaceId;
    if (entry.workspaceId !== workspaceId) return broken("another_workspace");
    if (entryHash(entry) !== entry.hash) return broken("altered");
    if (entry.previousHash !== (entries.at(-1)?.hash ?? null)) return broken("not_linked");
    entries.push(entry);
  }
  const hash = entries.at(-1)?.hash;
  if (workspaceId === null || hash === undefined) return { state: "empty" };
  return { state: "whole", workspaceId, head: { sequence: entries.length, hash }, entries };
}

/** null where the line is no entry. A key that stands twice would show a reader one value and the hash another. */
function readEntry(text: string): AuditEntry | null {
  try {
    const value: unknown = JSON.parse(text);
    const parsed = auditEntrySchema.safeParse(value);
    if (!parsed.success) return null;
    // A schema drops a key called "__proto__", which a detail may hold like any other.
    const entry = { ...parsed.data, detail: (value as AuditEntry).detail };
    return auditLine(entry) === text ? entry : null;
  } catch {
    return null;
  }
}
