import type { MiddlewareHandler } from "hono";
import { sendProblem } from "./send.js";
import { problem } from "./problems.js";

const foreignHost = problem(
  421,
  "foreign_host",
  "Not served under this name",
  "This server answers only under the name of the machine it is bound to.",
);
const foreignOrigin = problem(
  403,
  "foreign_origin",
  "Request of another site",
  "This request was made by a page of another site, which may not act here.",
);

/** Whether a host name means this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}

/**
 * Keeps pages of other sites out: a name that was made to point at this machine, and a form or script elsewhere. On loopback
 * the pages of this machine's other ports pass, so that a development server can stand in front.
 */
export function sameOrigin(boundToLoopback: boolean): MiddlewareHandler {
  return async (c, next) => {
    const host = hostnameOf(`http://${c.req.header("host") ?? ""}`);
    if (boundToLoopback && (host === null || !isLoopback(host))) return sendProblem(c, foreignHost);
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      // Browsers say both, and no page can say them otherwise; what is no browser carries nobody else's sign-in.
      if (c.req.header("sec-fetch-site") === "cross-site") return sendProblem(c, foreignOrigin);
      const origin = c.req.header("origin");
      if (origin !== undefined && !isOwn(origin, c.req.header("host"), boundToLoopback)) {
        return sendProblem(c, foreignOrigin);
      }
    }
    return next();
  };
}

/** Another port is another site, but on a machine that serves itself alone. */
function isOwn(origin: string, host: string | undefined, boundToLoopback: boolean): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host?.toLowerCase() || (boundToLoopback && isLoopback(from.hostname));
}

function hostnameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
