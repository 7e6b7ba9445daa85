import type { BackupItem, DirectoryGroup } from "../../../src/restore/run/items.js";
import type { Db, Tx } from "../database/schema.js";

/** The content of a backup set. */
export interface BackupContent {
  readonly items: readonly BackupItem[];
  readonly groups: readonly DirectoryGroup[];
}

/** Reads backup sets, and keeps the last few in memory: a set never changes, so what was read stays true (RW-23). */
export interface BackupItems {
  read(db: Db | Tx, backupSetId: string): Promise<BackupContent | null>;
}

/** `kept` is how many sets stay in memory. */
export function backupItems(kept = 4): BackupItems {
  const cache = new Map<string, BackupContent>();
  return {
    read: async (db, backupSetId) => {
      const known = cache.get(backupSetId);
      if (known !== undefined) {
        cache.delete(backupSetId);
        cache.set(backupSetId, known);
        return known;
      }
      const set = await db.selectFrom("backup_sets").select("groups").where("id", "=", backupSetId).executeTakeFirst();
      if (set === undefined) return null;
      const rows = await db
        .selectFrom("backup_items")
        .select("content")
        .where("backup_set_id", "=", backupSetId)
        .orderBy("position")
        .execute();
      const content = { items: rows.map((row) => row.content), groups: set.groups };
      cache.set(backupSetId, content);
      for (const oldest of cache.keys()) {
        if (cache.size <= kept) break;
        cache.delete(oldest);
      }
      return content;
    },
  };
}
