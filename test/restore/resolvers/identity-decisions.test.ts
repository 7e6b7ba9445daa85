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

  test("also of one whose decision was taken back since the checks looked at it", () => {
    const { basis } = checks;
    if (basis === null) throw new TypeError("The checks have no basis.");
    const looked = { ...basis, fields: { ...basis.fields, identityDecisions: { [itemId]: "create" } } };
    expect(resolver(withRun(open, { checks: { ...checks, basis: looked } })).rows).toMatchObject([
      { key: itemId, state: "unresolved" },
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
      primaryAction: {
        kind: "link",
        id: "open_checks",
        label: "Run checks again",
        href: "#safety_checks/run-checks",
      },
    });
  });

  test("that it is none of them is offered where the checks found that it would hold, and nowhere else", () => {
    const offered = (creatable: readonly string[] | undefined, name = itemName) => {
      const candidates = { [itemId]: [{ id: "7a1d", name, modifiedAt: null }] };
      const facts = withRun(open, { checks: { ...checks, candidates, creatable } });
      return resolver(facts).pickers[0].entries?.map(({ id }) => id);
    };
    expect(offered([itemId])).toEqual(["match:7a1d", "create"]);
    expect(offered(["another"], "Alike")).toEqual(["match:7a1d"]);
    // Earlier checks did not record it.
    expect(offered(undefined)).toEqual(["match:7a1d"]);
    expect(offered(undefined, "Alike")).toEqual(["match:7a1d", "create"]);
  });

  test("where no answer would hold that is said, and the way on leads to the scope", () => {
    const facts = withRun(open, { checks: { ...checks, candidates: { [itemId]: [] }, creatable: [] } });
    expect(resolver(facts).pickers[0]).toMatchObject({
      state: "empty",
      text: "No answer would hold: none of the target’s policies can be this item, and it cannot be created beside what the target has and the restore would create. Take it out of the scope, or run the checks again once the target has changed.",
      primaryAction: {
        kind: "link",
        id: "open_scope",
        label: "Change the scope",
        href: "#define_restore_scope/scope",
      },
    });
    expect(resolver({ ...facts, operator: viewer }).pickers[0]).toMatchObject({
      primaryAction: { kind: "blocked", label: "Change the scope" },
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
    expect(identityChange(withRun(decided, { checks: null }), itemId, { id: "match:9c40" })).toBeNull();
  });

  test("is nothing where nothing was decided, or for another action", () => {
    expect(identityUndo(open, `undo_identity:${itemId}`)).toBeNull();
    expect(identityUndo(decided, `choose_identity:${itemId}`)).toBeNull();
  });
});

describe("BY-4 every item that a person has to decide is asked about, and no other", () => {
  const second = { ...undecided, itemId: "second", itemName: "Firewall" };
  const facts = withRun(open, {
    checks: {
      ...checksOf(open, [undecided, second, { ...second, itemId: "third", severity: "safe" }]),
      candidates: {
        ...checks.candidates,
        second: [
          { id: "f1", name: "", modifiedAt: null },
          { id: "f2", name: "Firewall 2", modifiedAt: null },
        ],
      },
    },
    identityDecisions: { former: { decision: "match", targetId: "gone" } },
  });

  test("in the order of the findings, each with choices of its own, and then what was decided of others", () => {
    const { rows, pickers, progress, unfold } = resolver(facts);
    expect(rows.map(({ key, source }) => [key, source])).toEqual([
      [itemId, { external: itemName }],
      ["second", { external: "Firewall" }],
      ["former", { text: "Name not recorded, id former" }],
    ]);
    expect([progress.text, unfold]).toEqual(["1 of 3 resolved", "3 items"]);
    expect(new Set(pickers.map(({ kind }) => kind)).size).toBe(3);
    expect(rows.map(({ kind }) => kind)).toEqual(pickers.map(({ kind }) => kind));
    expect(pickers[1]?.entries?.map(({ name, detail }) => [name.external ?? name.text, detail])).toEqual([
      ["Name not recorded, id f1", null],
      ["Firewall 2", "Id f2"],
      ["None of these: it would be created", null],
    ]);
    expect(pickers[2]?.state).toBe("empty");
  });

  test("each row says what it is, that it cannot be left out here, and what can be done about it", () => {
    const [asked, , former] = resolver(facts).rows;
    const refused = { state: "refused", reason: "To leave the item out, take it out of the scope." };
    expect(asked).toMatchObject({ usage: "Item of the backup", skip: refused, choose: { kind: "callback" } });
    expect(former).toMatchObject({
      state: "mapped",
      target: { id: "match:gone", name: { text: "Name not recorded, id gone" }, detail: null },
      skip: refused,
      choose: { id: "choose_identity:former", label: "Change" },
      undo: { id: "undo_identity:former", label: "Undo this decision" },
    });
  });

  test("what blocks an item is said, whatever else was found of it", () => {
    const matched = { ...undecided, severity: "safe", reason: { code: "present" } } as const;
    for (const findings of [
      [undecided, matched],
      [matched, undecided],
    ]) {
      const { rows } = resolver(withRun(open, { checks: { ...checks, findings } }));
      expect(rows).toHaveLength(1);
      expect(rows[0]?.reason?.text).toBe(resolver(open).rows[0]?.reason?.text);
    }
  });

  test("a blocking finding of another check asks for no such decision", () => {
    const other = { ...undecided, check: "lockout", itemId: "another" } as const;
    const asked = resolver(withRun(open, { checks: { ...checks, findings: [other, undecided] } }));
    expect(asked.rows.map(({ key }) => key)).toEqual([itemId]);
    expect(
      resolveIdentityDecisions(withRun(open, { checks: { ...checks, findings: [other] } }), scenarioContext),
    ).toBeNull();
  });

  test("a decision that the checks confirmed stands, under the name that they found", () => {
    const confirmed = { ...undecided, severity: "safe", reason: { code: "present" } } as const;
    expect(resolver(withRun(decided, { checks: checksOf(decided, [confirmed]) })).rows[0]).toMatchObject({
      state: "mapped",
      word: "Decided",
      source: { external: itemName },
    });
  });

  test("a decision stands before any checks, and where the checks do not tell what they looked at", () => {
    const { identityDecisions } = decided.run;
    const broken = { ...undecided, reason: { code: "decision_broken", cause: "policy_gone" } as const };
    const looked = checksOf(decided, [broken]);
    const fields = (given: object) => ({
      ...looked,
      basis: looked.basis && { ...looked.basis, fields: given as never },
    });
    for (const recorded of [
      null,
      { ...looked, basis: null },
      fields({}),
      fields({ identityDecisions: null }),
      fields({ identityDecisions: "match:9c40" }),
      fields({ identityDecisions: {} }),
    ]) {
      expect(resolver(withRun(open, { identityDecisions, checks: recorded })).rows[0]?.state).toBe("mapped");
    }
  });

  test("the choices say when the checks found them, or nothing of it where that cannot be read", () => {
    expect(resolver(open).pickers[0]).toMatchObject({
      searchLabel: "Search these policies",
      nothingFound: "None of the policies that the checks found has this in its name.",
      useLabel: "Use this answer",
      note: "Policies that the checks found under its id or a name like its own, 20 Nov 2026, 16:40 UTC.",
      action: null,
    });
    expect(resolver(withRun(open, { checks: { ...checks, capturedAt: "then" } })).pickers[0]).toMatchObject({
      note: "Policies that the checks found under its id or a name like its own.",
    });
  });
});
