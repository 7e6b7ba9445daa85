import * as flow from "checkrail/flow";
import * as safety from "checkrail/safety";
import type { EvidenceMarkers as Markers } from "checkrail/safety";

/** What is known of a migration on its way to production, whose `schema` is a fingerprint. Null is what nobody knows. */
export interface PromotionFacts {
  readonly migration: { readonly id: string; readonly checksum: string };
  readonly schema: string | null;
  /** Who else read it, and the checksum of what they read. */
  readonly review: { readonly by: string; readonly checksum: string } | null;
  /** What ran on a copy of production, and for how many seconds one statement kept others waiting at most. */
  readonly rehearsal: (Markers & { readonly waited: number | null; readonly undone: boolean | null }) | null;
  readonly end: { readonly outcome: "running" | "applied" | "rolled_back" | "lost"; readonly at: string | null } | null;
}

type Code = keyof ReturnType<typeof sentencesOf>;
const format = flow.formatting({ locale: "en-GB", timeZone: "UTC" });
const words = flow.englishFlowWords(format);
const seconds = (count: number) => format.counted(count, { one: "second", other: "seconds" });
const longestWait = 2;
const places = { review: "Ask for a review", rehearsal: "Rehearse on a copy", way_back: "See the way back" };
const basisLabels = { migration: "Migration", schema: "Schema of production" };
const found = safety.gateWriter<PromotionFacts, Code, keyof typeof places>("promotion");

/** What a rehearsal answers for. */
export function rehearsalBasis({ migration, schema }: Pick<PromotionFacts, "migration" | "schema">) {
  return { migration: migration.checksum, schema };
}
const freshnessOf = (facts: PromotionFacts) => safety.freshnessOf(facts.rehearsal, rehearsalBasis(facts));

const gates = found.gates({
  review: found.gate([], ({ migration, review }) =>
    review?.checksum === migration.checksum ? found.complete("reviewed") : found.pending("unread", "review"),
  ),
  rehearsal: found.gate(["review"], (facts) => {
    const waited = facts.rehearsal?.waited ?? null;
    const measured = () => {
      // Evidence of a schema that nobody could read then and nobody can read now is equal, and says nothing.
      if (facts.schema === null) return found.unknown("schema_not_read");
      if (waited === null) return found.unknown("not_measured", "rehearsal");
      return waited > longestWait ? found.blocked("waits_too_long", "rehearsal") : found.complete("rehearsed");
    };
    return safety.findingOnEvidence(freshnessOf(facts), measured, (state) => found.pending(state, "rehearsal"));
  }),
  way_back: found.gate(["rehearsal"], ({ rehearsal }) => {
    if (rehearsal?.undone == null) return found.unknown("way_back_not_tried", "rehearsal");
    return rehearsal.undone ? found.complete("went_back") : found.blocked("no_way_back", "way_back");
  }),
  production: found.gate(["way_back"], ({ end }) =>
    end === null ? found.pending("not_started") : found[ends[end.outcome].verdict](end.outcome),
  ),
});

const ends = {
  running: { verdict: "running", literal: "running", status: "Promotion is running" },
  applied: { verdict: "complete", literal: "recorded", status: "The migration was applied" },
  rolled_back: { verdict: "blocked", literal: "attention", status: "The migration was rolled back" },
  lost: { verdict: "unknown", literal: "unknown", status: "It is not known what production has" },
} as const;

function sentencesOf({ migration, review, rehearsal }: PromotionFacts) {
  return {
    unread: "Nobody else has read it as it would run.",
    reviewed: `Read as it would run by ${safety.setApart(review?.by ?? "")}.`,
    schema_not_read: "The schema of production could not be read.",
    not_run: "It never ran on a copy of production.",
    invalidated: "What ran on the copy is not what would run now.",
    stale: "The record of the rehearsal does not say what ran.",
    rehearsed: `On a copy of production it kept others waiting for ${seconds(rehearsal?.waited ?? 0)} at most.`,
    not_measured: "Nobody measured how long it keeps others waiting.",
    waits_too_long: `On the copy it kept others waiting for ${seconds(rehearsal?.waited ?? 0)}; ${seconds(longestWait)} are allowed.`,
    way_back_not_tried: "Nobody tried the way back.",
    no_way_back: "On the copy, the way back did not lead to the schema before.",
    went_back: "On the copy, the way back led to the schema before.",
    not_started: `Nobody asked to promote ${safety.setApart(migration.id)}.`,
    running: "The database has not said how it ended.",
    applied: "The database says that it was applied.",
    rolled_back: "The database says that it was rolled back. Nothing of it is there.",
    lost: "The connection was lost. It may be there, or half of it.",
  };
}

function answerOf(end: PromotionFacts["end"], said: ReturnType<typeof sentencesOf>): flow.ProofState {
  if (end === null) return { state: "unavailable", detail: said.not_started };
  if (end.outcome === "running") return { state: "in_progress", at: null };
  if (end.outcome === "lost" || end.at === null) return { state: "unknown", detail: said.lost };
  return { state: "available", detail: said[end.outcome], at: end.at };
}

/** A promotion in all six views, from its facts alone. */
export function promotion(facts: PromotionFacts) {
  const { migration, schema, review, end } = facts;
  const said = sentencesOf(facts);
  const outcome = end?.outcome ?? "running";
  const fresh = freshnessOf(facts);
  const waited = fresh.state === "current" ? facts.rehearsal?.waited : null;
  const tooLong = (waited ?? 0) > longestWait;
  return flow.presentPage("promotion", safety.evaluateGates(gates, facts), {
    words,
    context: { ...format, href: ({ anchor }) => `#${anchor}` },
    execution: { gate: "production", started: end !== null },
    copy: {
      flowTitle: "Promotion gates",
      decisionName: "Promotion",
      compactName: "Promotion status",
      gateTitle: { review: "Review", rehearsal: "Rehearsal", way_back: "Way back", production: "Production" },
      reason: ({ code }) => said[code],
      placeLabel: ({ anchor }) => places[anchor as keyof typeof places],
      openDecision: () => ({ status: "Promotion cannot start", impact: said.not_started }),
      readyDecision: {
        status: "Promotion can start",
        reason: said.rehearsed,
        impact: "A copy has no traffic. What waits longer in production is stopped and rolled back.",
        action: { kind: "callback", id: "promote", label: `Promote ${migration.id}` },
      },
      startedDecision: {
        ...ends[outcome],
        reason: said[outcome],
        impact: outcome === "applied" ? "Code that needs it may be deployed." : "Deploy no code that needs it.",
        action: { kind: "link", id: "log", label: "Open the log of the database", href: "#log" },
      },
      stuckAction: "Continue the promotion",
      change: (change) => flow.presentChange(change, basisLabels, words, format),
    },
    proof: {
      title: "Promotion proof",
      facts: [
        review?.checksum === migration.checksum
          ? { id: "review", label: "Review", state: "recorded", text: said.reviewed }
          : { id: "review", label: "Review", state: "unavailable", detail: said.unread },
        { id: "rehearsal", label: "Rehearsal on a copy", ...flow.proofOnEvidence(fresh, said) },
        { id: "answer", label: "Answer of the database", ...answerOf(end, said) },
      ],
    },
    quality: {
      title: "Rehearsal",
      disclaimer: "A copy has none of production's traffic. It does not show how long others would wait.",
      missing: "No rehearsal of this migration on this schema measured it.",
      counts: [
        { id: "waited", label: "Seconds waited", count: waited, note: "At most, on the copy.", attention: tooLong },
        { id: "allowed", label: "Seconds allowed", count: longestWait, note: "A longer wait blocks." },
      ],
    },
    diagnostics: [
      { id: "checksum", label: "Checksum", value: migration.checksum, format: "code" },
      { id: "schema", label: "Schema of production", value: schema, format: "code" },
    ],
  });
}
