import { describe, expect, test } from "vitest";
import { resolveCheckList } from "../../../src/restore/resolvers/check-list.js";
import { resolveMappingResolver } from "../../../src/restore/resolvers/mapping-resolver.js";
import { findingReference } from "../../../src/restore/run/decisions.js";
import type { CheckFinding } from "../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { setApart } from "../../../src/safety/index.js";
import type { TargetDirectory } from "../../../src/restore/run/target.js";
import { checksOf } from "../../../src/testing/scenarios/facts/evidence.js";
import {
  armed,
  executed,
  restoreScenarios,
  mappingRequired,
  scenarioContext,
  viewer,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { parseViewModel } from "../../../src/view-models/schemas/index.js";
import { contexts } from "../../contract/languages.js";

const directory = (groups: TargetDirectory["groups"]): TargetDirectory => ({
  version: "sha256:directory-1",
  readAt: "2026-11-20T15:00:00Z",
  groups,
  assignmentFilters: [],
  scopeTags: [],
  limits: [],
});
const found = (index: number, change: Partial<CheckFinding> = {}): CheckFinding => ({
  check: "enforcement",
  severity: "not_evaluated",
  itemId: `settings_catalog/${index}`,
  itemName: `Policy ${index}`,
  reason: { code: "enforcement_in_target_not_told" },
  ...change,
});
const present = (index: number) =>
  found(index, { check: "missing_in_target", severity: "safe", reason: { code: "present" } });
const withFindings = (findings: readonly CheckFinding[]) => withRun(armed, { checks: checksOf(armed, findings) });

function checked(facts: RestoreFacts) {
  const model = resolveCheckList(facts, scenarioContext);
  expect(parseViewModel("CheckListViewModel", model)).toMatchObject({ ok: true });
  if (model.body.state !== "checked") throw new Error("The checks did not run.");
  return model.body;
}
function groupOf(facts: RestoreFacts, id: CheckFinding["severity"]) {
  const group = checked(facts).groups.find((one) => one.id === id);
  if (group === undefined) throw new Error(`There is no group ${id}.`);
  return group;
}
function resolver(facts: RestoreFacts, held: TargetDirectory | null) {
  const model = resolveMappingResolver(facts, held, scenarioContext);
  expect(parseViewModel("MappingResolverViewModel", model)).toMatchObject({ ok: true });
  if (model.body.state !== "mapping") throw new Error("There is nothing to map.");
  return { title: model.title, ...model.body };
}

describe("both models in every scenario and language", () => {
  const all = Object.values(contexts).flatMap((context) =>
    restoreScenarios.map(({ id, facts }) => ({ id, facts, context })),
  );
  test.each(all)("$id is accepted", ({ facts, context }) => {
    for (const held of [null, directory([]), directory([{ id: "g", name: "" }])]) {
      const parsed = [
        parseViewModel("CheckListViewModel", resolveCheckList(facts, context)),
        parseViewModel("MappingResolverViewModel", resolveMappingResolver(facts, held, context)),
      ];
      expect(parsed.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([]);
    }
  });
});

describe("RW-7 severity", () => {
  test("checks that never ran are not an empty list", () => {
    expect(resolveCheckList(withRun(armed, { checks: null }), scenarioContext).body.state).toBe("not_run");
  });
  test("10,000 findings that say the same are one row with some of its items and the number of the rest", () => {
    const group = groupOf(withFindings(Array.from({ length: 10_000 }, (_, index) => present(index))), "safe");
    // The other row is what the checks say of the items of the scope.
    const [row, ...others] = group.findings;
    expect(others).toHaveLength(1);
    expect(row?.affected?.items).toHaveLength(50);
    expect(row?.affected?.more?.count).toBe(9950);
  });
  test("10,000 findings that can each be accepted are bounded, and the rest is counted", () => {
    const group = groupOf(withFindings(Array.from({ length: 10_000 }, (_, index) => found(index))), "not_evaluated");
    expect(group.findings).toHaveLength(200);
    expect(group.more?.count).toBe(9800);
  });
  test("a count that the findings contradict is unavailable, never a number", () => {
    const { checks } = withFindings([present(1)]).run;
    if (checks === null) throw new Error("The checks did not run.");
    const facts = withRun(armed, { checks: { ...checks, summary: { ...checks.summary, safe: 0 } } });
    expect(groupOf(facts, "safe").count.state).toBe("unavailable");
  });
  test("a severity of which nothing was found is not said to have been accepted (RW-20)", () => {
    const notes = checked(withFindings([])).groups.flatMap(({ id, count, note, accepted }) =>
      count.text === "0" ? [[id, note, accepted]] : [],
    );
    expect(notes).toEqual([
      ["blocking", "Each must be settled before a preview.", null],
      ["not_evaluated", "Not known, so never counted as free of conflict.", null],
      ["warning", "Worth a look. Warnings do not block.", null],
    ]);
  });
  test("where the target limits what can be read or written, that is said of what was found there alone (RW-19)", () => {
    const limited = found(1, { check: "target_limits", severity: "warning" });
    const newer = found(2, { check: "newer_than_backup", severity: "warning" });
    const partial = "Inventory/restore may be partial: the target’s set-up limits what can be read or written.";
    for (const findings of [
      [limited, newer],
      [newer, limited],
    ]) {
      expect(
        checked(withFindings(findings)).groups.flatMap(({ id, note }) => (note.includes(partial) ? [id] : [])),
      ).toEqual(["warning"]);
    }
    expect(groupOf(withFindings([limited]), "warning").note).toBe(`Worth a look. Warnings do not block. ${partial}`);
  });
  test("fifty items of a row and two hundred rows are all there is to show, and one more is counted", () => {
    const same = (length: number) =>
      Array.from({ length }, (_, index) => found(index, { check: "lockout", severity: "warning" }));
    const each = (length: number) => Array.from({ length }, (_, index) => found(index));
    expect(groupOf(withFindings(same(50)), "warning").findings[0]?.affected?.more).toBeNull();
    expect(groupOf(withFindings(same(51)), "warning").findings[0]?.affected?.more).toEqual({
      count: 1,
      text: "1 more item",
    });
    expect(groupOf(withFindings(each(200)), "not_evaluated").more).toBeNull();
    expect(groupOf(withFindings(each(201)), "not_evaluated").more).toEqual({ count: 1, text: "1 more finding" });
  });
  test("a finding of a severity that nobody knows stands among those that block", () => {
    const facts = withFindings([found(1, { severity: "grave" as never })]);
    expect(groupOf(facts, "blocking").findings).toHaveLength(1);
  });
  test("more than is listed is counted as more, and nothing that was found safe is unfolded where nothing was", () => {
    const { checks } = withFindings([found(1, { severity: "warning" })]).run;
    if (checks === null) throw new Error("The checks did not run.");
    const facts = withRun(armed, { checks: { ...checks, summary: { ...checks.summary, warning: 5 } } });
    expect(groupOf(facts, "warning").more).toEqual({ count: 4, text: "4 more findings" });
    const none = withRun(armed, { checks: { ...checks, findings: [], summary: { ...checks.summary, safe: 0 } } });
    expect(groupOf(none, "safe").unfold).toBeNull();
  });
  test("a finished run whose checks are no longer on record is not said to have found nothing (BY-3)", () => {
    const { body } = resolveCheckList(withRun(executed("completed", {}), { checks: null }), scenarioContext);
    expect(body.state).toBe("not_run");
  });
  test("void findings never read calm", () => {
    const { groups, freshness } = checked(withRun(withFindings([present(1)]), { restoreMode: "update_only" }));
    expect(freshness.state).toBe("invalidated");
    expect(new Set(groups.map(({ status }) => status))).toEqual(new Set(["invalidated"]));
  });
});

describe("RW-20 acceptance", () => {
  const record = {
    ...findingReference(found(1)),
    reason: "Agreed.",
    acceptedBy: { id: "dana", name: "Dana" },
    acceptedAt: "2026-11-20T16:41:00Z",
  };
  const stateOf = (acceptances: readonly (typeof record)[]) =>
    groupOf(withRun(withFindings([found(1)]), { acceptances }), "not_evaluated").findings[0]?.acceptance;
  test("it is open until somebody accepts exactly this finding, and then says who and why", () => {
    expect(stateOf([])?.state).toBe("open");
    expect(stateOf([record])).toMatchObject({
      state: "given",
      by: { external: "Dana" },
      reason: { external: "Agreed." },
      text: `Accepted by ${setApart("Dana")} on 20 Nov 2026, 16:41 UTC`,
    });
  });
  test("an acceptance of what an earlier check found has lapsed", () => {
    expect(stateOf([{ ...record, finding: "sha256:earlier" }])).toMatchObject({
      state: "lapsed",
      text: `An earlier finding was accepted by ${setApart("Dana")} on 20 Nov 2026, 16:41 UTC; this one was not`,
      action: { kind: "callback", label: "Accept this finding" },
      reasonLabel: "Why this is acceptable",
    });
    expect(stateOf([{ ...record, itemId: "another" }])?.state).toBe("open");
    expect(stateOf([{ ...record, check: "lockout" }])?.state).toBe("open");
  });
  test("an acceptance of which nobody can say when it was given counts as none", () => {
    expect(stateOf([{ ...record, acceptedAt: "then" }])?.state).toBe("open");
    expect(stateOf([{ ...record, acceptedAt: "then", finding: "sha256:earlier" }])?.state).toBe("open");
  });
  test("a name that was not recorded is said in words of ours, which are not set apart (BY-3)", () => {
    const told = stateOf([{ ...record, acceptedBy: { id: "dana", name: "" } }]);
    expect(told).toMatchObject({ state: "given", by: { text: expect.any(String) } });
    if (told?.state !== "given") throw new TypeError("It was accepted.");
    expect(told.text).toBe(`Accepted by ${told.by.text ?? ""} on 20 Nov 2026, 16:41 UTC`);
  });
  test("what void checks found cannot be accepted", () => {
    const facts = withRun(withFindings([found(1)]), { restoreMode: "update_only" });
    expect(groupOf(facts, "not_evaluated").findings[0]?.acceptance).toMatchObject({
      action: {
        kind: "blocked",
        reason: "Only what current checks found can be accepted. Run the checks again.",
        clearedBy: { anchor: "run-checks" },
      },
    });
  });
});

describe("BY-15 where a finding is settled", () => {
  const placeOf = (finding: CheckFinding, change: Partial<RestoreFacts> = {}) =>
    groupOf({ ...withFindings([finding]), ...change }, "blocking").findings[0]?.settledAt?.anchor ?? null;
  const dropped = found(1, {
    check: "widening",
    severity: "blocking",
    reason: { code: "exclusions_left_out", references: [], more: 0 },
  });
  test("is the mapping, where an exclusion was left out there, and the scope, where the backup is what widens", () => {
    expect(placeOf(dropped)).toBe("mappings");
    expect(placeOf({ ...dropped, reason: { code: "exclusions_dropped", groups: ["X"], more: 0 } })).toBe("scope");
  });
  test("is nowhere for who may not change the run (SI-11)", () => {
    expect(placeOf(dropped, { operator: viewer })).toBeNull();
  });
});

describe("SI-6 what was accepted of a run that was executed", () => {
  const finding = found(1);
  const { checks } = withFindings([finding]).run;
  const acceptance = (accepted: boolean, snapshot: boolean) => {
    const by = { id: "dana", name: "Dana" };
    const record = {
      ...findingReference(finding),
      reason: "Agreed.",
      acceptedBy: by,
      acceptedAt: "2026-11-20T16:41:00Z",
    };
    const ran = executed("completed", snapshot ? {} : { execution: { safetySnapshot: null } });
    return groupOf(withRun(ran, { checks, acceptances: accepted ? [record] : [] }), "not_evaluated").findings[0]
      ?.acceptance;
  };
  test("stays as it was given, and can no longer be taken back", () => {
    expect(acceptance(true, true)).toMatchObject({ state: "given", withdraw: null });
  });
  test("is asked of nobody any more, whatever its checks are worth now", () => {
    for (const snapshot of [true, false]) {
      expect(acceptance(false, snapshot)).toMatchObject({
        state: "open",
        action: { kind: "blocked", clearedBy: { anchor: "result" } },
      });
    }
  });
});

describe("PF-10 the resolver", () => {
  test("it has its title, its progress and one explanation", () => {
    const { title, progress, rows } = resolver(mappingRequired, null);
    expect(title).toBe("Resolve target mappings");
    expect(progress.total - progress.resolved).toBe(rows.filter(({ state }) => state === "unresolved").length);
  });
});

describe("PF-12 the picker", () => {
  test.each([null, directory([])])("an empty one speaks of the cache and leads to the sync", (held) => {
    const picker = resolver(mappingRequired, held).pickers.find(({ kind }) => kind === "group");
    expect(picker).toMatchObject({ state: "empty", heading: "Resolve target group mapping" });
    expect(picker?.text).toContain("cached directory");
    expect(picker?.state === "empty" && picker.primaryAction.label).toBe("Open group sync");
  });
});

describe("BY-5 a suggestion", () => {
  const [first] = mappingRequired.dependencies ?? [];
  if (first === undefined) throw new Error("There is no reference.");
  const facts: RestoreFacts = {
    ...mappingRequired,
    dependencies: [
      {
        ...first,
        kind: "group",
        suggestion: { targetId: "g-1", targetName: "Pilot" },
        resolution: { state: "unresolved", cause: "not_in_target" },
      },
    ],
  };
  test("is marked, and resolves nothing until it is confirmed", () => {
    const { rows, progress } = resolver(facts, directory([{ id: "g-1", name: "Pilot" }]));
    expect(progress.resolved).toBe(0);
    expect(rows[0]?.suggestion?.text).toContain("Suggestion");
  });
  test("is not made where the directory no longer holds it", () => {
    expect(resolver(facts, directory([{ id: "g-2", name: "Other" }])).rows[0]?.suggestion).toBeNull();
  });
  test("a group that excludes cannot be left out, and the row says why", () => {
    const excluding = { ...facts, dependencies: (facts.dependencies ?? []).map((one) => ({ ...one, excludes: true })) };
    expect(resolver(excluding, null).rows[0]?.skip?.state).toBe("refused");
  });
});

describe("BY-5 every row offers exactly what may be decided about it", () => {
  const [group, same] = mappingRequired.dependencies ?? [];
  if (group === undefined || same === undefined) throw new Error("There is no reference.");
  const mapped = { state: "mapped", targetId: "g-1", targetName: "Pilot" } as const;
  const withDependencies = (...dependencies: NonNullable<RestoreFacts["dependencies"]>): RestoreFacts => ({
    ...mappingRequired,
    dependencies,
  });
  const actions = (facts: RestoreFacts) => {
    const [row] = resolver(facts, null).rows;
    const skip = row?.skip?.state === "possible" ? row.skip.action.id : (row?.skip?.state ?? null);
    return [row?.state, row?.choose.id, row?.undo?.id ?? null, skip];
  };

  test("a mapped group may be chosen anew, undone or left out; one that is left out only the former two", () => {
    const key = "group/field-kiosks";
    expect(actions(withDependencies({ ...group, resolution: mapped }))).toEqual([
      "mapped",
      `choose:${key}`,
      `undo:${key}`,
      `skip:${key}`,
    ]);
    expect(actions(withDependencies({ ...group, resolution: { state: "skipped" } }))).toEqual([
      "left_out",
      `choose:${key}`,
      `undo:${key}`,
      null,
    ]);
    expect(actions(withDependencies(group))).toEqual(["unresolved", `choose:${key}`, null, `skip:${key}`]);
  });

  test("a scope tag or a filter is never left out, because that would widen who is reached (BY-6)", () => {
    for (const kind of ["scope_tag", "assignment_filter"] as const)
      expect(actions(withDependencies({ ...group, kind }))[3]).toBe("refused");
  });

  test("a name that nobody recorded is told by its id, and a recorded one is external text", () => {
    const source = (sourceName: string | null) =>
      resolver(withDependencies({ ...group, sourceName }), null).rows[0]?.source;
    expect(source("Kiosks")).toEqual({ external: "Kiosks" });
    expect(source(null)?.text).toContain("field-kiosks");
    expect(source("")?.text).toContain("field-kiosks");
  });

  test("what keeps its id is counted apart from what needs a decision", () => {
    const { rows, same: kept } = resolver(withDependencies(same, { ...same, key: "group/other" }, group), null);
    expect(rows.map(({ state }) => state)).toEqual(["unresolved"]);
    expect(kept).toMatchObject({ rows: { length: 2 }, label: scenarioContext.words.mappings.showSame(2) });
  });
});
