import type { z } from "zod";
import type { HostAnswer, HostProblem } from "checkrail/restore";
import { type Endpoint, type EndpointId, endpoints } from "../../api/endpoints.js";
import { problemSchema } from "../../api/problem.js";
import { plainContext } from "../addresses.js";

const { locale } = plainContext();

type Response<Id extends EndpointId> = z.output<(typeof endpoints)[Id]["response"]>;

/** What a call needs besides the values in its path. */
export interface CallOptions {
  readonly body?: unknown;
  /** The revision a write is made for; required where the endpoint asks for one. */
  readonly revision?: number;
  /** What this one request is called, however often it is sent; required where the endpoint asks for it. */
  readonly key?: string;
}

/**
 * Calls one endpoint of the table. Never throws: a refusal, a lost connection and an answer of an unknown shape all come
 * back as a problem.
 */
export async function call<Id extends EndpointId>(
  id: Id,
  params: Readonly<Record<string, string>>,
  options: CallOptions = {},
): Promise<HostAnswer<Response<Id>>> {
  return (await exchange(id, pathOf(id, params), options)).answer;
}

type ListId = { [Id in EndpointId]: Response<Id> extends readonly unknown[] ? Id : never }[EndpointId];

/** Reads a list to its end, part by part. A part that does not come is a problem, never the end of the list. */
export async function callEvery<Id extends ListId>(
  id: Id,
  params: Readonly<Record<string, string>>,
): Promise<HostAnswer<Response<Id>>> {
  const entries: unknown[] = [];
  for (let path: string | null = pathOf(id, params); path !== null;) {
    const { answer, next }: Exchanged<Id> = await exchange(id, path, {});
    if (!answer.ok) return answer;
    entries.push(...(answer.value as readonly unknown[]));
    path = next;
  }
  return { ok: true, value: entries as Response<Id> };
}

interface Exchanged<Id extends EndpointId> {
  readonly answer: HostAnswer<Response<Id>>;
  /** Where a list goes on. */
  readonly next: string | null;
}

async function exchange<Id extends EndpointId>(id: Id, path: string, options: CallOptions): Promise<Exchanged<Id>> {
  const endpoint: Endpoint = endpoints[id];
  let answer: globalThis.Response;
  let body: unknown;
  try {
    answer = await fetch(path, {
      method: endpoint.method,
      headers: {
        accept: "application/json",
        // The browser's own list of languages may lead elsewhere than the locale that the pages are written in.
        "accept-language": locale,
        ...(endpoint.request === null ? {} : { "content-type": "application/json" }),
        ...(options.revision === undefined ? {} : { "if-match": `"${options.revision}"` }),
        ...(options.key === undefined ? {} : { "idempotency-key": options.key }),
      },
      ...(endpoint.request === null ? {} : { body: JSON.stringify(options.body ?? {}) }),
    });
    body = await answer.json();
  } catch {
    return refuse(notReached(endpoint.method));
  }
  if (!answer.ok) {
    const problem = problemSchema.safeParse(body);
    return refuse(
      problem.success ? problem.data : unknownShape(endpoint, answer.status, "a problem without its details"),
    );
  }
  const parsed = endpoint.response.safeParse(body);
  if (parsed.success) {
    const next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1] ?? null;
    return { answer: { ok: true, value: parsed.data as Response<Id> }, next };
  }
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? "the whole of it" : `${issue.path.join(".") || "the top"}: ${issue.message}`;
  return refuse(unknownShape(endpoint, answer.status, where));
}

/** Where an endpoint answers. */
export function pathOf(id: EndpointId, params: Readonly<Record<string, string>>): string {
  return endpoints[id].path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

function refuse(problem: HostProblem) {
  return { answer: { ok: false, problem }, next: null } as const;
}

function notReached(method: Endpoint["method"]): HostProblem {
  const detail =
    method === "GET"
      ? "The server could not be reached, or its answer was cut off. Check that it is running."
      : "The server could not be reached, or its answer was cut off. What you asked for may or may not have been done: load the run again.";
  return {
    type: "about:blank",
    title: "Server not reached",
    status: 0,
    code: "server_not_reached",
    detail,
    reasons: [],
  };
}

function unknownShape(endpoint: Endpoint, status: number, where: string): HostProblem {
  return {
    type: "about:blank",
    title: "Answer not understood",
    status: status >= 400 ? status : 0,
    code: "answer_not_understood",
    detail: `The answer to ${endpoint.method} ${endpoint.path} does not have the shape that was agreed (${where}). Nothing was taken from it.`,
    reasons: [],
  };
}
