import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Kysely, type Migration, sql, type Transaction } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { connect, type DatabaseLocation } from "../../../reference/server/database/connect.js";
import { productMigrations } from "../../../reference/server/database/migrations.js";
import type { ProductSchema } from "../../../reference/server/database/schema.js";
import { type RunningServer, serveProduct } from "../../../reference/server/main.js";
import { openProduct, type Product } from "../../../reference/server/product.js";
import { targetMigrations, type TargetSchema } from "../../../reference/target/schema.js";
import { verifyChain } from "../../../reference/verify/audit-chain.js";
import type { PreviewEvidence } from "../../../src/restore/run/evidence.js";
import { inWords } from "../../restore/rules/support.js";
import { databasesOf } from "./databases.js";
import { newDataFolder } from "./data-folder.js";
import { RunDriver } from "./run-driver.js";
import { type Caller, callerOf, minutesIn, reasonCodes } from "./support.js";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

/** What a server left that stopped when its newest migrations were these: a run that it executed, one that it prepared, and a draft. */
const then = { product: "0003", target: "0001" };

/** A table after every table that it refers to. */
const inOrder: readonly string[] = [
  ...["workspaces", "environments", "directories", "backup_sets", "backup_items", "restore_runs", "previewed_items"],
  ...["previewed_references", "operations", "attempts", "evidence_snapshots", "audit_events"],
  ...["tenants", "policies", "groups"],
];

let dataDir: string;
let left: { readonly product: Tables; readonly target: Tables };
let product: Product;
let server: RunningServer;
let call: Caller;
beforeAll(async () => {
  left = JSON.parse(await readFile(join(import.meta.dirname, `recorded/${then.product}.json`), "utf8"));
  dataDir = await newDataFolder();
  const databases = databasesOf(dataDir);
  await leave(databases.product, upTo(productMigrations, then.product), left.product);
  await leave(databases.target, upTo(targetMigrations, then.target), left.target);
  await syncsOf(databases.product, "0012");
  product = await openProduct(dataDir, databases);
  server = await serveProduct(product, { dataDir, seed: false });
  call = callerOf(server.url);
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

function upTo(migrations: Readonly<Record<string, Migration>>, last: string): Readonly<Record<string, Migration>> {
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => name.slice(0, last.length) <= last));
}

/** Fills a database, as its migrations make it, with the rows of its tables. */
async function leave(
  location: DatabaseLocation,
  migrations: Readonly<Record<string, Migration>>,
  tables: Tables,
): Promise<void> {
  expect(inOrder).toEqual(expect.arrayContaining(Object.keys(tables)));
  const earlier = await connect<ProductSchema & TargetSchema>(location, migrations);
  await earlier.db.transaction().execute(async (tx) => {
    for (const table of inOrder.filter((name) => name in tables)) {
      const rows = JSON.stringify(tables[table]);
      await sql`insert into ${sql.table(table)} overriding system value
        select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`.execute(tx);
    }
    if ("attempts" in tables)
      for (const table of ["attempts", "audit_events"])
        await sql`select setval(pg_get_serial_sequence(${table}, 'id'), max(id)) from ${sql.table(table)}`.execute(tx);
  });
  await earlier.close();
}

/** The one of two that were asked for at the same moment that a server of then told of. */
const lastSync = "sync-last";

/** Three fresh readings of a directory on a database of that migration, written in another order than they were asked for in. */
async function syncsOf(location: DatabaseLocation, migration: string): Promise<void> {
  const earlier = await connect<ProductSchema>(location, upTo(productMigrations, migration));
  const { id } = await environment(earlier.db, "Contoso Test");
  for (const [sync, hour] of [
    [lastSync, 12],
    ["sync-first", 10],
    ["sync-same-moment", 12],
  ] as const)
    await sql`insert into directory_syncs
      (id, workspace_id, environment_id, state, requested_at, requested_by, finished_at, changed)
      values (${sync}, 'demo', ${id}, 'succeeded', ${`2026-11-25T${hour}:00:00Z`}, '{"id":"d","name":"D"}',
        ${`2026-11-25T${hour}:00:05Z`}, false)`.execute(earlier.db);
  await earlier.close();
}

function environment(db: Kysely<ProductSchema>, name: string) {
  return db.selectFrom("environments").select("id").where("name", "=", name).executeTakeFirstOrThrow();
}

/** The rows of a table, of each the columns that these have. */
async function present(tx: Transaction<ProductSchema> | Transaction<TargetSchema>, table: string, of: readonly Row[]) {
  const columns = sql.join(Object.keys(of[0] ?? {}).map((column) => sql.ref(column)));
  const { rows } = await sql<{ text: string }>`
    select json_agg(found)::text as text from (select ${columns} from ${sql.table(table)}) as found`.execute(tx);
  return JSON.parse(rows[0]?.text ?? "[]") as readonly Row[];
}

const asSet = (rows: readonly Row[]) =>
  new Set(rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))));

/** A preview with its changes in words, as they were recorded then. */
function previewInWords(preview: PreviewEvidence | null) {
  if (preview === null) return null;
  const items = preview.items.map((item) => ({
    ...item,
    changes: item.changes.map((change) => {
      const [consequence, path, before, after] = inWords(change);
      return { phase: change.phase, consequence, path, before, after };
    }),
    changesNotListed: Object.values(item.changesNotListed).reduce((sum, count) => sum + count, 0),
  }));
  return { ...preview, items };
}

async function trail() {
  const lines = (await (await fetch(`${server.url}/api/workspaces/demo/audit`)).text()).split("\n").slice(0, -1);
  return { state: verifyChain(lines).state, entries: lines.map((line) => JSON.parse(line) as Row) };
}

async function runOf(status: string): Promise<RunDriver> {
  const row = left.product["restore_runs"]?.find(
    ({ execution_status: executed, preview }) => (executed ?? (preview === null ? "draft" : "prepared")) === status,
  );
  return new RunDriver({ call }, await call("GET", `/api/workspaces/demo/restore-runs/${String(row?.["id"])}`));
}

describe("RW-13 a database that a server of an earlier version left is brought up to date when a server of today starts on it", () => {
  test("with every row as it was, and each preview word by word", async () => {
    const read = (db: Kysely<ProductSchema> | Kysely<TargetSchema>, tables: Tables) =>
      db.transaction().execute(async (tx) => {
        await sql`set local timezone to 'UTC'`.execute(tx);
        const found: [string, readonly Row[]][] = [];
        for (const [table, rows] of Object.entries(tables)) found.push([table, await present(tx, table, rows)]);
        return Object.fromEntries(found);
      });
    const found = { product: await read(product.db, left.product), target: await read(product.targetDb, left.target) };
    for (const database of ["product", "target"] as const)
      for (const [table, rows] of Object.entries(left[database])) {
        const now = (found[database][table] ?? []).map((row) =>
          table === "restore_runs"
            ? { ...row, preview: previewInWords(row["preview"] as PreviewEvidence | null) }
            : row,
        );
        expect([table, asSet(now)]).toEqual([table, asSet(rows)]);
      }
  });

  test("with the trail chained from its first entry to the one that comes next", async () => {
    const before = left.product["audit_events"] ?? [];
    const { state, entries } = await trail();
    expect(state).toBe("whole");
    expect(entries.slice(0, before.length).map(({ event, detail }) => [event, detail])).toEqual(
      before.map(({ event, detail }) => [event, detail]),
    );
    const draft = await runOf("draft");
    expect((await draft.scopeAll()).status).toBe(409);
    expect((await draft.change({ event: "dry_run_set", dryRun: false })).status).toBe(200);
    const later = await trail();
    expect(later.state).toBe("whole");
    expect(later.entries).toHaveLength(before.length + 1);
  });

  test("and what was executed reads as it ended, with its operation, its evidence and a receipt", async () => {
    const run = await runOf("completed");
    expect(run.outcomes).toEqual([
      ["Policy a", "applied"],
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
      ["Policy d", "applied"],
    ]);
    // Nobody recorded then whether a label was pasted.
    expect(run.document.run.execution?.safetySnapshot?.labelPasted).toBeNull();
    expect(run.document.operation).toMatchObject({ status: "finished", outcome: "succeeded", done: 4, total: 4 });
    expect(run.document.evidence.map(({ state }) => state)).toEqual(["active", "active"]);
    expect((await call("GET", `${run.path}/receipt`)).body).toMatchObject({
      content: { outcomes: { status: "completed" } },
    });
    const { body } = await call("GET", `/api/workspaces/demo/operations/${run.document.operation?.id}`);
    expect(body).toMatchObject({ restoreRun: { id: run.document.run.id } });
  });

  test("and what was prepared is not executed on what was found then, but on what is found now", async () => {
    const run = await runOf("prepared");
    expect(reasonCodes(await run.execute())).toEqual(
      expect.arrayContaining(["checks_invalidated", "preview_invalidated"]),
    );
    expect((await run.checks()).status).toBe(200);
    expect((await run.preview()).status).toBe(200);
    expect((await run.execute()).status).toBe(202);
    await run.withEvidence();
    expect(run.document.run.execution?.status).toBe("completed");
    expect(await minutesIn({ product }, run.document.run.environmentId)).toEqual({
      "Policy a": 5,
      "Policy b": 7,
      "Policy c": 9,
      "Policy d": 11,
    });
    expect((await trail()).state).toBe("whole");
  });

  test("and the fresh readings of a directory are in the order that they were asked for in, before the next one", async () => {
    const { id } = await environment(product.db, "Contoso Test");
    const path = `/api/workspaces/demo/environments/${id}`;
    expect((await call("GET", `${path}/directory`)).body).toMatchObject({ sync: { id: lastSync } });
    expect((await call("POST", `${path}/directory-sync`, { body: {} })).status).toBe(202);
    const ended = async () => {
      const { body } = await call("GET", `${path}/directory`);
      expect(body).toMatchObject({ sync: { id: expect.not.stringMatching(/^sync-/), state: "succeeded" } });
    };
    await vi.waitFor(ended, { timeout: 40_000 });
  });
});
