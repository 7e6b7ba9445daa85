import type { RecordedCount } from "../run/backup-set.js";
import type { EvidenceSnapshot } from "../run/operation.js";
import { outcomesNeedingReview } from "../run/outcome.js";
import { everyPartRecorded, outcomeRecord, type OutcomeRecord, standingOf } from "../rules/outcome.js";
import type { ResultFacts } from "./result-proof.js";
import { usableEvidence } from "./result-state.js";

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
}

/** Answers: is there anything to look at behind a finished restore? null where every count was recorded and is zero. */
export function followUpOf(facts: ResultFacts): FollowUp | null {
  const record = outcomeRecord(facts.run.execution?.results ?? null);
  const followUp: FollowUp = { ...outcomesToReview(record), ...evidenceToReview(usableEvidence(facts)) };
  return Object.values(followUp).every((count) => count === 0) ? null : followUp;
}

function outcomesToReview(record: OutcomeRecord): Omit<FollowUp, "differing" | "notChecked"> {
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
function evidenceToReview(snapshot: EvidenceSnapshot | null): Pick<FollowUp, "differing" | "notChecked"> {
  if (snapshot === null) return { differing: 0, notChecked: 0 };
  const { findings, coverage } = snapshot;
  return {
    differing:
      findings === null ? null : findings.filter(({ result }) => result === "differs" || result === "missing").length,
    notChecked: coverage === null || coverage.checked + coverage.notChecked === 0 ? null : coverage.notChecked,
  };
}

function sum(counts: readonly RecordedCount[]): RecordedCount {
  return counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0);
}
