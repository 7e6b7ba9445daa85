import type { RestoreRun } from "../../../src/restore/run/run.js";
import { runStatus } from "../../../src/restore/run/status.js";
import { record } from "../audit.js";
import { readBackupSet } from "../backups/sets.js";
import { atOneMoment } from "../database/one-moment.js";
import type { Call, Handler } from "../http/handlers.js";
import { answered, answeredPage, notFound, pageUnreadable, problem, refused } from "../http/problems.js";
import { reachTarget } from "../jobs/reach-target.js";
import { cacheDirectory, readEnvironment, readTarget } from "../runs/environments.js";
import { documentOf, loadFacts } from "../runs/facts.js";
import { runOf } from "../runs/rows.js";
import { insertRun, readRun } from "../runs/store.js";

/** A backup set that the workspace does not have. */
export const backupSetUnknown = problem(
  409,
  "backup_set_unknown",
  "Unknown backup set",
  "This workspace has no such backup set. Choose one from its list.",
);

/** A run as it stands, for whoever asks: its operation and its evidence are of the same moment as the run. */
export function answerRun(
  { context, identity, language }: Pick<Call<"restore_run">, "context" | "identity" | "language">,
  { workspaceId, id }: Pick<RestoreRun, "workspaceId" | "id">,
) {
  return atOneMoment(context.db, async (tx) => {
    const run = await readRun(tx, workspaceId, id);
    if (run === null) return refused(notFound);
    return answered(documentOf(await loadFacts(context, tx, run, identity.operator), language));
  });
}

export const restoreRun: Handler<"restore_run"> = (call) =>
  answerRun(call, { workspaceId: call.params.workspace, id: call.params.run });

export const restoreRuns: Handler<"restore_runs"> = async ({ context, identity, params, page }) => {
  const environment = await readEnvironment(context.db, params.workspace, params.environment);
  if (environment === undefined) return refused(notFound);
  const { after, limit, most } = page;
  return atOneMoment(context.db, async (tx) => {
    const last = tx.selectFrom("restore_runs as last").where("last.id", "=", after);
    const ofThisList = last.select("last.id").where("last.environment_id", "=", environment.id);
    if (after !== null && (await ofThisList.executeTakeFirst()) === undefined) return refused(pageUnreadable(most));
    const rows = await tx
      .selectFrom("restore_runs")
      .selectAll()
      .where("environment_id", "=", environment.id)
      .$if(after !== null, (query) =>
        query.where((is) =>
          is.or([
            is("created_at", "<", last.select("last.created_at")),
            is.and([is("created_at", "=", last.select("last.created_at")), is("id", ">", after)]),
          ]),
        ),
      )
      .orderBy("created_at", "desc")
      .orderBy("id")
      .limit(limit + 1)
      .execute();
    const listings = [];
    for (const run of rows.map(runOf)) {
      const { facts } = await loadFacts(context, tx, run, identity.operator);
      listings.push({
        id: run.id,
        status: runStatus(facts),
        dryRun: run.dryRun,
        createdAt: run.createdAt,
        updatedAt: run.updatedAt,
        requestedBy: run.requestedBy,
        target: run.target,
        backupSetId: run.backupSetId,
        backupSetName: facts.backupSet?.name ?? null,
        operationId: facts.operation?.id ?? null,
      });
    }
    return answeredPage(listings, limit, ({ id }) => id);
  });
};

export const createRestoreRun: Handler<"create_restore_run"> = async ({
  context,
  identity,
  params,
  body,
  language,
}) => {
  const environment = await readEnvironment(context.db, params.workspace, params.environment);
  if (environment === undefined) return refused(notFound);
  // A target that does not answer leaves its identity unread, and the gate that needs it open; a draft needs no target.
  const reading = await readTarget(context.db, reachTarget(context, environment.target_key));
  const at = context.now();
  const { id, name } = identity.operator;
  return context.db.transaction().execute(async (tx) => {
    if (body.backupSetId !== undefined && (await readBackupSet(tx, params.workspace, body.backupSetId)) === null) {
      return refused(backupSetUnknown);
    }
    const target = { environmentId: environment.id, targetKey: environment.target_key };
    if (reading.ok) await cacheDirectory(tx, target, reading.value.directory);
    const run: RestoreRun = {
      id: context.newId(),
      workspaceId: params.workspace,
      environmentId: environment.id,
      revision: 1,
      createdAt: at,
      updatedAt: at,
      requestedBy: { id, name },
      target: { tenantId: environment.tenant_id, label: environment.name, environment: environment.environment },
      targetIdentity: reading.ok ? reading.value.identity : null,
      backupSetId: body.backupSetId ?? null,
      scope: null,
      restoreMode: "create_missing",
      mappings: {},
      identityDecisions: {},
      acceptances: [],
      dryRun: true,
      checks: null,
      preview: null,
      execution: null,
    };
    await insertRun(tx, run);
    await record(tx, {
      at,
      workspaceId: run.workspaceId,
      environmentId: run.environmentId,
      restoreRunId: run.id,
      actor: identity.operator,
      event: "run_created",
      detail: { backupSetId: run.backupSetId, target: { ...run.target } },
    });
    return answered(documentOf(await loadFacts(context, tx, run, identity.operator), language));
  });
};
