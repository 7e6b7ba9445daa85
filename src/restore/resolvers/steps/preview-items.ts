import type { StatusLiteral } from "../../../view-models/index.js";
import { consequenceOrder } from "../../rules/diff.js";
import type { ChangeConsequence, ConsequenceCounts } from "../../run/change.js";
import type { PreviewItem } from "../../run/evidence.js";
import { pathInWords, valueInWords } from "../change-words.js";
import type { RestoreContext } from "../context.js";
import { typeName } from "../copy/word-of.js";
import { graveConsequences, wouldDo } from "./consequences.js";

/** What would happen to one item, in words (RW-8). */
export interface PreviewItemModel {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly literal: StatusLiteral;
  /** "Would be updated". */
  readonly word: string;
  /** Why nothing is written, or that the target's assignments stay; null where there is nothing to say. */
  readonly note: string | null;
  /** Changes by consequence, most consequential first (BY-7). */
  readonly groups: readonly ChangeGroupModel[];
  /** What is counted and not listed; null where everything is listed. */
  readonly notListed: string | null;
  /** Words of the control that shows the changes; null where there are none. */
  readonly unfold: string | null;
}

/** Changes of one consequence. */
export interface ChangeGroupModel {
  readonly id: ChangeConsequence;
  readonly title: string;
  readonly literal: StatusLiteral;
  readonly changes: readonly ChangeRow[];
}

/** One change: a path in words, before and after. */
export interface ChangeRow {
  readonly id: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** What is not known of this change; null where it is certain (BY-3). */
  readonly doubt: string | null;
}

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
function keepsAssignments({ action, assignmentsCaptured }: PreviewItem): boolean {
  return (action === "update" || action === "none") && !assignmentsCaptured;
}

function rank(item: PreviewItem): number {
  if (item.action === "none") return 20;
  if (item.action === "skip") return item.skipReason === "identity_undecided" ? 10 : 11;
  const gravest = gravestOf(item);
  return gravest === undefined ? consequenceOrder.length : consequenceOrder.indexOf(gravest);
}

function gravestOf(item: PreviewItem): ChangeConsequence | undefined {
  return consequenceOrder.find((kind) => wouldDo(kind, item));
}

/** What would happen to one item; `told` where it is said once for all of them that assignments stay untouched. */
export function previewItem(item: PreviewItem, told: boolean, context: RestoreContext): PreviewItemModel {
  const groups = consequenceOrder
    .map((id) => changeGroup(id, item, context))
    .filter((group) => group.changes.length > 0);
  const total = item.changes.length + sumOf(item.changesNotListed);
  return {
    id: item.itemId,
    name: item.name,
    type: typeName(item.type, context.words.terms),
    literal: literalOf(item),
    word: context.words.terms.action[item.action],
    note: noteOf(item, told, context),
    groups,
    notListed: notListed(item, context),
    unfold: total === 0 ? null : context.words.changes.changes(total),
  };
}

function literalOf(item: PreviewItem): StatusLiteral {
  if (item.action === "skip") return item.skipReason === "identity_undecided" ? "blocked" : "unavailable";
  if (item.action === "none") return "unchanged";
  const gravest = gravestOf(item);
  return gravest === undefined ? "next" : consequenceStatus[gravest];
}

function noteOf(item: PreviewItem, told: boolean, context: RestoreContext): string | null {
  const { action, skipReason } = item;
  const { terms, changes } = context.words;
  if (action === "skip") return skipReason === null ? changes.reasonNotRecorded : terms.skipReason[skipReason];
  return told && keepsAssignments(item) ? null : withoutAssignments(item, context);
}

function changeGroup(id: ChangeConsequence, item: PreviewItem, context: RestoreContext): ChangeGroupModel {
  const words = context.words.changes;
  return {
    id,
    title: context.words.terms.consequence[id],
    literal: consequenceStatus[id],
    changes: item.changes
      .filter(({ consequence }) => consequence === id)
      .map(({ path, before, after, certainty }, index) => ({
        id: `${id}/${index}`,
        path: pathInWords(path, words),
        before: valueInWords(before, words),
        after: valueInWords(after, words),
        doubt: certainty.state === "certain" ? null : words.uncertain[certainty.cause],
      })),
  };
}

function notListed(item: PreviewItem, context: RestoreContext): string | null {
  const parts = [changesNotListed(item, context), noiseHidden(item, context)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" ");
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
