import { describe, expect, test } from "vitest";
import type { EvidenceMarkers } from "../../../src/safety/index.js";
import { checksBasis, evidenceFreshness, restoreBasis } from "../../../src/restore/run/basis.js";
import type { EvidenceKind, RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { transition } from "../../../src/restore/run/transition.js";
import { checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
import { scoped, sourceSelected, withRun } from "../../../src/testing/scenarios/index.js";
import { now, refusal, runAfter } from "./support.js";

const early = "2026-11-20T16:40:00Z";
const late = "2026-11-20T16:41:00Z";
const moved = withRun(scoped, { restoreMode: "update_only" });

/** An answer about some facts, read at a moment. */
function answer(kind: EvidenceKind, about: RestoreFacts, change: Partial<EvidenceMarkers>): RunEvent {
  return kind === "checks"
    ? { event: "checks_completed", checks: { ...checksOf(about, []), ...change } }
    : { event: "preview_completed", preview: { ...previewOfFacts(about), ...change } };
}

/** A run at the present scope that holds evidence about some facts, read at a moment. */
function holding(kind: EvidenceKind, about: RestoreFacts, capturedAt: string): RestoreFacts {
  return withRun(scoped, {
    [kind]: { ...(kind === "checks" ? checksOf(about, []) : previewOfFacts(about)), capturedAt },
  });
}

describe.each(["checks", "preview"] as const)(
  "BY-1 an answer to a request for %s carries the basis that it answers",
  (kind) => {
    const stateAfter = (facts: RestoreFacts, event: RunEvent) =>
      evidenceFreshness({ ...facts, run: runAfter(facts, event) })[kind];

    test("the first one is recorded as it is", () => {
      expect(stateAfter(scoped, answer(kind, scoped, { capturedAt: early }))).toEqual({ state: "current", at: early });
    });

    test("one that the run moved on from is recorded, and shows what moved (SI-3)", () => {
      expect(stateAfter(scoped, answer(kind, moved, { capturedAt: early }))).toMatchObject({
        state: "invalidated",
        changes: [{ field: "restoreMode", before: "update_only", after: "create_missing" }],
      });
    });

    const held = [
      // What is held, read when; what comes, read when; what becomes of it.
      ["current", early, "current", late, null],
      ["current", early, "current", early, null],
      ["current", late, "current", early, "newer_evidence_recorded"],
      ["current", early, "moved", late, "evidence_answers_old_question"],
      ["current", late, "moved", early, "evidence_answers_old_question"],
      ["moved", early, "current", late, null],
      ["moved", late, "current", early, null],
      ["moved", early, "moved", late, null],
      ["moved", early, "moved", early, null],
      ["moved", late, "moved", early, "newer_evidence_recorded"],
    ] as const;
    const about = { current: scoped, moved } as const;

    test.each(held)("%s of %s, and then %s of %s: %s", (was, wasAt, comes, comesAt, code) => {
      const facts = holding(kind, about[was], wasAt);
      const event = answer(kind, about[comes], { capturedAt: comesAt });
      expect(refusal(facts, event)).toBe(code);
      if (code === null) expect(runAfter(facts, event)[kind]?.capturedAt).toBe(comesAt);
    });

    test("a refusal names which evidence it is about, and what moved", () => {
      const facts = holding(kind, scoped, early);
      expect(transition(facts.run, answer(kind, moved, { capturedAt: late }), now(facts))).toEqual({
        ok: false,
        refusal: {
          code: "evidence_answers_old_question",
          evidence: kind,
          changes: [{ field: "restoreMode", before: "update_only", after: "create_missing" }],
        },
      });
      expect(transition(facts.run, answer(kind, scoped, { capturedAt: "2026-11-20T16:39:59Z" }), now(facts))).toEqual({
        ok: false,
        refusal: { code: "newer_evidence_recorded", evidence: kind },
      });
    });

    test("one that is dated after the present was read before the clock was set back, and gives way to what is read now", () => {
      const facts = holding(kind, scoped, "2026-11-21T16:40:00Z");
      expect(refusal(facts, answer(kind, scoped, { capturedAt: early }))).toBeNull();
      expect(refusal(facts, answer(kind, moved, { capturedAt: early }))).toBe("evidence_answers_old_question");
    });

    test("one that is dated at this very moment was read now, and is later than what was read before", () => {
      const facts = holding(kind, scoped, late);
      expect(transition(facts.run, answer(kind, scoped, { capturedAt: early }), now(facts, { at: late }))).toEqual({
        ok: false,
        refusal: { code: "newer_evidence_recorded", evidence: kind },
      });
    });

    test("moments are compared as moments, not as text", () => {
      const facts = holding(kind, scoped, "2026-11-20T17:40:00+02:00");
      expect(refusal(facts, answer(kind, scoped, { capturedAt: "2026-11-20T16:00:00Z" }))).toBeNull();
    });

    test.each([
      ["which basis it answers", { basis: null }, "basis_not_recorded"],
      ["when it was read", { capturedAt: null }, "capture_time_not_recorded"],
      ["a moment that is one", { capturedAt: "yesterday" }, "capture_time_not_recorded"],
    ] as const)("one that does not tell %s is refused", (_, change, cause) => {
      expect(transition(scoped.run, answer(kind, scoped, change), now(scoped))).toEqual({
        ok: false,
        refusal: { code: "evidence_proves_no_basis", evidence: kind, cause },
      });
    });

    test("one whose fingerprint is not that of its fields is refused", () => {
      const { fields } = kind === "checks" ? checksBasis(scoped) : restoreBasis(scoped);
      const basis = { fields, fingerprint: "sha256:0" };
      expect(refusal(scoped, answer(kind, scoped, { basis }))).toBe("evidence_proves_no_basis");
    });

    test("what is recorded and proves nothing gives way to whatever proves something", () => {
      const stale = withRun(scoped, {
        [kind]: { ...(kind === "checks" ? checksOf(scoped, []) : previewOfFacts(scoped)), basis: null },
      });
      expect(refusal(stale, answer(kind, moved, { capturedAt: "2020-01-01T00:00:00Z" }))).toBeNull();
    });

    test("one about a run without a scope is refused", () => {
      expect(refusal(sourceSelected, answer(kind, sourceSelected, { capturedAt: early }))).toBe("scope_not_defined");
    });
  },
);
