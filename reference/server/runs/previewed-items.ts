import type { TargetPolicy } from "../../../src/restore/run/target.js";
import { intendedFingerprint } from "../../../src/restore/rules/content.js";
import type { PlannedItem, RestorePlan } from "../../../src/restore/rules/plan.js";
import { type Db, nullableJson, type Tx } from "../database/schema.js";
import { inSteps } from "../in-steps.js";

/** What the preview planned for one item, and the target's policy as it was compared. */
export interface PreviewedItem {
  readonly intendedFingerprint: string;
  readonly policy: TargetPolicy | null;
}

const rowsPerInsert = 500;

/** Whether the same values would be written as when the preview was made. */
export function sameAsPreviewed(planned: PlannedItem, previewed: PreviewedItem): boolean {
  return intendedFingerprint(planned) === previewed.intendedFingerprint;
}

interface PreviewedItemOf extends PreviewedItem {
  readonly itemId: string;
}

/** What there is to keep of a plan. */
export function previewedItems(plan: RestorePlan): Promise<readonly PreviewedItemOf[]> {
  return inSteps(
    plan.filter(({ action }) => action !== "skip"),
    (planned) => ({
      itemId: planned.item.id,
      intendedFingerprint: intendedFingerprint(planned),
      policy: planned.policy,
    }),
  );
}

/** Replaces what an earlier preview of the run left. */
export async function storePreviewedItems(tx: Tx, runId: string, previewed: readonly PreviewedItemOf[]): Promise<void> {
  await tx.deleteFrom("previewed_items").where("run_id", "=", runId).execute();
  for (let start = 0; start < previewed.length; start += rowsPerInsert) {
    const rows = previewed
      .slice(start, start + rowsPerInsert)
      .map(({ itemId, intendedFingerprint: intended, policy }) => ({
        run_id: runId,
        item_id: itemId,
        intended_fingerprint: intended,
        policy: nullableJson(policy),
      }));
    await tx.insertInto("previewed_items").values(rows).execute();
  }
}

/** What the run's preview planned for one item; null where it planned nothing. */
export async function readPreviewedItem(db: Db, runId: string, itemId: string): Promise<PreviewedItem | null> {
  const row = await db
    .selectFrom("previewed_items")
    .select(["intended_fingerprint", "policy"])
    .where("run_id", "=", runId)
    .where("item_id", "=", itemId)
    .executeTakeFirst();
  return row === undefined ? null : { intendedFingerprint: row.intended_fingerprint, policy: row.policy };
}
