import { openAssessment } from "../../../src/restore/run/assessment.js";
import { record } from "../audit.js";
import type { Call, Handler } from "../http/handlers.js";
import { answered, notFound, problem, refused } from "../http/problems.js";
import { queueAssessment } from "../jobs/queue-assessment.js";
import { type AssessmentRow, assessmentOf, endAssessment } from "../runs/assessments.js";
import { lockRun } from "../runs/store.js";
import { answerRun } from "./runs.js";

export const checks: Handler<"checks"> = (call) => ask(call, "checks");

export const preview: Handler<"preview"> = (call) => ask(call, "preview");

async function ask(call: Call<"checks"> | Call<"preview">, kind: AssessmentRow["kind"]) {
  const { context, identity, params, revision, language } = call;
  const queued = await context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, params.workspace, params.run, revision);
    if (!locked.ok) return locked;
    return queueAssessment(context, tx, locked.value, { kind, by: identity.operator, language });
  });
  if (!queued.ok) return queued;
  context.jobs.wake();
  return answerRun(call, queued.value);
}

export const assessment: Handler<"assessment"> = async ({ context, params, language }) => {
  const row = await context.db
    .selectFrom("assessments")
    .selectAll()
    .where("workspace_id", "=", params.workspace)
    .where("restore_run_id", "=", params.run)
    .where("id", "=", params.assessment)
    .executeTakeFirst();
  return row === undefined ? refused(notFound) : answered(assessmentOf(row, language));
};

/** Ends it at once: whatever its worker still reads is dropped, because its lease has gone. */
export const cancelAssessment: Handler<"cancel_assessment"> = async (call) => {
  const { context, identity, params } = call;
  const cancelled = await context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, params.workspace, params.run, null);
    if (!locked.ok) return locked;
    const row = await tx
      .selectFrom("assessments")
      .selectAll()
      .where("restore_run_id", "=", params.run)
      .where("id", "=", params.assessment)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return refused(notFound);
    // Whoever asks twice has asked once.
    if (row.state === "cancelled") return locked;
    if (openAssessment(row) === null) return refused(assessmentEnded);
    const at = context.now();
    await endAssessment(tx, row.id, at);
    await record(tx, {
      at,
      workspaceId: row.workspace_id,
      environmentId: row.environment_id,
      restoreRunId: row.restore_run_id,
      actor: identity.operator,
      event: `${row.kind}_cancelled`,
      detail: { assessmentId: row.id },
    });
    return locked;
  });
  return cancelled.ok ? answerRun(call, cancelled.value) : cancelled;
};

const assessmentEnded = problem(
  409,
  "assessment_ended",
  "It has ended already",
  "There is nothing left to cancel. Load the run again and look at what came of it.",
);
