import {
  presentDiagnostics,
  presentProof,
  presentQuality,
  type ProofFact,
  type WorkflowViews,
} from "../../flow/index.js";
import type {
  BackupQualitySummaryViewModel,
  CollapsedDiagnosticsViewModel,
  DiagnosticEntry,
  NonEmptyList,
  ProofAsideViewModel,
} from "../../view-models/index.js";
import {
  counted,
  format,
  rotationGates,
  type RotationFacts,
  sentencesOf,
  silentIn,
  trialFreshness,
  words,
} from "./rotate-signing-key.js";

/** Everything that a page about a rotation shows. */
export interface RotationViews extends WorkflowViews {
  readonly proof: ProofAsideViewModel;
  readonly quality: BackupQualitySummaryViewModel;
  readonly diagnostics: CollapsedDiagnosticsViewModel;
}

/** A rotation in all six views, from its facts alone. `id` keeps element ids apart. */
export function rotation(id: string, facts: RotationFacts): RotationViews {
  const { newKey, oldKey, trial } = facts;
  const entries: readonly DiagnosticEntry[] = [
    { id: "old_key", label: "Old key", value: oldKey, format: "code" },
    { id: "new_key", label: "New key", ...code(newKey?.id) },
    { id: "trial", label: "Trial of", ...code(trial?.basis.fingerprint) },
  ];
  return {
    ...rotationGates(id, facts),
    proof: presentProof(`${id}-proof`, "Rotation proof", proofOf(facts), words, format),
    quality: verifiersOf(id, facts),
    diagnostics: presentDiagnostics(`${id}-diagnostics`, entries, words),
  };
}

function code(value: string | undefined): Pick<DiagnosticEntry, "value" | "format"> {
  return value === undefined ? { value: words.notRecorded, format: "text" } : { value, format: "code" };
}

/** Answers: what can be shown of this rotation, and what can nobody show? */
function proofOf(facts: RotationFacts): NonEmptyList<ProofFact> {
  const { newKey, verifiers } = facts;
  const sentences = sentencesOf(facts);
  const key = { id: "new_key", label: "New key" };
  const list = { id: "verifiers", label: "Verifiers" };
  return [
    newKey === null
      ? { ...key, state: "unavailable", detail: sentences.no_key }
      : { ...key, state: "recorded", text: newKey.id, detail: `Made by ${newKey.madeBy}`, at: newKey.at },
    verifiers === null
      ? { ...list, state: "unknown", detail: sentences.no_list }
      : { ...list, state: "recorded", text: counted(verifiers.length), detail: null, at: null },
    trialProof(facts),
    endProof(facts),
    reportsProof(facts),
  ];
}

function trialProof(facts: RotationFacts): ProofFact {
  const base = { id: "trial", label: "Trial of the new key" };
  const sentences = sentencesOf(facts);
  const freshness = trialFreshness(facts);
  if (freshness.state !== "current") return { ...base, state: "unavailable", detail: sentences[freshness.state] };
  const detail = facts.trial?.refusedBy.length === 0 ? sentences.accepted : sentences.refused;
  return { ...base, state: "available", detail, at: freshness.at, action: null };
}

function endProof(facts: RotationFacts): ProofFact {
  const base = { id: "end", label: "End of the old key" };
  const sentences = sentencesOf(facts);
  if (facts.end === null) return { ...base, state: "unavailable", detail: sentences.signing };
  if (facts.end.at === null) return { ...base, state: "in_progress", at: null };
  return { ...base, state: "available", detail: sentences.stopped, at: facts.end.at, action: null };
}

// The trial was one signature, and the signer speaks for itself alone: only a report tells what a verifier does now.
function reportsProof(facts: RotationFacts): ProofFact {
  const base = { id: "reports", label: "Reports of the new key" };
  const sentences = sentencesOf(facts);
  if (facts.end?.at == null)
    return { ...base, state: "unavailable", detail: "Verifiers report once the old key stopped." };
  return silentIn(facts).length === 0
    ? { ...base, state: "available", detail: sentences.reported, at: facts.end.at, action: null }
    : { ...base, state: "unknown", text: sentences.reported, detail: sentences.unreported };
}

function verifiersOf(id: string, facts: RotationFacts): BackupQualitySummaryViewModel {
  const { verifiers, trial, end } = facts;
  const tried = trialFreshness(facts).state === "current" ? trial : null;
  const known = verifiers?.length ?? null;
  const row = (rowId: string, label: string, count: number | null, note: string, attention = false) => ({
    id: rowId,
    label,
    count,
    note,
    attention,
  });
  return presentQuality(
    `${id}-verifiers`,
    {
      title: "Verifiers",
      disclaimer: "A trial is one signature on one day. It does not show that a rotation works.",
      missing: "There is no record of it.",
    },
    [
      row("listed", "Listed", known, "Services that verify signatures."),
      row(
        "accepted",
        "Accepted",
        tried && known !== null ? known - tried.refusedBy.length : null,
        "Verifiers that verified a signature of the new key in the trial.",
      ),
      row(
        "refused",
        "Refused",
        tried?.refusedBy.length ?? null,
        "Verifiers that did not verify a signature of the new key in the trial.",
        true,
      ),
      row(
        "reported",
        "Reported",
        end?.at == null || known === null ? null : known - silentIn(facts).length,
        "Verifiers that saw a signature of the new key since the old one stopped.",
      ),
    ],
    words,
    format,
  );
}
