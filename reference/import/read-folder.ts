import { constants } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { mostBytesPerFile } from "../api/imports.js";
import type { ExportFile } from "./export-file.js";
import { compare } from "./source.js";

/**
 * Reads every file below a folder, sorted by path. Links are listed with a reason and never followed, so nothing outside of
 * the folder is read. A file that is not JSON is listed without its content, which nobody looks at. Rejects only where
 * the folder itself cannot be listed.
 */
export async function readFolder(folder: string): Promise<readonly ExportFile[]> {
  const root = await realpath(folder);
  const files: ExportFile[] = [];
  const waiting = [""];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entries = await list(join(root, at), at === "");
    if (entries === null) {
      files.push(unread(at, "The folder cannot be listed."));
      continue;
    }
    for (const entry of entries) {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) files.push(await read(root, path));
      else if (entry.isSymbolicLink()) files.push(unread(path, "A symbolic link, which is never followed."));
      else files.push(unread(path, "Neither a file nor a folder."));
    }
  }
  return files.toSorted((left, right) => compare(left.path, right.path));
}

async function list(folder: string, isRoot: boolean) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isRoot) throw error;
    return null;
  }
}

async function read(root: string, path: string): Promise<ExportFile> {
  if (!/\.json$/i.test(path)) return { path, bytes: new Uint8Array() };
  try {
    // What was a file a moment ago may be a link by now.
    const file = await open(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { size } = await file.stat();
      if (size > mostBytesPerFile) {
        return unread(path, `The file is larger than ${mostBytesPerFile / 1024 / 1024} MB, the most that is read.`);
      }
      return { path, bytes: await file.readFile() };
    } finally {
      await file.close();
    }
  } catch (error) {
    return unread(path, `The file cannot be read${codeOf(error)}.`);
  }
}

function unread(path: string, reason: string): ExportFile {
  return { path, bytes: null, reason };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? ` (${error.code})` : "";
}
