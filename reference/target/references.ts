import { sql, type Transaction } from "kysely";
import type { Assignment } from "../../src/restore/run/items.js";
import type { DirectoryEntry } from "../../src/restore/run/target.js";
import { groupReferences } from "../../src/restore/rules/assignments.js";
import { refuse } from "./answers.js";
import type { TargetSchema } from "./schema.js";

/** Every tenant has this scope tag, and gives it to what is created without one. */
export const defaultScopeTag: DirectoryEntry = { id: "0", name: "Default" };

type TargetTx = Transaction<TargetSchema>;

/** What a write refers to; a part that it does not write is absent. */
interface References {
  readonly assignments?: readonly Assignment[];
  readonly scopeTagIds?: readonly string[] | null;
}

/** Ends the transaction where a write refers to a group, filter or scope tag that the tenant does not have. */
export async function refuseUnknown(
  tx: TargetTx,
  key: string,
  { assignments = [], scopeTagIds }: References,
): Promise<void> {
  const groups = groupReferences(assignments).map((reference) => reference.groupId);
  const filters = assignments.flatMap(({ filter }) => (filter === null ? [] : [filter.id]));
  const tags = (scopeTagIds ?? []).filter((id) => id !== defaultScopeTag.id);
  refuseMissing("group", groups, await knownGroups(tx, key, groups));
  refuseMissing("assignment filter", filters, await knownFoundations(tx, key, "assignment_filter", filters));
  refuseMissing("scope tag", tags, await knownFoundations(tx, key, "scope_tag", tags));
}

function refuseMissing(kind: string, ids: readonly string[], known: ReadonlySet<string>): void {
  const missing = ids.find((id) => !known.has(id.toLowerCase()));
  if (missing !== undefined) refuse({ code: "refused", detail: `The target has no ${kind} ${missing}.` });
}

async function knownGroups(tx: TargetTx, key: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("groups")
    .select("id")
    .where("tenant_key", "=", key)
    .where(sql<string>`lower(id)`, "in", lowered(ids))
    .execute();
  return new Set(lowered(rows.map(({ id }) => id)));
}

async function knownFoundations(
  tx: TargetTx,
  key: string,
  type: "assignment_filter" | "scope_tag",
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("policies")
    .select("id")
    .where("tenant_key", "=", key)
    .where("type", "=", type)
    .where(sql<string>`lower(id)`, "in", lowered(ids))
    .execute();
  return new Set(lowered(rows.map(({ id }) => id)));
}

function lowered(ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => id.toLowerCase()))];
}
