import { type ItemTypeId, itemTypes } from "../../src/restore/rules/item-types.js";
import type { ExportFile } from "./export-file.js";

/** A file of an export with a safe path, and what its place and name say about it. */
export interface Source {
  /** Forward slashes, no empty, `.` or `..` segment; unique within the export. */
  readonly path: string;
  /** Path of the folder the file lies in; empty at the top. */
  readonly folder: string;
  /** File name without ".json"; null where the file is not a JSON file by its name. */
  readonly stem: string | null;
  /** What the nearest folder with a known name holds; null where none is known. */
  readonly holds: FolderContent | null;
  readonly content: { readonly bytes: Uint8Array } | { readonly bytes: null; readonly reason: string };
}

/** What a folder of the IntuneManagement or IntuneCD layout holds. Portal exports lie in a folder named NativeImport. */
export type FolderContent =
  | { readonly kind: "items"; readonly type: string }
  | { readonly kind: "groups" }
  | { readonly kind: "portal_exports" };

/** Folders of the IntuneCD layout; what the registry has no type for is listed as unknown. */
const intuneCdFolders: readonly (readonly [folder: string, type: ItemTypeId])[] = [
  ["settings catalog", "settings_catalog"],
  ["compliance policies/policies", "compliance_policy"],
  ["compliance policies/message templates", "notification_template"],
  ["compliance policies/scripts", "unknown"],
  ["device configurations", "device_configuration"],
  ["driver updates", "driver_update_profile"],
  ["feature updates", "feature_update_profile"],
  ["quality updates", "quality_update_profile"],
  ["management intents", "endpoint_security_intent"],
  ["app protection", "app_protection"],
  ["conditional access", "conditional_access"],
  ["group policy configurations", "administrative_template"],
  ["enrollment configurations", "enrollment_configuration"],
  ["windows/esp", "enrollment_configuration"],
  ["filters", "assignment_filter"],
  ["scope tags", "scope_tag"],
  ["scripts/powershell", "powershell_script"],
  ["scripts/shell", "unknown"],
  ["proactive remediations", "unknown"],
  ["custom attributes", "unknown"],
  ["app configuration", "unknown"],
  ["device categories", "unknown"],
];

const folders = new Map<string, FolderContent>([
  ...itemTypes.flatMap(({ id, folders: names }) =>
    names.map((name) => [name.toLowerCase(), { kind: "items", type: id }] as const),
  ),
  ...intuneCdFolders.map(([name, type]) => [name, { kind: "items", type }] as const),
  ["groups", { kind: "groups" }],
  ["nativeimport", { kind: "portal_exports" }],
]);

/** Lists the files of an export by path. Paths that are equal once made safe are told apart by a number. */
export function sourcesOf(files: readonly ExportFile[]): readonly Source[] {
  const taken: TakenNames = new Map();
  return files
    .map((file) => ({ file, ...safePath(file.path) }))
    .toSorted((left, right) => compare(left.path, right.path))
    .map(({ file, path, leaves }) => {
      const unique = firstFree(path, " #", taken);
      const segments = path.split("/");
      const name = segments.at(-1) ?? path;
      return {
        path: unique,
        folder: segments.slice(0, -1).join("/"),
        stem: /\.json$/i.test(name) ? name.slice(0, -".json".length) : null,
        holds: nearest(segments.slice(0, -1)),
        content: leaves
          ? { bytes: null, reason: "Its path leads out of the export's folder, so it was not read." }
          : file,
      };
    })
    .toSorted((left, right) => compare(left.path, right.path));
}

/** Names that are taken, each with the first number that may still be free for it. */
export type TakenNames = Map<string, number>;

/** The first of `name`, `name<mark>2`, `name<mark>3` … that is not taken; takes it. Linear however often a name returns. */
export function firstFree(name: string, mark: string, taken: TakenNames): string {
  let number = taken.get(name);
  if (number === undefined) {
    taken.set(name, 2);
    return name;
  }
  let free = `${name}${mark}${number}`;
  while (taken.has(free)) {
    number += 1;
    free = `${name}${mark}${number}`;
  }
  taken.set(name, number + 1);
  taken.set(free, 2);
  return free;
}

/** Order by code unit: the same on every machine and in every locale. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function safePath(raw: string): { readonly path: string; readonly leaves: boolean } {
  // Databases refuse NUL and lone surrogates in text.
  const segments = raw
    .replaceAll("\\", "/")
    .replaceAll(/[\0\p{Surrogate}]/gu, "\uFFFD")
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".");
  const inside = segments.filter((segment) => segment !== "..");
  return { path: inside.join("/") || "(no name)", leaves: inside.length < segments.length };
}

/** By its name and that of the folder it lies in, else by its name alone: "Scripts" means little by itself. */
function nearest(path: readonly string[]): FolderContent | null {
  const names = path.map((name) => name.toLowerCase());
  for (let last = names.length - 1; last >= 0; last -= 1) {
    const content =
      folders.get(names.slice(Math.max(0, last - 1), last + 1).join("/")) ?? folders.get(names[last] ?? "");
    if (content !== undefined) return content;
  }
  return null;
}

const trailingId = /_((?:T_)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Name and id that a file name carries: `<name>.json` or `<name>_<id>.json`. */
export function fileIdentity(stem: string): { readonly name: string; readonly id: string | null } {
  const id = trailingId.exec(stem)?.[1] ?? null;
  const name = id === null ? stem : stem.slice(0, -id.length - 1);
  return { name: name.trim() === "" ? "(no name)" : name, id };
}
