import type { DirectoryGroup } from "../../src/restore/run/items.js";
import type { JsonObject } from "../../src/safety/json.js";
import { isList, isObject, textOf } from "./read-json.js";

/** What an exporter writes down to tell objects of two tenants apart. Both versions of its schema; neither says when it was written. */
export interface MigrationTable {
  readonly tenantId: string | null;
  readonly tenantName: string | null;
  readonly groups: readonly DirectoryGroup[];
}

/** What an export says about the tenant it came from. */
export interface TenantFacts {
  readonly tenantId: string | null;
  readonly tenantName: string | null;
  readonly groups: readonly DirectoryGroup[];
  /** Names of groups by lower-case id, of every group that is named anywhere. */
  readonly groupNames: ReadonlyMap<string, string>;
  /** Why the tables' tenant is not used; null where it is. */
  readonly conflict: string | null;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads a migration table; null where the object is none. */
export function readMigrationTable(value: JsonObject): MigrationTable | null {
  const objects = value["Objects"];
  const tenantId = textOf(value["TenantId"]);
  if (!isList(objects) && tenantId === null) return null;
  const groups = (isList(objects) ? objects : []).flatMap((entry) => {
    if (!isObject(entry) || textOf(entry["Type"])?.toLowerCase() !== "group") return [];
    const id = textOf(entry["Id"]);
    const name = textOf(entry["DisplayName"]);
    // Published tables carry placeholders in place of ids; a placeholder is no group.
    return id !== null && guid.test(id) && name !== null ? [{ id, name }] : [];
  });
  return { tenantId, tenantName: textOf(value["Organization"]), groups };
}

/** Reads a directory group; null where its id or name is missing. */
export function readGroup(value: JsonObject): DirectoryGroup | null {
  const id = textOf(value["id"]);
  const name = textOf(value["displayName"]);
  return id === null || name === null ? null : { id, name };
}

/**
 * Groups that were exported themselves existed when they were; a table also keeps what was deleted since. So the tables'
 * groups count only where no group was exported, and name groups in any case.
 */
export function tenantFacts(tables: readonly MigrationTable[], exported: readonly DirectoryGroup[]): TenantFacts {
  const tabled = tables.flatMap(({ groups }) => groups);
  const groups = distinct(exported.length > 0 ? exported : tabled);
  const groupNames = new Map([...tabled, ...exported].map(({ id, name }) => [id.toLowerCase(), name]));
  const tenantIds = new Set(tables.flatMap(({ tenantId }) => (tenantId === null ? [] : [tenantId.toLowerCase()])));
  if (tenantIds.size > 1) {
    const conflict = "The export's migration tables name different tenants, so none of them is taken as its tenant.";
    return { tenantId: null, tenantName: null, groups, groupNames, conflict };
  }
  const source = tables.find(({ tenantId }) => tenantId !== null) ?? tables[0];
  return {
    tenantId: source?.tenantId ?? null,
    tenantName: source?.tenantName ?? null,
    groups,
    groupNames,
    conflict: null,
  };
}

function distinct(groups: readonly DirectoryGroup[]): readonly DirectoryGroup[] {
  return [...new Map(groups.map((group) => [group.id.toLowerCase(), group])).values()];
}
