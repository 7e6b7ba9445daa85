import type { RunDocument } from "../../../src/restore/ports.js";
import {
  type ConfirmationInputs,
  noConfirmation,
  type Operator,
  type RestoreFacts,
} from "../../../src/restore/run/facts.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import type { Dependency } from "../../../src/restore/run/scope.js";
import type { TargetDirectory } from "../../../src/restore/run/target.js";
import { dependenciesOf } from "../../../src/restore/rules/mapping.js";
import { scopedItems, scopeFacts } from "../../../src/restore/rules/scope.js";
import { lastEntryOf } from "../audit.js";
import { readBackupSet } from "../backups/sets.js";
import type { ServerContext } from "../context.js";
import type { Db, Tx } from "../database/schema.js";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import { type AssessmentRow, assessmentOf, lastAssessment } from "./assessments.js";
import { lastDirectorySync } from "./directory-syncs.js";
import { operationOf, snapshotOf } from "./rows.js";

/** Facts of a run, and what they were derived from. */
export interface LoadedFacts {
  readonly facts: RestoreFacts;
  readonly directory: TargetDirectory | null;
  /** Every item of the backup set, in catalogue order. */
  readonly catalogue: readonly BackupItem[];
  readonly itemsInScope: readonly BackupItem[];
  /** The checks or preview that were asked for last. */
  readonly assessment: AssessmentRow | null;
}

/** Gathers everything that gates, checks and preview of a run are derived from, out of the product's own database (SI-17). A directory that was just read stands in for the cached one. */
export async function loadFacts(
  context: Pick<ServerContext, "backups">,
  db: Db | Tx,
  run: RestoreRun,
  operator: Operator,
  confirmation: ConfirmationInputs = noConfirmation,
  justRead: TargetDirectory | null = null,
): Promise<LoadedFacts> {
  const backupSet = run.backupSetId === null ? null : await readBackupSet(db, run.workspaceId, run.backupSetId);
  const content = backupSet === null ? null : await context.backups.read(db, backupSet.id);
  const directory = justRead ?? (await readDirectory(db, run.environmentId));
  const itemsInScope = content === null ? [] : scopedItems(content.items, run.scope);
  const scoped = content !== null && run.scope !== null;
  const dependencies: readonly Dependency[] | null = scoped
    ? dependenciesOf(itemsInScope, directory, run.mappings, { groups: content.groups, items: content.items })
    : null;
  const facts: RestoreFacts = {
    run,
    backupSet,
    scope: scoped ? scopeFacts(content.items, run.scope) : null,
    dependencies,
    directorySync: await lastDirectorySync(db, run.environmentId),
    directoryVersion: directory?.version ?? null,
    operator,
    confirmation,
    ...(await readProof(db, run, operator)),
    audit: await lastEntryOf(db, run.id),
  };
  const assessment = (await lastAssessment(db, run.id)) ?? null;
  return { facts, directory, catalogue: content?.items ?? [], itemsInScope, assessment };
}

/** A run as its pages receive it. */
export function documentOf({ facts, directory, assessment }: LoadedFacts, language: RestoreLanguage): RunDocument {
  const { confirmation: _confirmation, ...stored } = facts;
  return { ...stored, directory, assessment: assessment === null ? null : assessmentOf(assessment, language) };
}

/** The target's directory as it was last read. */
export async function readDirectory(db: Db | Tx, environmentId: string): Promise<TargetDirectory | null> {
  const row = await db
    .selectFrom("directories")
    .select("content")
    .where("environment_id", "=", environmentId)
    .executeTakeFirst();
  // One that was cached before the target told its limits may lack anything, so it counts as not read.
  return row === undefined || row.content.limits === undefined ? null : row.content;
}

/** The linked operation and its evidence, where this operator may see them (RR-8). */
async function readProof(
  db: Db | Tx,
  run: RestoreRun,
  operator: Operator,
): Promise<Pick<RestoreFacts, "operation" | "evidence">> {
  const id = run.execution?.operationId ?? null;
  if (id === null || !operator.capabilities.includes("operation.view")) return { operation: null, evidence: [] };
  const operation = await db
    .selectFrom("operations")
    .selectAll()
    .where("workspace_id", "=", run.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (operation === undefined) return { operation: null, evidence: [] };
  const snapshots = operator.capabilities.includes("evidence.view")
    ? await db
        .selectFrom("evidence_snapshots")
        .selectAll()
        .where("operation_id", "=", id)
        .orderBy("requested_at")
        .orderBy("id")
        .execute()
    : [];
  return { operation: operationOf(operation), evidence: snapshots.map(snapshotOf) };
}
