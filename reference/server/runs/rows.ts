import type { Selectable, Updateable } from "kysely";
import type { EvidenceSnapshot, Operation } from "../../../src/restore/run/operation.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import { json, moment, nullableJson, nullableMoment, type ProductSchema } from "../database/schema.js";
import { recordedAcceptances } from "./recorded-acceptances.js";
import { recordedChecks } from "./recorded-checks.js";
import { recordedExecution } from "./recorded-execution.js";

export type RunRow = Selectable<ProductSchema["restore_runs"]>;
type RunUpdate = Updateable<ProductSchema["restore_runs"]>;

/** The run that a row holds. */
export function runOf(row: RunRow): RestoreRun {
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    environmentId: row.environment_id,
    revision: row.revision,
    createdAt: moment(row.created_at),
    updatedAt: moment(row.updated_at),
    requestedBy: row.requested_by,
    target: row.target,
    targetIdentity: row.target_identity,
    backupSetId: row.backup_set_id,
    scope: row.scope,
    restoreMode: row.restore_mode,
    mappings: row.mappings,
    identityDecisions: row.identity_decisions,
    acceptances: recordedAcceptances(row.acceptances),
    dryRun: row.dry_run,
    checks: recordedChecks(row.checks),
    preview: row.preview,
    execution: recordedExecution(row.execution),
  };
}

/** The columns of a run. */
export function columnsOf(run: RestoreRun) {
  return {
    id: run.id,
    workspace_id: run.workspaceId,
    environment_id: run.environmentId,
    revision: run.revision,
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    requested_by: json(run.requestedBy),
    target: json(run.target),
    target_identity: nullableJson(run.targetIdentity),
    backup_set_id: run.backupSetId,
    scope: nullableJson(run.scope),
    restore_mode: run.restoreMode,
    mappings: json(run.mappings),
    identity_decisions: json(run.identityDecisions),
    acceptances: json(run.acceptances),
    dry_run: run.dryRun,
    checks: nullableJson(run.checks),
    preview: nullableJson(run.preview),
    execution_status: run.execution?.status ?? null,
    execution: nullableJson(run.execution),
  };
}

/** The columns that one event changed; evidence of thousands of items is not written again with every tick of a box. */
export function changedColumns(before: RestoreRun, after: RestoreRun): RunUpdate {
  return {
    revision: after.revision,
    updated_at: after.updatedAt,
    ...(after.targetIdentity !== before.targetIdentity && { target_identity: nullableJson(after.targetIdentity) }),
    ...(after.backupSetId !== before.backupSetId && { backup_set_id: after.backupSetId }),
    ...(after.scope !== before.scope && { scope: nullableJson(after.scope) }),
    ...(after.restoreMode !== before.restoreMode && { restore_mode: after.restoreMode }),
    ...(after.mappings !== before.mappings && { mappings: json(after.mappings) }),
    ...(after.identityDecisions !== before.identityDecisions && { identity_decisions: json(after.identityDecisions) }),
    ...(after.acceptances !== before.acceptances && { acceptances: json(after.acceptances) }),
    ...(after.dryRun !== before.dryRun && { dry_run: after.dryRun }),
    ...(after.checks !== before.checks && { checks: nullableJson(after.checks) }),
    ...(after.preview !== before.preview && { preview: nullableJson(after.preview) }),
    ...(after.execution !== before.execution && {
      execution_status: after.execution?.status ?? null,
      execution: nullableJson(after.execution),
    }),
  };
}

/** The operation that a row holds, without what only the worker needs. */
export function operationOf(row: Selectable<ProductSchema["operations"]>): Operation {
  return {
    id: row.id,
    kind: "restore.execute",
    workspaceId: row.workspace_id,
    environmentId: row.environment_id,
    restoreRunId: row.restore_run_id,
    status: row.status,
    outcome: row.outcome,
    createdAt: moment(row.created_at),
    startedAt: nullableMoment(row.started_at),
    finishedAt: nullableMoment(row.finished_at),
    done: row.done,
    total: row.total,
  };
}

/** The evidence snapshot that a row holds. */
export function snapshotOf(row: Selectable<ProductSchema["evidence_snapshots"]>): EvidenceSnapshot {
  return {
    id: row.id,
    operationId: row.operation_id,
    workspaceId: row.workspace_id,
    environmentId: row.environment_id,
    state: row.state,
    requestedAt: moment(row.requested_at),
    capturedAt: nullableMoment(row.captured_at),
    coverage: row.coverage,
    // A finding of the former form told nothing of its parts.
    findings: row.findings?.map((finding) => ({ ...finding, parts: finding.parts ?? null })) ?? null,
  };
}
