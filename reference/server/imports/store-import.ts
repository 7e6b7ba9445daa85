import type { ImportedExport } from "../../../src/restore/run/items.js";
import type { Actor } from "../../../src/restore/run/run.js";
import { openTenant } from "../../target/tenant.js";
import { removeTenant, seedTarget } from "../../target/seed.js";
import { record } from "../audit.js";
import { createBackupSet } from "../backups/sets.js";
import type { ServerContext } from "../context.js";
import type { Tx } from "../database/schema.js";
import { type Answer, answered, refused } from "../http/problems.js";
import { cacheDirectory, type EnvironmentRow, readTargetDirectory } from "../runs/environments.js";
import { openOperationOn } from "../runs/operations.js";
import { anotherTenant, noItems, targetExists, targetIsBusy } from "./refusals.js";

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
 * Fills a new managed environment with an export; one that has the name already keeps its runs, and has its content replaced
 * only where `replace` says so. Of two imports under one name the second is refused, and no restore starts on a target that is
 * being filled. The tenant is filled beside what there is, and is the environment's once the transaction ends: an import that
 * breaks off in between has changed nothing.
 */
export async function storeTarget(
  context: ImportContext,
  destination: TargetDestination,
  content: ImportedExport,
): Promise<Answer<StoredTarget>> {
  if (content.items.length === 0) return refused(noItems);
  let former: string | null = null;
  const stored = await context.db.transaction().execute(async (tx) => {
    const taken = await takeEnvironment(context, tx, destination, content.tenantId);
    if (!taken.ok) return taken;
    if (taken.value.replaced) former = taken.value.environment.target_key;
    return answered(await fill(context, tx, destination, content, taken.value));
  });
  // Nobody looks at it any more; where it stays it takes up room and nothing else.
  if (stored.ok && former !== null) await removeTenant(context.targetDb, former).catch(() => undefined);
  return stored;
}

/** Where an export becomes the content of a target. */
export type TargetDestination = ImportDestination & {
  readonly environment: "prod" | "test";
  /** Whether an environment of the name may have its content replaced. */
  readonly replace: boolean;
};

interface TakenEnvironment {
  readonly environment: EnvironmentRow;
  readonly replaced: boolean;
}

/** Takes the environment of the name for the rest of the transaction: a new one, or one that may be replaced. */
async function takeEnvironment(
  context: ImportContext,
  tx: Tx,
  { workspaceId, name, environment, replace }: TargetDestination,
  tenantId: string | null,
): Promise<Answer<TakenEnvironment>> {
  const key = context.newId();
  const inserted = await tx
    .insertInto("environments")
    .values({
      id: context.newId(),
      workspace_id: workspaceId,
      name,
      environment,
      // An export that does not name its tenant still needs a stable identity to be told apart by.
      tenant_id: tenantId ?? `${unrecordedTenant}${key}`,
      target_key: key,
      created_at: context.now(),
    })
    .onConflict((conflict) => conflict.columns(["workspace_id", "name"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return answered({ environment: inserted, replaced: false });
  if (!replace) return refused(targetExists(name));
  const existing = await tx
    .selectFrom("environments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("name", "=", name)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (await openOperationOn(tx, existing.target_key)) return refused(targetIsBusy(name));
  if (tenantId === null || existing.tenant_id.toLowerCase() === tenantId.toLowerCase()) {
    return answered({ environment: existing, replaced: true });
  }
  if (!existing.tenant_id.startsWith(unrecordedTenant)) {
    return refused(anotherTenant(name, existing.tenant_id, tenantId));
  }
  // Runs of the time when nobody knew the tenant are frozen to another identity, so they can no longer write here.
  const environmentOfTenant = { ...existing, tenant_id: tenantId };
  await tx.updateTable("environments").set({ tenant_id: tenantId }).where("id", "=", existing.id).execute();
  return answered({ environment: environmentOfTenant, replaced: true });
}

const unrecordedTenant = "unrecorded-";

async function fill(
  context: ImportContext,
  tx: Tx,
  { workspaceId, name, actor }: TargetDestination,
  content: ImportedExport,
  { environment: { id, target_key: present, tenant_id: tenantId }, replaced }: TakenEnvironment,
): Promise<StoredTarget> {
  const key = replaced ? context.newId() : present;
  const { duplicates } = await seedTarget(context.targetDb, { key, tenantId, label: name }, content);
  // Late: from here on whoever writes something of this environment waits, and filling a tenant takes long. Before it is read:
  // no reading of the former content is cached any more, so none has a greater number.
  if (replaced) await tx.updateTable("environments").set({ target_key: key }).where("id", "=", id).execute();
  const read = await readTargetDirectory(tx, openTenant(context.targetDb, key, context.now));
  if (read.ok) await cacheDirectory(tx, { environmentId: id, targetKey: key }, read.value);
  await record(tx, {
    at: context.now(),
    workspaceId,
    environmentId: id,
    restoreRunId: null,
    actor,
    event: replaced ? "target_replaced" : "target_imported",
    detail: { name, tenantId, items: content.items.length, duplicates: duplicates.length },
  });
  return { id, name, replaced, duplicates };
}
