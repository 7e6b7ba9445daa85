import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { importSummarySchema } from "../../../reference/api/imports.js";
import { importDirectly } from "../../../reference/server/import-directly.js";
import { startServer } from "../../../reference/server/main.js";
import { newDataFolder } from "./data-folder.js";
import { RunDriver } from "./run-driver.js";
import { callerOf, read } from "./support.js";

// Opening a database of this process takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let dataDir: string;
beforeAll(async () => {
  dataDir = await newDataFolder();
}, 60_000);
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const file = (path: string, content: object) => ({
  path,
  base64: Buffer.from(JSON.stringify(content)).toString("base64"),
});
const policyFile = file("SettingsCatalog/Firewall.json", {
  "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
  id: "0a0a0a0a-1111-4222-8333-444444444444",
  name: "Firewall",
  platforms: "windows10",
  settings: [],
  assignments: [],
});
const target = { as: "target", name: "Contoso Test", environment: "test", files: [policyFile] } as const;

describe("a data folder belongs to one process", () => {
  test("a second one is told who has it and what to do, and the folder stays usable", async () => {
    const server = await startServer({ dataDir, seed: false });
    await expect(startServer({ dataDir, seed: false })).rejects.toThrow(
      /in use by this same process since .*stop it, or choose another/,
    );
    await expect(importDirectly({ dataDir, request: { ...target, files: [...target.files] } })).rejects.toThrow(
      "in use",
    );
    const lock = join(import.meta.dirname, "../../../reference/server/database/data-folder-lock.ts");
    const script = `import(${JSON.stringify(lock)}).then((lock) => lock.lockDataFolder(${JSON.stringify(dataDir)})).then(() => console.log("taken"), (error) => console.log(error.message))`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--eval", script]);
    expect(stdout).toContain(`in use by process ${process.pid}`);
    const health = await callerOf(server.url)("GET", "/api/health");
    expect(health.status).toBe(200);
    await server.close();
  });

  test("the lock of a process that is gone, or whose number another process has now, is taken over", async () => {
    const lockFile = join(dataDir, "lock.json");
    const gone = { processStart: null, takenAt: "2026-01-01T00:00:00Z", token: "gone" };
    const holders = [
      { ...gone, pid: 2 ** 22 + 1 },
      { ...gone, pid: process.pid, processStart: "another start" },
    ];
    for (const holder of holders) {
      await writeFile(lockFile, JSON.stringify(holder));
      const server = await startServer({ dataDir, seed: false });
      expect(JSON.parse(await readFile(lockFile, "utf8"))).toMatchObject({ pid: process.pid });
      await server.close();
    }
  });

  test("a lock that cannot be read is never guessed to be free", async () => {
    await writeFile(join(dataDir, "lock.json"), "{");
    await expect(startServer({ dataDir, seed: false })).rejects.toThrow("cannot be read");
    await rm(join(dataDir, "lock.json"));
  });
});

describe("what was imported and begun is still there", () => {
  test("after a restart, with evidence that is as current as it was (RW-13, BY-14)", async () => {
    await importDirectly({ dataDir, request: { ...target, files: [...target.files] } });
    const first = await startServer({ dataDir, seed: false });
    const notice: unknown = JSON.parse(await readFile(join(dataDir, "server.json"), "utf8"));
    expect(notice).toEqual({ url: first.url, pid: process.pid });
    const call = callerOf(first.url);
    const imported = await call("POST", "/api/imports", {
      body: { as: "backup", name: "Baseline", files: [policyFile] },
    });
    expect(imported.status).toBe(201);
    const summary = read(importSummarySchema, imported);
    expect(summary).toMatchObject({ fileCount: 1, itemCount: 1, counts: { item: 1, unreadable: 0 }, groupCount: null });
    const workspace = (await call("GET", "/api/workspaces/demo")).body as { environments: { id: string }[] };
    const environmentId = workspace.environments[0]?.id ?? "";
    const run = await RunDriver.create({ call, environmentId, backupSetId: summary.id });
    await run.scopeAll();
    await run.checks();
    const before = run.document;
    await first.close();
    await expect(readFile(join(dataDir, "server.json"))).rejects.toThrow("ENOENT");

    const second = await startServer({ dataDir, seed: false });
    const after = await callerOf(second.url)("GET", run.path);
    expect(after.body).toEqual(before);
    await second.close();
  });

  test("and a target that is imported again keeps its runs and its policies' ids", async () => {
    const changed = {
      ...target,
      replace: true,
      files: [
        policyFile,
        file("SettingsCatalog/Browser.json", {
          ...JSON.parse(atob(policyFile.base64)),
          id: "1b1b1b1b-1111-4222-8333-444444444444",
          name: "Browser",
        }),
      ],
    };
    await expect(importDirectly({ dataDir, request: { ...changed, replace: false } })).rejects.toThrow("--replace");
    const summary = await importDirectly({ dataDir, request: changed });
    expect(summary).toMatchObject({ replaced: true, itemCount: 2, notTaken: [] });
    const server = await startServer({ dataDir, seed: false });
    const workspace = await callerOf(server.url)("GET", "/api/workspaces/demo");
    expect(workspace.body).toMatchObject({ environments: [{ name: "Contoso Test", restoreRuns: 1 }] });
    await server.close();
  });
});

test("an empty product has sample data to work on, and a second start brings none again", async () => {
  const folder = await newDataFolder();
  for (const start of ["first", "second"]) {
    const server = await startServer({ dataDir: folder });
    const workspace = await callerOf(server.url)("GET", "/api/workspaces/demo");
    expect([start, workspace.body]).toMatchObject([
      start,
      { environments: [{ name: "Contoso Production", environment: "prod" }], backupSets: 1 },
    ]);
    const sets = await callerOf(server.url)("GET", "/api/workspaces/demo/backup-sets");
    expect(sets.body).toMatchObject([{ name: "Contoso baseline backup", tenantName: "Contoso" }]);
    await server.close();
  }
  await rm(folder, { recursive: true, force: true });
});
