import { setApart } from "../../../safety/index.js";
import type { CheckId, FindingReason } from "../../run/findings.js";

/** What the checks are called, and one sentence for everything that they can find. */
export interface FindingWords {
  readonly checks: Readonly<Record<CheckId, string>>;
  readonly reasons: {
    readonly [Code in FindingReason["code"]]: (reason: Extract<FindingReason, { code: Code }>) => string;
  };
  /** Stands for a finding of a kind that this version does not know. */
  readonly notReadable: string;
}

/** The sentence of one finding. A record of another version may hold what has none here; that is said, never passed over. */
export function findingSentence(words: FindingWords, reason: FindingReason): string {
  if (!Object.hasOwn(words.reasons, reason.code)) return words.notReadable;
  const sentence = words.reasons[reason.code] as (reason: FindingReason) => string;
  return sentence(reason) || words.notReadable;
}

/** What a check is called; one of another version goes by its id. */
export function checkName(words: FindingWords, check: CheckId): string {
  return Object.hasOwn(words.checks, check) ? words.checks[check] : setApart(check);
}
