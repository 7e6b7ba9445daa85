import * as flow from "../../flow/index.js";
import * as safety from "../../safety/index.js";

/**
 * What is known of a rotation of a signing key. Every verifier answers to a trial of the new key; the signer says when the old
 * one ended, and a verifier reports when it has seen a signature of the new one since.
 */
export interface RotationFacts {
  readonly oldKey: string;
  readonly verifiers: readonly string[] | null;
  readonly newKey: { readonly id: string; readonly madeBy: string; readonly at: string } | null;
  readonly trial: { readonly basis: safety.Basis; readonly at: string; readonly refusedBy: readonly string[] } | null;
  readonly end: { readonly by: string; readonly at: string | null; readonly reportedBy: readonly string[] } | null;
}

type Code = keyof ReturnType<typeof sentencesOf>;
const format = flow.formatting({ locale: "en-GB", timeZone: "UTC" });
const words = flow.englishFlowWords(format);
const counted = (count: number) => format.counted(count, { one: "verifier", other: "verifiers" });
const places = { verifiers: "List verifiers", key: "Make a key", trial: "Try the new key", refusals: "Read refusals" };
const basisLabels = { key: "New key", verifiers: "Verifiers" };
const found = safety.gateWriter<RotationFacts, Code, keyof typeof places>("rotation");

/** What a trial of the new key answers for. */
export function trialBasis({ newKey, verifiers }: Pick<RotationFacts, "newKey" | "verifiers">) {
  return { key: newKey?.id ?? null, verifiers };
}

function freshnessOf(facts: RotationFacts) {
  return safety.freshnessOf(facts.trial && { basis: facts.trial.basis, capturedAt: facts.trial.at }, trialBasis(facts));
}

/** Verifiers that have not reported a signature of the new key. */
function silentIn({ verifiers, end }: RotationFacts): readonly string[] {
  return (verifiers ?? []).filter((name) => !end?.reportedBy.includes(name));
}

const gates = found.gates({
  verifiers: found.gate([], ({ verifiers }) =>
    verifiers?.length ? found.complete("listed") : found.pending("no_list", "verifiers"),
  ),
  new_key: found.gate([], ({ newKey }) => (newKey ? found.complete("made") : found.pending("no_key", "key"))),
  trial: found.gate(["verifiers", "new_key"], (facts) => {
    const refused = facts.trial?.refusedBy.length !== 0;
    const tried = () => (refused ? found.blocked("refused", "refusals") : found.complete("accepted"));
    return safety.findingOnEvidence(freshnessOf(facts), tried, (state) => found.pending(state, "trial"));
  }),
  old_key: found.gate(["trial"], (facts) => {
    if (facts.end?.at == null) return facts.end === null ? found.pending("signing") : found.running("stopping");
    return silentIn(facts).length === 0 ? found.complete("stopped") : found.complete("stopped", "unreported");
  }),
});

function sentencesOf(facts: RotationFacts) {
  const { oldKey, newKey, end } = facts;
  const [listed, silent, refusedBy] = [facts.verifiers ?? [], silentIn(facts), facts.trial?.refusedBy ?? []];
  return {
    no_list: "There is no list of the services that verify signatures.",
    listed: `${counted(listed.length)} listed.`,
    no_key: "There is no new key.",
    made: `${newKey?.madeBy} made ${newKey?.id}.`,
    not_run: "No verifier was asked to verify a signature of the new key.",
    invalidated: "What was tried is not what would sign and verify now.",
    stale: "The record of the trial does not say what was tried.",
    refused: `${refusedBy.length} of ${counted(listed.length)} refused the new key: ${format.listed(refusedBy)}.`,
    accepted: `${counted(listed.length)} verified a signature of ${newKey?.id}.`,
    signing: `${oldKey} still signs.`,
    stopping: `${end?.by} requested it. The signer has not said that ${oldKey} stopped signing.`,
    stopped: `The signer says that ${oldKey} stopped signing.`,
    not_reporting: "Verifiers report once the old key stopped.",
    unreported: `No signature of the new key was reported by ${format.listed(silent)}.`,
    reported: `${counted(listed.length - silent.length)} reported a signature of the new key.`,
  };
}

// The trial was one signature, and the signer speaks for itself alone: only a report tells what a verifier does now.
function reportsOf(facts: RotationFacts, said: ReturnType<typeof sentencesOf>): flow.ProofState {
  if (facts.end?.at == null) return { state: "unavailable", detail: said.not_reporting };
  if (silentIn(facts).length > 0) return { state: "unknown", text: said.reported, detail: said.unreported };
  return { state: "available", detail: said.reported, at: facts.end.at };
}

/** A rotation in all six views, from its facts alone. `id` keeps element ids apart. */
export function rotation(id: string, facts: RotationFacts): flow.PageViews {
  const { oldKey, newKey, verifiers, trial, end } = facts;
  const [said, fresh, silent] = [sentencesOf(facts), freshnessOf(facts), silentIn(facts).length];
  const listed = verifiers?.length ?? null;
  const refused = fresh.state === "current" ? (trial?.refusedBy.length ?? null) : null;
  const accepted = listed === null || refused === null ? null : listed - refused;
  const reported = end?.at == null || listed === null ? null : listed - silent;
  const tried = refused === 0 ? said.accepted : said.refused;
  return flow.presentPage(id, safety.evaluateGates(gates, facts), {
    words,
    context: { ...format, href: ({ anchor }) => `#${anchor}` },
    execution: { gate: "old_key", started: end !== null },
    copy: {
      flowTitle: "Rotation gates",
      decisionName: "Key rotation",
      compactName: "Rotation status",
      gateTitle: { verifiers: "Verifiers", new_key: "New key", trial: "Trial by the verifiers", old_key: "Old key" },
      reason: ({ code }) => said[code],
      placeLabel: ({ anchor }) => places[anchor as keyof typeof places],
      openDecision: ({ freshness }) => ({
        status: freshness?.state === "invalidated" ? "The trial is void" : "Retirement cannot start",
        impact: said.signing,
      }),
      readyDecision: {
        status: "Retirement can start",
        reason: said.accepted,
        impact: `${oldKey} stops signing. A verifier that nobody listed may refuse the new key.`,
        action: { kind: "callback", id: "retire", label: `Retire ${oldKey}` },
      },
      startedDecision: {
        status: end?.at ? "The old key was retired" : "Retirement requested",
        reason: end?.at ? said.stopped : said.stopping,
        impact: end?.at ? said[silent > 0 ? "unreported" : "reported"] : "Until it does, either key may sign.",
        action: { kind: "link", id: "record", label: "Open the record of the rotation", href: "#record" },
      },
      stuckAction: "Continue the rotation",
      change: (change) => flow.presentChange(change, basisLabels, words, format),
    },
    proof: {
      title: "Rotation proof",
      facts: [
        newKey === null
          ? { id: "new_key", label: "New key", state: "unavailable", detail: said.no_key }
          : { id: "new_key", label: "New key", state: "recorded", text: newKey.id, detail: said.made, at: newKey.at },
        { id: "trial", label: "Trial of the new key", ...flow.proofOnEvidence(fresh, said, tried) },
        { id: "reports", label: "Reports of the new key", ...reportsOf(facts, said) },
      ],
    },
    quality: {
      title: "Verifiers",
      disclaimer: "A trial is one signature on one day. It does not show that a rotation works.",
      missing: "There is no record of it.",
      counts: [
        { id: "listed", label: "Listed", count: listed, note: "Services that verify signatures." },
        { id: "accepted", label: "Accepted", count: accepted, note: "They verified a signature in the trial." },
        { id: "refused", label: "Refused", count: refused, note: "They did not, in the trial.", attention: true },
        { id: "reported", label: "Reported", count: reported, note: "They saw one of the new key since." },
      ],
    },
    diagnostics: [
      { id: "old_key", label: "Old key", value: oldKey, format: "code" },
      { id: "new_key", label: "New key", value: newKey?.id, format: "code" },
      { id: "trial", label: "Trial of", value: trial?.basis.fingerprint, format: "code" },
    ],
  });
}
