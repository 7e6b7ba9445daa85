import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type ImportRequest, type ImportSummary, importSummarySchema } from "../api/imports.js";
import { printable } from "./summary.js";

/** What a server writes into its data folder while it runs. */
const noticeSchema = z.object({ url: z.url({ protocol: /^https?$/ }), pid: z.int().positive() });

const healthTimeoutMs = 2_000;

/** Where the server of this data folder answers; null where none does. A notice that a crash left behind is not believed. */
export async function runningServer(dataDir: string): Promise<string | null> {
  const notice = noticeSchema.safeParse(await readJsonFile(join(dataDir, "server.json")));
  if (!notice.success) return null;
  const { url } = notice.data;
  try {
    const response = await fetch(new URL("/api/health", url), { signal: AbortSignal.timeout(healthTimeoutMs) });
    await response.body?.cancel();
    return response.ok ? url : null;
  } catch {
    return null;
  }
}

/** Imports through a running server; a string is why that did not happen. */
export async function importThroughServer(url: string, request: ImportRequest): Promise<ImportSummary | string> {
  let response: Response;
  try {
    response = await fetch(new URL("/api/imports", url), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
    });
  } catch {
    return `The server at ${url} did not answer. Whether it imported anything is not known: look at its backup sets before trying again.`;
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) return `The server at ${url} refused the import (${response.status}). ${problemText(answer)}`;
  const summary = importSummarySchema.safeParse(answer);
  return summary.success
    ? summary.data
    : `The server at ${url} took the import and answered in a way that this version does not understand.`;
}

const problemSchema = z.object({ title: z.string(), detail: z.string().optional() });

function problemText(answer: unknown): string {
  const problem = problemSchema.safeParse(answer);
  if (!problem.success) return "It gave no reason.";
  const { title, detail } = problem.data;
  return printable(detail === undefined ? title : `${title}: ${detail}`);
}

async function readJsonFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}
