import { describe, expect, test } from "vitest";
import { restoreGates } from "../../../src/restore/resolvers/gates.js";
import type { RestoreGateId } from "../../../src/restore/resolvers/reasons.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { checksOf } from "../../../src/testing/scenarios/facts/evidence.js";
import {
  armed,
  executed,
  freshDraft,
  previewed,
  scenario,
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
    [scenario("source_empty").facts, "blocked", [["backup_set_empty", "backup-set"]]],
    [scenario("source_metadata_only").facts, "blocked", [["no_usable_items", "backup-set"]]],
  ],
  target_selected: [
    [armed, "complete", []],
    [withRun(armed, { targetIdentity: null }), "unknown", [["target_identity_not_read", "run-checks"]]],
    // The wizard is bound to its environment: no step edits the target (PF-17).
    [scenario("target_differs").facts, "blocked", [["target_identity_differs", null]]],
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
    [scenario("checks_blocking").facts, "blocked", [["checks_blocking", "findings"]]],
    [{ ...armed, scope: { ...scope, inScope: 0 } }, "pending", [["gate_waits_for", "scope"]]],
  ],
  preview: [
    [armed, "complete", []],
    [executed("running", {}), "complete", []],
    [withRun(armed, { preview: null }), "pending", [["preview_not_run", "run-preview"]]],
    [scenario("preview_void").facts, "pending", [["preview_invalidated", "run-preview"]]],
    [scenario("preview_stale").facts, "pending", [["preview_stale", "run-preview"]]],
    [withRun(armed, { checks: null }), "pending", [["gate_waits_for", "run-checks"]]],
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
    [withRun(armed, { preview: null }), "pending", [["gate_waits_for", "run-preview"]]],
  ],
  execution_and_evidence: [
    [scenario("completed_with_evidence").facts, "complete", []],
    [armed, "unavailable", [["not_executed", "execute"]]],
    [executed("queued", {}), "running", [["execution_queued", "operation"]]],
    [executed("running", {}), "running", [["execution_running", "operation"]]],
    [scenario("completed_proof_incomplete").facts, "attention", [["execution_without_evidence", "proof-gap"]]],
    [scenario("completed_with_follow_up").facts, "attention", [["evidence_asks_for_a_look", "evidence"]]],
    [scenario("needs_review").facts, "attention", [["execution_needs_review", "item-outcomes"]]],
    [scenario("failed").facts, "blocked", [["execution_failed", "item-outcomes"]]],
    // A run that ended is history: nothing on it clears that it was cancelled.
    [scenario("blocked_or_cancelled").facts, "unavailable", [["execution_cancelled", null]]],
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
