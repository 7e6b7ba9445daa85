import { presentDiagnostics, presentProof, presentQuality } from "checkrail/flow";
import {
  accounts,
  format,
  freshnessOfRehearsal,
  type OffboardingFacts,
  offboardingGates,
  sentencesOf,
  words,
} from "./offboard-users.js";

/** An offboarding in all six views, from its facts alone. */
export function offboarding(facts: OffboardingFacts) {
  return {
    ...offboardingGates(facts),
    proof: proofOf(facts),
    quality: leaversOf(facts),
    diagnostics: diagnosticsOf(facts),
  };
}

/** Answers: what can be shown of this offboarding, and what can nobody show? */
function proofOf(facts: OffboardingFacts) {
  const { list, end } = facts;
  const said = sentencesOf(facts);
  const fresh = freshnessOfRehearsal(facts);
  const leavers = { id: "list", label: "Leavers" };
  const rehearsal = { id: "rehearsal", label: "Rehearsal" };
  const reports = { id: "reports", label: "Reports of accounts" };
  return presentProof(
    "offboarding-proof",
    "Offboarding proof",
    [
      list === null
        ? { ...leavers, state: "unavailable", detail: said.no_list }
        : { ...leavers, state: "recorded", text: list.id, detail: accounts(list.people), at: null },
      fresh.state === "current"
        ? {
            ...rehearsal,
            state: "available",
            detail: facts.rehearsal?.refused === 0 ? said.rehearsed : said.refused,
            at: fresh.at,
            action: null,
          }
        : { ...rehearsal, state: "unavailable", detail: said[fresh.state] },
      reportsOf(),
    ],
    words,
    format,
  );

  function reportsOf() {
    if (end === null) return { ...reports, state: "unavailable", detail: said.nothing_closed } as const;
    if (end.at === null) return { ...reports, state: "in_progress", at: null } as const;
    if (end.unanswered > 0)
      return { ...reports, state: "unknown", text: said.closed, detail: said.unanswered } as const;
    return { ...reports, state: "available", detail: said.closed, at: end.at, action: null } as const;
  }
}

function leaversOf({ list, rehearsal, end, ...facts }: OffboardingFacts) {
  const tried = freshnessOfRehearsal({ list, rehearsal, end, ...facts }).state === "current" ? rehearsal : null;
  const ended = end?.at == null ? null : end;
  return presentQuality(
    "offboarding-leavers",
    {
      title: "Leavers",
      disclaimer: "A rehearsal changes nothing. It does not show that an account would close.",
      missing: "There is no record of it.",
    },
    [
      { id: "people", label: "On the list", count: list?.people ?? null, note: "People who leave.", attention: false },
      {
        id: "unmatched",
        label: "Without one account",
        count: list?.unmatched.length ?? null,
        note: "Names that match no account, or several.",
        attention: true,
      },
      {
        id: "refused",
        label: "Refused",
        count: tried?.refused ?? null,
        note: "Accounts that the rehearsal could not close.",
        attention: true,
      },
      {
        id: "unanswered",
        label: "Unanswered",
        count: ended?.unanswered ?? null,
        note: "Accounts that did not say what became of them.",
        attention: true,
      },
    ],
    words,
    format,
  );
}

function diagnosticsOf({ list, rehearsal }: OffboardingFacts) {
  const code = (value: string | undefined) =>
    ({ value: value ?? words.notRecorded, format: value === undefined ? "text" : "code" }) as const;
  return presentDiagnostics(
    "offboarding-diagnostics",
    [
      { id: "list", label: "List", ...code(list?.id) },
      { id: "rehearsal", label: "Rehearsal of", ...code(rehearsal?.basis?.fingerprint) },
    ],
    words,
  );
}
