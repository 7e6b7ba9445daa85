import type { Tx } from "../database/schema.js";

/** Whether a restore is queued or running on a target. */
export async function openOperationOn(tx: Tx, targetKey: string): Promise<boolean> {
  const open = await tx
    .selectFrom("operations")
    .select("id")
    .where("target_key", "=", targetKey)
    .where("status", "!=", "finished")
    .executeTakeFirst();
  return open !== undefined;
}
