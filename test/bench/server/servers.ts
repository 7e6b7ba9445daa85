/** Real server processes on a real PostgreSQL, and what is asked of them over HTTP. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type RunProgress, runProgressSchema } from "../../../reference/api/progress.js";
import { runDocumentSchema } from "../../../reference/api/runs.js";
import { databaseUrl, startPostgres } from "../../../scripts/postgres.js";
import type { RunDocument } from "../../../src/restore/ports.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";

/**
 * Starts a database, whose address is `url`; `serve` starts a server on it, with the built app of a folder where one is named, and
 * tells where it answers.
 */
export async function startServers() {
  const postgres = await startPostgres();
  const url = databaseUrl(postgres);
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
  return { url, serve, stop };
}

/** Asks for checks or a preview, and waits for them: the run with them, and the seconds that the server took. */
export async function assess(
  server: string,
  run: RunDocument["run"],
  kind: "checks" | "preview",
): Promise<{ readonly document: RunDocument; readonly seconds: number }> {
  const path = `/api/workspaces/demo/restore-runs/${run.id}`;
  await call(server, `${path}/${kind}`, {}, run.revision);
  await progressed(server, run, ({ assessment }) => assessment !== null && !/queued|running/.test(assessment.state));
  const document = runDocumentSchema.parse(await call(server, path));
  const { assessment } = document;
  if (assessment?.state !== "succeeded") throw new Error(`${kind}: ${JSON.stringify(assessment?.problem)}`);
  return { document, seconds: secondsBetween(assessment.startedAt, assessment.finishedAt) };
}

/** Executes a run that is ready, and waits until its target was read back: the seconds that the server took for its items. */
export async function execute(server: string, document: RunDocument): Promise<number> {
  const { run } = document;
  const path = `/api/workspaces/demo/restore-runs/${run.id}`;
  const request = {
    fingerprint: restoreBasis(document).fingerprint,
    reviewedImpact: true,
    typedLabel: run.target.label,
    pasted: false,
  };
  await call(server, `${path}/execute`, request, run.revision);
  await progressed(server, run, ({ evidence }) => evidence === "active" || evidence === "failed");
  const { operation, evidence, run: executed } = runDocumentSchema.parse(await call(server, path));
  const { status, results } = executed.execution ?? {};
  if (status !== "completed") throw new Error(`The run ended as ${status}: ${JSON.stringify(results?.counts)}`);
  if (evidence[0]?.state !== "active") throw new Error("The target was not read back.");
  return secondsBetween(operation?.startedAt, operation?.finishedAt);
}

function secondsBetween(from: string | null | undefined, to: string | null | undefined): number {
  if (typeof from !== "string" || typeof to !== "string") throw new Error("It has no beginning or no end.");
  return (Date.parse(to) - Date.parse(from)) / 1_000;
}

/** Listens to a run until it is so far: to read it again and again would cost the server more than what is measured. */
async function progressed(
  server: string,
  { id }: Pick<RunDocument["run"], "id">,
  isSoFar: (progress: RunProgress) => boolean,
): Promise<void> {
  for (;;) {
    const { body } = await fetch(`${server}/api/workspaces/demo/restore-runs/${id}/events`, { headers });
    let text = "";
    // A stream ends after a while, and is begun again.
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = `${text}${part}`.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data !== undefined && isSoFar(runProgressSchema.parse(JSON.parse(data)))) return;
      }
    }
  }
}

const headers = { "x-checkrail-operator": "operator", "content-type": "application/json" };

/** The answer to a request of the sample's operator; a refusal is thrown. */
export async function call(server: string, path: string, body?: unknown, revision?: number): Promise<unknown> {
  const response = await fetch(`${server}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      ...headers,
      // Execution alone asks for one; whatever else is asked takes no notice of it.
      "idempotency-key": randomUUID(),
      ...(revision !== undefined && { "if-match": `"${revision}"` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text);
}
