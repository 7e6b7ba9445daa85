import { describe, expect, test } from "vitest";
import { parseViewModel, type RootModels } from "../../src/view-models/schemas/index.js";
import { growsWith } from "../support/counted.js";
import {
  blocked,
  blockingGroup,
  callback,
  checkList,
  current,
  finding,
  mappingResolver,
  openField,
  receipt,
  resultSummary,
  runTimeline,
  safeGroup,
  scopePicker,
  semanticDiff,
  typedConfirmation,
  voided,
} from "./models.js";

/** Pointers of everything that is wrong; empty where the model may be drawn. */
function wrong(name: keyof RootModels, value: unknown): readonly string[] {
  const parsed = parseViewModel(name, value);
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
}

describe("a model of the supporting cast", () => {
  test.each([
    ["CheckListViewModel", checkList],
    ["SemanticDiffViewModel", semanticDiff],
    ["ScopePickerViewModel", scopePicker(250)],
    ["MappingResolverViewModel", mappingResolver],
    ["TypedConfirmationViewModel", typedConfirmation],
    ["ResultSummaryViewModel", resultSummary],
    ["RunTimelineViewModel", runTimeline],
    ["ReceiptViewModel", receipt],
  ] as const)("%s is accepted where its parts agree, also after a way through JSON", (name, model) => {
    const parsed = parseViewModel(name, model);
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    expect(wrong(name, JSON.parse(JSON.stringify(model)))).toEqual([]);
  });

  test.each([
    ["CheckListViewModel", checkList],
    ["SemanticDiffViewModel", semanticDiff],
    ["ScopePickerViewModel", scopePicker(2)],
    ["MappingResolverViewModel", mappingResolver],
    ["ResultSummaryViewModel", resultSummary],
    ["RunTimelineViewModel", runTimeline],
    ["ReceiptViewModel", receipt],
  ] as const)("%s may be loading, and then holds nothing else", (name, model) => {
    expect(wrong(name, { ...model, body: { state: "loading", text: "Loading." } })).toEqual([]);
    expect(wrong(name, { ...model, body: { state: "loading", text: "" } })).not.toEqual([]);
    expect(wrong(name, { ...model, body: { ...model.body, state: "loading", text: "Loading." } })).not.toEqual([]);
  });
});

const checked = (over: object) => ({ ...checkList, body: { ...checkList.body, ...over } });
const withGroup = (over: object, group = blockingGroup) => checked({ groups: [{ ...group, ...over }] });

describe("RW-7 a check list that contradicts itself is refused", () => {
  test("a count is what the findings come to, listed or not", () => {
    const count = { state: "known", value: 0, text: "0" };
    expect(wrong("CheckListViewModel", withGroup({ count }))).toEqual(["/body/groups/0/count"]);
    const notKnown = { state: "unavailable", text: "Not recorded", reason: "Nobody counted." };
    expect(wrong("CheckListViewModel", withGroup({ count: notKnown }))).toEqual([]);
  });

  test("severities come most serious first, each once", () => {
    expect(wrong("CheckListViewModel", checked({ groups: [safeGroup, blockingGroup] }))).toEqual(["/body/groups/1/id"]);
    expect(wrong("CheckListViewModel", checked({ groups: [safeGroup, safeGroup] }))).toEqual(["/body/groups/1/id"]);
  });

  test.each([null, "complete", "unchanged"])("findings that block never have the status %s", (status) => {
    expect(wrong("CheckListViewModel", withGroup({ status }))).toEqual(["/body/groups/0/status"]);
    expect(wrong("CheckListViewModel", withGroup({ status, id: "not_evaluated" }))).toEqual(["/body/groups/0/status"]);
  });

  test("findings that block never wait behind a control", () => {
    expect(wrong("CheckListViewModel", withGroup({ unfold: "Show" }))).toEqual(["/body/groups/0/unfold"]);
  });

  test("only what could have blocked is accepted (RW-20)", () => {
    const acceptance = { state: "open", action: callback("accept"), reasonLabel: "Why" };
    const accepted = { count: { state: "known", value: 3, text: "3" }, findings: [{ ...finding, acceptance }] };
    expect(wrong("CheckListViewModel", withGroup({ ...accepted, id: "not_evaluated" }))).toEqual([]);
    expect(wrong("CheckListViewModel", withGroup({ ...accepted, id: "warning" }))).toEqual([
      "/body/groups/0/findings/0/acceptance",
    ]);
  });

  test("what was accepted as a whole is neither blocked nor calm, and nothing else is accepted as a whole (RW-20)", () => {
    const by = { by: { external: "Dana" }, at: { iso: "2026-11-20T16:41:00Z", text: "16:41" } };
    const given = { state: "given", ...by, reason: { external: "Agreed." }, text: "Accepted by Dana", withdraw: null };
    const accepted = { state: "all", count: 3, text: "3 of 3 accepted" };
    const whole = { accepted, status: "attention", findings: [{ ...finding, acceptance: given }] };
    expect(wrong("CheckListViewModel", withGroup(whole))).toEqual([]);
    for (const status of ["blocked", "complete", null]) {
      expect(wrong("CheckListViewModel", withGroup({ ...whole, status }))).toEqual(["/body/groups/0/status"]);
    }
    const left = ["/body/groups/0/accepted/state"];
    expect(wrong("CheckListViewModel", withGroup({ ...whole, accepted: { ...accepted, count: 2 } }))).toEqual(left);
    expect(wrong("CheckListViewModel", withGroup({ ...whole, findings: [finding] }))).toEqual(left);
    const some = { ...whole, accepted: { ...accepted, state: "some", count: 2 }, findings: [finding] };
    expect(wrong("CheckListViewModel", withGroup({ ...some, status: "blocked" }))).toEqual([]);
    const tooMany = { ...some, accepted: { ...accepted, state: "some", count: 4 } };
    expect(wrong("CheckListViewModel", withGroup(tooMany))).toEqual(["/body/groups/0/accepted"]);
    const warned = { ...whole, id: "warning", findings: [finding], accepted: { ...accepted, state: "some" } };
    expect(wrong("CheckListViewModel", withGroup(warned))).toEqual(["/body/groups/0/accepted"]);
  });

  test("checks that never ran are not checks that found nothing", () => {
    const notRun = { state: "not_run", freshness: { state: "not_run", word: "Not run" }, text: "Nothing is known." };
    expect(wrong("CheckListViewModel", { ...checkList, body: notRun })).toEqual([]);
    expect(wrong("CheckListViewModel", { ...checkList, body: { ...notRun, groups: [] } })).not.toEqual([]);
    expect(wrong("CheckListViewModel", { ...checkList, body: { ...notRun, freshness: current } })).not.toEqual([]);
    expect(wrong("CheckListViewModel", checked({ freshness: notRun.freshness }))).not.toEqual([]);
  });
});

describe("SI-10 void evidence never reads calm", () => {
  test("in a check list", () => {
    const group = { ...safeGroup, status: "complete" };
    expect(wrong("CheckListViewModel", checked({ groups: [group] }))).toEqual([]);
    expect(wrong("CheckListViewModel", checked({ groups: [group], freshness: voided }))).toEqual([
      "/body/groups/0/status",
    ]);
  });

  test("in a semantic diff", () => {
    const [, unchanged] = comparedItems;
    const body = { ...semanticDiff.body, items: [{ ...unchanged, status: "complete" }] };
    expect(wrong("SemanticDiffViewModel", { ...semanticDiff, body })).toEqual([]);
    expect(wrong("SemanticDiffViewModel", { ...semanticDiff, body: { ...body, freshness: voided } })).toEqual([
      "/body/items/0/status",
    ]);
  });
});

describe("BY-13 a quotation occurs in its sentence", () => {
  test("outside words that the sentence does not hold are refused", () => {
    const sentence = { text: "A group is missing.", quotes: [{ external: "SG-Pilot" }] };
    expect(wrong("CheckListViewModel", withGroup({ findings: [{ ...finding, sentence }] }))).toEqual([
      "/body/groups/0/findings/0/sentence/quotes/0",
    ]);
  });
});

const comparedItems = semanticDiff.body.state === "compared" ? semanticDiff.body.items : [];
const compared = (over: object) => ({ ...semanticDiff, body: { ...semanticDiff.body, ...over } });

describe("BY-7 a semantic diff that contradicts itself is refused", () => {
  test("items and their changes come most consequential first", () => {
    const [changed, unchanged] = comparedItems;
    expect(wrong("SemanticDiffViewModel", compared({ items: [unchanged, changed] }))).toEqual(["/body/items/1"]);
    const groups = changed?.changes?.groups ?? [];
    const adds = groups.map((group) => ({ ...group, consequence: "adds" }));
    const changes = { ...changed?.changes, groups: [...adds, ...groups] };
    expect(wrong("SemanticDiffViewModel", compared({ items: [{ ...changed, changes }] }))).toEqual([
      "/body/items/0/changes/groups/1/consequence",
    ]);
  });

  test("one item stands in it once", () => {
    const [, unchanged] = comparedItems;
    expect(wrong("SemanticDiffViewModel", compared({ items: [unchanged, unchanged] }))).toEqual(["/body/items/1/id"]);
  });

  test("an empty comparison says so, and no other does", () => {
    expect(wrong("SemanticDiffViewModel", compared({ items: [] }))).toEqual(["/body/empty"]);
    expect(wrong("SemanticDiffViewModel", compared({ empty: "No item is in the comparison." }))).toEqual([
      "/body/empty",
    ]);
  });

  test("a secret never travels with its value (BY-3)", () => {
    const [changed] = comparedItems;
    const [group] = changed?.changes?.groups ?? [];
    const secret = { state: "secret", text: "Secret, not shown", value: { external: "hunter2" } };
    const changes = {
      ...changed?.changes,
      groups: [{ ...group, changes: group?.changes.map((change) => ({ ...change, before: secret })) }],
    };
    expect(wrong("SemanticDiffViewModel", compared({ items: [{ ...changed, changes }] }))).not.toEqual([]);
  });
});

const picker = scopePicker(250);
const choosing = (over: object) => ({ ...picker, body: { ...picker.body, ...over } });
const { groups, items, selectShown } = picker.body.state === "choosing" ? picker.body : never();

describe("RW-4 a scope picker that contradicts itself is refused", () => {
  test("a group says all, some or none as the choice has it", () => {
    const [first, ...others] = groups;
    for (const choice of ["all", "none"]) {
      expect(wrong("ScopePickerViewModel", choosing({ groups: [{ ...first, choice }, ...others] }))).toEqual([
        "/body/groups/0/choice",
      ]);
    }
  });

  test("the groups cover every item once", () => {
    const [first, ...others] = groups;
    expect(wrong("ScopePickerViewModel", choosing({ groups: groups.slice(0, 2) }))).toEqual(["/body/groups"]);
    expect(wrong("ScopePickerViewModel", choosing({ groups: [{ ...first, count: 99 }, ...others] }))).toContain(
      "/body/groups/1/first",
    );
    expect(
      wrong("ScopePickerViewModel", choosing({ groups: [...groups.slice(0, 2), { ...groups[2], count: 1e15 }] })),
    ).toContain("/body/groups");
  });

  test("select all changes exactly the items that are shown and not chosen", () => {
    const everything = { ...selectShown, changes: [{ first: 0, count: 250 }] };
    expect(wrong("ScopePickerViewModel", choosing({ selectShown: everything }))).toEqual(["/body/selectShown/changes"]);
    const nothing = { action: callback("select"), changes: [], note: null };
    expect(wrong("ScopePickerViewModel", choosing({ selectShown: nothing }))).toEqual([
      "/body/selectShown/changes",
      "/body/selectShown/action",
    ]);
  });

  test("where nothing may be chosen, no bulk action can be taken", () => {
    expect(wrong("ScopePickerViewModel", { ...picker, shut: "This run has left preparation." })).toEqual([
      "/body/selectShown/action",
      "/body/clearShown/action",
    ]);
  });

  test("runs of items are apart, ascending and within the list", () => {
    const shown = (runs: readonly object[]) =>
      wrong("ScopePickerViewModel", choosing({ search: { label: "Search", query: null, text: "x", shown: runs } }));
    const overlapping = [
      { first: 0, count: 10 },
      { first: 10, count: 240 },
    ];
    expect(shown(overlapping)).toEqual(["/body/search/shown/1"]);
    expect(shown([{ first: 0, count: 251 }])).toEqual(["/body/search/shown/0"]);
    expect(shown([{ first: 0.5, count: 1 }])).not.toEqual([]);
    expect(shown([{ first: 0, count: 0 }])).not.toEqual([]);
  });

  test("an item has a mark that is explained, and an id of its own", () => {
    const [first, second, ...others] = items;
    expect(wrong("ScopePickerViewModel", choosing({ items: [{ ...first, mark: "x" }, second, ...others] }))).toEqual([
      "/body/items/0/mark",
    ]);
    expect(wrong("ScopePickerViewModel", choosing({ items: [first, { ...second, id: first.id }, ...others] }))).toEqual(
      ["/body/items/1/id"],
    );
  });
});

describe("RW-14 thousands of items", () => {
  test("are checked with no more reads for each than where they are a thousand", () => {
    expect(wrong("ScopePickerViewModel", scopePicker(10_000))).toEqual([]);
    expect(growsWith(scopePicker, (model) => parseViewModel("ScopePickerViewModel", model))).toBe(true);
  });
});

const mapping = (over: object) => ({ ...mappingResolver, body: { ...mappingResolver.body, ...over } });
const body = mappingResolver.body.state === "mapping" ? mappingResolver.body : never();

describe("BY-5 a mapping resolver that contradicts itself is refused", () => {
  test("progress is what the rows say", () => {
    expect(wrong("MappingResolverViewModel", mapping({ progress: { resolved: 2, total: 2, text: "2 of 2" } }))).toEqual(
      ["/body/progress/resolved"],
    );
    expect(wrong("MappingResolverViewModel", mapping({ progress: { resolved: 1, total: 1, text: "1 of 1" } }))).toEqual(
      ["/body/progress/total"],
    );
  });

  test("a suggestion is one of the entries that can be chosen", () => {
    const [row] = body.rows;
    const suggestion = {
      text: "Suggested.",
      confirm: callback("map"),
      target: { id: "elsewhere", name: { external: "x" }, detail: null },
    };
    expect(wrong("MappingResolverViewModel", mapping({ rows: [{ ...row, suggestion }] }))).toEqual([
      "/body/rows/0/suggestion/target",
    ]);
  });

  test("where nothing can be chosen, a suggestion cannot be taken either", () => {
    const [row] = body.rows;
    expect(wrong("MappingResolverViewModel", mapping({ rows: [{ ...row, choose: blocked("choose") }] }))).toEqual([
      "/body/rows/0/suggestion/confirm",
    ]);
  });

  test("a row of a kind without a picker is refused, and so is one reference twice", () => {
    const [row] = body.rows;
    const rows = [{ ...row, kind: "filter" }];
    expect(wrong("MappingResolverViewModel", mapping({ rows }))).toContain("/body/rows/0/kind");
    const twice = { rows: [row, row], progress: { resolved: 1, total: 3, text: "1 of 3" } };
    expect(wrong("MappingResolverViewModel", mapping(twice))).toEqual(["/body/rows/1/key"]);
  });

  test("nothing is mapped without a target, and nothing unresolved has one", () => {
    const [row] = body.rows;
    for (const state of ["mapped", "left_out"])
      expect(wrong("MappingResolverViewModel", mapping({ rows: [{ ...row, state }] }))).not.toEqual([]);
    const target = { id: "t1", name: { external: "SG-Pilot-2026" } };
    expect(wrong("MappingResolverViewModel", mapping({ rows: [{ ...row, target }] }))).not.toEqual([]);
  });
});

const field = (over: object) => ({ ...typedConfirmation, field: { ...openField, ...over } });
const met = { state: "met", text: "All conditions are met" };

describe("BY-11 a confirmation that contradicts itself is refused", () => {
  test("it is equal exactly where the typed text is the label", () => {
    const equal = { state: "equal", text: "Equal to the target label." };
    expect(wrong("TypedConfirmationViewModel", field({ typed: { external: "Contoso" }, comparison: equal }))).toEqual(
      [],
    );
    for (const value of ["Cont", "contoso", "Contoso ", "Cоntoso"])
      expect(wrong("TypedConfirmationViewModel", field({ typed: { external: value }, comparison: equal }))).toEqual([
        "/field/comparison/state",
      ]);
    expect(wrong("TypedConfirmationViewModel", field({ typed: { external: "Contoso" } }))).toEqual([
      "/field/comparison/state",
    ]);
  });

  test.each(["", " ", "\u2800", "\u200b"])("the label %j is never satisfiable", (external) => {
    const equal = { state: "equal", text: "Equal." };
    const model = field({ label: { external }, typed: { external }, comparison: equal });
    expect(wrong("TypedConfirmationViewModel", model)).not.toEqual([]);
  });

  test("conditions are not met while nothing is confirmed", () => {
    expect(wrong("TypedConfirmationViewModel", { ...typedConfirmation, conditions: met })).toEqual(["/conditions"]);
    const impossible = { state: "impossible", reason: "This run has no target label." };
    expect(wrong("TypedConfirmationViewModel", { ...typedConfirmation, field: impossible, conditions: met })).toEqual([
      "/conditions",
    ]);
  });

  test("a recorded confirmation is of the label", () => {
    const { label, instruction, labelNotes } = openField;
    const recorded = {
      ...{ state: "recorded", label, instruction, labelNotes, by: { external: "Dana" } },
      ...{ at: current.at, text: "Recorded when the run was queued.", pasted: "Not recorded." },
    };
    const confirmed = { ...recorded, typed: { external: "Contoso" } };
    expect(wrong("TypedConfirmationViewModel", { ...typedConfirmation, field: confirmed })).toEqual([]);
    const other = { ...recorded, typed: { external: "Fabrikam" } };
    expect(wrong("TypedConfirmationViewModel", { ...typedConfirmation, field: other })).toEqual(["/field/typed"]);
  });

  test("a flag points at a character that was typed", () => {
    const comparison = (position: number) => ({
      state: "different",
      text: "Character 2 differs.",
      flags: [{ kind: "look_alike", position, text: "Cyrillic o, expected Latin o" }],
    });
    expect(
      wrong("TypedConfirmationViewModel", field({ typed: { external: "Cоnt" }, comparison: comparison(2) })),
    ).toEqual([]);
    expect(
      wrong("TypedConfirmationViewModel", field({ typed: { external: "Cоnt" }, comparison: comparison(5) })),
    ).toEqual(["/field/comparison/flags/0/position"]);
  });
});

const counted = (over: object) => ({ ...resultSummary, body: { ...resultSummary.body, ...over } });
const counts = resultSummary.body.state === "counted" ? resultSummary.body.counts : never();

describe("RR-10 a result summary that contradicts itself is refused", () => {
  test("counts without any number are no counts", () => {
    const measure = { state: "unavailable", text: "Not recorded", reason: "Nobody counted." };
    const all = counts.map((count) => ({ ...count, measure }));
    expect(wrong("ResultSummaryViewModel", counted({ counts: all }))).toEqual(["/body/counts"]);
  });

  test("what asks for follow-up never reads calm", () => {
    const [failed, applied] = counts;
    for (const status of ["complete", "unchanged"])
      expect(wrong("ResultSummaryViewModel", counted({ counts: [{ ...failed, status }, applied] }))).toEqual([
        "/body/counts/0/status",
      ]);
  });

  test("a cause is the cause of something, and an outcome is counted once", () => {
    const [, applied] = counts;
    expect(wrong("ResultSummaryViewModel", counted({ counts: [applied] }))).toEqual(["/body/cause"]);
    expect(wrong("ResultSummaryViewModel", counted({ counts: [...counts, applied] }))).toEqual(["/body/counts/2/id"]);
  });

  test("where nothing was counted there is no number, not even a zero", () => {
    const uncounted = { state: "uncounted", text: "Result summary unavailable", reason: null };
    expect(wrong("ResultSummaryViewModel", { ...resultSummary, body: uncounted })).toEqual([]);
    expect(wrong("ResultSummaryViewModel", { ...resultSummary, body: { ...uncounted, counts: [] } })).not.toEqual([]);
  });
});

describe("a timeline and a receipt that contradict themselves are refused", () => {
  const events = runTimeline.body.state === "recorded" ? runTimeline.body.events : never();

  test("no event happened before the one above it, whatever their offsets", () => {
    const [first] = events;
    const later = (iso: string) => ({
      ...first,
      id: "later",
      when: { state: "recorded", at: { iso, text: "some day" } },
    });
    const timeline = (iso: string) => ({
      ...runTimeline,
      body: { ...runTimeline.body, events: [...events, later(iso)] },
    });
    expect(wrong("RunTimelineViewModel", timeline("2026-11-20T17:46:00+01:00"))).toEqual([]);
    expect(wrong("RunTimelineViewModel", timeline("2026-11-20T17:45:00+01:00"))).toEqual([
      "/body/events/2/when/at/iso",
    ]);
  });

  test("one event, section or fact stands there once", () => {
    const [first] = events;
    const doubled = { ...runTimeline, body: { ...runTimeline.body, events: [first, first] } };
    expect(wrong("RunTimelineViewModel", doubled)).toEqual(["/body/events/1/id"]);
    const sections = receipt.body.state === "issued" ? receipt.body.sections : never();
    const [section] = sections;
    const twice = [section, { ...section, rows: [...section.rows, section.rows[0]] }];
    expect(wrong("ReceiptViewModel", { ...receipt, body: { ...receipt.body, sections: twice } })).toEqual([
      "/body/sections/1/id",
      "/body/sections/1/rows/2/id",
    ]);
  });

  test("a receipt says what it does not prove, and its hash is one (BY-12)", () => {
    expect(wrong("ReceiptViewModel", { ...receipt, body: { ...receipt.body, doesNotProve: [] } })).not.toEqual([]);
    const hash = { algorithm: "sha-256", value: "none", text: "Covers every fact." };
    expect(wrong("ReceiptViewModel", { ...receipt, body: { ...receipt.body, hash } })).toEqual(["/body/hash/value"]);
  });
});

function never(): never {
  throw new TypeError("The sample models are in another state than this test needs.");
}
