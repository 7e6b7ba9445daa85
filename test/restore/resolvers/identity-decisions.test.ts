import { describe, expect, test } from "vitest";
import { resolveChecksStep } from "../../../src/restore/resolvers/steps/index.js";
import {
  identityChange,
  identityUndo,
  resolveIdentityDecisions,
} from "../../../src/restore/resolvers/identity-decisions.js";
import { resolveCheckList } from "../../../src/restore/resolvers/check-list.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { transition } from "../../../src/restore/run/transition.js";
import { checksOf } from "../../../src/testing/scenarios/facts/evidence.js";
import { scenario, scenarioContext, viewer, withRun } from "../../../src/testing/scenarios/index.js";
import { parseViewModel } from "../../../src/view-models/schemas/index.js";
import { plain } from "../../support/plain.js";

const open = scenario("identity_undecided").facts;
const decided = scenario("identity_decided").facts;
const [undecided] = (open.run.checks?.findings ?? []).filter(({ check }) => check === "identity");
if (undecided === undefined || open.run.checks === null) throw new TypeError("The scenario leaves no identity open.");
const { itemId, itemName } = undecided;
const { checks } = open.run;

const resolver = (facts: RestoreFacts) => {
  const model = resolveIdentityDecisions(facts, scenarioContext);
  if (model?.body.state !== "mapping") throw new TypeError("Nothing is to be decided.");
  return plain(model.body);
};
const withCandidates = (candidates: typeof checks.candidates) => withRun(open, { checks: { ...checks, candidates } });

describe("BY-4 a person decides which policy an item is", () => {
  test("of each whose identity blocks, from what the checks found, and nothing is chosen for them", () => {
    const { rows, pickers, progress } = resolver(open);
    expect(progress.text).toBe("0 of 1 resolved");
    expect(rows).toMatchObject([
      {
        key: itemId,
        source: { external: itemName },
        state: "unresolved",
        word: "Required",
        suggestion: null,
        choose: { kind: "callback", label: "Choose the policy" },
        undo: null,
      },
    ]);
    expect(rows[0]?.reason?.text).toContain(itemName);
    // Two of one name are told apart by what the target says of them.
    expect(pickers[0].entries?.map(({ detail }) => detail)).toEqual([
      "Id 7a1d, last changed 2 Nov 2026, 10:12 UTC",
      "Id 9c40, last changed 19 Nov 2026, 08:30 UTC",
    ]);
    expect(pickers).toMatchObject([
      {
        kind: rows[0]?.kind,
        state: "filled",
        heading: "Which policy of the target is it?",
        entries: [{ id: "match:7a1d" }, { id: "match:9c40" }],
      },
    ]);
  });

  test("or that it is none of them, but not where the target has one of its very name", () => {
    const other = resolver(withCandidates({ [itemId]: [{ id: "7a1d", name: "Another", modifiedAt: null }] }))
      .pickers[0];
    expect(other.entries?.map(({ name }) => name)).toEqual([
      { external: "Another" },
      { text: "None of these: it would be created" },
    ]);
    expect(other.entries?.map(({ detail }) => detail)).toEqual(["Id 7a1d", null]);
    expect(resolver(open).pickers[0].entries).toHaveLength(2);
    expect(resolver(withCandidates({ [itemId]: [] })).pickers[0].entries).toHaveLength(1);
  });

  test("and what they decided stands there, to be decided otherwise or taken back", () => {
    const { rows, progress } = resolver(decided);
    expect(progress.text).toBe("1 of 1 resolved");
    expect(rows).toMatchObject([
      {
        state: "mapped",
        word: "Decided",
        target: { id: "match:9c40", name: { external: itemName } },
        undo: { kind: "callback" },
      },
    ]);
    const creating = withRun(open, { identityDecisions: { [itemId]: { decision: "create" } } });
    expect(resolver(creating).rows[0]?.target?.name).toEqual({ text: "None of these: it would be created" });
  });

  test("a decision that was checked and does not hold is open again, and says why", () => {
    for (const reason of [
      { code: "decision_broken", cause: "policy_gone" },
      { code: "captured_more_than_once" },
    ] as const) {
      const facts = withRun(decided, { checks: checksOf(decided, [{ ...undecided, reason }]) });
      const { rows, progress } = resolver(facts);
      expect(progress.resolved).toBe(0);
      expect(rows[0]).toMatchObject({ state: "unresolved", word: "Required", undo: { kind: "callback" } });
      expect(rows[0]?.reason?.text).not.toBe("");
    }
  });

  test("what was found of an earlier decision says nothing of the one that took its place", () => {
    const broken = { ...undecided, reason: { code: "decision_broken", cause: "policy_gone" } as const };
    const earlier = withRun(decided, { checks: checksOf(decided, [broken]) });
    const later = withRun(earlier, { identityDecisions: { [itemId]: { decision: "match", targetId: "7a1d" } } });
    expect(resolver(later).rows[0]).toMatchObject({ state: "mapped", target: { id: "match:7a1d" } });
  });

  test("a policy whose id reads like our own word is that policy, and never “none of them”", () => {
    const facts = withCandidates({ [itemId]: [{ id: "create", name: "Another", modifiedAt: null }] });
    const [policy, none] = resolver(facts).pickers[0].entries ?? [];
    expect([policy?.name.external, none?.name.text]).toEqual(["Another", "None of these: it would be created"]);
    expect(policy && identityChange(facts, itemId, policy)).toMatchObject({
      decision: { decision: "match", targetId: "create" },
    });
    expect(none && identityChange(facts, itemId, none)).toMatchObject({ decision: { decision: "create" } });
  });

  test("checks of an earlier version did not record what could be meant: that is said, and nothing is offered (BY-3)", () => {
    expect(resolver(withCandidates(undefined)).pickers[0]).toMatchObject({
      state: "empty",
      text: "Which policies could be meant was not recorded. Run the checks again.",
      primaryAction: { kind: "link", href: "#safety_checks/run-checks" },
    });
  });

  test("a member who may not prepare the run decides nothing (SI-11)", () => {
    const { rows, pickers } = resolver({ ...withCandidates(undefined), operator: viewer });
    expect(rows[0]?.choose).toMatchObject({ kind: "blocked" });
    expect(pickers[0]).toMatchObject({ primaryAction: { kind: "blocked" } });
  });

  test("where nothing is to be decided, nothing is shown", () => {
    expect(resolveIdentityDecisions(scenario("checks_no_conflict").facts, scenarioContext)).toBeNull();
    expect(resolveIdentityDecisions(scenario("checks_required").facts, scenarioContext)).toBeNull();
  });

  test("the finding leads to the place where it is decided, and the step shows that place", () => {
    const { body } = resolveCheckList(open, scenarioContext);
    const place = body.state === "checked" ? body.groups[0].findings[0]?.settledAt : null;
    expect(place).toMatchObject({ step: "safety_checks", anchor: "identity", label: "Decide which policy is meant" });
    const { identity } = resolveChecksStep(open, scenarioContext);
    expect(identity?.id).toBe("identity");
    expect(parseViewModel("MappingResolverViewModel", identity).ok).toBe(true);
  });

  test("tells what a decision would undo (BY-2)", () => {
    expect(resolver(open).undoes).toBe("Another decision voids checks.");
  });
});

describe("BY-4 what a choice asks for", () => {
  const circumstances = { ...open, at: "2026-11-20T18:00:00Z", by: open.operator };

  test("is that policy, that it is none, or that the rules decide again, and the run takes each", () => {
    const changes = [
      identityChange(decided, itemId, { id: "match:9c40" }),
      identityChange(decided, itemId, { id: "create" }),
      identityUndo(decided, `undo_identity:${itemId}`),
    ];
    expect(changes).toEqual([
      { event: "identity_decided", itemId, decision: { decision: "match", targetId: "9c40" } },
      { event: "identity_decided", itemId, decision: { decision: "create" } },
      { event: "identity_decided", itemId, decision: null },
    ]);
    for (const change of changes) {
      if (change === null) throw new TypeError("There is no change.");
      expect(transition(decided.run, change, circumstances).ok).toBe(true);
    }
  });

  test("is nothing for a policy that the checks did not find for the item", () => {
    expect(identityChange(decided, itemId, { id: "match:elsewhere" })).toBeNull();
    expect(identityChange(decided, "another", { id: "match:9c40" })).toBeNull();
  });

  test("is nothing where nothing was decided, or for another action", () => {
    expect(identityUndo(open, `undo_identity:${itemId}`)).toBeNull();
    expect(identityUndo(decided, `choose_identity:${itemId}`)).toBeNull();
  });
});
