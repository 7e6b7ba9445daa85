import type { MeasureModel, StatusLiteral } from "../../../view-models/index.js";
import type { BlastRadius, PreviewEvidence, PreviewItem } from "../../run/evidence.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { measure } from "../quality.js";
import { places } from "../reasons.js";
import {
  type GraveConsequence,
  graveConsequences,
  graveSentences,
  type PoliciesByKnowledge,
  policiesThat,
} from "./consequences.js";
import { type SomeNames, someNames } from "./some-names.js";

/** Who and what would be reached. What no longer counts is shown beside what is known now, struck where it is void. */
export interface BlastRadiusModel {
  readonly title: string;
  readonly state: "current" | "stale" | "void";
  readonly columns: { readonly name: string; readonly recorded: string; readonly now: string } | null;
  readonly rows: readonly BlastRadiusRow[];
}

/** One measure of reach. */
export interface BlastRadiusRow {
  readonly id: string;
  readonly label: string;
  readonly measure: MeasureModel;
  /** What is known all the same, where the measure is that it is not all known; null elsewhere. */
  readonly beside: string | null;
  /** What the measure asks for; null where it asks for no look. */
  readonly status: StatusLiteral | null;
  /** What is known now, where the recorded measure no longer counts; null where it holds. */
  readonly now: string | null;
  /** Which policies it counts, while the count holds; empty where it counts none, or no policies. */
  readonly policies: readonly CountedPolicies[];
}

/** Policies that a row counts, by name. */
export interface CountedPolicies extends SomeNames {
  readonly id: "known" | "not_known";
  /** What is known of them; null where the row's own label says it. */
  readonly lead: string | null;
}

// Reach is counted over the assignments that written policies have afterwards, restored or untouched.
const reach = [
  "policiesWritten",
  "includeGroups",
  "excludeGroups",
  "policiesForAllUsers",
  "policiesForAllDevices",
] as const satisfies readonly (keyof BlastRadius)[];

/** Answers: who and what would be reached, and which policies lose protection (BY-10)? What the preview could not know is stated as not known. */
export function blastRadiusRows(
  { run }: RestoreFacts,
  state: BlastRadiusModel["state"],
  context: RestoreContext,
): BlastRadiusModel {
  const { preview } = run;
  const { confirm } = context.words;
  const outdated = preview !== null && state !== "current";
  const rows = preview === null ? rowsWithout(context) : rowsOf(preview, !outdated, context);
  return {
    title: confirm.blastTitle,
    state,
    columns: outdated ? { ...confirm.blastColumns, recorded: confirm.blastRecorded[state] } : null,
    rows: rows.map((row) => (outdated ? { ...row, status: null, now: confirm.notKnown, policies: [] } : row)),
  };
}

/** Where nothing is known, the page says why already, and no row asks for a look. */
function rowsWithout(context: RestoreContext): readonly BlastRadiusRow[] {
  const { confirm } = context.words;
  return (["widens", "removes_protection", ...reach] as const).map((id) => ({
    id,
    label: confirm.blast[id],
    measure: notTold(confirm.noPreview, context),
    beside: null,
    status: null,
    now: null,
    policies: [],
  }));
}

function rowsOf(
  { summary, items }: PreviewEvidence,
  holds: boolean,
  context: RestoreContext,
): readonly BlastRadiusRow[] {
  const { blastRadius } = summary;
  // Beside every figure of a preview that does not hold stands that it is not known now.
  const told = (id: GraveConsequence): PoliciesByKnowledge =>
    holds ? policiesThat(id, items) : { ...policiesThat(id, items), notKnown: [] };
  const reachKnown = !holds || isReachKnown(blastRadius, context);
  return [
    ...graveConsequences.flatMap((id) => consequenceRow(id, told(id), reachKnown, context)),
    ...reach.map((id) => reachRow(id, blastRadius, context)),
  ];
}

/** What must be known before anything is written, in sentences: grave consequences, and that the reach is not fully known (BY-7, BY-3). null where there is neither. */
export function reviewedSentences({ summary, items }: PreviewEvidence, context: RestoreContext): string | null {
  const gap = isReachKnown(summary.blastRadius, context) ? null : context.words.confirmation.review.reachNotKnown;
  const sentences = [graveSentences(items, context), gap].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** Whether the preview could tell everybody whom the written policies reach afterwards. */
function isReachKnown(blastRadius: BlastRadius, context: RestoreContext): boolean {
  return reach.every((id) => counted(blastRadius[id], context).state === "known");
}

/** How many would do it, never without those of which that cannot be told: a zero beside them is no answer (BY-3). */
function consequenceRow(
  id: GraveConsequence,
  { known, notKnown }: PoliciesByKnowledge,
  reachKnown: boolean,
  context: RestoreContext,
): readonly BlastRadiusRow[] {
  const { confirm, confirmation } = context.words;
  // Policies are written in order to enforce; only one that begins to is told.
  if (id === "enforces" && known.length === 0 && notKnown.length === 0) return [];
  const status = known.length > 0 ? "attention" : null;
  const named = (kind: CountedPolicies["id"], items: readonly PreviewItem[], lead: string | null) =>
    items.length === 0 ? [] : [countedPolicies(`${id}/${kind}`, kind, items, lead, context)];
  const unread = notKnown.length > 0;
  const open = unread || (id === "widens" && !reachKnown);
  if (!open) {
    const count = counted(known.length, context);
    const policies = named("known", known, null);
    return [{ id, label: confirm.blast[id], measure: count, beside: null, status, now: null, policies }];
  }
  const text = unread ? confirm.countNotKnown(notKnown.length) : confirm.notFullyKnown;
  const reason = unread ? confirm.previewCouldNotTell : confirmation.review.reachNotKnown;
  return [
    {
      id,
      label: confirm.blastOpen[id],
      measure: { state: "unavailable", text, reason },
      beside: confirm.countKnown(known.length),
      status: status ?? "unknown",
      now: null,
      policies: [
        ...named("not_known", notKnown, confirm.namedNotKnown),
        ...named("known", known, unread ? confirm.namedKnown : null),
      ],
    },
  ];
}

function countedPolicies(
  link: string,
  id: CountedPolicies["id"],
  items: readonly PreviewItem[],
  lead: string | null,
  context: RestoreContext,
): CountedPolicies {
  const all = { place: places.changes, label: context.words.confirm.moreInPreview };
  const names = items.map(({ name }) => name);
  return { id, lead, ...someNames(`more_policies:${link}`, names, all, context) };
}

function reachRow(id: (typeof reach)[number], blastRadius: BlastRadius, context: RestoreContext): BlastRadiusRow {
  const told = counted(blastRadius[id], context);
  return {
    id,
    label: context.words.confirm.blast[id],
    measure: told,
    beside: null,
    // Among counts, one that is not known is the one to look at.
    status: told.state === "known" ? null : "unknown",
    now: null,
    policies: [],
  };
}

function counted(count: number | null, context: RestoreContext): MeasureModel {
  const { previewCouldNotTell } = context.words.confirm;
  const told = measure(count, previewCouldNotTell, context);
  return told.state === "known" ? told : notTold(previewCouldNotTell, context);
}

function notTold(reason: string, { words: { confirm } }: RestoreContext): MeasureModel {
  return { state: "unavailable", text: confirm.notKnown, reason };
}
