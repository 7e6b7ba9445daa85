import { rm } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import type { TargetPort } from "../../../src/restore/ports.js";
import { startServer } from "../../../reference/server/main.js";
import { databasesOf } from "./databases.js";
import { RunDriver } from "./run-driver.js";
import { callerOf, openSite, signal, type Site, threePolicies } from "./support.js";

// A restore is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

type Around = (target: TargetPort) => TargetPort;

async function readySite(around: Around): Promise<{ readonly site: Site; readonly run: RunDriver }> {
  const site = await openSite(threePolicies, { around });
  const run = await RunDriver.create(site);
  await run.prepare();
  return { site, run };
}

test("RW-15 a server that goes down between two items hands the run back, and the next one goes on with it", async () => {
  const writing = signal();
  const goOn = signal();
  const { site, run } = await readySite((target) => ({
    ...target,
    replaceSettings: async (id, payload) => {
      writing.resolve();
      await goOn.promise;
      return target.replaceSettings(id, payload);
    },
  }));
  await run.execute();
  await writing.promise;
  const down = site.server.close();
  goOn.resolve();
  await down;

  const next = await startServer({ dataDir: site.dataDir, databases: databasesOf(site.dataDir), seed: false });
  const later = new RunDriver({ call: callerOf(next.url) }, await callerOf(next.url)("GET", run.path));
  await later.withEvidence();
  expect(later.outcomes).toEqual([
    ["Policy a", "applied"],
    ["Policy b", "applied"],
    ["Policy c", "already_in_desired_state"],
  ]);
  await next.close();
  await rm(site.dataDir, { recursive: true, force: true });
});

test("RW-13 a server that goes down waits only so long for a target that never answers, and the next one reads it again", async () => {
  const reached = signal();
  const site = await openSite(threePolicies, {
    around: (target) => ({
      ...target,
      listPolicies: () => {
        reached.resolve();
        return new Promise(() => {});
      },
    }),
    stopWithinSeconds: 1,
  });
  const run = await RunDriver.create(site);
  await run.scopeAll();
  await run.post("checks");
  await reached.promise;
  await site.server.close();

  const next = await startServer({ dataDir: site.dataDir, databases: databasesOf(site.dataDir), seed: false });
  const later = new RunDriver({ call: callerOf(next.url) }, await callerOf(next.url)("GET", run.path));
  await later.assessment();
  expect(later.document).toMatchObject({ assessment: { kind: "checks", state: "succeeded" } });
  await next.close();
  await rm(site.dataDir, { recursive: true, force: true });
});

test("BY-9 what was being written when a server went down is not looked for in a tenant that has become another one", async () => {
  const written = signal();
  const site = await openSite(threePolicies, {
    around: (target) => ({
      ...target,
      replaceSettings: async (id, payload) => {
        await target.replaceSettings(id, payload);
        written.resolve();
        return new Promise(() => {});
      },
    }),
    stopWithinSeconds: 1,
  });
  const run = await RunDriver.create(site);
  await run.prepare();
  await run.execute();
  await written.promise;
  const change = `/api/workspaces/demo/environments/${site.environmentId}/demo/target-change`;
  expect((await site.call("POST", change, { body: { kind: "rename_tenant", name: "Fabrikam" } })).status).toBe(200);
  await site.server.close();

  const next = await startServer({ dataDir: site.dataDir, databases: databasesOf(site.dataDir), seed: false });
  const later = new RunDriver({ call: callerOf(next.url) }, await callerOf(next.url)("GET", run.path));
  await later.finished();
  const [first, ...others] = later.document.run.execution?.results?.items ?? [];
  expect(first).toMatchObject({
    name: "Policy a",
    outcome: "unknown",
    reason: { code: "target_is_another", actual: { label: "Fabrikam" } },
  });
  expect(first?.phases[0]).toMatchObject({ phase: "settings", outcome: "unknown" });
  expect(others.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
  await next.close();
  await rm(site.dataDir, { recursive: true, force: true });
});
