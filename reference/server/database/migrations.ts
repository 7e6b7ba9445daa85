import { type Kysely, type Migration, sql } from "kysely";
import { assessments, leases, timesBegun } from "./assessments.js";
import { auditChain } from "./audit-chain.js";
import { directoryReadings, directorySyncs } from "./directory-syncs.js";
import { changesAsData } from "./recorded-changes.js";

/**
 * Every migration of the product's database, in order. What those that were published come to is never changed. Whatever one of
 * them holds is held until it ends, and nobody reads or writes it meanwhile: rows are brought up to date many at a time.
 */
export const productMigrations: Readonly<Record<string, Migration>> = {
  "0001_restore_runs": { up: restoreRuns },
  "0002_previewed_references": { up: previewedReferences },
  "0003_decisions": { up: decisions },
  "0004_changes_as_data": { up: changesAsData },
  "0006_idempotency_keys": { up: idempotencyKeys },
  "0007_audit_chain": { up: auditChain },
  "0008_directory_syncs": { up: directorySyncs },
  "0009_assessments": { up: assessments },
  "0010_leases": { up: leases },
  "0011_operations_by_environment": { up: operationsByEnvironment },
  "0012_times_begun": { up: timesBegun },
  "0013_directory_readings": { up: directoryReadings },
};

// Documents are `json`, not `jsonb`: nothing queries inside them, and `jsonb` refuses text that real payloads hold (\u0000).
async function restoreRuns(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table workspaces (id text primary key, name text not null)`,
    sql`create table environments (
      id text primary key,
      workspace_id text not null references workspaces,
      name text not null,
      environment text not null check (environment in ('prod', 'test')),
      tenant_id text not null,
      target_key text not null unique,
      created_at timestamptz not null,
      unique (workspace_id, name)
    )`,
    sql`create table directories (
      environment_id text primary key references environments,
      version text not null,
      content json not null
    )`,
    sql`create table backup_sets (
      id text primary key,
      workspace_id text not null references workspaces,
      name text not null,
      captured_at text,
      imported_at timestamptz not null,
      tenant_id text,
      tenant_name text,
      content_hash text not null,
      types json not null,
      quality json not null,
      groups json not null,
      files json not null
    )`,
    sql`create table backup_items (
      backup_set_id text not null references backup_sets,
      position integer not null,
      item_id text not null,
      content json not null,
      primary key (backup_set_id, position),
      unique (backup_set_id, item_id)
    )`,
    sql`create table restore_runs (
      id text primary key,
      workspace_id text not null references workspaces,
      environment_id text not null references environments,
      revision integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      requested_by json not null,
      target json not null,
      target_identity json,
      backup_set_id text references backup_sets,
      scope json,
      restore_mode text not null check (restore_mode in ('create_missing', 'update_only')),
      mappings json not null,
      dry_run boolean not null,
      checks json,
      preview json,
      execution_status text,
      execution json,
      check ((execution_status is null) = (execution is null))
    )`,
    sql`create index on restore_runs (environment_id, created_at desc)`,
    sql`create table previewed_items (
      run_id text not null references restore_runs,
      item_id text not null,
      intended_fingerprint text not null,
      policy json,
      primary key (run_id, item_id)
    )`,
    sql`create table operations (
      id text primary key,
      workspace_id text not null references workspaces,
      environment_id text not null references environments,
      restore_run_id text not null unique references restore_runs,
      target_key text not null,
      status text not null check (status in ('queued', 'running', 'finished')),
      outcome text,
      created_at timestamptz not null,
      started_at timestamptz,
      finished_at timestamptz,
      done integer not null,
      total integer,
      cancel_requested_by json,
      worker text,
      lease_until timestamptz,
      check ((status = 'finished') = (outcome is not null))
    )`,
    sql`create unique index one_execution_per_target on operations (target_key) where status <> 'finished'`,
    sql`create table attempts (
      id bigint generated always as identity primary key,
      operation_id text not null references operations,
      item_id text not null,
      phase text not null,
      kind text not null check (kind in ('intent', 'outcome')),
      at timestamptz not null,
      detail json not null
    )`,
    sql`create index on attempts (operation_id, id)`,
    sql`create table evidence_snapshots (
      id text primary key,
      operation_id text not null references operations,
      workspace_id text not null references workspaces,
      environment_id text not null references environments,
      state text not null check (state in ('queued', 'generating', 'active', 'failed')),
      requested_at timestamptz not null,
      captured_at timestamptz,
      coverage json,
      findings json,
      check (state <> 'active' or (captured_at is not null and coverage is not null and findings is not null))
    )`,
    sql`create index on evidence_snapshots (operation_id, requested_at)`,
    sql`create table audit_events (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      workspace_id text not null,
      environment_id text,
      restore_run_id text,
      actor json not null,
      event text not null,
      detail json not null
    )`,
    sql`create index on audit_events (restore_run_id, id)`,
    sql`create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
      end
    $$`,
    ...["backup_sets", "backup_items", "attempts", "audit_events"].flatMap((table) => [
      sql`create trigger never_changed before update or delete on ${sql.table(table)}
        for each row execute function refuse_change()`,
      sql`create trigger never_emptied before truncate on ${sql.table(table)}
        for each statement execute function refuse_change()`,
    ]),
  ];
  for (const statement of statements) await statement.execute(db);
}

async function previewedReferences(db: Kysely<unknown>): Promise<void> {
  await sql`create table previewed_references (
    run_id text primary key references restore_runs,
    dependencies json not null
  )`.execute(db);
}

async function decisions(db: Kysely<unknown>): Promise<void> {
  await sql`alter table restore_runs
    add column identity_decisions json not null default '{}',
    add column acceptances json not null default '[]'`.execute(db);
}

async function operationsByEnvironment(db: Kysely<unknown>): Promise<void> {
  await sql`create index on operations (environment_id, created_at desc)`.execute(db);
}

async function idempotencyKeys(db: Kysely<unknown>): Promise<void> {
  await sql`create table idempotency_keys (
    workspace_id text not null references workspaces,
    operator_id text not null,
    key text not null,
    recorded_at timestamptz not null,
    request_fingerprint text not null,
    answer json not null,
    primary key (workspace_id, operator_id, key)
  )`.execute(db);
  await sql`create index on idempotency_keys (recorded_at)`.execute(db);
}
