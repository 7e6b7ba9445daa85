import { crc32, deflateRawSync } from "node:zlib";

/** A file to put into an archive; what is stated stands there in place of what is true. */
export interface ZipFile {
  readonly path: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stated?: Partial<Record<"flags" | "method" | "crc" | "packed" | "unpacked" | "unixMode" | "at", number>>;
}

/** A zip archive of these files, as a program that may lie would write it. */
export function zipOf(files: readonly ZipFile[], comment = ""): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { path, content, stated = {} } of files) {
    const name = Buffer.from(path);
    const raw = Buffer.from(content);
    const method = stated.method ?? 8;
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const entry = {
      flags: 0x800,
      crc: crc32(raw),
      packed: packed.length,
      unpacked: raw.length,
      unixMode: 0o100644,
      at,
    };
    const told = { ...entry, ...stated };
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt8(3, 5);
    central.writeUInt16LE(told.flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(told.crc, 16);
    central.writeUInt32LE(told.packed, 20);
    central.writeUInt32LE(told.unpacked, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt16LE(told.unixMode, 40);
    central.writeUInt32LE(told.at, 42);
    parts.push(local, name, packed);
    directory.push(central, name);
    at += local.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...parts, listed, end, Buffer.from(comment)]));
}
