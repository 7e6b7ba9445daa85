import * as flow from "checkrail/flow";
import * as safety from "checkrail/safety";

/** What is known of an offboarding. Null is what nobody recorded or asked, and never zero. */
export interface OffboardingFacts {
  readonly list: { readonly id: string; readonly people: number; readonly unmatched: readonly string[] } | null;
  /** People without whom something would have no administrator. */
  readonly lastAdministrators: readonly string[] | null;
  readonly rehearsal: (safety.EvidenceMarkers & { readonly refused: number }) | null;
  readonly end: { readonly at: string | null; readonly closed: number; readonly unanswered: number } | null;
}

type Code = keyof ReturnType<typeof sentencesOf>;

const format = flow.formatting({ locale: "en-GB", timeZone: "UTC" });
const words = flow.englishFlowWords(format);
const accounts = (count: number) => format.counted(count, { one: "account", other: "accounts" });
const names = (people: readonly string[] | null | undefined) => format.listed((people ?? []).map(safety.setApart));
const places = { list: "Correct the list", owners: "Name others", rehearsal: "Rehearse", refusals: "Read refusals" };
const found = safety.gateWriter<OffboardingFacts, Code, keyof typeof places>("offboarding");

/** What a rehearsal answers for. */
export function rehearsalBasis({ list, lastAdministrators }: Pick<OffboardingFacts, "list" | "lastAdministrators">) {
  return { list: list?.id ?? null, accounts: list?.people ?? null, lastAdministrators };
}

const basisLabels = { list: "List", accounts: "Accounts on it", lastAdministrators: "Last administrators" };
const freshnessOf = (facts: OffboardingFacts) => safety.freshnessOf(facts.rehearsal, rehearsalBasis(facts));

const gates = found.gates({
  list: found.gate([], ({ list }) => {
    if (list === null || list.people < 1) return found.pending("no_list", "list");
    return list.unmatched.length > 0 ? found.blocked("unmatched", "list") : found.complete("matched");
  }),
  administrators: found.gate(["list"], ({ lastAdministrators: last }) => {
    if (last === null) return found.unknown("not_asked", "owners");
    return last.length > 0 ? found.blocked("last_administrators", "owners") : found.complete("administered");
  }),
  rehearsal: found.gate(["list", "administrators"], (facts) => {
    const tried = () =>
      facts.rehearsal?.refused === 0 ? found.complete("rehearsed") : found.blocked("refused", "refusals");
    return safety.findingOnEvidence(freshnessOf(facts), tried, (state) => found.pending(state, "rehearsal"));
  }),
  closing: found.gate(["rehearsal"], ({ end }) => {
    if (end?.at == null) return end === null ? found.pending("nothing_closed") : found.running("closing");
    return end.unanswered > 0 ? found.unknown("unanswered") : found.complete("closed");
  }),
});

function sentencesOf({ list, lastAdministrators, rehearsal, end }: OffboardingFacts) {
  const all = accounts(list?.people ?? 0);
  return {
    no_list: "No list of leavers was chosen.",
    unmatched: `${names(list?.unmatched)} match no account, or several.`,
    matched: `${safety.setApart(list?.id ?? "")} names ${all}, each of them once.`,
    not_asked: "The directory was not asked who is the last administrator of anything.",
    last_administrators: `Something has no other administrator than ${names(lastAdministrators)}.`,
    administered: "Everything that they administer has another administrator.",
    not_run: "No rehearsal was run.",
    invalidated: "What was rehearsed is not what would be closed now.",
    stale: "The record of the rehearsal does not say what was rehearsed.",
    refused: `${accounts(rehearsal?.refused ?? 0)} could not be closed in the rehearsal.`,
    rehearsed: `The rehearsal met no refusal for ${all}.`,
    nothing_closed: "Nobody asked for an account to be closed.",
    closing: `${format.number(end?.closed ?? 0)} of ${all} reported that they closed.`,
    unanswered: `${accounts(end?.unanswered ?? 0)} did not answer, and may be open.`,
    closed: `${accounts(end?.closed ?? 0)} reported that they closed.`,
  };
}

function reportsOf(end: OffboardingFacts["end"], said: ReturnType<typeof sentencesOf>): flow.ProofState {
  if (end === null) return { state: "unavailable", detail: said.nothing_closed };
  if (end.at === null) return { state: "in_progress", at: null };
  if (end.unanswered > 0) return { state: "unknown", text: said.closed, detail: said.unanswered };
  return { state: "available", detail: said.closed, at: end.at };
}

/** An offboarding in all six views, from its facts alone. */
export function offboarding(facts: OffboardingFacts) {
  const { list, rehearsal, end } = facts;
  const said = sentencesOf(facts);
  const fresh = freshnessOf(facts);
  const unmatched = list?.unmatched.length;
  const refused = fresh.state === "current" ? rehearsal?.refused : null;
  const trial = refused === 0 ? said.rehearsed : said.refused;
  const unanswered = end?.at == null ? null : end.unanswered;
  const outcome = unanswered === null ? "closing" : unanswered > 0 ? "unanswered" : "closed";
  return flow.presentPage("offboarding", safety.evaluateGates(gates, facts), {
    words,
    context: { ...format, href: ({ anchor }) => `#${anchor}` },
    execution: { gate: "closing", started: end !== null },
    copy: {
      flowTitle: "Offboarding gates",
      decisionName: "Offboarding",
      compactName: "Offboarding status",
      gateTitle: { list: "Leavers", administrators: "Administrators", rehearsal: "Rehearsal", closing: "Accounts" },
      reason: ({ code }) => said[code],
      placeLabel: ({ anchor }) => places[anchor as keyof typeof places],
      openDecision: () => ({ status: "Offboarding cannot start", impact: said.nothing_closed }),
      readyDecision: {
        status: "Offboarding can start",
        reason: said.rehearsed,
        impact: "People lose access at once. An account that is opened again has none of its sessions.",
        action: { kind: "callback", id: "close", label: `Close ${accounts(list?.people ?? 0)}` },
      },
      startedDecision: {
        literal: ({ closing: "running", unanswered: "attention", closed: "recorded" } as const)[outcome],
        status: outcome === "closing" ? "Accounts are being closed" : "The offboarding ended",
        reason: said[outcome],
        impact: outcome === "unanswered" ? said.closed : "An account that reports it has closed may still own files.",
        action: { kind: "link", id: "record", label: "Open the record of the offboarding", href: "#record" },
      },
      stuckAction: "Continue the offboarding",
      change: (change) => flow.presentChange(change, basisLabels, words, format),
    },
    proof: {
      title: "Offboarding proof",
      facts: [
        list === null
          ? { id: "list", label: "Leavers", state: "unavailable", detail: said.no_list }
          : { id: "list", label: "Leavers", state: "recorded", text: list.id, detail: accounts(list.people) },
        { id: "rehearsal", label: "Rehearsal", ...flow.proofOnEvidence(fresh, said, trial) },
        { id: "reports", label: "Reports of accounts", ...reportsOf(end, said) },
      ],
    },
    quality: {
      title: "Leavers",
      disclaimer: "A rehearsal changes nothing. It does not show that an account would close.",
      missing: "There is no record of it.",
      counts: [
        { id: "people", label: "On the list", count: list?.people, note: "People who leave." },
        {
          id: "unmatched",
          label: "Unmatched",
          count: unmatched,
          note: "Of no account, or of several.",
          attention: true,
        },
        { id: "refused", label: "Refused", count: refused, note: "They could not be closed.", attention: true },
        { id: "unanswered", label: "Unanswered", count: unanswered, note: "They may be open.", attention: true },
      ],
    },
    diagnostics: [
      { id: "list", label: "List", value: list?.id, format: "code" },
      { id: "rehearsal", label: "Rehearsal of", value: rehearsal?.basis?.fingerprint, format: "code" },
    ],
  });
}
