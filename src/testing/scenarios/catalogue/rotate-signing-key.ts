import type { PageViews } from "../../../flow/index.js";
import { basisOf } from "../../../safety/index.js";
import type { WorkflowScenario } from "../scenario.js";
import { rotation, type RotationFacts, trialBasis } from "../rotate-signing-key.js";

/** One named state of a rotation of a signing key: what is true, and every view of it. */
export interface RotationScenario extends WorkflowScenario {
  readonly facts: RotationFacts;
  readonly views: PageViews;
}

const draft: RotationFacts = {
  oldKey: "tokens-2026-05",
  verifiers: [
    "billing",
    "checkout",
    "identity",
    "ledger",
    "mobile gateway",
    "partner portal",
    "reports",
    "search",
    "support",
  ],
  newKey: null,
  trial: null,
  end: null,
};

const made: RotationFacts = {
  ...draft,
  newKey: { id: "tokens-2026-11", madeBy: "Ines Albrecht", at: "2026-11-20T09:12:00Z" },
};

const tried = (facts: RotationFacts, refusedBy: readonly string[]): RotationFacts => ({
  ...facts,
  trial: { basis: basisOf(trialBasis(facts)), at: "2026-11-20T09:40:00Z", refusedBy },
});

const accepted = tried(made, []);
const ended = (at: string | null, reportedBy: readonly string[]): RotationFacts => ({
  ...accepted,
  end: { by: "Ines Albrecht", at, reportedBy },
});

function state<Id extends string>(id: Id, title: string, facts: RotationFacts) {
  return { id, title, rules: ["PF-1"], facts, views: rotation("rotation", facts) } as const satisfies RotationScenario;
}

/** A rotation of a signing key from its draft to its end, in the order in which an operator meets it. */
export const rotationScenarios = [
  state("rotation_draft", "Another workflow rotates a signing key, and there is no new key yet", draft),
  state("rotation_blocked", "Two verifiers refuse the new key", tried(made, ["mobile gateway", "partner portal"])),
  state("rotation_void", "Another key was made after the verifiers tried one", {
    ...accepted,
    newKey: { id: "tokens-2026-11b", madeBy: "Ines Albrecht", at: "2026-11-20T10:05:00Z" },
  }),
  state("rotation_armed", "Every verifier accepted the new key", accepted),
  state("rotation_running", "The old key was told to stop, and the signer has not said that it did", ended(null, [])),
  state(
    "rotation_done",
    "The old key stopped signing, and two verifiers have not reported the new one",
    ended(
      "2026-11-20T10:31:00Z",
      (draft.verifiers ?? []).filter((name) => name !== "ledger" && name !== "support"),
    ),
  ),
] as const satisfies readonly RotationScenario[];
