import type { TargetLimitCause } from "./findings.js";
import type { PolicyContent } from "./items.js";
import type { Actor, FrozenTarget, TargetIdentity } from "./run.js";

/** A policy as the target holds it now. */
export interface TargetPolicy extends PolicyContent {
  readonly id: string;
}

/** Whether the target says that it is the one that a run was created for: by its tenant and by its label (PF-17). */
export function isSameTarget(identity: TargetIdentity, target: FrozenTarget): boolean {
  return identity.tenantId === target.tenantId && identity.label === target.label;
}

/** Something that the target's set-up keeps from being listed in full, or from being written (RW-19). */
export interface TargetLimit {
  /** Item type from the registry, or "group" for the groups of the directory. */
  readonly of: string;
  readonly access: "read" | "write";
  readonly cause: TargetLimitCause;
}

/** The target's policies as they could be listed. What `limits` names may exist although it is not in the list. */
export interface PolicyListing {
  readonly policies: readonly TargetPolicy[];
  readonly limits: readonly TargetLimit[];
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
  /** Kinds that could not be listed in full: what is not here may exist all the same. */
  readonly limits: readonly TargetLimit[];
}

/** One object of the target's directory. */
export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
}

/** One fresh reading of a target's directory that somebody asked for (PF-12). */
export interface DirectorySync {
  readonly id: string;
  readonly state: "queued" | "reading" | "succeeded" | "failed";
  /** RFC 3339. */
  readonly requestedAt: string;
  readonly requestedBy: Actor;
  readonly finishedAt: string | null;
  /** Whether the directory differs from what was cached before; null until it succeeded. */
  readonly changed: boolean | null;
  /** Why it failed; null where it did not. `interrupted` means that it was begun again and again and never came to an end. */
  readonly problem: TargetProblem | (Omit<TargetProblem, "code"> & { readonly code: "interrupted" }) | null;
}

/** Whether a reading of the directory has not ended yet. */
export function isOpenSync(sync: DirectorySync | null | undefined): boolean {
  return sync?.state === "queued" || sync?.state === "reading";
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
