import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { problemSchema } from "../../../reference/api/problem.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { RunDriver } from "./run-driver.js";
import { exported, filledTarget, openSite, policy, read, reasonCodes, type Site } from "./support.js";

const toGroup: BackupItem["assignments"] = [
  { target: { kind: "include_group", groupId: "g-source", groupName: "All laptops" }, filter: null, source: "direct" },
];

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite({
    backup: exported([policy("a", 5), policy("b", 7, { assignments: toGroup })]),
    target: exported([policy("a", 60)], { groups: [{ id: "g-target", name: "Laptops" }] }),
  });
}, 60_000);
afterAll(() => site.close());

/** Scopes the run to the policy without references. */
const scopeOfA = {
  event: "scope_defined",
  scope: { mode: "selected", itemIds: ["item-a"] },
  restoreMode: "create_missing",
};

async function readyRun(): Promise<RunDriver> {
  const run = await RunDriver.create(site);
  await run.change(scopeOfA);
  await run.checks();
  await run.preview();
  await run.change({ event: "dry_run_set", dryRun: false });
  return run;
}

describe("execution asked for through the API before every gate is complete is refused with every reason (RW-16, SI-15)", () => {
  test("without a backup set", async () => {
    const run = await RunDriver.create(site, false);
    const refusal = await run.execute();
    expect(refusal.status).toBe(409);
    expect(read(problemSchema, refusal).code).toBe("execution_blocked");
    expect(reasonCodes(refusal)).toEqual(
      expect.arrayContaining([
        "backup_set_not_selected",
        "scope_not_defined",
        "checks_not_run",
        "preview_not_run",
        "dry_run_on",
      ]),
    );
  });

  test("in German for who asks for German, and in English for everybody else", async () => {
    const run = await RunDriver.create(site, false);
    const asked = (language: string) => run.execute({}, { headers: { "accept-language": language } });
    const german = await asked("de-AT, de;q=0.9, en;q=0.8");
    expect(german.headers.get("content-language")).toBe("de");
    expect(german.headers.get("vary")).toContain("accept-language");
    expect(german.body).toMatchObject({ code: "execution_blocked", title: "Die Ausführung ist blockiert" });
    expect(read(problemSchema, german).reasons).toContainEqual(
      expect.objectContaining({ code: "backup_set_not_selected", reason: "Es ist kein Backup-Set ausgewählt." }),
    );
    const english = await asked("fr");
    expect(english.headers.get("content-language")).toBe("en");
    expect(reasonCodes(german)).toEqual(reasonCodes(english));
    expect(english.body).toMatchObject({ title: "Execution is blocked" });
    expect(read(problemSchema, english).reasons).toContainEqual(
      expect.objectContaining({ code: "backup_set_not_selected", reason: "No backup set is selected." }),
    );
  });

  test("without a scope", async () => {
    const run = await RunDriver.create(site);
    expect(reasonCodes(await run.execute())).toContain("scope_not_defined");
  });

  test("with a group that nobody has mapped", async () => {
    const run = await RunDriver.create(site);
    await run.scopeAll();
    const refusal = await run.execute();
    expect(reasonCodes(refusal)).toContain("mappings_unresolved");
    const reason = read(problemSchema, refusal).reasons.find(({ code }) => code === "mappings_unresolved");
    expect(reason?.clearedBy).toEqual({ step: "define_restore_scope", anchor: "mappings" });
  });

  test("without checks, and without a preview", async () => {
    const run = await RunDriver.create(site);
    await run.change(scopeOfA);
    expect(reasonCodes(await run.execute())).toEqual(expect.arrayContaining(["checks_not_run", "preview_not_run"]));
    await run.checks();
    const codes = reasonCodes(await run.execute());
    expect(codes).toContain("preview_not_run");
    expect(codes).not.toContain("checks_not_run");
  });

  test("after the scope changed behind the preview", async () => {
    const run = await readyRun();
    await run.change({ ...scopeOfA, restoreMode: "update_only" });
    expect(reasonCodes(await run.execute())).toEqual(
      expect.arrayContaining(["checks_invalidated", "preview_invalidated"]),
    );
    expect(run.document.run.preview).not.toBeNull();
  });

  test("while dry-run is on", async () => {
    const run = await readyRun();
    await run.change({ event: "dry_run_set", dryRun: true });
    expect(reasonCodes(await run.execute())).toEqual(["dry_run_on"]);
  });

  test("with another label typed, or nothing reviewed", async () => {
    const run = await readyRun();
    expect(reasonCodes(await run.execute({ typedLabel: "Contoso production" }))).toEqual([
      "typed_confirmation_not_met",
    ]);
    expect(reasonCodes(await run.execute({ typedLabel: "" }))).toEqual(["typed_confirmation_not_met"]);
    expect(reasonCodes(await run.execute({ reviewedImpact: false }))).toEqual(["impact_not_reviewed"]);
  });

  test("without a word on whether the label was pasted", async () => {
    const run = await readyRun();
    expect((await run.execute({ pasted: undefined })).status).toBe(400);
    expect((await run.load()).run.execution).toBeNull();
  });

  test("with the fingerprint of something else", async () => {
    const run = await readyRun();
    expect(reasonCodes(await run.execute({ fingerprint: "sha256:0000" }))).toEqual(["basis_moved"]);
  });

  test("and every refusal stays in a trail that the database does not let anybody change", async () => {
    const run = await readyRun();
    await run.execute({ typedLabel: "wrong" });
    const trail = site.product.db
      .selectFrom("audit_events")
      .select("event")
      .where("restore_run_id", "=", run.document.run.id);
    expect((await trail.execute()).map(({ event }) => event)).toContain("execution_refused");
    await expect(site.product.db.deleteFrom("audit_events").execute()).rejects.toThrow("never changed");
    await expect(site.product.db.updateTable("audit_events").set({ event: "nothing" }).execute()).rejects.toThrow(
      "never changed",
    );
  });

  test("and a backup set, once stored, can neither be changed nor deleted, item by item (RW-23)", async () => {
    const { db } = site.product;
    expect(await db.selectFrom("backup_items").select("item_id").execute()).not.toEqual([]);
    await expect(db.deleteFrom("backup_items").execute()).rejects.toThrow("never changed");
    await expect(db.updateTable("backup_items").set({ position: 9 }).execute()).rejects.toThrow("never changed");
    await expect(db.updateTable("backup_sets").set({ tenant_id: "another" }).execute()).rejects.toThrow(
      "never changed",
    );
  });
});

describe("steps before execution are held too", () => {
  test("checks wait for a scope, and a preview waits for checks", async () => {
    const run = await RunDriver.create(site);
    expect(await run.checks()).toMatchObject({ status: 409, body: { code: "scope_not_defined" } });
    await run.change(scopeOfA);
    const refusal = await run.preview();
    expect(refusal).toMatchObject({ status: 409, body: { code: "preview_blocked" } });
    expect(reasonCodes(refusal)).toContain("checks_not_run");
  });

  test("a preview is refused while a mapping is open, and generated once it is decided", async () => {
    const run = await RunDriver.create(site);
    await run.scopeAll();
    await run.checks();
    expect(reasonCodes(await run.preview())).toContain("mappings_unresolved");
    await run.change({
      event: "mapping_decided",
      key: "group/g-source",
      decision: { decision: "map", targetId: "g-target" },
    });
    await run.checks();
    await run.preview();
    expect(run.document.run.preview?.summary).toMatchObject({
      itemsInScope: 2,
      policiesChanged: 1,
      policiesCreated: 1,
    });
  });

  test("a tenant that calls itself something else closes the target gate", async () => {
    const renamed = await openTargetNamed("Fabrikam");
    const run = await RunDriver.create({ ...site, environmentId: renamed.environmentId });
    await run.change(scopeOfA);
    await renamed.rename("Fabrikam (old)");
    await run.checks();
    expect(reasonCodes(await run.preview())).toContain("target_identity_differs");
  });

  test("an id that holds what no record can hold is refused as a request, and is no failure of the server", async () => {
    const run = await RunDriver.create(site);
    const refusal = await run.change({ event: "backup_set_selected", backupSetId: "a\0b" });
    expect(refusal.status).toBe(400);
    expect(read(problemSchema, refusal).detail).toContain("a character that is not text");
  });

  test("a change that speaks of what is not there is refused", async () => {
    const run = await RunDriver.create(site);
    const unknownItem = { mode: "selected", itemIds: ["item-a", "item-z"] };
    expect(await run.change({ ...scopeOfA, scope: unknownItem })).toMatchObject({
      status: 409,
      body: { code: "items_unknown" },
    });
    expect(await run.change({ event: "backup_set_selected", backupSetId: "nothing" })).toMatchObject({
      status: 409,
      body: { code: "backup_set_unknown" },
    });
    await run.change(scopeOfA);
    const decision = { event: "mapping_decided", key: "group/nobody", decision: { decision: "skip" } };
    expect(await run.change(decision)).toMatchObject({ status: 409, body: { code: "dependency_unknown" } });
  });
});

async function openTargetNamed(name: string) {
  const stored = await filledTarget(site.product, name, exported([policy("a", 60)]));
  const path = `/api/workspaces/demo/environments/${stored.id}/demo/target-change`;
  return {
    environmentId: stored.id,
    rename: (label: string) => site.call("POST", path, { body: { kind: "rename_tenant", name: label } }),
  };
}
