import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Endpoint, endpoints } from "../../../reference/api/endpoints.js";
import type { ServerContext } from "../../../reference/server/context.js";
import { productHandlers } from "../../../reference/server/handlers.js";
import { createApp } from "../../../reference/server/http/app.js";
import { identifyForDemo } from "../../../reference/server/http/identities.js";
import { requestMetrics } from "../../../reference/server/http/metrics.js";
import { type RateLimit, rateLimiter } from "../../../reference/server/http/rate-limit.js";
import type { LogEntry } from "../../../reference/server/log.js";

const unsafe = Object.values(endpoints as Readonly<Record<string, Endpoint>>).filter(({ method }) => method !== "GET");

/** The application without a database: everything that is decided before one is asked. */
function application(
  options: {
    readonly boundToLoopback?: boolean;
    readonly demo?: boolean;
    readonly rateLimit?: RateLimit;
    readonly metricsToken?: string;
  } = {},
) {
  const { boundToLoopback = true, demo = true, rateLimit, metricsToken } = options;
  const logged: LogEntry[] = [];
  const context = {
    identify: identifyForDemo,
    demo,
    embedded: true,
    newId: () => "made-here",
    log: (entry: LogEntry) => logged.push(entry),
    jobs: { stopping: () => true },
  } as unknown as ServerContext;
  const app = createApp(context, productHandlers, { boundToLoopback, rateLimit, metricsToken });
  const ask = (path: string, init: RequestInit = {}, host = "localhost:4400") =>
    app.request(path, { ...init, headers: { host, ...init.headers } });
  return { ask, logged };
}

const code = async (answer: Response): Promise<unknown> => ((await answer.json()) as { readonly code?: unknown }).code;

describe("a page of another site can make no browser act here", () => {
  const from = {
    "another site": { origin: "https://example.org" },
    "a page without an address": { origin: "null" },
    "another site, as the browser says": { "sec-fetch-site": "cross-site" },
    "another site that names ours": { origin: "http://localhost:4400", "sec-fetch-site": "cross-site" },
  };
  test.each(Object.entries(from))("whatever is asked for from %s", async (_, headers) => {
    const { ask } = application();
    for (const { method, path } of unsafe) {
      const answer = await ask(path, { method, headers });
      expect([path, answer.status, await code(answer)]).toEqual([path, 403, "foreign_origin"]);
    }
  });

  test("nor one of another port, once the server serves other machines", async () => {
    const { ask } = application({ boundToLoopback: false });
    const path = endpoints.create_restore_run.path;
    const asked = (origin: string) =>
      ask(path, { method: "POST", headers: { origin, "x-checkrail-operator": "outsider" } }, "restore.example.org");
    expect((await asked("https://restore.example.org:8443")).status).toBe(403);
    // From its own page the request goes on, and is refused for who asks.
    expect((await asked("https://restore.example.org")).status).toBe(404);
  });
});

test("a server whose host signs people in has no control of the demonstration, whoever asks for one", async () => {
  const ofTheDemonstration = Object.values(endpoints as Readonly<Record<string, Endpoint>>).filter(
    ({ demoOnly }) => demoOnly,
  );
  expect(ofTheDemonstration.length).toBeGreaterThan(0);
  const { ask } = application({ demo: false });
  for (const { method, path } of ofTheDemonstration) {
    const answer = await ask(path, { method, headers: { "x-checkrail-operator": "operator" } });
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

describe("what is answered", () => {
  test.each(["/api/session", "/api/nowhere", "/openapi.json", "/health/live"])(
    "at %s lets no page run, frame or guess anything",
    async (path) => {
      const { headers } = await application().ask(path);
      const policy = headers.get("content-security-policy");
      expect(policy).toMatch(/default-src 'self'.*script-src 'self'.*object-src 'none'.*frame-ancestors 'none'/);
      expect(policy).not.toMatch(/unsafe-|\*|https?:/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    },
  );

  test("the app’s one page has no script or style of its own that a policy would have to allow", async () => {
    const page = await readFile(join(import.meta.dirname, "../../../reference/app/index.html"), "utf8");
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
  });

  test("carries the id under which it is logged: the caller’s where it is harmless, else one of ours", async () => {
    const { ask, logged } = application();
    const named = await ask("/api/session", { headers: { "x-request-id": "trace-17" } });
    const hostile = await ask("/api/session", { headers: { "x-request-id": 'x" level="error' } });
    expect([named, hostile].map(({ headers }) => headers.get("x-request-id"))).toEqual(["trace-17", "made-here"]);
    expect(logged.map(({ requestId }) => requestId)).toEqual(["trace-17", "made-here"]);
  });
});

describe("what is logged", () => {
  test("tells who asked for what and what came of it, and nothing of what was sent", async () => {
    const { ask, logged } = application();
    const path = endpoints.change.path.replace(":workspace", "demo").replace(":run", "run-of-contoso");
    const headers = { "content-type": "application/json", "if-match": '"1"' };
    const body = JSON.stringify({ event: "check_accepted", reason: "password=hunter2" });
    expect((await ask(`${path}?token=hunter2`, { method: "POST", headers, body })).status).toBe(400);
    expect(logged).toEqual([
      {
        level: "info",
        event: "request",
        requestId: "made-here",
        method: "POST",
        route: endpoints.change.path,
        status: 400,
        milliseconds: expect.any(Number),
        operator: "dana.okafor",
      },
    ]);
  });

  test("of a failure its kind and place, never its message", async () => {
    const { ask, logged } = application();
    // There is no database here, so reading a workspace fails.
    const answer = await ask("/api/workspaces/demo");
    expect([answer.status, await code(answer)]).toEqual([500, "internal_error"]);
    expect(logged[0]).toMatchObject({
      level: "error",
      event: "request_failed",
      error: expect.stringMatching(/^TypeError at /),
    });
    expect(JSON.stringify(logged)).not.toContain("undefined");
  });
});

describe("a caller who asks too much", () => {
  test("is told so and when to come back, while others are answered", async () => {
    const { ask } = application({ rateLimit: { burst: 3, perSecond: 0.5 } });
    const as = (operator: string) => ask("/api/session", { headers: { "x-checkrail-operator": operator } });
    for (let count = 0; count < 3; count += 1) expect((await as("operator")).status).toBe(200);
    const answer = await as("operator");
    expect([answer.status, await code(answer)]).toEqual([429, "rate_limited"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await as("viewer")).status).toBe(200);
  });

  test("who is nobody is counted by where they come from", async () => {
    const { ask } = application({ rateLimit: { burst: 1, perSecond: 0.5 } });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await ask("/openapi.json")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
  });

  test("has as much again as time has passed, and never more at once than is allowed", () => {
    let now = 0;
    const take = rateLimiter({ burst: 4, perSecond: 2 }, () => now);
    expect([take("dana", 3), take("dana", 2)]).toEqual([0, 1]);
    now = 0.5;
    expect([take("dana", 2), take("dana", 1)]).toEqual([0, 1]);
    now = 1_000;
    expect([take("dana", 4), take("dana", 1)]).toEqual([0, 1]);
    // What costs more than there ever is takes everything there is.
    now = 2_000;
    expect([take("dana", 50), take("dana", 1)]).toEqual([0, 1]);
  });

  test("costs no memory without end, however many names there are", () => {
    const take = rateLimiter({ burst: 2, perSecond: 1 }, () => 0);
    const waits = Array.from({ length: 25_000 }, (_, number) => take(`caller ${number}`, 1));
    expect(waits.filter((wait) => wait > 0)).toEqual([]);
  });
});

describe("a probe is told", () => {
  test("that the process lives, and that one that goes down takes no more requests", async () => {
    const { ask } = application();
    // Probes call by whatever name the machine has for them.
    expect((await ask("/health/live", {}, "10.0.0.7:4400")).status).toBe(200);
    const ready = await ask("/health/ready", {}, "10.0.0.7:4400");
    expect([ready.status, await code(ready)]).toEqual([503, "not_ready"]);
  });
});

describe("what the server does is told", () => {
  test("to whoever carries its token, and to nobody else, once it serves other machines", async () => {
    const asked = async (metricsToken: string | undefined, authorization?: string) => {
      const { ask } = application({ boundToLoopback: false, ...(metricsToken !== undefined && { metricsToken }) });
      return (await ask("/metrics", { headers: authorization === undefined ? {} : { authorization } })).status;
    };
    expect(await asked(undefined)).toBe(404);
    expect(await asked(undefined, "Bearer undefined")).toBe(404);
    expect(await asked("s3cret-token")).toBe(404);
    expect(await asked("s3cret-token", "Bearer s3cret-tokem")).toBe(404);
    // Let in, it fails for want of a database.
    expect(await asked("s3cret-token", "Bearer s3cret-token")).toBe(500);
  });

  test("as counts by route and as classes of durations, each of which holds the smaller ones", () => {
    const metrics = requestMetrics();
    for (const seconds of [0.02, 0.2, 60]) metrics.observe({ method: "GET", route: "/api/x", status: 200, seconds });
    const text = metrics.text();
    expect(text).toContain('checkrail_requests_total{method="GET",route="/api/x",status="200"} 3');
    const classes = [...text.matchAll(/_bucket\{route="\/api\/x",le="([^"]+)"\} (\d+)/g)].map(([, le, count]) => [
      le,
      count,
    ]);
    expect(classes).toEqual([
      ["0.01", "0"],
      ["0.05", "1"],
      ["0.25", "2"],
      ["1", "2"],
      ["5", "2"],
      ["30", "2"],
      ["+Inf", "3"],
    ]);
  });
});

test("a body is read no further than its endpoint takes it", async () => {
  const { ask } = application();
  const headers = { "content-type": "application/json", "content-length": String(2 * 1024 * 1024) };
  for (const { method, path, largeBody } of unsafe) {
    if (largeBody === true) continue;
    const answer = await ask(path.replace(":workspace", "demo"), { method, headers, body: "{}" });
    expect([path, answer.status, await code(answer)]).toEqual([path, 413, "body_too_large"]);
  }
});
