import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceFreshness, restoreBasis } from "../../../src/restore/run/basis.js";
import type { RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { transition } from "../../../src/restore/run/transition.js";
import { confirmationHolds, whatWouldThisUndo } from "../../../src/restore/run/undo.js";
import { checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
import { armed, executed, freshDraft, previewed, scoped, withRun } from "../../../src/testing/scenarios/index.js";
import { cases } from "../../support/property.js";
import { after, now, queueRequest } from "./support.js";

const nothing = { voids: [], clears: [] };
const weekly =
  armed.backupSet === null ? null : { ...armed.backupSet, id: "bs_weekly", name: "Weekly", contentHash: "h" };
const otherSet: RunEvent = { event: "backup_set_selected", backupSetId: "bs_weekly" };
const updateOnly: RunEvent = {
  event: "scope_defined",
  scope: armed.run.scope ?? { mode: "all" },
  restoreMode: "update_only",
};
const skipKiosks: RunEvent = { event: "mapping_decided", key: "group/field-kiosks", decision: { decision: "skip" } };
const create: RunEvent = { event: "identity_decided", itemId: "a", decision: { decision: "create" } };

const evidenceOf = (facts: RestoreFacts, event: RunEvent) =>
  whatWouldThisUndo(facts, event).voids.map(({ evidence, changes }) => [evidence, changes.map(({ field }) => field)]);

describe("RW-16 a tick and a typed label", () => {
  test("hold while nothing that they were entered for was recorded on either side", () => {
    expect(confirmationHolds(freshDraft, withRun(freshDraft, { revision: 9 }))).toBe(true);
  });

  test.each(["checks", "preview"] as const)("do not hold once %s came or went", (evidence) => {
    const without = withRun(armed, { [evidence]: null });
    expect(confirmationHolds(without, armed)).toBe(false);
    expect(confirmationHolds(armed, without)).toBe(false);
    expect(confirmationHolds(without, without)).toBe(true);
  });
});

describe("BY-2 before a change the operator is told what it would undo", () => {
  test("another restore mode: checks, preview and the confirmation, with the mode as the cause", () => {
    const changes = [{ field: "restoreMode", before: "create_missing", after: "update_only" }];
    expect(whatWouldThisUndo(armed, updateOnly)).toEqual({
      voids: [
        { evidence: "checks", changes },
        { evidence: "preview", changes },
      ],
      clears: ["confirmation"],
    });
  });

  const accepted = { check: "identity", itemId: "a", finding: "f" } as const;
  test.each([
    [
      "mapping",
      { mappings: { "group/g": { decision: "skip" } } },
      { event: "mapping_decided", key: "group/g", decision: null },
    ],
    [
      "identity decision",
      { identityDecisions: { a: { decision: "create" } } },
      { event: "identity_decided", itemId: "a", decision: null },
    ],
    [
      "acceptance",
      { acceptances: [{ ...accepted, reason: "r", acceptedBy: { id: "d", name: "D" }, acceptedAt: "" }] },
      { event: "acceptance_withdrawn", ...accepted },
    ],
  ] as const)("taking back the only %s is what the operator asked for, and no loss", (_, entered, event) => {
    expect(whatWouldThisUndo(withRun(scoped, entered), event).clears).toEqual([]);
  });

  test("another backup set: everything that speaks of the items of this one", () => {
    const finding = { check: "identity", itemId: "a", finding: "f" } as const;
    const decided = withRun(armed, {
      identityDecisions: { a: { decision: "create" } },
      acceptances: [
        { ...finding, reason: "r", acceptedBy: { id: "d", name: "D" }, acceptedAt: "2026-11-20T17:00:00Z" },
      ],
    });
    const facts = withRun(decided, { checks: checksOf(decided, []), preview: previewOfFacts(decided) });
    const undone = whatWouldThisUndo(facts, otherSet, weekly);
    expect(undone.clears).toEqual(["scope", "mappings", "identity_decisions", "acceptances", "confirmation"]);
    expect(undone.voids.map(({ evidence }) => evidence)).toEqual(["checks", "preview"]);
    expect(undone.voids[0]?.changes.slice(0, 2)).toEqual([
      {
        field: "backupSet",
        before: expect.objectContaining({ id: "bs_0412" }),
        after: { id: "bs_weekly", name: "Weekly" },
      },
      { field: "backupContent", before: armed.backupSet?.contentHash, after: "h" },
    ]);
  });

  test("a set that the page does not know is still named as the cause", () => {
    expect(whatWouldThisUndo(armed, otherSet).voids[0]?.changes[0]).toMatchObject({ field: "backupSet", after: null });
  });

  test("a mapping and an identity decision: checks and preview", () => {
    expect(evidenceOf(previewed, skipKiosks)).toEqual([
      ["checks", ["mappings"]],
      ["preview", ["mappings"]],
    ]);
    expect(evidenceOf(previewed, create)).toEqual([
      ["checks", ["identityDecisions"]],
      ["preview", ["identityDecisions"]],
    ]);
    expect(whatWouldThisUndo(previewed, create).clears).toEqual([]);
  });

  test("taking back the only mapping is the change itself, not something it clears", () => {
    const undone = whatWouldThisUndo(previewed, {
      event: "mapping_decided",
      key: "group/field-kiosks",
      decision: null,
    });
    expect(undone.clears).toEqual([]);
    expect(undone.voids).toHaveLength(2);
  });

  test("taking back the only identity decision likewise", () => {
    const decided = after(armed, create);
    expect(
      whatWouldThisUndo({ ...decided, confirmation: previewed.confirmation }, { ...create, decision: null }),
    ).toEqual(nothing);
  });

  test("what is void already is not voided again", () => {
    const voided = after(armed, updateOnly);
    expect(whatWouldThisUndo(voided, create).voids).toEqual([]);
    expect(evidenceOf(withRun(voided, { checks: checksOf(voided, []) }), create)).toEqual([
      ["checks", ["identityDecisions"]],
    ]);
  });

  test.each([
    ["nothing was recorded or entered yet", scoped, create],
    ["the same set is chosen again", armed, { event: "backup_set_selected", backupSetId: "bs_0412" }],
    ["the same scope is applied again", armed, { ...updateOnly, restoreMode: "create_missing" }],
    ["dry-run is turned on", armed, { event: "dry_run_set", dryRun: true }],
    ["the event would be refused", freshDraft, skipKiosks],
    ["the run has left preparation", executed("running", {}), updateOnly],
    ["the run is queued", armed, queueRequest(armed)],
  ] as const)("nothing where %s", (_, facts, event) => {
    expect(whatWouldThisUndo(facts, event as RunEvent)).toEqual(nothing);
  });

  test("half a confirmation is one that can be lost", () => {
    const ticked = { ...armed, confirmation: { reviewedImpact: true, typedLabel: "", pasted: false } };
    const typed = { ...armed, confirmation: { reviewedImpact: false, typedLabel: "C", pasted: false } };
    const neither = { ...armed, confirmation: { reviewedImpact: false, typedLabel: "", pasted: false } };
    expect([ticked, typed, neither].map((facts) => whatWouldThisUndo(facts, updateOnly).clears)).toEqual([
      ["confirmation"],
      ["confirmation"],
      [],
    ]);
  });
});

describe("RW-3 a confirmation is of one basis, one preview and one list of findings", () => {
  test("it holds while nothing of them moved", () => {
    expect(confirmationHolds(armed, withRun(armed, { dryRun: true, revision: 90 }))).toBe(true);
  });

  test("it does not hold for another preview of the same basis, which may show something else", () => {
    const again = { ...previewOfFacts(armed), capturedAt: "2026-11-20T17:30:00Z" };
    const later = withRun(armed, { preview: again });
    expect(restoreBasis(later).fingerprint).toBe(restoreBasis(armed).fingerprint);
    expect(confirmationHolds(armed, later)).toBe(false);
  });

  test("nor for checks that were run again, nor for an accepted finding", () => {
    const checks = { ...checksOf(armed, []), capturedAt: "2026-11-20T17:30:00Z" };
    expect(confirmationHolds(armed, withRun(armed, { checks }))).toBe(false);
    expect(confirmationHolds(armed, withRun(armed, { restoreMode: "update_only" }))).toBe(false);
  });
});

describe("BY-2 the answer is what then happens", () => {
  const event = fc.oneof(
    fc
      .constantFrom("bs_0412", "bs_weekly")
      .map((backupSetId): RunEvent => ({ event: "backup_set_selected", backupSetId })),
    fc
      .record({
        scope: fc.constantFrom(armed.run.scope ?? { mode: "all" as const }, { mode: "all" as const }),
        restoreMode: fc.constantFrom("create_missing" as const, "update_only" as const),
      })
      .map((change): RunEvent => ({ event: "scope_defined", ...change })),
    fc
      .record({
        key: fc.constantFrom("group/field-kiosks", "group/x", "__proto__"),
        decision: fc.constantFrom(
          null,
          { decision: "skip" as const },
          { decision: "map" as const, targetId: "retail-kiosks" },
        ),
      })
      .map((change): RunEvent => ({ event: "mapping_decided", ...change })),
    fc
      .record({
        itemId: fc.constantFrom("a", "__proto__"),
        decision: fc.constantFrom(null, { decision: "create" as const }),
      })
      .map((change): RunEvent => ({ event: "identity_decided", ...change })),
    fc.boolean().map((dryRun): RunEvent => ({ event: "dry_run_set", dryRun })),
    fc.constant<RunEvent>({ event: "cancelled", reason: "Enough.", attemptedWrites: false, results: null }),
  );
  const recordNow = (facts: RestoreFacts): RestoreFacts =>
    withRun(facts, { checks: checksOf(facts, []), preview: previewOfFacts(facts) });

  const apply = (facts: RestoreFacts, one: RunEvent): RestoreFacts => {
    const result = transition(facts.run, one, now(facts));
    if (!result.ok) return facts;
    const { run } = result;
    return { ...facts, run, backupSet: run.backupSetId === "bs_weekly" ? weekly : armed.backupSet };
  };

  test("for every event after every history", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), event, fc.boolean(), (history, next, recorded) => {
        const walked = history.reduce(apply, armed);
        const facts = recorded && walked.run.scope !== null ? recordNow(walked) : walked;
        const before = evidenceFreshness(facts);
        const done = apply(facts, next);
        const is = evidenceFreshness(done);
        const chosen =
          next.event === "backup_set_selected" && next.backupSetId === "bs_0412" ? armed.backupSet : weekly;
        const lost = (["checks", "preview"] as const).flatMap((evidence) => {
          const freshness = is[evidence];
          if (before[evidence].state !== "current" || freshness.state === "current") return [];
          return [{ evidence, changes: freshness.state === "invalidated" ? freshness.changes : [] }];
        });
        const { voids, clears } = whatWouldThisUndo(facts, next, chosen);
        expect([voids, clears.includes("scope"), clears.includes("confirmation")]).toEqual([
          lost,
          facts.run.scope !== null && done.run.scope === null,
          !confirmationHolds(facts, done),
        ]);
      }),
      { numRuns: cases() },
    );
  });
});
