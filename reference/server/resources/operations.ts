import { sql } from "kysely";
import { asksForALook } from "../../../src/restore/resolvers/result-attention.js";
import { record } from "../audit.js";
import { atOneMoment } from "../database/one-moment.js";
import type { Handler } from "../http/handlers.js";
import { answered, answeredPage, notFound, pageUnreadable, problem, refused } from "../http/problems.js";
import { queueSnapshot } from "../jobs/snapshots.js";
import { readEnvironment } from "../runs/environments.js";
import { loadFacts } from "../runs/facts.js";
import { operationOf } from "../runs/rows.js";
import { lockRun, readRun } from "../runs/store.js";
import { answerRun } from "./runs.js";

export const operations: Handler<"operations"> = ({ context, params, page, filter }) =>
  atOneMoment(context.db, async (tx) => {
    const environment = await readEnvironment(tx, params.workspace, params.environment);
    if (environment === undefined) return refused(notFound);
    const { after, limit, most } = page;
    const last =
      after === null
        ? undefined
        : await tx
            .selectFrom("operations")
            .select(["id", "created_at"])
            .where("environment_id", "=", environment.id)
            .where("id", "=", after)
            .executeTakeFirst();
    if (after !== null && last === undefined) return refused(pageUnreadable(most));
    const rows = await tx
      .selectFrom("operations")
      .selectAll()
      .where("environment_id", "=", environment.id)
      .$if(filter !== null, (query) => query.where("status", "=", filter ?? "finished"))
      .$if(last !== undefined, (query) =>
        query.where((is) => {
          const { id = "", created_at: at = new Date(0) } = last ?? {};
          const moment = sql<Date>`${at.toISOString()}::timestamptz`;
          return is.or([is("created_at", "<", moment), is.and([is("created_at", "=", moment), is("id", ">", id)])]);
        }),
      )
      .orderBy("created_at", "desc")
      .orderBy("id")
      .limit(limit + 1)
      .execute();
    return answeredPage(rows.map(operationOf), limit, ({ id }) => id);
  });

export const operation: Handler<"operation"> = ({ context, identity, params }) =>
  atOneMoment(context.db, async (tx) => {
    const row = await tx
      .selectFrom("operations")
      .selectAll()
      .where("workspace_id", "=", params.workspace)
      .where("id", "=", params.operation)
      .executeTakeFirst();
    const run = row === undefined ? null : await readRun(tx, params.workspace, row.restore_run_id);
    if (row === undefined || run === null) return refused(notFound);
    const { facts } = await loadFacts(context, tx, run, identity.operator);
    return answered({
      operation: operationOf(row),
      restoreRun: {
        id: run.id,
        href: `/api/workspaces/${encodeURIComponent(run.workspaceId)}/restore-runs/${encodeURIComponent(run.id)}`,
        // The same answer as the run’s own page gives (SI-9).
        followUp: asksForALook(facts),
      },
    });
  });

export const requestEvidence: Handler<"request_evidence"> = async (call) => {
  const { context, identity, params, revision } = call;
  const requested = await context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, params.workspace, params.run, revision);
    if (!locked.ok) return locked;
    const run = locked.value;
    const row = await tx
      .selectFrom("operations")
      .selectAll()
      .where("restore_run_id", "=", run.id)
      .where("status", "=", "finished")
      .executeTakeFirst();
    if (row === undefined) return refused(nothingExecuted);
    const coming = await tx
      .selectFrom("evidence_snapshots")
      .select("id")
      .where("operation_id", "=", row.id)
      .where("state", "in", ["queued", "generating"])
      .executeTakeFirst();
    // The snapshot that is already on its way answers this request too.
    if (coming !== undefined) return locked;
    const snapshotId = await queueSnapshot(context, tx, operationOf(row));
    await record(tx, {
      at: context.now(),
      workspaceId: run.workspaceId,
      environmentId: run.environmentId,
      restoreRunId: run.id,
      actor: identity.operator,
      event: "evidence_requested",
      detail: { snapshotId, operationId: row.id },
    });
    return locked;
  });
  if (!requested.ok) return requested;
  context.jobs.wake();
  return answerRun(call, requested.value);
};

const nothingExecuted = problem(
  409,
  "nothing_executed",
  "There is nothing to show yet",
  "Evidence compares the target with what was executed. This run has no finished execution.",
);
