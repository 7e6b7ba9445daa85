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
