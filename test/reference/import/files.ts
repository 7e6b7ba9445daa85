import type { ExportFile } from "../../../reference/import/export-file.js";
import { parseExport } from "../../../reference/import/parse-export.js";
import type { BackupItem, ImportedFile } from "../../../src/restore/run/items.js";

export const id = (last: number) => `11111111-2222-4333-8444-${String(last).padStart(12, "0")}`;

/** A JSON file of an export. */
export function json(path: string, value: unknown): ExportFile {
  return text(path, JSON.stringify(value));
}

export function text(path: string, content: string): ExportFile {
  return { path, bytes: new TextEncoder().encode(content) };
}

/** A settings catalog policy with one setting, and whatever a test adds or replaces. */
export function policy(extra: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id: id(1),
    name: "Firewall",
    platforms: "windows10",
    settings: [{ id: "0", settingInstance: { settingDefinitionId: "firewall_on" } }],
    settingCount: 1,
    assignments: [],
    ...extra,
  };
}

/** The only item of an export of one file. */
export function onlyItem(...files: readonly ExportFile[]): BackupItem {
  const { items } = parseExport(files);
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error(`Expected one item, found ${items.length}.`);
  return item;
}

export function fileAt(files: readonly ImportedFile[], path: string): ImportedFile {
  const found = files.filter((file) => file.path === path);
  const [file, ...others] = found;
  if (file === undefined || others.length > 0) throw new Error(`Expected one row for ${path}, found ${found.length}.`);
  return file;
}

/** What became of the only file of an export. */
export function became(file: ExportFile): ImportedFile {
  const { files } = parseExport([file]);
  const [row] = files;
  if (row === undefined || files.length > 1) throw new Error(`Expected one row, found ${files.length}.`);
  return row;
}
