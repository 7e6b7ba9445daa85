import type { Formatting } from "../../../../flow/index.js";
import { setApart } from "../../../../safety/index.js";

/** Step 1 in English. */
export const englishSource = ({ counted }: Formatting) => ({
  title: "Backup set",
  placeholder: "Choose a backup set",
  empty: "This workspace holds no backup set. Import an export folder first.",
  apply: "Use this backup set",
  keep: (name: string) => `Keep “${setApart(name)}”`,
  captureTimeNotRecorded: "capture time not recorded",
  itemCountNotRecorded: "item count not recorded",
  items: (count: number) => counted(count, { one: "item", other: "items" }),
  /** Labels of the facts of RW-2. */
  fact: {
    snapshot_timestamp: "Snapshot timestamp",
    tenant_name: "Tenant name",
    item_count: "Item count",
    types: "Types",
  },
  /** Whose the backup is, seen from the target. */
  tenant: {
    same: "The target’s own tenant",
    other: "Not the target’s tenant",
    not_recorded: "Whether it is the target’s tenant is not recorded",
  },
  /** Why a fact is not recorded. */
  missing: {
    snapshot_timestamp: "The export does not say when it was captured.",
    tenant_name: "The export does not name its tenant.",
    item_count: "This backup set does not record it.",
    types: "This backup set does not record its types.",
  },
  types: (types: readonly string[]) => `${counted(types.length, { one: "type", other: "types" })}: ${types.join(", ")}`,
});

export type SourceWords = Readonly<ReturnType<typeof englishSource>>;
