import { type Selectable, sql } from "kysely";
import type { TargetPort } from "../../../src/restore/ports.js";
import type { TargetIdentity } from "../../../src/restore/run/run.js";
import type { TargetDirectory } from "../../../src/restore/run/target.js";
import { type Db, json, type ProductSchema, type Tx } from "../database/schema.js";
import { type Answer, answered, refused } from "../http/problems.js";
import { targetRefused } from "../http/refusals.js";

export type EnvironmentRow = Selectable<ProductSchema["environments"]>;

/** An environment of a workspace; undefined where the workspace does not have it. */
export function readEnvironment(db: Db | Tx, workspaceId: string, id: string): Promise<EnvironmentRow | undefined> {
  return db
    .selectFrom("environments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** An environment, kept from being filled anew until the transaction ends. */
export function holdEnvironment(tx: Tx, workspaceId: string, id: string): Promise<EnvironmentRow | undefined> {
  return tx
    .selectFrom("environments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .forShare()
    .executeTakeFirst();
}

/** What the target says of itself, and what references can be mapped to there. */
export interface TargetReading {
  readonly identity: TargetIdentity;
  readonly directory: TargetDirectory;
}

/** Asks the target. Outside any transaction of ours: the target may take its time. */
export async function readTarget(target: TargetPort): Promise<Answer<TargetReading>> {
  const identity = await target.readIdentity();
  if (!identity.ok) return refused(targetRefused(identity.problem));
  const directory = await target.readDirectory();
  if (!directory.ok) return refused(targetRefused(directory.problem));
  return answered({ identity: identity.value, directory: directory.value });
}

/**
 * Keeps the directory that was read of an environment's target in our own database, so that pages never ask the target
 * (SI-17). One that was read before what is cached, or of a target that the environment no longer has, comes too late and is
 * dropped. Answers whether the content is another now.
 */
export async function cacheDirectory(
  tx: Tx,
  { environmentId, targetKey }: { readonly environmentId: string; readonly targetKey: string },
  directory: TargetDirectory,
): Promise<boolean> {
  const still = await tx
    .selectFrom("environments")
    .select("id")
    .where("id", "=", environmentId)
    .where("target_key", "=", targetKey)
    .forKeyShare()
    .executeTakeFirst();
  if (still === undefined) return false;
  const before = await tx
    .selectFrom("directories")
    .select("version")
    .where("environment_id", "=", environmentId)
    .forUpdate()
    .executeTakeFirst();
  const values = { version: directory.version, content: json(directory) };
  const written = await tx
    .insertInto("directories")
    .values({ environment_id: environmentId, ...values })
    .onConflict((conflict) =>
      conflict
        .column("environment_id")
        .doUpdateSet(values)
        .where(sql<boolean>`coalesce(directories.content ->> 'readAt', '') <= ${directory.readAt}`),
    )
    .returning("version")
    .executeTakeFirst();
  return written !== undefined && written.version !== before?.version;
}
