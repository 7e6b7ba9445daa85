import { rm } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { localOperator } from "../../../reference/server/http/identities.js";
import { readTrail, record } from "../../../reference/server/audit.js";
import { connect } from "../../../reference/server/database/connect.js";
import { productMigrations } from "../../../reference/server/database/migrations.js";
import type { ProductSchema } from "../../../reference/server/database/schema.js";
import { auditLine, verifyChain } from "../../../reference/verify/audit-chain.js";
import { newDataFolder } from "./data-folder.js";
import { RunDriver } from "./run-driver.js";
import { openSite, type Site } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

async function exportedTrail(as: "operator" | "viewer" = "operator") {
  const headers = { "x-checkrail-operator": as };
  return fetch(`${site.server.url}/api/workspaces/demo/audit`, { headers });
}

async function lines(): Promise<readonly string[]> {
  return (await (await exportedTrail()).text()).split("\n").slice(0, -1);
}

const told = (event: string) => ({
  at: "2026-05-01T10:00:00.000Z",
  workspaceId: "demo",
  environmentId: null,
  restoreRunId: null,
  actor: localOperator,
  event,
  detail: {},
});

describe("RW-15 the audit trail is exported whole", () => {
  test("as JSON lines, from its first entry to what was done last, and verified without the server", async () => {
    const run = await RunDriver.create(site);
    await run.execute();
    const reply = await exportedTrail();
    expect(reply.headers.get("content-type")).toBe("application/jsonl; charset=utf-8");
    const exported = (await reply.text()).split("\n").slice(0, -1);
    expect(verifyChain(exported)).toMatchObject({ state: "whole", workspaceId: "demo" });
    expect(exported.map((line) => (JSON.parse(line) as { readonly event: string }).event)).toEqual([
      "backup_imported",
      "target_imported",
      "run_created",
      "execution_refused",
    ]);
  });

  test("for those who hold the capability, and nobody else (SI-11)", async () => {
    expect((await exportedTrail("viewer")).status).toBe(403);
  });

  test.each([1, 2, 3, 4, 100])("page by page, %i entries at a time", async (entriesAtOnce) => {
    const exported: string[] = [];
    for await (const entry of readTrail(site.product.db, "demo", entriesAtOnce)) exported.push(auditLine(entry));
    expect(exported).toEqual(await lines());
  });
});

describe("RW-15 the database keeps the audit trail as it was written", () => {
  test("it refuses to change, delete or empty it", async () => {
    const { db } = site.product;
    await expect(db.updateTable("audit_events").set({ event: "nothing" }).execute()).rejects.toThrow("never changed");
    await expect(db.deleteFrom("audit_events").execute()).rejects.toThrow("never changed");
    await expect(sql`truncate audit_events`.execute(db)).rejects.toThrow("never changed");
    await expect(sql`truncate workspaces cascade`.execute(db)).rejects.toThrow("never changed");
  });

  test.each([
    ["leaves a place out", 2, undefined],
    ["stands in the place of another", 0, undefined],
    ["continues another than the last", 1, `sha256:${"0".repeat(64)}`],
    ["begins a second chain", 1, null],
  ])("it refuses an entry that %s", async (_, after, previous) => {
    const { db } = site.product;
    const [last] = (await lines()).slice(-1).map((line) => JSON.parse(line) as { sequence: number; hash: string });
    if (last === undefined) throw new Error("The trail is empty.");
    const values = {
      at: "2026-05-01T10:00:00.000Z",
      workspace_id: "demo",
      actor: "{}",
      event: "slipped_in",
      detail: "{}",
      hash: `sha256:${"1".repeat(64)}`,
      sequence: last.sequence + after,
      previous_hash: previous === undefined ? last.hash : previous,
    };
    await expect(db.insertInto("audit_events").values(values).execute()).rejects.toThrow("continues the last one");
  });

  test("what was rolled back left no gap", async () => {
    const failing = site.product.db.transaction().execute(async (tx) => {
      await record(tx, told("rolled_back"));
      throw new Error("And then it went wrong.");
    });
    await expect(failing).rejects.toThrow("went wrong");
    await site.product.db.transaction().execute((tx) => record(tx, told("after")));
    const exported = await lines();
    expect(verifyChain(exported).state).toBe("whole");
    expect(exported.join("\n")).not.toContain("rolled_back");
  });

  test("writers that come at the same moment each continue another", async () => {
    const runs = await Promise.all(Array.from({ length: 20 }, () => RunDriver.create(site)));
    await Promise.all(runs.map((run) => run.change({ event: "dry_run_set", dryRun: false })));
    const exported = await lines();
    expect(verifyChain(exported).state).toBe("whole");
    for (const run of runs) expect(exported.filter((line) => line.includes(run.document.run.id))).toHaveLength(2);
  });

  test("whoever goes around it in the database is found out by the export, at the entry that was altered", async () => {
    const { db } = site.product;
    await sql`alter table audit_events disable trigger never_changed`.execute(db);
    const altered = db.updateTable("audit_events").where("event", "=", "execution_refused");
    await altered.set({ event: "execution_queued" }).execute();
    const found = verifyChain(await lines());
    await altered.clearWhere().where("event", "=", "execution_queued").set({ event: "execution_refused" }).execute();
    await sql`alter table audit_events enable trigger never_changed`.execute(db);
    expect(found).toMatchObject({ state: "broken", line: 4, event: "execution_queued", cause: "altered" });
    expect(verifyChain(await lines()).state).toBe("whole");
  });
});

test("RW-15 a trail from before entries were chained is chained as it stands, each workspace for itself", async () => {
  const dataDir = await newDataFolder();
  const location = { folder: join(dataDir, "database") };
  const before = Object.entries(productMigrations).filter(([name]) => name < "0007");
  const earlier = await connect<ProductSchema>(location, Object.fromEntries(before));
  for (const [workspace, event] of [
    ["a", "one"],
    ["b", "other"],
    ["a", "two"],
  ]) {
    await sql`insert into audit_events (at, workspace_id, actor, event, detail)
      values ('2026-05-01T10:00:00.123Z', ${workspace}, '{"id":"d","name":"D"}', ${event}, '{"n":1.50}')`.execute(
      earlier.db,
    );
  }
  await sql`insert into audit_events (at, workspace_id, actor, event, detail)
    select '2026-05-02T10:00:00Z', 'c', '{"id":"d","name":"D"}', 'one of many', json_build_object('n', number)
    from generate_series(1, 1200) as number`.execute(earlier.db);
  await earlier.close();
  const later = await connect<ProductSchema>(location, productMigrations);
  await later.db.transaction().execute((tx) => record(tx, { ...told("three"), workspaceId: "a" }));
  const trailOf = async (workspace: string) => {
    const entries = [];
    for await (const entry of readTrail(later.db, workspace)) entries.push(entry);
    return { state: verifyChain(entries.map(auditLine)).state, events: entries.map(({ event }) => event) };
  };
  expect(await trailOf("a")).toEqual({ state: "whole", events: ["one", "two", "three"] });
  expect(await trailOf("b")).toEqual({ state: "whole", events: ["other"] });
  expect(await trailOf("c")).toEqual({ state: "whole", events: Array.from({ length: 1_200 }, () => "one of many") });
  await expect(later.db.deleteFrom("audit_events").execute()).rejects.toThrow("never changed");
  await later.close();
  await rm(dataDir, { recursive: true, force: true });
});
