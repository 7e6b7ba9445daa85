import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cachedDirectorySchema } from "../../../reference/api/directories.js";
import { importSummarySchema } from "../../../reference/api/imports.js";
import { verifyChain } from "../../../reference/verify/audit-chain.js";
import { databasesOf, endLeases } from "./databases.js";
import { type Instant, type KilledServer, killedServer, removeBundle } from "./killed-servers.js";
import { RunDriver } from "./run-driver.js";
import { read } from "./support.js";

// Each test starts a server in a process of its own; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });
const patience = { timeout: 60_000 };

let first: KilledServer;
let server: KilledServer;
let taken = 0;
beforeAll(async () => {
  first = await killedServer();
  server = first;
}, 120_000);
afterAll(async () => {
  server.stop();
  await rm(first.dataDir, { recursive: true, force: true });
  await removeBundle();
});

function newRun(): Promise<RunDriver> {
  const environmentId = first.environments[taken];
  if (environmentId === undefined) throw new RangeError("Every target of this site has its run.");
  taken += 1;
  return RunDriver.create({ call: server.call, environmentId, backupSetId: first.backupSetId });
}

/** Kills the server at an instant of what is asked of it, starts another on its folder, and answers the run as that one has it. */
async function killedWhile(run: RunDriver, instant: Instant, ask: () => Promise<unknown>): Promise<RunDriver> {
  await server.arm(instant);
  // The connection breaks with the server.
  await ask().catch(() => undefined);
  await server.killed();
  await endLeases(databasesOf(first.dataDir).product);
  server = await killedServer(first.dataDir);
  return new RunDriver(server, await server.call("GET", run.path));
}

async function trail(): Promise<readonly { readonly event: string; readonly restoreRunId: string | null }[]> {
  const text = await (await fetch(`${server.url}/api/workspaces/demo/audit`)).text();
  const lines = text.split("\n").slice(0, -1);
  expect(verifyChain(lines).state).toBe("whole");
  return lines.map((line) => JSON.parse(line));
}

async function eventsOf(run: RunDriver): Promise<readonly string[]> {
  return (await trail()).filter((entry) => entry.restoreRunId === run.document.run.id).map(({ event }) => event);
}

const once = (events: readonly string[], event: string) => events.filter((each) => each === event).length === 1;

describe("a server that is killed while it prepares a run is followed by one that does it, once and not by halves (RW-13)", () => {
  test("checks, before the target was read", async () => {
    const run = await newRun();
    await run.scopeAll();
    const later = await killedWhile(run, "before_listing", () => run.post("checks"));
    await later.assessment();
    expect(later.document).toMatchObject({ assessment: { state: "succeeded" }, run: { scope: { mode: "all" } } });
    expect(later.document.run.checks?.findings).not.toHaveLength(0);
    const events = await eventsOf(run);
    expect([once(events, "checks_requested"), once(events, "checks_completed")]).toEqual([true, true]);
  });

  test("checks, in the middle of recording them", async () => {
    const run = await newRun();
    await run.scopeAll();
    const later = await killedWhile(run, "before_recording", () => run.post("checks"));
    await later.assessment();
    expect(later.document.assessment?.state).toBe("succeeded");
    expect(once(await eventsOf(run), "checks_completed")).toBe(true);
  });

  test("a preview, in the middle of recording it: the checks stand", async () => {
    const run = await newRun();
    await run.scopeAll();
    await run.checks();
    const { checks } = run.document.run;
    const later = await killedWhile(run, "before_recording", () => run.post("preview"));
    await later.assessment();
    expect(later.document).toMatchObject({ assessment: { kind: "preview", state: "succeeded" }, run: { checks } });
    expect(later.document.run.preview?.items).toHaveLength(3);
    expect(once(await eventsOf(run), "preview_completed")).toBe(true);
  });
});

describe("a server that is killed while it executes is followed by one that finishes, doubles nothing and overstates nothing (RW-15, BY-9)", () => {
  async function executed(instant: Instant): Promise<RunDriver> {
    const run = await newRun();
    await run.prepare();
    const later = await killedWhile(run, instant, () => run.execute());
    await later.withEvidence();
    const events = await eventsOf(run);
    expect([
      once(events, "execution_queued"),
      once(events, "execution_started"),
      once(events, "execution_finished"),
    ]).toEqual([true, true, true]);
    expect(events.filter((event) => event === "item_finished")).toHaveLength(3);
    expect(later.document.operation).toMatchObject({ status: "finished", done: 3, total: 3 });
    return later;
  }

  const results = (run: RunDriver) => run.document.evidence[0]?.findings?.map(({ result }) => result);

  test("before anything was written: everything is", async () => {
    const run = await executed("before_listing");
    expect(run.outcomes).toEqual([
      ["Policy a", "applied"],
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
    ]);
    expect(results(run)).toEqual(["as_intended", "as_intended", "as_intended"]);
  });

  test("between the intent and the write: the item is not known, not written again, and the evidence tells that it differs", async () => {
    const run = await executed("before_write");
    expect(run.outcomes).toEqual([
      ["Policy a", "unknown"],
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
    ]);
    expect(results(run)).toEqual(["differs", "as_intended", "as_intended"]);
  });

  test("right after the write: it is found in the target, and not claimed as a write", async () => {
    const run = await executed("after_write");
    expect(run.outcomes).toEqual([
      ["Policy a", "already_in_desired_state"],
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
    ]);
  });

  test("right after a policy was created: it is not created twice", async () => {
    const run = await executed("after_creation");
    expect(run.outcomes).toEqual([
      ["Policy a", "applied"],
      ["Policy b", "already_in_desired_state"],
      ["Policy c", "already_in_desired_state"],
    ]);
    const again = await RunDriver.create({
      call: server.call,
      environmentId: run.document.run.environmentId,
      backupSetId: first.backupSetId,
    });
    await again.scopeAll();
    await again.checks();
    await again.preview();
    expect(again.document.run.preview?.items.map(({ action }) => action)).not.toContain("create");
  });
});

describe("a server that is killed while it reads is followed by one that reads again", () => {
  test("evidence: the same snapshot becomes active, once", async () => {
    const run = await newRun();
    await run.prepare();
    await run.execute();
    await run.withEvidence();
    const later = await killedWhile(run, "before_listing", () => run.post("evidence"));
    await vi.waitFor(async () => {
      expect((await later.load()).evidence.map(({ state }) => state)).toEqual(["active", "active"]);
    }, patience);
    const events = await eventsOf(run);
    expect(events.filter((event) => event === "evidence_captured")).toHaveLength(2);
    expect(once(events, "evidence_requested")).toBe(true);
  });

  test("a group sync: the same one succeeds, once (PF-12)", async () => {
    const run = await newRun();
    const path = `/api/workspaces/demo/environments/${run.document.run.environmentId}`;
    const cached = async () => read(cachedDirectorySchema, await server.call("GET", `${path}/directory`));
    await killedWhile(run, "directory_read", () => server.call("POST", `${path}/directory-sync`, { body: {} }));
    await vi.waitFor(async () => expect((await cached()).sync?.state).toBe("succeeded"), patience);
    const events = (await trail()).map(({ event }) => event);
    expect([once(events, "directory_sync_requested"), once(events, "directory_synced")]).toEqual([true, true]);
  });
});

describe("an import whose server is killed is not there, whole or in part, and can be asked for again", () => {
  const policyFile = (name: string) => ({
    path: `SettingsCatalog/${name}.json`,
    base64: Buffer.from(
      JSON.stringify({
        "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
        id: `id-of-${name}`,
        name,
        platforms: "windows10",
        settings: [],
        assignments: [],
      }),
    ).toString("base64"),
  });
  const importTarget = (policyName: string, replace = false) =>
    server.call("POST", "/api/imports", {
      body: { as: "target", environment: "prod", name: "Cut off", files: [policyFile(policyName)], replace },
    });
  const environments = async () => JSON.stringify((await server.call("GET", "/api/workspaces/demo")).body);
  const imports = async () => (await trail()).filter(({ event }) => /^target_(imported|replaced)$/.test(event)).length;

  test("a target whose content was to be replaced holds what it held", async () => {
    const run = await newRun();
    const { id } = read(importSummarySchema, await importTarget("First"));
    const before = [await environments(), await imports()];
    await killedWhile(run, "tenant_filled", () => importTarget("Second", true));
    expect([await environments(), await imports()]).toEqual(before);
    const rename = (name: string) =>
      server.call("POST", `/api/workspaces/demo/environments/${id}/demo/target-change`, {
        body: { kind: "rename_policy", name },
      });
    expect((await rename("Second")).status).not.toBe(200);
    expect((await rename("First")).status).toBe(200);
    expect(await importTarget("Second", true)).toMatchObject({ status: 201, body: { id, replaced: true } });
    expect((await rename("Second")).status).toBe(200);
  });
});
