import { type Selectable, sql } from "kysely";
import type { Assessment } from "../../../src/restore/ports.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import { type AskedRun, type Db, moment, nullableMoment, type ProductSchema, type Tx } from "../database/schema.js";

export type AssessmentRow = Selectable<ProductSchema["assessments"]>;

/** An assessment as it is told to whoever reads in a language. */
export function assessmentOf(row: AssessmentRow, language: RestoreLanguage): Assessment {
  const { id, name } = row.requested_by;
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    stage: row.stage,
    requestedAt: moment(row.requested_at),
    requestedBy: { id, name },
    startedAt: nullableMoment(row.started_at),
    finishedAt: nullableMoment(row.finished_at),
    fingerprint: row.fingerprint,
    problem: row.problem?.[language] ?? null,
  };
}

/** What of a run an assessment answers: everything that an operator decides. */
export function askedOf(run: RestoreRun): AskedRun {
  const { backupSetId, scope, restoreMode, mappings, identityDecisions, acceptances } = run;
  return { backupSetId, scope, restoreMode, mappings, identityDecisions, acceptances };
}

/** The assessment of a run that was asked for last. */
export function lastAssessment(db: Db | Tx, runId: string): Promise<AssessmentRow | undefined> {
  return db
    .selectFrom("assessments")
    .selectAll()
    .where("restore_run_id", "=", runId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Ends one without an answer; its worker finds its lease gone. */
export async function endAssessment(tx: Tx, id: string, at: string): Promise<void> {
  await tx
    .updateTable("assessments")
    .set({ state: "cancelled", stage: null, finished_at: at, worker: null, lease_until: null })
    .where("id", "=", id)
    .where(sql<boolean>`state in ('queued', 'running')`)
    .execute();
}
