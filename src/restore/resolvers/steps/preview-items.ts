import type { StatusLiteral } from "../../../view-models/index.js";
import { consequenceOrder } from "../../rules/diff.js";
import type { ChangeConsequence, ConsequenceCounts } from "../../run/change.js";
import type { PreviewItem } from "../../run/evidence.js";
import type { RestoreContext } from "../context.js";
import { graveConsequences, wouldDo } from "./consequences.js";

/** How a consequence is shown: what must not be overlooked asks for attention. */
export const consequenceStatus: Readonly<Record<ChangeConsequence, StatusLiteral>> = {
  widens: "attention",
  removes_protection: "attention",
  enforces: "attention",
  changes: "next",
  adds: "next",
};

/** Items in the order in which they are shown: by their gravest change, then those that are skipped, then those as wanted. */
export function byConsequence(items: readonly PreviewItem[]): readonly PreviewItem[] {
  return [...items].sort((left, right) => rank(left) - rank(right));
}

/** One sentence for all items whose assignments stay as they are; null where so few do that each can say it itself. */
export function untouchedAssignments(items: readonly PreviewItem[], context: RestoreContext): string | null {
  const untouched = items.filter(keepsAssignments).length;
  if (untouched < 4) return null;
  return context.words.changes.allAssignmentsUntouched(untouched);
}

/** What becomes of assignments that the backup does not have: the target's stay, and what is created has none; null where they are written (BY-3). */
export function withoutAssignments(item: PreviewItem, { words }: RestoreContext): string | null {
  if (item.action === "create" && !item.assignmentsCaptured) return words.changes.createdWithoutAssignments;
  return keepsAssignments(item) ? words.changes.assignmentsUntouched : null;
}

/** Whether the target has the item, and its assignments there are left as they are. */
export function keepsAssignments({ action, assignmentsCaptured }: PreviewItem): boolean {
  return (action === "update" || action === "none") && !assignmentsCaptured;
}

function rank(item: PreviewItem): number {
  if (item.action === "none") return 20;
  if (item.action === "skip") return item.skipReason === "identity_undecided" ? 10 : 11;
  const gravest = gravestOf(item);
  return gravest === undefined ? consequenceOrder.length : consequenceOrder.indexOf(gravest);
}

/** The gravest consequence of what would be written, listed or only counted; undefined where there is none. */
export function gravestOf(item: PreviewItem): ChangeConsequence | undefined {
  return consequenceOrder.find((kind) => wouldDo(kind, item));
}

/** What is counted and not listed, with what must not be overlooked among it; null where every change is listed. */
export function changesNotListed({ changesNotListed: counts }: PreviewItem, { words }: RestoreContext): string | null {
  const total = sumOf(counts);
  const grave = graveConsequences
    .filter((kind) => counts[kind] > 0)
    .map((kind) => words.changes.among[kind](counts[kind]));
  return total === 0 ? null : words.changes.notListed(total, grave);
}

/** How many differences without meaning are hidden; null where none is. */
export function noiseHidden({ noiseHidden: count }: PreviewItem, { words }: RestoreContext): string | null {
  return count === 0 ? null : words.changes.noiseHidden(count);
}

/** All changes of these counts. */
export function sumOf(counts: ConsequenceCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
