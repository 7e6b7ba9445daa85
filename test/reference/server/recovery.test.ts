import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { TargetPort } from "../../../src/restore/ports.js";
import { startServer } from "../../../reference/server/main.js";
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

  const next = await startServer({ dataDir: site.dataDir, seed: false });
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

test("a server that is killed right after a write is followed by one that finds the write and finishes the run", async () => {
  const script = join(import.meta.dirname, "killed-server.ts");
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=development", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  const place = z
    .object({ dataDir: z.string(), url: z.string(), environmentId: z.string(), backupSetId: z.string() })
    .parse(JSON.parse(String(line)));
  const run = await RunDriver.create({ ...place, call: callerOf(place.url) });
  await run.prepare();
  await run.execute();
  expect(await ended).toEqual([null, "SIGKILL"]);

  const next = await startServer({ dataDir: place.dataDir, seed: false });
  const later = new RunDriver({ call: callerOf(next.url) }, await callerOf(next.url)("GET", run.path));
  await later.withEvidence();
  expect(later.outcomes).toEqual([
    ["Policy a", "already_in_desired_state"],
    ["Policy b", "applied"],
    ["Policy c", "already_in_desired_state"],
  ]);
  expect(later.document.operation).toMatchObject({ outcome: "succeeded", done: 3, total: 3 });
  await next.close();
  await rm(place.dataDir, { recursive: true, force: true });
});
