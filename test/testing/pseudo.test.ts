import { describe, expect, test } from "vitest";
import { defaultMessages } from "../../src/components/internal/messages.js";
import { germanMessages } from "../../src/components/internal/german-messages.js";
import { pseudoText, pseudoWords } from "../../src/testing/index.js";

describe("a pseudo-locale shows a designer what a language would", () => {
  test("a text keeps its shape, grows by a third at least and stands in brackets", () => {
    const text = pseudoText("Not recorded");
    expect(text).toMatch(/^\[.* ·+\]$/);
    expect(text.length).toBeGreaterThan("Not recorded".length * 1.3);
    expect(text).not.toContain("Not recorded");
  });

  test("figures and signs are no words, and nothing is translated twice", () => {
    expect(pseudoText("12,345")).toBe("12,345");
    expect(pseudoText(pseudoText("Blocked"))).toBe(pseudoText("Blocked"));
  });

  test("a sentence that takes values is wrapped when it is asked for, in lists and in records too", () => {
    const words = pseudoWords({ language: "en", named: (name: string) => ({ text: `Named ${name}` }), list: ["One"] });
    expect(words.language).toBe("en");
    expect(words.named("x").text).toMatch(/^\[.*\]$/);
    expect(words.list[0]).toMatch(/^\[.*\]$/);
  });
});

test("every structural word is said in German, and none is left in English", () => {
  // Written alike in both languages.
  const shared = ["status"];
  const same = Object.entries(germanMessages).filter(
    ([key, text]) => text === defaultMessages[key as keyof typeof defaultMessages] && !shared.includes(key),
  );
  expect(same).toEqual([]);
});
