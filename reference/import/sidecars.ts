import type { JsonValue } from "../../src/safety/json.js";
import type { Classified } from "./classify.js";
import { isList, textOf } from "./read-json.js";
import type { Sidecar } from "./read-item.js";
import { fileIdentity, type Source } from "./source.js";

type ObjectFile = Extract<Classified, { kind: "object" }>;

/** Settings files of an export, and which endpoint security policy each belongs to. */
export interface Sidecars {
  of(file: ObjectFile): Sidecar;
  /** Whether a policy of the export has these settings. */
  belongs(source: Source): boolean;
}

/** A settings file belongs to the policy whose file name it continues, or whose id it carries, in the same folder. */
export function sidecarsOf(files: readonly Classified[]): Sidecars {
  const settings = new Map<string, { readonly path: string; readonly settings: readonly JsonValue[] }>();
  for (const file of files) {
    if (file.kind !== "settings") continue;
    for (const key of keysOf(file.source.folder, file.source.stem?.replace(/_Settings$/i, "") ?? "")) {
      if (!settings.has(key)) settings.set(key, { path: file.source.path, settings: file.settings });
    }
  }
  const claimed = new Set<string>();
  const find = ({ source, value }: ObjectFile) => {
    const id = textOf(value["id"]);
    return (
      settings.get(nameKey(source.folder, source.stem ?? "")) ??
      (id === null ? undefined : settings.get(idKey(source.folder, id)))
    );
  };
  for (const file of files) {
    if (file.kind !== "object" || file.type !== "endpoint_security_intent") continue;
    const found = find(file);
    if (found !== undefined) claimed.add(found.path);
  }
  return {
    of: (file) => {
      if (file.type !== "endpoint_security_intent") return undefined;
      const found = find(file);
      if (found !== undefined) return found.settings;
      return isList(file.value["settings"] ?? file.value["settingsDelta"]) ? undefined : null;
    },
    belongs: (source) => claimed.has(source.path),
  };
}

function keysOf(folder: string, stem: string): readonly string[] {
  const { id } = fileIdentity(stem);
  return id === null ? [nameKey(folder, stem)] : [nameKey(folder, stem), idKey(folder, id)];
}

const nameKey = (folder: string, stem: string) => `name/${folder}/${stem}`;
const idKey = (folder: string, id: string) => `id/${folder}/${id.toLowerCase()}`;
