import type { Pool } from "pg";

/**
 * Does on a shared server what only one process may do at a time, such as making tables where there are none. Embedded, this
 * process is alone with its database.
 */
export async function inTurn<T>(
  { pool, embedded }: { readonly pool: Pool; readonly embedded: boolean },
  work: () => Promise<T>,
): Promise<T> {
  if (embedded) return work();
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('checkrail: one at a time', 0))");
    return await work();
  } finally {
    // The lock goes with its connection, whatever happened.
    client.release(true);
  }
}
