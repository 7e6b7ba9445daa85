import { describe, expect, test } from "vitest";
import { glyphsOf } from "../../src/safety/claims/glyphs.js";
import { type MarkupReading, withoutMarkup } from "../../src/safety/claims/markup.js";

const read = (written: string, reading: MarkupReading) => withoutMarkup(glyphsOf(written), reading);
const text = (written: string, reading: MarkupReading) => read(written, reading).text.characters.join("");
const asides = (written: string) => read(written, "known").asides.map(({ characters }) => characters.join(""));

describe("RR-12 a text is read without its markup", () => {
  test.each([
    ["a tag inside a word", "Ve<b>ri</b>fied", "Verified"],
    ["a block parts what it holds", "<p>one</p>two", "\u2029one\u2029two"],
    ["a tag of a component", "<app-name>one</app-name>", "one"],
    ["a tag in capitals", "<B>one</B>", "one"],
    ["a tag that holds “greater than” in an attribute", '<b title="1 > 0">one</b>', "one"],
    ["and in single quotes", "<b title='1 > 0'>one</b>", "one"],
    ["and one of the other quotes", '<b title="it\'s > 0">one</b>', "one"],
    ["an apostrophe that opens no attribute", "<b it's>one</b>", "one"],
    ["“less than” that opens no tag", "1 < b > c, <1 b> and <b <i>d</i>", "1 < b > c, <1 b> and <b d"],
    ["“greater than” on its own", "xp>y", "xp>y"],
    ["a comment", "one<!-- a > b -> c -d> - e -- f -->two", "onetwo"],
    ["a comment that ends at once", "one<!-->two-->", "onetwo-->"],
    ["a comment behind the end of one", "a --><!-- b -->c", "a -->c"],
    ["a comment that never ends", "one <!-- two", "one <!-- two"],
    ["what is almost a comment", "<!- one -->", "<!- one -->"],
  ])("%s", (_what, written, seen) => {
    expect(text(written, "known")).toBe(seen);
  });

  test("and a tag that HTML does not know is text, or is not", () => {
    expect(text("<one>two</one>", "known")).toBe("<one>two</one>");
    expect(text("<one>two</one>", "all")).toBe("two");
    expect(text("<one>two</one>", "shown")).toBe("two");
  });

  test.each([
    ["a comment", "one<!-- a > b -> c -->two", [" a > b -> c "]],
    ["nothing in a comment that ends at once", "one<!-->two<!--->three", ["", ""]],
    ["an attribute that is read to somebody", '<b aria-description="one" data-x="🙂" title = \'two\'>', ["one", "two"]],
    ["no other attribute", '<b class="one">', []],
  ])("what stands aside is read on its own: %s", (_what, written, said) => {
    expect(asides(written)).toEqual(said);
  });
});

describe("RR-12 what is not shown is read, and left out", () => {
  test.each([
    ["struck out", "<s>a</s>b", "b"],
    ["struck out twice", "<s>a<s>b</s>c</s>d", "d"],
    ["struck out in another way inside", "<s>a<del>b</del>c</s>d", "d"],
    ["struck out, with a tag inside that stays open", "<s>a<p>b</s>c", "c"],
    ["not opened", "a</s>b", "ab"],
    ["an empty tag that is hidden", "a<input hidden>b<b hidden/>c", "abc"],
    ["no longer transparent", '<b style="opacity:0.05">a</b>', "a"],
    ["transparent", '<b style="opacity:0.00">a</b>b', "b"],
    ["struck out in Markdown", "a~~b~~c", "ac"],
    ["struck out in Markdown in two places", "a ~~b~~ c ~~d~~ e", "a  c  e"],
    ["struck out in Markdown, with a tilde inside", "a ~~b ~c d~~ e", "a  e"],
    ["struck out by single tildes", "a ~b c~", "a "],
    ["about a number", "a ~5 b ~3 c~4 d ~ e", "a 5 b 3 c4 d  e"],
    ["as far apart as tildes reach", `~${"a".repeat(198)}~`, ""],
    ["too far apart for tildes", `~${"a".repeat(199)}~`, "a".repeat(199)],
    ["struck out letter by letter", "a b̶c̶, d", "a , d"],
    ["with one letter struck out", "ab\u0336c", "ab\u0336c"],
    ["in another alphabet", "нет\u0336 не", "нет\u0336 не"],
  ])("%s", (_what, written, seen) => {
    expect(text(written, "shown")).toBe(seen);
  });

  test("and is read once more as if it were shown", () => {
    for (const reading of ["known", "all"] as const) expect(text("<s>a</s> b ~~c~~", reading)).toBe("a b ~~c~~");
  });
});
