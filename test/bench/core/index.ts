import { fewDifferences, manyDifferences } from "./diff.js";
import { fingerprint } from "./fingerprint.js";
import { validation } from "./validation.js";

/** Ways to do one thing, by name. Each prepares itself and hands back one call. */
export interface Bench {
  readonly title: string;
  /** The way that the others are compared with. */
  readonly floor: string;
  /** Our own way, and how many times the floor it may take. */
  readonly ours: string;
  readonly aim: number;
  readonly cases: Readonly<Record<string, () => Promise<() => unknown>>>;
}

export const benches: Readonly<Record<string, Bench>> = {
  fingerprint,
  diff: fewDifferences,
  "diff-all": manyDifferences,
  validation,
};
