import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { LogEntry } from "../../../reference/server/log.js";
import { captureSnapshot } from "../../../reference/server/jobs/evidence.js";
import { syncDirectory } from "../../../reference/server/jobs/directory-sync.js";
import { underLease } from "../../../reference/server/jobs/lease.js";
import { reachTarget, WriteBroken } from "../../../reference/server/jobs/reach-target.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { RunDriver, withOwnTarget } from "./run-driver.js";
import { minutesIn, openSite, signal, type Site, threePolicies } from "./support.js";

// A restore is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });
vi.spyOn(console, "error").mockImplementation(() => undefined);

let around: (target: TargetPort) => TargetPort = (target) => target;
let site: Site;
beforeAll(async () => {
  site = await openSite(threePolicies, { around: (target) => around(target) });
}, 60_000);
afterEach(() => {
  around = (target) => target;
});
afterAll(() => site.close());

const broken = () => Promise.reject(new Error("Broken."));
const brokenAtOnce = () => {
  throw new Error("Broken.");
};
const noAnswer = (async () => undefined) as never;

/** A run that is ready to execute, and what its target holds. */
async function ready() {
  const own = await withOwnTarget(site);
  const run = await RunDriver.create(own);
  await run.prepare();
  return { run, holds: () => minutesIn(site, own.environmentId) };
}

async function executed(run: RunDriver) {
  await run.execute();
  await run.finished();
  const { status, reason, results } = run.document.run.execution ?? {};
  return { status, reason, items: results?.items ?? [] };
}

describe("RW-15 a target that throws while it is read, although it may only answer", () => {
  test.each([
    ["readDirectory", broken],
    ["listPolicies", brokenAtOnce],
    ["readIdentity", noAnswer],
  ] as const)("%s: the restore ends, nothing is written, and it says why", async (reading, breaks) => {
    const { run, holds } = await ready();
    const before = await holds();
    around = (target) => ({ ...target, [reading]: breaks });
    const { status, reason, items } = await executed(run);
    expect(status).toBe("failed");
    expect(reason).toMatchObject({ problem: { code: "unreachable" } });
    expect(items.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "failed"]);
    expect(await holds()).toEqual(before);
  });

  test("a policy that breaks when it is read again is not written, and the others are", async () => {
    const { run } = await ready();
    around = (target) => ({ ...target, readPolicy: (id) => (id === "a" ? broken() : target.readPolicy(id)) });
    const { status, items } = await executed(run);
    expect(status).toBe("partial");
    expect(items[0]).toMatchObject({ outcome: "failed", reason: { code: "policy_not_readable" } });
    expect(run.outcomes?.slice(1)).toEqual([
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
    ]);
  });

  test("leaves a draft whose target has not said who it is", async () => {
    around = (target) => ({ ...target, readIdentity: broken });
    expect((await RunDriver.create(site)).document.run.targetIdentity).toBeNull();
  });
});

describe("BY-9 a target that throws while it is written to", () => {
  test("after it wrote: the write is found there, not claimed and not repeated", async () => {
    const { run, holds } = await ready();
    const write = vi.fn<(policyId: string) => void>();
    around = (target) => ({
      ...target,
      replaceSettings: async (...asked) => {
        write(asked[0].id);
        await target.replaceSettings(...asked);
        return broken();
      },
    });
    const { items } = await executed(run);
    expect(write).toHaveBeenCalledTimes(1);
    expect(items[0]).toMatchObject({
      outcome: "already_in_desired_state",
      reason: { code: "found_after_interruption" },
    });
    expect((await holds())["Policy a"]).toBe(5);
  });

  test("before it wrote: what became of the item is not known, the others are written, and the evidence tells", async () => {
    const { run } = await ready();
    around = (target) => ({ ...target, replaceSettings: broken });
    const { status, items } = await executed(run);
    expect(status).toBe("partial");
    expect(items[0]).toMatchObject({ outcome: "unknown" });
    expect(items[0]?.phases).toEqual([
      { phase: "settings", outcome: "unknown", reason: { code: "interrupted_while_writing" } },
      { phase: "assignments", outcome: "already_in_desired_state", reason: null },
      { phase: "scope_tags", outcome: "already_in_desired_state", reason: null },
    ]);
    expect(run.outcomes?.[1]).toEqual(["Policy b", "applied"]);
    await run.withEvidence();
    expect(run.document.evidence[0]?.findings?.[0]).toMatchObject({ name: "Policy a", result: "differs" });
  });

  test("while it creates: a policy that is there is found and not created twice, one that is not is not known", async () => {
    for (const creates of [true, false]) {
      const { run, holds } = await ready();
      const create = vi.fn<(name: string) => void>();
      around = (target) => ({
        ...target,
        createPolicy: async (policy) => {
          create(policy.name);
          if (creates) await target.createPolicy(policy);
          return brokenAtOnce();
        },
      });
      await executed(run);
      expect(create).toHaveBeenCalledTimes(1);
      expect(run.outcomes?.[1]).toEqual(["Policy b", creates ? "already_in_desired_state" : "unknown"]);
      expect(Object.keys(await holds()).includes("Policy b")).toBe(creates);
    }
  });

  test("and cannot be read afterwards: what was announced is not known, and nothing is made of it", async () => {
    const { run } = await ready();
    let broke = false;
    around = (target) => ({
      ...target,
      createPolicy: () => {
        broke = true;
        return broken();
      },
      readDirectory: () => (broke ? broken() : target.readDirectory()),
    });
    const { items } = await executed(run);
    expect(items[1]).toMatchObject({ name: "Policy b", outcome: "unknown", reason: { code: "target_answered" } });
    expect(items[1]?.phases).toEqual([
      { phase: "settings", outcome: "unknown", reason: { code: "interrupted_while_writing" } },
      { phase: "assignments", outcome: "skipped", reason: { code: "interrupted_before" } },
      { phase: "scope_tags", outcome: "skipped", reason: { code: "interrupted_before" } },
    ]);
  });

  test("and calls itself another tenant from then on: what that one holds is not taken for what was written", async () => {
    const { run } = await ready();
    let broke = false;
    around = (target) => ({
      ...target,
      replaceSettings: async (...asked) => {
        await target.replaceSettings(...asked);
        broke = true;
        return broken();
      },
      readIdentity: async () => {
        const identity = await target.readIdentity();
        return identity.ok && broke ? { ...identity, value: { ...identity.value, label: "Fabrikam" } } : identity;
      },
    });
    const { items } = await executed(run);
    expect(items.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ["Policy a", "unknown", expect.objectContaining({ code: "target_is_another" })],
      ["Policy b", "failed", expect.objectContaining({ code: "target_is_another" })],
      ["Policy c", "failed", expect.objectContaining({ code: "target_is_another" })],
    ]);
  });

  test.each([{ ok: true, value: null }, { ok: false, problem: null }, { ok: true }, {}])(
    "and neither is what holds nothing taken for an answer: %j",
    async (answer) => {
      const port = reachTarget({ target: () => ({ readPolicy: async () => answer }) as never, log: () => {} }, "any");
      expect(await port.readPolicy("a")).toMatchObject({ ok: false, problem: { code: "unreachable" } });
    },
  );

  test("is told to whoever runs the server, without what it said", async () => {
    const told: LogEntry[] = [];
    const port = reachTarget(
      { target: () => ({ replaceScopeTags: broken, readPolicy: broken }) as never, log: (entry) => told.push(entry) },
      "any",
    );
    await expect(port.replaceScopeTags({ id: "a", fingerprint: "" }, [])).rejects.toThrow(WriteBroken);
    expect(await port.readPolicy("a")).toMatchObject({ ok: false, problem: { code: "unreachable" } });
    expect(told.map(({ event, level }) => [event, level])).toEqual([
      ["target_broke", "error"],
      ["target_broke", "error"],
    ]);
    expect(JSON.stringify(told)).not.toContain("Broken.");
  });
});

describe("RW-13 work that breaks off again and again without getting on", () => {
  const working = () => ({ ...site.product, jobs: null as never, log: () => undefined });

  test("a restore: is begun three times, and then ends and says so; nothing was written", async () => {
    const { run, holds } = await ready();
    const before = await holds();
    await sql`create function break_off() returns trigger language plpgsql as
      $$ begin raise exception 'broken off'; end $$`.execute(site.product.db);
    await sql`create trigger break_off before insert on attempts for each row when (new.kind = 'intent')
      execute function break_off()`.execute(site.product.db);
    const { status, reason, items } = await executed(run);
    await sql`drop trigger break_off on attempts`.execute(site.product.db);
    expect(status).toBe("failed");
    expect(reason).toEqual({ code: "interrupted_each_time", times: 3 });
    expect(items.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "failed"]);
    expect(run.document.operation).toMatchObject({ status: "finished", outcome: "failed", done: 3 });
    // Ending an item is no getting on: a worker that takes it up half-way ends the rest as well, and writes nothing.
    const { times_begun: times } = await site.product.db
      .selectFrom("operations")
      .select("times_begun")
      .where("id", "=", run.document.operation?.id ?? "")
      .executeTakeFirstOrThrow();
    expect(times).toBeGreaterThanOrEqual(3);
    expect(await holds()).toEqual(before);
  });

  test("a restore that was writing when it broke off last: that item is not known", async () => {
    const { run } = await ready();
    const writing = signal();
    const goOn = signal();
    around = (target) => ({
      ...target,
      replaceSettings: async (...asked) => {
        writing.resolve();
        await goOn.promise;
        return target.replaceSettings(...asked);
      },
    });
    await run.execute();
    await writing.promise;
    const id = run.document.operation?.id ?? "";
    const held = sql`update operations set times_begun = 3, worker = null, lease_until = null where id = ${id}`;
    await held.execute(site.product.db);
    around = (target) => ({ ...target, listPolicies: broken });
    await vi.waitFor(async () => expect((await run.load()).run.execution?.finishedAt).toEqual(expect.any(String)), {
      timeout: 40_000,
    });
    goOn.resolve();
    expect(run.document.run.execution).toMatchObject({
      status: "partial",
      reason: { code: "interrupted_each_time" },
    });
    expect(run.outcomes).toEqual([
      ["Policy a", "unknown"],
      ["Policy b", "failed"],
      ["Policy c", "failed"],
    ]);
  });

  test("one that gets on is not ended, however often it was begun before", async () => {
    const { run } = await ready();
    const writing = signal();
    const goOn = signal();
    around = (target) => ({
      ...target,
      createPolicy: async (policy) => {
        writing.resolve();
        await goOn.promise;
        return target.createPolicy(policy);
      },
    });
    await run.execute();
    await writing.promise;
    const { times_begun: times } = await site.product.db
      .selectFrom("operations")
      .select("times_begun")
      .where("id", "=", run.document.operation?.id ?? "")
      .executeTakeFirstOrThrow();
    goOn.resolve();
    await run.finished();
    expect(times).toBe(0);
  });

  test("a sync of the directory and a reading back end as failed, and the sync says why (PF-12)", async () => {
    const { run } = await ready();
    await run.execute();
    await run.withEvidence();
    const { environmentId, workspaceId } = run.document.run;
    await site.product.db
      .insertInto("directory_syncs")
      .values({
        id: "often",
        workspace_id: workspaceId,
        environment_id: environmentId,
        state: "reading",
        requested_at: new Date().toISOString(),
        requested_by: JSON.stringify({ id: "dana", name: "Dana Okafor" }),
        times_begun: 3,
      })
      .execute();
    await syncDirectory(working(), "often");
    expect((await run.load()).directorySync).toMatchObject({ state: "failed", problem: { code: "interrupted" } });

    await site.product.db
      .insertInto("evidence_snapshots")
      .values({
        id: "often",
        operation_id: run.document.operation?.id ?? "",
        workspace_id: workspaceId,
        environment_id: environmentId,
        state: "generating",
        requested_at: new Date().toISOString(),
        times_begun: 3,
      })
      .execute();
    await captureSnapshot(working(), "often");
    expect((await run.load()).evidence.at(-1)).toMatchObject({ id: "often", state: "failed" });
  });

  test("counts what broke off, and not what was handed back in good order", async () => {
    const { run } = await ready();
    const { environmentId, workspaceId } = run.document.run;
    await site.product.db
      .insertInto("directory_syncs")
      .values({
        id: "counted",
        workspace_id: workspaceId,
        environment_id: environmentId,
        state: "queued",
        // So that no worker of the site takes it up meanwhile.
        requested_at: "2100-01-01T00:00:00Z",
        requested_by: JSON.stringify({ id: "dana", name: "Dana Okafor" }),
      })
      .execute();
    const times = async () =>
      (
        await site.product.db
          .selectFrom("directory_syncs")
          .select("times_begun")
          .where("id", "=", "counted")
          .executeTakeFirstOrThrow()
      ).times_begun;
    const tooOften: boolean[] = [];
    const once = (work: () => Promise<void>) =>
      underLease(site.product, "directory_syncs", "counted", async ({ isTooOften }) => {
        tooOften.push(isTooOften);
        await work();
      }).catch(() => undefined);
    await once(async () => {});
    expect(await times()).toBe(0);
    for (let count = 0; count < 4; count += 1) await once(broken);
    expect(await times()).toBe(4);
    expect(tooOften).toEqual([false, false, false, false, true]);
  });
});

describe("RW-15 restores of several environments", () => {
  test("run beside each other: one whose target takes its time keeps no other waiting", async () => {
    const slow = await ready();
    const writing = signal();
    const goOn = signal();
    around = (target) => ({
      ...target,
      replaceSettings: async (...asked) => {
        writing.resolve();
        await goOn.promise;
        return target.replaceSettings(...asked);
      },
    });
    await slow.run.execute();
    await writing.promise;
    around = (target) => target;
    const quick = await ready();
    await quick.run.execute();
    await quick.run.finished();
    expect(quick.run.document.run.execution?.status).toBe("completed");
    expect((await slow.run.load()).run.execution?.status).toBe("running");
    goOn.resolve();
    await slow.run.finished();
  });
});
