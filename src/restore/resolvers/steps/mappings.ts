import type { ActionModel, StatusLiteral } from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { Dependency, DependencyKind, DependencyResolution } from "../../run/scope.js";
import type { DirectoryEntry, TargetDirectory } from "../../run/target.js";
import type { RestoreContext } from "../context.js";
import { places } from "../reasons.js";
import { editing, undoneBy } from "./editing.js";
import type { ControlState } from "./lead.js";
import { capitalised, counted } from "./words.js";

/** References of the items in scope and how each stands in the target (PF-10, BY-5). */
export interface MappingsModel {
  readonly title: string;
  /** "3 of 5 resolved"; null where there is nothing to resolve. */
  readonly progress: string | null;
  /** Said in place of the rows where there are none; null where there are. */
  readonly empty: string | null;
  /** One explanation that all rows share. */
  readonly explanation: string;
  /** What another mapping would undo (BY-2); null where nothing would be. */
  readonly undoes: string | null;
  readonly control: ControlState;
  /** References that need a decision, or have one. A decision never moves a row. */
  readonly rows: readonly MappingRow[];
  /** References that the target knows by the same id, behind a control; null where there are none. */
  readonly same: { readonly label: string; readonly rows: readonly MappingRow[] } | null;
}

/** One reference. Nothing is preselected: `chosenId` is only ever what the operator decided. */
export interface MappingRow {
  readonly key: string;
  /** "Group, used by 4 items". */
  readonly usage: string;
  readonly source: string;
  readonly literal: StatusLiteral;
  readonly word: string;
  /** What the resolution means, or why there is none; null where the word says enough. */
  readonly detail: string | null;
  /** Name of the list of choices, for the ear too. */
  readonly choiceLabel: string;
  readonly choices: readonly DirectoryEntry[];
  /** The operator's recorded choice; null where there is none. */
  readonly chosenId: string | null;
  /** Words of the control that opens the choices of a resolved reference; null where they stand open. */
  readonly changeLabel: string | null;
  /** Words of the control that records the choice. */
  readonly mapLabel: string;
  /** Said where there is nothing to choose from; names the cache, never the tenant (PF-12). */
  readonly noChoices: { readonly heading: string; readonly text: string; readonly action: ActionModel } | null;
  /** Leaves the reference out; null where that would reach more, which the shared explanation says. */
  readonly skip: { readonly label: string } | null;
  /** Makes a decided reference open again; null where nothing was decided. */
  readonly undo: { readonly label: string } | null;
}

const nouns: Readonly<Record<DependencyKind, string>> = {
  group: "group",
  assignment_filter: "assignment filter",
  scope_tag: "scope tag",
};

// Any decision there could be: no reference has an empty key.
const anyMapping = { event: "mapping_decided", key: "", decision: { decision: "skip" } } as const;

/** Answers: what do the items in scope refer to, and what stands for it in the target? */
export function resolveMappings(
  facts: RestoreFacts,
  directory: TargetDirectory | null,
  context: RestoreContext,
): MappingsModel {
  const { dependencies } = facts;
  const row = (dependency: Dependency) => mappingRow(facts, dependency, directory, context);
  const same = (dependencies ?? []).filter(({ resolution }) => resolution.state === "same_id").map(row);
  const rows = (dependencies ?? []).filter(({ resolution }) => resolution.state !== "same_id").map(row);
  const resolved = (dependencies ?? []).filter(({ resolution }) => resolution.state !== "unresolved").length;
  const total = rows.length + same.length;
  return {
    title: "Resolve target mappings",
    progress: total === 0 ? null : `${context.number(resolved)} of ${context.number(total)} resolved`,
    empty: total > 0 ? null : emptyText(facts),
    explanation:
      "Map each reference to what stands for it in the target. A group that only includes may be left out: its assignments are then not written. A group that excludes, a filter or a scope tag cannot be, because more would be reached without it. Nothing is created, and nothing is chosen for you.",
    undoes: undoneBy(facts, anyMapping, context),
    control: editing(facts, context),
    rows,
    same:
      same.length === 0
        ? null
        : {
            label: `Show ${counted(same.length, "reference", "references", context)} found in the target by id`,
            rows: same,
          },
  };
}

function emptyText({ run, dependencies }: RestoreFacts): string {
  if (run.scope === null) return "References are known once the scope is applied.";
  if (dependencies === null) return "Which groups, filters and scope tags are needed could not be determined.";
  return "Nothing in scope refers to a group, an assignment filter or a scope tag.";
}

function mappingRow(
  facts: RestoreFacts,
  dependency: Dependency,
  directory: TargetDirectory | null,
  context: RestoreContext,
): MappingRow {
  const { key, kind, usedBy, excludes, sourceName, sourceId, resolution } = dependency;
  const noun = nouns[kind];
  const decision = Object.hasOwn(facts.run.mappings, key) ? facts.run.mappings[key] : undefined;
  const choices = directory === null ? [] : entriesOf(directory, kind);
  const skippable = kind === "group" && !excludes;
  const items = counted(usedBy.length, "item", "items", context);
  return {
    key,
    usage: `${capitalised(noun)}, used by ${items}${excludes ? ", excludes" : ""}`,
    source: sourceName ?? `Name not recorded, id ${sourceId}`,
    ...standing(resolution, noun),
    choiceLabel: `Choose a target ${noun}`,
    choices,
    chosenId: decision?.decision === "map" ? decision.targetId : null,
    changeLabel: resolution.state === "unresolved" ? null : "Change",
    mapLabel: `Use this ${noun}`,
    noChoices: choices.length > 0 ? null : noChoices(kind, directory, context),
    skip: skippable && decision?.decision !== "skip" ? { label: `Leave this ${noun} out` } : null,
    undo: decision === undefined ? null : { label: "Undo this decision" },
  };
}

function standing(resolution: DependencyResolution, noun: string): Pick<MappingRow, "literal" | "word" | "detail"> {
  switch (resolution.state) {
    case "same_id":
      return { literal: "complete", word: "Same in target", detail: resolution.targetName };
    case "mapped":
      return { literal: "complete", word: "Mapped", detail: `Mapped to ${resolution.targetName}` };
    case "skipped":
      return { literal: "unavailable", word: "Left out", detail: `No assignment to this ${noun} is written.` };
    case "unresolved":
      return { literal: "blocked", word: "Required", detail: causes[resolution.cause]?.(noun) ?? null };
  }
}

// The plain cause, that the target has none known to be this one, is what the whole list is about.
const causes: Partial<
  Record<Extract<DependencyResolution, { state: "unresolved" }>["cause"], (noun: string) => string>
> = {
  mapping_broken: (noun) => `The ${noun} it was mapped to is no longer in the target.`,
  skip_not_allowed: (noun) => `This ${noun} cannot be left out.`,
  directory_not_read: () => "The target’s directory has not been read.",
};

function noChoices(
  kind: DependencyKind,
  directory: TargetDirectory | null,
  context: RestoreContext,
): NonNullable<MappingRow["noChoices"]> {
  const noun = nouns[kind];
  const what = directory === null ? "was never read" : `holds no ${noun}; it is empty or stale`;
  return {
    heading: `Resolve target ${noun} mapping`,
    text: `The cached directory ${what}. That says nothing about what the tenant has. Running the checks reads it again.`,
    action: { kind: "link", id: "read_directory", label: "Go to checks", href: context.href(places.runChecks) },
  };
}

function entriesOf(directory: TargetDirectory, kind: DependencyKind): readonly DirectoryEntry[] {
  switch (kind) {
    case "group":
      return directory.groups;
    case "assignment_filter":
      return directory.assignmentFilters;
    case "scope_tag":
      return directory.scopeTags;
  }
}
