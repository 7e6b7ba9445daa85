import type { Operator } from "../../../src/restore/run/facts.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import type { PolicyListing } from "../../../src/restore/run/target.js";
import type { ServerContext } from "../context.js";
import { type Answer, answered, notFound, problem, refused } from "../http/problems.js";
import { targetRefused, transitionRefused } from "../http/refusals.js";
import { cacheDirectory, readEnvironment, readTarget } from "./environments.js";
import { type LoadedFacts, loadFacts } from "./facts.js";
import { applyEvent, lockRun, readRun } from "./store.js";

/** A run whose target was just read: everything that checks or a preview are computed from. */
export interface FreshFacts extends LoadedFacts, PolicyListing {
  /** When these facts were recorded, RFC 3339: of two answers, the one of the later facts counts. */
  readonly readAt: string;
}

/**
 * Reads the target for checks or a preview and records what it says of itself. The basis of what follows is that of these
 * facts: captured before the work, so that an answer to an old question shows itself (SI-1).
 */
export async function refreshFacts(
  context: ServerContext,
  operator: Operator,
  request: { readonly workspace: string; readonly run: string; readonly revision: number },
): Promise<Answer<FreshFacts>> {
  const asked = await readRun(context.db, request.workspace, request.run);
  if (asked === null) return refused(notFound);
  const early = await guard(context, request, asked);
  if (!early.ok) return early;
  const environment = await readEnvironment(context.db, asked.workspaceId, asked.environmentId);
  if (environment === undefined) return refused(notFound);
  const target = context.target(environment.target_key);
  const reading = await readTarget(target);
  if (!reading.ok) return reading;
  const listing = await target.listPolicies();
  if (!listing.ok) return refused(targetRefused(listing.problem));
  return context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, request.workspace, request.run, request.revision);
    if (!locked.ok) return locked;
    const { identity, directory } = reading.value;
    const at = context.now();
    const read = await applyEvent(tx, locked.value, { event: "target_identity_read", identity }, { at, by: operator });
    if (!read.ok) return read;
    await cacheDirectory(tx, environment.id, directory);
    return answered({ ...(await loadFacts(context, tx, read.value, operator)), ...listing.value, readAt: at });
  });
}

/** Refuses before the target is bothered. */
async function guard(
  context: ServerContext,
  request: { readonly workspace: string; readonly run: string; readonly revision: number },
  run: RestoreRun,
): Promise<Answer<null>> {
  if (run.execution !== null) {
    return refused(transitionRefused({ code: "run_already_left_preparation", status: run.execution.status }));
  }
  const current = await context.db
    .transaction()
    .execute((tx) => lockRun(tx, request.workspace, request.run, request.revision));
  if (!current.ok) return current;
  if (run.backupSetId === null) return refused(transitionRefused({ code: "backup_set_not_selected" }));
  if (run.scope === null) return refused(transitionRefused({ code: "scope_not_defined" }));
  return answered(null);
}

/** What a worker would need and the run does not have. */
export const factsIncomplete = problem(
  409,
  "facts_incomplete",
  "Not enough is known",
  "The backup set or its references cannot be read. Select the backup set again.",
);
