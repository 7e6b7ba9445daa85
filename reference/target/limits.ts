import type { Transaction } from "kysely";
import { limitOn } from "../../src/restore/rules/limits.js";
import type { TargetLimit } from "../../src/restore/run/target.js";
import { refuse } from "./answers.js";
import type { TargetDb, TargetSchema } from "./schema.js";

/** What a tenant does not let be listed or written. */
export function readLimits(db: TargetDb, key: string): Promise<TargetLimit[]> {
  return db
    .selectFrom("limits")
    .select(["of", "access", "cause"])
    .where("tenant_key", "=", key)
    .orderBy("of")
    .orderBy("access")
    .execute();
}

/** Ends the transaction where the tenant does not let objects of a type be written. */
export async function refuseForbidden(tx: Transaction<TargetSchema>, key: string, type: string): Promise<void> {
  const cause = limitOn(await readLimits(tx, key), type, "write");
  if (cause === null) return;
  refuse({ code: "refused", detail: "The target does not let items of this type be written." });
}
