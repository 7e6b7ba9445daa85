import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../../../reference/server/main.js";
import { startWorker } from "../../../reference/server/worker.js";
import { newDataFolder } from "./data-folder.js";
import { databasesOf, endLeases } from "./databases.js";
import { killedServer, removeBundle } from "./killed-servers.js";
import { RunDriver } from "./run-driver.js";
import { callerOf, exported, filledTarget, minutesIn, openSite, policy, type Site, threePolicies } from "./support.js";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let second: RunningServer;
let folder: string;
beforeAll(async () => {
  site = await openSite();
  folder = await mkdtemp(join(tmpdir(), "checkrail-test-"));
  second = await startServer({ dataDir: folder, databases: databasesOf(site.dataDir), seed: false });
}, 60_000);
afterAll(async () => {
  await second.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
  await removeBundle();
}, 60_000);

describe("two servers on one PostgreSQL", () => {
  test("start a run once, whichever of them is asked (RW-15)", async () => {
    const stored = await filledTarget(site.product, "Shared", threePolicies.target);
    const run = await RunDriver.create({ ...site, environmentId: stored.id });
    await run.prepare();
    const elsewhere = callerOf(second.url);
    const hands = await Promise.all(
      Array.from({ length: 50 }, async (_, number) => {
        const call = number % 2 === 0 ? site.call : elsewhere;
        return new RunDriver({ call }, await call("GET", run.path));
      }),
    );
    const replies = await Promise.all(hands.map((hand) => hand.execute()));
    expect(replies.filter(({ status }) => status === 202)).toHaveLength(1);
    await run.finished();
    expect(run.document.run.execution?.status).toBe("completed");
    const intents = await site.product.db
      .selectFrom("attempts")
      .select(["item_id", "phase"])
      .where("kind", "=", "intent")
      .execute();
    expect(new Set(intents.map(({ item_id: item, phase }) => `${item} ${phase}`)).size).toBe(intents.length);
  });

  test("read the directory of a target whose content is being replaced, and neither waits for the other (PF-12)", async () => {
    const { id } = await filledTarget(site.product, "Replaced", threePolicies.target);
    const { targetDb } = site.product;
    const replaced = await targetDb.transaction().execute(async (tx) => {
      // Keeps the new content from being written for as long as this takes; what there is can be read.
      await sql`lock table policies in share mode`.execute(tx);
      const replacing = filledTarget(site.product, "Replaced", threePolicies.target, true);
      const waiting = sql<{ waiting: boolean }>`select exists (select from pg_locks where not granted) as waiting`;
      await vi.waitFor(async () => expect((await waiting.execute(tx)).rows[0]?.waiting).toBe(true), {
        timeout: 20_000,
      });
      const environment = `/api/workspaces/demo/environments/${id}`;
      expect((await site.call("POST", `${environment}/directory-sync`, { body: {} })).status).toBe(202);
      await vi.waitFor(
        async () => {
          const sync = await site.product.db
            .selectFrom("directory_syncs")
            .select("state")
            .where("environment_id", "=", id)
            .executeTakeFirstOrThrow();
          expect(sync.state).toBe("succeeded");
        },
        { timeout: 20_000 },
      );
      return { replacing };
    });
    expect(await replaced.replacing).toMatchObject({ id, replaced: true });
  });

  test("keep of a target whose content was replaced the new directory, although the former one was read once more before that ended", async () => {
    const groups = [{ id: "g-kiosks", name: "Kiosks" }];
    const { id } = await filledTarget(site.product, "Overtaken", exported([policy("a", 60)], { groups }));
    const environment = `/api/workspaces/demo/environments/${id}`;
    const { target_key: former } = await site.product.db
      .selectFrom("environments")
      .select("target_key")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const tenant = site.product.target;
    const before = await tenant(former).readDirectory();
    const targets = vi
      .spyOn(site.product, "target")
      .mockImplementation((key) =>
        key === former ? { ...tenant(key), readDirectory: async () => before } : tenant(key),
      );
    const { replacing, asked } = await site.product.targetDb.transaction().execute(async (tx) => {
      // The new content is written, and its directory cannot be read for as long as this takes.
      await sql`lock table groups in access exclusive mode`.execute(tx);
      const filling = filledTarget(site.product, "Overtaken", exported([policy("a", 5)]), true);
      const waiting = async () => {
        const { rows } = await site.product.pool.query(
          "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        );
        return rows.length;
      };
      await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 20_000 });
      const asking = site.call("POST", `${environment}/directory-sync`, { body: {} });
      const readOrWaiting = async () => {
        const sync = await site.product.db
          .selectFrom("directory_syncs")
          .select("state")
          .where("environment_id", "=", id)
          .executeTakeFirst();
        expect(sync?.state === "succeeded" || (await waiting()) > 1).toBe(true);
      };
      await vi.waitFor(readOrWaiting, { timeout: 20_000 });
      return { replacing: filling, asked: asking };
    });
    expect(await replacing).toMatchObject({ id, replaced: true });
    expect((await asked).status).toBe(202);
    const ended = async () => {
      const { body } = await site.call("GET", `${environment}/directory`);
      expect(body).toMatchObject({ sync: { state: "succeeded" }, directory: { groups: 0 } });
    };
    await vi.waitFor(ended, { timeout: 20_000 });
    targets.mockRestore();
    expect(await minutesIn(site, id)).toEqual({ "Policy a": 5 });
  });

  test("that do not work leave their jobs to a process that only works", async () => {
    const place = await mkdtemp(join(tmpdir(), "checkrail-test-"));
    const own = await newDataFolder();
    const databases = databasesOf(own);
    const { product: location } = databases;
    if (!("url" in location)) throw new Error("This is about a PostgreSQL server.");
    const idle = await startServer({ dataDir: place, databases, work: false });
    const call = callerOf(idle.url);
    const { environments } = (await call("GET", "/api/workspaces/demo")).body as { environments: { id: string }[] };
    const [set] = (await call("GET", "/api/workspaces/demo/backup-sets")).body as { id: string }[];
    const run = await RunDriver.create({
      call,
      environmentId: environments[0]?.id ?? "",
      backupSetId: set?.id ?? "",
    });
    await run.scopeAll();
    await run.post("checks");
    const worker = await startWorker({ databases: { ...databases, product: location } });
    await run.assessment();
    expect(run.document.assessment?.state).toBe("succeeded");
    // One that has stopped works no more.
    await worker.close();
    await run.post("checks");
    expect((await run.load()).assessment?.state).toBe("queued");
    await idle.close();
    for (const used of [place, own]) await rm(used, { recursive: true, force: true });
  });

  test("keep the demonstration's target where both find it, in a schema of its own", async () => {
    const { rows } = await site.product.pool.query(
      "select table_schema from information_schema.tables where table_name = 'kysely_migration' order by 1",
    );
    expect(rows).toEqual([{ table_schema: "checkrail_target" }, { table_schema: "public" }]);
  });
});

test("servers that start at the same moment on an empty database all serve it, with the sample data once", async () => {
  const folders = [
    await newDataFolder(),
    ...(await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), "checkrail-test-"))))),
  ];
  const databases = databasesOf(folders[0] ?? "");
  const servers = await Promise.all(folders.map((dataDir) => startServer({ dataDir, databases })));
  const answers = await Promise.all(servers.map(({ url }) => callerOf(url)("GET", "/api/workspaces/demo")));
  for (const { body } of answers)
    expect(body).toMatchObject({ environments: [{ name: "Contoso Production" }], backupSets: 1 });
  for (const server of servers) await server.close();
  for (const used of folders) await rm(used, { recursive: true, force: true });
});

test("a server that is killed is followed by one that runs already, once its lease has ended (BY-9)", async () => {
  const killed = await killedServer();
  const run = await RunDriver.create({ ...killed, environmentId: killed.environments[0] ?? "" });
  await run.prepare();
  await killed.arm("after_write");
  await run.execute();
  await killed.killed();
  const other = await mkdtemp(join(tmpdir(), "checkrail-test-"));
  const databases = databasesOf(killed.dataDir);
  const next = await startServer({ dataDir: other, databases, seed: false });
  const call = callerOf(next.url);
  const later = new RunDriver({ call }, await call("GET", run.path));
  expect(later.document.run.execution?.status).toBe("running");
  await endLeases(databases.product);
  await later.withEvidence();
  expect(later.outcomes).toEqual([
    ["Policy a", "already_in_desired_state"],
    ["Policy b", "applied"],
    ["Policy c", "already_in_desired_state"],
  ]);
  await next.close();
  for (const used of [other, killed.dataDir]) await rm(used, { recursive: true, force: true });
});
