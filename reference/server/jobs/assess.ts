import type { HostProblem } from "../../../src/restore/ports.js";
import { noConfirmation } from "../../../src/restore/run/facts.js";
import type { PolicyListing } from "../../../src/restore/run/target.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import type { JsonObject } from "../../../src/safety/index.js";
import { record, system } from "../audit.js";
import type { WorkContext } from "../context.js";
import { atOneMoment } from "../database/one-moment.js";
import { json, type Tx } from "../database/schema.js";
import { inBoth } from "../http/german-problems.js";
import { notFound, problem } from "../http/problems.js";
import { targetRefused, transitionRefused } from "../http/refusals.js";
import type { AssessmentRow } from "../runs/assessments.js";
import { cacheDirectory, readEnvironment, readTargetDirectory, type TargetReading } from "../runs/environments.js";
import { type LoadedFacts, loadFacts } from "../runs/facts.js";
import { type EvidenceEvent, recordEvidence } from "../runs/record-evidence.js";
import { applyEvent, lockRun, readRun } from "../runs/store.js";
import { assessChecks } from "./assess-checks.js";
import { assessPreview } from "./assess-preview.js";
import { type Lease, mostBeginnings, underLease } from "./lease.js";
import { reachTarget } from "./reach-target.js";

/** A run as it was asked about, and the target as it was just read. */
export interface ReadFacts extends LoadedFacts, PolicyListing {
  /** When the target had been read, RFC 3339: of two answers, the one of the later reading counts. */
  readonly readAt: string;
}

type InBothLanguages = Readonly<Record<RestoreLanguage, HostProblem>>;

/** What came of an assessment: evidence with what is stored beside it, or why there is none. */
export type Assessed =
  | {
      readonly ok: true;
      readonly event: EvidenceEvent;
      readonly detail: JsonObject;
      store(tx: Tx): Promise<void>;
    }
  | { readonly ok: false; readonly problem: InBothLanguages };

type Context = Pick<WorkContext, "db" | "target" | "backups" | "now" | "newId" | "log" | "leaseSeconds" | "held">;

type Reading = TargetReading & { readonly targetKey: string; readonly listing: PolicyListing };

/** Reads the target and records what checks or preview find; safe to call any number of times. */
export function assess(context: Context, assessmentId: string): Promise<void> {
  return underLease(context, "assessments", assessmentId, async (lease) => {
    const row = await begin(context, lease, assessmentId);
    if (lease.isTooOften) return finish(context, lease, row, null, interrupted);
    const reading = await readTarget(context, row);
    if (!reading.ok) return finish(context, lease, row, null, reading);
    await context.db.transaction().execute(async (tx) => {
      await lease.keep(tx);
      await tx.updateTable("assessments").set({ stage: "comparing" }).where("id", "=", row.id).execute();
    });
    return finish(context, lease, row, reading.value, await compare(context, row, reading.value));
  });
}

function begin(context: Context, lease: Lease, id: string): Promise<AssessmentRow> {
  return context.db.transaction().execute(async (tx) => {
    await lease.keep(tx);
    return tx
      .updateTable("assessments")
      .set({ state: "running", stage: "reading_target", started_at: context.now() })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** Asks the target. Outside any transaction of ours: the target may take its time. */
async function readTarget(
  context: Context,
  row: AssessmentRow,
): Promise<{ readonly ok: true; readonly value: Reading } | { readonly ok: false; readonly problem: InBothLanguages }> {
  const environment = await readEnvironment(context.db, row.workspace_id, row.environment_id);
  if (environment === undefined) return { ok: false, problem: inBoth(() => notFound) };
  const target = reachTarget(context, environment.target_key);
  const identity = await target.readIdentity();
  if (!identity.ok) return { ok: false, problem: inBoth(() => targetRefused(identity.problem)) };
  const directory = await readTargetDirectory(context.db, target);
  if (!directory.ok) return { ok: false, problem: inBoth(() => targetRefused(directory.problem)) };
  const listing = await target.listPolicies();
  if (!listing.ok) return { ok: false, problem: inBoth(() => targetRefused(listing.problem)) };
  return {
    ok: true,
    value: {
      targetKey: environment.target_key,
      identity: identity.value,
      directory: directory.value,
      listing: listing.value,
    },
  };
}

/**
 * What is found in the run as it was asked about: whatever moved since, the answer carries the basis of its question, and shows
 * itself (SI-14).
 */
async function compare(
  context: Context,
  row: AssessmentRow,
  { identity, directory, listing }: Reading,
): Promise<Assessed> {
  const readAt = context.now();
  const loaded = await atOneMoment(context.db, async (tx) => {
    const run = await readRun(tx, row.workspace_id, row.restore_run_id);
    if (run === null) return null;
    const asked = { ...run, ...row.asked, targetIdentity: identity };
    return loadFacts(context, tx, asked, row.requested_by, noConfirmation, directory.content);
  });
  if (loaded === null) return { ok: false, problem: inBoth(() => notFound) };
  const { execution } = loaded.facts.run;
  if (execution !== null) {
    const { status } = execution;
    return { ok: false, problem: inBoth(() => transitionRefused({ code: "run_already_left_preparation", status })) };
  }
  const read: ReadFacts = { ...loaded, ...listing, readAt };
  return row.kind === "checks" ? assessChecks(read) : assessPreview(read);
}

/** Records what was read, what was found and how it ended, all of it or nothing. */
async function finish(
  context: Context,
  lease: Lease,
  row: AssessmentRow,
  reading: Reading | null,
  assessed: Assessed,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, row.workspace_id, row.restore_run_id, null);
    await lease.keep(tx);
    const at = context.now();
    const by = row.requested_by;
    let run = locked.ok ? locked.value : null;
    if (reading !== null && run !== null) {
      const event = { event: "target_identity_read", identity: reading.identity } as const;
      const read = await applyEvent(tx, run, event, { at, by });
      if (read.ok) run = read.value;
      await cacheDirectory(tx, { environmentId: row.environment_id, targetKey: reading.targetKey }, reading.directory);
    }
    let why = assessed.ok ? null : assessed.problem;
    if (assessed.ok && run !== null) {
      const detail = { assessmentId: row.id, ...assessed.detail };
      const recorded = await recordEvidence(context, tx, run, by, assessed.event, detail);
      if (recorded.ok) await assessed.store(tx);
      else why = inBoth(() => recorded.problem);
    } else {
      await record(tx, {
        at,
        workspaceId: row.workspace_id,
        environmentId: row.environment_id,
        restoreRunId: row.restore_run_id,
        actor: system,
        event: `${row.kind}_failed`,
        detail: { assessmentId: row.id, code: why?.en.code ?? null },
      });
    }
    await tx
      .updateTable("assessments")
      .set({
        state: why === null ? "succeeded" : "failed",
        stage: null,
        finished_at: at,
        problem: why === null ? null : json(why),
      })
      .where("id", "=", row.id)
      .execute();
  });
}

const interrupted: Assessed = {
  ok: false,
  problem: inBoth(() =>
    problem(
      503,
      "assessment_interrupted",
      "It never came to an end",
      `It was begun ${mostBeginnings} times and interrupted each time. Nothing of it was recorded. Ask for it again.`,
    ),
  ),
};
