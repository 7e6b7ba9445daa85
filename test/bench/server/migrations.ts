/** How long each migration of a full database takes, and how long whoever reads or writes meanwhile waits for it. */
import type { Migration } from "kysely";
import pg from "pg";
import { connect } from "../../../reference/server/database/connect.js";
import { readTrail } from "../../../reference/server/audit.js";
import { productMigrations } from "../../../reference/server/database/migrations.js";
import type { ProductSchema } from "../../../reference/server/database/schema.js";
import { auditLine, verifyChain } from "../../../reference/verify/audit-chain.js";
import { databaseUrl, startPostgres } from "../../../scripts/postgres.js";
import { say } from "../figures.js";

/** Before this one no row has to be brought up to date; the database is filled when it is the newest. */
const filledAt = "0003";
const rows = Number(process.env["CHECKRAIL_ROWS"] ?? 100_000);

/** Fills a database of the first migrations, measures each later one, and holds that nothing was lost. */
export async function measureMigrations(): Promise<void> {
  const postgres = await startPostgres();
  const url = databaseUrl(postgres);
  const beside = new pg.Client(url);
  try {
    await migrateTo(url, filledAt);
    await beside.connect();
    for (const statement of filling) await beside.query(statement);
    const before = await countsOf(beside);
    let all = 0;
    let longest = 0;
    for (const name of Object.keys(productMigrations).filter((migration) => migration.slice(0, 4) > filledAt)) {
      const { milliseconds, waited } = await measured(beside, () => migrateTo(url, name));
      all += milliseconds;
      longest = Math.max(longest, waited);
      say({ what: `Migration of a full database: ${name}`, unit: "ms", values: [milliseconds] });
      say({ what: `Longest wait of a request meanwhile: ${name}`, unit: "ms", values: [waited] });
    }
    say({ what: "Migration of a full database: all of them", unit: "ms", values: [all] });
    const after = await countsOf(beside);
    if (JSON.stringify(before) !== JSON.stringify(after))
      throw new Error(`Rows were lost: ${JSON.stringify(before)} became ${JSON.stringify(after)}.`);
    const { db, ...connection } = await connect<ProductSchema>({ url, schema: "public" }, productMigrations);
    const lines: string[] = [];
    for await (const entry of readTrail(db, "demo", 5_000)) lines.push(auditLine(entry));
    await connection.close();
    if (verifyChain(lines).state !== "whole" || lines.length !== rows) throw new Error("The trail is not whole.");
  } finally {
    await beside.end();
    await postgres.stop();
  }
}

async function migrateTo(url: string, last: string): Promise<void> {
  const migrations: Readonly<Record<string, Migration>> = Object.fromEntries(
    Object.entries(productMigrations).filter(([name]) => name.slice(0, last.length) <= last),
  );
  await (await connect({ url, schema: "public" }, migrations)).close();
}

/** What a server asks of each table that a migration may hold, as often as it is answered while something is done. */
const asked = [
  "select 1 from audit_events order by id desc limit 1",
  "select 1 from restore_runs where id = 'run-1' for no key update",
  "select 1 from operations where id = 'operation-1' for no key update",
  "select 1 from evidence_snapshots limit 1",
  "select 1 from directories where environment_id = 'environment-1' for no key update",
];

async function measured(
  beside: pg.Client,
  work: () => Promise<void>,
): Promise<{ readonly milliseconds: number; readonly waited: number }> {
  let isOver = false;
  let waited = 0;
  const asking = async () => {
    while (!isOver) {
      for (const statement of asked) {
        const from = performance.now();
        await beside.query(statement);
        waited = Math.max(waited, performance.now() - from);
      }
      await new Promise((next) => setTimeout(next, 5));
    }
  };
  const from = performance.now();
  const asker = asking();
  await work().finally(() => (isOver = true));
  const milliseconds = performance.now() - from;
  await asker;
  return { milliseconds, waited };
}

async function countsOf(client: pg.Client): Promise<unknown> {
  const { rows: counts } = await client.query<Record<string, string>>(`select
    (select count(*) from backup_items) as items,
    (select count(*) from restore_runs where preview::text like '%Inbound action%') as runs,
    (select count(*) from attempts) as attempts,
    (select count(*) from audit_events) as entries,
    (select count(*) from evidence_snapshots) as snapshots`);
  return counts;
}

const tenth = Math.ceil(rows / 10);
const runs = Math.ceil(rows / 100);
const moment = "timestamptz '2026-01-01' + number * interval '1 second'";
const actor = `'{"id":"dana.okafor","name":"Dana Okafor"}'`;
const change = `{"phase":"settings","consequence":"changes","path":"Firewall › Inbound action","before":"Allow","after":"Block"}`;
/** A preview of a hundred items, as it was recorded before changes were data. */
const preview = `select json_build_object('summary', '{}'::json, 'items', json_agg(json_build_object(
  'itemId', 'item-' || item, 'name', 'Policy ' || item, 'type', 'settings_catalog', 'action', 'update',
  'changes', json_build_array('${change}'::json, '${change}'::json), 'changesNotListed', 0)))
  from generate_series(1, 100) as item`;

/** As many items and entries of the trail as were asked for, a run for every hundred of them, and what belongs to it. */
const filling: readonly string[] = [
  "insert into workspaces values ('demo', 'Demo')",
  `insert into environments
    select 'environment-' || number, 'demo', 'Tenant ' || number, 'test', 'tenant-' || number, 'key-' || number, ${moment}
    from generate_series(1, 10) as number`,
  `insert into directories select 'environment-' || number, 'sha256:1', '{"readAt":"2026-01-01T00:00:00Z"}'
    from generate_series(1, 10) as number`,
  `insert into backup_sets
    select 'set-' || number, 'demo', 'Backup ' || number, null, ${moment}, null, null, 'sha256:1', '[]', '{}', '[]', '[]'
    from generate_series(1, 10) as number`,
  `insert into backup_items
    select 'set-' || 1 + number % 10, number, 'item-' || number,
      json_build_object('id', 'item-' || number, 'name', 'Policy ' || number, 'payload', repeat('x', 1000))
    from generate_series(1, ${rows}) as number`,
  `insert into restore_runs (id, workspace_id, environment_id, revision, created_at, updated_at, requested_by, target,
      restore_mode, mappings, dry_run, checks, preview, execution_status, execution)
    select 'run-' || number, 'demo', 'environment-' || 1 + number % 10, 1, ${moment}, ${moment}, ${actor}, '{}',
      'create_missing', '{}', false, '{}', (${preview}), 'completed', '{}'
    from generate_series(1, ${runs}) as number`,
  `insert into operations (id, workspace_id, environment_id, restore_run_id, target_key, status, outcome, created_at, done)
    select 'operation-' || number, 'demo', 'environment-' || 1 + number % 10, 'run-' || number, 'key-' || 1 + number % 10,
      'finished', 'succeeded', ${moment}, 100
    from generate_series(1, ${runs}) as number`,
  `insert into attempts (operation_id, item_id, phase, kind, at, detail)
    select 'operation-' || 1 + number % ${runs}, 'item-' || number, 'settings', 'intent', ${moment}, '{"targetId":"t"}'
    from generate_series(1, ${rows}) as number`,
  `insert into evidence_snapshots (id, operation_id, workspace_id, environment_id, state, requested_at)
    select 'snapshot-' || number, 'operation-' || 1 + number % ${runs}, 'demo', 'environment-1', 'failed', ${moment}
    from generate_series(1, ${tenth}) as number`,
  `insert into audit_events (at, workspace_id, environment_id, restore_run_id, actor, event, detail)
    select ${moment}, 'demo', 'environment-1', 'run-' || 1 + number % ${runs}, ${actor}, 'item_finished',
      json_build_object('itemId', 'item-' || number, 'outcome', 'applied')
    from generate_series(1, ${rows}) as number`,
  "analyze",
];
