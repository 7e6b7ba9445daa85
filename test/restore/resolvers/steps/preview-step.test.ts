import { describe, expect, test } from "vitest";
import { byConsequence } from "../../../../src/restore/resolvers/steps/preview-items.js";
import { resolveSemanticDiff } from "../../../../src/restore/resolvers/semantic-diff.js";
import { resolvePreviewStep } from "../../../../src/restore/resolvers/steps/preview-step.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import { restoreBasis } from "../../../../src/restore/run/basis.js";
import type { ChangeConsequence, ItemChange, UncertaintyCause } from "../../../../src/restore/run/change.js";
import type { PreviewEvidence, PreviewItem } from "../../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import { checksOf } from "../../../../src/testing/scenarios/facts/evidence.js";
import {
  executed,
  previewed,
  scenario,
  scenarioContext,
  type RestoreScenarioId,
  scoped,
  viewer,
  withRun,
} from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

const preview = (facts: RestoreFacts) =>
  plain(resolvePreviewStep(facts, resolveWizard(facts, "preview", scenarioContext), scenarioContext));
/** What would change, of a preview that was recorded. */
const compared = (facts: RestoreFacts) => {
  const body = plain(resolveSemanticDiff(facts, scenarioContext)).body;
  if (body.state !== "compared") throw new TypeError("No preview was recorded.");
  return body;
};
const factsOf = (id: RestoreScenarioId): RestoreFacts => scenario(id).facts;

const recorded = previewed.run.preview;
const [anItem] = recorded?.items ?? [];
if (recorded === null || anItem === undefined) throw new TypeError("The scenario has no preview.");

const change = (consequence: ChangeConsequence, cause?: UncertaintyCause): ItemChange => ({
  phase: "settings",
  consequence,
  certainty: cause === undefined ? { state: "certain" } : { state: "uncertain", cause },
  path: [{ kind: "field", text: "firewall", leftOut: 0 }],
  before: { kind: "absent" },
  after: { kind: "switch", on: true },
});

/** A policy that would be updated with changes of these consequences. */
const item = (
  name: string,
  consequences: readonly ChangeConsequence[],
  more: Partial<PreviewItem> = {},
): PreviewItem => ({
  ...anItem,
  itemId: name,
  name,
  changes: consequences.map((consequence) => change(consequence)),
  noiseHidden: 0,
  ...more,
});

const skipped = (name: string, skipReason: PreviewItem["skipReason"]) =>
  item(name, ["removes_protection"], { action: "skip", skipReason });
const unlisted = (counts: Partial<PreviewItem["changesNotListed"]>) => ({
  changesNotListed: { ...anItem.changesNotListed, ...counts },
});

/** A current preview of these items, which are the scope. */
const withItems = (...items: readonly PreviewItem[]): RestoreFacts => {
  const itemIds = items.map(({ itemId }) => itemId);
  const counts = { inScope: items.length, writable: items.length, previewOnly: 0, metadataOnly: 0 };
  const facts: RestoreFacts = {
    ...withRun(scoped, { scope: { mode: "selected", itemIds } }),
    scope: { ...counts, requestedItems: itemIds },
  };
  const checked = withRun(facts, { checks: checksOf(facts, []) });
  // Whom these policies reach is known, as far as a test says nothing else.
  const summary = { ...recorded.summary, blastRadius: { ...recorded.summary.blastRadius, policiesForAllDevices: 0 } };
  return withRun(checked, { preview: { ...recorded, basis: restoreBasis(checked), summary, items } });
};
const withSummary = (summary: Partial<PreviewEvidence["summary"]>) =>
  withRun(previewed, { preview: { ...recorded, summary: { ...recorded.summary, ...summary } } });

describe("PF-14 step 4 leads with the decision", () => {
  test("a current preview says what would be written, and has no blocker that is not its own", () => {
    const { decision, leadsWithGenerate } = preview(previewed);
    expect(decision).toMatchObject({
      id: "restore-decision",
      name: "Restore Safety",
      status: { text: "11 policies would be written", at: { iso: "2026-11-20T16:46:00Z" } },
      reason: "Preview is current: 11 of 12 items would be written.",
      primaryAction: { kind: "link", href: "#confirm_execute/step" },
      claim: null,
      attention: null,
    });
    expect(JSON.stringify(decision)).not.toMatch(/blocked|dry-run/i);
    expect(leadsWithGenerate).toBe(false);
  });

  test("one that removes protection says so first, and asks for attention", () => {
    const { status, impact } = preview(previewed).decision;
    expect(impact).toBe(
      "3 policies would remove protection. Who is reached is not fully known. Nothing has been written to Contoso Production.",
    );
    expect(status.literal).toBe("attention");
  });

  test("one of which only the reach is not fully known asks for attention too (BY-3)", () => {
    const facts = withItems(item("a", ["changes"]));
    const { preview: shown } = facts.run;
    const summary = shown && { ...shown.summary, blastRadius: { ...shown.summary.blastRadius, includeGroups: null } };
    const { status, impact } = preview(withRun(facts, { preview: shown && summary && { ...shown, summary } })).decision;
    expect(status.literal).toBe("attention");
    expect(impact).toMatch(/^Who is reached is not fully known\. /);
  });

  test("one without a grave change leads on, and counts what would be skipped", () => {
    const facts = withItems(item("a", ["changes"]));
    expect(preview(facts).decision).toMatchObject({
      status: { literal: "next" },
      impact: "Nothing has been written to Contoso Production.",
    });
    const { preview: shown } = facts.run;
    const one = withRun(facts, { preview: shown && { ...shown, summary: { ...shown.summary, skipped: 1 } } });
    expect(preview(one).decision.impact).toBe(
      "Nothing has been written to Contoso Production. 1 item would be skipped.",
    );
  });

  test("who is reached and what is lost are both told, with names where they are few", () => {
    const { impact } = preview(
      withItems(
        item("Policy 1", ["widens"]),
        item("Policy 2", ["removes_protection"]),
        item("Policy 3", ["changes", "removes_protection"]),
        item("Policy 4", ["enforces"]),
      ),
    ).decision;
    expect(impact).toContain(
      "1 policy would widen who is reached: “Policy 1”. " +
        "2 policies would remove protection: “Policy 2” and “Policy 3”. " +
        "1 policy would start to enforce: “Policy 4”. ",
    );
  });

  test("changes that are compared and never written are no consequence of the restore", () => {
    const { impact } = preview(
      withItems(skipped("a", "preview_only"), item("b", ["widens"], { action: "none" })),
    ).decision;
    expect(impact).toBe("Nothing has been written to Contoso Production.");
  });

  test("a policy that would be created does as much as one that would be updated", () => {
    expect(preview(withItems(item("New", ["widens"], { action: "create" }))).decision.impact).toContain(
      "1 policy would widen who is reached: “New”.",
    );
  });

  test("nothing to write is said as that", () => {
    expect(preview(withSummary({ policiesChanged: 0, policiesCreated: 0 })).decision.status.text).toBe(
      "Nothing would be written",
    );
  });

  test.each<[RestoreScenarioId, string]>([
    ["preview_void", "invalidated"],
    ["preview_stale", "stale"],
    ["preview_required", "next"],
  ])("%s: the gates decide, and generating it is the one way on", (id, literal) => {
    const { decision, leadsWithGenerate, band } = preview(factsOf(id));
    expect(decision.status.literal).toBe(literal);
    expect(decision.primaryAction).toMatchObject({ kind: "callback", id: "generate_preview" });
    expect([leadsWithGenerate, band.action]).toEqual([true, null]);
  });

  test("after execution the gates decide, and nothing is generated any more", () => {
    const { decision, band, leadsWithGenerate } = preview(executed("completed", {}));
    expect(decision.primaryAction).toMatchObject({ id: "view_result" });
    expect([leadsWithGenerate, band.action]).toEqual([false, null]);
    expect(band.freshness).toMatchObject({ state: "current", at: { iso: "2026-11-20T16:46:00Z" } });
  });
});

describe("SI-5 generating the preview", () => {
  test("has one name for the first time and another for every further time", () => {
    expect(preview(factsOf("preview_required")).decision.primaryAction.label).toBe("Generate preview");
    expect(preview(factsOf("preview_void")).decision.primaryAction.label).toBe("Generate preview again");
    expect(preview(previewed).band.action).toEqual({
      kind: "callback",
      id: "generate_preview",
      label: "Generate preview again",
    });
  });

  test.each<[string, RestoreFacts, string | null]>([
    ["while checks block", factsOf("checks_blocking"), "identity"],
    ["while they have not run", scoped, "run-checks"],
    ["for a member who may not prepare the run (SI-11)", { ...previewed, operator: viewer }, null],
  ])("is blocked %s, with the reason of the gate before it", (_, facts, anchor) => {
    const frame = resolveWizard(facts, "preview", scenarioContext);
    const open = frame.flow.gates.find(({ verdict }) => verdict !== "complete");
    const { action, id } = preview(facts).band;
    expect(id).toBe("preview-freshness");
    expect(action).toMatchObject({
      kind: "blocked",
      id: "generate_preview",
      reason: plain(open?.reason),
      clearedBy: anchor === null ? null : { anchor },
    });
  });
});

describe("PF-13 the way on from step 4", () => {
  test("waits for a current preview, under the name that generating it has here", () => {
    expect(preview(factsOf("preview_void")).next).toMatchObject({
      kind: "blocked",
      clearedBy: { anchor: "run-preview", label: "Generate preview again" },
    });
    expect(preview(previewed).next).toMatchObject({ kind: "link", href: "#confirm_execute/step" });
  });

  test("is none where the wizard has none", () => {
    const frame = resolveWizard(previewed, "confirm_execute", scenarioContext);
    expect(resolvePreviewStep(previewed, frame, scenarioContext).next).toBeNull();
  });
});

describe("RW-8 the counts of a preview", () => {
  test("stand in one order, each with what it means", () => {
    const { counts } = compared(withSummary({ skipped: 3 }));
    expect(counts.map(({ id, measure }) => [id, measure.text])).toEqual([
      ["policies_changed", "10"],
      ["policies_created", "1"],
      ["assignments_changed", "7"],
      ["scope_tags_changed", "2"],
      ["unchanged", "1"],
      ["skipped", "3"],
    ]);
    expect(counts[0]).toMatchObject({ label: "Policies changed", note: "Updated in place" });
  });

  test("are none before there is a preview, and that is said (BY-3)", () => {
    const model = preview(factsOf("preview_required"));
    expect(model.empty).toMatch(/^What would happen is not known/);
    expect(preview(previewed).empty).toBeNull();
  });

  test("stay in sight once they are void, and are marked (SI-3)", () => {
    for (const [id, state] of [
      ["preview_void", "invalidated"],
      ["preview_stale", "stale"],
    ] as const) {
      expect(compared(factsOf(id))).toMatchObject({ freshness: { state }, counts: { length: 6 } });
    }
    expect(compared(previewed).freshness.state).toBe("current");
  });
});

describe("BY-7 the most consequential items come first", () => {
  const shown = (...items: readonly PreviewItem[]) => compared(withItems(...items)).items;

  test("then what is not decided, what is skipped, and last what is already as wanted", () => {
    const items = shown(
      item("as wanted", [], { action: "none" }),
      skipped("compared", "preview_only"),
      skipped("not decided", "identity_undecided"),
      item("nothing listed", []),
      item("adds", ["adds"]),
      item("changes", ["adds", "changes"]),
      item("enforces", ["enforces"]),
      item("widens where it is not listed", ["adds"], unlisted({ widens: 1 })),
      item("removes", ["removes_protection"], { action: "create" }),
      item("widens", ["changes", "widens"]),
    );
    expect(items.map(({ name, status }) => [name.external, status])).toEqual([
      ["widens where it is not listed", "attention"],
      ["widens", "attention"],
      ["removes", "attention"],
      ["enforces", "attention"],
      ["changes", "next"],
      ["adds", "next"],
      ["nothing listed", "next"],
      ["not decided", "blocked"],
      ["compared", "unavailable"],
      ["as wanted", "unchanged"],
    ]);
    expect(items.at(-1)?.word).toBe("Already in desired state");
    const order = byConsequence([
      item("as wanted", ["widens"], { action: "none" }),
      skipped("compared", "preview_only"),
    ]);
    expect(order.map(({ name }) => name)).toEqual(["compared", "as wanted"]);
  });

  test("changes of an item are grouped by consequence, in the same order", () => {
    const [first] = shown(item("a", ["adds", "widens", "adds"]));
    const groups = first?.changes?.groups ?? [];
    expect(
      groups.map(({ consequence, title, status, changes }) => [
        consequence,
        title,
        status,
        changes.map((row) => row.id),
      ]),
    ).toEqual([
      ["widens", "Widens who is reached", "attention", ["widens/0"]],
      ["adds", "Adds", "next", ["adds/0", "adds/1"]],
    ]);
    expect(groups[0]?.changes[0]).toMatchObject({
      before: { state: "absent", text: "Not set" },
      after: { state: "known", value: { text: "Yes" } },
      certainty: { state: "certain" },
    });
    expect(first).toMatchObject({
      id: "a",
      type: "Settings catalog policy",
      word: "Would be updated",
      changes: { text: "3 changes" },
    });
  });

  test("what is not certain of a change is said with it (BY-3)", () => {
    const [first] = shown(item("a", [], { changes: [change("changes", "choice_meaning_not_exported")] }));
    expect(first?.changes?.groups[0]?.changes[0].certainty).toEqual({
      state: "uncertain",
      reason: "What this option stands for is not in the export.",
    });
  });

  test("a widening that is counted and not listed is no less a widening", () => {
    const facts = withItems(item("Policy 1", ["changes"], unlisted({ widens: 7, adds: 1 })));
    expect(preview(facts).decision.impact).toContain("1 policy would widen who is reached: “Policy 1”.");
    expect(compared(facts).items[0]?.changes).toMatchObject({
      text: "9 changes",
      more: {
        count: 8,
        text: "8 more changes are counted and not listed, among them 7 that widen who is reached.",
      },
    });
  });

  test("what is hidden as noise is counted, beside what is not listed", () => {
    const { noiseHidden, notListed } = scenarioContext.words.changes;
    const [both, noisy, quiet] = shown(
      item("a", ["changes"], { noiseHidden: 1, ...unlisted({ adds: 1 }) }),
      item("b", ["changes"], { noiseHidden: 2 }),
      item("c", ["changes"]),
    );
    expect(both).toMatchObject({ noiseHidden: { count: 1, text: noiseHidden(1) }, changes: { more: { count: 1 } } });
    expect(both?.changes?.more?.text).toBe(notListed(1, []));
    expect(noisy).toMatchObject({ noiseHidden: { count: 2, text: noiseHidden(2) }, changes: { more: null } });
    expect(quiet?.noiseHidden).toBeNull();
  });

  test("items that are already as wanted wait behind a control that counts them", () => {
    const asWanted = item("as wanted", [], { action: "none" });
    expect(compared(previewed).unfoldUnchanged).toBe("Show 1 item already in desired state");
    expect(compared(withItems(item("a", ["adds"]))).unfoldUnchanged).toBeNull();
    // Where there is nothing else to see, nothing is hidden.
    expect(compared(withItems(asWanted)).unfoldUnchanged).toBeNull();
  });

  test("a search is offered where there is something to search", () => {
    expect(compared(previewed).search).toEqual({
      label: "Search items and settings",
      nothingFound: "Nothing in this preview matches.",
    });
    const items = (count: number) => Array.from({ length: count }, (_, index) => item(`item ${index}`, ["adds"]));
    expect(compared(withItems(...items(10))).search?.label).toBe("Search items and settings");
    expect(compared(withItems(...items(9))).search).toBeNull();
  });
});

describe("BY-3 why an item is not written, and what of it stays untouched", () => {
  const uncaptured = (name: string, more: Partial<PreviewItem> = {}) =>
    item(name, ["changes"], { assignmentsCaptured: false, ...more });
  const notes = (...items: readonly PreviewItem[]) => {
    const { notes: all, items: rows } = compared(withItems(...items));
    return [all[0]?.text ?? null, ...rows.map((row) => row.reason?.text ?? row.notes[0]?.text ?? null)];
  };

  test("a skipped item says why, and that it is not known why", () => {
    expect(notes(skipped("a", "mapping_unresolved"), skipped("b", null), item("c", []))).toEqual([
      null,
      null,
      "A reference has no counterpart in the target.",
      "Why is not recorded.",
    ]);
  });

  const created = "Assignments were not captured: it would be created without any and reach nobody.";

  test("an item that would be created has no assignments in the target that could stay, and says so, however many do", () => {
    const few = [uncaptured("a", { action: "create" }), item("b", [], { action: "create" })];
    expect(notes(...few)).toEqual([null, created, null]);
    const many = ["b", "c", "d", "e"].map((name) => uncaptured(name));
    const [said, ...each] = notes(...few.slice(0, 1), ...many);
    expect(said).toContain("4 items");
    expect(each).toEqual([created, null, null, null, null]);
  });

  test("each of a few items says that the target's assignments stay", () => {
    const untouched = "Assignments were not captured: the target’s stay untouched.";
    const three = [uncaptured("a"), uncaptured("b"), uncaptured("c")];
    expect(notes(...three, uncaptured("d", { action: "skip", skipReason: "preview_only" }))).toEqual([
      null,
      untouched,
      untouched,
      untouched,
      "It can be compared and never written.",
    ]);
  });

  test("also one that is as wanted already", () => {
    const asWanted = item("a", [], { action: "none", assignmentsCaptured: false });
    const [row] = compared(withItems(asWanted)).items;
    expect(row?.notes.map(({ text }) => text)).toContain("Assignments were not captured: the target’s stay untouched.");
  });

  test("of many it is said once", () => {
    const four = ["a", "b", "c", "d"].map((name) => uncaptured(name));
    expect(notes(...four)).toEqual([
      "4 items: assignments were not captured in the backup, so the target’s stay untouched.",
      null,
      null,
      null,
      null,
    ]);
  });
});
