import type { Context } from "hono";
import type { HostProblem } from "../../../src/restore/ports.js";
import { inGerman } from "./german-problems.js";
import { languageOf } from "./language.js";

/** Sends a problem as application/problem+json, in the language that was asked for where there are words for it. */
export function sendProblem(c: Context, found: HostProblem): Response {
  const german = languageOf(c.req.header("accept-language")) === "de" ? inGerman(found) : null;
  return c.body(JSON.stringify(german ?? found), {
    status: found.status,
    headers: {
      "content-type": "application/problem+json",
      "content-language": german === null ? "en" : "de",
      vary: "accept-language",
      "cache-control": "no-store",
    },
  } as ResponseInit & { status: 400 });
}
