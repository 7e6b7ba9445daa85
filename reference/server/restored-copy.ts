import { record, system } from "./audit.js";
import { json } from "./database/schema.js";
import type { Product } from "./product.js";
import { applyEvent, lockRun } from "./runs/store.js";

/** What was done about restores that a copy of the database holds as queued or running. */
export interface SettledCopy {
  /** Were queued, and never start. */
  readonly cancelled: readonly string[];
  /** Were running: what they had begun is looked up in the target, and nothing more is written. */
  readonly stopped: readonly string[];
}

/**
 * Settles a copy of the database that was brought back, before a server works on it. The copy does not know what happened
 * since it was made: a restore that it holds as queued may have been cancelled, and one that is running may have ended. So
 * none of them goes on; whoever still wants one asks for a new run, which reads the target as it is now (BY-9).
 */
export async function settleCopy({ db, now }: Pick<Product, "db" | "now">): Promise<SettledCopy> {
  const open = await db.selectFrom("operations").selectAll().where("status", "!=", "finished").execute();
  const cancelled: string[] = [];
  const stopped: string[] = [];
  for (const operation of open) {
    await db.transaction().execute(async (tx) => {
      const locked = await lockRun(tx, operation.workspace_id, operation.restore_run_id, null);
      if (!locked.ok) throw new Error(`Operation ${operation.id} belongs to no run.`);
      const at = now();
      const queued = locked.value.execution?.status === "queued";
      if (queued) {
        const reason = { code: "cancelled_by", name: system.name } as const;
        const event = { event: "cancelled", reason, attemptedWrites: false, results: null } as const;
        const ended = await applyEvent(tx, locked.value, event, { at, by: system });
        if (!ended.ok) throw new Error(`Operation ${operation.id} could not be cancelled: ${ended.problem.code}`);
      }
      await tx
        .updateTable("operations")
        .set({
          worker: null,
          lease_until: null,
          ...(queued
            ? { status: "finished", outcome: "cancelled", finished_at: at }
            : { cancel_requested_by: json(system) }),
        })
        .where("id", "=", operation.id)
        .execute();
      await record(tx, {
        at,
        workspaceId: operation.workspace_id,
        environmentId: operation.environment_id,
        restoreRunId: operation.restore_run_id,
        actor: system,
        event: queued ? "run_cancelled" : "cancel_requested",
        detail: { cause: "database_restored" },
      });
      (queued ? cancelled : stopped).push(operation.restore_run_id);
    });
  }
  return { cancelled, stopped };
}
