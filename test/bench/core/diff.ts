import { diffContent } from "../../../src/restore/rules/diff.js";
import { structuralDiff } from "../../../src/restore/rules/structural-diff.js";
import type { PolicyContent } from "../../../src/restore/run/items.js";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import type { Bench } from "./index.js";
import { sequence } from "./random.js";

type Policy = Record<string, Record<string, JsonValue>>;

/** A thousand policies of some fifty leaves each, and the same with six settings changed in one of so many. */
function policies(oneOf: number): { readonly before: readonly Policy[]; readonly after: readonly Policy[] } {
  const next = sequence(11);
  const areas = ["security", "network", "device", "update", "apps", "privacy"];
  const value = (index: number): JsonValue =>
    index % 4 === 0
      ? next() > 0.5
      : index % 4 === 1
        ? Math.floor(next() * 1000)
        : index % 4 === 2
          ? `value-${Math.floor(next() * 1e6).toString(36)}`
          : { mode: next() > 0.5 ? "enforce" : "audit" };
  const policy = (): Policy =>
    Object.fromEntries(
      areas.map((area) => [
        area,
        Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`setting${index}`, value(index)])),
      ]),
    );
  const before = Array.from({ length: 1000 }, policy);
  const after = structuredClone(before);
  for (const changed of after.filter((_, index) => index % oneOf === 0)) {
    for (const area of areas) Object.assign(changed[area] ?? {}, { setting1: Math.floor(next() * 1e6) + 2000 });
  }
  return { before, after };
}

interface Difference {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The least that finds every difference with its path: recursion by hand over own fields, no options, no meaning. */
function walk(before: unknown, after: unknown, path: string, found: Difference[]): void {
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) {
    found.push({ path, from: before, to: after });
    return;
  }
  for (const key in before) {
    const from = before[key];
    const to = after[key];
    if (from !== to) walk(from, Object.hasOwn(after, key) ? to : undefined, `${path}/${key}`, found);
  }
  for (const key in after) {
    if (!Object.hasOwn(before, key)) found.push({ path: `${path}/${key}`, from: undefined, to: after[key] });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function contentOf(policy: Policy): PolicyContent {
  const payload: JsonObject = policy;
  return {
    type: "device_configuration",
    name: "Policy",
    platform: null,
    modifiedAt: null,
    payload,
    assignments: [],
    scopeTagIds: ["0"],
  };
}

/** Ways to say how many differences there are in all pairs. */
function bench(title: string, oneOf: number, aim: number): Bench {
  const each = (count: (before: Policy, after: Policy) => number) => {
    const { before, after } = policies(oneOf);
    return () => before.reduce((sum, policy, index) => sum + count(policy, after[index] ?? {}), 0);
  };
  return {
    title,
    floor: "a structural walker by hand",
    ours: "checkrail structuralDiff",
    aim,
    cases: {
      "a structural walker by hand": async () =>
        each((before, after) => {
          const found: Difference[] = [];
          walk(before, after, "", found);
          return found.length;
        }),
      "checkrail structuralDiff": async () => each((before, after) => structuralDiff(before, after).changes.length),
      "checkrail diffContent, with what each difference means": async () =>
        each((before, after) => diffContent(contentOf(before), contentOf(after)).countByPhase.settings),
      "JSON.stringify compared": async () =>
        each((before, after) => (JSON.stringify(before) === JSON.stringify(after) ? 0 : 1)),
      microdiff: async () => {
        const { default: microdiff } = await import("microdiff");
        return each((before, after) => microdiff(before, after).length);
      },
      "fast-json-patch": async () => {
        const { default: patch } = await import("fast-json-patch");
        return each((before, after) => patch.compare(before, after).length);
      },
      jsondiffpatch: async () => {
        const { create } = await import("jsondiffpatch");
        const differ = create({ cloneDiffValues: false });
        return each((before, after) => (differ.diff(before, after) === undefined ? 0 : 1));
      },
    },
  };
}

export const fewDifferences = bench(
  "Differences of 1,000 policies with about 50 settings each, a tenth of them changed",
  10,
  1.2,
);
export const manyDifferences = bench(
  "Differences of 1,000 policies with about 50 settings each, each of them changed",
  1,
  1.6,
);
