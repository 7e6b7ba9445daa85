/** Which small defects of the looks the pictures have to notice: the same ones from the same seed. */
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { filesUnder } from "./nearest-tests.ts";

export interface Defect {
  /** What is changed: a component, an inner part of several, the tokens, or a brand. */
  readonly of: string;
  readonly file: string;
  /** Place in the file, in characters. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  /** Files of the stories that draw it. */
  readonly stories: readonly string[];
  /** The pictures that are asked first; what they miss, all others are asked. */
  readonly first: string;
}

const components = "src/components";
const classesOfComponent = 2;
/** Of what many components share, and is looked at with each of them. */
const classesOfShared = 1;
const tokensOfEach = 6;

/** Stories that between them use every colour. */
const ofEveryColour = ["ActionControl", "CheckList", "DecisionCard", "ProcessFlow", "ResultSummary", "ScopePicker"].map(
  (name) => `stories/Components/${name}.stories.tsx`,
);

/** Looks that no still picture has: under a pointer, with focus, in between, and those that only name a container or a group. */
const unseen =
  /^cr:(?:group$|@container$|sr-only$|cursor-|hover:|active:|focus|group-hover:|motion-|transition|outline|select-none$)/;

const neighbours: readonly (readonly [from: RegExp, to: string])[] = [
  [/\bink-muted$/, "ink-faint"],
  [/\bink-faint$/, "ink-muted"],
  [/-line$/, "-line-strong"],
  [/\bfont-medium$/, "font-semibold"],
  [/\bfont-semibold$/, "font-medium"],
  [/\btext-compact$/, "text-sm"],
  [/\btext-sm$/, "text-compact"],
  [/\brounded-sm$/, "rounded-lg"],
];

/** Every defect of a seed: of each component that is exported and each part that draws, of the tokens and of the second brand. */
export function visualDefects(seed: number): readonly Defect[] {
  const files = filesUnder(components).filter((file) => file.endsWith(".tsx"));
  return [
    ...files.flatMap((file) => ofClasses(file, files, seed)),
    ...ofTokens("the tokens", "src/styles.css", ["light", "dark"], seed),
    ...ofTokens("the second brand", "stories/brands/juniper.css", ["second-brand", "second-brand-dark"], seed),
  ];
}

function ofClasses(file: string, files: readonly string[], seed: number): readonly Defect[] {
  const text = readFileSync(file, "utf8");
  const found = [...text.matchAll(/(?<=["'` ])cr:[^\s"'`]+/g)].filter(([name]) => !unseen.test(name));
  return shuffled(found, `${seed} ${file}`)
    .slice(0, dirname(file) === `${components}/internal` ? classesOfShared : classesOfComponent)
    .map(({ 0: from, index: at }, turn) => ({
      of: basename(file, ".tsx"),
      file,
      at,
      from,
      // One is taken away, and those after it are only moved a little, where there is a little to move.
      to: turn === 0 ? "" : besides(from),
      stories: drawing(file, files).map((name) => `stories/Components/${name}.stories.tsx`),
      first: /:print:/.test(from)
        ? "print"
        : /:forced-/.test(from)
          ? "forced-colors"
          : /:rtl:/.test(from)
            ? "right-to-left"
            : "light",
    }));
}

/** The class that a slip would have written instead; none where no other is near. */
function besides(name: string): string {
  const step = /^(.*-)(\d+(?:\.\d+)?)$/.exec(name);
  if (step !== null) return `${step[1]}${Number(step[2]) + (/(?:col|row)-|grid-cols|order-/.test(name) ? 1 : 0.5)}`;
  const near = neighbours.find(([pattern]) => pattern.test(name));
  return near === undefined ? "" : name.replace(near[0], near[1]);
}

/** Parts have a folder of their own. */
function isExported(file: string): boolean {
  return dirname(file) === components;
}

/** The components whose pictures a file is in: itself, or those that are built of it. */
function drawing(file: string, files: readonly string[]): readonly string[] {
  const own = isExported(file);
  const users = own ? [] : files.filter((one) => readFileSync(one, "utf8").includes(`/${basename(file, ".tsx")}.js"`));
  const names = own
    ? [basename(file, ".tsx")]
    : users
        .filter((one) => one !== file)
        .flatMap((one) =>
          drawing(
            one,
            files.filter((other) => other !== file),
          ),
        );
  return [...new Set(names)].toSorted();
}

function ofTokens(of: string, file: string, sides: readonly [string, string], seed: number): readonly Defect[] {
  const text = readFileSync(file, "utf8");
  const tokens = [...text.matchAll(/--cr-[\w-]+: light-dark\(oklch\(([\d.]+) [^)]*\), oklch\(([\d.]+)/g)];
  return shuffled(tokens, `${seed} ${file}`)
    .slice(0, tokensOfEach)
    .map(({ 0: from, 1: light = "", 2: dark = "", index: at }, turn) => {
      const [before, side] = turn % 2 === 0 ? [light, sides[0]] : [dark, sides[1]];
      const place = turn % 2 === 0 ? from.indexOf(`oklch(${light}`) + "oklch(".length : from.length - dark.length;
      const after = (Number(before) > 0.5 ? Number(before) - 0.01 : Number(before) + 0.01).toFixed(3);
      const to = from.slice(0, place) + after + from.slice(place + before.length);
      return { of, file, at, from, to, stories: ofEveryColour, first: side };
    });
}

/** The same order from the same words. */
function shuffled<Value>(values: readonly Value[], words: string): readonly Value[] {
  let state = [...words].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7);
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state >>> 8;
  };
  return values
    .map((value) => ({ value, rank: next() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
