import {
  type ChangeGroupModel,
  type ChangesModel,
  contractVersion,
  type CountModel,
  type DiffItem,
  type NonEmptyList,
  type SemanticDiffViewModel,
  type PlaceModel,
  sentenceOf,
} from "../../view-models/index.js";
import { presentFreshness } from "../../flow/index.js";
import { consequenceOrder } from "../rules/diff.js";
import type { ChangeConsequence } from "../run/change.js";
import type { PreviewEvidence, PreviewItem } from "../run/evidence.js";
import type { RestoreFacts } from "../run/facts.js";
import { changeModel } from "./change-models.js";
import type { RestoreContext } from "./context.js";
import { restoreCopy } from "./copy.js";
import { typeName } from "./copy/word-of.js";
import { measure } from "./quality.js";
import { places } from "./reasons.js";
import { editing, placeModel } from "./steps/editing.js";
import {
  byConsequence,
  changesNotListed,
  consequenceStatus,
  gravestOf,
  keepsAssignments,
  noiseHidden,
  sumOf,
  untouchedAssignments,
  withoutAssignments,
} from "./steps/preview-items.js";
import { recordedFreshness } from "./steps/evidence-band.js";

/** From this many items on, a search is offered. */
const searchedFrom = 10;

/** Answers: what would happen to each item, as the recorded preview has it (RW-8, BY-7)? */
export function resolveSemanticDiff(facts: RestoreFacts, context: RestoreContext): SemanticDiffViewModel {
  const { words } = context;
  const { preview } = facts.run;
  const presentation = { copy: restoreCopy(context), words: words.flow, context };
  const freshness = presentFreshness(recordedFreshness(facts).preview, presentation);
  const base = {
    contract: contractVersion,
    id: places.changes.anchor,
    title: words.preview.changesTitle,
    activity: null,
  };
  if (preview === null || freshness.state === "not_run") {
    const notRun = { state: "not_run" as const, word: words.flow.freshness.not_run };
    return { ...base, body: { state: "not_run", freshness: notRun, text: words.preview.empty } };
  }
  const ordered = byConsequence(preview.items);
  const told = untouchedAssignments(ordered, context);
  const items = ordered.map((item) => diffItem(item, told !== null, facts, context));
  const unchanged = items.filter(({ state }) => state === "unchanged").length;
  return {
    ...base,
    body: {
      state: "compared",
      freshness,
      counts: previewCounts(preview, context),
      notes: told === null ? [] : [sentenceOf(told)],
      items,
      unfoldUnchanged: unchanged === 0 || unchanged === items.length ? null : words.preview.showUnchanged(unchanged),
      search: items.length < searchedFrom ? null : words.preview.search,
      more: null,
      empty: items.length === 0 ? words.changes.noItems : null,
    },
  };
}

/** `told` where it is said once for all items that assignments stay as they are. */
function diffItem(item: PreviewItem, told: boolean, facts: RestoreFacts, context: RestoreContext): DiffItem {
  const { terms, changes: words } = context.words;
  const hidden = noiseHidden(item, context);
  const note = told && keepsAssignments(item) ? null : withoutAssignments(item, context);
  const base = {
    id: item.itemId,
    name: { external: item.name },
    type: typeName(item.type, terms),
    word: terms.action[item.action],
    notes: note === null ? [] : [sentenceOf(note)],
    noiseHidden: hidden === null ? null : { count: item.noiseHidden, text: hidden },
  };
  switch (item.action) {
    case "create":
    case "update": {
      const gravest = gravestOf(item);
      const status = gravest === undefined ? "next" : consequenceStatus[gravest];
      const state = item.action === "create" ? "created" : "updated";
      return { ...base, state, status, changes: changesModel(item, context) };
    }
    case "none":
      return { ...base, state: "unchanged", status: "unchanged" };
    case "skip": {
      const text = item.skipReason === null ? words.reasonNotRecorded : terms.skipReason[item.skipReason];
      const reason = sentenceOf(text);
      if (item.skipReason === "identity_undecided") {
        return { ...base, state: "undecided", status: "blocked", reason, settledAt: settledAt(facts, context) };
      }
      const changes = changesModel(item, context);
      const compared = changes.groups.length === 0 && changes.more === null ? null : changes;
      return { ...base, state: "skipped", status: "unavailable", reason, changes: compared };
    }
  }
}

/** Where it is decided which policy is meant; null for an operator who may not decide it. */
function settledAt(facts: RestoreFacts, context: RestoreContext): PlaceModel | null {
  if (editing(facts, context).state === "shut") return null;
  return placeModel(places.identity, null, context);
}

function changesModel(item: PreviewItem, context: RestoreContext): ChangesModel {
  const left = sumOf(item.changesNotListed);
  const more = changesNotListed(item, context);
  return {
    text: context.words.changes.changes(item.changes.length + left),
    groups: consequenceOrder.flatMap((consequence) => changeGroup(consequence, item, context)),
    more: more === null ? null : { count: left, text: more },
  };
}

function changeGroup(
  consequence: ChangeConsequence,
  item: PreviewItem,
  context: RestoreContext,
): readonly ChangeGroupModel[] {
  const [first, ...others] = item.changes
    .filter((change) => change.consequence === consequence)
    .map((change, index) => changeModel(change, `${consequence}/${index}`, context));
  if (first === undefined) return [];
  return [
    {
      consequence,
      title: context.words.terms.consequence[consequence],
      status: consequenceStatus[consequence],
      changes: [first, ...others],
    },
  ];
}

/** The counts of RW-8. */
function previewCounts({ summary }: PreviewEvidence, context: RestoreContext): NonEmptyList<CountModel> {
  const words = context.words.preview;
  const row = (id: keyof typeof words.count, count: number): CountModel => ({
    id,
    ...words.count[id],
    measure: measure(count, words.countNotRecorded, context),
  });
  return [
    row("policies_changed", summary.policiesChanged),
    row("policies_created", summary.policiesCreated),
    row("assignments_changed", summary.assignmentsChanged),
    row("scope_tags_changed", summary.scopeTagsChanged),
    row("unchanged", summary.unchanged),
    row("skipped", summary.skipped),
  ];
}
