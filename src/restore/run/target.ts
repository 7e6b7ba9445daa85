import type { PolicyContent } from "./items.js";

/** A policy as the target holds it now. */
export interface TargetPolicy extends PolicyContent {
  readonly id: string;
}

/** What references can be mapped to. */
export interface TargetDirectory {
  /** Changes whenever the content does. */
  readonly version: string;
  /** RFC 3339. */
  readonly readAt: string;
  readonly groups: readonly DirectoryEntry[];
  readonly assignmentFilters: readonly DirectoryEntry[];
  readonly scopeTags: readonly DirectoryEntry[];
}

/** One object of the target's directory. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
}

/** An answer of the target: a value, or a problem as data. */
export type TargetAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: TargetProblem };

/** Why the target did not do as asked. `outcome_unknown` means that a write may have been applied. */
export interface TargetProblem {
  readonly code: "not_found" | "changed" | "refused" | "throttled" | "unreachable" | "outcome_unknown";
  /** One sentence. */
  readonly detail: string;
}
