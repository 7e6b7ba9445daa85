import type { HostRefusal } from "../../ports.js";
import { type Assessment, openAssessment } from "../../run/assessment.js";
import type { RestoreFacts } from "../../run/facts.js";
import { runStatus } from "../../run/status.js";
import { isOpenSync } from "../../run/target.js";
import type { RestoreContext } from "../context.js";
import { attemptOf } from "../attempt.js";
import { restoreCopy } from "../copy.js";
import type { PageWords } from "../copy/en/page.js";

/** What the page is waiting for. A change of the run begins without words. */
export type Waiting = keyof PageWords["begun"] | "change";

/** What a page hears of what it is answered. */
export type News =
  /** What was told last still stands. */
  | { readonly news: "none" }
  /** A sentence for the page's one live region; null where it falls silent. */
  | { readonly news: "told"; readonly sentence: string | null }
  /** What this page asked for failed, and is shown as what stands between the operator and the run. */
  | { readonly news: "failed"; readonly asked: Assessment["kind"]; readonly problem: HostRefusal };

/** What a page asked for. */
export interface Asked {
  /** What this answer is the answer to; null where the page looked by itself. */
  readonly what: Waiting | null;
  /** The checks or the preview that this page asked for last. */
  readonly attempt: string | null;
}

/** What is told once a page that knew one state of a run, or none, is answered with another (SI-19). */
export function newsOf(before: RestoreFacts | null, after: RestoreFacts, asked: Asked, context: RestoreContext): News {
  const { page } = context.words;
  const { assessment: last = null } = after;
  const going = openAssessment(last);
  const went = openAssessment(before?.assessment);
  const justEnded =
    before !== null && going === null && last !== null && (went !== null || last.id !== before.assessment?.id);
  if (justEnded && last.state === "failed" && last.problem !== null && last.id === asked.attempt)
    return { news: "failed", asked: last.kind, problem: last.problem };
  if (justEnded && last.state === "cancelled") return tell(page.assessmentCancelled[last.kind]);
  const begun = going !== null && (going.id !== went?.id || going.kind === asked.what);
  // What went on or failed before this page was there, or at somebody else's request, is told once.
  const attempt = attemptOf("checks", after) ?? attemptOf("preview", after);
  if (attempt !== null && (before === null || begun || justEnded))
    return tell(restoreCopy(context).reason(attempt.reason));
  if (justEnded && last.state === "succeeded") return tell(ended(last.kind, after, context));
  if (before !== null && isOpenSync(before.directorySync) && !isOpenSync(after.directorySync))
    return tell(ended("sync", after, context));
  if (asked.what !== null) return tell(ended(asked.what, after, context));
  return before !== null && before.run.revision !== after.run.revision ? tell(page.changedElsewhere) : { news: "none" };
}

function tell(sentence: string | null): News {
  return { news: "told", sentence };
}

/** What ended, in one sentence for the page's one live region; null where it needs no words. */
export function ended(what: Waiting, facts: RestoreFacts, { words }: RestoreContext): string | null {
  const { checks, preview } = facts.run;
  const { page, terms } = words;
  switch (what) {
    case "load":
      return null;
    case "change":
      return page.saved;
    case "checks": {
      if (checks === null) return page.checksNotRecorded;
      const { blocking, not_evaluated: notEvaluated, warning: warnings } = checks.summary;
      return page.checksFinished({ blocking, notEvaluated, warnings });
    }
    case "preview":
      return preview === null
        ? page.previewNotRecorded
        : page.previewFinished(preview.summary.policiesChanged + preview.summary.policiesCreated);
    case "execute":
      return page.executionRequested(terms.runStatus[runStatus(facts)]);
    case "cancel":
      return page.status(terms.runStatus[runStatus(facts)]);
    case "evidence":
      return page.evidenceRequested;
    case "sync": {
      const state = facts.directorySync?.state;
      return state === undefined ? null : page.sync[state];
    }
  }
}
