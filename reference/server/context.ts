import type { Operator } from "../../src/restore/run/facts.js";
import type { TargetPort } from "../../src/restore/ports.js";
import type { TargetDb } from "../target/schema.js";
import type { BackupItems } from "./backups/items.js";
import type { Db } from "./database/schema.js";
import type { Log } from "./log.js";
import type { Jobs } from "./jobs/jobs.js";
import type { ProgressWatch } from "./runs/progress.js";

/** Somebody who calls, as the host's sign-in knows them. */
export interface Identity {
  readonly operator: Operator;
  /** Workspaces they are a member of. */
  readonly workspaces: readonly string[];
}

/** Tells who a request comes from; null where it does not say or cannot be believed. */
export type Identify = (request: Request) => Promise<Identity | null>;

/** What jobs are worked with. */
export interface WorkContext {
  readonly db: Db;
  readonly embedded: boolean;
  /** The tenant of one environment, by the key it has in the target's database. */
  readonly target: (targetKey: string) => TargetPort;
  readonly targetDb: TargetDb;
  readonly backups: BackupItems;
  readonly jobs: Jobs;
  /** The present moment, RFC 3339 in UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly log: Log;
  /** For how long work is a worker's own without a sign of life. */
  readonly leaseSeconds: number;
  /** Gives up what this process is at, each with the lease that it holds. */
  readonly held: Set<() => Promise<unknown>>;
}

/** What every resource of the server works with. */
export interface ServerContext extends WorkContext {
  readonly progress: ProgressWatch;
  readonly identify: Identify;
  /** True where anybody who reaches the server may choose an identity. */
  readonly demo: boolean;
}
