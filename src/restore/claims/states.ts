import type { ClaimPolicy } from "../../safety/index.js";
import type { ResultState } from "../resolvers/result-state.js";
import { englishClaims } from "./english.js";
import { germanClaims } from "./german.js";
import type { ClaimGroup } from "./groups.js";

/** Languages that claims are known in. */
export type ClaimLanguage = "en" | "de";

/** The claims that each result state allows, word for word (RR-12). Only where the facts support one may it be made. */
export const allowedClaims = {
  not_executed: { en: ["Preview evidence exists"], de: ["Vorschaunachweis vorhanden"] },
  in_progress: { en: ["Execution in progress"], de: ["Ausführung läuft"] },
  completed_proof_incomplete: { en: ["Execution proof available"], de: ["Ausführungsbeleg liegt vor"] },
  completed_with_evidence: { en: ["Evidence snapshot available"], de: ["Nachweis-Snapshot liegt vor"] },
  needs_review: {
    en: ["Follow-up required", "Skipped items exist"],
    de: ["Nacharbeit erforderlich", "Übersprungene Elemente vorhanden"],
  },
  failed: { en: ["Execution failed"], de: ["Ausführung fehlgeschlagen"] },
  blocked_or_cancelled: { en: [], de: [] },
  not_known: { en: [], de: [] },
} as const satisfies Readonly<Record<ResultState, Readonly<Record<ClaimLanguage, readonly string[]>>>>;

/** The claims that a state may make in a language; `never` where it may make none. A resolver that returns this type cannot claim more. */
export type AllowedClaim<
  State extends ResultState,
  Language extends ClaimLanguage = "en",
> = (typeof allowedClaims)[State][Language][number];

/** What a screen shows: the result of a run, or its preparation while gates are open, and once all are complete. */
export type RestoreClaimState = ResultState | "preparation" | "preparation_complete";

const notYet: readonly ClaimGroup[] = [
  "executed",
  "executionProof",
  "operationProof",
  "evidence",
  "final",
  "allApplied",
];

/** What each state may not say besides what none may. */
const forbidden: Readonly<Record<RestoreClaimState, readonly ClaimGroup[]>> = {
  preparation: ["calm", ...notYet],
  preparation_complete: notYet,
  not_executed: ["calm", ...notYet],
  in_progress: ["calm", ...notYet, "previewEvidence", "followUp"],
  completed_proof_incomplete: ["calm", "evidence"],
  completed_with_evidence: ["calm"],
  needs_review: ["calm", "allApplied", "partialRecovery"],
  failed: ["calm", "executed", "executionProof", "previewEvidence", "followUp", "allApplied"],
  blocked_or_cancelled: ["calm", "executed", "executionProof", "evidence", "allApplied"],
  not_known: ["calm", ...notYet, "previewEvidence"],
};

/** RR-12: two lists are closed, and a state without claims has the empty list. Only RR-5 is open. */
const open: ReadonlySet<RestoreClaimState> = new Set(["needs_review"]);

function policyOf(state: RestoreClaimState): ClaimPolicy {
  const allowed =
    state === "preparation" || state === "preparation_complete" ? { en: [], de: [] } : allowedClaims[state];
  return {
    scope: `restore: ${state}`,
    languages: [englishClaims, germanClaims].map((claims) => ({
      grammar: claims.grammar,
      forbidden: [...claims.always, ...forbidden[state].flatMap((group) => claims[group])],
    })),
    list: open.has(state) ? "open" : "closed",
    allowed: [...allowed.en, ...allowed.de],
  };
}

/** What each state of a restore may claim, and may not (RR-12, SI-10, PF-15). */
export const restoreClaims: Readonly<Record<RestoreClaimState, ClaimPolicy>> = {
  preparation: policyOf("preparation"),
  preparation_complete: policyOf("preparation_complete"),
  not_executed: policyOf("not_executed"),
  in_progress: policyOf("in_progress"),
  completed_proof_incomplete: policyOf("completed_proof_incomplete"),
  completed_with_evidence: policyOf("completed_with_evidence"),
  needs_review: policyOf("needs_review"),
  failed: policyOf("failed"),
  blocked_or_cancelled: policyOf("blocked_or_cancelled"),
  not_known: policyOf("not_known"),
};

/** What some state may not say, all of it together, and what some state may say word for word. */
export const everyRestoreClaim: ClaimPolicy = {
  scope: "restore: any state",
  languages: [englishClaims, germanClaims].map(({ grammar, ...groups }) => ({
    grammar,
    forbidden: Object.values(groups).flat(),
  })),
  list: "closed",
  allowed: Object.values(restoreClaims).flatMap(({ allowed }) => allowed),
};
