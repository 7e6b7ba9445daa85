import { fingerprintOf, type JsonValue } from "../../safety/index.js";
import type { BackupItem } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import { assignmentKey } from "./assignments.js";
import { assignmentAndSource } from "./diff-references.js";
import type { PlannedItem } from "./plan.js";
import { type Leaf, leavesOf } from "./leaves.js";

/** Fingerprint of every item of a backup set as captured, in catalogue order, so that a changed set never looks like the same one (SI-1). */
export function backupContentHash(items: readonly BackupItem[]): string {
  // Item by item, because one text of a whole large set would not fit into a string.
  return fingerprintOf(items.map((item) => fingerprintOf(itemContent(item))));
}

/**
 * Fingerprint of everything in a policy that matters: settings, assignments, scope tags, name, type. Fields without meaning
 * are left out, so equal fingerprints mean that the diff between two readings is empty (BY-8).
 */
export function targetFingerprint(policy: TargetPolicy): string {
  return fingerprintOf({
    id: policy.id,
    type: policy.type,
    name: policy.name,
    platform: policy.platform,
    settings: policy.payload === null ? null : [...leavesOf(policy.payload).meaning].map(spelled).sort(),
    assignments: policy.assignments === null ? null : [...new Set(policy.assignments.map(assignmentAndSource))].sort(),
    scopeTags: policy.scopeTagIds === null ? null : [...new Set(policy.scopeTagIds)].sort(),
  });
}

/**
 * Fingerprint of what a restore would write for one item. Names of groups are for the reader: a group that is renamed is
 * still the group that was shown.
 */
export function intendedFingerprint({ intended, item }: Pick<PlannedItem, "intended" | "item">): string {
  const assignments = intended.assignments?.map(assignmentKey).toSorted() ?? null;
  return fingerprintOf({ intended: { ...intended, assignments }, type: item.type, name: item.name });
}

function spelled([key, { value, choiceOf }]: readonly [string, Leaf]): string {
  // A choice is not the text that it is spelled with.
  return JSON.stringify([key, value, choiceOf]);
}

function itemContent(item: BackupItem): JsonValue {
  return {
    id: item.id,
    sourceId: item.sourceId,
    path: item.path,
    type: item.type,
    name: item.name,
    platform: item.platform,
    modifiedAt: item.modifiedAt,
    capture: item.capture,
    problems: item.problems.map(({ code, detail }) => ({ code, detail })),
    payload: item.payload,
    assignments:
      item.assignments?.map(({ target, filter, source }) => ({
        target: { ...target },
        filter: filter === null ? null : { ...filter },
        source,
      })) ?? null,
    scopeTagIds: item.scopeTagIds,
  };
}
