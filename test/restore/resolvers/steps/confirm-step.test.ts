import { describe, expect, test } from "vitest";
import { resolveConfirmStep } from "../../../../src/restore/resolvers/steps/confirm-step.js";
import { contexts } from "../../../contract/languages.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import type { UncertaintyCause } from "../../../../src/restore/run/change.js";
import type { PreviewItem, RestorePhase } from "../../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import {
  armed,
  executed,
  restoreScenarios,
  previewed,
  scenario,
  scenarioContext,
  viewer,
  withRun,
} from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

function confirm(facts: RestoreFacts) {
  const frame = resolveWizard(facts, "confirm_execute", scenarioContext);
  return plain({ frame, model: resolveConfirmStep(facts, frame, scenarioContext) });
}

const kinds = { available: "callback", unavailable: "blocked", started: "link" } as const;

describe.each(restoreScenarios.map(({ id, facts }) => [id, facts] as const))("%s", (_, facts) => {
  test("the button and the list of conditions say exactly what the gates say", () => {
    const { frame, model } = confirm(facts);
    expect(model.execute.action.kind).toBe(kinds[frame.execution.state]);
    const said = (conditions: readonly { code: string; reason: string }[]) =>
      conditions.map(({ code, reason }) => [code, reason]);
    expect(said(model.typed.conditions?.unmet ?? [])).toEqual(said(frame.execution.reasons ?? []));
  });
});

test("the operator sees every condition that is not met, where to clear it, and what is met", () => {
  const { model } = confirm(previewed);
  expect(model.lead.text.replace("\u00a0", " ")).toBe("Restore blocked: 3 conditions are not met");
  expect(model.typed.conditions?.unmet?.map(({ clearedBy }) => clearedBy?.anchor)).toEqual([
    "dry-run",
    "review",
    "typed-confirmation",
  ]);
  expect(model.typed.conditions).toHaveProperty(
    "met",
    "Met: checks are current, without blockers, the preview is current and you may execute restores. Checks: 2 warnings to look at.",
  );
  expect(model.execute.action).toMatchObject({
    kind: "blocked",
    label: "Restore 11 policies to Contoso Production",
    reason: "3 conditions are not met. First: “Preview only (Dry-run)” is on.",
  });
});

test("PF-17 that the target is not the one expected comes before how many conditions are not met", () => {
  const { targetIdentity } = scenario("target_differs").facts.run;
  const { lead } = confirm(withRun(previewed, { targetIdentity })).model;
  expect([lead.literal, lead.text]).toEqual(["blocked", "Target is not the one expected"]);
  expect(lead.detail.replaceAll("\u00A0", " ")).toMatch(/^Restore blocked: \d conditions are not met\. Nothing /);
});

test("an armed run has one button that says what it does", () => {
  const { model } = confirm(armed);
  expect(model.execute.action).toEqual({
    kind: "callback",
    id: "execute",
    label: "Restore 11 policies to Contoso Production",
  });
  expect(model.typed.conditions).toEqual({
    state: "met",
    text: "All conditions are met. Checks: 2 warnings to look at.",
  });
});

test("a void preview never lends its number to the button, and its figures stand beside what is not known now", () => {
  const { model } = confirm(scenario("preview_void").facts);
  expect(model.execute.action.label).toBe("Restore to Contoso Production");
  expect(model.blast).toMatchObject({ state: "void", columns: { recorded: "Void preview" } });
  expect(model.blast.rows.every(({ now }) => now === "Not known")).toBe(true);
  expect(model.review.control).toMatchObject({ state: "shut" });
  expect(model.typed.conditions?.unmet?.[0]).toMatchObject({
    status: "invalidated",
    clearedBy: { label: "Generate preview again" },
  });
  expect(model.band?.text).toBe("Void since the selected items changed");
});

test("SI-3 a preview that is only not known to hold is not called void, and counts for nothing either", () => {
  const overtaken = confirm({ ...armed, superseded: true }).model;
  const stale = confirm(scenario("preview_stale").facts).model;
  const incomplete = confirm(withoutItem(armed)).model;
  // Nor is anything set on a page that may be of another run by now (SI-5).
  expect(overtaken.lead).toMatchObject({ id: "execution-lead", literal: "unknown", text: "Page out of date" });
  expect(overtaken.dryRun.control.control).toMatchObject({ state: "shut" });
  for (const { blast, execute } of [overtaken, stale, incomplete]) {
    expect(blast).toMatchObject({ state: "stale", columns: { recorded: "Recorded preview", now: "Now" } });
    expect(blast.rows.every(({ now }) => now === "Not known")).toBe(true);
    expect(execute.action.label).toBe("Restore to Contoso Production");
  }
  expect(confirm(armed).model.blast).toMatchObject({ state: "current", columns: null });
});

/** The recorded preview says nothing of one item in scope. */
function withoutItem(facts: RestoreFacts): RestoreFacts {
  const { preview } = facts.run;
  return withRun(facts, { preview: preview && { ...preview, items: preview.items.slice(1) } });
}

describe("SI-2 band, figures, review and button say one thing of the preview", () => {
  test.each([
    ["who may not prepare the run", { ...previewed, operator: viewer }],
    ["whose checks are to be run again", withRun(armed, { checks: null })],
  ])("to somebody %s it is as current as to anybody else", (_, facts) => {
    const { band, blast, review, execute } = confirm(facts).model;
    expect(band).toBeNull();
    expect(blast).toMatchObject({ state: "current", columns: null });
    expect(blast.rows.map(({ now }) => now)).toEqual(blast.rows.map(() => null));
    expect(review.note).toMatch(/^11 policies to write\./);
    expect(execute.action).toMatchObject({ kind: "blocked", label: "Restore 11 policies to Contoso Production" });
  });

  test("one that does not show the whole scope is not called current beside figures that are not known", () => {
    const { band, blast, typed } = confirm(withoutItem(armed)).model;
    expect([band, blast.state]).toEqual([null, "stale"]);
    expect(typed.conditions?.unmet?.[0]).toMatchObject({ code: "preview_incomplete" });
  });

  test("no scenario says that the preview is current where its figures are not known", () => {
    for (const { facts } of restoreScenarios) {
      const { band, blast } = confirm(facts).model;
      const current = band?.freshness.state === "current";
      expect(current && blast.columns !== null).toBe(false);
    }
  });
});

test("what the checks left open is said beside the review, in the words of their gate", () => {
  const recorded = armed.run.checks;
  const [first] = recorded?.findings ?? [];
  if (recorded === null || first === undefined) throw new TypeError("The scenario has no checks.");
  const open = { ...first, check: "newer_than_backup", severity: "not_evaluated" } as const;
  const facts = withRun(armed, { checks: { ...recorded, findings: [open, ...recorded.findings] } });
  const { frame, model } = confirm(facts);
  expect(model.review.note).toContain("Checks: 1 not evaluated, 2 warnings to look at.");
  expect(frame.flow.gates.find(({ id }) => id === "validation")?.notice).toBe(
    "1 not evaluated, 2 warnings to look at.",
  );
});

test("what widens and what removes protection stands first in the blast radius, and is struck once void", () => {
  const { rows } = confirm(previewed).model.blast;
  expect(rows.slice(0, 2).map(({ label, measure, beside }) => [label, measure.text, beside])).toEqual([
    ["Policies that widen who is reached", "Not fully known", "0 known"],
    ["Policies known to remove protection", "3", null],
  ]);
  const [widened, lost] = confirm(scenario("preview_void").facts).model.blast.rows;
  expect(lost).toMatchObject({ measure: { text: "3" }, now: "Not known" });
  expect(widened).toMatchObject({ measure: { text: "0" }, beside: null, now: "Not known" });
  const [unknown] = confirm(scenario("preview_required").facts).model.blast.rows;
  expect(unknown?.measure).toMatchObject({ state: "unavailable", text: "Not known" });
});

test("reach that the preview could not tell is not known, never zero", () => {
  const { model } = confirm(previewed);
  expect(model.blast.rows.find(({ id }) => id === "policiesForAllDevices")?.measure).toMatchObject({
    state: "unavailable",
    text: "Not known",
  });
});

test("a run that was executed shows what was confirmed then, and asks for nothing again", () => {
  const { model } = confirm(scenario("completed_with_evidence").facts);
  expect(model.typed).toMatchObject({
    field: { state: "recorded", typed: { external: "Contoso Production" } },
    conditions: null,
  });
  expect(model.review).toMatchObject({ ticked: true, control: { state: "shut" } });
  expect(model.execute.action).toMatchObject({ kind: "link", label: "View result" });
});

const cancelledDraft = withRun(previewed, {
  preview: null,
  execution: {
    status: "cancelled",
    operationId: null,
    queuedAt: null,
    startedAt: null,
    finishedAt: "2026-11-20T17:00:00Z",
    safetySnapshot: null,
    results: null,
    reason: null,
  },
});

describe("RW-10 the largest words, the button and its note say one thing", () => {
  /** Armed with a preview of which no policy does anything grave, and which tells whom all devices' policies reach, or does not. */
  function harmless(policiesForAllDevices: number | null): RestoreFacts {
    const { preview } = armed.run;
    if (preview === null) throw new TypeError("The scenario has no preview.");
    const items = preview.items.map((item) => ({ ...item, changes: [] }));
    const blastRadius = { ...preview.summary.blastRadius, policiesForAllDevices };
    return withRun(armed, { preview: { ...preview, items, summary: { ...preview.summary, blastRadius } } });
  }

  test("where nothing grave would be done, nothing is added to what starting it means", () => {
    const { lead } = confirm(harmless(0)).model;
    expect(lead.literal).toBe("next");
    expect(lead.detail).toBe(plain(scenarioContext.words.confirm.available.detail(armed.run.target.label)));
  });

  test("where only the reach is not fully known, that is said with them, and asks for attention (BY-3)", () => {
    const { lead } = confirm(harmless(null)).model;
    expect(lead.literal).toBe("attention");
    expect(lead.detail).toMatch(/ Who is reached is not fully known\.$/);
  });

  const shown = (facts: RestoreFacts) => {
    const { lead, execute } = confirm(facts).model;
    return [lead.id, lead.literal, lead.detail, execute.action, execute.note];
  };

  test("while something is missing, nothing has been written, and the button leads to what comes first", () => {
    expect(shown(previewed)).toMatchObject([
      "execution-lead",
      "blocked",
      "Nothing has been written to Contoso Production.",
      { kind: "blocked", id: "execute", clearedBy: { step: "confirm_execute", anchor: "dry-run" } },
      "Writes start at once.",
    ]);
    const { lead, typed } = confirm(previewed).model;
    expect(lead.text.replace("\u00a0", " ")).toContain(typed.conditions?.text ?? "no conditions");
  });

  test("once everything is met, starting is what comes next", () => {
    expect(shown(armed)).toMatchObject([
      "execution-lead",
      "attention",
      "Nothing has been written yet. Starting it writes to Contoso Production at once. 3 policies would remove protection. Who is reached is not fully known.",
      { kind: "callback" },
      "Writes start at once.",
    ]);
  });

  test("how much would be written stands in the largest words, and asks for attention only where something grave would happen", () => {
    expect(confirm(armed).model.lead).toMatchObject({ literal: "attention", text: "Ready to write 11 policies" });
    expect(confirm(harmless(0)).model.lead).toMatchObject({
      literal: "next",
      text: "Ready to write 11 policies",
    });
  });

  test("once it was requested, the result tells the rest and nothing can be started again", () => {
    for (const facts of [executed("queued", {}), scenario("completed_with_evidence").facts, cancelledDraft]) {
      expect(shown(facts)).toMatchObject([
        "execution-lead",
        "recorded",
        "What happened is told by the result of this run.",
        { kind: "link", id: "view_result", href: "#result/result" },
        "This run cannot be started a second time.",
      ]);
    }
  });

  test("a draft that was given up is never said to have been requested (PF-15)", () => {
    for (const context of Object.values(contexts)) {
      const frame = resolveWizard(cancelledDraft, "confirm_execute", context);
      const said = JSON.stringify([frame, resolveConfirmStep(cancelledDraft, frame, context)]);
      expect(said).not.toMatch(/execution (was )?requested|Ausführung (wurde )?angefordert\b(?! wird)/i);
    }
  });

  test("a member without the capability sees why, and is sent nowhere (SI-11)", () => {
    const { action } = confirm(scenario("viewer").facts).model.execute;
    expect(action).toMatchObject({ kind: "blocked", clearedBy: null });
  });

  test("a void preview is generated again where its own page says so, under the name that it has there", () => {
    expect(confirm(scenario("preview_void").facts).model.execute.action).toMatchObject({
      clearedBy: { label: "Generate preview again", href: "#preview/run-preview" },
    });
  });
});

describe("SI-5 what a preview is worth is said in step 5 too", () => {
  test("until it holds, with the one way to the place that generates it", () => {
    for (const id of ["preview_required", "preview_void", "preview_stale"] as const) {
      expect(confirm(scenario(id).facts).model.band).toMatchObject({
        id: "preview-freshness",
        action: { kind: "link", id: "go_to_preview", href: "#preview/run-preview" },
      });
    }
  });

  test("and no more once it holds, or once the run left preparation", () => {
    for (const facts of [armed, executed("completed", {}), cancelledDraft]) {
      expect(confirm(facts).model.band).toBeNull();
    }
  });
});

describe("RW-11 the environment is in sight at the point of no return", () => {
  test.each([
    ["armed", "prod", "Contoso Production", /^Production environment/],
    ["armed_test_environment", "test", "Contoso Lab", /^Test environment/],
  ] as const)("%s", (id, environment, label, note) => {
    const { model } = confirm(scenario(id).facts);
    expect(model).toMatchObject({ badge: { environment }, targetLabel: label });
    expect(model.targetNote).toMatch(note);
  });
});

describe("BY-10 the blast radius", () => {
  const blast = (facts: RestoreFacts) => confirm(facts).model.blast;

  test("of a current preview stands for itself", () => {
    const { title, columns, rows } = blast(previewed);
    expect([title, columns]).toEqual(["Blast radius", null]);
    expect(rows.map(({ id, measure, now }) => [id, measure.text, now])).toEqual([
      ["widens", "Not fully known", null],
      ["removes_protection", "3", null],
      ["policiesWritten", "11", null],
      ["includeGroups", "9", null],
      ["excludeGroups", "3", null],
      ["policiesForAllUsers", "1", null],
      ["policiesForAllDevices", "Not known", null],
    ]);
    // What would happen that is grave, and what is not known among counts, are the rows to look at.
    expect(rows.flatMap(({ id, status }) => (status === null ? [] : [[id, status]]))).toEqual([
      ["widens", "unknown"],
      ["removes_protection", "attention"],
      ["policiesForAllDevices", "unknown"],
    ]);
    expect(rows.at(-1)?.measure).toMatchObject({ state: "unavailable", reason: "The preview could not tell." });
  });

  test("never shows a number that counts nothing", () => {
    const { preview } = previewed.run;
    if (preview === null) throw new TypeError("The scenario has no preview.");
    const { blastRadius } = preview.summary;
    const summary = {
      ...preview.summary,
      blastRadius: { ...blastRadius, includeGroups: -1, excludeGroups: Number.NaN },
    };
    const { rows } = blast(withRun(previewed, { preview: { ...preview, summary } }));
    for (const id of ["includeGroups", "excludeGroups"]) {
      expect(rows.find((row) => row.id === id)).toMatchObject({
        measure: { state: "unavailable", text: "Not known", reason: "The preview could not tell." },
        status: "unknown",
      });
    }
  });

  test("before there is a preview is not known, and nothing is struck", () => {
    const { columns, rows } = blast(scenario("preview_required").facts);
    expect(columns).toBeNull();
    expect(rows.every(({ status }) => status === null)).toBe(true);
    for (const { measure, now } of rows) {
      expect([measure, now]).toMatchObject([
        { state: "unavailable", text: "Not known", reason: "No preview has been generated." },
        null,
      ]);
    }
  });

  test("of a run that left preparation is a record, whatever its preview is worth now", () => {
    const { execution } = cancelledDraft.run;
    const { columns, rows } = blast(withRun(scenario("preview_void").facts, { execution }));
    expect(columns).toBeNull();
    expect(rows.every(({ now }) => now === null)).toBe(true);
  });
});

describe("BY-10 the policies behind the counts are read by name (SI-18)", () => {
  const rowOf = (facts: RestoreFacts, id: string) => confirm(facts).model.blast.rows.find((row) => row.id === id);
  const named = (facts: RestoreFacts, id: string) =>
    rowOf(facts, id)?.policies.map(({ id: known, lead, names, more }) => [
      known,
      lead,
      names.map((name) => name.external ?? name.text),
      more?.label ?? null,
    ]);
  const losses = scenario("armed_with_losses").facts;

  /** Facts whose preview holds these items, and a reach that is known. */
  function withItems(change: (items: readonly PreviewItem[]) => readonly PreviewItem[]): RestoreFacts {
    const { preview } = losses.run;
    if (preview === null) throw new TypeError("The scenario has no preview.");
    return withRun(losses, { preview: { ...preview, items: change(preview.items) } });
  }

  test("those that lose protection, all where they are few", () => {
    expect(named(armed, "removes_protection")).toEqual([
      ["known", null, ["BitLocker, corporate laptops", "Firewall, all devices", "Update ring, broad"], null],
    ]);
  });

  test("and the first few of many, with the way to the preview where all are", () => {
    expect(named(losses, "removes_protection")).toMatchObject([
      ["not_known", "Not known:", ["Compliance, Windows 11", "Windows Hello for Business"], null],
      ["known", "Known:", { length: 5 }, "and 2 more in the preview"],
    ]);
    expect(rowOf(losses, "removes_protection")?.policies.flatMap(({ more }) => more ?? [])).toEqual([
      {
        kind: "link",
        id: "more_policies:removes_protection/known",
        label: "and 2 more in the preview",
        href: "#preview/semantic-diff",
      },
    ]);
  });

  test("those of which it is not known stand beside the zero, and are named", () => {
    expect(rowOf(losses, "widens")).toMatchObject({
      label: "Policies that widen who is reached",
      measure: { state: "unavailable", text: "2 not known", reason: "The preview could not tell." },
      beside: "0 known",
      status: "unknown",
    });
    expect(named(losses, "widens")).toEqual([
      ["not_known", "Not known:", ["Compliance, Windows 11", "Windows Hello for Business"], null],
    ]);
  });

  test("what begins to be enforced has a row only where something does", () => {
    expect(named(losses, "enforces")).toEqual([["known", null, ["Defender antivirus baseline"], null]]);
    expect(rowOf(armed, "enforces")).toBeUndefined();
  });

  test("where nothing loses protection and everything is known, a zero is all that is said", () => {
    const facts = withItems((items) => items.map((item) => ({ ...item, changes: [] })));
    for (const id of ["widens", "removes_protection"]) {
      expect(rowOf(facts, id)).toMatchObject({ measure: { text: "0" }, beside: null, status: null, policies: [] });
    }
  });

  test("a preview that does not hold names nobody: its figures are not known now", () => {
    for (const id of ["preview_void", "preview_stale", "preview_required"] as const) {
      expect(confirm(scenario(id).facts).model.blast.rows.flatMap(({ policies }) => policies)).toEqual([]);
    }
  });

  test("ten thousand of them stay a few names and a count, in either language", () => {
    const many = withItems((items) => [
      ...items.map((item) => ({ ...item, changes: [] })),
      ...Array.from({ length: 10_000 }, (_, index) => ({ ...items[0]!, itemId: `${index}`, name: `Policy ${index}` })),
    ]);
    expect(named(many, "removes_protection")?.at(-1)).toMatchObject([
      "known",
      null,
      { length: 5 },
      "and 9,995 more in the preview",
    ]);
    const frame = resolveWizard(many, "confirm_execute", contexts.de);
    const [, lost] = resolveConfirmStep(many, frame, contexts.de).blast.rows;
    expect(lost?.policies[0]?.more?.label).toBe("und 9.995 weitere in der Vorschau");
  });

  test("in German a zero does not stand alone either", () => {
    const frame = resolveWizard(losses, "confirm_execute", contexts.de);
    const [widens] = resolveConfirmStep(losses, frame, contexts.de).blast.rows;
    expect(widens).toMatchObject({
      label: "Richtlinien, die erweitern, wer erreicht wird",
      measure: { text: "2 nicht bekannt" },
      beside: "0 bekannt",
    });
  });

  test("what is not known to widen is not said to widen, in the first words either", () => {
    expect(confirm(losses).model.lead.detail).toContain("Whether 2 policies would widen who is reached is not known.");
    const frame = resolveWizard(losses, "confirm_execute", contexts.de);
    expect(plain(resolveConfirmStep(losses, frame, contexts.de)).lead.detail).toContain(
      "Ob 2 Richtlinien erweitern würden, wer erreicht wird, ist nicht bekannt.",
    );
  });

  test("what was compared and cannot be told apart may do either; an order and a bare number do neither", () => {
    const unsure = (cause: UncertaintyCause, phase: RestorePhase = "assignments") =>
      withItems((items) =>
        items.map((item, index) => {
          const [setting] = item.changes;
          if (index !== 6 || setting === undefined) return { ...item, changes: [] };
          const certainty = { state: "uncertain", cause } as const;
          return { ...item, changes: [{ ...setting, phase, consequence: "changes", certainty }] };
        }),
      );
    const open = (facts: RestoreFacts) =>
      ["widens", "removes_protection", "enforces"].filter((id) => named(facts, id)?.[0]?.[0] === "not_known");
    expect(open(unsure("reach_not_comparable"))).toEqual(["widens", "removes_protection"]);
    expect(open(unsure("target_part_not_read", "settings"))).toEqual(["removes_protection", "enforces"]);
    expect(open(unsure("target_part_not_read", "scope_tags"))).toEqual(["widens"]);
    expect(open(unsure("order_may_matter", "settings"))).toEqual([]);
    expect(open(unsure("choice_meaning_not_exported", "settings"))).toEqual([]);
  });

  test("an item that is not written does none of it, and changes that are only counted count", () => {
    const skipped = withItems((items) =>
      items.map((item) => ({ ...item, action: "skip", skipReason: "preview_only" })),
    );
    expect(named(skipped, "removes_protection")).toEqual([]);
    const counted = withItems((items) =>
      items.map((item, index) => ({
        ...item,
        changes: [],
        changesNotListed: { ...item.changesNotListed, widens: index === 6 ? 1 : 0 },
      })),
    );
    expect(named(counted, "widens")?.map(([known]) => known)).toEqual(["known"]);
  });
});

describe("RW-20 what the checks found is read by name while it stands", () => {
  test.each([
    ["armed", true],
    ["viewer", true],
    ["completed_with_evidence", true],
    ["scope_changed", false],
    ["fresh_draft", false],
  ] as const)("%s: %s", (id, stands) => {
    expect(confirm(scenario(id).facts).model.checksStand).toBe(stands);
  });
});
