import type { CheckId, FindingReason, NamedReferences } from "../run/findings.js";
import type { BackupItem } from "../run/items.js";
import type { Dependency } from "../run/scope.js";
import { assignmentsUntouched } from "./assignments.js";
import type { Finding } from "./checks.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { creates, type IdentityMatch, matchedPolicy } from "./identity.js";
import { phasesOf } from "./item-types.js";
import { carriesAssignments } from "./quality.js";
import { capturedScopeTags, referenceKeys, type ResolvedReferences } from "./references.js";

type Rows = ReadonlyMap<string, Dependency>;

const listed = 5;

/**
 * Findings about one item's references (RW-6): unresolved ones block; left-out ones and parts that stay untouched are
 * warnings that state their consequence. One finding each, however many references there are. What could not be read
 * is not evaluated.
 */
export function referenceFindings(
  item: BackupItem,
  match: IdentityMatch,
  references: ResolvedReferences,
  rows: Rows,
): readonly Finding[] {
  return [
    ...(carriesAssignments(item) ? assignmentFindings(item, match, references, rows) : []),
    ...(phasesOf(item.type).includes("scope_tags") ? scopeTagFindings(item, match, references, rows) : []),
  ];
}

function assignmentFindings(
  item: BackupItem,
  match: IdentityMatch,
  { assignments, contradicting, skipped, unresolved }: ResolvedReferences,
  rows: Rows,
): readonly Finding[] {
  const check = "assignment_mapping";
  const open = unresolved.filter((key) => !isScopeTag(key));
  const { unread, absent, required } = sorted(open, rows, isOrphan);
  const unnamed = mappedTo(item, rows, ({ kind, sourceName }) => kind === "group" && sourceName === null);
  const found = [
    ...about(check, "blocking", "references_unresolved", required, rows),
    ...about(check, "not_evaluated", "references_not_readable", unread, rows),
    ...contradictions(contradicting, rows),
    ...leftOut(skipped, assignments?.length === 0, rows),
    ...untouchedAssignments(item, match),
  ];
  return [
    ...(found.length > 0 || open.length > 0 ? found : [resolved(check)]),
    ...about("orphaned_group", "blocking", "groups_not_known", absent, rows),
    ...about("orphaned_group", "warning", "groups_not_named", unnamed, rows),
  ];
}

function scopeTagFindings(
  item: BackupItem,
  match: IdentityMatch,
  { unresolved }: ResolvedReferences,
  rows: Rows,
): readonly Finding[] {
  const check = "scope_tag_mapping";
  const open = unresolved.filter(isScopeTag);
  const { unread, absent, required } = sorted(open, rows, isMissing);
  const toDefault = mappedTo(
    item,
    rows,
    ({ kind, resolution }) =>
      kind === "scope_tag" && "targetId" in resolution && resolution.targetId === defaultScopeTagId,
  );
  const untold: readonly Finding[] =
    capturedScopeTags(item) === null && creates(match)
      ? [{ check, severity: "warning", reason: { code: "scope_tags_not_captured" } }]
      : [];
  const found = [
    ...about(check, "blocking", "references_unresolved", required, rows),
    ...about(check, "not_evaluated", "references_not_readable", unread, rows),
    ...about(check, "warning", "mapped_to_default_scope_tag", toDefault, rows),
    ...untold,
  ];
  return [
    ...(found.length > 0 || open.length > 0 ? found : [resolved(check)]),
    ...about("scope_tag_missing", "blocking", "scope_tags_missing", absent, rows),
  ];
}

/** Unresolved references by what is known of them: could not be read, absent for good, or waiting for a decision. */
function sorted(open: readonly string[], rows: Rows, isAbsent: (row: Dependency | undefined) => boolean) {
  const unread: string[] = [];
  const absent: string[] = [];
  const required: string[] = [];
  for (const key of open) {
    const row = rows.get(key);
    (notRead(row) ? unread : isAbsent(row) ? absent : required).push(key);
  }
  return { unread, absent, required };
}

/** References of the item that the operator mapped, and of which something holds. */
function mappedTo(item: BackupItem, rows: Rows, holds: (row: Dependency) => boolean): readonly string[] {
  return [...referenceKeys(item)].filter((key) => {
    const row = rows.get(key);
    return row?.resolution.state === "mapped" && holds(row);
  });
}

function contradictions(contradicting: readonly string[], rows: Rows): readonly Finding[] {
  const byGroup = new Map<string, string[]>();
  for (const key of contradicting) {
    const resolution = rows.get(key)?.resolution;
    const group = resolution !== undefined && "targetName" in resolution ? (resolution.targetName ?? key) : key;
    byGroup.set(group, [...(byGroup.get(group) ?? []), key]);
  }
  return [...byGroup].map(([group, keys]) => ({
    check: "assignment_mapping",
    severity: "blocking",
    reason: { code: "included_and_excluded", group, ...named(keys, rows) },
  }));
}

function leftOut(skipped: readonly string[], nobodyLeft: boolean, rows: Rows): readonly Finding[] {
  // What excludes and was left out would widen: it is a finding of its own, and never a mere warning.
  const narrowing = skipped.filter((key) => rows.get(key)?.excludes !== true);
  if (narrowing.length === 0) return [];
  const reason = { code: "references_left_out", nobodyLeft, ...named(narrowing, rows) } as const;
  return [{ check: "assignment_mapping", severity: "warning", reason }];
}

function untouchedAssignments(item: BackupItem, match: IdentityMatch): readonly Finding[] {
  const cause = assignmentsUntouched(item, matchedPolicy(match));
  if (cause === null) return [];
  const reason: FindingReason =
    creates(match) && cause !== "policy_set_in_target"
      ? { code: "created_without_assignments", cause }
      : { code: "assignments_untouched", cause };
  return [{ check: "assignment_mapping", severity: "warning", reason }];
}

function resolved(check: CheckId): Finding {
  return { check, severity: "safe", reason: { code: "references_resolved" } };
}

function isScopeTag(key: string): boolean {
  return key.startsWith("scope_tag/");
}

function notRead(row: Dependency | undefined): boolean {
  if (row?.resolution.state !== "unresolved") return false;
  return row.resolution.cause === "directory_not_read" || row.resolution.cause === "not_listed";
}

/** A group that neither the backup names nor the target has: nobody can tell whom it reached. */
function isOrphan(row: Dependency | undefined): boolean {
  if (row?.kind !== "group" || row.resolution.state !== "unresolved") return false;
  return row.sourceName === null && row.resolution.cause === "not_in_target";
}

/** A tag of which the target has nothing that could stand for it, under its number or its name. */
function isMissing(row: Dependency | undefined): boolean {
  if (row?.resolution.state !== "unresolved") return false;
  return row.resolution.cause === "not_in_target" && row.suggestion === null;
}

type AboutReferences = Extract<FindingReason, NamedReferences>["code"];

function about(
  check: CheckId,
  severity: Finding["severity"],
  code: Exclude<AboutReferences, "references_left_out" | "included_and_excluded">,
  keys: readonly string[],
  rows: Rows,
): readonly Finding[] {
  return keys.length === 0 ? [] : [{ check, severity, reason: { code, ...named(keys, rows) } }];
}

/** The first few of some references, as a sentence names them. */
export function named(keys: readonly string[], rows: Rows): NamedReferences {
  const references = keys.slice(0, listed).map((key) => {
    const row = rows.get(key);
    if (row !== undefined) return { kind: row.kind, id: row.sourceId, name: row.sourceName };
    const [kind = "", ...id] = key.split("/");
    return {
      kind: isScopeTag(key) ? "scope_tag" : kind === "group" ? kind : "assignment_filter",
      id: id.join("/"),
      name: null,
    } as const;
  });
  return { references, more: Math.max(0, keys.length - listed) };
}
