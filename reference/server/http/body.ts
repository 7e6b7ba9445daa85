import { z } from "zod";
import type { RestoreLanguage } from "../../../src/restore/resolvers/copy/words.js";
import { idempotencyKeySchema, ifMatchSchema } from "../../api/headers.js";
import type { Endpoint } from "../../api/endpoints.js";
import type { HostProblem } from "../../../src/restore/ports.js";
import type { Page } from "./handlers.js";
import {
  type Answer,
  answered,
  filterUnreadable,
  keyMissing,
  keyUnreadable,
  pageUnreadable,
  problem,
  refused,
} from "./problems.js";

const mostReasons = 50;

/** Reads a JSON body against its schema. What is wrong is told with the place of each field. */
export async function readBody(
  request: Request,
  schema: z.ZodType,
  language: RestoreLanguage,
): Promise<Answer<unknown>> {
  const text = await request.text();
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  // A form of another site can send a simple type and no JSON: this also keeps such forms out.
  if (text !== "" && type !== "application/json") {
    return refused(
      problem(
        415,
        "not_json",
        "JSON expected",
        "Send the body as JSON, with the header Content-Type: application/json.",
      ),
    );
  }
  let value: unknown;
  try {
    value = text === "" ? {} : JSON.parse(text);
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "It could not be parsed.";
    return refused(problem(400, "malformed_json", "The body is not JSON", why));
  }
  const result = schema.safeParse(value, { error: wordsOf[language] });
  return result.success ? answered(result.data) : refused(invalid(result.error, language));
}

const wordsOf = { en: z.locales.en().localeError, de: z.locales.de().localeError } as const;
const placeOfAll = { en: "body", de: "Inhalt" } as const;
const andMore = { en: (more: number) => ` And ${more} more.`, de: (more: number) => ` Und ${more} weitere.` } as const;

function invalid(error: z.ZodError, language: RestoreLanguage): HostProblem {
  const reasons = error.issues.slice(0, mostReasons).map((issue) => ({
    code: issue.code,
    reason: `${issue.path.length === 0 ? placeOfAll[language] : placeOf(issue.path)}: ${issue.message}`,
    clearedBy: null,
  }));
  const more = error.issues.length - reasons.length;
  const detail = `${reasons[0]?.reason ?? "The body is not what this endpoint takes."}${more > 0 ? andMore[language](more) : ""}`;
  return problem(400, "invalid_request", "The body is not what this endpoint takes", detail, reasons);
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index > 0 ? "." : ""}${String(key)}`))
    .join("");
}

/** Reads `If-Match: "<revision>"`; null where it is absent, undefined where it holds something else. */
export function readRevision(header: string | undefined): number | null | undefined {
  if (header === undefined || header.trim() === "") return null;
  const named = ifMatchSchema.safeParse(header.trim());
  return named.success ? Number(named.data.slice(1, -1)) : undefined;
}

/** Reads `Idempotency-Key`. */
export function readKey(header: string | undefined): Answer<string> {
  if (header === undefined || header.trim() === "") return refused(keyMissing);
  const key = idempotencyKeySchema.safeParse(header.trim());
  return key.success ? answered(key.data) : refused(keyUnreadable);
}

/** Reads which entries of a list are asked for; null for all. */
export function readFilter(
  query: (name: string) => string | undefined,
  { name, of }: NonNullable<Endpoint["filter"]>,
): Answer<string | null> {
  const asked = query(name);
  if (asked === undefined) return answered(null);
  const value = of.safeParse(asked);
  return value.success ? answered(String(value.data)) : refused(filterUnreadable(name, of.options.map(String)));
}

/** Reads which part of a list is asked for. */
export function readPage(
  query: (name: string) => string | undefined,
  page: NonNullable<Endpoint["page"]>,
): Answer<Page> {
  const { usual, most } = page;
  const limit = query("limit") ?? String(usual);
  const after = query("after") ?? null;
  const readable =
    /^[1-9]\d{0,5}$/.test(limit) && Number(limit) <= most && after !== "" && after?.includes("\0") !== true;
  return readable ? answered({ limit: Number(limit), after, most }) : refused(pageUnreadable(most));
}
