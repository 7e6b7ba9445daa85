import type { ColumnType, Generated, Kysely, Transaction } from "kysely";
import type { Assessment, HostProblem, RunDocument } from "../../../src/restore/ports.js";
import type { BackupQuality } from "../../../src/restore/run/backup-set.js";
import type { CheckAcceptance, IdentityDecisions } from "../../../src/restore/run/decisions.js";
import type { CheckEvidence, PreviewEvidence } from "../../../src/restore/run/evidence.js";
import type { BackupItem, DirectoryGroup, ImportedFile } from "../../../src/restore/run/items.js";
import type {
  EvidenceFinding,
  OperationOutcome,
  OperationStatus,
  SnapshotState,
} from "../../../src/restore/run/operation.js";
import type { Operator } from "../../../src/restore/run/facts.js";
import type { Actor, FrozenTarget, RestoreRun, RunExecution, TargetIdentity } from "../../../src/restore/run/run.js";
import type { Dependency, RestoreMode, RestoreScope, Mappings } from "../../../src/restore/run/scope.js";
import type { DirectorySync, TargetDirectory, TargetPolicy } from "../../../src/restore/run/target.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import type { JsonValue } from "../../../src/safety/index.js";

/** A document: read as its type, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
/** A document that may be absent. */
export type NullableJson<T> = ColumnType<T | null, string | null, string | null>;
/** A moment: read as a date, written as RFC 3339. */
export type Moment = ColumnType<Date, string, string>;
export type NullableMoment = ColumnType<Date | null, string | null, string | null>;

/** The worker that is at something, until when nobody else may be, and how often it was begun and broke off without getting on. */
interface Leased {
  worker: string | null;
  lease_until: NullableMoment;
  times_begun: Generated<number>;
}

/** What of a run an assessment answers. */
export type AskedRun = Pick<
  RestoreRun,
  "backupSetId" | "scope" | "restoreMode" | "mappings" | "identityDecisions" | "acceptances"
>;

/** The product's own database. Rows of `backup_sets`, `backup_items`, `attempts` and `audit_events` are never changed. */
export interface ProductSchema {
  workspaces: { id: string; name: string };
  environments: {
    id: string;
    workspace_id: string;
    name: string;
    environment: "prod" | "test";
    tenant_id: string;
    /** Key of the tenant in the target's own database. */
    target_key: string;
    created_at: Moment;
  };
  directories: {
    environment_id: string;
    version: string;
    content: Json<TargetDirectory>;
    /** Number of the reading that it came of; 0 where it was read before readings were counted. */
    reading: string;
  };
  /** Readings of the directory that an operator asked for (PF-12). */
  directory_syncs: Leased & {
    id: string;
    /** The last of an environment has the greatest. */
    number: Generated<string>;
    workspace_id: string;
    environment_id: string;
    state: "queued" | "reading" | "succeeded" | "failed";
    requested_at: Moment;
    requested_by: Json<Actor>;
    finished_at: NullableMoment;
    changed: boolean | null;
    problem: NullableJson<NonNullable<DirectorySync["problem"]>>;
  };
  backup_sets: {
    id: string;
    workspace_id: string;
    name: string;
    captured_at: string | null;
    imported_at: Moment;
    tenant_id: string | null;
    tenant_name: string | null;
    content_hash: string;
    types: Json<readonly string[]>;
    quality: Json<BackupQuality>;
    groups: Json<readonly DirectoryGroup[]>;
    files: Json<readonly ImportedFile[]>;
  };
  backup_items: { backup_set_id: string; position: number; item_id: string; content: Json<BackupItem> };
  restore_runs: {
    id: string;
    workspace_id: string;
    environment_id: string;
    revision: number;
    created_at: Moment;
    updated_at: Moment;
    requested_by: Json<Actor>;
    target: Json<FrozenTarget>;
    target_identity: NullableJson<TargetIdentity>;
    backup_set_id: string | null;
    scope: NullableJson<RestoreScope>;
    restore_mode: RestoreMode;
    mappings: Json<Mappings>;
    identity_decisions: Json<IdentityDecisions>;
    acceptances: Json<readonly CheckAcceptance[]>;
    dry_run: boolean;
    checks: NullableJson<CheckEvidence>;
    preview: NullableJson<PreviewEvidence>;
    execution_status: string | null;
    execution: NullableJson<RunExecution>;
  };
  /** What the last preview of a run compared and planned, so that execution can name what moved since (BY-8). */
  previewed_items: {
    run_id: string;
    item_id: string;
    intended_fingerprint: string;
    policy: NullableJson<TargetPolicy>;
  };
  /** How the references of the last preview of a run were resolved, so that execution stops where one stands otherwise. */
  previewed_references: { run_id: string; dependencies: Json<readonly Dependency[]> };
  /** Checks and previews that were asked for. */
  assessments: Leased & {
    id: string;
    /** The last of a run has the greatest. */
    number: Generated<string>;
    workspace_id: string;
    environment_id: string;
    restore_run_id: string;
    kind: Assessment["kind"];
    state: Assessment["state"];
    stage: Assessment["stage"];
    asked: Json<AskedRun>;
    /** Fingerprint of `asked`: the same question is asked once. */
    question: string;
    fingerprint: string;
    requested_at: Moment;
    requested_by: Json<Operator>;
    started_at: NullableMoment;
    finished_at: NullableMoment;
    problem: NullableJson<Readonly<Record<RestoreLanguage, HostProblem>>>;
  };
  operations: Leased & {
    id: string;
    workspace_id: string;
    environment_id: string;
    restore_run_id: string;
    target_key: string;
    status: OperationStatus;
    outcome: OperationOutcome | null;
    created_at: Moment;
    started_at: NullableMoment;
    finished_at: NullableMoment;
    done: number;
    total: number | null;
    cancel_requested_by: NullableJson<Actor>;
  };
  /** What a request under a key was answered with, so that it is done once however often it comes. */
  idempotency_keys: {
    workspace_id: string;
    operator_id: string;
    key: string;
    recorded_at: Moment;
    request_fingerprint: string;
    answer: Json<RunDocument>;
  };
  /** Append-only: an intent before and an outcome after each write to the target (BY-9). */
  attempts: {
    id: Generated<string>;
    operation_id: string;
    item_id: string;
    phase: string;
    kind: "intent" | "outcome";
    at: Moment;
    detail: Json<JsonValue>;
  };
  evidence_snapshots: Leased & {
    id: string;
    operation_id: string;
    workspace_id: string;
    environment_id: string;
    state: SnapshotState;
    requested_at: Moment;
    captured_at: NullableMoment;
    coverage: NullableJson<{ readonly checked: number; readonly notChecked: number }>;
    findings: NullableJson<readonly EvidenceFinding[]>;
  };
  /** Append-only and chained: each entry holds the hash of the one before it in its workspace (ADR 0035). */
  audit_events: {
    id: Generated<string>;
    /** 1, 2, 3 … within its workspace, without a gap. */
    sequence: ColumnType<string, number>;
    at: Moment;
    workspace_id: string;
    environment_id: string | null;
    restore_run_id: string | null;
    actor: Json<Actor>;
    event: string;
    detail: Json<JsonValue>;
    previous_hash: string | null;
    hash: string;
  };
}

/** The product's database, in or out of a transaction. */
export type Db = Kysely<ProductSchema>;
export type Tx = Transaction<ProductSchema>;

/** Writes a document. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

/** Writes a document that may be absent. */
export function nullableJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Reads a moment as RFC 3339. */
export function moment(value: Date): string {
  return value.toISOString();
}

/** Reads a moment that may be absent. */
export function nullableMoment(value: Date | null): string | null {
  return value === null ? null : value.toISOString();
}
