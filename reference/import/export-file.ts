import type { ImportFile, ImportRequest } from "../api/imports.js";
import { type ReadArchive, readArchive } from "./read-archive.js";

/** One file of an export as it was found: its content, or why there is none. */
export type ExportFile =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly bytes: null; readonly reason: string };

/** The files that a request carries, decoded and unpacked. */
export function exportFilesOf({ files, archive }: Pick<ImportRequest, "files" | "archive">): ReadArchive {
  if (archive !== undefined) return readArchive(new Uint8Array(Buffer.from(archive, "base64")));
  return {
    ok: true,
    files: (files ?? []).map((file) =>
      "base64" in file
        ? { path: file.path, bytes: Buffer.from(file.base64, "base64") }
        : { path: file.path, bytes: null, reason: file.unreadable },
    ),
  };
}

/** The files as a request carries them. */
export function requestFilesOf(files: readonly ExportFile[]): ImportFile[] {
  return files.map((file) =>
    file.bytes === null
      ? { path: file.path, unreadable: file.reason }
      : { path: file.path, base64: Buffer.from(file.bytes).toString("base64") },
  );
}
