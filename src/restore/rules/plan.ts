import type { JsonObject } from "../../safety/index.js";
import { acceptanceOf, type CheckAcceptance, type IdentityDecisions } from "../run/decisions.js";
import type { PlannedAction, RestorePhase, SkipReason } from "../run/evidence.js";
import type { Assignment, BackupItem } from "../run/items.js";
import type { Dependency, RestoreMode } from "../run/scope.js";
import type { TargetDirectory, TargetLimit, TargetPolicy } from "../run/target.js";
import { assignmentsUntouched, type UntouchedCause } from "./assignments.js";
import type { Finding } from "./checks.js";
import { unlistedFinding } from "./checks-identity.js";
import type { ObjectNames } from "./change-data.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { type ContentDiff, diffContent } from "./diff.js";
import { type IdentityMatch, matchAll, matchedPolicy, notMatched } from "./identity.js";
import { limitOn } from "./limits.js";
import { nameField } from "./name.js";
import { writablePayload } from "./noise.js";
import { capturedScopeTags, dependencyIndex, resolveReferences, type ResolvedReferences } from "./references.js";
import { writability } from "./writability.js";

/** Everything that decides what would be written. */
export interface PlanInputs {
  /** Items in scope. */
  readonly items: readonly BackupItem[];
  /** Policies of the target as they are now. */
  readonly policies: readonly TargetPolicy[];
  readonly dependencies: readonly Dependency[];
  readonly restoreMode: RestoreMode;
  /** What the target could not list, so that what is not in `policies` may exist all the same (RW-19). */
  readonly limits: readonly TargetLimit[];
  /** What a person decided about identity (BY-4). */
  readonly identityDecisions?: IdentityDecisions;
  /** What a person accepted, such as that a policy may exist unlisted (RW-20). */
  readonly acceptances?: readonly CheckAcceptance[];
  /** The whole backup set, so that an item outside the scope keeps its policy; without it only the scope is known. */
  readonly catalogue?: readonly BackupItem[];
  /** Names for the target's own groups, filters and scope tags; without it their ids are shown. */
  readonly directory?: TargetDirectory | null;
}

/** What executing would do to one item, with the values it would write. */
export interface PlannedItem {
  readonly item: BackupItem;
  readonly action: PlannedAction;
  /** null for an action other than `skip`. */
  readonly skipReason: SkipReason | null;
  readonly match: IdentityMatch;
  /** The matched policy as it was compared; null where there is none. */
  readonly policy: TargetPolicy | null;
  readonly intended: {
    /** The name that the written payload gives; null where it gives none, and the target's stays. */
    readonly name: string | null;
    /** null for an item that is not written. */
    readonly payload: JsonObject | null;
    /** null: the target's stay untouched. */
    readonly assignments: readonly Assignment[] | null;
    /** null: the target's stay untouched. */
    readonly scopeTagIds: readonly string[] | null;
  };
  /** Why a part stays untouched; null where it may be written. */
  readonly untouched: { readonly assignments: UntouchedCause | null; readonly scope_tags: UntouchedCause | null };
  /** Whether a phase would write a difference. All false unless the action is `create` or `update`. */
  readonly changes: Readonly<Record<RestorePhase, boolean>>;
  /** Differences as data; also of preview-only items, which are compared and never written. */
  readonly diff: ContentDiff;
  readonly references: ResolvedReferences;
}

/** Every item in scope exactly once, in catalogue order. */
export type RestorePlan = readonly PlannedItem[];

/**
 * Answers: what would this restore do to one of its items? The one place that decides it: the preview shows this and execution
 * does this. An item is skipped wherever anything about it is undecided, whatever a gate may have said before. Whoever has
 * many items, and others to answer meanwhile, asks for them one by one.
 */
export function restorePlanner(inputs: PlanInputs): (item: BackupItem) => PlannedItem {
  const { items, policies, dependencies, restoreMode, catalogue, directory = null, identityDecisions } = inputs;
  const matches = matchAll(items, policies, catalogue ?? items, identityDecisions);
  const index = dependencyIndex(dependencies);
  const names = targetNames(dependencies, directory);
  return (item) => {
    const match = matches.get(item.id) ?? notMatched;
    const references = resolveReferences(item, index);
    const unlisted = unlistedFinding(item, match, restoreMode, limitOn(inputs.limits, item.type, "read"));
    const accepted = unlisted !== null && isAccepted(item, unlisted, inputs.acceptances ?? []);
    const excluded = references.skipped.some((key) => index.get(key)?.excludes === true);
    // What excludes is never left out, whatever a record says: the policy would reach more (BY-6).
    const widened = excluded && assignmentsUntouched(item, matchedPolicy(match)) === null;
    const undecided = reasonToSkip(item, match, references, restoreMode, accepted ? null : unlisted);
    const skipReason = undecided ?? (widened ? "mapping_unresolved" : null);
    return planItem(item, match, references, skipReason, names);
  };
}

function planItem(
  item: BackupItem,
  match: IdentityMatch,
  references: ResolvedReferences,
  skipReason: SkipReason | null,
  names: ObjectNames,
): PlannedItem {
  const policy = matchedPolicy(match);
  const untouched = {
    assignments: assignmentsUntouched(item, policy),
    scope_tags: capturedScopeTags(item) === null ? ("not_captured" as const) : null,
  };
  const written = {
    assignments: untouched.assignments === null ? references.assignments : null,
    scopeTagIds: references.scopeTagIds,
  };
  const compared = skipReason === null || (skipReason === "preview_only" && policy !== null);
  const name = item.payload === null ? null : (nameField(item.payload)?.name ?? null);
  const named = policy === null ? item.name : name;
  const after = compared ? { name: named, payload: item.payload, ...written } : nothingIntended;
  // A default tag that the backup did not have stands there because the operator mapped another one to it.
  const mappedToDefault = item.scopeTagIds?.includes(defaultScopeTagId) !== true;
  const diff = diffContent(policy, after, { names, type: item.type, mappedToDefault });
  const base = { item, match, policy, untouched, diff, references };
  if (skipReason !== null) {
    return { ...base, action: "skip", skipReason, intended: nothingIntended, changes: noChanges };
  }
  const changes = {
    settings: diff.countByPhase.settings > 0,
    assignments: diff.countByPhase.assignments > 0,
    scope_tags: diff.countByPhase.scope_tags > 0,
  };
  const intended = { name, payload: item.payload === null ? null : writablePayload(item.payload), ...written };
  const differs = changes.settings || changes.assignments || changes.scope_tags;
  const action = policy === null ? "create" : differs ? "update" : "none";
  return { ...base, action, skipReason: null, intended, changes };
}

function reasonToSkip(
  item: BackupItem,
  match: IdentityMatch,
  references: ResolvedReferences,
  restoreMode: RestoreMode,
  unlisted: Finding | null,
): SkipReason | null {
  const may = writability(item);
  if (may !== "writable") return may;
  if (match.kind === "ambiguous" || match.kind === "conflict" || match.kind === "broken") return "identity_undecided";
  if (unlisted !== null) return "identity_undecided";
  if (matchedPolicy(match) === null && restoreMode === "update_only") return "missing_in_target";
  return references.unresolved.length > 0 || references.contradicting.length > 0 ? "mapping_unresolved" : null;
}

function isAccepted({ id, name }: BackupItem, finding: Finding, acceptances: readonly CheckAcceptance[]): boolean {
  return acceptanceOf({ ...finding, itemId: id, itemName: name }, acceptances) !== null;
}

const nothingIntended = { name: null, payload: null, assignments: null, scopeTagIds: null } as const;
const noChanges: PlannedItem["changes"] = { settings: false, assignments: false, scope_tags: false };

function targetNames(dependencies: readonly Dependency[], directory: TargetDirectory | null): ObjectNames {
  const names = new Map<string, string | null>();
  for (const { resolution } of dependencies) {
    if (resolution.state === "same_id" || resolution.state === "mapped") {
      names.set(resolution.targetId.toLowerCase(), resolution.targetName);
    }
  }
  if (directory === null) return names;
  for (const { id, name } of [...directory.groups, ...directory.assignmentFilters, ...directory.scopeTags]) {
    names.set(id.toLowerCase(), name);
  }
  return names;
}
