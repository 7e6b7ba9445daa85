import { type Kysely, sql } from "kysely";

/** Checks and previews as work of their own; of each run one is open at most. */
export async function assessments(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table assessments (
      id text primary key,
      number bigint generated always as identity,
      workspace_id text not null references workspaces,
      environment_id text not null references environments,
      restore_run_id text not null references restore_runs,
      kind text not null check (kind in ('checks', 'preview')),
      state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
      stage text check (stage in ('reading_target', 'comparing')),
      asked json not null,
      question text not null,
      fingerprint text not null,
      requested_at timestamptz not null,
      requested_by json not null,
      started_at timestamptz,
      finished_at timestamptz,
      times_begun integer not null default 0,
      problem json,
      worker text,
      lease_until timestamptz,
      check ((state = 'running') = (stage is not null)),
      check ((state in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null)),
      check ((state = 'failed') = (problem is not null))
    )`,
    sql`create unique index one_open_assessment_per_run on assessments (restore_run_id)
      where state in ('queued', 'running')`,
    sql`create index on assessments (restore_run_id, number desc)`,
  ];
  for (const statement of statements) await statement.execute(db);
}

/** Readings of the target have a worker and a lease, as executions have. */
export async function leases(db: Kysely<unknown>): Promise<void> {
  for (const table of ["evidence_snapshots", "directory_syncs"])
    await sql`alter table ${sql.table(table)} add column worker text, add column lease_until timestamptz`.execute(db);
}

/** All work that is held under a lease tells how often it was begun, as assessments do. */
export async function timesBegun(db: Kysely<unknown>): Promise<void> {
  for (const table of ["operations", "evidence_snapshots", "directory_syncs"])
    await sql`alter table ${sql.table(table)} add column times_begun integer not null default 0`.execute(db);
}
