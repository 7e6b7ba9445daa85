import type { ChangeConsequence } from "../../run/change.js";
import type { PreviewItem } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { isOvertaken } from "../overtaken.js";

/** The consequences that an operator must know of before anything is written (BY-7). */
export const graveConsequences = ["widens", "removes_protection", "enforces"] as const;

export type GraveConsequence = (typeof graveConsequences)[number];

/**
 * Answers: which policies would, once written, reach more, lose a protection or start to enforce? An item that is never
 * written does none of it. Changes that are counted and not listed count as much as those that are.
 */
export function graveChanges(consequence: GraveConsequence, items: readonly PreviewItem[]): readonly string[] {
  return items
    .filter(({ action }) => action === "create" || action === "update")
    .filter((item) => wouldDo(consequence, item))
    .map(({ name }) => name);
}

/** Whether any change of an item has this consequence, listed or only counted. */
export function wouldDo(consequence: ChangeConsequence, { changes, changesNotListed }: PreviewItem): boolean {
  return changesNotListed[consequence] > 0 || changes.some((change) => change.consequence === consequence);
}

/** Every kind in sentences, with names where there are one or two; null where no policy would do any of it. */
export function graveSentences(items: readonly PreviewItem[], context: RestoreContext): string | null {
  const sentences = graveConsequences.flatMap((kind) => sentencesOf(kind, graveChanges(kind, items), context));
  return sentences.length === 0 ? null : sentences.join(" ");
}

function sentencesOf(
  kind: GraveConsequence,
  names: readonly string[],
  { words: { preview } }: RestoreContext,
): readonly string[] {
  return names.length === 0 ? [] : [preview.grave(kind, names.length, names.length > 2 ? [] : names)];
}

/** Of a run in preparation: nothing was written, as far as this page knows. It never says so of a run that may have moved on. */
export function nothingWritten(
  facts: Pick<RestoreFacts, "run" | "superseded">,
  { words: { confirm } }: RestoreContext,
): string {
  return (isOvertaken(facts) ? confirm.notWrittenAsRead : confirm.notWrittenYet)(facts.run.target.label);
}
