import { assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { looksLikeArchive, readArchive } from "../../../reference/import/read-archive.js";
import { cases } from "../../support/property.js";
import { policy } from "./files.js";
import { zipOf, type ZipFile } from "./zip.js";

const content = JSON.stringify(policy());
const firewall: ZipFile = { path: "SettingsCatalog/Firewall.json", content };

function read(...files: readonly ZipFile[]) {
  const archive = readArchive(zipOf(files));
  if (!archive.ok) throw new Error(archive.reason);
  return archive.files;
}

/** What became of the only file of an archive. */
function became(file: ZipFile) {
  const [row] = parseExport(read(file)).files;
  return row;
}

describe("an export in a zip archive is read as a folder is", () => {
  it("file by file, packed or stored, with folders left out and what is not JSON listed unread", () => {
    const files = read(
      { path: "export/", content: "" },
      firewall,
      { path: "Stored.json", content: "{}", stated: { method: 0 } },
      { path: "notes.txt", content: "private" },
      { path: "Größe.json", content: "[]" },
    );
    expect(files.map(({ path, bytes }) => [path, bytes === null ? null : new TextDecoder().decode(bytes)])).toEqual([
      ["SettingsCatalog/Firewall.json", content],
      ["Stored.json", "{}"],
      ["notes.txt", ""],
      ["Größe.json", "[]"],
    ]);
    expect(parseExport(read(firewall)).items).toMatchObject([{ name: "Firewall", capture: "full" }]);
  });

  it("with a comment behind it, and without any file in it", () => {
    expect(readArchive(zipOf([firewall], "made by hand"))).toMatchObject({
      ok: true,
      files: [{ path: firewall.path }],
    });
    expect(readArchive(zipOf([]))).toEqual({ ok: true, files: [] });
    expect([zipOf([]), zipOf([firewall]), Buffer.from("{}"), Buffer.from("")].map(looksLikeArchive)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("also where a name is not UTF-8", () => {
    const [file] = read({ path: new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65]), content: "" });
    expect(file?.path).toBe("Größe");
  });
});

describe("a file of an archive that cannot be read is told with its reason, and the others are read", () => {
  it.each<[string, ZipFile, RegExp]>([
    ["leads out of the archive", { ...firewall, path: "../SettingsCatalog/Firewall.json" }, /leads out of/],
    [
      "leads out of it in another spelling",
      { ...firewall, path: "a\\..\\..\\SettingsCatalog\\x.json" },
      /leads out of/,
    ],
    ["is a link", { ...firewall, content: "/etc/passwd", stated: { unixMode: 0o120777 } }, /symbolic link/],
    ["is encrypted", { ...firewall, stated: { flags: 1 } }, /encrypted/],
    ["is too large", { ...firewall, stated: { unpacked: 33 * 1024 * 1024 } }, /larger than 32 MB/],
    ["is packed as no export is", { ...firewall, content: " ".repeat(3 * 1024 * 1024) }, /less than a 200th/],
    ["unpacks to more than it says", { ...firewall, stated: { unpacked: 10 } }, /damaged/],
    ["unpacks to less than it says", { ...firewall, stated: { unpacked: 5000 } }, /damaged/],
    ["has another checksum", { ...firewall, stated: { crc: 1 } }, /damaged/],
    ["is packed in an unknown way", { ...firewall, stated: { method: 12 } }, /damaged/],
    ["lies beyond the archive", { ...firewall, stated: { at: 2 ** 31 } }, /damaged/],
    ["ends beyond the archive", { ...firewall, stated: { packed: 2 ** 31 } }, /damaged/],
    ["is empty", { ...firewall, content: "" }, /empty/],
  ])("one that %s", (_, file, reason) => {
    expect(became(file)).toMatchObject({
      outcome: expect.stringMatching(/unreadable|metadata_only_item/),
      reason: expect.stringMatching(reason),
    });
    const others = parseExport(read(file, { ...firewall, path: "b/SettingsCatalog/Other.json" }));
    expect(others.items.filter(({ capture }) => capture === "full")).toHaveLength(1);
  });

  it("two files of one name are two rows", () => {
    expect(parseExport(read(firewall, firewall)).files.map(({ path }) => path)).toEqual([
      "SettingsCatalog/Firewall.json",
      "SettingsCatalog/Firewall.json #2",
    ]);
  });
});

describe("an archive that is not one, or would be too much, is refused as a whole before anything is unpacked", () => {
  const whole = zipOf([firewall, firewall]);
  const changed = (at: number, ...values: readonly number[]) => {
    const copy = new Uint8Array(whole);
    copy.set(values, at < 0 ? copy.length + at : at);
    return copy;
  };
  const many = Array.from({ length: 9 }, (_, index) => ({
    path: `${index}.json`,
    content: "{}",
    stated: { unpacked: 31 * 1024 * 1024 },
  }));

  it.each<[string, Uint8Array, RegExp]>([
    ["nothing", new Uint8Array(), /not a zip archive/],
    ["JSON", new TextEncoder().encode(content), /not a zip archive/],
    ["one that is cut off", whole.subarray(0, whole.length - 5), /cut off/],
    ["one with something in front", Buffer.concat([Buffer.from("MZ"), whole]), /something stands before/],
    ["one of several parts", changed(-18, 1), /one part of/],
    ["a ZIP64 archive", changed(-14, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), /ZIP64|part|damaged/],
    ["one that names fewer files than it lists", changed(-14, 1, 0, 1, 0), /damaged|part/],
    ["one that unpacks to more than 256 MB", zipOf(many), /more than 256 MB/],
  ])("%s", (_, bytes, reason) => {
    expect(readArchive(new Uint8Array(bytes))).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("more files than are read", () => {
    const small = zipOf([{ path: "", content: "" }]);
    const local = small.subarray(0, 32);
    const central = small.subarray(32, small.length - 22);
    const end = Buffer.from(small.subarray(small.length - 22));
    const count = 50_001;
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(central.length * count, 12);
    const listed = Buffer.concat(Array.from({ length: count }, () => central));
    expect(readArchive(new Uint8Array(Buffer.concat([local, listed, end])))).toEqual({
      ok: false,
      reason: expect.stringContaining("more than 50000 files"),
    });
  });

  it("whatever byte of it is another, it is read or refused, and never thrown at", () => {
    assert(
      property(integer({ min: 0, max: whole.length - 1 }), integer({ min: 0, max: 255 }), (at, value) => {
        const archive = readArchive(changed(at, value));
        if (archive.ok) expect(archive.files.length).toBeLessThanOrEqual(2);
        else expect(archive.reason).not.toBe("");
      }),
      { numRuns: cases() },
    );
  });
});
