import type { PreviewItem } from "../../run/evidence.js";
import type { RestoreContext } from "../context.js";
import { consequenceOrder } from "./words.js";

/** The consequences that an operator must know of before anything is written (BY-7). */
export type GraveConsequence = "widens" | "removes_protection";

/** Policies that would be written with one consequence. */
export interface GraveChanges {
  readonly names: readonly string[];
  /** Policies of which too few changes are listed to tell. */
  readonly undetermined: number;
}

/** Answers: which policies would, once written, reach more or lose a protection? An item that is never written does neither. */
export function graveChanges(consequence: GraveConsequence, items: readonly PreviewItem[]): GraveChanges {
  const rank = consequenceOrder.indexOf(consequence);
  const written = items.filter(({ action }) => action === "create" || action === "update");
  const has = ({ changes }: PreviewItem) => changes.some((change) => change.consequence === consequence);
  // Changes are listed most consequential first: only what ranks below the last one listed is certain to be missing.
  const cut = ({ changes, changesNotListed }: PreviewItem) =>
    changesNotListed > 0 && changes.every((change) => consequenceOrder.indexOf(change.consequence) < rank);
  return {
    names: written.filter(has).map(({ name }) => name),
    undetermined: written.filter((item) => !has(item) && cut(item)).length,
  };
}

/** Both kinds in sentences, with names where there are one or two; null where no policy would do either. */
export function graveSentences(items: readonly PreviewItem[], context: RestoreContext): string | null {
  const sentences = (["widens", "removes_protection"] as const).flatMap((kind) =>
    sentencesOf(kind, graveChanges(kind, items), context),
  );
  return sentences.length === 0 ? null : sentences.join(" ");
}

function sentencesOf(
  kind: GraveConsequence,
  { names, undetermined }: GraveChanges,
  { words: { preview } }: RestoreContext,
): readonly string[] {
  return [
    ...(names.length === 0 ? [] : [preview.grave(kind, names.length, names.length > 2 ? [] : names)]),
    ...(undetermined === 0 ? [] : [preview.graveNotKnown(kind, undetermined)]),
  ];
}
