import type { FindingReason, TargetLimitCause } from "../run/findings.js";
import type { BackupItem } from "../run/items.js";
import type { RestoreMode } from "../run/scope.js";
import type { TargetPolicy } from "../run/target.js";
import type { Finding } from "./checks.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { creates, type IdentityMatch, matchedPolicy } from "./identity.js";

const listed = 5;

/**
 * Answers: is it certain which policy of the target the item is (BY-4)? `unlisted` is why the target could not list every
 * policy of its type: then no match by name is certain, and that nothing is alike is not known.
 */
export function identityFinding(
  item: BackupItem,
  match: IdentityMatch,
  unlisted: TargetLimitCause | null,
): readonly Finding[] {
  const blocking = (reason: FindingReason): readonly Finding[] => [{ check: "identity", severity: "blocking", reason }];
  const safe = (reason: FindingReason): readonly Finding[] => [{ check: "identity", severity: "safe", reason }];
  switch (match.kind) {
    case "conflict":
      return blocking(conflict(item, match.policy));
    case "ambiguous":
      return blocking(ambiguity(item, match));
    case "broken":
      return blocking({ code: "decision_broken", cause: match.cause });
    case "missing":
      return unlisted === null ? safe({ code: "nothing_alike" }) : [];
    case "create_by_decision":
      return [{ check: "identity", severity: "warning", reason: { code: "created_by_decision" } }];
    case "by_decision":
      return [
        { check: "identity", severity: "warning", reason: { code: "matched_by_decision", policy: match.policy.name } },
      ];
    case "by_name":
      if (unlisted === null) return safe({ code: "matched_by_name" });
      return [
        { check: "identity", severity: "not_evaluated", reason: { code: "namesakes_not_listed", cause: unlisted } },
      ];
    case "by_id":
      if (match.policy.name === item.name) return safe({ code: "matched_by_id" });
      return [
        {
          check: "identity",
          severity: "warning",
          reason: { code: "renamed", inTarget: match.policy.name, inBackup: item.name },
        },
      ];
  }
}

/** Answers: does the target have the policy (RW-18)? Under a listing that is not complete, what is not listed may exist. */
export function presenceFindings(
  match: IdentityMatch,
  restoreMode: RestoreMode,
  unlisted: TargetLimitCause | null,
): readonly Finding[] {
  const check = "missing_in_target";
  if (matchedPolicy(match) !== null) return [{ check, severity: "safe", reason: { code: "present" } }];
  if (!creates(match)) return [];
  const onlyUpdating = restoreMode === "update_only";
  // A decision to create it was made of what is listed: what is not may still have its id or name.
  if (unlisted !== null) {
    const code = onlyUpdating ? "not_listed_and_only_updating" : "not_listed";
    return [{ check, severity: "not_evaluated", reason: { code, cause: unlisted } }];
  }
  return onlyUpdating
    ? [{ check, severity: "blocking", reason: { code: "missing_and_only_updating" } }]
    : [{ check, severity: "warning", reason: { code: "missing_would_be_created" } }];
}

/** The finding of an item whose policy may exist unlisted; null where its identity does not hang on the listing. */
export function unlistedFinding(
  item: BackupItem,
  match: IdentityMatch,
  restoreMode: RestoreMode,
  unlisted: TargetLimitCause | null,
): Finding | null {
  const found = [...identityFinding(item, match, unlisted), ...presenceFindings(match, restoreMode, unlisted)];
  return found.find(({ severity }) => severity === "not_evaluated") ?? null;
}

function conflict(item: BackupItem, policy: TargetPolicy): FindingReason {
  if (policy.type !== item.type) return { code: "id_of_other_type", policy: policy.name };
  if (item.type !== "scope_tag") {
    const byId = item.sourceId?.toLowerCase() === policy.id.toLowerCase();
    return { code: byId ? "id_of_other_type" : "name_of_other_kind", policy: policy.name };
  }
  if (policy.id === defaultScopeTagId) return { code: "name_of_built_in_scope_tag", policy: policy.name };
  return { code: "id_of_other_scope_tag", policy: policy.name };
}

function ambiguity(
  item: BackupItem,
  { cause, candidates }: Extract<IdentityMatch, { kind: "ambiguous" }>,
): FindingReason {
  const names = candidates.slice(0, listed).map(({ name }) => name);
  const [first = ""] = names;
  switch (cause) {
    case "homonyms":
      return { code: cause, policy: first, count: candidates.length };
    case "similar_names":
      return { code: cause, policies: names, count: candidates.length };
    case "renamed_beside_namesake":
      return { code: cause, inTarget: first, inBackup: item.name };
    case "policy_claimed_twice":
      return { code: cause, policy: first };
    case "captured_more_than_once":
    case "name_needed_twice":
    case "no_name":
      return { code: cause };
  }
}
