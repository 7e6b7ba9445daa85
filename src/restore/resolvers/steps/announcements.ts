import type { RestoreFacts } from "../../run/facts.js";
import { runStatus } from "../../run/status.js";
import type { RestoreContext } from "../context.js";
import { attemptOf } from "../attempt.js";
import { restoreCopy } from "../copy.js";
import type { PageWords } from "../copy/en/page.js";

/** What the page is waiting for. A change of the run begins without words. */
export type Waiting = keyof PageWords["begun"] | "change";

/** What is told of checks or a preview that this page did not begin: that they are on their way, or failed; null where they are neither. */
export function told(facts: RestoreFacts, context: RestoreContext): string | null {
  const attempt = attemptOf("checks", facts) ?? attemptOf("preview", facts);
  return attempt === null ? null : restoreCopy(context).reason(attempt.reason);
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
