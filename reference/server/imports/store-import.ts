import type { ImportedExport } from "../../../src/restore/run/items.js";
import type { Actor } from "../../../src/restore/run/run.js";
import { openTenant } from "../../target/tenant.js";
import { seedTarget } from "../../target/seed.js";
import { record } from "../audit.js";
import { createBackupSet } from "../backups/sets.js";
import type { ServerContext } from "../context.js";
import { cacheDirectory, readTarget } from "../runs/environments.js";

/** What an import needs of the server; also available without one. */
export type ImportContext = Pick<ServerContext, "db" | "targetDb" | "now" | "newId">;

/** Where an export goes. */
export interface ImportDestination {
  readonly workspaceId: string;
  readonly name: string;
  readonly actor: Actor;
}

/** The backup set that an export became. */
export interface StoredBackup {
  readonly id: string;
  readonly name: string;
}

/** The environment that an export became, or filled anew. */
export interface StoredTarget {
  readonly id: string;
  readonly name: string;
  readonly replaced: boolean;
  /** Items that the target could not take, because another item of the export has their id. */
  readonly duplicates: readonly { readonly path: string; readonly name: string }[];
}

/** Stores an export as an immutable backup set: all of it or nothing. */
export async function storeBackup(
  context: ImportContext,
  { workspaceId, name, actor }: ImportDestination,
  content: ImportedExport,
): Promise<StoredBackup> {
  const at = context.now();
  return context.db.transaction().execute(async (tx) => {
    const set = await createBackupSet(tx, { id: context.newId(), workspaceId, name, importedAt: at }, content);
    await record(tx, {
      at,
      workspaceId,
      environmentId: null,
      restoreRunId: null,
      actor,
      event: "backup_imported",
      detail: { backupSetId: set.id, name, contentHash: set.contentHash, files: content.files.length },
    });
    return { id: set.id, name: set.name };
  });
}

/**
 * Fills a managed environment with an export; one of the same name has its content replaced and keeps its runs. The tenant
 * is filled first: an environment without a tenant could be shown, a tenant without an environment cannot.
 */
export async function storeTarget(
  context: ImportContext,
  { workspaceId, name, actor, environment }: ImportDestination & { readonly environment: "prod" | "test" },
  content: ImportedExport,
): Promise<StoredTarget> {
  const existing = await context.db
    .selectFrom("environments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("name", "=", name)
    .executeTakeFirst();
  const key = existing?.target_key ?? context.newId();
  // An export that does not name its tenant still needs a stable identity to be told apart by.
  const tenantId = existing?.tenant_id ?? content.tenantId ?? `unrecorded-${key}`;
  const { duplicates } = await seedTarget(context.targetDb, { key, tenantId, label: name }, content);
  const at = context.now();
  const id = existing?.id ?? context.newId();
  const reading = await readTarget(openTenant(context.targetDb, key, context.now));
  await context.db.transaction().execute(async (tx) => {
    await tx
      .insertInto("environments")
      .values({
        id,
        workspace_id: workspaceId,
        name,
        environment,
        tenant_id: tenantId,
        target_key: key,
        created_at: at,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    if (reading.ok) await cacheDirectory(tx, id, reading.value.directory);
    await record(tx, {
      at,
      workspaceId,
      environmentId: id,
      restoreRunId: null,
      actor,
      event: existing === undefined ? "target_imported" : "target_replaced",
      detail: { name, tenantId, items: content.items.length, duplicates: duplicates.length },
    });
  });
  return { id, name, replaced: existing !== undefined, duplicates };
}
