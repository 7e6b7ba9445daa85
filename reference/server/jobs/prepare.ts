import type { Operator } from "../../../src/restore/run/facts.js";
import type { OutcomeReason } from "../../../src/restore/run/outcome-reason.js";
import type { RestoreRun, TargetIdentity } from "../../../src/restore/run/run.js";
import type { Dependency } from "../../../src/restore/run/scope.js";
import { isSameTarget, type TargetDirectory } from "../../../src/restore/run/target.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import type { PlannedItem } from "../../../src/restore/rules/plan.js";
import { scopedItems } from "../../../src/restore/rules/scope.js";
import { system as systemActor } from "../audit.js";
import type { WorkContext } from "../context.js";
import { loadFacts } from "../runs/facts.js";
import { movedReference, readPreviewedReferences } from "../runs/previewed-references.js";
import { type ItemAttempts, withoutCreated } from "./attempts.js";
import { planInSteps } from "./plan-in-steps.js";

/** The worker sees what it executes, and nothing of it is shown to a person. */
export const systemOperator: Operator = {
  ...systemActor,
  capabilities: ["restore.prepare", "restore.execute", "operation.view", "evidence.view"],
};

/** What a run would do now, item by item. */
export interface Prepared {
  readonly items: readonly { readonly item: PlannedItem["item"]; readonly planned: PlannedItem | null }[];
  /** Why the run as a whole cannot write; null where it can. */
  readonly problem: OutcomeReason | null;
}

/**
 * Reads the target and its directory again and plans again: the preview is compared with this item by item. What was
 * cached is not asked, because a filter or scope tag may have gone or got another meaning since.
 */
export async function prepare(
  context: WorkContext,
  run: RestoreRun,
  target: TargetPort,
  attempts: ReadonlyMap<string, ItemAttempts>,
): Promise<Prepared> {
  const directory = await target.readDirectory();
  const { facts, catalogue, itemsInScope } = await loadFacts(
    context,
    context.db,
    run,
    systemOperator,
    undefined,
    directory.ok ? directory.value : null,
  );
  const withoutPlan = (problem: OutcomeReason): Prepared => ({
    items: scopedItems(catalogue, run.scope).map((item) => ({ item, planned: null })),
    problem,
  });
  if (facts.dependencies === null) return withoutPlan({ code: "backup_set_not_readable" });
  if (!directory.ok) return withoutPlan({ code: "target_answered", problem: directory.problem });
  const listing = await target.listPolicies();
  if (!listing.ok) return withoutPlan({ code: "target_answered", problem: listing.problem });
  const plan = await planInSteps({
    items: itemsInScope,
    policies: withoutCreated(listing.value.policies, attempts),
    limits: listing.value.limits,
    dependencies: facts.dependencies,
    restoreMode: run.restoreMode,
    catalogue,
    identityDecisions: run.identityDecisions,
    acceptances: run.acceptances,
    directory: directory.value,
  });
  const items = plan.map((planned) => ({ item: planned.item, planned }));
  const problem =
    (await otherTarget(run, target)) ??
    (await otherDirectory(context, run, facts.dependencies, directory.value, attempts.size > 0));
  return { items, problem };
}

/** What a run would have done, where nothing is asked of the target any more. */
export async function withoutTarget(context: WorkContext, run: RestoreRun, problem: OutcomeReason): Promise<Prepared> {
  const content = run.backupSetId === null ? null : await context.backups.read(context.db, run.backupSetId);
  const items = content === null ? [] : scopedItems(content.items, run.scope);
  return { items: items.map((item) => ({ item, planned: null })), problem };
}

/** Answers: does the target still say that it is the one this run was created for? (PF-17) null where it does. */
export async function otherTarget({ target: expected }: RestoreRun, target: TargetPort): Promise<OutcomeReason | null> {
  const identity = await target.readIdentity();
  if (!identity.ok) return { code: "target_identity_not_readable", problem: identity.problem };
  if (isSameTarget(identity.value, expected)) return null;
  const named = ({ label, tenantId }: Pick<TargetIdentity, "label" | "tenantId">) => ({ label, tenantId });
  return { code: "target_is_another", expected: named(expected), actual: named(identity.value) };
}

/** Answers: is the directory still the one that the preview was made with? null where it is. */
async function otherDirectory(
  context: WorkContext,
  run: RestoreRun,
  dependencies: readonly Dependency[],
  directory: TargetDirectory,
  resumed: boolean,
): Promise<OutcomeReason | null> {
  const previewed = await readPreviewedReferences(context.db, run.id);
  if (previewed === null) return { code: "references_not_recorded" };
  const moved = movedReference(previewed, dependencies);
  if (moved !== null) return { code: "reference_changed", ...moved };
  const version = run.preview?.basis?.fields["directoryVersion"] ?? null;
  // What a run itself created or renamed before an interruption moves the version too; its references were compared above.
  return version === null || resumed || version === directory.version ? null : { code: "directory_changed" };
}
