import type { Context } from "hono";
import type { HostProblem } from "../../../src/restore/ports.js";
import { inGerman } from "./german-problems.js";
import { languageOf } from "./language.js";
import { canonicalJson, type JsonValue } from "../../../src/safety/index.js";

/** Sends a problem as application/problem+json, in the language that was asked for where there are words for it. */
export function sendProblem(c: Context, found: HostProblem, headers: Readonly<Record<string, string>> = {}): Response {
  const german = languageOf(c.req.header("accept-language")) === "de" ? inGerman(found) : null;
  return c.body(JSON.stringify(german ?? found), {
    status: found.status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": german === null ? "en" : "de",
      vary: "accept-language",
      "cache-control": "no-store",
      ...headers,
    },
  } as ResponseInit & { status: 400 });
}

/** Sends values one per line as they come, each in canonical JSON. A source that fails ends the connection, not the list. */
export function sendLines(values: AsyncIterable<unknown>, status: number): Response {
  const source = values[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(`${canonicalJson(next.value as JsonValue)}\n`));
    },
    cancel: async () => {
      await source.return?.();
    },
  });
  return new Response(body, {
    status,
    headers: { "content-type": "application/jsonl; charset=utf-8", "cache-control": "no-store" },
  });
}
