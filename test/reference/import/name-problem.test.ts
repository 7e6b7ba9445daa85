import { describe, expect, test } from "vitest";
import { nameProblem } from "../../../reference/import/name-problem.js";

describe("BY-11 a name that an operator will have to type", () => {
  test.each(["Contoso Production", " Contoso ", "本番", "2026-01"])("%j may be used", (name) => {
    expect(nameProblem(name)).toBeNull();
  });

  test.each(["", "   ", "x".repeat(201)])("%j is refused for its length", (name) => {
    expect(nameProblem(name)).toContain("1 to 200 characters");
  });

  test.each(["\u200b", "\u2800", "---", "Contoso\u202eProd", "A\nB", "A\tB"])("%j is refused, and says why", (name) => {
    expect(nameProblem(name)).toContain("letter or a digit");
  });
});
