import { englishFlowWords, formatting, presentChange, presentWorkflow, type WorkflowCopy } from "checkrail/flow";
import type { EvidenceMarkers, GateDefinition } from "checkrail/safety";
import {
  completeFinding,
  evaluateGates,
  findingOnEvidence,
  freshnessOf,
  openFinding,
  setApart,
} from "checkrail/safety";
import type { OpenVerdict } from "checkrail/view-models";

/** What is known of an offboarding. Null is what nobody recorded or asked, and never zero. */
export interface OffboardingFacts {
  readonly list: { readonly id: string; readonly people: number; readonly unmatched: readonly string[] } | null;
  /** People without whom something would have no administrator. */
  readonly lastAdministrators: readonly string[] | null;
  readonly rehearsal: (EvidenceMarkers & { readonly refused: number }) | null;
  readonly end: { readonly at: string | null; readonly closed: number; readonly unanswered: number } | null;
}

type GateId = "list" | "administrators" | "rehearsal" | "closing";
type Reason = { readonly code: keyof ReturnType<typeof sentencesOf> };

export const format = formatting({ locale: "en-GB", timeZone: "UTC" });
export const words = englishFlowWords(format);
export const accounts = (count: number) => format.counted(count, { one: "account", other: "accounts" });
const names = (people: readonly string[] | null | undefined) => format.listed((people ?? []).map(setApart));
const places = {
  list: "Correct the list",
  administrators: "Name others",
  rehearsal: "Rehearse",
  refusals: "Read refusals",
};
const basisLabels = { list: "List", accounts: "Accounts on it", lastAdministrators: "Last administrators" };

const met = (code: Reason["code"]) => completeFinding<Reason>({ code });
const open = (verdict: OpenVerdict, code: Reason["code"], anchor?: keyof typeof places) =>
  openFinding<Reason>(verdict, { code }, anchor === undefined ? null : { step: "offboarding", anchor });

/** What a rehearsal answers for. */
export function rehearsalBasis({ list, lastAdministrators }: Pick<OffboardingFacts, "list" | "lastAdministrators">) {
  return { list: list?.id ?? null, accounts: list?.people ?? null, lastAdministrators };
}

/** Whether the rehearsal answers for what would be closed now. */
export function freshnessOfRehearsal(facts: OffboardingFacts) {
  return freshnessOf(facts.rehearsal, rehearsalBasis(facts));
}

const definitions: readonly GateDefinition<OffboardingFacts, GateId, Reason>[] = [
  {
    id: "list",
    requires: [],
    evaluate: ({ list }) => {
      if (list === null || list.people < 1) return open("pending", "no_list", "list");
      return list.unmatched.length > 0 ? open("blocked", "unmatched", "list") : met("matched");
    },
  },
  {
    id: "administrators",
    requires: ["list"],
    evaluate: ({ lastAdministrators: last }) => {
      if (last === null) return open("unknown", "not_asked", "administrators");
      return last.length > 0 ? open("blocked", "last_administrators", "administrators") : met("administered");
    },
  },
  {
    id: "rehearsal",
    requires: ["list", "administrators"],
    evaluate: (facts) =>
      findingOnEvidence(
        freshnessOfRehearsal(facts),
        () => (facts.rehearsal?.refused === 0 ? met("rehearsed") : open("blocked", "refused", "refusals")),
        (state) => open("pending", state, "rehearsal"),
      ),
  },
  {
    id: "closing",
    requires: ["rehearsal"],
    evaluate: ({ end }) => {
      if (end?.at == null)
        return open(end === null ? "pending" : "running", end === null ? "nothing_closed" : "closing");
      return end.unanswered > 0 ? open("unknown", "unanswered") : met("closed");
    },
  },
];

/** Every sentence of an offboarding. */
export function sentencesOf({ list, lastAdministrators, rehearsal, end }: OffboardingFacts) {
  const all = accounts(list?.people ?? 0);
  return {
    no_list: "No list of leavers was chosen.",
    unmatched: `${names(list?.unmatched)} match no account, or several.`,
    matched: `${setApart(list?.id ?? "")} names ${all}, each of them once.`,
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

/** The gates of an offboarding in every view, from its facts alone. */
export function offboardingGates(facts: OffboardingFacts) {
  const { list, end } = facts;
  const said = sentencesOf(facts);
  const outcome = end?.at == null ? "closing" : end.unanswered > 0 ? "unanswered" : "closed";
  const copy: WorkflowCopy<GateId, Reason> = {
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
      status: end?.at == null ? "Accounts are being closed" : "The offboarding ended",
      reason: said[outcome],
      impact: outcome === "unanswered" ? said.closed : "An account that reports it has closed may still own files.",
      action: { kind: "link", id: "record", label: "Open the record of the offboarding", href: "#record" },
    },
    stuckAction: "Continue the offboarding",
    change: (change) => presentChange(change, basisLabels, words, format),
  };
  const context = { ...format, href: ({ anchor }: { readonly anchor: string }) => `#${anchor}` };
  const execution = { gate: "closing", started: end !== null } as const;
  return presentWorkflow("offboarding", evaluateGates(definitions, facts), execution, { copy, words, context });
}
