import type { HostProblem } from "../../../src/restore/ports.js";
import type { RunChange } from "../../../src/restore/run/events.js";
import { setApart } from "../../../src/safety/index.js";
import { record } from "../audit.js";
import { readBackupSet } from "../backups/sets.js";
import type { Tx } from "../database/schema.js";
import type { Handler } from "../http/handlers.js";
import { answered, problem, refused } from "../http/problems.js";
import { documentOf, loadFacts, type LoadedFacts } from "../runs/facts.js";
import { applyEvent, lockRun } from "../runs/store.js";
import { backupSetUnknown } from "./runs.js";

const namedItems = 10;

export const change: Handler<"change"> = async ({ context, identity, params, body, revision, language }) =>
  context.db.transaction().execute(async (tx) => {
    const locked = await lockRun(tx, params.workspace, params.run, revision);
    if (!locked.ok) return locked;
    const before = await loadFacts(context, tx, locked.value, identity.operator);
    const wrong = await whatIsWrong(tx, before, body);
    if (wrong !== null) return refused(wrong);
    const at = context.now();
    const changed = await applyEvent(tx, locked.value, body, { at, by: identity.operator });
    if (!changed.ok) return changed;
    await record(tx, {
      at,
      workspaceId: changed.value.workspaceId,
      environmentId: changed.value.environmentId,
      restoreRunId: changed.value.id,
      actor: identity.operator,
      event: `run_changed.${body.event}`,
      detail: auditDetail(body, before.facts.directoryVersion),
    });
    return answered(documentOf(await loadFacts(context, tx, changed.value, identity.operator), language));
  });

/** Answers: does the change speak of things that exist? A run that has left preparation refuses for itself. */
async function whatIsWrong(tx: Tx, { facts, catalogue }: LoadedFacts, body: RunChange): Promise<HostProblem | null> {
  if (facts.run.execution !== null) return null;
  switch (body.event) {
    case "backup_set_selected":
      return (await readBackupSet(tx, facts.run.workspaceId, body.backupSetId)) === null ? backupSetUnknown : null;
    case "scope_defined": {
      if (body.scope.mode === "all" || facts.run.backupSetId === null) return null;
      const known = new Set(catalogue.map((item) => item.id));
      const unknown = body.scope.itemIds.filter((id) => !known.has(id));
      return unknown.length === 0 ? null : itemsUnknown(unknown);
    }
    case "mapping_decided":
      // A decision about nothing would still move the basis; taking one back is always right.
      if (body.decision === null || facts.run.scope === null) return null;
      if (body.directoryVersion !== undefined && body.directoryVersion !== facts.directoryVersion)
        return directoryMoved;
      return facts.dependencies?.some((dependency) => dependency.key === body.key) === true ? null : dependencyUnknown;
    case "identity_decided":
      if (body.decision === null || facts.run.scope === null) return null;
      return catalogue.some((item) => item.id === body.itemId) ? null : itemsUnknown([body.itemId]);
    case "check_accepted":
    case "acceptance_withdrawn":
    case "dry_run_set":
      return null;
  }
}

function itemsUnknown(ids: readonly string[]): HostProblem {
  const more = ids.length > namedItems ? ` And ${ids.length - namedItems} more.` : "";
  return problem(
    409,
    "items_unknown",
    "Unknown items",
    `The backup set does not hold: ${ids.slice(0, namedItems).map(setApart).join(", ")}.${more}`,
  );
}

const dependencyUnknown = problem(
  409,
  "dependency_unknown",
  "Nothing to map",
  "No item in scope refers to this object, so there is nothing to decide about it.",
);

const directoryMoved = problem(
  409,
  "directory_moved",
  "The directory has changed",
  "What you chose from was read again meanwhile, and is another now. Load the run again and choose from what is there.",
);

function auditDetail(body: RunChange, directoryVersion: string | null) {
  switch (body.event) {
    case "backup_set_selected":
      return { backupSetId: body.backupSetId };
    case "scope_defined":
      return {
        restoreMode: body.restoreMode,
        mode: body.scope.mode,
        items: body.scope.mode === "all" ? null : body.scope.itemIds,
      };
    case "mapping_decided":
      return { key: body.key, decision: body.decision === null ? null : { ...body.decision }, directoryVersion };
    case "identity_decided":
      return { itemId: body.itemId, decision: body.decision === null ? null : { ...body.decision } };
    case "check_accepted":
      return { check: body.check, itemId: body.itemId, finding: body.finding, reason: body.reason };
    case "acceptance_withdrawn":
      return { check: body.check, itemId: body.itemId, finding: body.finding };
    case "dry_run_set":
      return { dryRun: body.dryRun };
  }
}
