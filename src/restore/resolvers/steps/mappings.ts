import type { ActionModel, StatusLiteral } from "../../../view-models/index.js";
import { setApart } from "../../../safety/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { Dependency, DependencyKind, DependencyResolution } from "../../run/scope.js";
import type { DirectoryEntry, TargetDirectory } from "../../run/target.js";
import type { RestoreContext } from "../context.js";
import type { MappingsWords } from "../copy/en/mappings.js";
import { places } from "../reasons.js";
import { editAction, editing, undoneBy } from "./editing.js";
import type { ControlState } from "./lead.js";

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

// Any decision there could be: no reference has an empty key.
const anyMapping = { event: "mapping_decided", key: "", decision: { decision: "skip" } } as const;

/** Answers: what do the items in scope refer to, and what stands for it in the target? */
export function resolveMappings(
  facts: RestoreFacts,
  directory: TargetDirectory | null,
  context: RestoreContext,
): MappingsModel {
  const { dependencies } = facts;
  const words = context.words.mappings;
  const row = (dependency: Dependency) => mappingRow(facts, dependency, directory, context);
  const same = (dependencies ?? []).filter(({ resolution }) => resolution.state === "same_id").map(row);
  const rows = (dependencies ?? []).filter(({ resolution }) => resolution.state !== "same_id").map(row);
  const resolved = (dependencies ?? []).filter(({ resolution }) => resolution.state !== "unresolved").length;
  const total = rows.length + same.length;
  return {
    title: words.title,
    progress: total === 0 ? null : words.progress(resolved, total),
    empty: total > 0 ? null : emptyText(facts, context),
    explanation: words.explanation,
    undoes: undoneBy(facts, anyMapping, context),
    control: editing(facts, context),
    rows,
    same:
      same.length === 0
        ? null
        : {
            label: words.showSame(same.length),
            rows: same,
          },
  };
}

/** Why there is no reference to resolve. */
export function emptyText({ run, dependencies }: RestoreFacts, { words: { mappings } }: RestoreContext): string {
  if (run.scope === null) return mappings.scopeNotApplied;
  return dependencies === null ? mappings.notDetermined : mappings.none;
}

function mappingRow(
  facts: RestoreFacts,
  dependency: Dependency,
  directory: TargetDirectory | null,
  context: RestoreContext,
): MappingRow {
  const { key, kind, usedBy, excludes, sourceName, sourceId, resolution } = dependency;
  const { mappings } = context.words;
  const words = mappings.kind[kind];
  const decision = Object.hasOwn(facts.run.mappings, key) ? facts.run.mappings[key] : undefined;
  const held = directory === null ? [] : entriesOf(directory, kind);
  const choices = held.map(({ id, name }) => ({ id, name: name === "" ? mappings.nameNotRecorded(id) : name }));
  const skippable = kind === "group" && !excludes;
  return {
    key,
    usage: words.usage(usedBy.length, excludes),
    source: setApart(sourceName ?? "") || mappings.nameNotRecorded(sourceId),
    word: mappings.word[resolution.state],
    ...standing(dependency, context),
    choiceLabel: words.choose,
    choices,
    chosenId: decision?.decision === "map" ? decision.targetId : null,
    changeLabel: resolution.state === "unresolved" ? null : mappings.change,
    mapLabel: words.use,
    noChoices: choices.length > 0 ? null : noChoices(facts, kind, directory, context),
    skip: skippable && decision?.decision !== "skip" ? { label: words.leaveOut } : null,
    undo: decision === undefined ? null : { label: mappings.undo },
  };
}

function standing(
  { kind, resolution }: Pick<Dependency, "kind" | "resolution">,
  { words: { mappings: words, changes } }: RestoreContext,
): Pick<MappingRow, "literal" | "detail"> {
  switch (resolution.state) {
    case "same_id":
      return { literal: "complete", detail: setApart(resolution.targetName ?? changes.defaultScopeTag) };
    case "mapped":
      return { literal: "complete", detail: words.mappedTo(resolution.targetName) };
    case "skipped":
      return { literal: "unavailable", detail: words.kind[kind].leftOut };
    case "unresolved":
      return { literal: "blocked", detail: causeOf(kind, resolution.cause, words) };
  }
}

/** Why a reference is open; the plain cause, that the target has none known to be this one, is what the whole list is about. */
export function causeOf(
  kind: DependencyKind,
  cause: Extract<DependencyResolution, { state: "unresolved" }>["cause"],
  words: MappingsWords,
): string | null {
  switch (cause) {
    case "mapping_broken":
      return words.kind[kind].broken;
    case "skip_not_allowed":
      return words.kind[kind].notToBeLeftOut;
    case "directory_not_read":
      return words.directoryNotRead;
    case "not_listed":
      return words.notListed;
    case "other_under_its_id":
      return words.otherUnderItsNumber;
    case "decided_twice":
      return words.decidedTwice;
    case "several_of_its_name":
      return words.severalOfItsName;
    case "not_in_target":
      return null;
  }
}

function noChoices(
  facts: RestoreFacts,
  kind: DependencyKind,
  directory: TargetDirectory | null,
  context: RestoreContext,
): NonNullable<MappingRow["noChoices"]> {
  const { mappings } = context.words;
  const { resolve, cacheHoldsNone } = mappings.kind[kind];
  const text = directory === null ? mappings.cacheNeverRead : cacheHoldsNone;
  return { heading: resolve, text, action: syncAction(facts, kind, context) };
}

/** Opens the sync of the directory (PF-12); in this product the checks read it, so that is where it is opened. */
export function syncAction(facts: RestoreFacts, kind: DependencyKind, context: RestoreContext): ActionModel {
  const action = { id: `open_sync:${kind}`, label: context.words.mappings.kind[kind].sync };
  return editing(facts, context).state === "open"
    ? { kind: "link", ...action, href: context.href(places.runChecks) }
    : editAction(facts, action, context);
}

/** What the cached directory holds of one kind. */
export function entriesOf(directory: TargetDirectory, kind: DependencyKind): readonly DirectoryEntry[] {
  switch (kind) {
    case "group":
      return directory.groups;
    case "assignment_filter":
      return directory.assignmentFilters;
    case "scope_tag":
      return directory.scopeTags;
  }
}
