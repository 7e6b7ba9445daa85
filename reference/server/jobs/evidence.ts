import type { EvidenceFinding } from "../../../src/restore/run/operation.js";
import { compareWithIntended, notCompared } from "../../../src/restore/rules/evidence.js";
import { limitOn } from "../../../src/restore/rules/limits.js";
import { record, system } from "../audit.js";
import type { WorkContext } from "../context.js";
import { json } from "../database/schema.js";
import { readEnvironment } from "../runs/environments.js";
import { loadFacts } from "../runs/facts.js";
import { readPreviewedItem, sameAsPreviewed } from "../runs/previewed-items.js";
import { readRun } from "../runs/store.js";
import { type ItemAttempts, readAttempts, withoutCreated } from "./attempts.js";
import { type Lease, underLease } from "./lease.js";
import { planInSteps } from "./plan-in-steps.js";
import { systemOperator } from "./prepare.js";
import { reachTarget } from "./reach-target.js";

/** What a reading of the target showed, or why there was none. */
type Reading =
  | { readonly ok: true; readonly capturedAt: string; readonly findings: readonly EvidenceFinding[] }
  /** By its code alone: what a target says may hold anything. */
  | { readonly ok: false; readonly code: string };

/** Reads the target back and compares it with what was intended; safe to call any number of times. */
export function captureSnapshot(context: WorkContext, snapshotId: string): Promise<void> {
  return underLease(context, "evidence_snapshots", snapshotId, (lease) => captureUnder(context, lease, snapshotId));
}

async function captureUnder(context: WorkContext, lease: Lease, snapshotId: string): Promise<void> {
  const snapshot = await context.db
    .updateTable("evidence_snapshots")
    .set({ state: "generating" })
    .where("id", "=", snapshotId)
    .where("state", "in", ["queued", "generating"])
    .returningAll()
    .executeTakeFirst();
  if (snapshot === undefined) return;
  const operation = await context.db
    .selectFrom("operations")
    .select(["restore_run_id", "environment_id"])
    .where("id", "=", snapshot.operation_id)
    .executeTakeFirstOrThrow();
  const reading: Reading = lease.isTooOften
    ? { ok: false, code: "interrupted" }
    : await compare(context, snapshot.workspace_id, snapshot.operation_id, operation);
  await context.db.transaction().execute(async (tx) => {
    await lease.keep(tx);
    const coverage = reading.ok ? coverageOf(reading.findings) : null;
    await tx
      .updateTable("evidence_snapshots")
      .set(
        reading.ok
          ? {
              state: "active",
              captured_at: reading.capturedAt,
              coverage: json(coverage),
              findings: json(reading.findings),
            }
          : { state: "failed" },
      )
      .where("id", "=", snapshotId)
      .execute();
    await record(tx, {
      at: context.now(),
      workspaceId: snapshot.workspace_id,
      environmentId: snapshot.environment_id,
      restoreRunId: operation.restore_run_id,
      actor: system,
      event: reading.ok ? "evidence_captured" : "evidence_failed",
      detail: {
        snapshotId,
        ...(reading.ok ? { coverage: { ...coverageOf(reading.findings) } } : { code: reading.code }),
      },
    });
  });
}

async function compare(
  context: WorkContext,
  workspaceId: string,
  operationId: string,
  operation: { readonly restore_run_id: string; readonly environment_id: string },
): Promise<Reading> {
  const run = await readRun(context.db, workspaceId, operation.restore_run_id);
  if (run === null) return { ok: false, code: "run_not_readable" };
  const { facts, catalogue, directory, itemsInScope } = await loadFacts(context, context.db, run, systemOperator);
  if (facts.dependencies === null) return { ok: false, code: "backup_set_not_readable" };
  const attempts = await readAttempts(context.db, operationId);
  // The environment's tenant of today: an import may have put another in its place since.
  const environment = await readEnvironment(context.db, workspaceId, operation.environment_id);
  if (environment === undefined) return { ok: false, code: "environment_not_readable" };
  const target = reachTarget(context, environment.target_key);
  const identity = await target.readIdentity();
  if (!identity.ok) return { ok: false, code: `target_${identity.problem.code}` };
  // One that was renamed is the same tenant; what another one holds is no evidence of this restore.
  if (identity.value.tenantId !== run.target.tenantId) return { ok: false, code: "target_is_another" };
  const listing = await target.listPolicies();
  if (!listing.ok) return { ok: false, code: `target_${listing.problem.code}` };
  const { policies, limits } = listing.value;
  const capturedAt = context.now();
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  const plan = await planInSteps({
    items: itemsInScope,
    policies: withoutCreated(policies, attempts),
    limits,
    dependencies: facts.dependencies,
    restoreMode: run.restoreMode,
    catalogue,
    identityDecisions: run.identityDecisions,
    acceptances: run.acceptances,
    directory,
  });
  const previewItems = new Map(run.preview?.items.map((item) => [item.itemId, item]));
  const findings: EvidenceFinding[] = [];
  for (const planned of plan) {
    const { item } = planned;
    const targetId = attempts.get(item.id)?.targetId ?? previewItems.get(item.id)?.targetId ?? null;
    const policy = targetId === null ? undefined : byId.get(targetId);
    const previewed = await readPreviewedItem(context.db, run.id, item.id);
    if (previewed === null) findings.push(notCompared(item, "not_checked", { code: "not_part_of_restore" }));
    else if (targetId === null && creationUnknown(attempts.get(item.id)))
      findings.push(notCompared(item, "not_checked", { code: "creation_not_known" }));
    else if (policy === undefined && limitOn(limits, item.type, "read") !== null)
      findings.push(notCompared(item, "not_checked", { code: "type_not_listed" }));
    else if (policy === undefined) findings.push(notCompared(item, "missing", { code: "absent_in_target" }));
    else if (sameAsPreviewed(planned, previewed))
      findings.push(compareWithIntended(planned, { ok: true, value: policy }));
    // What cannot be shown to be what was intended is not evidence of anything.
    else findings.push(notCompared(item, "not_checked", { code: "intended_not_known" }));
  }
  return { ok: true, capturedAt, findings };
}

/** Whether a creation was announced and nothing told how it ended. */
function creationUnknown(attempts: ItemAttempts | undefined): boolean {
  if (attempts?.intents.has("settings") !== true) return false;
  const outcome = attempts.outcomes.get("settings")?.outcome ?? "unknown";
  return outcome === "unknown";
}

function coverageOf(findings: readonly EvidenceFinding[]): { readonly checked: number; readonly notChecked: number } {
  const notChecked = findings.filter((finding) => finding.result === "not_checked").length;
  return { checked: findings.length - notChecked, notChecked };
}
