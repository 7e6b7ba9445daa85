import type { JsonObject } from "../../safety/index.js";
import { differingNoise, leafChanges, type StructuralChange } from "./leaf-changes.js";
import { leavesOf } from "./leaves.js";

/** What differs between two payloads, before anything is said of it or left out. */
export interface StructuralDiff {
  readonly changes: readonly StructuralChange[];
  /** Differences in fields that carry no meaning. */
  readonly noise: number;
}

/** Answers: where do two payloads differ in what they mean? In linear time and without recursion, whatever they hold. */
export function structuralDiff(before: JsonObject, after: JsonObject): StructuralDiff {
  const [present, intended] = [leavesOf(before), leavesOf(after)];
  return { changes: leafChanges(present, intended), noise: differingNoise(present, intended) };
}
