import {
  type AvailableAction,
  contractVersion,
  type NonEmptyList,
  type ProofAsideViewModel,
  type ProofFactModel,
} from "../view-models/index.js";
import type { Freshness } from "../safety/index.js";
import type { PresentationContext } from "./copy.js";
import type { FlowWords } from "./words/words.js";

/** A fact, or proof, in the state in which it is known (PF-7). Moments are RFC 3339. */
export type ProofState =
  | {
      readonly state: "recorded";
      /** What is recorded, in words. */
      readonly text: string;
      readonly detail?: string | null;
      /** When it was recorded; null, or left out, where that does not apply. */
      readonly at?: string | null;
      /** Where it can be read; null, or left out, where there is nothing to open. */
      readonly action?: AvailableAction | null;
    }
  | {
      readonly state: "available";
      /** What the proof is of, such as the name of a target; null for the word of its state. */
      readonly text?: string | null;
      readonly detail?: string | null;
      readonly at: string;
      /** Where the proof can be inspected; null, or left out, where the operator may not. */
      readonly action?: AvailableAction | null;
    }
  | {
      /** It was asked for and waits its turn. */
      readonly state: "pending";
      /** What it waits for, in words; null, or left out, where the word of its state says it. */
      readonly detail?: string | null;
      /** When it was asked for; null where that was not recorded. */
      readonly at: string | null;
    }
  | { readonly state: "in_progress"; readonly at: string | null }
  | {
      readonly state: "unavailable";
      /** Why there is none, in words. */
      readonly detail: string;
    }
  | {
      readonly state: "unknown";
      /** What is not known, or of what; null for the word of its state. */
      readonly text?: string | null;
      /** Why it is not known, in words. */
      readonly detail: string;
    };

/** One fact of a workflow, or proof, by its stable id and its name in words. */
export type ProofFact = { readonly id: string; readonly label: string } & ProofState;

/** Evidence as proof: available only while it is current; else `whyNone` says in words why there is none (SI-2). */
export function proofOnEvidence(
  freshness: Freshness,
  whyNone: Readonly<Record<Exclude<Freshness["state"], "current">, string>>,
  detail: string | null = null,
): ProofState {
  return freshness.state === "current"
    ? { state: "available", detail, at: freshness.at }
    : { state: "unavailable", detail: whyNone[freshness.state] };
}

/** Facts and proof as the model of `ProofAside`. The word of a proof follows from its state, so that none says more than it is; only what it is of has words of its own. */
export function presentProof(
  id: string,
  title: string,
  [first, ...others]: NonEmptyList<ProofFact>,
  words: FlowWords,
  context: Pick<PresentationContext, "instant">,
): ProofAsideViewModel {
  const present = (fact: ProofFact) => presentFact(fact, words, context);
  return { contract: contractVersion, id, title, facts: [present(first), ...others.map(present)] };
}

function presentFact(
  fact: ProofFact,
  { proof }: FlowWords,
  { instant }: Pick<PresentationContext, "instant">,
): ProofFactModel {
  const { id, label } = fact;
  switch (fact.state) {
    case "recorded": {
      const { text, detail = null, at = null, action = null } = fact;
      return { id, label, state: "recorded", text, detail, at: at === null ? null : instant(at), action };
    }
    case "available": {
      const { text, detail = null, at, action = null } = fact;
      return { id, label, state: "available", text: text ?? proof.available, detail, at: instant(at), action };
    }
    case "pending": {
      const { detail = null } = fact;
      const at = fact.at === null ? null : instant(fact.at);
      return { id, label, state: "pending", text: proof.pending, detail, at, action: null };
    }
    case "in_progress": {
      const at = fact.at === null ? null : instant(fact.at);
      return { id, label, state: "in_progress", text: proof.in_progress, detail: null, at, action: null };
    }
    case "unavailable":
      return { id, label, state: "unavailable", text: proof.unavailable, detail: fact.detail, action: null };
    case "unknown":
      return { id, label, state: "unknown", text: fact.text ?? proof.unknown, detail: fact.detail, action: null };
  }
}
