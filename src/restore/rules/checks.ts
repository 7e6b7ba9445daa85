import type { IdentityDecisions } from "../run/decisions.js";
import type { CheckFinding, CheckSeverity } from "../run/evidence.js";
import type { FindingReason } from "../run/findings.js";
import type { BackupItem } from "../run/items.js";
import type { Dependency, RestoreMode } from "../run/scope.js";
import type { TargetDirectory, TargetLimit, TargetPolicy } from "../run/target.js";
import { enforcementFindings } from "./checks-enforcement.js";
import { identityFinding, presenceFindings } from "./checks-identity.js";
import { referenceFindings } from "./checks-references.js";
import { ageFindings } from "./checks-age.js";
import { wideningFindings } from "./checks-widening.js";
import { type IdentityMatch, matchAll, matchedPolicy, notMatched } from "./identity.js";
import { limitOn } from "./limits.js";
import { dependencyIndex, resolveReferences } from "./references.js";
import { isDefaultScopeTag, type Writability, writability } from "./writability.js";

/** Everything that the checks look at. */
export interface CheckInputs {
  /** Items in scope. */
  readonly items: readonly BackupItem[];
  readonly policies: readonly TargetPolicy[];
  /** What the target could not list or would not write (RW-19). */
  readonly limits: readonly TargetLimit[];
  /** RFC 3339; null where the backup does not say. */
  readonly backupCapturedAt: string | null;
  readonly dependencies: readonly Dependency[];
  readonly restoreMode: RestoreMode;
  /** The whole backup set, so that an item outside the scope keeps its policy. */
  readonly catalogue?: readonly BackupItem[];
  readonly identityDecisions?: IdentityDecisions;
  /** Names for the target's own groups; without it their ids are shown. */
  readonly directory?: TargetDirectory | null;
}

/** What a check says, apart from which item it is about. */
export type Finding = Pick<CheckFinding, "check" | "severity" | "reason">;

/**
 * Findings of every check about one of the items in scope (RW-6, RW-7). A check whose question does not arise for an item says
 * nothing about it: a policy that is missing is neither newer nor older. One that was evaluated and found nothing says so, in
 * few words, because a scope can hold thousands of items. Whoever has others to answer meanwhile asks item by item.
 */
export function itemChecker(inputs: CheckInputs): (item: BackupItem) => readonly CheckFinding[] {
  const { items, policies, catalogue, identityDecisions } = inputs;
  const matches = matchAll(items, policies, catalogue ?? items, identityDecisions);
  const index = dependencyIndex(inputs.dependencies);
  const groups = new Map(inputs.directory?.groups.map(({ id, name }) => [id.toLowerCase(), name]));
  return (item) => {
    const match = matches.get(item.id) ?? notMatched;
    return findingsOf(item, match, index, groups, inputs).map(({ check, severity, reason }) => ({
      check,
      itemId: item.id,
      itemName: item.name,
      severity,
      reason,
    }));
  };
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
  groups: ReadonlyMap<string, string>,
  inputs: CheckInputs,
): readonly Finding[] {
  const may = writability(item);
  const policy = matchedPolicy(match);
  const enforcement = enforcementFindings(item, policy, may === "writable");
  const limits = limitFindings(item, inputs.limits);
  if (may !== "writable") {
    return [
      { check: "preview_only", severity: "warning", reason: whyNotWritten(item, may) },
      ...enforcement,
      ...limits,
    ];
  }
  const references = resolveReferences(item, dependencies);
  const unlisted = limitOn(inputs.limits, item.type, "read");
  return [
    ...identityFinding(item, match, unlisted),
    ...presenceFindings(match, inputs.restoreMode, unlisted),
    ...ageFindings(item, policy, inputs.backupCapturedAt),
    ...referenceFindings(item, match, references, dependencies),
    ...wideningFindings(item, policy, references, dependencies, groups),
    ...enforcement,
    ...limits,
  ];
}

function limitFindings(item: BackupItem, limits: readonly TargetLimit[]): readonly Finding[] {
  const read = limitOn(limits, item.type, "read");
  const write = limitOn(limits, item.type, "write");
  const finding = (reason: FindingReason): Finding => ({ check: "target_limits", severity: "warning", reason });
  return [
    ...(read === null ? [] : [finding({ code: "inventory_may_be_partial", cause: read })]),
    ...(write === null ? [] : [finding({ code: "restore_may_be_partial", cause: write })]),
  ];
}

function whyNotWritten(item: BackupItem, may: Exclude<Writability, "writable">): FindingReason {
  if (may === "metadata_only") return { code: "content_not_captured" };
  if (isDefaultScopeTag(item)) return { code: "built_in_scope_tag" };
  const secret = item.problems.some(({ code }) => code === "secret_not_captured");
  return { code: secret ? "secret_not_captured" : "type_never_written" };
}
