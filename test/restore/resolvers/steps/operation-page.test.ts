import { describe, expect, test } from "vitest";
import { resolveOperationPage } from "../../../../src/restore/resolvers/steps/operation-page.js";
import type { Operation } from "../../../../src/restore/run/operation.js";
import { executed, scenarioContext } from "../../../../src/testing/scenarios/index.js";

const { operation: finished } = executed("completed", {});
if (finished === null) throw new TypeError("The scenario has no operation.");

const run = { id: "rr_2041", href: "/runs/rr_2041", followUp: false };
const page = (
  change: Partial<Operation> = {},
  restoreRun: { id: string; href: string | null; followUp: boolean } = run,
) => resolveOperationPage({ operation: { ...finished, ...change }, restoreRun }, scenarioContext);
const open = { outcome: null, finishedAt: null } as const;

describe("SI-16 an operation is monitoring, and its run is the truth of the restore", () => {
  test.each<[Partial<Operation>, string, string, string, boolean]>([
    [{ status: "queued", ...open, startedAt: null }, "What is waiting?", "pending", "Operation queued", true],
    [{ status: "running", ...open }, "What is running?", "running", "Operation running", true],
    [{ outcome: "succeeded" }, "What ran?", "recorded", "Operation finished", false],
    [{ outcome: "partial" }, "What ran?", "attention", "Operation finished in part", false],
    [{ outcome: "failed" }, "What ran?", "blocked", "Operation failed", false],
    [{ outcome: "blocked" }, "What ran?", "blocked", "Operation blocked", false],
    [{ outcome: "cancelled" }, "What ran?", "unavailable", "Operation cancelled", false],
    [{ outcome: null }, "What ran?", "unknown", "Outcome not recorded", false],
    [{ outcome: "abandoned" as Operation["outcome"] }, "What ran?", "unknown", "Outcome not recorded", false],
  ])("%j", (change, question, literal, text, moving) => {
    expect(page(change)).toMatchObject({
      question,
      literal,
      text,
      moving,
      detail: "This page monitors the work. What became of the restore is told by its run.",
    });
  });
});

describe("RW-12 an execution that can still be stopped is stopped from its run", () => {
  const onRun = {
    kind: "link",
    id: "cancel_on_run",
    label: "Cancel on the run’s page",
    href: "/runs/rr_2041#cancel-restore",
  };

  test.each([
    ["queued", { status: "queued", ...open, startedAt: null }],
    ["running", { status: "running", ...open }],
  ] as const)("%s: the operation leads there", (_, change) => expect(page(change).cancel).toEqual(onRun));

  test("not once it ended, nor where the run may not be opened", () => {
    expect(page().cancel).toBeNull();
    expect(page({ status: "running", ...open }, { ...run, href: null }).cancel).toBeNull();
  });
});

describe("SI-19 progress and times", () => {
  test("a total that is not known yet is not invented", () => {
    expect(page({ ...open, status: "running", done: 3, total: null }).progress).toEqual({
      label: "Progress",
      text: "3 items done, total not known yet",
      done: 3,
      total: null,
    });
    expect(page().progress).toEqual({ label: "Progress", text: "12 of 12 items done", done: 12, total: 12 });
  });

  const times = (change: Partial<Operation>) => page(change).times.map(({ id, text, iso }) => [id, text, iso]);

  test("say when, and what has not happened yet", () => {
    expect(times({ status: "queued", ...open, startedAt: null })).toEqual([
      ["created", "20 Nov 2026, 16:58 UTC", "2026-11-20T16:58:00Z"],
      ["started", "Not yet", null],
      ["finished", "Not yet", null],
    ]);
    expect(page().times.map(({ label }) => label)).toEqual(["Requested", "Started", "Finished"]);
  });

  test("what an ended operation has no time for, and what is no time, was not recorded (BY-3)", () => {
    expect(times({ startedAt: null })[1]).toEqual(["started", "Not recorded", null]);
    expect(times({ status: "running", ...open, startedAt: "soon" })[1]).toEqual(["started", "Not recorded", null]);
  });
});

describe("SI-9 an operation says whether its restore has follow-up", () => {
  test("and leads to the run", () => {
    expect(page().followUp).toEqual({
      title: "Restore follow-up",
      text: "Nothing that you may see of this restore asks for follow-up so far. Its run says what happened and what to do next.",
      action: { kind: "link", id: "open_restore_run", label: "Open restore run", href: "/runs/rr_2041" },
    });
  });

  test("even to an operator who may not open it", () => {
    expect(page({}, { ...run, href: null, followUp: true }).followUp).toEqual({
      title: "Restore follow-up",
      text: "This restore has follow-up. You may not open its run; a workspace administrator can.",
      action: null,
    });
  });
});
