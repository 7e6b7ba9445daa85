import type { CheckFinding, CheckId, CheckSeverity } from "../run/evidence.js";
import type { BackupItem } from "../run/items.js";
import type { Dependency, RestoreMode } from "../run/scope.js";
import type { TargetPolicy } from "../run/target.js";
import { type IdentityMatch, matchAll } from "./identity.js";
import { mappingFindings } from "./checks-mapping.js";
import { dependencyIndex } from "./mapping.js";
import { isDefaultScopeTag, writability } from "./writability.js";

/** Everything that the checks look at. */
export interface CheckInputs {
  /** Items in scope. */
  readonly items: readonly BackupItem[];
  readonly policies: readonly TargetPolicy[];
  /** RFC 3339; null where the backup does not say. */
  readonly backupCapturedAt: string | null;
  readonly dependencies: readonly Dependency[];
  readonly restoreMode: RestoreMode;
  /** The whole backup set, so that an item outside the scope keeps its policy. */
  readonly catalogue?: readonly BackupItem[];
}

/** What a check says, apart from which item it is about. */
export type Finding = Pick<CheckFinding, "check" | "severity" | "detail">;

const worstSeverity: Readonly<Record<CheckId, "blocking" | "warning">> = {
  missing_in_target: "blocking",
  newer_than_backup: "warning",
  identity: "blocking",
  mapping: "blocking",
  preview_only: "warning",
};

/** Whether a check can end blocking. One that can, and was not evaluated, blocks until it is accepted (RW-20). */
export function couldBlock(check: CheckId): boolean {
  return worstSeverity[check] === "blocking";
}

/**
 * Findings of every check about every item in scope (RW-6, RW-7). A check whose question does not arise for an item says
 * nothing about it: a policy that is missing is neither newer nor older. One that was evaluated and found nothing says
 * so, in few words, because a scope can hold thousands of items.
 */
export function runChecks(inputs: CheckInputs): readonly CheckFinding[] {
  const matches = matchAll(inputs.items, inputs.policies, inputs.catalogue ?? inputs.items);
  const index = dependencyIndex(inputs.dependencies);
  return inputs.items.flatMap((item) => {
    const match = matches.get(item.id) ?? { kind: "ambiguous", candidates: [] };
    return findingsOf(item, match, index, inputs).map(({ check, severity, detail }) => ({
      check,
      itemId: item.id,
      itemName: item.name,
      severity,
      detail,
    }));
  });
}

/** Counts by severity over all findings. */
export function summariseFindings(findings: readonly CheckFinding[]): Record<CheckSeverity, number> {
  const counts: Record<CheckSeverity, number> = { blocking: 0, warning: 0, safe: 0, not_evaluated: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function findingsOf(
  item: BackupItem,
  match: IdentityMatch,
  dependencies: ReadonlyMap<string, Dependency>,
  inputs: CheckInputs,
): readonly Finding[] {
  const may = writability(item);
  if (may !== "writable") return [{ check: "preview_only", severity: "warning", detail: whyNotWritten(item, may) }];
  return [
    identityFinding(item, match),
    ...presenceFindings(match, inputs.restoreMode),
    ...ageFindings(item, match, inputs.backupCapturedAt),
    ...mappingFindings(item, match, dependencies),
  ];
}

function whyNotWritten(item: BackupItem, may: "preview_only" | "metadata_only"): string {
  if (may === "metadata_only") return "Its content was not captured. It is listed and will be skipped.";
  if (isDefaultScopeTag(item)) {
    return "It is the tag that every tenant has. It is never created or written, and will be skipped.";
  }
  if (item.problems.some(({ code }) => code === "secret_not_captured")) {
    return "It holds a secret that was not captured, which writing would overwrite. It is compared and will be skipped.";
  }
  return "Items of this type are compared and never written. It will be skipped.";
}

function identityFinding(item: BackupItem, match: IdentityMatch): Finding {
  const finding = (severity: CheckSeverity, detail: string): Finding => ({ check: "identity", severity, detail });
  if (match.kind === "conflict") return finding("blocking", conflict(item, match.policy));
  if (match.kind === "ambiguous") return finding("blocking", ambiguity(match.candidates));
  if (match.kind === "missing") return finding("safe", "Nothing in the target could be mistaken for it.");
  if (match.kind === "by_name") return finding("safe", "Matched by name and type; no other has them.");
  if (match.policy.name === item.name) return finding("safe", "Matched by id.");
  return finding(
    "warning",
    `Matched by id, and renamed: “${match.policy.name}” in the target, “${item.name}” in the backup.`,
  );
}

function conflict(item: BackupItem, policy: TargetPolicy): string {
  if (policy.type !== item.type) return `Its id belongs to “${policy.name}” in the target, a policy of another type.`;
  if (policy.name === item.name) return `“${policy.name}” is the tag that every tenant has, and is never written.`;
  return `Its id belongs to “${policy.name}” in the target. Tenants give out the ids of scope tags on their own, so it is another tag.`;
}

function ambiguity(candidates: readonly TargetPolicy[]): string {
  const [only, ...others] = candidates;
  if (only === undefined) return "The scope holds this object more than once, and it would be created more than once.";
  if (others.length === 0) return `Another item of the backup means the same policy in the target, “${only.name}”.`;
  return `${candidates.length} policies in the target could be meant: all of this type are called “${only.name}”.`;
}

function presenceFindings(match: IdentityMatch, restoreMode: RestoreMode): readonly Finding[] {
  const check = "missing_in_target";
  if (match.kind === "by_id" || match.kind === "by_name") {
    return [{ check, severity: "safe", detail: "Present in the target." }];
  }
  if (match.kind !== "missing") return [];
  if (restoreMode === "update_only") {
    return [{ check, severity: "blocking", detail: "The target does not have it, and this restore only updates." }];
  }
  return [{ check, severity: "warning", detail: "The target does not have it. It would be created." }];
}

function ageFindings(item: BackupItem, match: IdentityMatch, backupCapturedAt: string | null): readonly Finding[] {
  if (match.kind !== "by_id" && match.kind !== "by_name") return [];
  const finding = (severity: CheckSeverity, detail: string): readonly Finding[] => [
    { check: "newer_than_backup", severity, detail },
  ];
  const modified = instant(match.policy.modifiedAt);
  if (modified === null) return finding("not_evaluated", "The target does not say when the policy was last modified.");
  const captured = instant(backupCapturedAt);
  if (captured !== null) {
    return modified > captured
      ? finding("warning", `Modified in the target at ${minute(modified)}, after the backup was captured.`)
      : finding("safe", "Not modified in the target since the capture.");
  }
  const recorded = instant(item.modifiedAt);
  if (recorded === null) {
    return finding("not_evaluated", "Neither the time of capture nor the item's own timestamp was recorded.");
  }
  const basis = "The time of capture was not recorded, so the item's own timestamp was compared.";
  return modified > recorded
    ? finding("warning", `Modified in the target at ${minute(modified)}, later than in the backup. ${basis}`)
    : finding("safe", `Not modified in the target since the item was. ${basis}`);
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function instant(value: string | null): number | null {
  if (value === null || !rfc3339.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
