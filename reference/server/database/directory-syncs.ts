import { type Kysely, sql } from "kysely";

/** Readings of the directory that an operator asked for; of each environment one is open at most. */
export async function directorySyncs(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table directory_syncs (
      id text primary key,
      workspace_id text not null references workspaces,
      environment_id text not null references environments,
      state text not null check (state in ('queued', 'reading', 'succeeded', 'failed')),
      requested_at timestamptz not null,
      requested_by json not null,
      finished_at timestamptz,
      changed boolean,
      problem json,
      check ((state in ('succeeded', 'failed')) = (finished_at is not null)),
      check ((state = 'succeeded') = (changed is not null)),
      check ((state = 'failed') = (problem is not null))
    )`,
    sql`create unique index one_open_sync_per_environment on directory_syncs (environment_id)
      where state in ('queued', 'reading')`,
    sql`create index on directory_syncs (environment_id, requested_at desc)`,
  ];
  for (const statement of statements) await statement.execute(db);
}

/** Which of two readings is the later one is told by their numbers: the clock of a server may be set back. */
export async function directoryReadings(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create sequence directory_readings`,
    sql`alter table directories add column reading bigint not null default 0`,
    sql`alter table directory_syncs add column number bigint`,
    sql`update directory_syncs set number = placed.number
      from (select id, row_number() over (order by requested_at, id desc) as number from directory_syncs) as placed
      where directory_syncs.id = placed.id`,
    sql`alter table directory_syncs
      alter column number set not null,
      alter column number add generated always as identity`,
    sql`select setval(pg_get_serial_sequence('directory_syncs', 'number'), max(number))
      from directory_syncs having max(number) is not null`,
    sql`drop index directory_syncs_environment_id_requested_at_idx`,
    sql`create index on directory_syncs (environment_id, number desc)`,
  ];
  for (const statement of statements) await statement.execute(db);
}
