import type { Operator } from "../../../src/restore/run/facts.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import type { Dependency } from "../../../src/restore/run/scope.js";
import type { TargetDirectory } from "../../../src/restore/run/target.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { planRestore, type PlannedItem } from "../../../src/restore/rules/plan.js";
import { scopedItems } from "../../../src/restore/rules/scope.js";
import { system as systemActor } from "../audit.js";
import type { ServerContext } from "../context.js";
import { loadFacts } from "../runs/facts.js";
import { movedReference, readPreviewedReferences } from "../runs/previewed-references.js";

/** The worker sees what it executes, and nothing of it is shown to a person. */
export const systemOperator: Operator = {
  ...systemActor,
  capabilities: ["restore.prepare", "restore.execute", "operation.view", "evidence.view"],
};

/** What a run would do now, item by item. */
export interface Prepared {
  readonly items: readonly { readonly item: PlannedItem["item"]; readonly planned: PlannedItem | null }[];
  /** Why the run as a whole cannot write; null where it can. */
  readonly problem: string | null;
}

/**
 * Reads the target and its directory again and plans again: the preview is compared with this item by item. What was
 * cached is not asked, because a filter or scope tag may have gone or got another meaning since.
 */
export async function prepare(
  context: ServerContext,
  run: RestoreRun,
  target: TargetPort,
  resumed: boolean,
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
  const withoutPlan = (problem: string): Prepared => ({
    items: scopedItems(catalogue, run.scope).map((item) => ({ item, planned: null })),
    problem,
  });
  if (facts.dependencies === null) return withoutPlan("The backup set could not be read.");
  if (!directory.ok) return withoutPlan(directory.problem.detail);
  const listing = await target.listPolicies();
  if (!listing.ok) return withoutPlan(listing.problem.detail);
  const plan = planRestore({
    items: itemsInScope,
    ...listing.value,
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
    (await otherDirectory(context, run, facts.dependencies, directory.value, resumed));
  return { items, problem };
}

/** Answers: does the target still say that it is the one this run was created for? (PF-17) null where it does. */
export async function otherTarget({ target: frozen }: RestoreRun, target: TargetPort): Promise<string | null> {
  const identity = await target.readIdentity();
  if (!identity.ok) return `The target’s identity could not be read: ${identity.problem.detail}`;
  const { label, tenantId } = identity.value;
  if (label === frozen.label && tenantId === frozen.tenantId) return null;
  return `The target now says it is ${label} (${tenantId}), not ${frozen.label} (${frozen.tenantId}). Nothing was written.`;
}

/** Answers: is the directory still the one that the preview was made with? null where it is. */
async function otherDirectory(
  context: ServerContext,
  run: RestoreRun,
  dependencies: readonly Dependency[],
  directory: TargetDirectory,
  resumed: boolean,
): Promise<string | null> {
  const previewed = await readPreviewedReferences(context.db, run.id);
  if (previewed === null) return changed("the preview does not tell how its references were resolved");
  const moved = movedReference(previewed, dependencies);
  if (moved !== null) return changed(moved);
  const version = run.preview?.basis?.fields["directoryVersion"] ?? null;
  // What a run itself created or renamed before an interruption moves the version too; its references were compared above.
  if (version === null || resumed || version === directory.version) return null;
  return changed(
    "the target’s groups, assignment filters or scope tags are not those that the mappings were made with",
  );
}

function changed(what: string): string {
  return `Changed since the preview: ${what}. Nothing was written. Create another run and look at its preview.`;
}
