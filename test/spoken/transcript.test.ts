import { describe, expect, test } from "vitest";
import { firstDifference, longest, transcript } from "./transcript.ts";

const lines = (...phrases: string[]) => transcript(phrases).split("\n").slice(0, -1);

describe("what an operator hears", () => {
  test("is a phrase to a line, without what readers in use do not say", () => {
    expect(
      lines("document", "paragraph", "Void", "end of paragraph", "deletion", "12 items", "end of deletion"),
    ).toEqual(["document", "Void", "deletion", "12 items", "end of deletion"]);
  });

  test("names a control once, and not again by what stands in it", () => {
    expect(lines("link, 3 Preview Void", "3", "Preview", "Void", "end of link, 3 Preview Void", "next")).toEqual([
      "link, 3 Preview Void",
      "next",
    ]);
  });

  test("names what stands in a control that has another name", () => {
    expect(lines("button, Close", "Cancel the run", "end of button, Close")).toEqual([
      "button, Close",
      "Cancel the run",
    ]);
  });

  test("ends where nobody reads on, and says how much more there is", () => {
    const heard = lines(...Array.from({ length: longest + 3 }, (_, index) => `Item ${index}`));
    expect(heard).toHaveLength(longest + 1);
    expect(heard.at(-1)).toBe("(and 3 more)");
  });
});

describe("the first difference between two transcripts", () => {
  test("is none where they are one", () => {
    expect(firstDifference("a\nb\n", "a\nb\n")).toBeNull();
  });

  test("is the phrase that was said otherwise, is new, or is gone", () => {
    expect(firstDifference("a\nVoid\nc\n", "a\nCurrent\nc\n")).toBe("Line 2 was “Void” and is “Current”.");
    expect(firstDifference("a", "a\nb")).toBe("Line 2 was nothing and is “b”.");
    expect(firstDifference("a\nb", "a")).toBe("Line 2 was “b” and is nothing.");
  });
});
