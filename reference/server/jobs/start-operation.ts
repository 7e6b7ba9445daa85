import type { Selectable } from "kysely";
import { record, system } from "../audit.js";
import type { WorkContext } from "../context.js";
import type { ProductSchema } from "../database/schema.js";
import { applyEvent, lockRun } from "../runs/store.js";
import type { Lease } from "./lease.js";

export type OperationRow = Selectable<ProductSchema["operations"]>;

/** The operation as it is executed: started where it was queued. null where its run does not start. */
export async function startOperation(context: WorkContext, lease: Lease, id: string): Promise<OperationRow | null> {
  return context.db.transaction().execute(async (tx) => {
    const found = await tx.selectFrom("operations").selectAll().where("id", "=", id).executeTakeFirst();
    if (found === undefined) return null;
    // The run first, as everywhere: two transactions that lock in one order never wait for each other.
    const locked = await lockRun(tx, found.workspace_id, found.restore_run_id, null);
    await lease.keep(tx);
    const operation = await tx.selectFrom("operations").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    if (!locked.ok || operation.status !== "queued") return operation;
    const now = context.now();
    const started = await applyEvent(tx, locked.value, { event: "execution_started" }, { at: now, by: system });
    if (!started.ok) return null;
    await record(tx, {
      at: now,
      workspaceId: operation.workspace_id,
      environmentId: operation.environment_id,
      restoreRunId: operation.restore_run_id,
      actor: system,
      event: "execution_started",
      detail: { operationId: id },
    });
    return tx
      .updateTable("operations")
      .set({ status: "running", started_at: now })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}
