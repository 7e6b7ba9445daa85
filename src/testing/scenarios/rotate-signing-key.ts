import { englishFlowWords, formatting, presentWorkflow, type WorkflowCopy } from "../../flow/index.js";
import type { Basis, Freshness, GateDefinition } from "../../safety/index.js";
import { completeFinding, evaluateGates, findingOnEvidence, freshnessOf, openFinding } from "../../safety/index.js";
import type { OpenVerdict } from "../../view-models/index.js";

/**
 * What is known of a rotation of a signing key. Every verifier answers to a trial of the new key; the signer says when the old
 * one ended, and a verifier reports when it has seen a signature of the new one since.
 */
export interface RotationFacts {
  readonly oldKey: string;
  readonly verifiers: readonly string[] | null;
  readonly newKey: { readonly id: string; readonly madeBy: string; readonly at: string } | null;
  readonly trial: { readonly basis: Basis; readonly at: string; readonly refusedBy: readonly string[] } | null;
  readonly end: { readonly by: string; readonly at: string | null; readonly reportedBy: readonly string[] } | null;
}

type GateId = "verifiers" | "new_key" | "trial" | "old_key";
type Reason = { readonly code: keyof ReturnType<typeof sentencesOf> };

/** How everything about a rotation is written. */
export const format = formatting({ locale: "en-GB", timeZone: "UTC" });
export const words = englishFlowWords(format);
export const counted = (count: number) => format.counted(count, { one: "verifier", other: "verifiers" });

/** What a trial of the new key answers for. */
export function trialBasis({ newKey, verifiers }: Pick<RotationFacts, "newKey" | "verifiers">) {
  return { key: newKey?.id ?? null, verifiers };
}

/** Whether the trial answers for the new key and the verifiers of now. */
export function trialFreshness(facts: RotationFacts): Freshness {
  return freshnessOf(facts.trial && { basis: facts.trial.basis, capturedAt: facts.trial.at }, trialBasis(facts));
}

/** Verifiers that have not reported a signature of the new key. */
export function silentIn({ verifiers, end }: RotationFacts): readonly string[] {
  return (verifiers ?? []).filter((name) => !end?.reportedBy.includes(name));
}

const definitions: readonly GateDefinition<RotationFacts, GateId, Reason>[] = [
  {
    id: "verifiers",
    requires: [],
    evaluate: ({ verifiers }) => (verifiers?.length ? met("listed") : open("pending", "no_list", "verifiers")),
  },
  {
    id: "new_key",
    requires: [],
    evaluate: ({ newKey }) => (newKey === null ? open("pending", "no_key", "key") : met("made")),
  },
  {
    id: "trial",
    requires: ["verifiers", "new_key"],
    evaluate: (facts) =>
      findingOnEvidence(
        trialFreshness(facts),
        () => (facts.trial?.refusedBy.length === 0 ? met("accepted") : open("blocked", "refused", "refusals")),
        (state) => open("pending", state, "trial"),
      ),
  },
  {
    id: "old_key",
    requires: ["trial"],
    evaluate: (facts) => {
      if (facts.end === null) return open("pending", "signing", null);
      if (facts.end.at === null) return open("running", "stopping", null);
      return completeFinding({ code: "stopped" }, silentIn(facts).length === 0 ? null : { code: "unreported" });
    },
  },
];

const met = (code: Reason["code"]) => completeFinding<Reason>({ code });
const open = (verdict: OpenVerdict, code: Reason["code"], anchor: keyof typeof places | null) =>
  openFinding<Reason>(verdict, { code }, anchor === null ? null : { step: "rotation", anchor });

const places = { verifiers: "List verifiers", key: "Make a key", trial: "Try the new key", refusals: "Read refusals" };

export function sentencesOf(facts: RotationFacts) {
  const { oldKey, newKey, end } = facts;
  const [names, silent, refusedBy] = [facts.verifiers ?? [], silentIn(facts), facts.trial?.refusedBy ?? []];
  return {
    no_list: "There is no list of the services that verify signatures.",
    listed: `${counted(names.length)} listed.`,
    no_key: "There is no new key.",
    made: `${newKey?.madeBy} made ${newKey?.id}.`,
    not_run: "No verifier was asked to verify a signature of the new key.",
    invalidated: "What was tried is not what would sign and verify now.",
    stale: "The record of the trial does not say what was tried.",
    refused: `${refusedBy.length} of ${counted(names.length)} refused the new key: ${format.listed(refusedBy)}.`,
    accepted: `${counted(names.length)} verified a signature of ${newKey?.id}.`,
    signing: `${oldKey} still signs.`,
    stopping: `${end?.by} requested it. The signer has not said that ${oldKey} stopped signing.`,
    stopped: `The signer says that ${oldKey} stopped signing.`,
    unreported: `No signature of the new key was reported by ${format.listed(silent)}.`,
    reported: `${counted(names.length - silent.length)} reported a signature of the new key.`,
  };
}

/** The gates of a rotation in every view, from its facts alone. `id` keeps element ids apart. */
export function rotationGates(id: string, facts: RotationFacts) {
  const { oldKey, end } = facts;
  const sentences = sentencesOf(facts);
  const reports = silentIn(facts).length > 0 ? "unreported" : "reported";
  const copy: WorkflowCopy<GateId, Reason> = {
    flowTitle: "Rotation gates",
    decisionName: "Key rotation",
    compactName: "Rotation status",
    gateTitle: {
      verifiers: "List of verifiers",
      new_key: "New key",
      trial: "Trial by the verifiers",
      old_key: "End of the old key",
    },
    reason: ({ code }) => sentences[code],
    placeLabel: ({ anchor }) => places[anchor as keyof typeof places],
    openDecision: ({ freshness }) => ({
      status: freshness?.state === "invalidated" ? "The trial is void" : "Retirement cannot start",
      impact: sentences.signing,
    }),
    readyDecision: {
      status: "Retirement can start",
      reason: sentences.accepted,
      impact: `${oldKey} stops signing. A verifier that nobody listed may refuse the new key.`,
      action: { kind: "callback", id: "retire", label: `Retire ${oldKey}` },
    },
    startedDecision: {
      status: end?.at ? "The old key was retired" : "Retirement requested",
      reason: end?.at ? sentences.stopped : sentences.stopping,
      impact: end?.at ? sentences[reports] : "Until it does, either key may sign.",
      action: { kind: "link", id: "record", label: "Open the record of the rotation", href: "#record" },
    },
    stuckAction: "Continue the rotation",
    change: ({ field, before, after }) => ({
      field,
      label: field === "key" ? "New key" : "Verifiers",
      before: format.listed([before ?? []].flat().map(String)),
      after: format.listed([after ?? []].flat().map(String)),
    }),
  };
  const execution = { gate: "old_key", started: end !== null } as const;
  const context = { ...format, href: ({ anchor }: { readonly anchor: string }) => `#${anchor}` };
  return presentWorkflow(id, evaluateGates(definitions, facts), execution, { copy, words, context });
}
