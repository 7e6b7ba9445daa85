import { randomUUID } from "node:crypto";
import type { ImportedExport } from "../../src/restore/run/items.js";
import type { TargetDb } from "./schema.js";

/** What a tenant was filled with, and what of the export it could not take. */
export interface SeededTenant {
  readonly tenantId: string;
  readonly policies: number;
  readonly groups: number;
  /** Items whose id another item of the export already has. */
  readonly duplicates: readonly { readonly path: string; readonly name: string }[];
}

const rowsPerInsert = 500;

/** Fills a tenant with an export and keeps the policies' ids; what the tenant held before is replaced in the same transaction. */
export async function seedTarget(
  db: TargetDb,
  tenant: { readonly key: string; readonly tenantId: string; readonly label: string },
  content: ImportedExport,
): Promise<SeededTenant> {
  const seen = new Set<string>();
  const duplicates: { path: string; name: string }[] = [];
  const policies = content.items.flatMap((item, position) => {
    const id = item.sourceId === null ? randomUUID() : storable(item.sourceId);
    if (seen.has(id)) {
      duplicates.push({ path: item.path, name: item.name });
      return [];
    }
    seen.add(id);
    return [
      {
        tenant_key: tenant.key,
        id,
        position,
        type: item.type,
        platform: item.platform,
        name: storable(item.name),
        payload: document(item.payload),
        assignments: document(item.assignments),
        scope_tag_ids: document(item.scopeTagIds),
        modified_at: item.modifiedAt,
        version: 1,
      },
    ];
  });
  const groups = [...new Map(content.groups.map((group) => [storable(group.id), group])).entries()];
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("tenants").where("key", "=", tenant.key).execute();
    await tx
      .insertInto("tenants")
      .values({ key: tenant.key, tenant_id: tenant.tenantId, label: tenant.label })
      .execute();
    for (let start = 0; start < policies.length; start += rowsPerInsert) {
      await tx
        .insertInto("policies")
        .values(policies.slice(start, start + rowsPerInsert))
        .execute();
    }
    for (let start = 0; start < groups.length; start += rowsPerInsert) {
      const rows = groups.slice(start, start + rowsPerInsert);
      await tx
        .insertInto("groups")
        .values(rows.map(([id, { name }]) => ({ tenant_key: tenant.key, id, name: storable(name) })))
        .execute();
    }
  });
  return { tenantId: tenant.tenantId, policies: policies.length, groups: groups.length, duplicates };
}

/** Removes a tenant with all that it holds. */
export async function removeTenant(db: TargetDb, key: string): Promise<void> {
  await db.deleteFrom("tenants").where("key", "=", key).execute();
}

/** Text as a column can hold it: the database refuses NUL. */
function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}

function document(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
