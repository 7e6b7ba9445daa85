import { CompiledQuery } from "kysely";
import type pg from "pg";
import PgBoss from "pg-boss";
import { describeError, type Log, logFailures } from "../log.js";
import type { Tx } from "../database/schema.js";

/** Work that outlives a request, by queue. */
export interface JobData {
  readonly "restore.execute": { readonly operationId: string };
  readonly "restore.evidence": { readonly snapshotId: string };
  readonly "directory.sync": { readonly syncId: string };
  readonly "run.assess": { readonly assessmentId: string };
}

export type JobName = keyof JobData;

/** Does one job. May be called again for the same job, after a crash or a restart. */
export type JobHandlers = { readonly [Name in JobName]: (data: JobData[Name]) => Promise<void> };

/** The queue, on the product's own database. */
export interface Jobs {
  /** Adds a job in the transaction of what asks for it: both happen or neither. */
  enqueue<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name]): Promise<void>;
  /** The same, at most once a minute for one thing: it may be in the queue already, behind others. */
  enqueueAgain<Name extends JobName>(tx: Tx, name: Name, data: JobData[Name], of: string): Promise<void>;
  /** Lets the workers look at once instead of at their next turn; called after the transaction. */
  wake(): void;
  /** Starts the workers. */
  work(handlers: JobHandlers): Promise<void>;
  /** True once the server is going down: long work hands itself back. */
  stopping(): boolean;
  stop(): Promise<void>;
}

/**
 * How many jobs of a queue one process does at a time: a target that keeps its caller waiting keeps nobody else. No two
 * executions ever write to one target, because the database takes no second one in while one is unfinished (RW-15).
 */
const atATime: Readonly<Record<JobName, number>> = {
  "restore.execute": 4,
  "restore.evidence": 2,
  "directory.sync": 2,
  "run.assess": 2,
};
const names = Object.keys(atATime) as JobName[];
const secondsBetweenLooks = 2;

/** How a queue is opened. */
export interface JobsOptions {
  readonly log?: Log | undefined;
  /** For how long a server that goes down waits for what is being worked at. */
  readonly stopWithinSeconds?: number | undefined;
}

/** Opens the queue on a pool; pg-boss keeps its tables in a schema of its own. */
export async function openJobs(
  pool: pg.Pool,
  { log = logFailures, stopWithinSeconds = 20 }: JobsOptions = {},
): Promise<Jobs> {
  let stopping = false;
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        try {
          return await pool.query(text, values);
        } catch (error) {
          // pg-boss awaits none of its notes of how a job ended, so one that the database does not take, or that comes after
          // the pool has closed, must not end the process. The search for what was left finds the work; a job that comes
          // twice does nothing the second time.
          const isNote = /count\(\*\) from results/i.test(text);
          if (!isNote && !stopping) throw error;
          if (!stopping) log({ level: "error", event: "queue_failed", error: describeError(error) });
          return { rows: /count\(\*\)/i.test(text) ? [{ count: "0" }] : [] };
        }
      },
    },
    schedule: false,
  });
  const workers: string[] = [];
  boss.on("error", (error) => {
    if (!stopping) log({ level: "error", event: "queue_failed", error: describeError(error) });
  });
  await boss.start();
  for (const name of names) {
    await boss.createQueue(name, { name, policy: "standard", retryLimit: 5, retryDelay: 1, expireInHours: 4 });
  }
  const through = (tx: Tx) => ({
    executeSql: async (text: string, values: unknown[]) => ({
      rows: [...(await tx.executeQuery(CompiledQuery.raw(text, values))).rows],
    }),
  });
  return {
    enqueue: async (tx, name, data) => {
      await boss.send(name, data, { db: through(tx) });
    },
    enqueueAgain: async (tx, name, data, of) => {
      await boss.send(name, data, { db: through(tx), singletonKey: of, singletonSeconds: 60 });
    },
    wake: () => {
      for (const worker of workers) boss.notifyWorker(worker);
    },
    work: async (handlers) => {
      const options = { batchSize: 1, pollingIntervalSeconds: secondsBetweenLooks };
      const start = async (name: JobName) => {
        // One handler per queue, so the queue and its data belong together.
        const handle = handlers[name] as (data: JobData[JobName]) => Promise<void>;
        for (let worker = 0; worker < atATime[name]; worker += 1) {
          const id = await boss.work<JobData[JobName]>(name, options, async (jobs) => {
            for (const job of jobs) {
              await handle(job.data).catch((error: unknown) => {
                if (!stopping) log({ level: "error", event: "job_failed", job: name, error: describeError(error) });
                throw error;
              });
            }
          });
          workers.push(id);
        }
      };
      for (const name of names) await start(name);
    },
    stopping: () => stopping,
    stop: async () => {
      stopping = true;
      await boss.stop({ graceful: true, wait: true, timeout: stopWithinSeconds * 1_000, close: false });
    },
  };
}
