import type { Selectable } from "kysely";
import { record, system } from "../audit.js";
import type { ServerContext } from "../context.js";
import type { ProductSchema } from "../database/schema.js";
import { applyEvent, lockRun } from "../runs/store.js";

export type OperationRow = Selectable<ProductSchema["operations"]>;

const leaseSeconds = 60;

/** Until when a worker that just gave a sign of life keeps its operation. */
export function leaseFrom(now: string): string {
  return new Date(Date.parse(now) + leaseSeconds * 1000).toISOString();
}

/** Takes an operation for one worker, and starts it where it was queued. null where it is finished or another worker has it. */
export async function claimOperation(context: ServerContext, worker: string, id: string): Promise<OperationRow | null> {
  return context.db.transaction().execute(async (tx) => {
    const found = await tx.selectFrom("operations").selectAll().where("id", "=", id).executeTakeFirst();
    if (found === undefined) return null;
    // The run first, as everywhere: two transactions that lock in one order never wait for each other.
    const locked = await lockRun(tx, found.workspace_id, found.restore_run_id, null);
    const operation = await tx.selectFrom("operations").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
    if (!locked.ok || operation === undefined || operation.status === "finished") return null;
    const now = context.now();
    const held = operation.lease_until !== null && operation.lease_until.toISOString() > now;
    if (held && operation.worker !== worker) return null;
    const lease = { worker, lease_until: leaseFrom(now) };
    if (operation.status === "queued") {
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
        .set({ ...lease, status: "running", started_at: now })
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirstOrThrow();
    }
    return tx.updateTable("operations").set(lease).where("id", "=", id).returningAll().executeTakeFirstOrThrow();
  });
}

/** Gives an operation back, so that the next worker need not wait for the lease to end. */
export async function releaseOperation(context: ServerContext, id: string): Promise<void> {
  await context.db.updateTable("operations").set({ worker: null, lease_until: null }).where("id", "=", id).execute();
}
