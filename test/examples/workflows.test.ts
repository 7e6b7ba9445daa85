import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { offboarding } from "../../examples/workflows/offboard-users.js";
import { offboardingFacts, offboardingViews } from "../../examples/workflows/offboard-users-states.js";
import { promotion } from "../../examples/workflows/promote-migration.js";
import { promotionFacts, promotionViews } from "../../examples/workflows/promote-migration-states.js";
import { claimFinder, englishGrammar, findFalseClaimsInModel, type ForbiddenClaim } from "../../src/safety/index.js";
import { parseViewModel, type RootModels } from "../../src/view-models/schemas/index.js";
import { disagreements } from "../contract/agreement.js";
import { plain } from "../support/plain.js";

const offboardingIds = Object.keys(offboardingFacts) as (keyof typeof offboardingFacts)[];
const promotionIds = Object.keys(promotionFacts) as (keyof typeof promotionFacts)[];
const states = [
  ...offboardingIds.map((id) => [id, offboardingViews(id)] as const),
  ...promotionIds.map((id) => [id, promotionViews(id)] as const),
];

describe("PF-1 a workflow that a host writes gets every view from its own evaluators and copy", () => {
  test.each(states)("in %s, six models pass the contract and agree (PF-16)", (_, views) => {
    const { flow, decision, compact, proof, quality, diagnostics, execution } = views;
    const models: Partial<RootModels> = {
      ProcessFlowViewModel: flow,
      DecisionCardViewModel: decision,
      CompactSafetyStatusViewModel: compact,
      ProofAsideViewModel: proof,
      BackupQualitySummaryViewModel: quality,
      CollapsedDiagnosticsViewModel: diagnostics,
    };
    const parsed = Object.entries(models).map(([name, model]) => parseViewModel(name as keyof RootModels, model));
    expect(parsed.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([]);
    expect(disagreements({ flow, decision, compact, execution })).toEqual([]);
  });

  test("each can start in one state, and never a second time", () => {
    const answers = states.map(([id, { execution }]) => [id, execution.state]);
    expect(answers.filter(([, state]) => state !== "unavailable")).toEqual([
      ["offboarding_armed", "available"],
      ["offboarding_running", "started"],
      ["offboarding_unanswered", "started"],
      ["promotion_armed", "available"],
      ["promotion_lost", "started"],
    ]);
  });

  test.each(["offboard-users.ts", "promote-migration.ts"])(
    "facts, evaluators and copy of all six in %s take fewer than 150 lines",
    (file) => {
      const source = readFileSync(new URL(`../../examples/workflows/${file}`, import.meta.url), "utf8");
      expect(source.trimEnd().split("\n").length).toBeLessThan(150);
    },
  );
});

describe("BY-1 an operator reads what voided a rehearsal", () => {
  test("people who were added to the list, and how many there are now", () => {
    expect(plain(offboardingViews("offboarding_void").flow.gates[2])).toMatchObject({
      freshness: {
        state: "invalidated",
        causes: [
          { label: "List", before: "leavers-2026-11b", after: "leavers-2026-11c" },
          { label: "Accounts on it", before: "500", after: "503" },
        ],
      },
    });
  });

  test("production that changed since the copy was made", () => {
    expect(plain(promotionViews("promotion_void").flow.gates[1])).toMatchObject({
      freshness: { causes: [{ label: "Schema of production", before: "9d40e2c7", after: "b7718f05" }] },
    });
  });
});

describe("BY-3 what nobody asked or measured keeps an operator from starting", () => {
  const { offboarding_armed: leavers } = offboardingFacts;
  const { promotion_armed: migration } = promotionFacts;
  const { rehearsal } = migration;

  test.each<[what: string, views: { readonly execution: { readonly state: string } }]>([
    ["the directory was not asked for administrators", offboarding({ ...leavers, lastAdministrators: null })],
    ["the list is empty", offboarding({ ...leavers, list: { id: "leavers-2026-11b", people: 0, unmatched: [] } })],
    [
      "nobody measured how long others wait",
      promotion({ ...migration, rehearsal: rehearsal && { ...rehearsal, waited: null } }),
    ],
    ["nobody tried the way back", promotion({ ...migration, rehearsal: rehearsal && { ...rehearsal, undone: null } })],
    ["production's schema could not be read", promotion({ ...migration, schema: null })],
  ])("where %s", (_, { execution }) => {
    expect(execution.state).toBe("unavailable");
  });

  test("accounts that did not answer are counted, and are not called closed", () => {
    const { decision, flow } = offboardingViews("offboarding_unanswered");
    expect(decision).toMatchObject({
      status: { literal: "attention" },
      reason: "6 accounts did not answer, and may be open.",
    });
    expect(flow.gates.at(-1)).toMatchObject({ verdict: "unknown" });
  });

  test("a promotion whose connection was lost is neither applied nor rolled back", () => {
    const { decision, proof } = promotionViews("promotion_lost");
    expect(decision.status).toMatchObject({ literal: "unknown", text: "It is not known what production has" });
    expect(proof.facts.at(-1)).toMatchObject({ state: "unknown" });
  });
});

describe("SI-10 no state of either workflow claims what its facts do not carry", () => {
  const claim = (id: string, ...words: ForbiddenClaim["words"]): ForbiddenClaim => ({
    id,
    kind: "quality",
    order: "any",
    gap: 4,
    words,
  });
  const forbidden = [
    claim("calm", ["safe", "safely", "ready", "fine", "ok", "successful", "successfully"]),
    claim("everyone_is_out", ["all", "every", "everyone"], ["closed", "offboarded", "locked out"]),
    claim("migration_worked", ["migration", "promotion"], ["worked", "succeeded", "complete", "completed"]),
  ];
  const policy = {
    scope: "examples",
    languages: [{ grammar: englishGrammar, forbidden }],
    list: "closed" as const,
    allowed: [],
  };

  test.each(states)("%s", (_, views) => {
    expect(findFalseClaimsInModel(views, policy)).toEqual([]);
  });

  test("the policy finds such a claim where there is one", () => {
    expect(claimFinder(policy)("The migration succeeded.")).not.toEqual([]);
  });
});
