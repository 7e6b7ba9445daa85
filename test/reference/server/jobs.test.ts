import { rm } from "node:fs/promises";
import type pg from "pg";
import { expect, test, vi } from "vitest";
import { openJobs } from "../../../reference/server/jobs/jobs.js";
import { openProduct } from "../../../reference/server/product.js";
import { newDataFolder } from "./data-folder.js";
import { signal } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

test("a job that ends once the server has given up its database does not end the process", async () => {
  const dataDir = await newDataFolder();
  const product = await openProduct(dataDir);
  let gone = false;
  const query = (text: string, values: unknown[]) =>
    gone ? Promise.reject(new Error("The pool is closed.")) : product.pool.query(text, values);
  const unhandled = vi.fn<(reason: unknown) => void>();
  process.on("unhandledRejection", unhandled);
  const jobs = await openJobs({ query } as unknown as pg.Pool);
  const begun = signal();
  const goOn = signal();
  const nothing = async () => {};
  await jobs.work({
    "restore.execute": nothing,
    "restore.evidence": nothing,
    "run.assess": nothing,
    "directory.sync": async () => {
      begun.resolve();
      await goOn.promise;
    },
  });
  await product.db.transaction().execute((tx) => jobs.enqueue(tx, "directory.sync", { syncId: "any" }));
  jobs.wake();
  await begun.promise;
  const stopped = jobs.stop();
  gone = true;
  goOn.resolve();
  await stopped;
  expect(unhandled).not.toHaveBeenCalled();
  process.off("unhandledRejection", unhandled);
  await product.close();
  await rm(dataDir, { recursive: true, force: true });
});
