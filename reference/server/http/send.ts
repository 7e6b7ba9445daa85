import type { Context } from "hono";
import type { HostProblem } from "../../../src/restore/ports.js";

/** Sends a problem as application/problem+json. */
export function sendProblem(c: Context, found: HostProblem): Response {
  return c.body(JSON.stringify(found), {
    status: found.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  } as ResponseInit & { status: 400 });
}
