import { expect, test } from "vitest";
import { resolveOperationPage } from "../../../../src/restore/resolvers/steps/operation-page.js";
import { resolveResultDetails } from "../../../../src/restore/resolvers/steps/result-details.js";
import type { Operation } from "../../../../src/restore/run/operation.js";
import {
  executed,
  previewed,
  scenario,
  scenarioContext,
  type RestoreScenarioId,
} from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

/** The model as an operator reads it. */
const detailsOf = (...given: Parameters<typeof resolveResultDetails>) => plain(resolveResultDetails(...given));

const details = (id: RestoreScenarioId) => detailsOf(scenario(id).facts, scenarioContext);

test("failures come first, item by item and phase by phase (BY-9)", () => {
  const [followUp, others] = details("needs_review").outcomes.groups;
  expect(followUp?.title).toBe("Needs follow-up, 3 items");
  expect(followUp?.rows.map(({ name }) => name)).toEqual([
    "Compliance, Windows 11",
    "Office macro restrictions",
    "Kiosk lockdown, retail",
  ]);
  expect(followUp?.rows[0]?.phases.map(({ word }) => word)).toEqual(["Failed", "Failed", "Already in desired state"]);
  expect(others?.title).toBe("Written or unchanged, 9 items");
});

test("an item with a part left as it was stands in a group that says so, between the two others", () => {
  const facts = scenario("needs_review").facts;
  const { execution } = facts.run;
  const items = execution?.results?.items ?? [];
  const applied = items.find(({ outcome }) => outcome === "applied");
  if (execution === null || applied === undefined) throw new TypeError("The scenario has no applied item.");
  const skipped = applied.phases.map((phase) =>
    phase.phase === "assignments" ? { ...phase, outcome: "skipped" as const, reason: "Not captured." } : phase,
  );
  const others = items.filter((item) => item !== applied);
  const results = { counts: null, items: [...others, { ...applied, phases: skipped }] };
  const run = { ...facts.run, execution: { ...execution, results } };
  const { groups } = detailsOf({ ...facts, run }, scenarioContext).outcomes;
  expect(groups.map(({ title }) => title)).toEqual([
    "Needs follow-up, 3 items",
    "Partly left as it was, 1 item",
    "Written or unchanged, 8 items",
  ]);
});

test("an older record without item rows is not shown as a run of no items", () => {
  expect(details("needs_review_counts_only").outcomes).toMatchObject({
    groups: [],
    empty: "Item rows were not recorded.",
  });
});

test("evidence that differs is read before evidence as intended", () => {
  const { evidence } = details("completed_with_follow_up");
  expect(evidence.literal).toBe("attention");
  expect(evidence.rows[0]).toMatchObject({ word: "Differs" });
});

test("without evidence the page says that the target's state is not known", () => {
  expect(details("completed_proof_incomplete").evidence).toMatchObject({
    text: "Unavailable",
    detail: expect.stringContaining("not known from here"),
  });
});

test("the page shows what allowed the execution, as it was recorded then (SI-6, SI-13)", () => {
  expect(details("completed_with_evidence").basis).toEqual({
    title: "Basis when queued",
    rows: [
      { id: "preview", label: "Preview", text: "Current when queued, generated 20 Nov 2026, 16:46 UTC" },
      { id: "checks", label: "Checks", text: "Current when queued, 2 warnings, 20 Nov 2026, 16:40 UTC" },
      { id: "confirmed", label: "Confirmed by", text: "Dana Okafor, 20 Nov 2026, 16:58 UTC" },
      { id: "typed", label: "Typed label", text: "Contoso Production" },
    ],
  });
  expect(detailsOf(previewed, scenarioContext).basis).toBeNull();
});

function operation(change: Partial<Operation> = {}): Operation {
  const found = executed("completed", {}).operation;
  if (found === null) throw new TypeError("The scenario has no operation.");
  return { ...found, ...change };
}

test("the operation page tells of follow-up even where its run may not be opened (SI-9)", () => {
  const model = resolveOperationPage(
    { operation: operation(), restoreRun: { id: "rr_2041", href: null, followUp: true } },
    scenarioContext,
  );
  expect(model.followUp.text).toContain("This restore has follow-up.");
  expect(model.followUp.action).toBeNull();
});

test("an operation whose total is not known yet does not invent one", () => {
  const running = operation({ status: "running", outcome: null, finishedAt: null, done: 3, total: null });
  const model = resolveOperationPage(
    { operation: running, restoreRun: { id: "rr_2041", href: "/run", followUp: false } },
    scenarioContext,
  );
  expect(model.progress).toMatchObject({ text: "3 items done, total not known yet", total: null });
  expect(model.moving).toBe(true);
});

test("a part that a type does not have is not shown as a part that was not recorded", () => {
  const facts = scenario("completed_with_evidence").facts;
  const [first, ...others] = facts.run.execution?.results?.items ?? [];
  if (first === undefined || facts.run.execution === null) throw new TypeError("The scenario has no outcomes.");
  const settings = first.phases.filter(({ phase }) => phase === "settings");
  const results = {
    counts: null,
    items: [{ ...first, type: "scope_tag", phases: settings }, { ...first, phases: settings }, ...others],
  };
  const run = { ...facts.run, execution: { ...facts.run.execution, results } };
  const [partly, whole] = detailsOf({ ...facts, run }, scenarioContext).outcomes.groups;
  expect(whole?.rows[0]?.phases.map(({ word }) => word)).toEqual(["Applied", "Does not apply", "Does not apply"]);
  expect(partly?.title).toBe("Partly left as it was, or not recorded, 1 item");
  expect(partly?.rows[0]?.phases.map(({ word }) => word)).toEqual(["Applied", "Not recorded", "Not recorded"]);
});

test("what allowed an execution of which nothing was recorded is said to be unrecorded (SI-13, BY-3)", () => {
  const basis = (facts: typeof previewed) => detailsOf(facts, scenarioContext).basis;
  const unrecorded = executed("completed", { execution: { safetySnapshot: null } });
  expect(basis(unrecorded)?.rows.map(({ id, text }) => [id, text])).toEqual(
    ["preview", "checks", "confirmed", "typed"].map((id) => [id, "Not recorded"]),
  );
  const { execution } = executed("completed", {}).run;
  if (execution?.safetySnapshot == null) throw new TypeError("The scenario has no snapshot.");
  const undated = { ...execution.safetySnapshot, previewCapturedAt: "soon" };
  expect(basis(executed("completed", { execution: { safetySnapshot: undated } }))?.rows[0]?.text).toBe(
    "Current when queued, generated at a time that was not recorded",
  );
});

test("a run that was cancelled before it was queued was allowed nothing", () => {
  const cancelled = executed("cancelled", { execution: { safetySnapshot: null, queuedAt: null } });
  expect(detailsOf(cancelled, scenarioContext).basis).toBeNull();
  const undated = executed("completed", { execution: { queuedAt: null } });
  expect(detailsOf(undated, scenarioContext).basis?.rows[3]?.text).toBe("Contoso Production");
});
