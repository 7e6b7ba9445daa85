import { presentDiagnostics, presentProof, presentQuality } from "checkrail/flow";
import { setApart } from "checkrail/safety";
import {
  format,
  freshnessOfRehearsal,
  longestWait,
  promotionGates,
  type PromotionFacts,
  sentencesOf,
  words,
} from "./promote-migration.js";

/** A promotion in all six views, from its facts alone. */
export function promotion(facts: PromotionFacts) {
  return {
    ...promotionGates(facts),
    proof: proofOf(facts),
    quality: rehearsalOf(facts),
    diagnostics: diagnosticsOf(facts),
  };
}

/** Answers: what can be shown of this promotion, and what can nobody show? */
function proofOf(facts: PromotionFacts) {
  const { migration, review, end } = facts;
  const said = sentencesOf(facts);
  const fresh = freshnessOfRehearsal(facts);
  const rehearsal = { id: "rehearsal", label: "Rehearsal on a copy" };
  const answer = { id: "answer", label: "Answer of the database" };
  return presentProof(
    "promotion-proof",
    "Promotion proof",
    [
      { id: "migration", label: "Migration", state: "recorded", text: setApart(migration.id), detail: null, at: null },
      review?.checksum === migration.checksum
        ? {
            id: "review",
            label: "Review",
            state: "recorded",
            text: setApart(review.by),
            detail: said.reviewed,
            at: null,
          }
        : { id: "review", label: "Review", state: "unavailable", detail: said.unread },
      fresh.state === "current"
        ? { ...rehearsal, state: "available", at: fresh.at, action: null }
        : { ...rehearsal, state: "unavailable", detail: said[fresh.state] },
      answerOf(),
    ],
    words,
    format,
  );

  function answerOf() {
    if (end === null) return { ...answer, state: "unavailable", detail: said.not_started } as const;
    if (end.outcome === "running") return { ...answer, state: "in_progress", at: null } as const;
    if (end.outcome === "lost" || end.at === null) return { ...answer, state: "unknown", detail: said.lost } as const;
    return { ...answer, state: "available", detail: said[end.outcome], at: end.at, action: null } as const;
  }
}

function rehearsalOf(facts: PromotionFacts) {
  const rehearsal = freshnessOfRehearsal(facts).state === "current" ? facts.rehearsal : null;
  return presentQuality(
    "promotion-rehearsal",
    {
      title: "Rehearsal",
      disclaimer:
        "A copy has the data of production and none of its traffic. It does not show how long others would wait.",
      missing: "No rehearsal of this migration on this schema measured it.",
    },
    [
      {
        id: "waited",
        label: "Seconds waited",
        count: rehearsal?.waited ?? null,
        note: "The longest for which one statement kept others waiting on the copy.",
        attention: (rehearsal?.waited ?? 0) > longestWait,
      },
      { id: "allowed", label: "Seconds allowed", count: longestWait, note: "A longer wait blocks.", attention: false },
    ],
    words,
    format,
  );
}

function diagnosticsOf({ migration, schema }: PromotionFacts) {
  return presentDiagnostics(
    "promotion-diagnostics",
    [
      { id: "checksum", label: "Checksum", value: migration.checksum, format: "code" },
      {
        id: "schema",
        label: "Schema of production",
        value: schema ?? words.notRecorded,
        format: schema === null ? "text" : "code",
      },
    ],
    words,
  );
}
