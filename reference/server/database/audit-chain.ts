import { type Kysely, sql } from "kysely";
import type { Actor } from "../../../src/restore/run/run.js";
import type { JsonValue } from "../../../src/safety/index.js";
import { entryHash } from "../../verify/audit-chain.js";

interface UnchainedEvent {
  readonly id: string;
  readonly at: Date;
  readonly workspace_id: string;
  readonly environment_id: string | null;
  readonly restore_run_id: string | null;
  readonly actor: Actor;
  readonly event: string;
  readonly detail: JsonValue;
}

const rowsAtOnce = 500;

/**
 * Chains the audit trail of each workspace. What was recorded before is chained as it stands, so the hashes prove nothing
 * about the time before this migration; from here on the database takes only an entry that continues its chain.
 */
export async function auditChain(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_events
    add column sequence bigint, add column previous_hash text, add column hash text`.execute(db);
  await sql`alter table audit_events disable trigger never_changed`.execute(db);
  await chainRecorded(db);
  await sql`alter table audit_events enable trigger never_changed`.execute(db);
  const statements = [
    sql`alter table audit_events
      alter column sequence set not null,
      alter column hash set not null,
      add constraint one_entry_per_place unique (workspace_id, sequence),
      add constraint first_continues_nothing check ((sequence = 1) = (previous_hash is null))`,
    sql`create function continue_audit_chain() returns trigger language plpgsql as $$
      declare
        last_sequence bigint;
        last_hash text;
      begin
        select sequence, hash into last_sequence, last_hash
          from audit_events where workspace_id = new.workspace_id order by sequence desc limit 1;
        if new.sequence <> coalesce(last_sequence, 0) + 1 or new.previous_hash is distinct from last_hash then
          raise exception 'an entry of audit_events continues the last one of its workspace'
            using errcode = 'restrict_violation';
        end if;
        return new;
      end
    $$`,
    sql`create trigger chained before insert on audit_events
      for each row execute function continue_audit_chain()`,
  ];
  for (const statement of statements) await statement.execute(db);
}

async function chainRecorded(db: Kysely<unknown>): Promise<void> {
  const heads = new Map<string, { readonly sequence: number; readonly hash: string }>();
  for (let after = "0"; ;) {
    const { rows } = await sql<UnchainedEvent>`
      select id, at, workspace_id, environment_id, restore_run_id, actor, event, detail
      from audit_events where id > ${after} order by id limit ${rowsAtOnce}
    `.execute(db);
    const chained = rows.map((row) => {
      const head = heads.get(row.workspace_id);
      const entry = {
        sequence: (head?.sequence ?? 0) + 1,
        at: row.at.toISOString(),
        workspaceId: row.workspace_id,
        environmentId: row.environment_id,
        restoreRunId: row.restore_run_id,
        actor: row.actor,
        event: row.event,
        detail: row.detail,
        previousHash: head?.hash ?? null,
      };
      const hash = entryHash(entry);
      heads.set(row.workspace_id, { sequence: entry.sequence, hash });
      return { id: row.id, sequence: entry.sequence, previous_hash: entry.previousHash, hash };
    });
    await sql`update audit_events
      set sequence = chained.sequence, previous_hash = chained.previous_hash, hash = chained.hash
      from json_to_recordset(${JSON.stringify(chained)}::json)
        as chained (id bigint, sequence bigint, previous_hash text, hash text)
      where audit_events.id = chained.id`.execute(db);
    if (rows.length < rowsAtOnce) return;
    after = rows.at(-1)?.id ?? after;
  }
}
