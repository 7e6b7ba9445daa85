/** Real server processes on a real PostgreSQL, and what is asked of them over HTTP. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runDocumentSchema } from "../../../reference/api/runs.js";
import { startPostgres } from "../../../scripts/postgres.js";
import type { RunDocument } from "../../../src/restore/ports.js";

/** Starts a database; `serve` starts a server on it, with the built app of a folder where one is named, and tells where it answers. */
export async function startServers() {
  const postgres = await startPostgres();
  const url = `postgresql:///postgres?${new URLSearchParams({ host: postgres.host, user: "postgres" }).toString()}`;
  const children: ChildProcess[] = [];
  const folders: string[] = [];
  const serve = async (appDir = ""): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), "checkrail-bench-"));
    folders.push(folder);
    const script = join(import.meta.dirname, "served.ts");
    const child = spawn(process.execPath, ["--import", "tsx", "--conditions=development", script, folder, appDir], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, DATABASE_URL: url },
    });
    children.push(child);
    if (child.stdout === null) throw new Error("The server has no standard output.");
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    return line;
  };
  const stop = async () => {
    for (const child of children) child.kill("SIGKILL");
    await postgres.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  };
  return { serve, stop };
}

/** Asks for checks or a preview, and waits for them: the run with them, and the seconds that the server took. */
export async function assess(
  server: string,
  run: RunDocument["run"],
  kind: "checks" | "preview",
): Promise<{ readonly document: RunDocument; readonly seconds: number }> {
  const path = `/api/workspaces/demo/restore-runs/${run.id}`;
  await call(server, `${path}/${kind}`, {}, run.revision);
  for (;;) {
    const document = runDocumentSchema.parse(await call(server, path));
    const { assessment } = document;
    if (assessment !== null && assessment.startedAt !== null && assessment.finishedAt !== null) {
      if (assessment.state !== "succeeded") throw new Error(`${kind}: ${JSON.stringify(assessment.problem)}`);
      return { document, seconds: (Date.parse(assessment.finishedAt) - Date.parse(assessment.startedAt)) / 1_000 };
    }
    await new Promise((next) => setTimeout(next, 200));
  }
}

/** The answer to a request of the sample's operator; a refusal is thrown. */
export async function call(server: string, path: string, body?: unknown, revision?: number): Promise<unknown> {
  const response = await fetch(`${server}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      "x-checkrail-operator": "operator",
      "content-type": "application/json",
      ...(revision !== undefined && { "if-match": `"${revision}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
