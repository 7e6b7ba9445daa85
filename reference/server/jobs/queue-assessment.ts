import type { HostProblem } from "../../../src/restore/ports.js";
import { openAssessment } from "../../../src/restore/run/assessment.js";
import { checksBasis, restoreBasis } from "../../../src/restore/run/basis.js";
import type { Operator } from "../../../src/restore/run/facts.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import { fingerprintOf, type JsonValue } from "../../../src/safety/index.js";
import { record } from "../audit.js";
import type { WorkContext } from "../context.js";
import { json, type Tx } from "../database/schema.js";
import { type Answer, answered, problem, refused } from "../http/problems.js";
import { transitionRefused } from "../http/refusals.js";
import { askedOf, type AssessmentRow, endAssessment, lastAssessment } from "../runs/assessments.js";
import { loadFacts, type LoadedFacts } from "../runs/facts.js";
import { factsIncomplete } from "../runs/needs.js";
import { previewClosed } from "./assess-preview.js";

/**
 * Asks for checks or a preview of a run that this transaction holds, with the job. One that is on its way for the same question
 * answers this request too; one for another question is given up, because nobody asks that any more.
 */
export async function queueAssessment(
  context: WorkContext,
  tx: Tx,
  run: RestoreRun,
  request: { readonly kind: AssessmentRow["kind"]; readonly by: Operator; readonly language: RestoreLanguage },
): Promise<Answer<RestoreRun>> {
  const { kind, by, language } = request;
  const loaded = await loadFacts(context, tx, run, by);
  const early = whyNot(kind, loaded, language);
  if (early !== null) return refused(early);
  const question = fingerprintOf(JSON.parse(json({ kind, ...askedOf(run) })) as JsonValue);
  const last = await lastAssessment(tx, run.id);
  const open = openAssessment(last);
  if (open?.question === question) return answered(run);
  if (open !== null && open.kind !== kind) return refused(underWay);
  const at = context.now();
  if (open !== null) await endAssessment(tx, open.id, at);
  const id = context.newId();
  const basis = kind === "checks" ? checksBasis(loaded.facts) : restoreBasis(loaded.facts);
  await tx
    .insertInto("assessments")
    .values({
      id,
      workspace_id: run.workspaceId,
      environment_id: run.environmentId,
      restore_run_id: run.id,
      kind,
      state: "queued",
      asked: json(askedOf(run)),
      question,
      fingerprint: basis.fingerprint,
      requested_at: at,
      requested_by: json(by),
    })
    .execute();
  await context.jobs.enqueue(tx, "run.assess", { assessmentId: id });
  const entry = {
    at,
    workspaceId: run.workspaceId,
    environmentId: run.environmentId,
    restoreRunId: run.id,
    actor: by,
  };
  if (open !== null)
    await record(tx, { ...entry, event: `${kind}_given_up`, detail: { assessmentId: open.id, askedAgainAs: id } });
  await record(tx, {
    ...entry,
    event: `${kind}_requested`,
    detail: { assessmentId: id, fingerprint: basis.fingerprint },
  });
  return answered(run);
}

/** Answers: does what is stored already tell that nothing can come of it? The target is not bothered then. */
function whyNot(kind: AssessmentRow["kind"], { facts }: LoadedFacts, language: RestoreLanguage): HostProblem | null {
  const { run } = facts;
  if (run.execution !== null)
    return transitionRefused({ code: "run_already_left_preparation", status: run.execution.status });
  if (kind === "preview") {
    const closed = previewClosed(facts, language);
    if (closed !== null) return closed;
  }
  if (run.backupSetId === null) return transitionRefused({ code: "backup_set_not_selected" });
  if (run.scope === null) return transitionRefused({ code: "scope_not_defined" });
  return facts.dependencies === null || facts.backupSet === null ? factsIncomplete : null;
}

const underWay = problem(
  409,
  "assessment_under_way",
  "The target is being read for something else",
  "Checks and preview of a run are made one after the other. Wait until what is on its way has ended, or cancel it.",
);
