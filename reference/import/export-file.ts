import type { ImportFile, ImportRequest } from "../api/imports.js";

/** One file of an export as it was found: its content, or why there is none. */
export type ExportFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly bytes: null; readonly reason: string };

/** The files that a request carries, decoded. */
export function exportFilesOf({ files }: Pick<ImportRequest, "files">): readonly ExportFile[] {
  return files.map((file) =>
    "base64" in file
      ? { path: file.path, bytes: Buffer.from(file.base64, "base64") }
      : { path: file.path, bytes: null, reason: file.unreadable },
  );
}

/** The files as a request carries them. */
export function requestFilesOf(files: readonly ExportFile[]): ImportFile[] {
  return files.map((file) =>
    file.bytes === null
      ? { path: file.path, unreadable: file.reason }
      : { path: file.path, base64: Buffer.from(file.bytes).toString("base64") },
  );
}
