import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { type Endpoint, type EndpointId, endpoints } from "../../api/endpoints.js";
import type { ServerContext } from "../context.js";
import { describeError, type Log } from "../log.js";
import { authorise, nobody } from "./authorise.js";
import { readBody, readFilter, readKey, readPage, readRevision } from "./body.js";
import { eventStream, isEventSource } from "./event-stream.js";
import type { Call, Handler, Handlers, Page } from "./handlers.js";
import { languageOf } from "./language.js";
import { carriesToken, jobMetrics, type RequestMetrics, requestMetrics } from "./metrics.js";
import { notFound, problem, rateLimited, revisionMissing, revisionUnreadable } from "./problems.js";
import { type RateLimit, rateLimiter, type TakeFrom } from "./rate-limit.js";
import { sameOrigin } from "./same-origin.js";
import { securityHeaders } from "./security-headers.js";
import { sendLines, sendProblem } from "./send.js";

const megabyte = 1024 * 1024;
const mostOfImport = 128 * megabyte;

/** What is known of an exchange while it lasts. */
interface Exchange {
  requestId: string;
  /** The path as the table has it; absent where it has none of it. */
  route?: string;
  /** Absent where nobody is signed in. */
  operator?: string;
}

export type App = Hono<{ Variables: Exchange }>;
type AppContext = Context<{ Variables: Exchange }>;

/** Far above what a page or a script that waits for a run asks for. */
const usualRate: RateLimit = { burst: 1_000, perSecond: 100 };
/** Several people may come from one address. */
const callersPerAddress = 4;

/** The HTTP application: every endpoint of the table with its access, its schemas and its handler. */
export function createApp(
  context: ServerContext,
  handlers: Handlers,
  options: {
    readonly boundToLoopback: boolean;
    readonly rateLimit?: RateLimit | undefined;
    readonly metricsToken?: string | undefined;
  },
): App {
  const { boundToLoopback, rateLimit = usualRate, metricsToken } = options;
  const metrics = requestMetrics();
  const { burst, perSecond } = rateLimit;
  const fromAddress = rateLimiter({ burst: burst * callersPerAddress, perSecond: perSecond * callersPerAddress });
  const fromOperator = rateLimiter(rateLimit);
  const app: App = new Hono();
  app.use(requestId({ generator: () => context.newId() }));
  app.use(logged(context.log, metrics));
  app.use(securityHeaders);
  for (const path of ["/api/*", endpoints.openapi.path]) {
    app.use(path, async (c, next) => {
      const wait = fromAddress(addressOf(c), 1);
      return wait > 0 ? tooMany(c, wait) : next();
    });
    app.use(path, sameOrigin(boundToLoopback));
  }
  for (const id of Object.keys(endpoints) as EndpointId[]) {
    const endpoint: Endpoint = endpoints[id];
    const most = endpoint.largeBody === true ? mostOfImport : megabyte;
    app.on(
      endpoint.method,
      endpoint.path,
      async (c, next) => {
        c.set("route", endpoint.path);
        await next();
      },
      bodyLimit({
        maxSize: most,
        onError: (c) => {
          // The rest of the body is not read, so the connection cannot carry another request.
          c.header("Connection", "close");
          return sendProblem(
            c,
            problem(413, "body_too_large", "Too large", `The body may hold ${most / megabyte} MB at most.`),
          );
        },
      }),
      // One handler per id, so the id and its handler belong together.
      (c) => handle(c, context, endpoint, handlers[id] as unknown as Handler<EndpointId>, fromOperator),
    );
  }
  app.get("/metrics", sameOrigin(boundToLoopback), async (c) => {
    const open =
      metricsToken === undefined ? boundToLoopback : carriesToken(c.req.header("authorization"), metricsToken);
    if (!open) return sendProblem(c, notFound);
    c.set("route", "/metrics");
    const text = `${metrics.text()}${await jobMetrics(context.db)}`;
    return c.body(text, 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
  });
  app.all("/api/*", (c) => sendProblem(c, notFound));
  app.onError((error, c) => {
    const { requestId: reference, route = "none" } = c.var;
    const { method } = c.req;
    context.log({
      level: "error",
      event: "request_failed",
      requestId: reference,
      method,
      route,
      error: describeError(error),
    });
    return sendProblem(
      c,
      problem(
        500,
        "internal_error",
        "Something went wrong here",
        `It was recorded under ${reference}. Nothing says that what you asked for was done: load the page again.`,
      ),
    );
  });
  return app;
}

/** Tells of every exchange once it was answered. A stream is answered when it begins. */
function logged(log: Log, metrics: RequestMetrics): MiddlewareHandler<{ Variables: Exchange }> {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const { requestId: reference, route = "none", operator } = c.var;
    const { method } = c.req;
    const { status } = c.res;
    const took = performance.now() - begun;
    metrics.observe({ method, route, status, seconds: took / 1_000 });
    log({
      level: "info",
      event: "request",
      requestId: reference,
      method,
      route,
      status,
      milliseconds: Math.round(took),
      ...(operator !== undefined && { operator }),
    });
  };
}

/** Where the connection comes from; one bucket for all where that is not known. */
function addressOf(c: AppContext): string {
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown";
  }
}

function tooMany(c: AppContext, seconds: number): Response {
  return sendProblem(c, rateLimited, { "retry-after": String(seconds) });
}

/** Reading is cheap, writing less so, and an import reads a whole export. */
function costOf({ method, largeBody }: Endpoint): number {
  if (largeBody === true) return 50;
  return method === "GET" ? 1 : 2;
}

async function handle(
  c: AppContext,
  context: ServerContext,
  endpoint: Endpoint,
  handler: Handler<EndpointId>,
  fromOperator: TakeFrom,
): Promise<Response> {
  const params = c.req.param() as Readonly<Record<string, string>>;
  const identity = endpoint.access.scope === "anyone" ? nobody : await context.identify(c.req.raw);
  if (identity !== null && identity !== nobody) {
    c.set("operator", identity.operator.id);
    const wait = fromOperator(identity.operator.id, costOf(endpoint));
    if (wait > 0) return tooMany(c, wait);
  }
  const denied = authorise(endpoint.access, identity, params["workspace"] ?? endpoint.workspace);
  if (denied !== null) return sendProblem(c, denied);
  // Databases refuse a NUL in text; no record has one in its id either.
  if (Object.values(params).some((value) => value.includes("\u0000"))) return sendProblem(c, notFound);
  if (endpoint.demoOnly && !context.demo) return sendProblem(c, notFound);
  const language = languageOf(c.req.header("accept-language"));
  let revision = 0;
  if (endpoint.revision) {
    const named = readRevision(c.req.header("if-match"));
    if (named === null) return sendProblem(c, revisionMissing);
    if (named === undefined) return sendProblem(c, revisionUnreadable);
    revision = named;
  }
  let page: Page = { limit: 0, after: null, most: 0 };
  if (endpoint.page !== undefined) {
    const asked = readPage((name) => c.req.query(name), endpoint.page);
    if (!asked.ok) return sendProblem(c, asked.problem);
    page = asked.value;
  }
  let filter: string | null = null;
  if (endpoint.filter !== undefined) {
    const asked = readFilter((name) => c.req.query(name), endpoint.filter);
    if (!asked.ok) return sendProblem(c, asked.problem);
    filter = asked.value;
  }
  let key = "";
  if (endpoint.once === true) {
    const named = readKey(c.req.header("idempotency-key"));
    if (!named.ok) return sendProblem(c, named.problem);
    key = named.value;
  }
  let body: unknown = null;
  if (endpoint.request !== null) {
    const read = await readBody(c.req.raw, endpoint.request, language);
    if (!read.ok) return sendProblem(c, read.problem);
    body = read.value;
  }
  const call = { context, identity: identity ?? nobody, params, body, revision, page, filter, key, language };
  const answer = await handler(call as unknown as Call<EndpointId>);
  if (!answer.ok) return sendProblem(c, answer.problem);
  const { value } = answer;
  if (isAsyncIterable(value)) return sendLines(value, endpoint.status);
  if (isEventSource(value)) {
    // Not to be kept, and not to be held back until it is whole by whatever stands in between.
    const headers = { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" };
    return c.body(eventStream(value, c.req.header("last-event-id")), { headers });
  }
  if (answer.goesOnAfter !== undefined) {
    const asked = endpoint.filter === undefined || filter === null ? {} : { [endpoint.filter.name]: filter };
    c.header("Link", nextPage(c.req.path, { limit: String(page.limit), after: answer.goesOnAfter, ...asked }));
  }
  if ("run" in value) c.header("ETag", `"${value.run.revision}"`);
  c.header("Cache-Control", "no-store");
  return c.json(value, endpoint.status);
}

function nextPage(path: string, query: Readonly<Record<string, string>>): string {
  return `<${path}?${new URLSearchParams(query).toString()}>; rel="next"`;
}

function isAsyncIterable(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}
