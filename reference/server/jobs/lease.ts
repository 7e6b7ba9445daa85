import { sql } from "kysely";
import type { WorkContext } from "../context.js";
import type { Db, ProductSchema, Tx } from "../database/schema.js";

/** What one worker at a time is at, by table, with what tells that it is not finished. */
export const unfinished = {
  operations: sql`status <> 'finished'`,
  evidence_snapshots: sql`state in ('queued', 'generating')`,
  directory_syncs: sql`state in ('queued', 'reading')`,
  assessments: sql`state in ('queued', 'running')`,
} as const satisfies Partial<Record<keyof ProductSchema, unknown>>;

export type LeasedTable = keyof typeof unfinished;

/** The right of one worker to work on one thing, for as long as it renews it. */
export interface Lease {
  /** Whether the work was begun so often without getting on that it is brought to an end instead. */
  readonly isTooOften: boolean;
  /**
   * Renews it in the transaction of what is about to be written, which fails where the lease has passed to somebody else or
   * the work has ended: a worker that was overtaken writes no more.
   */
  keep(tx: Tx): Promise<void>;
}

/** Somebody else is at it by now, or it has ended. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

const renewalsPerLease = 3;

/** Work that was begun this often, broke off each time and got nowhere is not begun again. */
export const mostBeginnings = 3;

/**
 * Works on one thing while nobody else does. The lease is renewed by time, so that one long call to the target does not lose
 * it; its moments are those of the database, whatever the clocks of the servers say. Does nothing where somebody else is at it,
 * and ends without a word where somebody else came to be.
 */
export async function underLease(
  context: Pick<WorkContext, "db" | "newId" | "leaseSeconds" | "held">,
  table: LeasedTable,
  id: string,
  work: (lease: Lease) => Promise<void>,
): Promise<void> {
  const { db, leaseSeconds, held } = context;
  // Of each claim its own: a worker that comes back to what it once held is somebody else.
  const holder = context.newId();
  const until = sql`clock_timestamp() + ${leaseSeconds} * interval '1 second'`;
  const isMine = sql`id = ${id} and worker = ${holder}`;
  const renew = async (connection: Db | Tx): Promise<boolean> => {
    const { rows } = await sql`update ${sql.table(table)} set lease_until = ${until}
      where ${isMine} and ${unfinished[table]} returning id`.execute(connection);
    return rows.length > 0;
  };
  const { rows: taken } = await sql<{ times: number }>`update ${sql.table(table)}
    set worker = ${holder}, lease_until = ${until}, times_begun = times_begun + 1
    where id = ${id} and ${unfinished[table]} and (lease_until is null or lease_until < clock_timestamp())
    returning times_begun as times`.execute(db);
  const [begun] = taken;
  if (begun === undefined) return;
  const renewing = setInterval(
    () => {
      // A database that is not to be reached now may be the next time; if not, the lease ends.
      renew(db).catch(() => undefined);
    },
    (leaseSeconds * 1_000) / renewalsPerLease,
  );
  let broken = false;
  const giveUp = () => {
    clearInterval(renewing);
    // What is handed back in good order has not broken off.
    return sql`update ${sql.table(table)}
      set worker = null, lease_until = null, times_begun = greatest(0, times_begun - ${broken ? 0 : 1})
      where ${isMine}`.execute(db);
  };
  held.add(giveUp);
  try {
    await work({
      isTooOften: begun.times > mostBeginnings,
      keep: async (tx) => {
        if (!(await renew(tx))) throw new LeaseLost(`Another worker is at ${table} ${id}, or it has ended.`);
      },
    });
  } catch (error) {
    broken = true;
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    held.delete(giveUp);
    // Handed back, so that whoever comes next need not wait for it to end.
    await giveUp().catch(() => undefined);
  }
}

/** Hands back whatever this process is still at, such as a target that does not answer: what it does from then on is refused. */
export async function handBack({ held }: Pick<WorkContext, "held">): Promise<void> {
  await Promise.allSettled([...held].map((giveUp) => giveUp()));
}
