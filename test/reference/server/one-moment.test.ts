import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { RunDriver } from "./run-driver.js";
import { openSite, type Site } from "./support.js";

vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

describe("SI-9, PF-16 a run that ends while somebody reads it", () => {
  test.each(["the run", "its operation"])(
    "is answered as it was or as it is, never half of each: %s",
    async (asked) => {
      const run = await RunDriver.create(site);
      await run.prepare();
      await run.execute();
      await run.withEvidence();
      const { id, execution } = run.document.run;
      const operationId = execution?.operationId ?? "";
      const path = asked === "the run" ? run.path : `/api/workspaces/demo/operations/${operationId}`;
      const { db, pool, backups } = site.product;
      // Moves the run and its operation on together, as the end of an execution does.
      const end = () =>
        db.transaction().execute(async (tx) => {
          await tx
            .updateTable("restore_runs")
            .set((column) => ({ revision: column("revision", "+", 1) }))
            .where("id", "=", id)
            .execute();
          await tx.updateTable("operations").set({ done: 0 }).where("id", "=", operationId).execute();
        });
      let ending: Promise<void> | null = null;
      const content = backups.read.bind(backups);
      const reading = vi.spyOn(backups, "read").mockImplementation(async (tx, backupSetId) => {
        if (ending === null) {
          const state = { ended: false };
          ending = end().then(() => {
            state.ended = true;
          });
          // Either it is through, or it waits for the connection that the reader has.
          while (!state.ended && pool.waitingCount === 0) await setImmediate();
        }
        return content(tx, backupSetId);
      });
      const { status, body } = await site.call("GET", path);
      expect(status).toBe(200);
      expect(reading).toHaveBeenCalled();
      reading.mockRestore();
      expect(body).toMatchObject({ operation: { done: 3 } });
      await (ending as Promise<void> | null);
      expect((await site.call("GET", path)).body).toMatchObject({ operation: { done: 0 } });
    },
  );
});
