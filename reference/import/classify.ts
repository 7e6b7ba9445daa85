import { itemTypes } from "../../src/restore/rules/item-types.js";
import type { DirectoryGroup, ImportedFile } from "../../src/restore/run/items.js";
import type { JsonObject, JsonValue } from "../../src/safety/json.js";
import { isList, isObject, readJson, textOf } from "./read-json.js";
import { type MigrationTable, readGroup, readMigrationTable } from "./read-tenant.js";
import { fileIdentity, type Source } from "./source.js";

/** A file, and what it is. */
export type Classified = { readonly source: Source } & (
  | ObjectFile
  | {
      readonly kind: "unreadable_object";
      readonly type: string;
      readonly reason: string;
      readonly portalExport: boolean;
    }
  | { readonly kind: "settings"; readonly settings: readonly JsonValue[] }
  | { readonly kind: "group"; readonly group: DirectoryGroup }
  | { readonly kind: "migration_table"; readonly table: MigrationTable }
  | { readonly kind: "other"; readonly outcome: ImportedFile["outcome"]; readonly reason: string }
);

/** A file that holds one object of the tenant. */
export interface ObjectFile {
  readonly kind: "object";
  readonly type: string;
  /** Without the leading "#microsoft.graph."; null where the object does not say. */
  readonly odataType: string | null;
  readonly value: JsonObject;
  /** True where the portal exported it, in a format of its own. */
  readonly portalExport: boolean;
}

const typesByOdata = new Map(itemTypes.flatMap(({ id, odataTypes }) => odataTypes.map((name) => [name, id] as const)));
const typesByFolderAlone = new Set<string>(
  itemTypes.filter(({ odataTypes }) => odataTypes.length === 0).map(({ id }) => id),
);
const settingsSuffix = /_Settings$/i;

/** Answers: what is this file? Its own word first, then its place; what neither tells is never guessed. */
export function classify(source: Source, paths: ReadonlySet<string>): Classified {
  const { stem, content } = source;
  if (writtenByMacOs.test(source.path))
    return notOfExport(source, "What macOS keeps beside a file when it packs a folder, and no file of the export.");
  if (content.bytes === null) return { source, ...unread(source, content.reason, paths) };
  if (stem === null) return notOfExport(source, yaml.test(source.path) ? yamlReason : "Not a JSON file.");
  const read = readJson(content.bytes);
  if (!read.ok) return { source, ...unread(source, read.reason, paths) };
  if (isObject(read.value)) {
    const odataType = textOf(read.value["@odata.type"])?.replace(/^#?microsoft\.graph\./, "") ?? null;
    return { source, ...classifyObject(source, stem, odataType, read.value, paths) };
  }
  if (isList(read.value) && belongsToPolicy(source, paths)) return { source, kind: "settings", settings: read.value };
  const found = isList(read.value) ? "a list" : "a single value";
  return { source, ...unread(source, `The JSON is ${found} where an object is expected.`, paths) };
}

const writtenByMacOs = /(^|\/)(__MACOSX\/|\._[^/]*$)/;
const yaml = /\.ya?ml$/i;
const yamlReason = "A YAML file, which is not read here: let the exporter write JSON.";

function notOfExport(source: Source, reason: string): Classified {
  return { source, kind: "other", outcome: "not_an_export_file", reason };
}

function classifyObject(
  source: Source,
  stem: string,
  odataType: string | null,
  value: JsonObject,
  paths: ReadonlySet<string>,
): DistributiveOmit<Classified, "source"> {
  if (odataType === null && isMigrationTable(stem)) {
    const table = readMigrationTable(value);
    return table === null
      ? { kind: "other", outcome: "unreadable", reason: "The migration table names neither a tenant nor objects." }
      : { kind: "migration_table", table };
  }
  if (odataType === null && belongsToPolicy(source, paths)) {
    const settings = value["value"] ?? value["settings"];
    if (isList(settings) && textOf(value["id"]) === null) return { kind: "settings", settings };
  }
  if (odataType === "group" || (odataType === null && source.holds?.kind === "groups")) {
    const group = readGroup(value);
    return group === null
      ? { kind: "other", outcome: "unreadable", reason: "The group has no id or no name." }
      : { kind: "group", group };
  }
  const named = (textOf(value["displayName"]) ?? textOf(value["name"])) !== null;
  const identified = textOf(value["id"]) !== null || typeof value["id"] === "number";
  const portalExport = odataType === null && isPortalExport(source, value);
  const type = typeOf(source, odataType, portalExport);
  if (type === null || !(named || identified)) {
    if (type === null && named && identified)
      return { kind: "object", type: "unknown", odataType, value, portalExport };
    if (type === null) {
      return {
        kind: "other",
        outcome: "not_an_export_file",
        reason: "JSON that does not say what kind of object it holds.",
      };
    }
    return unread(source, "The object has neither an id nor a name.", paths);
  }
  return { kind: "object", type, odataType, value, portalExport };
}

/** null where neither the object nor its place says anything; `unknown` where they say what the registry does not know. */
function typeOf({ holds }: Source, odataType: string | null, portalExport: boolean): string | null {
  if (portalExport) return "settings_catalog";
  const byFolder = holds?.kind === "items" ? holds.type : null;
  if (odataType === null) return byFolder;
  const byName = typesByOdata.get(odataType);
  if (byName !== undefined) return byName;
  // A folder whose type lists its OData types has said that this is not one of them.
  return byFolder !== null && typesByFolderAlone.has(byFolder) ? byFolder : "unknown";
}

/** What remains of a file that could not be read: an item where its place and name still tell which object it was. */
function unread(source: Source, reason: string, paths: ReadonlySet<string>): DistributiveOmit<Classified, "source"> {
  const { stem, holds } = source;
  const type = holds?.kind === "items" ? holds.type : holds?.kind === "portal_exports" ? "settings_catalog" : null;
  if (stem === null || type === null || isMigrationTable(stem) || belongsToPolicy(source, paths)) {
    return { kind: "other", outcome: "unreadable", reason };
  }
  return { kind: "unreadable_object", type, reason, portalExport: holds?.kind === "portal_exports" };
}

/** Whether the name is that of a settings file which stands beside an endpoint security policy. */
function belongsToPolicy({ stem, folder, holds }: Source, paths: ReadonlySet<string>): boolean {
  if (stem === null || !settingsSuffix.test(stem)) return false;
  const policy = stem.replace(settingsSuffix, "");
  if (holds?.kind === "items") {
    return (
      holds.type === "endpoint_security_intent" && (fileIdentity(policy).id !== null || hasFile(folder, policy, paths))
    );
  }
  return hasFile(folder, policy, paths);
}

function hasFile(folder: string, stem: string, paths: ReadonlySet<string>): boolean {
  return paths.has(`${folder === "" ? "" : `${folder}/`}${stem}.json`);
}

function isMigrationTable(stem: string): boolean {
  return stem.toLowerCase() === "migrationtable";
}

/** The portal leaves out the type; the context, or the folder, tells that it is a settings catalog policy. */
function isPortalExport({ holds }: Source, value: JsonObject): boolean {
  if (holds?.kind === "items" || !isList(value["settings"])) return false;
  return (
    holds?.kind === "portal_exports" ||
    /#deviceManagement\/configurationPolicies[(/]/.test(textOf(value["@odata.context"]) ?? "")
  );
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
