/** Which items of the backup set are restored (RW-4). An empty selection means all only in mode `all`. */
export type RestoreScope =
  | { readonly mode: "all"; readonly itemIds?: never }
  | { readonly mode: "selected"; readonly itemIds: readonly string[] };

/** What happens to a policy that the target no longer has (RW-18). */
export type RestoreMode = "create_missing" | "update_only";

/** The kinds of object that a policy refers to by id. */
export type DependencyKind = "group" | "assignment_filter" | "scope_tag";

/** The operator's decision for one reference (BY-5). An absent decision is unresolved; nothing is ever picked automatically. */
export type MappingDecision =
  | { readonly decision: "map"; readonly targetId: string }
  | { readonly decision: "skip"; readonly targetId?: never };

/** Decisions by dependency key, such as "group/3f2a…". */
export type Mappings = Readonly<Record<string, MappingDecision>>;

/** Spells a dependency key as decisions are recorded under it: ids are the same in either letter case. */
export function decisionKey(key: string): string {
  return key.toLowerCase();
}

/** One object that items in scope refer to, and how it is resolved in the target. */
export interface Dependency {
  /** `${kind}/${sourceId}`. */
  readonly key: string;
  readonly kind: DependencyKind;
  readonly sourceId: string;
  /** Name in the backup; null where the export does not hold it. */
  readonly sourceName: string | null;
  /** Items in scope that refer to it. */
  readonly usedBy: readonly string[];
  /** True where at least one item uses it to exclude, so that leaving it out would widen who is reached (BY-6). */
  readonly excludes: boolean;
  /** The one object of the target that has its name, to be confirmed by a person; null where none has, or several (BY-5). */
  readonly suggestion: { readonly targetId: string; readonly targetName: string } | null;
  readonly resolution: DependencyResolution;
}

/** How one dependency stands. Only `unresolved` blocks. */
export type DependencyResolution =
  /** The name is null where nobody read it: the scope tag that every tenant has is the same whatever it is called. */
  | { readonly state: "same_id"; readonly targetId: string; readonly targetName: string | null }
  | { readonly state: "mapped"; readonly targetId: string; readonly targetName: string }
  | { readonly state: "skipped" }
  | {
      readonly state: "unresolved";
      readonly cause:
        | "not_in_target"
        /** The target has an object under its id that is another one: scope tags are numbered by each tenant. */
        | "other_under_its_id"
        /** Several objects of the target have its name. */
        | "several_of_its_name"
        | "mapping_broken"
        /** Decisions about it contradict each other, under keys that differ only in letter case. */
        | "decided_twice"
        | "skip_not_allowed"
        | "directory_not_read"
        /** The target could not list all objects of its kind (RW-19). */
        | "not_listed";
    };
