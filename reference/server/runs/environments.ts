import { type Selectable, sql } from "kysely";
import type { TargetPort } from "../../../src/restore/ports.js";
import type { TargetIdentity } from "../../../src/restore/run/run.js";
import type { TargetAnswer, TargetDirectory } from "../../../src/restore/run/target.js";
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

/** A directory as the target answered with it. */
export interface DirectoryReading {
  readonly content: TargetDirectory;
  /** Of two readings, the one that was begun later has the greater number, whatever the clocks of the servers say. */
  readonly number: string;
}

/** Asks the target for its directory, under the next number that the database gives away: it gives none twice, nor takes one back. */
export async function readTargetDirectory(
  db: Db | Tx,
  target: Pick<TargetPort, "readDirectory">,
): Promise<TargetAnswer<DirectoryReading>> {
  const { rows } = await sql<{ number: string }>`select nextval('directory_readings') as number`.execute(db);
  const [begun] = rows;
  if (begun === undefined) throw new Error("The database gave no number to a reading of a directory.");
  const answer = await target.readDirectory();
  return answer.ok ? { ok: true, value: { content: answer.value, number: begun.number } } : answer;
}

/** What the target says of itself, and what references can be mapped to there. */
export interface TargetReading {
  readonly identity: TargetIdentity;
  readonly directory: DirectoryReading;
}

/** Asks the target. Outside any transaction that somebody waits for: the target may take its time. */
export async function readTarget(db: Db | Tx, target: TargetPort): Promise<Answer<TargetReading>> {
  const identity = await target.readIdentity();
  if (!identity.ok) return refused(targetRefused(identity.problem));
  const directory = await readTargetDirectory(db, target);
  if (!directory.ok) return refused(targetRefused(directory.problem));
  return answered({ identity: identity.value, directory: directory.value });
}

/**
 * Keeps the directory that was read of an environment's target in our own database, so that pages never ask the target
 * (SI-17). One whose reading was begun before that of what is cached, or of a target that the environment no longer has, comes
 * too late and is dropped. Answers whether the content is another now.
 */
export async function cacheDirectory(
  tx: Tx,
  { environmentId, targetKey }: { readonly environmentId: string; readonly targetKey: string },
  { content, number }: DirectoryReading,
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
  const values = { version: content.version, content: json(content), reading: number };
  const written = await tx
    .insertInto("directories")
    .values({ environment_id: environmentId, ...values })
    .onConflict((conflict) =>
      conflict.column("environment_id").doUpdateSet(values).where("directories.reading", "<", number),
    )
    .returning("version")
    .executeTakeFirst();
  return written !== undefined && written.version !== before?.version;
}
