import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditLine, entryHash } from "../../../reference/verify/audit-chain.js";
import { runVerify } from "../../../reference/verify/cli.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkrail-verify-"));
  const entry = {
    sequence: 1,
    at: "2026-05-01T10:00:00.000Z",
    workspaceId: "demo",
    environmentId: null,
    restoreRunId: null,
    actor: { id: "dana", name: "Dana" },
    event: "odd\u001b[2Jevent",
    detail: {},
    previousHash: null,
  };
  const line = auditLine({ ...entry, hash: entryHash(entry) });
  await writeFile(join(folder, "audit.jsonl"), `${line}\n`);
  await writeFile(join(folder, "altered.jsonl"), `${line.replace('"dana"', '"olu"')}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...paths: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await runVerify(
    paths,
    { INIT_CWD: folder },
    { out: (line) => out.push(line), error: (line) => errors.push(line) },
  );
  return { code, out, errors };
}

describe("RW-15 `npm run verify`", () => {
  test("ends with 0 where every file is what was recorded, and reads paths from where they were typed", async () => {
    expect(await run("audit.jsonl")).toMatchObject({
      code: 0,
      errors: [],
      out: [
        expect.stringMatching(/^Unaltered: one entry/),
        expect.stringMatching(/^Head: entry 1/),
        expect.any(String),
      ],
    });
  });

  test("ends with 1 where one is not, and says which, without letting it write to the terminal", async () => {
    const { code, errors, out } = await run("audit.jsonl", "altered.jsonl");
    expect(code).toBe(1);
    expect(out[0]).toMatch(/^audit\.jsonl: Unaltered/);
    expect(errors[0]).toBe(
      "altered.jsonl: Broken at entry 1 (odd\uFFFD[2Jevent): what it says is not what was recorded.",
    );
  });

  test("ends with 1 for a file that is not there, and with 2 where nothing is named", async () => {
    expect(await run("missing.jsonl")).toMatchObject({ code: 1, errors: ["The file cannot be read."] });
    expect((await run()).code).toBe(2);
    expect((await run("--help")).errors[0]).toContain("Usage: npm run verify");
  });

  test("is a command of its own, which needs no server", async () => {
    const script = fileURLToPath(new URL("../../../reference/verify/cli.ts", import.meta.url));
    const args = ["--import", "tsx", "--conditions=development", script];
    const good = await promisify(execFile)(process.execPath, [...args, join(folder, "audit.jsonl")]);
    expect(good.stdout).toContain("Unaltered");
    await expect(promisify(execFile)(process.execPath, [...args, join(folder, "altered.jsonl")])).rejects.toMatchObject(
      { code: 1, stderr: expect.stringContaining("Broken at entry 1") },
    );
  });
});
