import type { Db, Tx } from "./schema.js";

/** Reads several things as they stood at one moment: nothing that another transaction changes meanwhile is seen in halves. */
export function atOneMoment<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);
}
