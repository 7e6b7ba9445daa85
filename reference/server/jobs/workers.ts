import { sql } from "kysely";
import type { WorkContext } from "../context.js";
import type { Tx } from "../database/schema.js";
import { assess } from "./assess.js";
import { syncDirectory } from "./directory-sync.js";
import { captureSnapshot } from "./evidence.js";
import { executeOperation } from "./execute.js";
import type { Jobs } from "./jobs.js";
import { type LeasedTable, unfinished } from "./lease.js";

const secondsBetweenSearches = 10;

/**
 * Starts the workers, and takes up what was left unfinished: at once, and again and again, because another process may end at
 * any time, and what a worker broke off too often for the queue is in no queue any more. Returns what ends the search.
 */
export async function startWorkers(context: WorkContext): Promise<() => void> {
  // Whoever holds the embedded database is alone with it, so every lease in it is of a process that is gone.
  await takeUp(context, context.embedded ? "whatever its lease" : "without a lease");
  const search = setInterval(() => {
    // A database that is not to be reached now is looked at again the next time.
    takeUp(context, "left waiting").catch(() => undefined);
  }, secondsBetweenSearches * 1_000);
  await context.jobs.work({
    "restore.execute": ({ operationId }) => executeOperation(context, operationId),
    "restore.evidence": ({ snapshotId }) => captureSnapshot(context, snapshotId),
    "directory.sync": ({ syncId }) => syncDirectory(context, syncId),
    "run.assess": ({ assessmentId }) => assess(context, assessmentId),
  });
  return () => clearInterval(search);
}

/** What is taken up, with when it was asked for, and what tells that somebody began it. */
const kinds = {
  operations: { asked: "created_at", begun: sql`status = 'running'` },
  evidence_snapshots: { asked: "requested_at", begun: sql`state = 'generating'` },
  directory_syncs: { asked: "requested_at", begun: sql`state = 'reading'` },
  assessments: { asked: "requested_at", begun: sql`state = 'running'` },
} as const satisfies Record<LeasedTable, unknown>;

/** Queues again whatever nobody is at: a job that comes twice does nothing the second time. */
async function takeUp(
  context: WorkContext,
  which: "whatever its lease" | "without a lease" | "left waiting",
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    for (const table of Object.keys(kinds) as LeasedTable[]) {
      const { asked, begun } = kinds[table];
      const leaseless = sql`(lease_until is null or lease_until < clock_timestamp())`;
      // What waits in a queue has a job there, unless its worker ended between taking the job and beginning the work.
      const waiting = sql`(${begun} or ${sql.ref(asked)} < clock_timestamp() - interval '1 minute')`;
      const { rows } = await sql<{ id: string; begun: boolean }>`
        update ${sql.table(table)} set worker = null, lease_until = null
        where ${unfinished[table]}
          and ${which === "whatever its lease" ? sql`true` : leaseless}
          and ${which === "left waiting" ? waiting : sql`true`}
        returning id, ${begun} as begun`.execute(tx);
      for (const row of rows) {
        const again = which === "left waiting" && !row.begun;
        const queue: Jobs["enqueue"] = (into, name, data) =>
          again ? context.jobs.enqueueAgain(into, name, data, row.id) : context.jobs.enqueue(into, name, data);
        await enqueue(queue, tx, table, row.id);
      }
    }
  });
}

function enqueue(queue: Jobs["enqueue"], tx: Tx, table: LeasedTable, id: string): Promise<void> {
  switch (table) {
    case "operations":
      return queue(tx, "restore.execute", { operationId: id });
    case "evidence_snapshots":
      return queue(tx, "restore.evidence", { snapshotId: id });
    case "directory_syncs":
      return queue(tx, "directory.sync", { syncId: id });
    case "assessments":
      return queue(tx, "run.assess", { assessmentId: id });
  }
}
