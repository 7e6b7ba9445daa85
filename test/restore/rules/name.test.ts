import { describe, expect, test } from "vitest";
import { comparableName, hasName, nameField } from "../../../src/restore/rules/name.js";

describe("BY-4 names that a person cannot tell apart are one name", () => {
  test.each<[string, string, string]>([
    ["letter case", "Firewall Baseline", "firewall baseline"],
    ["space around it", "  Firewall ", "Firewall"],
    ["several spaces in one place", "Firewall   baseline", "Firewall baseline"],
    ["another kind of space", "Firewall\u00a0baseline", "Firewall baseline"],
    ["a tab and a new line", "Firewall\t\nbaseline", "Firewall baseline"],
    ["a character that draws nothing", "Fire\u200bwall\u00ad", "Firewall"],
    ["letters composed in another way", "Gera\u0308te", "Ger\u00e4te"],
    ["full-width letters", "\uff26irewall", "Firewall"],
    ["full-width letters alone", "\uff2d\uff26\uff21", "MFA"],
    ["letter case beyond ASCII", "GERÄTE", "geräte"],
  ])("%s makes no difference", (_, one, other) => {
    expect(comparableName(one)).toBe(comparableName(other));
  });

  test.each<[string, string, string]>([
    ["another letter", "Firewall", "Firewalls"],
    ["a space where there is none", "Fire wall", "Firewall"],
    ["a space where there is none, beyond ASCII", "Geräte Richtlinie", "Geräterichtlinie"],
    ["a letter that capitals spell as two", "Stra\u00dfe", "Strasse"],
    ["a sign", "Firewall!", "Firewall"],
    ["a dash", "Firewall-1", "Firewall 1"],
  ])("%s does", (_, one, other) => {
    expect(comparableName(one)).not.toBe(comparableName(other));
  });

  test("a blank name, or one that draws nothing, is nobody's namesake", () => {
    expect(["", " ", "\u200b", "\u00a0\t"].map((name) => hasName({ name }))).toEqual([false, false, false, false]);
    expect(["x", " x ", "é"].map((name) => hasName({ name }))).toEqual([true, true, true]);
  });
});

describe("BY-4 the field of a payload that names the policy", () => {
  test.each([
    [
      { displayName: "A", name: "B" },
      { field: "displayName", name: "A" },
    ],
    [{ name: "B" }, { field: "name", name: "B" }],
    [
      { displayName: " ", name: "B" },
      { field: "name", name: "B" },
    ],
    [
      { displayName: 7, name: " B " },
      { field: "name", name: " B " },
    ],
    [{ displayName: null, name: "" }, null],
    [{}, null],
  ])("of %j it is %j", (payload, expected) => {
    expect(nameField(payload)).toEqual(expected);
  });
});
