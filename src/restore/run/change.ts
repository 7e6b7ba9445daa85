import type { RestorePhase } from "./evidence.js";
import type { DependencyKind } from "./scope.js";

/** How a change matters, most consequential first (BY-7). `enforces`: what was only reported, or off, takes effect (BY-6). */
export type ChangeConsequence = "widens" | "removes_protection" | "enforces" | "changes" | "adds";

/** Changes by consequence. */
export type ConsequenceCounts = Readonly<Record<ChangeConsequence, number>>;

/** Why a change is less than certain, or means less than it seems to. */
export type UncertaintyCause =
  /** The target did not tell this part, so whether it differs at all is not known. */
  | "target_part_not_read"
  /** The export holds the number of a choice and not what it stands for. */
  | "choice_meaning_not_exported"
  /** Whether the order of these entries means anything is not recorded. */
  | "order_may_matter"
  /** Who is reached may be more or fewer. */
  | "reach_not_comparable"
  /** An older record, which does not say. */
  | "not_recorded";

/** Whether a change is what it says (BY-3). */
export type ChangeCertainty =
  | { readonly state: "certain"; readonly cause?: never }
  | { readonly state: "uncertain"; readonly cause: UncertaintyCause };

/** A text as it was found, or its beginning. */
export interface BoundedText {
  readonly text: string;
  /** UTF-16 code units that are left out at the end; 0 where the text is whole. */
  readonly leftOut: number;
}

/** A part of a policy that has a name of its own. */
export type ChangedPart =
  | "name"
  | "settings"
  | "assignments"
  | "assignment_filter"
  | "assignment_source"
  | "scope_tags"
  | "order";

/** One step of the way to a changed value. */
export type ChangePathPart =
  | { readonly kind: "part"; readonly part: ChangedPart }
  /** A field as the payload spells it. */
  | ({ readonly kind: "field" } & BoundedText)
  /** A setting by its definition id. */
  | ({ readonly kind: "setting" } & BoundedText)
  /** A list member known by a value of its own. */
  | ({ readonly kind: "entry" } & BoundedText)
  /** A list member known by its place, counted from 1. */
  | { readonly kind: "place"; readonly number: number }
  /** Levels in the middle of a very deep path. */
  | { readonly kind: "levels_left_out"; readonly levels: number };

/** An object that a change refers to. */
export interface ChangeReference {
  readonly of: DependencyKind;
  readonly id: BoundedText;
  /** null where nobody recorded it. */
  readonly name: BoundedText | null;
}

/** One value before or after a change. A secret is never carried, only that there is one. */
export type SingleValue =
  | { readonly kind: "absent" }
  | { readonly kind: "not_known" }
  | { readonly kind: "secret" }
  | ({ readonly kind: "text" } & BoundedText)
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "switch"; readonly on: boolean }
  /** What the value of a choice adds to the id of its setting. */
  | ({ readonly kind: "choice" } & BoundedText)
  /** A list member that holds nothing. */
  | { readonly kind: "empty_entry" }
  /** A whole policy's settings, where the other side cannot be compared with them. */
  | { readonly kind: "settings_of_backup"; readonly values: number }
  | { readonly kind: "default_scope_tag" }
  | { readonly kind: "reference"; readonly reference: ChangeReference }
  | {
      readonly kind: "assignment";
      readonly reach: "all_devices" | "all_users" | "include_group" | "exclude_group";
      /** null where everyone is meant. */
      readonly group: ChangeReference | null;
      readonly filter: { readonly mode: "include" | "exclude"; readonly filter: ChangeReference } | null;
      readonly fromPolicySet: boolean;
    };

/** What stands before or after a change: one value, or the first of several with the number of those left out. */
export type ChangeValue =
  | SingleValue
  | { readonly kind: "list"; readonly values: readonly SingleValue[]; readonly leftOut: number };

/** One difference as data: where, what it was, what it becomes, how it matters and how certain it is. Words are the resolver's. */
export interface ItemChange {
  readonly phase: RestorePhase;
  readonly consequence: ChangeConsequence;
  readonly certainty: ChangeCertainty;
  readonly path: readonly ChangePathPart[];
  /** In the target now. */
  readonly before: ChangeValue;
  /** After the restore. */
  readonly after: ChangeValue;
}
