import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { importSummarySchema } from "../../../reference/api/imports.js";
import { workspaceSchema } from "../../../reference/api/workspaces.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { zipOf } from "../import/zip.js";
import { RunDriver } from "./run-driver.js";
import { minutesIn, openSite, read, signal, type Site, threePolicies } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let around: (target: TargetPort) => TargetPort = (target) => target;
let site: Site;
beforeAll(async () => {
  site = await openSite(threePolicies, { around: (target) => around(target) });
}, 60_000);
afterAll(() => site.close());

const file = (path: string, content: object) => ({
  path,
  base64: Buffer.from(JSON.stringify(content)).toString("base64"),
});
const firewall = file("SettingsCatalog/Firewall.json", {
  "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
  id: "0a0a0a0a-1111-4222-8333-444444444444",
  name: "Firewall",
  minutes: 30,
  platforms: "windows10",
  settings: [],
  assignments: [],
});
const tenant = (id: string) => file("MigrationTable.json", { TenantId: id, Organization: "Contoso", Objects: [] });

function importTarget(name: string, files: readonly object[], change: Readonly<Record<string, unknown>> = {}) {
  return site.call("POST", "/api/imports", { body: { as: "target", environment: "prod", name, files, ...change } });
}

async function importedTarget(name: string, files: readonly object[]) {
  return read(importSummarySchema, await importTarget(name, files));
}

describe("an import never takes the content of a target that somebody relies on", () => {
  test("a name that is taken is refused, with what to do, unless replacing is asked for in so many words", async () => {
    const { id } = await importedTarget("Lab", [firewall]);
    const other = file("SettingsCatalog/Browser.json", { ...JSON.parse(atob(firewall.base64)), name: "Browser" });
    const refusal = await importTarget("Lab", [other]);
    expect(refusal).toMatchObject({ status: 409, body: { code: "target_exists" } });
    expect(JSON.stringify(refusal.body)).toMatch(/another name.*replace/);
    expect(await importTarget("Lab", [other], { replace: false })).toMatchObject({ status: 409 });
    expect(await minutesIn(site, id)).toEqual({ Firewall: 30 });
    expect(await importTarget("Lab", [other], { replace: true })).toMatchObject({
      status: 201,
      body: { id, replaced: true },
    });
    expect(await minutesIn(site, id)).toEqual({ Browser: 30 });
  });

  test.each(["\u200b", "Contoso\u202eProd", "Lab\nTenant", "\u2800"])(
    "a target called %j is refused, because nobody could read it or type it to confirm",
    async (name) => {
      expect(await importTarget(name, [firewall])).toMatchObject({ status: 422, body: { code: "name_unusable" } });
    },
  );

  test("the export of another tenant is refused, because runs of the first would execute into it", async () => {
    const { id } = await importedTarget("Tenanted", [tenant("aaaaaaaa-1"), firewall]);
    const refusal = await importTarget("Tenanted", [tenant("bbbbbbbb-2"), firewall], { replace: true });
    expect(refusal).toMatchObject({ status: 409, body: { code: "target_is_another_tenant" } });
    const same = await importTarget("Tenanted", [tenant("AAAAAAAA-1"), firewall], { replace: true });
    expect(same).toMatchObject({ status: 201, body: { id } });
  });

  test("a run from before the tenant was known does not execute into the tenant that it then turns out to be", async () => {
    const { id } = await importedTarget("Unnamed", [firewall]);
    const run = await RunDriver.create({ ...site, environmentId: id });
    await importTarget("Unnamed", [tenant("cccccccc-3"), firewall], { replace: true });
    await run.prepare().catch(() => undefined);
    expect((await run.execute()).status).toBe(409);
    expect(run.document.run.targetIdentity).toMatchObject({ tenantId: "cccccccc-3" });
  });

  test("a restore that is running there keeps its target", async () => {
    const run = await RunDriver.create(site);
    await run.prepare();
    const gate = signal();
    around = (target) => ({ ...target, listPolicies: async () => gate.promise.then(() => target.listPolicies()) });
    await run.execute();
    const refusal = await importTarget("Contoso Production", [firewall], { replace: true });
    expect(refusal).toMatchObject({ status: 409, body: { code: "target_busy" } });
    gate.resolve();
    around = (target) => target;
    await run.finished();
    expect(run.document.run.execution?.status).toBe("completed");
  });

  test("an export without any object does not become an empty tenant", async () => {
    const refusal = await importTarget("Empty", [file("readme.json", {})]);
    expect(refusal).toMatchObject({ status: 422, body: { code: "no_items" } });
    expect(JSON.stringify((await site.call("GET", "/api/workspaces/demo")).body)).not.toContain('"Empty"');
  });

  test("of imports that come at the same moment under one new name, one fills it and the others are refused", async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => importTarget("Rush", [firewall])));
    expect(replies.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      201, 409, 409, 409, 409,
    ]);
  });
});

describe("an export may come as a zip archive", () => {
  const archiveOf = (...files: Parameters<typeof zipOf>[0]) => Buffer.from(zipOf(files)).toString("base64");
  const send = (archive: string, headers = {}) =>
    site.call("POST", "/api/imports", { body: { as: "backup", name: "Archive", archive }, headers });

  test("and becomes what its files are, each accounted for", async () => {
    const archive = archiveOf(
      { path: firewall.path, content: Buffer.from(firewall.base64, "base64") },
      { path: "SettingsCatalog/Damaged.json", content: "{}", stated: { crc: 1 } },
      { path: "notes.txt", content: "private" },
    );
    const summary = read(importSummarySchema, await send(archive));
    expect(summary).toMatchObject({
      fileCount: 3,
      counts: { item: 1, metadata_only_item: 1, not_an_export_file: 1 },
      capture: { full: 1, metadata_only: 1 },
    });
    expect(summary.files.map(({ path, reason }) => [path, reason])).toContainEqual([
      "SettingsCatalog/Damaged.json",
      "The file is damaged in the archive.",
    ]);
  });

  test("and one that cannot be read is refused as a whole, and nothing of it is stored", async () => {
    const before = (await site.call("GET", "/api/workspaces/demo/backup-sets")).body;
    expect(await send("UEsDBA==")).toMatchObject({
      status: 422,
      body: { code: "archive_unreadable", detail: expect.stringContaining("Nothing of it was imported") },
    });
    const german = await send("UEsDBA==", { "accept-language": "de" });
    expect(german.body).toMatchObject({ title: "Das Archiv lässt sich nicht lesen" });
    expect((await site.call("GET", "/api/workspaces/demo/backup-sets")).body).toEqual(before);
  });
});

describe("an import that breaks half-way leaves nothing of it behind", () => {
  /** Has the database fail where a row of a table fits, as a disk that is full would. */
  async function failing(table: string, condition: string, work: () => Promise<unknown>): Promise<void> {
    const { db } = site.product;
    const noted = vi.spyOn(console, "error").mockImplementation(() => {});
    await sql`create or replace function break_off() returns trigger language plpgsql as $$
      begin raise exception 'The disk is full.'; end $$`.execute(db);
    await sql`create trigger break_off before insert on ${sql.table(table)}
      for each row when (${sql.raw(condition)}) execute function break_off()`.execute(db);
    try {
      await work();
    } finally {
      await sql`drop trigger break_off on ${sql.table(table)}`.execute(db);
      noted.mockRestore();
    }
  }

  const stored = async () => ({
    sets: (await site.call("GET", "/api/workspaces/demo/backup-sets")).body,
    items: (await site.product.db.selectFrom("backup_items").select("item_id").execute()).length,
    workspace: read(workspaceSchema, await site.call("GET", "/api/workspaces/demo")),
    // The target of an earlier run may still be read back meanwhile.
    trail: (
      await site.product.db.selectFrom("audit_events").select("id").where("event", "like", "%_imported").execute()
    ).length,
  });
  const tenants = async () =>
    (await site.product.targetDb.selectFrom("tenants").select("key").where("label", "=", "Kept").execute()).length;
  const second = file("SettingsCatalog/Second.json", { ...JSON.parse(atob(firewall.base64)), name: "Second", id: "2" });

  test("a backup set of which one item could not be stored is not there, and neither are the items before it", async () => {
    const before = await stored();
    await failing("backup_items", "new.position = 1", async () => {
      const body = { as: "backup", name: "Broken", files: [firewall, second] };
      expect((await site.call("POST", "/api/imports", { body })).status).toBe(500);
    });
    expect(await stored()).toEqual(before);
  });

  test("a target whose replacement could not be told of in the trail holds what it held before", async () => {
    const { id } = await importedTarget("Kept", [firewall]);
    const before = await stored();
    await failing("audit_events", "new.event = 'target_replaced'", async () => {
      expect((await importTarget("Kept", [second], { replace: true })).status).toBe(500);
    });
    expect(await stored()).toEqual(before);
    expect(await minutesIn(site, id)).toEqual({ Firewall: 30 });
    expect((await importTarget("Kept", [second], { replace: true })).status).toBe(201);
    expect(await minutesIn(site, id)).toEqual({ Second: 30 });
    // What broke off has left a tenant that nobody looks at, and what was replaced none.
    expect(await tenants()).toBe(2);
  });

  test("a target that could not be told of in the trail is not there, and its name is free", async () => {
    const before = await stored();
    await failing("audit_events", "new.event = 'target_imported'", async () => {
      expect((await importTarget("Broken off", [firewall])).status).toBe(500);
    });
    expect(await stored()).toEqual(before);
    expect((await importTarget("Broken off", [firewall])).status).toBe(201);
  });
});
