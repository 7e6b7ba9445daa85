import { crc32, inflateRawSync } from "node:zlib";
import { mostBytesPerFile, mostFiles } from "../api/imports.js";
import type { ExportFile } from "./export-file.js";

/** The files of an archive, or one sentence that says why none of it was read. */
export type ReadArchive =
  | { readonly ok: true; readonly files: readonly ExportFile[] }
  | { readonly ok: false; readonly reason: string };

const megabyte = 1024 * 1024;
/** Most bytes of JSON that an archive may unpack to, all files together. */
const mostBytes = 256 * megabyte;
/** JSON of an export packs 10 to 60 times smaller; what packs far better was made to be unpacked. */
const mostPacked = 200;
const smallestWorthAsking = megabyte;

/** One file as the archive's directory names it, before anything of it is looked at. */
interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly unixMode: number;
  readonly at: number;
}

/**
 * Reads the files of a zip archive as `readFolder` reads those of a folder: links are told and never followed, what is not
 * JSON is not unpacked, and a file that cannot be read is listed with its reason. What the archive says of sizes is not
 * believed: no file is unpacked beyond the size that was counted, and each is held to its checksum. Nothing is written to disk.
 */
export function readArchive(bytes: Uint8Array): ReadArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return refused("It is not a zip archive, or it is cut off.");
  const directory = readDirectory(bytes, view, end);
  if (typeof directory === "string") return refused(directory);
  const files = directory.filter(({ path }) => !path.endsWith("/"));
  const total = files.reduce((sum, { path, unpacked }) => sum + (isJson(path) ? unpacked : 0), 0);
  if (total > mostBytes) {
    return refused(`It would unpack to more than ${mostBytes / megabyte} MB, the most that is read.`);
  }
  return { ok: true, files: files.map((entry) => readEntry(bytes, view, entry)) };
}

/** Whether the bytes begin as an archive does, one without any file included. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  return first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
}

const endSize = 22;
const longestComment = 0xffff;

/** Where the record stands that ends an archive; it is found from behind, because a comment may follow. */
function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + endSize + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return null;
}

function readDirectory(bytes: Uint8Array, view: DataView, end: number): readonly Entry[] | string {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const parts = view.getUint16(end + 4, true) + view.getUint16(end + 6, true);
  if (parts !== 0 || view.getUint16(end + 8, true) !== count) return "It is one part of an archive of several files.";
  if (count === 0xffff || start === 0xffffffff) return "It is a ZIP64 archive, which is not read here.";
  if (count > mostFiles) return `It holds more than ${mostFiles} files, the most that is read.`;
  if (start + size !== end) return "Its directory is damaged, or something stands before or after it.";
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return "Its directory is damaged.";
    const name = view.getUint16(at + 28, true);
    const next = at + 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return "Its directory is damaged.";
    const flags = view.getUint16(at + 8, true);
    const madeOnUnix = view.getUint8(at + 5) === 3;
    entries.push({
      path: nameOf(bytes.subarray(at + 46, at + 46 + name)),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      unixMode: madeOnUnix ? view.getUint16(at + 40, true) : 0,
      at: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === end ? entries : "Its directory is damaged.";
}

/** Names are UTF-8 wherever they can be; older programs wrote them in the machine's own way, of which ASCII is common to all. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function readEntry(bytes: Uint8Array, view: DataView, entry: Entry): ExportFile {
  const { path, packed, unpacked } = entry;
  const unread = (reason: string): ExportFile => ({ path, bytes: null, reason });
  if ((entry.unixMode & 0o170000) === 0o120000) return unread("A symbolic link, which is never followed.");
  if (!isJson(path)) return { path, bytes: new Uint8Array() };
  if ((entry.flags & 1) !== 0) return unread("The file is encrypted in the archive.");
  if (unpacked > mostBytesPerFile)
    return unread(`The file is larger than ${mostBytesPerFile / megabyte} MB, the most that is read.`);
  if (unpacked > smallestWorthAsking && unpacked > packed * mostPacked)
    return unread(`The file is packed to less than a ${mostPacked}th of its size, which no export is.`);
  const content = contentOf(bytes, view, entry);
  return content === null ? unread("The file is damaged in the archive.") : { path, bytes: content };
}

/** null where the file is not what the directory says of it. */
function contentOf(bytes: Uint8Array, view: DataView, { at, method, packed, unpacked, crc }: Entry): Uint8Array | null {
  if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== 0x04034b50) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.byteLength) return null;
  const content = unpack(bytes.subarray(start, start + packed), method, unpacked);
  return content !== null && content.byteLength === unpacked && crc32(content) === crc ? content : null;
}

function unpack(packed: Uint8Array, method: number, most: number): Uint8Array | null {
  if (method === 0) return packed;
  if (method !== 8) return null;
  try {
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }));
  } catch {
    return null;
  }
}

function isJson(path: string): boolean {
  return /\.json$/i.test(path);
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
