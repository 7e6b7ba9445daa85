import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { generateRequirements, idsIn, requirementsPage, testsById, titlesIn } from "../../scripts/requirements.ts";
import { catalogue } from "../../src/testing/scenarios/index.js";
import { requirements } from "./requirements.js";

const ids = requirements.map(({ id }) => id);
const tests = testsById();

describe("every requirement", () => {
  test.each(ids)("%s has a test that names it", (id) => {
    expect(tests.get(id) ?? []).not.toEqual([]);
  });

  test("that a test or a state names exists", () => {
    const named = [...tests.keys(), ...catalogue.flatMap(({ rules }) => rules)];
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("stands on the page with all its tests and states: run “npm run requirements” where this fails", () => {
    // Lines in any order: a merge of two branches that both added some is as good as the command's own order.
    const lines = (page: string) => [...new Set(page.split("\n"))].toSorted();
    expect(lines(readFileSync(requirementsPage, "utf8"))).toEqual(lines(generateRequirements()));
  });
});

describe("the reader of titles", () => {
  test("sees every way to name a test", () => {
    const source = [
      `describe("PF-1 one", () => { test("two", () => {}); it("three", () => {}); });`,
      'test.each([1])("four %s", () => {}); test.each<number>([1])(`five ${six}`, () => {});',
      `test.describe("seven", () => {}); other("eight"); test(name, () => {});`,
    ].join("\n");
    expect(titlesIn("a.test.ts", source)).toEqual(["PF-1 one", "two", "three", "four %s", "five …", "seven"]);
  });

  test.each([
    ["PF-11 and PF-13 Next", ["PF-11", "PF-13"]],
    ["RW-1, RW-2 and SI-3: all of it", ["RW-1", "RW-2", "SI-3"]],
    ["keeps follow-up visible (RR-9)", ["RR-9"]],
    ["BY-3 says nothing twice (BY-3, SI-10)", ["BY-3", "SI-10"]],
    ["every outcome of BY-9 counts once", []],
    ["PF-1x and XPF-1 are none", []],
  ])("finds in “%s” the rules that it is about", (title, found) => {
    expect(idsIn(title)).toEqual(found);
  });
});
