import { type Kysely, sql } from "kysely";
import type { ConsequenceCounts, ItemChange } from "../../../src/restore/run/change.js";

/** A change as it was recorded before changes were data: a path and two values in words. */
interface ChangeInWords {
  readonly phase: ItemChange["phase"];
  readonly consequence: ItemChange["consequence"];
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface RecordedItem {
  readonly changes: readonly ChangeInWords[];
  readonly changesNotListed: number;
}

interface RecordedPreview {
  readonly items: readonly RecordedItem[];
}

/** A preview may be of thousands of items. */
const runsAtOnce = 10;

/** Spells the changes of recorded previews as data, word by word as they were recorded. Nothing is said of their certainty. */
export async function changesAsData(db: Kysely<unknown>): Promise<void> {
  for (let after = ""; ;) {
    const { rows } = await sql<{ id: string; preview: RecordedPreview }>`
      select id, preview from restore_runs where preview is not null and id > ${after} order by id limit ${runsAtOnce}
    `.execute(db);
    if (rows.length === 0) return;
    const spelled = rows.map(({ id, preview }) => ({ id, preview: previewAsData(preview) }));
    await sql`update restore_runs set preview = spelled.preview
      from json_to_recordset(${JSON.stringify(spelled)}::json) as spelled (id text, preview json)
      where restore_runs.id = spelled.id`.execute(db);
    after = rows.at(-1)?.id ?? after;
  }
}

/** One recorded preview with its changes as data; everything else in it stays as it is. */
export function previewAsData(preview: RecordedPreview) {
  return {
    ...preview,
    items: preview.items.map((item) => ({
      ...item,
      changes: item.changes.map(asData),
      changesNotListed: countsOf(item),
    })),
  };
}

function asData({ phase, consequence, path, before, after }: ChangeInWords): ItemChange {
  return {
    phase,
    consequence,
    certainty: { state: "uncertain", cause: "not_recorded" },
    path: path.split(" › ").map((text) => ({ kind: "entry", text, leftOut: 0 })),
    before: valueOf(before),
    after: valueOf(after),
  };
}

function valueOf(text: string | null): ItemChange["before"] {
  return text === null ? { kind: "absent" } : { kind: "text", text, leftOut: 0 };
}

/** What was not listed mattered at most as much as the last change that was; it is taken to have mattered that much. */
function countsOf({ changes, changesNotListed }: RecordedItem): ConsequenceCounts {
  const none = { widens: 0, removes_protection: 0, enforces: 0, changes: 0, adds: 0 };
  return { ...none, [changes.at(-1)?.consequence ?? "widens"]: changesNotListed };
}
