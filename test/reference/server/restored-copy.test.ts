import { cp, rm } from "node:fs/promises";
import { basename } from "node:path";
import { expect, test, vi } from "vitest";
import pg from "pg";
import { serveProduct } from "../../../reference/server/main.js";
import { openProduct } from "../../../reference/server/product.js";
import { settleCopy } from "../../../reference/server/restored-copy.js";
import { verifyChain } from "../../../reference/verify/audit-chain.js";
import { databasesOf, postgresHostVariable } from "./databases.js";
import { RunDriver } from "./run-driver.js";
import { callerOf, minutesIn, openSite, signal } from "./support.js";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

/** A copy of all that a stopped server keeps, as an operator would make one. */
async function copyOf(dataDir: string): Promise<string> {
  const copy = `${dataDir}-copy`;
  await cp(dataDir, copy, { recursive: true });
  const host = process.env[postgresHostVariable];
  if (host !== undefined) {
    const client = new pg.Client({ host, user: "postgres", database: "postgres" });
    await client.connect();
    const [from, to] = [dataDir, copy].map((folder) => client.escapeIdentifier(basename(folder)));
    await client.query(`create database ${to} template ${from}`);
    await client.end();
  }
  return copy;
}

test("BY-9 a database that was brought back starts no restore that it holds as queued, goes on with none that was running, and tells so in the trail", async () => {
  const asked = signal();
  let hangs = false;
  const site = await openSite(undefined, {
    stopWithinSeconds: 0,
    around: (target) => ({
      ...target,
      listPolicies: async () => {
        if (!hangs) return target.listPolicies();
        asked.resolve();
        return new Promise(() => {});
      },
    }),
  });
  const running = await RunDriver.ready(site);
  const queued = await RunDriver.ready(site);
  const drafted = await RunDriver.ready(site);
  hangs = true;
  await running.execute();
  await asked.promise;
  await site.server.close();
  // A server that leaves its jobs to others: nobody is there to begin this one.
  const reopened = await openProduct(site.dataDir, databasesOf(site.dataDir));
  const idle = await serveProduct(reopened, { dataDir: site.dataDir, seed: false, work: false });
  const asking = callerOf(idle.url);
  await new RunDriver({ call: asking }, await asking("GET", queued.path)).execute();
  await idle.close();

  const copy = await copyOf(site.dataDir);
  const product = await openProduct(copy, databasesOf(copy));
  expect((await settleCopy(product)).toSorted()).toEqual(
    [queued, running].map((run) => run.document.run.id).toSorted(),
  );
  // Once more finds nothing more to settle.
  expect(await settleCopy(product)).toEqual([]);
  // Whoever cancels one now stops nothing that was written since the copy was made, and does not make it known either.
  const waiting = await serveProduct(product, { dataDir: copy, seed: false, work: false });
  const cancelling = callerOf(waiting.url);
  for (const run of [running, queued]) {
    const stopped = new RunDriver({ call: cancelling }, await cancelling("GET", run.path));
    const { status } = stopped.document.run.execution ?? {};
    expect((await stopped.post("cancel")).status).toBe(200);
    expect(stopped.document.run.execution?.status).toBe(status);
  }
  await waiting.close();
  const worked = await openProduct(copy, databasesOf(copy));
  const server = await serveProduct(worked, { dataDir: copy, seed: false });
  const call = callerOf(server.url);
  for (const run of [running, queued]) {
    const later = new RunDriver({ call }, await call("GET", run.path));
    await later.withEvidence();
    // It may have written everything after the copy was made, so nobody says that it did not execute.
    expect(later.document.run.execution).toMatchObject({
      status: "partial",
      reason: { code: "cancelled_by", name: "Checkrail" },
      results: { counts: { unknown: 3, skipped: 0, applied: 0, failed: 0 } },
    });
    expect(later.document.run.execution?.results?.items?.[0]?.reason).toEqual({ code: "record_brought_back" });
    expect(await minutesIn({ product: worked }, run.document.run.environmentId)).toEqual({
      "Policy a": 60,
      "Policy c": 9,
    });
  }
  // What was only prepared is as it was, and is compared with the target as it is now before anything is written.
  const draft = new RunDriver({ call }, await call("GET", drafted.path));
  expect((await draft.execute()).status).toBe(202);
  await draft.finished();
  expect(draft.document.run.execution?.status).toBe("completed");
  const trail = (await (await fetch(`${server.url}/api/workspaces/demo/audit`)).text()).split("\n").slice(0, -1);
  expect(verifyChain(trail).state).toBe("whole");
  expect(trail.filter((line) => line.includes("database_restored"))).toHaveLength(2);
  await server.close();
  for (const folder of [copy, site.dataDir]) await rm(folder, { recursive: true, force: true });
});
