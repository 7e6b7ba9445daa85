import { describe, expect, test } from "vitest";
import { glyphsOf } from "../../src/safety/claims/glyphs.js";
import { readingOf } from "../../src/safety/claims/look-alikes.js";

describe("RR-12 a text is read as the characters that a person sees", () => {
  test.each([
    ["an ampersand", "Backup & restore", "Backup & restore"],
    ["an escaped ampersand", "Backup &amp; restore", "Backup & restore"],
    ["an ampersand before an entity's name", "a & lt; b & amp; c", "a & lt; b & amp; c"],
    ["an entity that was escaped", "&amp;lt;b", "<b"],
    ["an entity that was escaped again and again", "&amp;amp;amp;amp;#72;i", "Hi"],
    ["a number without its semicolon", "&#72i &#x48 i", "Hi H i"],
    ["a name without its semicolon", "&foo bar, &Auml is", "&foo bar, &Auml is"],
    ["letters with accents", "&auml; &Ouml; &eacute;", "ä Ö e"],
    ["a name that is no entity here", "a&udots;b&subdot;c&foo;d", "a b c d"],
    ["the last character that there is", "&#x10FFFF;", "\u{10FFFF}"],
    ["the first character behind the surrogates", "&#xE000;", "\uE000"],
    ["numbers of no character", "&#x110000;&#xD800;&#xDFFF;", "   "],
    ["escapes of a string", "\\u0041\\u{42}\\u{1F642}\\x43", "AB🙂C"],
    ["an escape behind a backslash that escapes a letter", "\\a\\x41", "aA"],
    ["escapes that part words", "a\\nb\\rc\\td", "a\nb\nc\nd"],
    ["text turned around", "\u202Ecba\u202C d", "abc\u202C d"],
    ["text turned around up to the end", "d \u202Ecba", "d abc"],
    ["text turned around up to the end of its line", "\u202Ecba\nd", "abc\nd"],
    ["text turned around up to the end of its paragraph", "\u202Ecba\u2029d", "abc\u2029d"],
    ["text turned around twice", "\u202Ecb\u202Ea\u202Cd\u202Efe", "abc\u202Cdef"],
  ])("%s", (_what, written, seen) => {
    expect(glyphsOf(written).characters).toEqual([...seen]);
  });
});

describe("RR-12 a character is read as the letters it looks like", () => {
  test.each([
    ["a capital by its own looks", "Η", "h"],
    ["a small letter by its own looks", "η", "n"],
    ["another small letter by its own looks", "υ", "u"],
    ["a small letter whose capital looks like a Latin one", "ζ", "z"],
    ["letters that run into each other as what they run into", "m", "rn"],
    ["a ligature as its letters", "ﬁ", "fl"],
    ["two letters in one as both", "ǆ", "clz"],
    ["a letter in a circle as that letter", "\u{1F169}", "z"],
    ["two small letters above the line as both", "\u{1F16A}", "rnc"],
    ["a whole phrase in one character as none", "ﷺ", " "],
    ["what draws nothing as nothing", "\u200B", ""],
    ["an accent on its own as nothing", "\u0301", ""],
    ["a sign as what parts words", "%", " "],
  ])("%s", (_what, character, letters) => {
    expect(readingOf(character)).toBe(letters);
  });
});
