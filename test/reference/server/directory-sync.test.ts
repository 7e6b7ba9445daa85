import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { cachedDirectorySchema } from "../../../reference/api/directories.js";
import { progressIn } from "../../../reference/server/runs/progress.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { evidenceFreshness } from "../../../src/restore/run/basis.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { RunDriver } from "./run-driver.js";
import { exported, filledTarget, openSite, policy, read, reasonCodes, signal, type Site } from "./support.js";

// A sync is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const toLaptops: BackupItem["assignments"] = [
  { target: { kind: "include_group", groupId: "g-source", groupName: "Laptops" }, filter: null, source: "direct" },
];
const groups = [
  { id: "g-laptops", name: "Laptops" },
  { id: "g-phones", name: "Phones" },
];
const content = exported([policy("a", 60)], { groups });

let around: (target: TargetPort) => TargetPort = (target) => target;
let hoursAhead = 0;
const now = () => new Date(Date.now() + hoursAhead * 3_600_000).toISOString();
let site: Site;
let environments = 0;
beforeAll(async () => {
  const backup = exported([policy("a", 5, { assignments: toLaptops })]);
  site = await openSite({ backup, target: content }, { around: (target) => around(target), now });
}, 60_000);
afterEach(() => {
  around = (target) => target;
  hoursAhead = 0;
});
afterAll(() => site.close());

/** An environment of its own, and what its operator does with its directory. */
async function ownEnvironment() {
  environments += 1;
  const name = `Directory ${environments}`;
  const { id } = await filledTarget(site.product, name, content);
  const path = `/api/workspaces/demo/environments/${id}`;
  const cached = async () => read(cachedDirectorySchema, await site.call("GET", `${path}/directory`));
  return {
    environmentId: id,
    cached,
    ask: (as: "operator" | "viewer" = "operator") => site.call("POST", `${path}/directory-sync`, { body: {}, as }),
    finished: async () => {
      await vi.waitFor(async () => expect((await cached()).sync?.finishedAt).toEqual(expect.any(String)), {
        timeout: 40_000,
      });
      return cached();
    },
    replaceContent: (by: typeof content) => filledTarget(site.product, name, by, true),
    removeGroup: (group: string) =>
      site.call("POST", `${path}/demo/target-change`, { body: { kind: "remove_group", name: group } }),
  };
}

async function eventsOf(environmentId: string): Promise<readonly string[]> {
  const rows = await site.product.db
    .selectFrom("audit_events")
    .select("event")
    .where("environment_id", "=", environmentId)
    .orderBy("id")
    .execute();
  return rows.map(({ event }) => event);
}

describe("PF-12 an operator asks for a fresh reading of the directory", () => {
  test("which is a job with its own state and time, and fills what is cached", async () => {
    const own = await ownEnvironment();
    const before = await own.cached();
    expect(before).toMatchObject({ directory: { groups: 2 }, sync: null });
    await own.removeGroup("Phones");
    const asked = await own.ask();
    expect(asked.status).toBe(202);
    expect(read(cachedDirectorySchema, asked).sync).toMatchObject({
      requestedBy: { name: "Dana Okafor" },
      problem: null,
    });
    const after = await own.finished();
    expect(after.sync).toMatchObject({ state: "succeeded", changed: true });
    expect(after.directory?.groups).toBe(1);
    expect(after.directory?.version).not.toBe(before.directory?.version);
    expect(Date.parse(after.directory?.readAt ?? "")).toBeGreaterThan(Date.parse(before.directory?.readAt ?? ""));
    expect((await eventsOf(own.environmentId)).slice(-2)).toEqual(["directory_sync_requested", "directory_synced"]);
  });

  test("which the run's own page is told of while it goes on, and what became of it", async () => {
    const own = await ownEnvironment();
    const run = await RunDriver.create({ ...site, environmentId: own.environmentId });
    expect(run.document.directorySync).toBeNull();
    const gate = signal();
    around = (target) => ({
      ...target,
      readDirectory: async () => {
        await gate.promise;
        return target.readDirectory();
      },
    });
    await own.ask();
    const { directorySync, directory } = await run.load();
    expect(directorySync).toMatchObject({ requestedBy: { name: "Dana Okafor" }, finishedAt: null });
    const told = async () =>
      (await progressIn(site.product.db)([run.document.run.id])).get(run.document.run.id)?.directorySync;
    await vi.waitFor(async () => expect(await told()).toEqual({ id: directorySync?.id, state: "reading" }), 40_000);
    gate.resolve();
    const { sync } = await own.finished();
    expect(await told()).toEqual({ id: directorySync?.id, state: "succeeded" });
    const after = await run.load();
    expect(after.directorySync).toEqual(sync);
    expect(Date.parse(after.directory?.readAt ?? "")).toBeGreaterThan(Date.parse(directory?.readAt ?? ""));
  });

  test("and one that was begun before the target's content was replaced is not taken for the directory of the new content", async () => {
    const own = await ownEnvironment();
    const [begun, gate] = [signal(), signal()];
    around = (target) => ({
      ...target,
      readDirectory: async () => {
        const answer = await target.readDirectory();
        begun.resolve();
        await gate.promise;
        return answer.ok ? { ok: true, value: { ...answer.value, readAt: "2099-01-01T00:00:00.000Z" } } : answer;
      },
    });
    await own.ask();
    await begun.promise;
    around = (target) => target;
    await own.replaceContent(exported([policy("a", 60)], { groups: [{ id: "g-kiosks", name: "Kiosks" }] }));
    gate.resolve();
    const { sync, directory } = await own.finished();
    expect(sync).toMatchObject({ state: "succeeded", changed: false });
    expect(directory?.groups).toBe(1);
    expect(directory?.readAt).not.toMatch(/^2099/);
  });

  test("once, however often it is asked for while it is on its way", async () => {
    const own = await ownEnvironment();
    const gate = signal();
    let readings = 0;
    around = (target) => ({
      ...target,
      readDirectory: async () => {
        readings += 1;
        await gate.promise;
        return target.readDirectory();
      },
    });
    const asked = await Promise.all([own.ask(), own.ask(), own.ask()]);
    const ids = asked.map((reply) => read(cachedDirectorySchema, reply).sync?.id);
    expect(new Set(ids).size).toBe(1);
    gate.resolve();
    await own.finished();
    expect(readings).toBe(1);
  });

  test("and is told why it failed, while what was cached stays with its time", async () => {
    const own = await ownEnvironment();
    const before = await own.cached();
    const problem = { code: "throttled", detail: "The target asks to wait." } as const;
    around = (target) => ({ ...target, readDirectory: async () => ({ ok: false, problem }) });
    await own.ask();
    expect(await own.finished()).toMatchObject({
      directory: before.directory,
      sync: { state: "failed", problem, changed: null },
    });
    expect((await eventsOf(own.environmentId)).at(-1)).toBe("directory_sync_failed");
    around = (target) => target;
    await own.ask();
    expect((await own.finished()).sync).toMatchObject({ state: "succeeded", changed: false, problem: null });
  });

  test("also where the target breaks in a way that it may not, so that it can be asked for again", async () => {
    const own = await ownEnvironment();
    around = (target) => ({ ...target, readDirectory: () => Promise.reject(new Error("Broken.")) });
    await own.ask();
    expect((await own.finished()).sync).toMatchObject({ state: "failed", problem: { code: "unreachable" } });
    around = (target) => target;
    await own.ask();
    expect((await own.finished()).sync).toMatchObject({ state: "succeeded" });
  });

  test("where they may prepare restores (SI-11)", async () => {
    expect((await (await ownEnvironment()).ask("viewer")).status).toBe(403);
  });

  test("and a reading that was overtaken by a later one does not take its place", async () => {
    const own = await ownEnvironment();
    const run = await RunDriver.create({ ...site, environmentId: own.environmentId });
    await run.scopeAll();
    const reading = signal();
    const goOn = signal();
    let first = true;
    around = (target) => ({
      ...target,
      readDirectory: async () => {
        const answer = await target.readDirectory();
        if (!first) return answer;
        first = false;
        reading.resolve();
        await goOn.promise;
        return answer;
      },
    });
    await own.ask();
    await reading.promise;
    await own.removeGroup("Phones");
    await run.checks();
    goOn.resolve();
    const after = await own.finished();
    expect(after).toMatchObject({ directory: { groups: 1 }, sync: { state: "succeeded", changed: false } });
  });
});

describe("SI-2 the clock of the server is set back", () => {
  /** Every reading is dated by the clock of the server at that moment. */
  const datedByTheServer = (target: TargetPort): TargetPort => ({
    ...target,
    readDirectory: async () => {
      const answer = await target.readDirectory();
      return answer.ok ? { ok: true, value: { ...answer.value, readAt: now() } } : answer;
    },
  });

  test("between two readings of the directory: what is read now is what pages show, and the sync that they tell of is the last one", async () => {
    const own = await ownEnvironment();
    around = datedByTheServer;
    await own.ask();
    const before = await own.finished();
    await own.removeGroup("Phones");
    hoursAhead = -1;
    await own.ask();
    const after = await vi.waitFor(async () => {
      const present = await own.cached();
      expect(present.sync?.id).not.toBe(before.sync?.id);
      expect(present.sync?.finishedAt).toEqual(expect.any(String));
      return present;
    }, 40_000);
    expect(after).toMatchObject({ directory: { groups: 1 }, sync: { state: "succeeded", changed: true } });
    expect(Date.parse(after.directory?.readAt ?? "")).toBeLessThan(Date.parse(before.directory?.readAt ?? ""));
    const run = await RunDriver.create({ ...site, environmentId: own.environmentId });
    expect(run.document.directorySync).toEqual(after.sync);
    const told = await progressIn(site.product.db)([run.document.run.id]);
    expect(told.get(run.document.run.id)?.directorySync).toEqual({ id: after.sync?.id, state: "succeeded" });
  });

  test("while one is on its way: it is dated later than the one that overtook it, and does not take its place", async () => {
    const own = await ownEnvironment();
    const run = await RunDriver.create({ ...site, environmentId: own.environmentId });
    await run.scopeAll();
    const [begun, goOn] = [signal(), signal()];
    around = (target) => ({
      ...target,
      readDirectory: async () => {
        const answer = await datedByTheServer(target).readDirectory();
        begun.resolve();
        await goOn.promise;
        return answer;
      },
    });
    await own.ask();
    await begun.promise;
    around = datedByTheServer;
    hoursAhead = -1;
    await own.removeGroup("Phones");
    await run.checks();
    goOn.resolve();
    const after = await own.finished();
    expect(after).toMatchObject({ directory: { groups: 1 }, sync: { state: "succeeded", changed: false } });
  });
});

describe("BY-5 a decision stands on the directory that it was made from", () => {
  const laptops = {
    event: "mapping_decided",
    key: "group/g-source",
    decision: { decision: "map", targetId: "g-laptops" },
  };

  async function previewed() {
    const own = await ownEnvironment();
    const run = await RunDriver.create({ ...site, environmentId: own.environmentId });
    await run.scopeAll();
    expect((await run.change(laptops)).status).toBe(200);
    await run.checks();
    await run.preview();
    await run.change({ event: "dry_run_set", dryRun: false });
    return { own, run };
  }

  test("a sync that finds another directory voids checks and preview, and names the field (BY-1, SI-1)", async () => {
    const { own, run } = await previewed();
    expect(evidenceFreshness(run.document)).toMatchObject({
      checks: { state: "current" },
      preview: { state: "current" },
    });
    await own.removeGroup("Laptops");
    await own.ask();
    const { directory } = await own.finished();
    const { checks, preview } = evidenceFreshness(await run.load());
    const moved = [{ field: "directoryVersion", before: expect.any(String), after: directory?.version }];
    expect([checks, preview]).toMatchObject([
      { state: "invalidated", changes: moved },
      { state: "invalidated", changes: moved },
    ]);
    expect(run.document.dependencies?.[0]?.resolution).toEqual({ state: "unresolved", cause: "mapping_broken" });
    expect(reasonCodes(await run.execute())).toEqual(
      expect.arrayContaining(["mappings_unresolved", "checks_invalidated", "preview_invalidated"]),
    );
  });

  test("a sync that finds the same one voids nothing", async () => {
    const { own, run } = await previewed();
    await own.ask();
    await own.finished();
    const { checks, preview } = evidenceFreshness(await run.load());
    expect([checks.state, preview.state]).toEqual(["current", "current"]);
    expect((await run.execute()).status).toBe(202);
    await run.finished();
  });

  test("a choice from another directory than the present one comes too late and is not recorded", async () => {
    const own = await ownEnvironment();
    const run = await RunDriver.create({ ...site, environmentId: own.environmentId });
    await run.scopeAll();
    const { directoryVersion } = run.document;
    await own.removeGroup("Phones");
    await own.ask();
    const { directory } = await own.finished();
    const late = await run.change({ ...laptops, directoryVersion });
    expect(late).toMatchObject({ status: 409, body: { code: "directory_moved" } });
    expect((await run.load()).run.mappings).toEqual({});
    expect((await run.change({ ...laptops, directoryVersion: directory?.version })).status).toBe(200);
    expect(run.document.run.mappings).toEqual({ "group/g-source": laptops.decision });
    const entry = await site.product.db
      .selectFrom("audit_events")
      .select("detail")
      .where("restore_run_id", "=", run.document.run.id)
      .where("event", "=", "run_changed.mapping_decided")
      .executeTakeFirstOrThrow();
    expect(entry.detail).toEqual({
      key: "group/g-source",
      decision: laptops.decision,
      directoryVersion: directory?.version,
    });
  });

  test("and so does one for a run that has moved on", async () => {
    const own = await ownEnvironment();
    const run = await RunDriver.create({ ...site, environmentId: own.environmentId });
    await run.scopeAll();
    const late = await run.post("changes", laptops, { revision: 1 });
    expect(late).toMatchObject({ status: 412, body: { code: "revision_moved" } });
    expect((await run.load()).run.mappings).toEqual({});
  });
});
