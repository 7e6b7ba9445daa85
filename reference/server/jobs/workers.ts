import type { ServerContext } from "../context.js";
import { captureSnapshot } from "./evidence.js";
import { executeOperation } from "./execute.js";

/** Starts the workers, and takes up what a process that ended left unfinished. */
export async function startWorkers(context: ServerContext, worker: string): Promise<void> {
  if (context.embedded) await takeUp(context);
  await context.jobs.work({
    "restore.execute": ({ operationId }) => executeOperation(context, worker, operationId),
    "restore.evidence": ({ snapshotId }) => captureSnapshot(context, snapshotId),
  });
}

/** Whoever holds the embedded database is alone with it: every lease in it is of a process that is gone. */
async function takeUp(context: ServerContext): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const operations = await tx
      .updateTable("operations")
      .set({ worker: null, lease_until: null })
      .where("status", "!=", "finished")
      .returning("id")
      .execute();
    for (const { id } of operations) await context.jobs.enqueue(tx, "restore.execute", { operationId: id });
    const snapshots = await tx
      .selectFrom("evidence_snapshots")
      .select("id")
      .where("state", "in", ["queued", "generating"])
      .execute();
    for (const { id } of snapshots) await context.jobs.enqueue(tx, "restore.evidence", { snapshotId: id });
  });
}
