import type { StatusLiteral } from "../../../view-models/index.js";
import type { Platform } from "../../run/items.js";
import type { ChangeConsequence, PlannedAction, RestorePhase, SkipReason } from "../../run/evidence.js";
import type { RestoreMode } from "../../run/scope.js";
import type { RunStatus } from "../../run/run.js";
import type { RestoreContext } from "../context.js";

/** Platforms in the operator's words. */
export const platformLabels: Readonly<Record<Platform, string>> = {
  windows: "Windows",
  macos: "macOS",
  ios: "iOS",
  android: "Android",
  linux: "Linux",
  cross_platform: "All platforms",
};

/** Every status of RW-12 in words; `completed_with_errors` reads as `partial` does. */
export const runStatusLabels: Readonly<Record<RunStatus, string>> = {
  draft: "Draft",
  scoped: "Scoped",
  checked: "Checked",
  previewed: "Previewed",
  queued: "Queued",
  running: "Running",
  completed: "Completed",
  partial: "Partial",
  completed_with_errors: "Partial",
  failed: "Failed",
  cancelled: "Cancelled",
};

/** Every status of RW-12 as a literal: what a run asks for, as far as its status alone tells. */
export const runStatusLiterals: Readonly<Record<RunStatus, StatusLiteral>> = {
  draft: "pending",
  scoped: "pending",
  checked: "pending",
  previewed: "pending",
  queued: "running",
  running: "running",
  completed: "recorded",
  partial: "attention",
  completed_with_errors: "attention",
  failed: "blocked",
  cancelled: "unavailable",
};

/** Restore modes in words (RW-18). */
export const restoreModeLabels: Readonly<Record<RestoreMode, { readonly label: string; readonly note: string }>> = {
  create_missing: {
    label: "Create missing",
    note: "A policy that the target no longer has is created. The others are updated.",
  },
  update_only: {
    label: "Update only",
    note: "A policy that the target no longer has is a blocking finding. Nothing is created.",
  },
};

/** Phases in words, in the order in which they are written (BY-9). */
export const phaseLabels: Readonly<Record<RestorePhase, string>> = {
  settings: "Settings",
  assignments: "Assignments",
  scope_tags: "Scope tags",
};

/** What would be done to an item. */
export const actionLabels: Readonly<Record<PlannedAction, string>> = {
  create: "Would be created",
  update: "Would be updated",
  none: "Already in desired state",
  skip: "Would be skipped",
};

/** Why an item is not written. */
export const skipReasonSentences: Readonly<Record<SkipReason, string>> = {
  preview_only: "It can be compared and never written.",
  metadata_only: "Its payload was not captured, so it can be listed and never restored.",
  missing_in_target: "The target no longer has it, and the restore mode is “Update only”.",
  identity_undecided: "Which policy of the target is meant is not decided.",
  mapping_unresolved: "A reference has no counterpart in the target.",
};

/** Consequences in words, most consequential first (BY-7). */
export const consequenceLabels: Readonly<Record<ChangeConsequence, string>> = {
  widens: "Widens who is reached",
  removes_protection: "Removes protection",
  changes: "Changes",
  adds: "Adds",
};

/** Consequences in the order in which they are shown. */
export const consequenceOrder = [
  "widens",
  "removes_protection",
  "changes",
  "adds",
] as const satisfies readonly ChangeConsequence[];

/** "1 item", "1,204 items". */
export function counted(count: number, one: string, many: string, { number }: Pick<RestoreContext, "number">): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** The first letter as a capital, for a sentence that begins with a noun. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Show 5 more items: 3 would be updated, 2 would be skipped", from the words of what remains. */
export function showMoreOf(
  remaining: number,
  words: readonly string[],
  context: Pick<RestoreContext, "number">,
): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kinds = [...counts].map(
    ([word, count]) => `${context.number(count)} ${word.charAt(0).toLowerCase()}${word.slice(1)}`,
  );
  return `Show ${counted(remaining, "more item", "more items", context)}: ${kinds.join(", ")}`;
}
