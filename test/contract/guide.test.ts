import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { claimFinder } from "../../src/safety/index.js";
import { restoreClaims } from "../../src/restore/claims/index.js";

const root = resolve(import.meta.dirname, "../..");
const guide = join(root, "stories/Guide");
const pages = readdirSync(guide).filter((file) => file.endsWith(".mdx"));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const samples = ["examples", "test/testing"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => squeezed(read(`${folder}/${file}`))),
);

/** Code without the white space that a formatter decides. */
function squeezed(code: string): string {
  return code.replaceAll(/\s+|,(?=\s*[)\]}])/g, "");
}

function blocks(text: string): readonly { readonly language: string; readonly code: string }[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```/gms)].map(([, language = "", code = ""]) => ({ language, code }));
}

describe("the guide", () => {
  test.each(pages)("%s shows code only from files that are compiled or executed, and those files exist", (page) => {
    const text = readFileSync(join(guide, page), "utf8");
    expect(blocks(text).filter(({ language }) => language !== "sh")).toEqual([]);
    expect(text, "MDX draws no tables here: use a list, or <Markdown>").not.toMatch(/^\|/m);
    for (const [, file = ""] of text.matchAll(/from "([^"]+)\?raw"/g))
      expect(existsSync(resolve(guide, file)), file).toBe(true);
  });

  test("every link inside Storybook leads to a page or a story that exists", () => {
    const all = readdirSync(join(root, "stories"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(mdx|stories\.tsx)$/.test(file))
      .map((file) => read(`stories/${file}`));
    const ids = all.flatMap((text) =>
      [...text.matchAll(/(?:<Meta title=|^ {2}title: )"([^"]+)"/gm)].map(([, title = ""]) => title),
    );
    const known = new Set(ids.map((title) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")));
    const links = all.flatMap((text) =>
      [...text.matchAll(/\?path=\/docs\/([a-z0-9-]+?)--docs/g)].map(([, id = ""]) => id),
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((id) => !known.has(id))).toEqual([]);
  });

  test("a file that a page or the readme names exists", () => {
    const named = [...pages.map((page) => `stories/Guide/${page}`), "README.md", "CONTRIBUTING.md"].flatMap((page) =>
      [...read(page).matchAll(/`((?:src|test|scripts|examples|reference|stories)\/[\w./-]+)`/g)].map(
        ([, file = ""]) => file,
      ),
    );
    // Differences are there once a picture differed.
    const written = named.filter((file) => file !== "test/visual/differences");
    expect(named.length).toBeGreaterThan(10);
    expect(written.filter((file) => !existsSync(join(dirname(guide), "..", file)))).toEqual([]);
  });

  test("a test that the threat model names is there, in the file that it names", () => {
    const [ways = ""] = read("stories/Guide/ThreatModel.mdx").split("## What nothing here stops");
    const shown = [...ways.matchAll(/Shown by (.+)\.$/gm)].map(([, tests = ""]) => tests);
    expect(shown).toHaveLength([...ways.matchAll(/^- \*\*/gm)].length);
    expect(shown.length).toBeGreaterThan(20);
    for (const tests of shown) {
      for (const [, file = "", titles = ""] of tests.matchAll(/`([^`]+)`((?:,? “[^”]+”)*)/g)) {
        for (const [, title = ""] of titles.matchAll(/“([^”]+?)(?: …)?”/g)) expect(read(file), file).toContain(title);
      }
    }
  });

  test("what the page about claims says is a claim is one, and what it says is none is none (RR-12)", () => {
    const find = claimFinder(restoreClaims.completed_proof_incomplete);
    for (const claim of ["Recovery has been verified", "verified: recovery", "Recovery is not unverified"])
      expect.soft(find(claim), claim).not.toEqual([]);
    expect(find("Recovery is not verified")).toEqual([]);
  });
});

describe("what changes for users", () => {
  const folder = join(root, ".changeset");
  const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");

  test.each(files)("%s says it in sentences, and how much it is", (file) => {
    const [, level, text = ""] =
      /^---\n"checkrail": (major|minor|patch)\n---\n\n(.+)\n$/s.exec(readFileSync(join(folder, file), "utf8")) ?? [];
    expect(level, "it begins with three lines as in .changeset/README.md").toBeDefined();
    expect(text).toMatch(/^[A-Z`].*[.]$/s);
  });

  test("the list for machines leads to files that exist", () => {
    const links = [...read("llms.txt").matchAll(/\]\(([^)]+)\)/g)].map(([, file = ""]) => file);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

test("every exported component has a page of its states", () => {
  const names = [...read("src/index.ts").matchAll(/from "\.\/components\/([A-Z]\w+)\.js"/g)].map(
    ([, name = ""]) => name,
  );
  const without = names.filter(
    (name) => !/^export const States: Story = \{/m.test(read(`stories/Components/${name}.stories.tsx`)),
  );
  expect(names.length).toBeGreaterThan(20);
  expect(without).toEqual([]);
});

describe("the readme", () => {
  test("leads to files that exist, and to stories that exist", () => {
    const text = read("README.md");
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, file = ""]) => file);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    for (const [, title = "", story = ""] of text.matchAll(/story “([^”]+)\/(\w+)”/g)) {
      const file = readdirSync(join(root, "stories"), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".stories.tsx"))
        .map((name) => read(`stories/${name}`))
        .find((source) => source.includes(`title: "${title}"`));
      expect(file, title).toContain(`export const ${story}:`);
    }
  });

  test("shows only code that is compiled or executed", () => {
    const shown = blocks(read("README.md")).filter(({ language }) => language.startsWith("ts"));
    expect(shown.length).toBeGreaterThan(0);
    for (const { code } of shown)
      expect(
        samples.some((sample) => sample.includes(squeezed(code).replace(/^import.*?;(?=test|export)/, ""))),
        code,
      ).toBe(true);
  });
});
