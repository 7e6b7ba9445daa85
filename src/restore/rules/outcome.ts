import type { RecordedCount } from "../run/backup-set.js";
import type { SkipReason } from "../run/evidence.js";
import { phasesOf } from "./item-types.js";
import type { ItemOutcome, OutcomeCounts, PhaseOutcome, PhaseResult, RunResults } from "../run/outcome.js";

/** Counts by item outcome; each item exactly once (RR-5). */
export function countOutcomes(items: readonly ItemOutcome[]): OutcomeCounts {
  const counts: Record<PhaseOutcome, number> = {
    applied: 0,
    already_in_desired_state: 0,
    skipped: 0,
    partially_applied: 0,
    failed: 0,
    unknown: 0,
  };
  for (const { outcome } of items) counts[readOutcome(outcome)] += 1;
  return counts;
}

/** Every outcome of BY-9, failures first: the order in which they are shown. */
export const outcomeOrder = [
  "failed",
  "unknown",
  "partially_applied",
  "skipped",
  "applied",
  "already_in_desired_state",
] as const satisfies readonly PhaseOutcome[];

/** Counts by outcome as far as they can be read. */
export type ReadCounts = Readonly<Record<PhaseOutcome, RecordedCount>>;

/** What a record tells of its items. Rows and counts of one record may contradict each other; neither is then believed. */
export type OutcomeRecord =
  | { readonly state: "not_recorded"; readonly counts: null; readonly items: null }
  | { readonly state: "counts_only"; readonly counts: ReadCounts; readonly items: null }
  | { readonly state: "rows_only"; readonly counts: null; readonly items: readonly ItemOutcome[] }
  | { readonly state: "recorded"; readonly counts: ReadCounts; readonly items: readonly ItemOutcome[] }
  | { readonly state: "contradictory"; readonly counts: ReadCounts; readonly items: readonly ItemOutcome[] };

/**
 * Answers: what does this record tell of its items? An outcome that nobody knows reads as `unknown`, in rows and in counts, a
 * count that is no count as not recorded, and an empty list of rows beside counts of affected items as no rows (RR-11).
 */
export function outcomeRecord(results: RunResults | null): OutcomeRecord {
  const counts = readCounts(results?.counts ?? null);
  const rows = results?.items ?? null;
  const affected = counts !== null && outcomeOrder.some((outcome) => counts[outcome] !== 0);
  const items = rows === null || (rows.length === 0 && affected) ? null : rows.map(readItem);
  if (counts === null) return items === null ? notRecorded : { state: "rows_only", counts, items };
  if (items === null) return { state: "counts_only", counts, items };
  const counted = countOutcomes(items);
  const agree = outcomeOrder.every((outcome) => counts[outcome] === null || counts[outcome] === counted[outcome]);
  return { state: agree ? "recorded" : "contradictory", counts, items };
}

const notRecorded: OutcomeRecord = { state: "not_recorded", counts: null, items: null };

function readCounts(counts: OutcomeCounts | null): ReadCounts | null {
  if (counts === null) return null;
  const recorded = new Map<string, RecordedCount>();
  let strange: RecordedCount = 0;
  for (const [outcome, count] of Object.entries(counts)) {
    if (isOutcome(outcome)) recorded.set(outcome, readCount(count));
    else strange = sum(strange, readCount(count));
  }
  const read = (outcome: PhaseOutcome): RecordedCount => recorded.get(outcome) ?? null;
  const all = Object.fromEntries(outcomeOrder.map((outcome) => [outcome, read(outcome)])) as ReadCounts;
  const toldNothing = strange === 0 && outcomeOrder.every((outcome) => all[outcome] === null);
  return toldNothing ? null : { ...all, unknown: sum(all.unknown, strange) };
}

function readCount(count: unknown): RecordedCount {
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

function sum(left: RecordedCount, right: RecordedCount): RecordedCount {
  return left === null || right === null ? null : left + right;
}

/** Something as another version may have recorded it: it may lack some of its fields. */
type Recorded<Row, Field extends keyof Row> = Omit<Row, Field> & Partial<Pick<Row, Field>>;

/** Records outlive versions: what a row does not tell reads as not recorded. */
function readItem(item: Recorded<ItemOutcome, "phases" | "skipReason" | "reason">): ItemOutcome {
  return {
    ...item,
    outcome: readOutcome(item.outcome),
    skipReason: item.skipReason ?? null,
    reason: item.reason ?? null,
    phases: (item.phases ?? []).map(readPhase),
  };
}

function readPhase(phase: Recorded<PhaseResult, "reason">): PhaseResult {
  return { ...phase, outcome: readOutcome(phase.outcome), reason: phase.reason ?? null };
}

function readOutcome(outcome: PhaseOutcome): PhaseOutcome {
  return isOutcome(outcome) ? outcome : "unknown";
}

function isOutcome(outcome: string): outcome is PhaseOutcome {
  return outcomeOrder.some((known) => known === outcome);
}

const untouched: readonly PhaseOutcome[] = ["skipped", "already_in_desired_state"];

/** Answers: does this record show that nothing was written? false where it shows a write, or cannot tell; null where it tells nothing. */
export function showsNothingWritten(record: OutcomeRecord): boolean | null {
  const { counts, items } = record;
  if (record.state === "contradictory") return false;
  const counted = counts === null ? [] : outcomeOrder.filter((each) => counts[each] !== 0);
  const told = (items ?? []).flatMap(({ outcome, phases }) => [outcome, ...phases.map((each) => each.outcome)]);
  const outcomes = [...counted, ...told];
  return outcomes.length === 0 ? null : outcomes.every((outcome) => untouched.includes(outcome));
}

/** Whether an item asks for a look: by its outcome, by a part of it, or not at all. */
export type ItemStanding = "needs_follow_up" | "partly_left" | "written_or_unchanged";

const settled: readonly PhaseOutcome[] = ["applied", "already_in_desired_state"];

/** Answers: does this item ask for a look? A part without a record is not known to be as wanted, so it does. */
export function standingOf(item: ItemOutcome): ItemStanding {
  if (!settled.includes(item.outcome)) return "needs_follow_up";
  const parts = item.phases.every(({ outcome }) => settled.includes(outcome));
  return parts && everyPartRecorded(item) ? "written_or_unchanged" : "partly_left";
}

/** Whether every part that an item of this type has was recorded. */
export function everyPartRecorded({ type, phases }: ItemOutcome): boolean {
  return phasesOf(type).every((id) => phases.some(({ phase }) => phase === id));
}

const announced: readonly (SkipReason | null)[] = ["preview_only", "metadata_only"];

/**
 * Answers: how did the execution end? Items skipped as preview-only or metadata-only were announced before the operator
 * confirmed, so they alone leave a run `completed`; any other skip is something that was meant to be written and was not.
 * `failed` needs every attempt to have failed: an unknown outcome may have been applied, so it makes the run `partial`.
 * No outcome at all is `failed`, because nothing shows that anything was done.
 */
export function finalStatus(outcomes: readonly ItemOutcome[]): "completed" | "partial" | "failed" {
  if (outcomes.length === 0) return "failed";
  const meant = outcomes.filter(({ outcome, skipReason }) => outcome !== "skipped" || !announced.includes(skipReason));
  if (meant.every(({ outcome }) => settled.includes(outcome))) return "completed";
  const attempts = meant.filter(({ outcome }) => outcome !== "skipped" && outcome !== "already_in_desired_state");
  return attempts.length > 0 && attempts.every(({ outcome }) => outcome === "failed") ? "failed" : "partial";
}
