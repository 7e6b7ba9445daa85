import type { Actor } from "../../src/restore/run/run.js";
import { record, system } from "./audit.js";
import { json } from "./database/schema.js";
import type { Product } from "./product.js";
import { lockRun } from "./runs/store.js";

/** Whether an execution is stopped because its record was brought back from a copy: no person stops one in the product's name. */
export function isBroughtBack(cancelledBy: Actor | null): boolean {
  return cancelledBy?.id === system.id;
}

/**
 * Settles a copy of the database that was brought back, before a server works on it. The copy does not know what happened
 * since it was made: a restore that it holds as queued or running may have been cancelled, or have written everything. So none
 * of them goes on: the next server looks up in the target what was begun, calls the rest not known, and reads the target back.
 * Whoever still wants one asks for a new run, which reads the target as it is now (BY-9). Answers the ids of their runs.
 */
export async function settleCopy({ db, now }: Pick<Product, "db" | "now">): Promise<readonly string[]> {
  const open = await db.selectFrom("operations").selectAll().where("status", "!=", "finished").execute();
  const stopped = open.filter((operation) => !isBroughtBack(operation.cancel_requested_by));
  for (const operation of stopped) {
    await db.transaction().execute(async (tx) => {
      const locked = await lockRun(tx, operation.workspace_id, operation.restore_run_id, null);
      if (!locked.ok) throw new Error(`Operation ${operation.id} belongs to no run.`);
      await tx
        .updateTable("operations")
        // How often it was begun in the time before says nothing of this one.
        .set({ worker: null, lease_until: null, times_begun: 0, cancel_requested_by: json(system) })
        .where("id", "=", operation.id)
        .execute();
      await record(tx, {
        at: now(),
        workspaceId: operation.workspace_id,
        environmentId: operation.environment_id,
        restoreRunId: operation.restore_run_id,
        actor: system,
        event: "cancel_requested",
        detail: { cause: "database_restored" },
      });
    });
  }
  return stopped.map((operation) => operation.restore_run_id);
}
