import { rm } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
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

describe("a worker that ends between a write and its note", () => {
  test("finds the write in the target and does not repeat it", async () => {
    let writes = 0;
    const { site, run } = await readySite((target) => ({
      ...target,
      replaceSettings: async (id, payload) => {
        writes += 1;
        await target.replaceSettings(id, payload);
        throw new Error("The worker ended here.");
      },
    }));
    await run.execute();
    await run.withEvidence();
    expect(writes).toBe(1);
    expect(run.outcomes?.[0]).toEqual(["Policy a", "already_in_desired_state"]);
    await site.close();
  });

  test("says that it does not know, where the target does not show the write", async () => {
    const broken = () => Promise.reject(new Error("The worker ended here."));
    const { site, run } = await readySite((target) => ({ ...target, replaceSettings: broken }));
    await run.execute();
    await run.finished();
    expect(run.document.run.execution?.status).toBe("partial");
    expect(run.outcomes?.[0]).toEqual(["Policy a", "unknown"]);
    await site.close();
  });
});

test("a part that was being written is not said to have failed where the target can no longer be read", async () => {
  let ended = false;
  const { site, run } = await readySite((target) => ({
    ...target,
    replaceSettings: async (seen, payload) => {
      await target.replaceSettings(seen, payload);
      ended = true;
      throw new Error("The worker ended here.");
    },
    readDirectory: async () =>
      ended ? { ok: false, problem: { code: "unreachable", detail: "No answer." } } : target.readDirectory(),
  }));
  await run.execute();
  await run.finished();
  const item = run.document.run.execution?.results?.items?.[0];
  expect(item).toMatchObject({ name: "Policy a", outcome: "unknown", reason: { code: "target_answered" } });
  expect(item?.phases).toEqual([
    { phase: "settings", outcome: "unknown", reason: { code: "interrupted_while_writing" } },
    { phase: "assignments", outcome: "skipped", reason: { code: "interrupted_before" } },
    { phase: "scope_tags", outcome: "skipped", reason: { code: "interrupted_before" } },
  ]);
  await site.close();
});

test("a server that goes down between two items hands the run back, and the next one goes on with it", async () => {
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

test("a server that goes down waits only so long for a target that never answers, and the next one reads it again", async () => {
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
