import { describe, expect, test } from "vitest";
import { plain } from "../../../support/plain.js";
import { ended, newsOf, type Waiting } from "../../../../src/restore/resolvers/steps/announcements.js";
import type { Assessment } from "../../../../src/restore/run/assessment.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import { scenario, scenarioContext, type RestoreScenarioId } from "../../../../src/testing/scenarios/index.js";

const said = (what: Waiting, id: RestoreScenarioId) => ended(what, scenario(id).facts, scenarioContext);

describe("SI-19 the operator is told when something was queued, went on or ended", () => {
  test.each<[Waiting, RestoreScenarioId, string | null]>([
    ["load", "armed", null],
    ["change", "armed", "Saved."],
    ["checks", "checks_blocking", "Checks finished: 1 blocking finding, 0 not evaluated, 2 warnings."],
    ["checks", "mapping_required", "Checks were not recorded."],
    ["preview", "preview_current", "Preview finished: 11 policies would be written."],
    ["preview", "mapping_required", "The preview was not recorded."],
    ["execute", "in_progress", "Execution requested. Status: Running."],
    ["execute", "failed", "Execution requested. Status: Failed."],
    ["cancel", "blocked_or_cancelled", "Status: Cancelled."],
    ["evidence", "completed_with_evidence", "Another reading of the target was requested."],
  ])("after “%s” in %s: %s", (what, id, sentence) => {
    expect(said(what, id)).toBe(sentence);
  });

  test.each([
    ["queued", "The target’s directory is about to be read."],
    ["reading", "The target’s directory is being read."],
    ["succeeded", "The target’s directory was read."],
    ["failed", "The target’s directory could not be read."],
  ] as const)("a reading of the directory that is %s: %s", (state, sentence) => {
    const directorySync = {
      id: "sync_1",
      state,
      requestedAt: "2026-11-20T17:20:00Z",
      requestedBy: { id: "u_1", name: "Dana Okafor" },
      finishedAt: null,
      changed: null,
      problem: null,
    };
    expect(ended("sync", { ...scenario("mapping_required").facts, directorySync }, scenarioContext)).toBe(sentence);
  });

  test("nothing is said of a directory of which no reading is known (BY-3)", () => {
    const { facts } = scenario("armed");
    expect(ended("sync", facts, scenarioContext)).toBeNull();
    expect(ended("sync", { ...facts, directorySync: null }, scenarioContext)).toBeNull();
  });
});

describe("SI-19 of an answer the operator hears what is new", () => {
  const running = scenario("checks_running").facts;
  const { assessment } = running;
  if (assessment == null) throw new TypeError("Nothing was asked for.");
  const before: RestoreFacts = { ...running, assessment: null };
  const once = (change: Partial<Assessment>, facts = running): RestoreFacts => ({
    ...facts,
    assessment: { ...assessment, ...change },
  });
  const problem = {
    type: "urn:checkrail:problem:target_not_readable",
    title: "The target could not be read",
    status: 503,
    code: "target_not_readable",
    detail: "It did not answer.",
    reasons: [],
  };
  const failed = once({ state: "failed", stage: null, problem });
  const looked = { what: null, attempt: null };
  const mine = { what: null, attempt: assessment.id };
  const heard = (from: RestoreFacts | null, to: RestoreFacts, asked: Parameters<typeof newsOf>[2]) => {
    const news = newsOf(from, to, asked, scenarioContext);
    return news.news === "told" && news.sentence !== null ? { ...news, sentence: plain(news.sentence) } : news;
  };
  const sentence = (text: unknown) => ({ news: "told", sentence: text });
  const underWay = sentence(expect.stringMatching(/^Checks are running since/));

  test("nothing, where nothing is", () => {
    expect(heard(running, running, looked)).toEqual({ news: "none" });
    expect(heard(null, scenario("armed").facts, looked)).toEqual({ news: "none" });
    // What had ended before the page was there is no news to it.
    for (const state of ["cancelled", "succeeded"] as const)
      expect(heard(null, once({ state, stage: null }), looked)).toEqual({ news: "none" });
  });

  test("checks that began are told once, to whoever asked, came or looked", () => {
    expect(heard(before, running, { what: "checks", attempt: assessment.id })).toEqual(underWay);
    expect(heard(null, running, { what: "load", attempt: null })).toEqual(underWay);
    expect(heard(before, running, looked)).toEqual(underWay);
    expect(heard(running, once({ stage: "comparing" }), looked)).toEqual({ news: "none" });
  });

  test("who asks for checks that are on their way already hears since when they are", () => {
    const asked = { what: "checks", attempt: assessment.id } as const;
    expect(heard(running, once({ stage: "comparing" }), asked)).toEqual(underWay);
  });

  test("a preview that began is told like checks are", () => {
    const preview = once({ id: "as_0100", kind: "preview" });
    expect(heard(before, preview, looked)).toEqual(sentence(expect.stringMatching(/preview.* since /i)));
  });

  test("checks that take the place of others are told, too", () => {
    expect(heard(running, once({ id: "as_0099" }), looked)).toEqual(underWay);
  });

  test("what this page asked for and came to nothing is its problem; what somebody else asked for is told", () => {
    expect(heard(running, failed, mine)).toEqual({ news: "failed", asked: "checks", problem });
    const told = sentence(expect.stringMatching(/^The last checks, asked for by Dana Okafor, failed/));
    expect(heard(running, failed, looked)).toEqual(told);
    expect(heard(before, failed, looked)).toEqual(told);
    expect(heard(null, failed, mine)).toEqual(told);
    expect(heard(failed, failed, mine)).toEqual({ news: "none" });
  });

  test("a failure without a cause is told by who asked, because no problem can be shown", () => {
    expect(heard(running, once({ state: "failed", stage: null }), mine)).toEqual(
      sentence(expect.stringMatching(/failed.*Why was not recorded\.$/)),
    );
  });

  test("a cancellation and an end are told where they happened since", () => {
    expect(heard(running, once({ state: "cancelled" }), looked)).toEqual(sentence("The checks were cancelled."));
    expect(heard(null, once({ state: "cancelled" }), looked)).toEqual({ news: "none" });
    const found = once({ state: "succeeded" }, scenario("checks_blocking").facts);
    expect(heard(running, found, looked)).toEqual(sentence(expect.stringMatching(/^Checks finished: 1 blocking/)));
    expect(heard(found, found, looked)).toEqual({ news: "none" });
  });

  test("a run that moved while the page looked is said to have been changed elsewhere", () => {
    const moved = { ...before, run: { ...before.run, revision: before.run.revision + 1 } };
    expect(heard(before, moved, looked)).toEqual(sentence("The run was changed elsewhere. It is shown as it is now."));
    expect(heard(before, moved, { what: "change", attempt: null })).toEqual(sentence("Saved."));
    expect(heard(before, moved, { what: "load", attempt: null })).toEqual(sentence(null));
  });

  test("a reading of the directory that ended is told before what was asked for", () => {
    const reading = scenario("mapping_directory_being_read").facts;
    if (reading.directorySync == null) throw new TypeError("No reading was asked for.");
    const read: RestoreFacts = { ...reading, directorySync: { ...reading.directorySync, state: "succeeded" } };
    expect(heard(reading, read, looked)).toEqual(sentence("The target’s directory was read."));
    expect(heard(read, read, looked)).toEqual({ news: "none" });
  });
});
