import { type DatabaseLocation } from "./database/connect.js";
import { inTurn } from "./database/in-turn.js";
import type { Databases } from "./database/locations.js";
import { handBack } from "./jobs/lease.js";
import { openJobs } from "./jobs/jobs.js";
import { startWorkers } from "./jobs/workers.js";
import { type Log, logFailures } from "./log.js";
import { openProduct } from "./product.js";

/** A process that only works jobs. */
export interface RunningWorker {
  /** Finishes or hands back what it is at. */
  close(): Promise<void>;
}

/** Starts to work the jobs of the servers that share a PostgreSQL server. It listens to nothing. */
export async function startWorker(options: {
  readonly databases: Databases & { readonly product: Extract<DatabaseLocation, { url: string }> };
  readonly log?: Log;
}): Promise<RunningWorker> {
  const log = options.log ?? logFailures;
  const product = await openProduct(null, options.databases);
  const undo: (() => Promise<void>)[] = [() => product.close()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const jobs = await inTurn(product, () => openJobs(product.pool, { log }));
    undo.push(async () => {
      await jobs.stop();
      await handBack(product);
    });
    const endSearch = await startWorkers({ ...product, jobs, log });
    undo.push(async () => endSearch());
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
