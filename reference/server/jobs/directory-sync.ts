import type { Operator } from "../../../src/restore/run/facts.js";
import type { DirectorySync, TargetAnswer } from "../../../src/restore/run/target.js";
import { record, system } from "../audit.js";
import type { WorkContext } from "../context.js";
import { json, type Tx } from "../database/schema.js";
import {
  cacheDirectory,
  type DirectoryReading,
  type EnvironmentRow,
  readTargetDirectory,
} from "../runs/environments.js";
import { type Lease, mostBeginnings, underLease } from "./lease.js";
import { reachTarget } from "./reach-target.js";

/** Asks for a fresh reading of an environment's directory, with its job; one that is already on its way answers as well. */
export async function queueSync(context: WorkContext, environment: EnvironmentRow, by: Operator): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const at = context.now();
    const inserted = await tx
      .insertInto("directory_syncs")
      .values({
        id: context.newId(),
        workspace_id: environment.workspace_id,
        environment_id: environment.id,
        state: "queued",
        requested_at: at,
        requested_by: json({ id: by.id, name: by.name }),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (inserted === undefined) return;
    await context.jobs.enqueue(tx, "directory.sync", { syncId: inserted.id });
    await recordSync(tx, environment, {
      at,
      actor: by,
      event: "directory_sync_requested",
      detail: { syncId: inserted.id },
    });
  });
  context.jobs.wake();
}

/** Reads the target's directory and caches it; safe to call any number of times. */
export function syncDirectory(context: WorkContext, syncId: string): Promise<void> {
  return underLease(context, "directory_syncs", syncId, (lease) => syncUnder(context, lease, syncId));
}

async function syncUnder(context: WorkContext, lease: Lease, syncId: string): Promise<void> {
  const sync = await context.db
    .updateTable("directory_syncs")
    .set({ state: "reading" })
    .where("id", "=", syncId)
    .where("state", "in", ["queued", "reading"])
    .returning("environment_id")
    .executeTakeFirst();
  if (sync === undefined) return;
  const environment = await context.db
    .selectFrom("environments")
    .selectAll()
    .where("id", "=", sync.environment_id)
    .executeTakeFirstOrThrow();
  const reading: SyncReading = lease.isTooOften
    ? interrupted
    : await readTargetDirectory(context.db, reachTarget(context, environment.target_key));
  await context.db.transaction().execute(async (tx) => {
    const at = context.now();
    await lease.keep(tx);
    const target = { environmentId: environment.id, targetKey: environment.target_key };
    const changed = reading.ok ? await cacheDirectory(tx, target, reading.value) : null;
    await tx
      .updateTable("directory_syncs")
      .set(
        reading.ok
          ? { state: "succeeded", finished_at: at, changed }
          : { state: "failed", finished_at: at, problem: json(reading.problem) },
      )
      .where("id", "=", syncId)
      .execute();
    await recordSync(tx, environment, {
      at,
      actor: system,
      event: reading.ok ? "directory_synced" : "directory_sync_failed",
      detail: reading.ok
        ? { syncId, version: reading.value.content.version, changed }
        : { syncId, code: reading.problem.code },
    });
  });
}

type SyncReading =
  | Extract<TargetAnswer<DirectoryReading>, { ok: true }>
  | { readonly ok: false; readonly problem: NonNullable<DirectorySync["problem"]> };

const interrupted: SyncReading = {
  ok: false,
  problem: { code: "interrupted", detail: `It was begun ${mostBeginnings} times and interrupted each time.` },
};

type Told = Pick<Parameters<typeof record>[1], "at" | "actor" | "event" | "detail">;

function recordSync(tx: Tx, environment: EnvironmentRow, told: Told): Promise<void> {
  const { id: environmentId, workspace_id: workspaceId } = environment;
  return record(tx, { workspaceId, environmentId, restoreRunId: null, ...told });
}
