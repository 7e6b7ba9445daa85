import type { Operation } from "../../../src/restore/run/operation.js";
import type { WorkContext } from "../context.js";
import type { Tx } from "../database/schema.js";

/** Asks for an evidence snapshot of an operation, with its job, in one transaction; answers its id. */
export async function queueSnapshot(context: WorkContext, tx: Tx, operation: Operation): Promise<string> {
  const id = context.newId();
  await tx
    .insertInto("evidence_snapshots")
    .values({
      id,
      operation_id: operation.id,
      workspace_id: operation.workspaceId,
      environment_id: operation.environmentId,
      state: "queued",
      requested_at: context.now(),
    })
    .execute();
  await context.jobs.enqueue(tx, "restore.evidence", { snapshotId: id });
  return id;
}
