import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { LeaseLost, underLease } from "../../../reference/server/jobs/lease.js";
import { openProduct } from "../../../reference/server/product.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { databasesOf } from "./databases.js";
import { RunDriver } from "./run-driver.js";
import { openSite, signal, type Site, threePolicies } from "./support.js";

// A restore is a job in a database that this process also runs; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 40_000 };

let around: (target: TargetPort) => TargetPort = (target) => target;
let site: Site;
beforeAll(async () => {
  site = await openSite(threePolicies, { around: (target) => around(target), leaseSeconds: 1 });
}, 60_000);
afterEach(() => {
  around = (target) => target;
});
afterAll(() => rm(site.dataDir, { recursive: true, force: true }));

/** A restore whose first write waits until it is told to go on. */
async function writing() {
  const run = await RunDriver.ready(site);
  const reached = signal();
  const goOn = signal();
  const created = vi.fn<() => void>();
  around = (target) => ({
    ...target,
    createPolicy: (policy) => {
      created();
      return target.createPolicy(policy);
    },
    replaceSettings: async (seen, payload) => {
      reached.resolve();
      await goOn.promise;
      return target.replaceSettings(seen, payload);
    },
  });
  await run.execute();
  await reached.promise;
  return { run, goOn, created, operationId: run.document.operation?.id ?? "" };
}

const leaseOf = async (operationId: string) => {
  const { rows } = await sql<{ until: Date; holds: boolean; now: Date }>`
    select lease_until as until, lease_until > clock_timestamp() as holds, clock_timestamp() as now
    from operations where id = ${operationId}`.execute(site.product.db);
  return rows[0] ?? { until: new Date(0), holds: false, now: new Date(0) };
};

describe("RW-15 one worker at a time is at an execution", () => {
  test("for as long as it lives, however long the target takes for one item", async () => {
    const { run, goOn, operationId } = await writing();
    const first = await leaseOf(operationId);
    await vi.waitFor(async () => {
      const lease = await leaseOf(operationId);
      expect([lease.now > first.until, lease.holds]).toEqual([true, true]);
    }, patience);
    goOn.resolve();
    await run.finished();
    expect(run.document.run.execution?.status).toBe("completed");
  });

  test("and nobody else begins meanwhile, whatever its clock says, nor after it has ended", async () => {
    const { run, goOn, operationId } = await writing();
    const work = vi.fn<() => Promise<void>>();
    const ahead = { ...site.product, now: () => "2100-01-01T00:00:00.000Z" };
    await underLease(ahead, "operations", operationId, work);
    goOn.resolve();
    await run.finished();
    await underLease(site.product, "operations", operationId, work);
    expect(work).not.toHaveBeenCalled();
  });

  test("one that was overtaken writes no more, neither to the target nor of what it did", async () => {
    const { goOn, created, operationId } = await writing();
    // Another process took the operation over, while this one stood still.
    await sql`update operations set worker = 'another', lease_until = clock_timestamp() + interval '1 hour'
      where id = ${operationId}`.execute(site.product.db);
    goOn.resolve();
    // A server that goes down waits for its workers.
    await site.server.close();
    const product = await openProduct(site.dataDir, databasesOf(site.dataDir));
    const rows = await product.db
      .selectFrom("attempts")
      .select(["item_id", "phase", "kind"])
      .where("operation_id", "=", operationId)
      .execute();
    const operation = await product.db
      .selectFrom("operations")
      .select(["status", "done", "worker"])
      .where("id", "=", operationId)
      .executeTakeFirst();
    expect(rows).toEqual([{ item_id: "item-a", phase: "settings", kind: "intent" }]);
    expect(operation).toEqual({ status: "running", done: 0, worker: "another" });
    expect(created).not.toHaveBeenCalled();
    // What it asks for in the transaction of a write is refused, so that the write is undone with it.
    await sql`update operations set lease_until = null where id = ${operationId}`.execute(product.db);
    const asked = vi.fn<(error: unknown) => void>();
    await underLease(product, "operations", operationId, async (lease) => {
      await sql`update operations set worker = 'another' where id = ${operationId}`.execute(product.db);
      await product.db
        .transaction()
        .execute((tx) => lease.keep(tx))
        .catch(asked);
    });
    expect(asked).toHaveBeenCalledWith(expect.any(LeaseLost));
    await product.close();
  });
});
