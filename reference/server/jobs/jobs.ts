import { CompiledQuery } from "kysely";
import type pg from "pg";
import PgBoss from "pg-boss";
import type { Tx } from "../database/schema.js";

/** Work that outlives a request, by queue. */
export interface JobData {
  readonly "restore.execute": { readonly operationId: string };
  readonly "restore.evidence": { readonly snapshotId: string };
  readonly "directory.sync": { readonly syncId: string };
}

export type JobName = keyof JobData;

/** Does one job. May be called again for the same job, after a crash or a restart. */
export type JobHandlers = { readonly [Name in JobName]: (data: JobData[Name]) => Promise<void> };

/** The queue, on the product's own database. */
export interface Jobs {
  /** Adds a job in the transaction of what asks for it: both happen or neither. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name]): Promise<void>;
  /** Lets the workers look at once instead of at their next turn; called after the transaction. */
  wake(): void;
  /** Starts the workers. */
  work(handlers: JobHandlers): Promise<void>;
  /** True once the server is going down: long work hands itself back. */
  stopping(): boolean;
  stop(): Promise<void>;
}

const names: readonly JobName[] = ["restore.execute", "restore.evidence", "directory.sync"];
const secondsBetweenLooks = 2;
const stopWithin = 20_000;

/** Opens the queue on a pool; pg-boss keeps its tables in a schema of its own. */
export async function openJobs(pool: pg.Pool): Promise<Jobs> {
  let stopping = false;
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        try {
          return await pool.query(text, values);
        } catch (error) {
          // pg-boss does not await its last notes; one that comes after the pool has closed must not end the process.
          if (stopping) return { rows: /count\(\*\)/i.test(text) ? [{ count: "0" }] : [] };
          throw error;
        }
      },
    },
    schedule: false,
  });
  const workers: string[] = [];
  boss.on("error", (error) => {
    if (!stopping) console.error(`The job queue reported: ${error.message}`);
  });
  await boss.start();
  for (const name of names) {
    await boss.createQueue(name, { name, policy: "standard", retryLimit: 5, retryDelay: 1, expireInHours: 4 });
  }
  return {
    enqueue: async (tx, name, data) => {
      await boss.send(name, data, {
        db: {
          executeSql: async (text, values) => ({
            rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values))).rows],
          }),
        },
      });
    },
    wake: () => {
      for (const worker of workers) boss.notifyWorker(worker);
    },
    work: async (handlers) => {
      const options = { batchSize: 1, pollingIntervalSeconds: secondsBetweenLooks };
      const execute = handlers["restore.execute"];
      const capture = handlers["restore.evidence"];
      const sync = handlers["directory.sync"];
      workers.push(
        await boss.work<JobData["restore.execute"]>("restore.execute", options, async (jobs) => {
          for (const job of jobs) await execute(job.data);
        }),
        await boss.work<JobData["restore.evidence"]>("restore.evidence", options, async (jobs) => {
          for (const job of jobs) await capture(job.data);
        }),
        await boss.work<JobData["directory.sync"]>("directory.sync", options, async (jobs) => {
          for (const job of jobs) await sync(job.data);
        }),
      );
    },
    stopping: () => stopping,
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: true, wait: true, timeout: stopWithin, close: false });
    },
  };
}
