import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readFolder } from "../../../reference/import/read-folder.js";
import { parseExport } from "../../../reference/import/parse-export.js";
import { mostBytesPerFile } from "../../../reference/api/imports.js";

let base = "";
let folder = "";

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), "checkrail-import-"));
  folder = join(base, "export");
  await mkdir(join(folder, "b", "SettingsCatalog"), { recursive: true });
  await writeFile(join(base, "outside.json"), '{"secret":"outside"}');
});

afterEach(() => rm(base, { recursive: true, force: true }));

it("files come sorted by path, with forward slashes and their content", async () => {
  await writeFile(join(folder, "b", "SettingsCatalog", "z.json"), "{}");
  await writeFile(join(folder, "a.json"), "[]");
  const files = await readFolder(folder);
  expect(files.map(({ path }) => path)).toEqual(["a.json", "b/SettingsCatalog/z.json"]);
  expect(files.map(({ bytes }) => bytes !== null && new TextDecoder().decode(bytes))).toEqual(["[]", "{}"]);
});

it("links are told and never followed, to a file or to a folder", async () => {
  await symlink(join(base, "outside.json"), join(folder, "file.json"));
  await symlink(base, join(folder, "folder"));
  const files = await readFolder(folder);
  expect(files).toEqual([
    { path: "file.json", bytes: null, reason: "A symbolic link, which is never followed." },
    { path: "folder", bytes: null, reason: "A symbolic link, which is never followed." },
  ]);
  expect(parseExport(files).files.map(({ outcome }) => outcome)).toEqual(["unreadable", "unreadable"]);
});

it("the folder itself may be reached through a link", async () => {
  await writeFile(join(folder, "a.json"), "{}");
  await symlink(folder, join(base, "link"));
  expect((await readFolder(join(base, "link"))).map(({ path }) => path)).toEqual(["a.json"]);
});

it("a file that is too large is not read, and says so", async () => {
  const path = join(folder, "large.json");
  await writeFile(path, "");
  await truncate(path, mostBytesPerFile + 1);
  expect(await readFolder(folder)).toEqual([
    { path: "large.json", bytes: null, reason: expect.stringContaining("32 MB") },
  ]);
});

it("what is not JSON is listed without being read", async () => {
  await writeFile(join(folder, "notes.txt"), "private");
  expect(await readFolder(folder)).toEqual([{ path: "notes.txt", bytes: new Uint8Array() }]);
});

it("a folder that is not there is an error, not an empty export", async () => {
  await expect(readFolder(join(base, "missing"))).rejects.toThrow(/ENOENT/);
});
