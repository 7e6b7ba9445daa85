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

/** What is known of a migration on its way to production. Null is what nobody recorded, read or measured. */
export interface PromotionFacts {
  readonly migration: { readonly id: string; readonly checksum: string };
  /** Fingerprint of production's schema. */
  readonly schema: string | null;
  /** Who else read it, and the checksum of what they read. */
  readonly review: { readonly by: string; readonly checksum: string } | null;
  /** What ran on a copy of production, and for how many seconds one statement kept others waiting at most. */
  readonly rehearsal: (EvidenceMarkers & { readonly waited: number | null; readonly wentBack: boolean | null }) | null;
  readonly end: { readonly outcome: "running" | "applied" | "rolled_back" | "lost"; readonly at: string | null } | null;
}

type GateId = "review" | "rehearsal" | "way_back" | "production";
type Reason = { readonly code: keyof ReturnType<typeof sentencesOf> };

export const format = formatting({ locale: "en-GB", timeZone: "UTC" });
export const words = englishFlowWords(format);
const seconds = (count: number) => format.counted(count, { one: "second", other: "seconds" });
const places = { review: "Ask for a review", rehearsal: "Rehearse on a copy", way_back: "See the way back" };
export const longestWait = 2;
const met = (code: Reason["code"]) => completeFinding<Reason>({ code });
const open = (verdict: OpenVerdict, code: Reason["code"], anchor?: keyof typeof places) =>
  openFinding<Reason>(verdict, { code }, anchor === undefined ? null : { step: "promotion", anchor });

/** What a rehearsal answers for. */
export function rehearsalBasis({ migration, schema }: Pick<PromotionFacts, "migration" | "schema">) {
  return { migration: migration.checksum, schema };
}

/** Whether the rehearsal answers for what would run now, on what is there now. */
export function freshnessOfRehearsal(facts: PromotionFacts) {
  return freshnessOf(facts.rehearsal, rehearsalBasis(facts));
}

const definitions: readonly GateDefinition<PromotionFacts, GateId, Reason>[] = [
  {
    id: "review",
    requires: [],
    evaluate: ({ migration, review }) =>
      review?.checksum === migration.checksum ? met("reviewed") : open("pending", "unread", "review"),
  },
  {
    id: "rehearsal",
    requires: ["review"],
    evaluate: (facts) => findingOnEvidence(freshnessOfRehearsal(facts), () => waitingOf(facts), notRehearsed),
  },
  {
    id: "way_back",
    requires: ["rehearsal"],
    evaluate: ({ rehearsal }) => {
      if (rehearsal?.wentBack == null) return open("unknown", "way_back_not_tried", "rehearsal");
      return rehearsal.wentBack ? met("went_back") : open("blocked", "no_way_back", "way_back");
    },
  },
  {
    id: "production",
    requires: ["way_back"],
    evaluate: ({ end }) => {
      if (end === null) return open("pending", "not_started");
      const { verdict } = ends[end.outcome];
      return verdict === "complete" ? met("applied") : open(verdict, end.outcome);
    },
  },
];

const notRehearsed = (state: "not_run" | "invalidated" | "stale") => open("pending", state, "rehearsal");

function waitingOf({ schema, rehearsal }: PromotionFacts) {
  // Evidence of a schema that nobody could read then and nobody can read now is equal, and says nothing.
  if (schema === null) return open("unknown", "schema_not_read");
  if (rehearsal?.waited == null) return open("unknown", "not_measured", "rehearsal");
  return rehearsal.waited > longestWait ? open("blocked", "waits_too_long", "rehearsal") : met("rehearsed");
}

const ends = {
  running: { verdict: "running", literal: "running", status: "Promotion is running" },
  applied: { verdict: "complete", literal: "recorded", status: "The migration was applied" },
  rolled_back: { verdict: "blocked", literal: "attention", status: "The migration was rolled back" },
  lost: { verdict: "unknown", literal: "unknown", status: "It is not known what production has" },
} as const;

/** Every sentence of a promotion. */
export function sentencesOf({ migration, review, rehearsal }: PromotionFacts) {
  return {
    unread: "Nobody else has read it as it would run.",
    reviewed: `Read as it would run by ${setApart(review?.by ?? "")}.`,
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
    not_started: `Nobody asked to promote ${setApart(migration.id)}.`,
    running: "The database has not said how it ended.",
    applied: "The database says that it was applied.",
    rolled_back: "The database says that it was rolled back. Nothing of it is there.",
    lost: "The connection was lost. It may be there, or half of it.",
  };
}

/** The gates of a promotion in every view, from its facts alone. */
export function promotionGates(facts: PromotionFacts) {
  const { migration, end } = facts;
  const said = sentencesOf(facts);
  const outcome = end?.outcome ?? "running";
  const copy: WorkflowCopy<GateId, Reason> = {
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
    change: (change) =>
      presentChange(change, { migration: "Migration", schema: "Schema of production" }, words, format),
  };
  const context = { ...format, href: ({ anchor }: { readonly anchor: string }) => `#${anchor}` };
  const execution = { gate: "production", started: end !== null } as const;
  return presentWorkflow("promotion", evaluateGates(definitions, facts), execution, { copy, words, context });
}
