import { describe, expect, test } from "vitest";
import { z } from "zod";
import { problemStatuses, type ProblemCode } from "../../../reference/api/problem-codes.js";
import { inGerman } from "../../../reference/server/http/german-problems.js";
import { readBody } from "../../../reference/server/http/body.js";
import { languageOf } from "../../../reference/server/http/language.js";
import { problem } from "../../../reference/server/http/problems.js";

describe("the language of an answer", () => {
  test.each([
    ["de", "de"],
    ["DE", "de"],
    ["de-AT", "de"],
    ["en-US,en;q=0.9,de;q=0.8", "en"],
    ["de-DE,de;q=0.9,en;q=0.8", "de"],
    ["fr;q=1, de;q=0.5, en;q=0.4", "de"],
    ["en;q=0.3, de-CH;q=0.30, fr", "en"],
    ["de;q=0.3, en;q=0.3", "de"],
    ["en;q=0.1, en-GB;q=0.9, de;q=0.5", "en"],
    ["*", "en"],
    ["en;q=0, *", "de"],
    ["fr, *;q=0.5", "en"],
    ["de;q=0", "en"],
    ["de;q=0, *;q=0.5", "en"],
    ["de;q=0.2, *;q=0.5", "en"],
    ["  de  ;  q=0.7 , en;q=0.1", "de"],
  ] as const)("for %j is %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  test.each([
    undefined,
    "",
    ",",
    "fr",
    "deutsch-",
    "de;q=2",
    "de;q=-1",
    "de;q=.9",
    "de;level=1",
    "den",
    "\u0000",
    "de\u00a0",
  ])("is English for %j, which asks for none of ours in a form that can be read", (header) => {
    expect(languageOf(header)).toBe("en");
  });

  test("is found behind ten thousand other wishes", () => {
    expect(languageOf(`${"x-".repeat(5_000)},${"fr;q=0.1,".repeat(10_000)}de`)).toBe("de");
  });
});

describe("a problem in German", () => {
  const english = (code: ProblemCode) => problem(problemStatuses[code], code, "English title", "At most 128 MB.");

  test.each(Object.keys(problemStatuses) as ProblemCode[])(
    "%s keeps its code and status, and has words of its own",
    (code) => {
      const { title, detail, ...rest } = inGerman(english(code)) ?? english(code);
      expect(rest).toEqual({ type: `urn:checkrail:problem:${code}`, status: problemStatuses[code], code, reasons: [] });
      expect(title).not.toBe("English title");
      // What the target said of itself, and what is wrong with which field, is the request's own.
      expect(detail === "At most 128 MB.").toBe(
        /^(target_(changed|not_found|outcome_unknown|refused|throttled|unreachable)|invalid_request)$/.test(code),
      );
    },
  );

  test("names the limit and the reference that only its English knows", () => {
    expect(inGerman(english("body_too_large"))?.detail).toContain("128 MB");
    const failed = problem(
      500,
      "internal_error",
      "Something went wrong here",
      "It was recorded under 4f-1. Load again.",
    );
    expect(inGerman(failed)?.detail).toContain("unter 4f-1 aufgezeichnet");
  });

  test("says what is wrong with which field of a body", async () => {
    const headers = { "content-type": "application/json" };
    const request = new Request("http://localhost/", { method: "POST", headers, body: '{"dryRun":"yes"}' });
    const read = await readBody(request, z.strictObject({ dryRun: z.boolean() }), "de");
    expect(read.ok ? "" : read.problem.detail).toMatch(/^dryRun: Ungültige Eingabe: erwartet boolean/);
  });

  test("of a code that is none of ours has none", () => {
    expect(inGerman({ ...english("not_found"), code: "toString" })).toBeNull();
  });
});
