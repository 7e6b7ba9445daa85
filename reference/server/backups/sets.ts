import type { Selectable } from "kysely";
import type { BackupSetSummary } from "../../../src/restore/run/backup-set.js";
import type { ImportedExport } from "../../../src/restore/run/items.js";
import { backupContentHash } from "../../../src/restore/rules/content.js";
import { itemTypeOf } from "../../../src/restore/rules/item-types.js";
import { recordedType } from "./recorded-types.js";
import { backupQuality } from "../../../src/restore/rules/scope.js";
import { type Db, json, moment, type ProductSchema, type Tx } from "../database/schema.js";

type BackupSetRow = Selectable<ProductSchema["backup_sets"]>;

const columns = [
  "id",
  "name",
  "captured_at",
  "imported_at",
  "tenant_id",
  "tenant_name",
  "content_hash",
  "types",
  "quality",
] as const;

const rowsPerInsert = 500;

/** Backup sets of a workspace, newest first: as many as asked for, after one of them. */
export async function listBackupSets(
  db: Db | Tx,
  workspaceId: string,
  { after, count }: { readonly after: string | null; readonly count: number },
): Promise<readonly BackupSetSummary[]> {
  const last = db.selectFrom("backup_sets as last").where("last.id", "=", after);
  const rows = await db
    .selectFrom("backup_sets")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .$if(after !== null, (query) =>
      query.where((is) =>
        is.or([
          is("imported_at", "<", last.select("last.imported_at")),
          is.and([is("imported_at", "=", last.select("last.imported_at")), is("id", ">", after)]),
        ]),
      ),
    )
    .orderBy("imported_at", "desc")
    .orderBy("id")
    .limit(count)
    .execute();
  return rows.map(summary);
}

/** One backup set of a workspace; null where the workspace does not have it. */
export async function readBackupSet(db: Db | Tx, workspaceId: string, id: string): Promise<BackupSetSummary | null> {
  const row = await db
    .selectFrom("backup_sets")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? null : summary(row);
}

/** Stores an export as a backup set, which the database then refuses to change (RW-23). */
export async function createBackupSet(
  tx: Tx,
  set: { readonly id: string; readonly workspaceId: string; readonly name: string; readonly importedAt: string },
  content: ImportedExport,
): Promise<BackupSetSummary> {
  const { items, groups } = content;
  const types = [...new Set(items.map((item) => itemTypeOf(item.type).id))];
  const row = await tx
    .insertInto("backup_sets")
    .values({
      id: set.id,
      workspace_id: set.workspaceId,
      name: set.name,
      captured_at: storable(content.capturedAt),
      imported_at: set.importedAt,
      tenant_id: storable(content.tenantId),
      tenant_name: storable(content.tenantName),
      content_hash: backupContentHash(items),
      types: json(types),
      quality: json(backupQuality(items, groups)),
      groups: json(groups),
      files: json(content.files),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  const rows = items.map((item, position) => ({
    backup_set_id: set.id,
    position,
    item_id: item.id,
    content: json(item),
  }));
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await tx
      .insertInto("backup_items")
      .values(rows.slice(start, start + rowsPerInsert))
      .execute();
  }
  return summary(row);
}

/** Text as a column can hold it: the database refuses NUL. */
function storable(text: string | null): string | null {
  return text === null ? null : text.replaceAll("\0", "\uFFFD");
}

function summary(row: Pick<BackupSetRow, (typeof columns)[number]>): BackupSetSummary {
  return {
    id: row.id,
    name: row.name,
    capturedAt: row.captured_at,
    importedAt: moment(row.imported_at),
    tenantId: row.tenant_id,
    tenantName: row.tenant_name,
    contentHash: row.content_hash,
    types: row.types.map(recordedType),
    quality: row.quality,
  };
}
