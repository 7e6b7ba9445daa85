import { describe, expect, test } from "vitest";
import { resolveConfirmStep } from "../../../../src/restore/resolvers/steps/confirm-step.js";
import { contexts } from "../../../contract/languages.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import {
  armed,
  executed,
  restoreScenarios,
  previewed,
  scenario,
  scenarioContext,
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
  const blocked = confirm(withRun(armed, { checks: null })).model;
  // Nor is anything set on a page that may be of another run by now (SI-5).
  expect(overtaken.lead).toMatchObject({ id: "execution-lead", literal: "unknown", text: "Page out of date" });
  expect(overtaken.dryRun.control.control).toMatchObject({ state: "shut" });
  for (const { blast, execute } of [overtaken, stale, blocked]) {
    expect(blast).toMatchObject({ state: "stale", columns: { recorded: "Recorded preview", now: "Now" } });
    expect(blast.rows.every(({ now }) => now === "Not known")).toBe(true);
    expect(execute.action.label).toBe("Restore to Contoso Production");
  }
  expect(confirm(armed).model.blast).toMatchObject({ state: "current", columns: null });
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
  expect(rows.slice(0, 2).map(({ label, measure }) => [label, measure.text])).toEqual([
    ["Policies known to widen who is reached", "0"],
    ["Policies known to remove protection", "3"],
  ]);
  const [, lost] = confirm(scenario("preview_void").facts).model.blast.rows;
  expect(lost).toMatchObject({ measure: { text: "3" }, now: "Not known" });
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
  test("where nothing grave would be done, nothing is added to what starting it means", () => {
    const { preview } = armed.run;
    const items = (preview?.items ?? []).map((item) => ({ ...item, changes: [] }));
    const { lead } = confirm(withRun(armed, { preview: preview && { ...preview, items } })).model;
    expect(lead.literal).toBe("next");
    expect(lead.detail).toBe(plain(scenarioContext.words.confirm.available.detail(armed.run.target.label)));
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
      "Nothing has been written yet. Starting it writes to Contoso Production at once. 3 policies would remove protection.",
      { kind: "callback" },
      "Writes start at once.",
    ]);
  });

  test("how much would be written stands in the largest words, and asks for attention only where something grave would happen", () => {
    expect(confirm(armed).model.lead).toMatchObject({ literal: "attention", text: "Ready to write 11 policies" });
    const { preview } = armed.run;
    if (preview === null) throw new TypeError("The scenario has no preview.");
    const items = preview.items.map((item) => ({ ...item, changes: [] }));
    expect(confirm(withRun(armed, { preview: { ...preview, items } })).model.lead).toMatchObject({
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
      ["widens", "0", null],
      ["removes_protection", "3", null],
      ["policiesWritten", "11", null],
      ["includeGroups", "9", null],
      ["excludeGroups", "3", null],
      ["policiesForAllUsers", "1", null],
      ["policiesForAllDevices", "Not known", null],
    ]);
    // What would happen that is grave, and what is not known among counts, are the rows to look at.
    expect(rows.flatMap(({ id, status }) => (status === null ? [] : [[id, status]]))).toEqual([
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
