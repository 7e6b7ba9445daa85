import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ImportRequest, importRequestSchema } from "../../../reference/api/imports.js";
import { readCommand, runImport } from "../../../reference/import/cli.js";
import { exportFilesOf } from "../../../reference/import/export-file.js";
import { parseExport } from "../../../reference/import/parse-export.js";
import { runningServer } from "../../../reference/import/running-server.js";
import { policy } from "./files.js";
import { zipOf } from "./zip.js";
import { summariseContent } from "../../../reference/import/summary.js";

const sample = fileURLToPath(new URL("../../../reference/samples/backup", import.meta.url));

let dataDir = "";
let server: Server | null = null;
let requests: ImportRequest[] = [];
let refusal: object | null = null;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "checkrail-cli-"));
  requests = [];
  refusal = null;
});

afterEach(async () => {
  await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())));
  server = null;
  await rm(dataDir, { recursive: true, force: true });
});

/** A server that answers as the product's does. */
async function serve(): Promise<string> {
  const running = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.setHeader("Content-Type", "application/json");
      if (request.url === "/api/health") return response.end('{"status":"ok"}');
      if (refusal !== null) return response.writeHead(413).end(JSON.stringify(refusal));
      const body = importRequestSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
      requests.push(body);
      const read = exportFilesOf(body);
      const content = summariseContent(parseExport(read.ok ? read.files : []));
      const stored = { id: "set-1", as: body.as, name: body.name, replaced: false, notTaken: [], ...content };
      return response.writeHead(201).end(JSON.stringify(stored));
    });
  });
  server = running;
  await new Promise<void>((resolve) => running.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(running.address() as AddressInfo).port}`;
  await writeFile(join(dataDir, "server.json"), JSON.stringify({ url, pid: process.pid }));
  return url;
}

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runImport(
    [...args, "--data", dataDir],
    {},
    { out: (line) => out.push(line), error: (line) => errors.push(line) },
  );
  return { code, out: out.join("\n"), errors: errors.join("\n") };
}

describe("wrong usage ends with 2 and says what to write", () => {
  it.each([
    [[], /Name the folder/],
    [["export"], /--as backup or --as target/],
    [["export", "--as", "copy"], /--as backup or --as target/],
    [["my", "export", "--as", "backup"], /quotes/],
    [["export", "--as", "target", "--environment", "live"], /prod or test/],
    [["export", "--as", "backup", "--environment", "prod"], /a backup set has none/],
    [["export", "--as", "backup", "--name", " "], /1 to 200 characters/],
    [["export", "--as", "target", "--name", "\u200b"], /letter or a digit/],
    [["export", "--as", "backup", "--force"], /--force/],
  ])("%j", async (args, message) => {
    const { code, errors } = await run(...args);
    expect(code).toBe(2);
    expect(errors).toMatch(message);
    expect(errors).toContain("Usage: npm run import");
  });

  it("paths are read from where the operator typed them, and data lies where the server keeps it", () => {
    const command = readCommand(["export", "--as", "backup"], { INIT_CWD: tmpdir(), CHECKRAIL_DATA: dataDir });
    expect(command).toMatchObject({ folder: join(tmpdir(), "export"), dataDir });
  });
});

describe("what cannot be imported ends with 1", () => {
  it("a folder that is not there, a file, an empty folder", async () => {
    expect(await run(join(dataDir, "missing"), "--as", "backup")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("There is no folder"),
    });
    expect(await run(fileURLToPath(import.meta.url), "--as", "backup")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("is not a folder"),
    });
    expect(await run(dataDir, "--as", "backup")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("holds no files"),
    });
  });

  it("an archive that is damaged, or holds nothing", async () => {
    const damaged = join(dataDir, "damaged.zip");
    await writeFile(damaged, zipOf([{ path: "a.json", content: "{}" }]).subarray(0, 40));
    expect(await run(damaged, "--as", "backup")).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/cut off\. Nothing of it was imported/),
    });
    const empty = join(dataDir, "empty.zip");
    await writeFile(empty, zipOf([]));
    expect(await run(empty, "--as", "backup")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("holds no files"),
    });
  });

  it("a folder without any Intune object, which as a target would look like an empty tenant", async () => {
    await serve();
    const { code, errors } = await run(dataDir, "--as", "target");
    expect(code).toBe(1);
    expect(errors).toContain("No Intune object was found");
    expect(errors).toContain("server.json: JSON that does not say what kind of object it holds.");
    expect(requests).toEqual([]);
  });

  it("a refusal of the server, with its reason", async () => {
    await serve();
    refusal = { title: "Too large", detail: "The body may hold 128 MB at most." };
    expect(await run(sample, "--as", "backup")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("refused the import (413). Too large: The body may hold 128 MB at most."),
    });
  });
});

describe("an import through the running server", () => {
  it("sends every file as it lies on disk and prints the sum", async () => {
    await serve();
    const { code, out } = await run(sample, "--as", "backup");
    expect(code).toBe(0);
    expect(out).toContain('Imported as backup set "Contoso" (set-1)');
    expect(out).toContain(
      "37 files = 25 items + 2 metadata-only items + 1 settings file of a policy + 6 groups + 1 migration table",
    );
    expect(requests[0]?.files).toHaveLength(37);
  });

  it("sends the files of an archive as those of a folder, under the archive's name", async () => {
    await serve();
    const archive = join(dataDir, "Contoso 2026.zip");
    const path = "export/SettingsCatalog/Firewall.json";
    await writeFile(archive, zipOf([{ path, content: JSON.stringify(policy()) }]));
    const { code, out } = await run(archive, "--as", "backup");
    expect(code).toBe(0);
    expect(out).toContain('Imported as backup set "Contoso 2026" (set-1)');
    expect(requests[0]?.files?.map((file) => file.path)).toEqual([path]);
  });

  it("a target is Prod unless the operator says otherwise", async () => {
    await serve();
    await run(sample, "--as", "target");
    await run(sample, "--as", "target", "--environment", "test", "--name", " Contoso Test ");
    expect(requests).toMatchObject([
      { as: "target", environment: "prod", name: "Contoso" },
      { as: "target", environment: "test", name: "Contoso Test" },
    ]);
  });

  it("a server is believed to run only while it answers", async () => {
    const url = await serve();
    expect(await runningServer(dataDir)).toBe(url);
    await writeFile(join(dataDir, "server.json"), JSON.stringify({ url: "http://127.0.0.1:1", pid: process.pid }));
    expect(await runningServer(dataDir)).toBeNull();
    for (const notice of ["", "{", '{"url":"file:///x","pid":1}', '{"pid":1}']) {
      await writeFile(join(dataDir, "server.json"), notice);
      expect(await runningServer(dataDir)).toBeNull();
    }
  });
});

describe("what a server takes", () => {
  const files = [{ path: "a.json", base64: "e30=" }];
  it.each([
    ["a field it would ignore", { as: "backup", name: "a", files, force: true }],
    ["an environment for a backup", { as: "backup", name: "a", files, environment: "prod" }],
    ["a target without its badge", { as: "target", name: "a", files }],
    ["no files", { as: "backup", name: "a", files: [] }],
    ["neither files nor an archive", { as: "backup", name: "a" }],
    ["files and an archive", { as: "backup", name: "a", files, archive: "UEs=" }],
    ["an archive that is not base64", { as: "backup", name: "a", archive: "UE" }],
    ["a blank name", { as: "backup", name: "  ", files }],
    ["content that is not base64", { as: "backup", name: "a", files: [{ path: "a.json", base64: "e30" }] }],
    [
      "a file that is both read and unreadable",
      { as: "backup", name: "a", files: [{ path: "a.json", base64: "e30=", unreadable: "x" }] },
    ],
  ])("never %s", (_, request) => {
    expect(importRequestSchema.safeParse(request).success).toBe(false);
  });
});
