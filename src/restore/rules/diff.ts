import type { JsonObject } from "../../safety/index.js";
import type { ChangeConsequence, ConsequenceCounts, ItemChange } from "../run/change.js";
import type { RestorePhase } from "../run/evidence.js";
import type { Assignment, PolicyContent } from "../run/items.js";
import { assignmentChanges, scopeTagChanges } from "./diff-references.js";
import { type FoundChange, settingChanges } from "./diff-settings.js";
import type { ObjectNames } from "./change-data.js";

/** Most changes that are listed for one item; the others are counted. */
export const listedChanges = 200;

/** What an item would hold after the restore. null for a part means that the target's stays untouched. */
export interface IntendedContent {
  readonly name: string | null;
  readonly payload: JsonObject | null;
  readonly assignments: readonly Assignment[] | null;
  readonly scopeTagIds: readonly string[] | null;
}

/** Every difference of one item, most consequential first, bounded (BY-7). */
export interface ContentDiff {
  readonly changes: readonly ItemChange[];
  /** Changes beyond the bound, by consequence. */
  readonly changesNotListed: ConsequenceCounts;
  /** Differences in fields that carry no meaning. */
  readonly noiseHidden: number;
  /** Differences by phase, listed or not. */
  readonly countByPhase: Readonly<Record<RestorePhase, number>>;
}

/** Consequences in the order in which changes are listed, most consequential first. */
export const consequenceOrder = [
  "widens",
  "removes_protection",
  "enforces",
  "changes",
  "adds",
] as const satisfies readonly ChangeConsequence[];

/**
 * Answers: what would differ in the target? `before` is null for a policy that would be created. What is not
 * known of the target is said to be unknown and counts as a difference, never as nothing (BY-3).
 */
export function diffContent(
  before: PolicyContent | null,
  after: IntendedContent,
  options: {
    readonly names?: ObjectNames;
    readonly type?: string;
    /** Whether the default scope tag stands there for another tag of the backup. */
    readonly mappedToDefault?: boolean;
  } = {},
): ContentDiff {
  const names = options.names ?? new Map<string, string>();
  const settings = settingChanges(before, after, before?.type ?? options.type ?? null);
  const assignments = assignmentChanges(before, after.assignments, names);
  const scopeTags = scopeTagChanges(before, after.scopeTagIds, names, options.mappedToDefault ?? false);
  const all = [...assignments, ...settings.changes, ...scopeTags];
  const sorted = consequenceOrder.flatMap((consequence) => all.filter((change) => change.consequence === consequence));
  return {
    changes: sorted.slice(0, listedChanges).map((change) => change.describe()),
    changesNotListed: countByConsequence(sorted.slice(listedChanges)),
    noiseHidden: settings.noiseHidden,
    countByPhase: {
      settings: settings.changes.length,
      assignments: assignments.length,
      scope_tags: scopeTags.length,
    },
  };
}

function countByConsequence(changes: readonly FoundChange[]): ConsequenceCounts {
  const count = (consequence: ChangeConsequence) =>
    changes.filter((change) => change.consequence === consequence).length;
  return Object.fromEntries(
    consequenceOrder.map((consequence) => [consequence, count(consequence)]),
  ) as unknown as ConsequenceCounts;
}
