import type { JsonObject } from "../../safety/json.js";

/** Platforms an item can belong to; null elsewhere means that the export does not say. */
export type Platform = "windows" | "macos" | "ios" | "android" | "linux" | "cross_platform";

/** How much of an item was captured. A `metadata_only` item is listed and never restored. */
export type CaptureQuality = "full" | "degraded" | "metadata_only";

/** Why an item is not fully captured. */
export interface CaptureProblem {
  readonly code:
    | "payload_unreadable"
    | "sidecar_missing"
    | "secret_not_captured"
    | "assignments_not_captured"
    | "duplicate_id"
    | "type_unknown";
  /** One sentence for the operator. */
  readonly detail: string;
}

/** The intent of one assignment, as Graph spells it. */
export type AssignmentTarget =
  | { readonly kind: "include_group"; readonly groupId: string; readonly groupName: string | null }
  | { readonly kind: "exclude_group"; readonly groupId: string; readonly groupName: string | null }
  | { readonly kind: "all_devices" }
  | { readonly kind: "all_users" };

/** One assignment of a policy. */
export interface Assignment {
  readonly target: AssignmentTarget;
  /** Assignment filter; null where the assignment has none. */
  readonly filter: { readonly id: string; readonly mode: "include" | "exclude" } | null;
  /** Where the assignment came from. One that came from a policy set is not restored as a direct one. */
  readonly source: "direct" | "policy_sets";
}

/** What backups and targets have in common: one policy or foundation, in normal form. */
export interface PolicyContent {
  /** Item type from the registry, such as "settings_catalog". */
  readonly type: string;
  readonly name: string;
  readonly platform: Platform | null;
  /** Last modification in the tenant it came from, RFC 3339; null where not recorded. */
  readonly modifiedAt: string | null;
  /** The object as exported, without `assignments` and scope tags; null where the payload was not captured. */
  readonly payload: JsonObject | null;
  /** null means not captured; an empty list means captured, and none exist (BY-3). */
  readonly assignments: readonly Assignment[] | null;
  /** null means not captured. */
  readonly scopeTagIds: readonly string[] | null;
}

/** One captured object of a backup set. Immutable (RW-23). */
export interface BackupItem extends PolicyContent {
  /** Stable within the backup set, in catalogue order. */
  readonly id: string;
  /** Id in the tenant it was captured from; null where the export does not carry one. */
  readonly sourceId: string | null;
  /** Path inside the export, with forward slashes. */
  readonly path: string;
  readonly capture: CaptureQuality;
  readonly problems: readonly CaptureProblem[];
}

/** A directory group known from an export. */
export interface DirectoryGroup {
  readonly id: string;
  readonly name: string;
}

/** A file of an export, and what became of it. Every file is accounted for exactly once. */
export interface ImportedFile {
  readonly path: string;
  readonly outcome:
    | "item"
    | "group"
    | "sidecar"
    | "migration_table"
    | "metadata_only_item"
    | "duplicate_of_item"
    | "not_an_export_file"
    | "unreadable";
  /** Why, where the outcome is not plain success; null otherwise. */
  readonly reason: string | null;
}

/** A whole export in normal form: what an importer hands to a backup set or to a target. */
export interface ImportedExport {
  readonly tenantId: string | null;
  readonly tenantName: string | null;
  /** When the export was captured, RFC 3339; null where it does not say. */
  readonly capturedAt: string | null;
  readonly items: readonly BackupItem[];
  readonly groups: readonly DirectoryGroup[];
  /** One row per file below the folder, sorted by path. */
  readonly files: readonly ImportedFile[];
}
