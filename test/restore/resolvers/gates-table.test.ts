import { describe, expect, test } from "vitest";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import { recordedFreshness } from "../../../src/restore/resolvers/steps/evidence-band.js";
import { resolveWizard } from "../../../src/restore/resolvers/wizard.js";
import type { RestoreGateId } from "../../../src/restore/resolvers/reasons.js";
import type { BackupQuality } from "../../../src/restore/run/backup-set.js";
import type { CheckFinding, PreviewItem, SkipReason } from "../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import type { TargetIdentity } from "../../../src/restore/run/run.js";
import { checksOf } from "../../../src/testing/scenarios/facts/evidence.js";
import { fieldGroup, pilotGroup } from "../../../src/testing/scenarios/facts/scope.js";
import {
  armed,
  executed,
  freshDraft,
  previewed,
  scenario,
  scenarioContext,
  viewer,
  withRun,
} from "../../../src/testing/scenarios/index.js";

const gateOf = (facts: RestoreFacts, id: RestoreGateId) => restoreGates(facts).find((gate) => gate.id === id);
const scope = armed.scope ?? { inScope: 1, writable: 1, previewOnly: 0, metadataOnly: 0, requestedItems: [] };
const throwing = {
  ...armed,
  get operator(): never {
    throw new Error("gone");
  },
} as unknown as RestoreFacts;

const withQuality = (change: Partial<BackupQuality>): RestoreFacts => ({
  ...armed,
  backupSet: armed.backupSet && { ...armed.backupSet, quality: { ...armed.backupSet.quality, ...change } },
});
const withIdentity = (change: Partial<TargetIdentity>): RestoreFacts =>
  withRun(armed, { targetIdentity: armed.run.targetIdentity && { ...armed.run.targetIdentity, ...change } });
const withFindings = (...findings: readonly CheckFinding[]): RestoreFacts =>
  withRun(armed, { checks: checksOf(armed, findings) });
const skippedBecause = (skipReason: SkipReason, facts: RestoreFacts): RestoreFacts => {
  const { preview } = facts.run;
  const skip = { action: "skip", skipReason } as const;
  const items = preview?.items.map((item, index) => (index === 0 ? { ...item, ...skip } : item)) ?? [];
  return withRun(facts, { preview: preview && { ...preview, items } });
};
/** The same facts with other items in their preview. */
const showing = (
  change: (items: readonly PreviewItem[]) => readonly PreviewItem[],
  facts: RestoreFacts,
): RestoreFacts => {
  const { preview } = facts.run;
  return withRun(facts, { preview: preview && { ...preview, items: change(preview.items) } });
};
/** A record from before the snapshot of what was confirmed was kept (SI-6). */
const withoutSnapshot = (facts: RestoreFacts): RestoreFacts =>
  withRun(facts, { execution: facts.run.execution && { ...facts.run.execution, safetySnapshot: null } });
/** A draft that was given up: nothing was ever asked to run. */
const givenUp = executed("cancelled", {
  execution: { operationId: null, queuedAt: null, startedAt: null, safetySnapshot: null },
});
const blocking: CheckFinding = {
  check: "identity",
  severity: "blocking",
  itemId: "settings_catalog/01",
  itemName: "BitLocker",
  reason: { code: "homonyms", policy: "BitLocker", count: 2 },
};
const notListed: CheckFinding = {
  ...blocking,
  check: "missing_in_target",
  severity: "not_evaluated",
  reason: { code: "not_listed", cause: "throttled" },
};

type Row = readonly [
  facts: RestoreFacts,
  verdict: string,
  blockers: readonly (readonly [code: string, anchor: string | null])[],
];

/** Every status that each gate can reach, with its blockers in order and the place that clears each; null where nobody here can. */
const table: Readonly<Record<RestoreGateId, readonly Row[]>> = {
  usable_source_selected: [
    [armed, "complete", []],
    [freshDraft, "pending", [["backup_set_not_selected", "backup-set"]]],
    [{ ...armed, backupSet: null }, "unknown", [["backup_set_not_readable", "backup-set"]]],
    [scenario("source_quality_not_recorded").facts, "unknown", [["backup_quality_not_recorded", "backup-set"]]],
    [withQuality({ itemCount: null }), "unknown", [["backup_quality_not_recorded", "backup-set"]]],
    [withQuality({ usableItems: null }), "unknown", [["backup_quality_not_recorded", "backup-set"]]],
    [scenario("source_empty").facts, "blocked", [["backup_set_empty", "backup-set"]]],
    [scenario("source_metadata_only").facts, "blocked", [["no_usable_items", "backup-set"]]],
  ],
  target_selected: [
    [armed, "complete", []],
    [withRun(armed, { targetIdentity: null }), "unknown", [["target_identity_not_read", "run-checks"]]],
    // The wizard is bound to its environment: no step edits the target (PF-17).
    [scenario("target_differs").facts, "blocked", [["target_identity_differs", null]]],
    [withIdentity({ tenantId: "fabrikam" }), "blocked", [["target_identity_differs", null]]],
    [withIdentity({ label: "Contoso Test" }), "blocked", [["target_identity_differs", null]]],
    // Only a workspace administrator can grant it (SI-11).
    [{ ...armed, operator: viewer }, "blocked", [["operator_not_entitled", null]]],
    [throwing, "unknown", [["gate_not_evaluated", null]]],
  ],
  scope_dependency_mapping: [
    [armed, "complete", []],
    [withRun(armed, { scope: null }), "pending", [["scope_not_defined", "scope"]]],
    [{ ...armed, scope: null }, "unknown", [["scope_not_readable", "scope"]]],
    [{ ...armed, scope: { ...scope, inScope: 0 } }, "blocked", [["scope_empty", "scope"]]],
    [withRun(armed, { scope: { mode: "selected", itemIds: ["gone"] } }), "blocked", [["scope_items_unknown", "scope"]]],
    [{ ...armed, dependencies: null }, "unknown", [["dependencies_not_determined", "mappings"]]],
    [scenario("mapping_required").facts, "blocked", [["mappings_unresolved", "mappings"]]],
    [{ ...armed, backupSet: null }, "pending", [["gate_waits_for", "backup-set"]]],
  ],
  validation: [
    [armed, "complete", []],
    [executed("running", {}), "complete", []],
    [withRun(armed, { checks: null }), "pending", [["checks_not_run", "run-checks"]]],
    [withRun(armed, { restoreMode: "update_only" }), "pending", [["checks_invalidated", "run-checks"]]],
    [withRun(armed, { checks: { ...checksOf(armed, []), basis: null } }), "pending", [["checks_stale", "run-checks"]]],
    // What the checks say nothing of is not free of conflict, however current they are (RW-7, RW-20).
    [
      withRun(armed, { checks: { ...checksOf(armed, []), findings: [] } }),
      "blocked",
      [["checks_incomplete", "run-checks"]],
    ],
    // Which policy is meant is decided at a place of its own (BY-4).
    [scenario("checks_blocking").facts, "blocked", [["checks_blocking", "identity"]]],
    [scenario("enforcement_begins").facts, "blocked", [["checks_blocking", "findings"]]],
    [scenario("checks_not_evaluated").facts, "blocked", [["checks_not_evaluated", "findings"]]],
    [
      withFindings(blocking, { ...blocking, itemId: "settings_catalog/02" }, notListed),
      "blocked",
      [
        ["checks_blocking", "identity"],
        ["checks_not_evaluated", "findings"],
      ],
    ],
    [{ ...armed, scope: { ...scope, inScope: 0 } }, "pending", [["gate_waits_for", "scope"]]],
    [withoutSnapshot(executed("completed", {})), "unknown", [["safety_record_missing", null]]],
    [
      withRun(withoutSnapshot(executed("completed", {})), { checks: null }),
      "unknown",
      [["safety_record_missing", null]],
    ],
    [givenUp, "complete", []],
  ],
  preview: [
    [armed, "complete", []],
    [executed("running", {}), "complete", []],
    [withRun(armed, { preview: null }), "pending", [["preview_not_run", "run-preview"]]],
    [scenario("preview_void").facts, "pending", [["preview_invalidated", "run-preview"]]],
    [scenario("preview_stale").facts, "pending", [["preview_stale", "run-preview"]]],
    [skippedBecause("mapping_unresolved", armed), "blocked", [["preview_undecided", "run-checks"]]],
    [showing((items) => items.slice(1), armed), "blocked", [["preview_incomplete", "run-preview"]]],
    [showing((items) => items.slice(1), executed("running", {})), "complete", []],
    [withRun(armed, { checks: null }), "pending", [["gate_waits_for", "run-checks"]]],
    [withoutSnapshot(executed("partial", {})), "unknown", [["safety_record_missing", null]]],
    [
      withRun(withoutSnapshot(executed("partial", {})), { preview: null }),
      "unknown",
      [["safety_record_missing", null]],
    ],
    [givenUp, "complete", []],
  ],
  confirmation: [
    [armed, "complete", []],
    [executed("running", {}), "complete", []],
    [
      { ...previewed, scope: { ...scope, writable: 0 } },
      "pending",
      [
        ["nothing_writable", "scope"],
        ["dry_run_on", "dry-run"],
        ["impact_not_reviewed", "review"],
        ["typed_confirmation_not_met", "typed-confirmation"],
      ],
    ],
    // Only a workspace administrator can grant it (SI-11).
    [{ ...armed, operator: viewer }, "blocked", [["capability_missing", null]]],
    [{ ...armed, superseded: true }, "unknown", [["facts_superseded", "problem"]]],
    [withRun({ ...armed, scope: null }, { dryRun: true }), "pending", [["dry_run_on", "dry-run"]]],
    [withRun(armed, { preview: null }), "pending", [["gate_waits_for", "run-preview"]]],
    [withoutSnapshot(executed("queued", {})), "unknown", [["safety_record_missing", null]]],
    [
      withoutSnapshot(executed("failed", { execution: { queuedAt: null } })),
      "unknown",
      [["safety_record_missing", null]],
    ],
    // Cancelled, and an operation or a moment of the queue says that it was asked to run.
    [
      withoutSnapshot(executed("cancelled", { execution: { queuedAt: null } })),
      "unknown",
      [["safety_record_missing", null]],
    ],
    [
      withoutSnapshot(executed("cancelled", { execution: { operationId: null } })),
      "unknown",
      [["safety_record_missing", null]],
    ],
    [givenUp, "unavailable", [["ended_unconfirmed", null]]],
  ],
  execution_and_evidence: [
    [scenario("completed_with_evidence").facts, "complete", []],
    [armed, "unavailable", [["not_executed", "execute"]]],
    [executed("queued", {}), "pending", [["execution_queued", "operation"]]],
    [executed("running", {}), "running", [["execution_running", "operation"]]],
    [scenario("completed_proof_incomplete").facts, "attention", [["execution_without_evidence", "proof-gap"]]],
    // What this operator may not see is for somebody else to clear (SI-11).
    [scenario("evidence_not_authorised").facts, "attention", [["execution_evidence_unauthorised", null]]],
    [scenario("completed_with_follow_up").facts, "attention", [["evidence_asks_for_a_look", "evidence"]]],
    [scenario("needs_review").facts, "attention", [["execution_needs_review", "item-outcomes"]]],
    [scenario("failed").facts, "blocked", [["execution_failed", "item-outcomes"]]],
    // A run that ended is history: nothing on it clears that it was cancelled.
    [scenario("blocked_or_cancelled").facts, "unavailable", [["execution_cancelled", null]]],
    [withoutSnapshot(scenario("completed_with_evidence").facts), "attention", [["safety_record_missing", null]]],
    [
      withoutSnapshot(scenario("completed_with_follow_up").facts),
      "attention",
      [["evidence_asks_for_a_look", "evidence"]],
    ],
    [givenUp, "unavailable", [["execution_cancelled", null]]],
    [executed("verified" as never, { operation: { outcome: null } }), "unknown", [["gate_not_evaluated", null]]],
  ],
};

describe.each(Object.entries(table))("PF-2 the gate %s", (id, rows) => {
  test.each(
    rows.map(
      (row, index) => [`${row[1]} (${row[2].map(([code]) => code).join(", ") || "nothing open"})`, index] as const,
    ),
  )("is %s", (_, index) => {
    const [facts, verdict, blockers] = rows[index] ?? [armed, "no such row", []];
    const gate = gateOf(facts, id as RestoreGateId);
    expect(gate?.verdict).toBe(verdict);
    const open = gate === undefined || gate.verdict === "complete" ? [] : gate.blockers;
    expect(open.map(({ reason, clearedBy }) => [reason.code, clearedBy?.anchor ?? null])).toEqual(blockers);
  });
});

describe("PF-2 a gate says what it found, with its numbers and names", () => {
  const notice = (facts: RestoreFacts, id: RestoreGateId) => {
    const gate = gateOf(facts, id);
    return gate?.verdict === "complete" ? gate.notice : "open";
  };
  const first = (facts: RestoreFacts, id: RestoreGateId) => {
    const gate = gateOf(facts, id);
    return gate === undefined || gate.verdict === "complete" ? gate?.reason : gate.blockers[0].reason;
  };

  test.each([
    ["usable_source_selected", armed, { code: "source_usable", usable: 145, items: 148 }],
    ["target_selected", armed, { code: "target_confirmed", label: "Contoso Production" }],
    [
      "target_selected",
      withIdentity({ label: "Contoso Test", tenantId: "fabrikam" }),
      {
        code: "target_identity_differs",
        expected: { label: "Contoso Production", tenantId: armed.run.target.tenantId },
        actual: { label: "Contoso Test", tenantId: "fabrikam" },
      },
    ],
    ["scope_dependency_mapping", armed, { code: "scope_mapped", items: 12, dependencies: 2 }],
    [
      "scope_dependency_mapping",
      scenario("mapping_required").facts,
      { code: "mappings_unresolved", count: 1, first: { kind: "group", name: "Field kiosks" } },
    ],
    [
      "scope_dependency_mapping",
      { ...armed, dependencies: [{ ...fieldGroup, sourceName: null }, pilotGroup] },
      { code: "mappings_unresolved", count: 1, first: { kind: "group", name: "field-kiosks" } },
    ],
    [
      "validation",
      withFindings(notListed, blocking, { ...blocking, itemId: "settings_catalog/02" }),
      { code: "checks_blocking", count: 2, first: blocking.reason },
    ],
    ["validation", armed, { code: "checks_clear", items: 12 }],
    ["preview", armed, { code: "preview_current", written: 11, items: 12 }],
    ["confirmation", armed, { code: "confirmed_now", label: "Contoso Production" }],
    ["confirmation", executed("running", {}), { code: "confirmed", by: "Dana Okafor", label: "Contoso Production" }],
    ["execution_and_evidence", scenario("completed_with_evidence").facts, { code: "execution_with_evidence" }],
  ] as const)("%s", (id, facts, reason) => {
    expect(first(facts, id)).toEqual(reason);
  });

  test("that nothing in scope can be written is told beside the scope, before anybody is asked to confirm (RW-6)", () => {
    expect(notice({ ...armed, scope: { ...scope, writable: 0 } }, "scope_dependency_mapping")).toEqual({
      code: "nothing_writable",
    });
    expect(notice(armed, "scope_dependency_mapping")).toBeNull();
  });

  test("what was left out is told beside the scope, with the items that are written without it, each once (PF-11)", () => {
    const { facts } = scenario("mapping_skipped");
    expect(notice(facts, "scope_dependency_mapping")).toEqual({ code: "references_left_out", count: 1, items: 4 });
    const [leftOut] = facts.dependencies ?? [];
    if (leftOut === undefined) throw new TypeError("The scenario leaves nothing out.");
    const twice = { ...facts, dependencies: [leftOut, { ...leftOut, key: "group/other" }] };
    expect(notice(twice, "scope_dependency_mapping")).toEqual({ code: "references_left_out", count: 2, items: 4 });
  });

  test("a check that cannot block and was not evaluated is told, never counted as safe (RW-7)", () => {
    const newer = { ...notListed, check: "newer_than_backup", reason: { code: "modified_time_not_told" } } as const;
    expect(notice(withFindings(newer), "validation")).toEqual({
      code: "checks_to_look_at",
      warnings: 0,
      notEvaluated: 1,
      accepted: null,
    });
    expect(notice(withFindings(), "validation")).toBeNull();
  });
});

describe("SI-6 a queued run whose record lost something since", () => {
  const queued = executed("running", {});

  test("without its checks is not said to have checked nothing, nor to have evaluated everything (BY-3)", () => {
    const gate = gateOf(withRun(queued, { checks: null }), "validation");
    expect(gate).toMatchObject({
      verdict: "complete",
      freshness: { state: "current", at: queued.run.execution?.safetySnapshot?.checksCapturedAt },
      reason: { code: "checks_clear", items: null },
      notice: { code: "checks_to_look_at", warnings: 2, notEvaluated: null, accepted: null },
    });
  });

  test("shows what was not evaluated and accepted then, beside the warnings of then", () => {
    const accepted = scenario("check_accepted").facts.run;
    const facts = withRun(queued, { checks: accepted.checks, acceptances: accepted.acceptances });
    expect(gateOf(facts, "validation")).toMatchObject({
      verdict: "complete",
      notice: { warnings: 2, notEvaluated: 1, accepted: { count: 1, by: "Dana Okafor" } },
    });
  });

  test("without its preview shows none, and calls none current", () => {
    expect(gateOf(withRun(queued, { preview: null }), "preview")).toMatchObject({
      verdict: "pending",
      freshness: { state: "not_run" },
      blockers: [{ reason: { code: "preview_not_run" } }],
    });
  });

  test("keeps the preview that it was confirmed with, whatever that left undecided", () => {
    expect(gateOf(skippedBecause("identity_undecided", queued), "preview")).toMatchObject({
      verdict: "complete",
      freshness: { state: "current", at: queued.run.execution?.safetySnapshot?.previewCapturedAt },
    });
  });
});

describe("SI-6 a finished record that does not say what allowed it", () => {
  const finished = withoutSnapshot(scenario("completed_with_evidence").facts);

  test("waits for nothing and offers no way to confirm it now: what was not recorded then is not asked for today", () => {
    const { flow, decision } = resolveWizard(finished, "confirm_execute", scenarioContext);
    for (const id of ["validation", "preview", "confirmation"]) {
      const gate = flow.gates.find((each) => each.id === id);
      expect(gate).toMatchObject({
        verdict: "unknown",
        reason: "What allowed the execution was not recorded, so this cannot be shown.",
      });
      expect(gate?.blockers?.every(({ clearedBy }) => clearedBy === null)).toBe(true);
    }
    expect(decision.status).toMatchObject({ literal: "recorded", text: "Preparation has ended" });
  });

  test("is not judged by what has moved since, nor by what has not (SI-13)", () => {
    const stale = { state: "stale", cause: "basis_not_recorded" };
    for (const facts of [finished, { ...finished, directoryVersion: "sha256:moved-on" }]) {
      expect(recordedFreshness(facts)).toMatchObject({ checks: stale, preview: stale });
    }
    const { checks, preview } = finished.run;
    expect(recordedFreshness(finished)).toMatchObject({
      checks: { at: checks?.capturedAt },
      preview: { at: preview?.capturedAt },
    });
    expect(recordedFreshness(withRun(finished, { checks: null, preview: null }))).toEqual({
      checks: { state: "not_run" },
      preview: { state: "not_run" },
    });
  });

  test("a draft that was given up keeps its evidence as it stands", () => {
    expect(recordedFreshness(givenUp)).toMatchObject({ checks: { state: "current" }, preview: { state: "current" } });
    expect(recordedFreshness({ ...givenUp, directoryVersion: "sha256:moved-on" })).toMatchObject({
      checks: { state: "invalidated" },
    });
  });
});

describe("PF-16 three axes stay apart", () => {
  test("a gate that waits keeps the freshness of its own evidence", () => {
    const facts = { ...armed, scope: { ...scope, inScope: 0 } };
    expect(gateOf(facts, "validation")).toMatchObject({ verdict: "pending", freshness: { state: "current" } });
  });

  test("void evidence is not complete wherever the operator stands", () => {
    const gates = restoreGates(withRun(armed, { restoreMode: "update_only" }));
    expect(gates.map(({ position }) => position)).toEqual([
      "passed",
      "passed",
      "passed",
      "next",
      "upcoming",
      "upcoming",
      "upcoming",
    ]);
    expect(gates[3]).toMatchObject({ verdict: "pending", freshness: { state: "invalidated" } });
  });

  test("a run that was queued shows what held then, whatever has moved since (SI-6)", () => {
    const facts = { ...executed("running", {}), directoryVersion: "sha256:later" };
    expect(gateOf(facts, "validation")).toMatchObject({ verdict: "complete", freshness: { state: "current" } });
    expect(gateOf(facts, "preview")).toMatchObject({ verdict: "complete", freshness: { state: "current" } });
  });
});
