import {
  type AvailableAction,
  contractVersion,
  type NonEmptyList,
  type ProofAsideViewModel,
  type ProofFactModel,
} from "../view-models/index.js";
import type { PresentationContext } from "./copy.js";
import type { FlowWords } from "./words/words.js";

interface FactBase {
  /** Stable id of the fact. */
  readonly id: string;
  /** Name of the fact, in words. */
  readonly label: string;
}

/** One fact of a workflow, or proof in the state in which it is known (PF-7). Moments are RFC 3339. */
export type ProofFact =
  | (FactBase & {
      readonly state: "recorded";
      /** What is recorded, in words. */
      readonly text: string;
      readonly detail: string | null;
      /** When it was recorded; null where that does not apply. */
      readonly at: string | null;
    })
  | (FactBase & {
      readonly state: "available";
      readonly at: string;
      /** Where the proof can be inspected; null where the operator may not. */
      readonly action: AvailableAction | null;
    })
  | (FactBase & { readonly state: "in_progress"; readonly at: string | null })
  | (FactBase & {
      readonly state: "unavailable" | "unknown";
      /** Why there is none, in words. */
      readonly detail: string;
    });

/** Facts and proof as the model of `ProofAside`. The word of a proof follows from its state, so that none says more than it is. */
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
      const { text, detail, at } = fact;
      return { id, label, state: "recorded", text, detail, at: at === null ? null : instant(at), action: null };
    }
    case "available": {
      const { at, action } = fact;
      return { id, label, state: "available", text: proof.available, detail: null, at: instant(at), action };
    }
    case "in_progress": {
      const at = fact.at === null ? null : instant(fact.at);
      return { id, label, state: "in_progress", text: proof.in_progress, detail: null, at, action: null };
    }
    case "unavailable":
    case "unknown":
      return { id, label, state: fact.state, text: proof[fact.state], detail: fact.detail, action: null };
  }
}
