import { sql } from "kysely";
import type { ServerContext } from "../context.js";
import { syncDirectory } from "./directory-sync.js";
import { captureSnapshot } from "./evidence.js";
import { executeOperation } from "./execute.js";

const secondsBetweenSearches = 10;

/**
 * Starts the workers, and takes up what a process that ended left unfinished: at once, and on a shared server again and again,
 * because another process may end at any time. Returns what ends the search.
 */
export async function startWorkers(context: ServerContext, worker: string): Promise<() => void> {
  await takeUp(context);
  const search = context.embedded
    ? undefined
    : setInterval(() => {
        // A database that is not to be reached now is looked at again the next time.
        takeUpAbandoned(context).catch(() => undefined);
      }, secondsBetweenSearches * 1_000);
  await context.jobs.work({
    "restore.execute": ({ operationId }) => executeOperation(context, worker, operationId),
    "restore.evidence": ({ snapshotId }) => captureSnapshot(context, snapshotId),
    "directory.sync": ({ syncId }) => syncDirectory(context, syncId),
  });
  return () => clearInterval(search);
}

/** Queues again what was begun and is nobody's now: handed back, or of a process whose lease has ended. */
async function takeUpAbandoned(context: ServerContext): Promise<void> {
  const now = context.now();
  await context.db.transaction().execute(async (tx) => {
    const operations = await tx
      .updateTable("operations")
      .set({ worker: null, lease_until: null })
      .where("status", "=", "running")
      .where((is) => is.or([is("lease_until", "is", null), is("lease_until", "<", sql<Date>`${now}::timestamptz`)]))
      .returning("id")
      .execute();
    for (const { id } of operations) await context.jobs.enqueue(tx, "restore.execute", { operationId: id });
  });
}

/**
 * Queues again whatever nobody is at: a job that comes twice does nothing the second time. Whoever holds the embedded
 * database is alone with it, so every lease in it is of a process that is gone; on a server, one that has ended is.
 */
async function takeUp(context: ServerContext): Promise<void> {
  const now = context.now();
  await context.db.transaction().execute(async (tx) => {
    const operations = await tx
      .updateTable("operations")
      .set({ worker: null, lease_until: null })
      .where("status", "!=", "finished")
      .$if(!context.embedded, (query) =>
        query.where((is) =>
          is.or([is("lease_until", "is", null), is("lease_until", "<", sql<Date>`${now}::timestamptz`)]),
        ),
      )
      .returning("id")
      .execute();
    for (const { id } of operations) await context.jobs.enqueue(tx, "restore.execute", { operationId: id });
    const snapshots = await tx
      .selectFrom("evidence_snapshots")
      .select("id")
      .where("state", "in", ["queued", "generating"])
      .execute();
    for (const { id } of snapshots) await context.jobs.enqueue(tx, "restore.evidence", { snapshotId: id });
    const syncs = await tx
      .selectFrom("directory_syncs")
      .select("id")
      .where("state", "in", ["queued", "reading"])
      .execute();
    for (const { id } of syncs) await context.jobs.enqueue(tx, "directory.sync", { syncId: id });
  });
}
