import type { z } from "zod";
import type { HostAnswer, HostProblem, HostRefusal } from "checkrail/restore";
import { type Endpoint, type EndpointId, endpoints } from "../../api/endpoints.js";
import { problemSchema } from "../../api/problem.js";
import { plainContext } from "../addresses.js";
import { heldTo } from "./held-to.js";

const { locale } = plainContext();

type Response<Id extends EndpointId> = z.output<(typeof endpoints)[Id]["response"]>;

/** What a call needs besides the values in its path. */
export interface CallOptions {
  readonly body?: unknown;
  /** The revision a write is made for; required where the endpoint asks for one. */
  readonly revision?: number;
  /** What this one request is called, however often it is sent; required where the endpoint asks for it. */
  readonly key?: string;
  /** Milliseconds after which an answer is no longer waited for. Default: as long as the browser waits. */
  readonly patience?: number;
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
      ...(options.patience === undefined ? {} : { signal: AbortSignal.timeout(options.patience) }),
    });
    // What stands before the server answers in a form of its own; its status says enough.
    body = answer.ok ? await answer.json() : await answer.json().catch(() => null);
  } catch (error) {
    return refuse(error instanceof DOMException && error.name === "TimeoutError" ? overdue : notReached);
  }
  if (!answer.ok) {
    const problem = problemSchema.safeParse(body);
    const retryAt = momentOf(answer.headers.get("retry-after"));
    const told = problem.success ? problem.data : withoutDetails(answer.status);
    return refuse(retryAt === null ? told : { ...told, retryAt });
  }
  const held = await heldTo(endpoint.response, body);
  if (held.ok) {
    const next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1] ?? null;
    return { answer: { ok: true, value: held.value as Response<Id> }, next };
  }
  return refuse(unknownShape(endpoint, `${held.path.join(".") || "the top"}: ${held.message}`));
}

/** Where an endpoint answers. */
export function pathOf(id: EndpointId, params: Readonly<Record<string, string>>): string {
  return endpoints[id].path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

/** When a host takes requests again (RFC 9110, Retry-After): seconds from now, or a moment. */
function momentOf(retryAfter: string | null): string | null {
  if (retryAfter === null) return null;
  const at = /^\d{1,9}$/.test(retryAfter) ? Date.now() + Number(retryAfter) * 1000 : Date.parse(retryAfter);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function refuse(problem: HostRefusal) {
  return { answer: { ok: false, problem }, next: null } as const;
}

// The page says these in its own words and language; what stands here is for whoever reads the answer itself.
const notReached: HostProblem = {
  type: "about:blank",
  title: "Server not reached",
  status: 0,
  code: "server_not_reached",
  detail: "The server could not be reached, or its answer was cut off.",
  reasons: [],
};

const overdue: HostProblem = {
  ...notReached,
  title: "No answer in time",
  code: "answer_overdue",
  detail: "The server did not answer in the time that the page waits.",
};

/** A refusal that did not come from the server itself, such as that of a proxy. */
function withoutDetails(status: number): HostProblem {
  return {
    type: "about:blank",
    title: `The server answered with status ${status}`,
    status,
    code: "problem_without_details",
    detail: "It gave no reason.",
    reasons: [],
  };
}

function unknownShape(endpoint: Endpoint, where: string): HostProblem {
  return {
    type: "about:blank",
    title: "Answer not understood",
    status: 0,
    code: "answer_not_understood",
    detail: `The answer to ${endpoint.method} ${endpoint.path} does not have the shape that was agreed (${where}). Nothing was taken from it.`,
    reasons: [],
  };
}
