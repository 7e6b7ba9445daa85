import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { TargetPort } from "../../../src/restore/ports.js";
import { lockRun } from "../../../reference/server/runs/store.js";
import { RunDriver, withOwnTarget } from "./run-driver.js";
import { openSite, type Reply, signal, type Site, threePolicies } from "./support.js";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let around: (target: TargetPort) => TargetPort = (target) => target;
let site: Site;
beforeAll(async () => {
  site = await openSite(threePolicies, { around: (target) => around(target) });
}, 60_000);
afterEach(() => {
  around = (target) => target;
});
afterAll(() => site.close(), 60_000);

/** The same run in the hands of somebody else, as it is now. */
async function sameRun(run: RunDriver): Promise<RunDriver> {
  return new RunDriver(site, await site.call("GET", run.path));
}

const operationsOf = ({ document }: RunDriver) =>
  site.product.db.selectFrom("operations").select("id").where("restore_run_id", "=", document.run.id).execute();

/** Each write that was announced, by item and part. */
async function intentsOf(run: RunDriver): Promise<readonly string[]> {
  const rows = await site.product.db
    .selectFrom("attempts")
    .innerJoin("operations", "operations.id", "attempts.operation_id")
    .select(["attempts.item_id", "attempts.phase"])
    .where("operations.restore_run_id", "=", run.document.run.id)
    .where("attempts.kind", "=", "intent")
    .execute();
  return rows.map(({ item_id: item, phase }) => `${item} ${phase}`);
}

const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status);
const code = ({ body }: Reply) => (body as { readonly code?: string }).code;

describe("RW-15 fifty requests for one execution at the same moment", () => {
  test("start it once, under as many keys", async () => {
    const run = await RunDriver.ready(site);
    const hands = await Promise.all(Array.from({ length: 50 }, () => sameRun(run)));
    const replies = await Promise.all(hands.map((hand) => hand.execute()));
    expect(statuses(replies).filter((status) => status === 202)).toHaveLength(1);
    expect(new Set(replies.filter(({ status }) => status !== 202).map(code))).toEqual(new Set(["revision_moved"]));
    expect(await operationsOf(run)).toHaveLength(1);
    await run.finished();
    const intents = await intentsOf(run);
    expect(intents.length).toBeGreaterThan(0);
    expect(new Set(intents).size).toBe(intents.length);
  });

  test("are one request under one key, and all get its answer", async () => {
    const run = await RunDriver.ready(site);
    const key = { headers: { "idempotency-key": randomUUID() } };
    const hands = await Promise.all(Array.from({ length: 50 }, () => sameRun(run)));
    const replies = await Promise.all(hands.map((hand) => hand.execute({}, key)));
    expect(new Set(statuses(replies))).toEqual(new Set([202]));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await operationsOf(run)).toHaveLength(1);
  });
});

describe("RW-16 a scope that changes while execution is asked for", () => {
  const narrower = {
    event: "scope_defined",
    scope: { mode: "selected", itemIds: ["item-a"] },
    restoreMode: "create_missing",
  };

  test("is refused once the run is queued, by name, and the run writes what was previewed", async () => {
    const run = await RunDriver.ready(site);
    const reached = signal();
    const gate = signal();
    around = (target) => ({
      ...target,
      listPolicies: async () => {
        reached.resolve();
        await gate.promise;
        return target.listPolicies();
      },
    });
    expect((await run.execute()).status).toBe(202);
    await reached.promise;
    // The evidence of a run before this one may have reached the target first.
    await vi.waitFor(async () => expect((await run.load()).run.execution?.status).toBe("running"), { timeout: 40_000 });
    const refusal = await run.change(narrower);
    expect([refusal.status, code(refusal)]).toEqual([409, "run_already_left_preparation"]);
    gate.resolve();
    await run.finished();
    expect(run.outcomes).toHaveLength(3);
    expect(run.document.run.scope).toEqual({ mode: "all" });
  });

  test("and execution never both happen to one revision", async () => {
    for (const changeFirst of [true, false]) {
      const run = await RunDriver.ready(site);
      const other = await sameRun(run);
      const change = () => other.change(narrower);
      const execute = () => run.execute();
      const [first, second] = await Promise.all(changeFirst ? [change(), execute()] : [execute(), change()]);
      expect([first.status, second.status].filter((status) => status < 300)).toHaveLength(1);
      expect([first, second].filter(({ status }) => status >= 300).map(code)).toEqual(["revision_moved"]);
      const { run: after } = (await sameRun(run)).document;
      // Either the old scope is queued, or nothing is.
      expect(after.execution === null).toBe(after.scope?.mode === "selected");
    }
  });
});

describe("RW-15 two runs on one target", () => {
  test("start one at a time: the other is told why, and starts once the first has ended", async () => {
    const own = await withOwnTarget(site);
    const runs = [await RunDriver.create(own), await RunDriver.create(own)];
    for (const run of runs) await run.prepare();
    const gate = signal();
    around = (target) => ({ ...target, listPolicies: async () => gate.promise.then(() => target.listPolicies()) });
    const replies = await Promise.all(runs.map((run) => run.execute()));
    const started = runs[statuses(replies).indexOf(202)];
    const waiting = runs[statuses(replies).indexOf(409)];
    expect(statuses(replies).toSorted((left, right) => left - right)).toEqual([202, 409]);
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({
      code: "execution_blocked",
      reasons: [{ code: "target_busy" }],
    });
    gate.resolve();
    await started?.finished();
    expect((await waiting?.execute())?.status).toBe(202);
    await waiting?.finished();
    // What the first has written is not what the second was shown, so it writes nothing over it.
    expect(waiting?.document.run.execution?.status).not.toBe("completed");
  });
});

describe("RW-12 a run that somebody holds, to cancel or change it", () => {
  test("keeps no worker from writing down what belongs to it: each would wait for the other", async () => {
    const run = await RunDriver.create(await withOwnTarget(site));
    await run.scopeAll();
    await run.checks();
    const { id } = run.document.run;
    const { db } = site.product;
    await db.transaction().execute(async (tx) => {
      expect((await lockRun(tx, "demo", id, null)).ok).toBe(true);
      // Of two updates in one transaction the second looks at the run again, whose row the database then wants to share.
      const written = db.transaction().execute(async (worker) => {
        // Where it waits, the one that it waits for waits for this.
        await sql`set local lock_timeout = 1000`.execute(worker);
        for (const begun of [1, 2])
          await worker
            .updateTable("assessments")
            .set({ times_begun: begun })
            .where("restore_run_id", "=", id)
            .execute();
      });
      await expect(written).resolves.toBeUndefined();
    });
  });
});
