import {
  type ActionModel,
  contractVersion,
  type DirectorySyncModel,
  type MappingPicker,
  type MappingResolverViewModel,
  type MappingRowModel,
  type MappingSuggestion,
  type MappingTarget,
  type SameRow,
  sentenceOf,
  type SkipChoice,
} from "../../view-models/index.js";
import { momentOf } from "../../safety/moment.js";
import type { RestoreFacts } from "../run/facts.js";
import type { RunChange } from "../run/events.js";
import type { Dependency, DependencyKind, DependencyResolution, MappingDecision } from "../run/scope.js";
import { type DirectoryEntry, isOpenSync, type TargetDirectory } from "../run/target.js";
import type { RestoreContext } from "./context.js";
import { places } from "./reasons.js";
import type { MappingsWords } from "./copy/en/mappings.js";
import { instantOf } from "./moments.js";
import { editAction, editing, undoneBy, waitingAction } from "./steps/editing.js";

// Any decision there could be: no reference has an empty key.
const anyMapping = { event: "mapping_decided", key: "", decision: { decision: "skip" } } as const;

/** Answers: what do the items in scope refer to, and what stands for it in the target (PF-10, PF-12, BY-5)? */
export function resolveMappingResolver(
  facts: RestoreFacts,
  directory: TargetDirectory | null,
  context: RestoreContext,
): MappingResolverViewModel {
  const { mappings: words } = context.words;
  const dependencies = facts.dependencies ?? [];
  const base = { contract: contractVersion, id: places.mappings.anchor, title: words.title };
  const [first, ...others] = new Set(dependencies.map(({ kind }) => kind));
  if (first === undefined) return { ...base, body: { state: "empty", text: emptyText(facts, context) } };
  const [same, ...sames] = dependencies.flatMap((dependency) => sameRow(dependency, facts, context));
  const resolved = dependencies.filter(({ resolution }) => resolution.state !== "unresolved").length;
  const picker = (kind: DependencyKind) => pickerOf(kind, facts, directory, context);
  return {
    ...base,
    body: {
      state: "mapping",
      progress: { resolved, total: dependencies.length, text: words.progress(resolved, dependencies.length) },
      explanation: words.explanation,
      unfold: words.show(dependencies.length),
      undoes: undoneBy(facts, anyMapping, context),
      sync: syncOf(facts, directory, context),
      rows: dependencies.flatMap((dependency) => mappingRow(dependency, facts, directory, context)),
      same: same === undefined ? null : { label: words.showSame(1 + sames.length), rows: [same, ...sames] },
      pickers: [picker(first), ...others.map(picker)],
    },
  };
}

/** The change that maps a reference to what was chosen for it, from the directory that was shown: another one refuses it (SI-15). */
export function mappedChange(
  key: string,
  { id }: Pick<MappingTarget, "id">,
  directory: Pick<TargetDirectory, "version"> | null,
): RunChange {
  const decision = { decision: "map", targetId: id } as const;
  const change = { event: "mapping_decided", key, decision } as const;
  return directory === null ? change : { ...change, directoryVersion: directory.version };
}

/** The change that an action of a row stands for; null where it is none of a row's. */
export function mappingChange(
  { dependencies }: Pick<RestoreFacts, "dependencies">,
  directory: Pick<TargetDirectory, "version"> | null,
  actionId: string,
): RunChange | null {
  const [verb = ""] = actionId.split(":", 1);
  const dependency = (dependencies ?? []).find(({ key }) => actionId === `${verb}:${key}`);
  if (dependency === undefined) return null;
  const { key, suggestion } = dependency;
  const decided = (decision: MappingDecision | null) => ({ event: "mapping_decided", key, decision }) as const;
  if (verb === "skip") return decided({ decision: "skip" });
  if (verb === "undo") return decided(null);
  return verb === "confirm" && suggestion !== null ? mappedChange(key, { id: suggestion.targetId }, directory) : null;
}

function rowBase(
  { key, kind, usedBy, excludes, sourceName, sourceId, resolution }: Dependency,
  context: RestoreContext,
) {
  const { mappings: words } = context.words;
  return {
    key,
    kind,
    source: nameOf(sourceName, sourceId, context),
    usage: words.kind[kind].usage(usedBy.length, excludes),
    word: words.word[resolution.state],
  };
}

function nameOf(name: string | null, id: string, { words }: RestoreContext): MappingTarget["name"] {
  return name === null || name === "" ? { text: words.mappings.nameNotRecorded(id) } : { external: name };
}

/** Without a name it is the tag that every tenant has, and nothing else (BY-6). */
function targetOf(id: string, name: string | null, context: RestoreContext, isAlone = true): MappingTarget {
  const detail = isAlone ? null : context.words.mappings.id(id);
  return {
    id,
    detail,
    name: name === null ? { text: context.words.changes.defaultScopeTag } : nameOf(name, id, context),
  };
}

function sameRow(dependency: Dependency, facts: RestoreFacts, context: RestoreContext): readonly SameRow[] {
  const { key, resolution } = dependency;
  if (resolution.state !== "same_id") return [];
  const { mappings: words } = context.words;
  return [
    {
      ...rowBase(dependency, context),
      state: "same",
      target: targetOf(resolution.targetId, resolution.targetName, context),
      choose: editAction(facts, { id: `choose:${key}`, label: words.change }, context),
    },
  ];
}

function mappingRow(
  dependency: Dependency,
  facts: RestoreFacts,
  directory: TargetDirectory | null,
  context: RestoreContext,
): readonly MappingRowModel[] {
  const { key, kind, resolution } = dependency;
  const { mappings: words } = context.words;
  const act = (verb: string, label: string): ActionModel => editAction(facts, { id: `${verb}:${key}`, label }, context);
  const base = rowBase(dependency, context);
  const undo = act("undo", words.undo);
  switch (resolution.state) {
    case "same_id":
      return [];
    case "mapped": {
      const target = targetOf(resolution.targetId, resolution.targetName, context);
      const skip = skipOf(dependency, act, context);
      return [{ ...base, state: "mapped", target, choose: act("choose", words.change), undo, skip }];
    }
    case "skipped": {
      const consequence = words.kind[kind].leftOut;
      return [{ ...base, state: "left_out", consequence, choose: act("choose", words.change), undo }];
    }
    case "unresolved": {
      const text = causeOf(kind, resolution.cause, words);
      return [
        {
          ...base,
          state: "unresolved",
          reason: text === null ? null : sentenceOf(text),
          suggestion: suggestionOf(dependency, directory, act, context),
          choose: act("choose", words.kind[kind].choose),
          skip: skipOf(dependency, act, context),
          undo: Object.hasOwn(facts.run.mappings, key) ? undo : null,
        },
      ];
    }
  }
}

function skipOf(
  { kind, excludes }: Dependency,
  act: (verb: string, label: string) => ActionModel,
  { words: { mappings: words } }: RestoreContext,
): SkipChoice {
  if (kind !== "group" || excludes) return { state: "refused", reason: words.refused };
  const { leaveOut, leftOut } = words.kind[kind];
  return { state: "possible", action: act("skip", leaveOut), consequence: leftOut };
}

/** What might be meant. What the picker does not offer is no suggestion: the directory moved since it was made. */
function suggestionOf(
  { kind, suggestion }: Dependency,
  directory: TargetDirectory | null,
  act: (verb: string, label: string) => ActionModel,
  context: RestoreContext,
): MappingSuggestion | null {
  if (suggestion === null || directory === null) return null;
  if (!entriesOf(directory, kind).some(({ id }) => id === suggestion.targetId)) return null;
  const { mappings: words } = context.words;
  const target = targetOf(suggestion.targetId, suggestion.targetName, context);
  return { target, text: words.suggested, confirm: act("confirm", words.confirm) };
}

function pickerOf(
  kind: DependencyKind,
  facts: RestoreFacts,
  directory: TargetDirectory | null,
  context: RestoreContext,
): MappingPicker {
  const { mappings: words } = context.words;
  const { resolve, search, use, cacheHoldsNone } = words.kind[kind];
  const open = syncAction(facts, kind, context);
  const sync = syncOf(facts, directory, context);
  const held = directory === null ? [] : entriesOf(directory, kind);
  const times = new Map<string, number>();
  for (const { name } of held) times.set(name, (times.get(name) ?? 0) + 1);
  // A directory may hold several of one name.
  const [first, ...others] = held.map(({ id, name }) => targetOf(id, name, context, times.get(name) === 1));
  if (first === undefined) {
    const text = directory === null ? words.cacheNeverRead : cacheHoldsNone;
    return { kind, heading: resolve, sync, state: "empty", text, primaryAction: open };
  }
  const readAt = instantOf(directory?.readAt ?? null, context);
  return {
    kind,
    heading: resolve,
    sync,
    state: "filled",
    searchLabel: search,
    nothingFound: words.nothingFound,
    entries: [first, ...others],
    useLabel: use,
    note: readAt === null ? words.cacheNote : words.cacheRead(readAt.text),
    action: open,
  };
}

/** Why there is no reference to resolve. */
function emptyText({ run, dependencies }: RestoreFacts, { words: { mappings } }: RestoreContext): string {
  if (run.scope === null) return mappings.scopeNotApplied;
  return dependencies === null ? mappings.notDetermined : mappings.none;
}

/** Why a reference is open; the plain cause, that the target has none known to be this one, is what the whole list is about. */
function causeOf(
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

const syncVerb = "open_sync";

/** Whether an action of the resolver asks for a fresh reading of the directory (PF-12). */
export function opensSync(actionId: string): boolean {
  return actionId.startsWith(`${syncVerb}:`);
}

/** Asks for a fresh reading of the directory (PF-12), where none is on its way. */
function syncAction(facts: RestoreFacts, kind: DependencyKind, context: RestoreContext): ActionModel {
  const { mappings: words } = context.words;
  const action = { id: `${syncVerb}:${kind}`, label: words.kind[kind].sync };
  const shut = editing(facts, context).state === "shut";
  return shut || !isOpenSync(facts.directorySync)
    ? editAction(facts, action, context)
    : waitingAction(action, words.sync.already);
}

/** How a fresh reading of the directory stands; null where none is on its way, and none failed since the directory was read. */
function syncOf(
  { directorySync: sync = null }: RestoreFacts,
  directory: TargetDirectory | null,
  context: RestoreContext,
): DirectorySyncModel | null {
  if (sync === null || sync.state === "succeeded") return null;
  const { mappings, outcomeReasons } = context.words;
  const { state, problem, requestedBy } = sync;
  if (state !== "failed") {
    const asked = instantOf(sync.requestedAt, context)?.text ?? null;
    const text = mappings.sync[state](asked, requestedBy.name);
    return { status: state === "reading" ? "running" : "pending", sentence: sentenceOf(text) };
  }
  const failedAt = momentOf(sync.finishedAt);
  const readAt = momentOf(directory?.readAt);
  if (failedAt !== null && readAt !== null && readAt > failedAt) return null;
  const ended = instantOf(sync.finishedAt, context)?.text ?? null;
  const why =
    problem === null
      ? ""
      : problem.code === "interrupted"
        ? mappings.sync.interrupted
        : outcomeReasons.outcome.target_answered({ code: "target_answered", problem });
  return { status: "attention", sentence: sentenceOf(mappings.sync.failed(ended, why)) };
}

/** What the cached directory holds of one kind. */
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
