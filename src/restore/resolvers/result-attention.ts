import type { RecordedCount } from "../run/backup-set.js";
import type { EvidencePart } from "../run/outcome-reason.js";
import type { EvidenceSnapshot } from "../run/operation.js";
import { outcomesNeedingReview } from "../run/outcome.js";
import { type Cause, causesOf, familyOfReason } from "../rules/cause.js";
import { coverageByPart } from "../rules/evidence.js";
import { everyPartRecorded, outcomeRecord, type OutcomeRecord, standingOf } from "../rules/outcome.js";
import type { ResultFacts } from "./result-proof.js";
import { type ResultState, resultState, usableEvidence } from "./result-state.js";

/** What a finished restore leaves to look at beside its status (SI-7). A count that was not recorded is null, and asks for a look too. */
export interface FollowUp {
  /** Items whose outcome asks for a look, each counted once (RR-5). */
  readonly outcomes: RecordedCount;
  /** 1 where recorded counts and item rows contradict each other; neither is then believed. */
  readonly contradictions: RecordedCount;
  /** Items whose outcome does not, with a part that was left as it was or did not succeed. */
  readonly leftInPart: RecordedCount;
  /** Items whose outcome does not, with a part whose outcome was not recorded. */
  readonly notRecordedInPart: RecordedCount;
  /** Items that evidence shows to differ from what was intended, or to be missing. */
  readonly differing: RecordedCount;
  /** Items that evidence did not look at. */
  readonly notChecked: RecordedCount;
  /** Items that evidence looked at, with a part that it did not compare. */
  readonly notComparedInPart: RecordedCount;
}

/** How much attention a result asks for, from lifecycle, outcomes, operation and evidence together (SI-7). */
export type AttentionState =
  /** Nothing has ended yet. */
  "not_final" | "completed" | "completed_with_follow_up" | "partial" | "failed" | "blocked_or_cancelled" | "not_known";

/** Does a result need follow-up, and what is behind it? (SI-8) */
export type ResultAttention =
  | { readonly state: "not_final" | "completed"; readonly followUp: null; readonly cause: null }
  | { readonly state: "completed_with_follow_up"; readonly followUp: FollowUp; readonly cause: Cause | null }
  | {
      readonly state: Exclude<AttentionState, "not_final" | "completed" | "completed_with_follow_up">;
      readonly followUp: FollowUp | null;
      /** What most of it comes from; null where nothing tells. */
      readonly cause: Cause | null;
    };

const states: Readonly<Record<ResultState, Exclude<AttentionState, "completed_with_follow_up">>> = {
  not_executed: "not_final",
  in_progress: "not_final",
  completed_proof_incomplete: "completed",
  completed_with_evidence: "completed",
  needs_review: "partial",
  failed: "failed",
  blocked_or_cancelled: "blocked_or_cancelled",
  not_known: "not_known",
};

/** Answers: how much attention does this result ask for, and what is the primary cause? (SI-7, SI-8) */
export function resultAttention(facts: ResultFacts): ResultAttention {
  const state = states[resultState(facts)];
  if (state === "not_final") return { state, followUp: null, cause: null };
  const followUp = followUpOf(facts);
  if (state !== "completed") return { state, followUp, cause: primaryCause(facts, followUp) };
  if (followUp === null) return { state, followUp, cause: null };
  return { state: "completed_with_follow_up", followUp, cause: primaryCause(facts, followUp) };
}

/** Answers: does the operation of this run have to say that restore follow-up exists? (SI-9) */
export function asksForALook(facts: ResultFacts): boolean {
  const { state } = resultAttention(facts);
  return state !== "not_final" && state !== "completed";
}

function primaryCause({ run }: ResultFacts, followUp: FollowUp | null): Cause | null {
  const { items } = outcomeRecord(run.execution?.results ?? null);
  const [first] = items === null ? [] : causesOf(items);
  if (first !== undefined) return first;
  const reason = run.execution?.reason ?? null;
  if (reason !== null) return { family: familyOfReason(reason), items: null };
  if (followUp === null) return null;
  const { outcomes, differing, notChecked, notComparedInPart } = followUp;
  // Counts that ask for no look say nothing of how many items have a part that does.
  if (outcomes !== 0 || items === null) return { family: "not_recorded", items: outcomes === 0 ? null : outcomes };
  if (differing !== 0) return { family: "evidence_differs", items: differing };
  return { family: "evidence_incomplete", items: notChecked === 0 ? notComparedInPart : notChecked };
}

/** Answers: is there anything to look at behind a finished restore? null where every count was recorded and is zero. */
export function followUpOf(facts: ResultFacts): FollowUp | null {
  const record = outcomeRecord(facts.run.execution?.results ?? null);
  const followUp: FollowUp = { ...outcomesToReview(record), ...evidenceToReview(usableEvidence(facts), record) };
  return Object.values(followUp).every((count) => count === 0) ? null : followUp;
}

type EvidenceFollowUp = Pick<FollowUp, "differing" | "notChecked" | "notComparedInPart">;

function outcomesToReview(record: OutcomeRecord): Omit<FollowUp, keyof EvidenceFollowUp> {
  const { counts, items } = record;
  if (record.state === "contradictory") {
    return { outcomes: null, contradictions: 1, leftInPart: null, notRecordedInPart: null };
  }
  const partly = items?.filter((item) => standingOf(item) === "partly_left") ?? null;
  const left = partly?.filter(({ phases }) => phases.some(({ outcome }) => outcomesNeedingReview.includes(outcome)));
  return {
    outcomes: counts === null ? null : sum(outcomesNeedingReview.map((outcome) => counts[outcome])),
    contradictions: 0,
    leftInPart: left?.length ?? null,
    notRecordedInPart: partly?.filter((item) => !everyPartRecorded(item)).length ?? null,
  };
}

/** Without usable evidence there is nothing of it to look at; that it is missing is told by the result itself. */
function evidenceToReview(snapshot: EvidenceSnapshot | null, { items }: OutcomeRecord): EvidenceFollowUp {
  if (snapshot === null) return { differing: 0, notChecked: 0, notComparedInPart: 0 };
  const { findings } = snapshot;
  const looked = findings?.filter(({ result }) => result !== "not_checked") ?? null;
  const partly = looked?.filter(({ parts }) => parts?.some(isLeftOut));
  const parts = findings === null ? null : coverageByPart(findings);
  return {
    differing: findings?.filter(({ result }) => result === "differs" || result === "missing").length ?? null,
    notChecked: itemsNotChecked(snapshot, items),
    notComparedInPart: findings !== null && parts === null ? null : (partly?.length ?? 0),
  };
}

function isLeftOut(part: EvidencePart): boolean {
  return part.result === "not_compared" && part.cause !== "item_not_compared";
}

const known: readonly string[] = ["as_intended", "differs", "missing"];

/**
 * Items that the evidence did not look at: as it counts itself, and as its findings show. An item without a finding of its
 * own was not looked at, whatever was counted and whatever other item has one; null where the evidence tells no coverage.
 */
export function itemsNotChecked(
  { coverage, findings }: Pick<EvidenceSnapshot, "coverage" | "findings">,
  executed: OutcomeRecord["items"],
): RecordedCount {
  if (coverage === null || coverage.checked + coverage.notChecked === 0) return null;
  const counted = coverage.checked + coverage.notChecked;
  const byCount = coverage.notChecked + Math.max(0, (executed?.length ?? 0) - counted);
  if (findings === null) return byCount;
  const looked = new Set(findings.filter(({ result }) => known.includes(result)).map(({ itemId }) => itemId));
  const unlooked = findings.filter(({ itemId }) => !looked.has(itemId)).length;
  const withoutFinding = executed?.filter(({ itemId }) => !looked.has(itemId)).length ?? 0;
  return Math.max(byCount, unlooked, withoutFinding, counted - looked.size);
}

function sum(counts: readonly RecordedCount[]): RecordedCount {
  return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0);
}
