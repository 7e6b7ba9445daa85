import { listBackupSets, readBackupSet } from "../backups/sets.js";
import type { Handler } from "../http/handlers.js";
import { answered, answeredPage, notFound, pageUnreadable, refused } from "../http/problems.js";

export const workspace: Handler<"workspace"> = async ({ context: { db }, params }) => {
  const row = await db.selectFrom("workspaces").selectAll().where("id", "=", params.workspace).executeTakeFirst();
  if (row === undefined) return refused(notFound);
  const environments = await db
    .selectFrom("environments")
    .select((column) => [
      "id",
      "name",
      "environment",
      "tenant_id",
      column
        .selectFrom("restore_runs")
        .select((run) => run.fn.countAll<string>().as("runs"))
        .whereRef("restore_runs.environment_id", "=", "environments.id")
        .as("runs"),
    ])
    .where("workspace_id", "=", row.id)
    .orderBy("name")
    .execute();
  const sets = await db
    .selectFrom("backup_sets")
    .select((column) => column.fn.countAll<string>().as("sets"))
    .where("workspace_id", "=", row.id)
    .executeTakeFirstOrThrow();
  return answered({
    id: row.id,
    name: row.name,
    environments: environments.map((environment) => ({
      id: environment.id,
      name: environment.name,
      environment: environment.environment,
      tenantId: environment.tenant_id,
      restoreRuns: Number(environment.runs),
    })),
    backupSets: Number(sets.sets),
  });
};

export const backupSets: Handler<"backup_sets"> = async ({ context: { db }, params, page }) => {
  const { after, limit, most } = page;
  if (after !== null && (await readBackupSet(db, params.workspace, after)) === null)
    return refused(pageUnreadable(most));
  const sets = await listBackupSets(db, params.workspace, { after, count: limit + 1 });
  return answeredPage(sets, limit, ({ id }) => id);
};

export const backupSetItems: Handler<"backup_set_items"> = async ({ context, params, page }) => {
  const set = await readBackupSet(context.db, params.workspace, params.backupSet);
  const content = set === null ? null : await context.backups.read(context.db, set.id);
  if (content === null) return refused(notFound);
  const { after, limit, most } = page;
  const before = after === null ? -1 : content.items.findIndex(({ id }) => id === after);
  if (after !== null && before < 0) return refused(pageUnreadable(most));
  return answeredPage(
    content.items.slice(before + 1, before + 2 + limit).map((item) => ({
      id: item.id,
      name: item.name,
      type: item.type,
      platform: item.platform,
      modifiedAt: item.modifiedAt,
      capture: item.capture,
      problems: item.problems.map(({ code }) => code),
    })),
    limit,
    ({ id }) => id,
  );
};
