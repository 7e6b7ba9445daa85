import { describe, expect, test } from "vitest";
import { englishFlowWords, formatting, presentChange } from "../../src/flow/index.js";
import type { JsonValue } from "../../src/safety/index.js";
import { plain } from "../support/plain.js";

const format = formatting({ locale: "en-GB", timeZone: "UTC" });

function change(before: JsonValue | undefined, after: JsonValue | undefined, field = "users") {
  return presentChange({ field, before, after }, { users: "Users" }, englishFlowWords(format), format);
}

describe("BY-1 the field that voided evidence, in any workflow", () => {
  test("is called by its name, and by its id where it has none", () => {
    expect(change(1, 2).label).toBe("Users");
    expect(plain(change(1, 2, "toString").label)).toBe("toString");
  });

  test.each<[value: JsonValue | undefined, text: string]>([
    ["Monday", "Monday"],
    [1204, "1,204"],
    [["Ada", "Ben", "Chi"], "Ada, Ben and Chi"],
    [true, "true"],
    [{ schema: "public" }, '{"schema":"public"}'],
  ])("%j reads “%s”, before and after", (value, text) => {
    expect(plain(change(value, undefined).before)).toBe(text);
    expect(plain(change(undefined, value).after)).toBe(text);
  });

  test("a value that is absent reads otherwise than an empty list (BY-3)", () => {
    expect(change(undefined, null)).toMatchObject({ before: "Not recorded", after: "Not recorded" });
    expect(change([], 1).before).toBe("0");
  });

  test("a name from outside is set apart from our words (BY-13)", () => {
    expect(change("Ada", ["Ben"])).toMatchObject({ before: "\u2068Ada\u2069", after: "\u2068Ben\u2069" });
  });
});
