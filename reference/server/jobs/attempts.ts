import type { PhaseOutcome } from "../../../src/restore/run/outcome.js";
import type { RestorePhase } from "../../../src/restore/run/evidence.js";
import type { ItemOutcome } from "../../../src/restore/run/outcome.js";
import type { RecordedReason } from "../../../src/restore/run/outcome-reason.js";
import type { TargetPolicy } from "../../../src/restore/run/target.js";
import type { JsonValue } from "../../../src/safety/index.js";
import { type Db, json, type Tx } from "../database/schema.js";
import type { Lease } from "./lease.js";

/** What is known of one item from the rows that execution left. */
export interface ItemAttempts {
  /** Phases that were about to be written; an intent without an outcome may or may not have been applied. */
  readonly intents: ReadonlyMap<RestorePhase, { readonly targetId: string | null }>;
  readonly outcomes: ReadonlyMap<
    RestorePhase,
    { readonly outcome: PhaseOutcome; readonly reason: RecordedReason | null }
  >;
  /** Set once the item was done with. */
  readonly result: ItemOutcome | null;
  /** The policy in the target, where execution knew it. */
  readonly targetId: string | null;
}

interface MutableAttempts {
  intents: Map<RestorePhase, { targetId: string | null }>;
  outcomes: Map<RestorePhase, { outcome: PhaseOutcome; reason: RecordedReason | null }>;
  result: ItemOutcome | null;
  targetId: string | null;
}

interface AttemptRow {
  readonly operationId: string;
  readonly itemId: string;
  readonly at: string;
}

interface OutcomeDetail {
  readonly outcome: PhaseOutcome;
  readonly reason: RecordedReason | null;
  readonly targetId: string | null;
}

interface ResultDetail {
  readonly result: ItemOutcome;
  readonly targetId: string | null;
}

/** Says what is about to be written, before it is. Fails where another worker is at it by now, so that nothing is written. */
export async function recordIntent(
  db: Db,
  lease: Lease,
  row: AttemptRow & { readonly phase: RestorePhase; readonly targetId: string | null },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lease.keep(tx);
    await insert(tx, row, row.phase, "intent", { targetId: row.targetId });
  });
}

/** Says what became of one write. Fails where another worker is at it by now: it has judged the write by the target. */
export async function recordOutcome(
  db: Db,
  lease: Lease,
  row: AttemptRow & OutcomeDetail & { readonly phase: RestorePhase },
): Promise<void> {
  const { outcome, reason, targetId } = row;
  const detail: JsonValue = JSON.parse(json({ outcome, reason, targetId }));
  await db.transaction().execute(async (tx) => {
    await lease.keep(tx);
    await insert(tx, row, row.phase, "outcome", detail);
  });
}

/** Says what became of a whole item. */
export async function recordResult(tx: Tx, row: AttemptRow & ResultDetail): Promise<void> {
  const { result, targetId } = row;
  const detail: JsonValue = JSON.parse(json({ result, targetId }));
  await insert(tx, row, "item", "outcome", detail);
}

/** Everything that earlier workers of an operation wrote down, by item. */
export async function readAttempts(db: Db | Tx, operationId: string): Promise<ReadonlyMap<string, ItemAttempts>> {
  const rows = await db
    .selectFrom("attempts")
    .select(["item_id", "phase", "kind", "detail"])
    .where("operation_id", "=", operationId)
    .orderBy("id")
    .execute();
  const items = new Map<string, MutableAttempts>();
  for (const row of rows) {
    const item = items.get(row.item_id) ?? { intents: new Map(), outcomes: new Map(), result: null, targetId: null };
    items.set(row.item_id, item);
    // Rows are written by this file alone, and the database refuses to change them.
    if (row.kind === "intent") {
      item.intents.set(row.phase as RestorePhase, row.detail as { targetId: string | null });
    } else if (row.phase === "item") {
      const detail = row.detail as unknown as ResultDetail;
      item.result = detail.result;
      item.targetId = detail.targetId ?? item.targetId;
    } else {
      const detail = row.detail as unknown as OutcomeDetail;
      item.outcomes.set(row.phase as RestorePhase, detail);
      item.targetId = detail.targetId ?? item.targetId;
    }
  }
  return items;
}

/**
 * The target's policies without those that the operation created: what it was to write is planned of the target as it was,
 * or what it created itself would stand in its way.
 */
export function withoutCreated(
  policies: readonly TargetPolicy[],
  attempts: ReadonlyMap<string, ItemAttempts>,
): readonly TargetPolicy[] {
  const created = new Set<string>();
  for (const { intents, targetId } of attempts.values()) {
    if (targetId !== null && intents.get("settings")?.targetId === null) created.add(targetId);
  }
  return policies.filter(({ id }) => !created.has(id));
}

async function insert(
  tx: Tx,
  row: AttemptRow,
  phase: string,
  kind: "intent" | "outcome",
  detail: JsonValue,
): Promise<void> {
  await tx
    .insertInto("attempts")
    .values({ operation_id: row.operationId, item_id: row.itemId, phase, kind, at: row.at, detail: json(detail) })
    .execute();
}
