import type { ChangeConsequence, ItemChange } from "../../run/change.js";
import type { PreviewItem, RestorePhase } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { isOvertaken } from "../overtaken.js";

/** The consequences that an operator must know of before anything is written (BY-7). */
export const graveConsequences = ["widens", "removes_protection", "enforces"] as const;

export type GraveConsequence = (typeof graveConsequences)[number];

/** Policies that would be written, by what is known of one consequence. */
export interface PoliciesByKnowledge {
  /** They would do it. Changes that are counted and not listed count as much as those that are. */
  readonly known: readonly PreviewItem[];
  /** Whether they would do it cannot be told, because the target did not tell enough. */
  readonly notKnown: readonly PreviewItem[];
}

/**
 * Answers: which policies would, once written, reach more, lose a protection or start to enforce, and of which can that not
 * be told (BY-3)? An item that is never written does none of it.
 */
export function policiesThat(consequence: GraveConsequence, items: readonly PreviewItem[]): PoliciesByKnowledge {
  const known: PreviewItem[] = [];
  const notKnown: PreviewItem[] = [];
  for (const item of items) {
    if (item.action !== "create" && item.action !== "update") continue;
    if (isKnownTo(consequence, item)) known.push(item);
    else if (item.changes.some((change) => mayHide(consequence, change))) notKnown.push(item);
  }
  return { known, notKnown };
}

function isKnownTo(consequence: GraveConsequence, { changes, changesNotListed }: PreviewItem): boolean {
  const found = changes.some((change) => change.consequence === consequence && !isUntold(change));
  return found || changesNotListed[consequence] > 0;
}

/** Parts of a policy in which each consequence would show. */
const phases: Readonly<Record<GraveConsequence, readonly RestorePhase[]>> = {
  widens: ["assignments", "scope_tags"],
  removes_protection: ["settings", "assignments"],
  enforces: ["settings"],
};

/** Whether what a change does cannot be told, and could be this. */
function mayHide(consequence: GraveConsequence, change: ItemChange): boolean {
  return isUntold(change) && phases[consequence].includes(change.phase);
}

/** Whether nobody can tell in which direction a change goes: one side was not read, or the two do not compare. */
function isUntold({ certainty: { cause } }: ItemChange): boolean {
  return cause === "target_part_not_read" || cause === "reach_not_comparable";
}

/** Whether any change of an item has this consequence, listed or only counted. */
export function wouldDo(consequence: ChangeConsequence, { changes, changesNotListed }: PreviewItem): boolean {
  return changesNotListed[consequence] > 0 || changes.some((change) => change.consequence === consequence);
}

/** Every kind in sentences, with names where there are one or two; null where no policy would, or might, do any of it. */
export function graveSentences(items: readonly PreviewItem[], context: RestoreContext): string | null {
  const sentences = graveConsequences.flatMap((kind) => sentencesOf(kind, policiesThat(kind, items), context));
  return sentences.length === 0 ? null : sentences.join(" ");
}

function sentencesOf(
  kind: GraveConsequence,
  { known, notKnown }: PoliciesByKnowledge,
  { words: { preview } }: RestoreContext,
): readonly string[] {
  const names = known.length > 2 ? [] : known.map(({ name }) => name);
  return [
    ...(known.length === 0 ? [] : [preview.grave(kind, known.length, names)]),
    ...(notKnown.length === 0 ? [] : [preview.graveNotKnown(kind, notKnown.length)]),
  ];
}

/** Of a run in preparation: nothing was written, as far as this page knows. It never says so of a run that may have moved on. */
export function nothingWritten(
  facts: Pick<RestoreFacts, "run" | "superseded">,
  { words: { confirm } }: RestoreContext,
): string {
  return (isOvertaken(facts) ? confirm.notWrittenAsRead : confirm.notWrittenYet)(facts.run.target.label);
}
