import {
  type ChangeGroupModel,
  type ChangesModel,
  contractVersion,
  type DiffItem,
  type SemanticDiffViewModel,
  type PlaceModel,
  sentenceOf,
} from "../../view-models/index.js";
import { presentFreshness } from "../../flow/index.js";
import { consequenceOrder } from "../rules/diff.js";
import type { ChangeConsequence } from "../run/change.js";
import type { PreviewItem } from "../run/evidence.js";
import type { RestoreFacts } from "../run/facts.js";
import { changeModel } from "./change-models.js";
import type { RestoreContext } from "./context.js";
import { restoreCopy } from "./copy.js";
import { typeName } from "./copy/word-of.js";
import { places } from "./reasons.js";
import { editing, placeModel } from "./steps/editing.js";
import {
  byConsequence,
  changesNotListed,
  consequenceStatus,
  noiseHidden,
  sumOf,
  withoutAssignments,
} from "./steps/preview-items.js";
import { recordedFreshness } from "./steps/evidence-band.js";
import { previewCounts } from "./steps/preview-step.js";

/** Answers: what would happen to each item, as the recorded preview has it (RW-8, BY-7)? */
export function resolveSemanticDiff(facts: RestoreFacts, context: RestoreContext): SemanticDiffViewModel {
  const { words } = context;
  const { preview } = facts.run;
  const presentation = { copy: restoreCopy(context), words: words.flow, context };
  const freshness = presentFreshness(recordedFreshness(facts).preview, presentation);
  const base = { contract: contractVersion, id: "semantic-diff", title: words.preview.itemsTitle, activity: null };
  if (preview === null || freshness.state === "not_run") {
    const notRun = { state: "not_run" as const, word: words.flow.freshness.not_run };
    return { ...base, body: { state: "not_run", freshness: notRun, text: words.preview.empty } };
  }
  const items = byConsequence(preview.items).map((item) => diffItem(item, facts, context));
  return {
    ...base,
    body: {
      state: "compared",
      freshness,
      counts: previewCounts(preview, context),
      notes: [],
      items,
      more: null,
      empty: items.length === 0 ? words.changes.noItems : null,
    },
  };
}

function diffItem(item: PreviewItem, facts: RestoreFacts, context: RestoreContext): DiffItem {
  const { terms, changes: words } = context.words;
  const hidden = noiseHidden(item, context);
  const note = withoutAssignments(item, context);
  const base = {
    id: item.itemId,
    name: { external: item.name },
    type: typeName(item.type, terms),
    word: terms.action[item.action],
    notes: note === null ? [] : [sentenceOf(note)],
    noiseHidden: hidden === null ? null : { count: item.noiseHidden, text: hidden },
  };
  const changes = changesModel(item, context);
  switch (item.action) {
    case "create":
    case "update": {
      const status = changes.groups[0]?.status ?? "next";
      return { ...base, state: item.action === "create" ? "created" : "updated", status, changes };
    }
    case "none":
      return { ...base, state: "unchanged", status: "unchanged" };
    case "skip": {
      const text = item.skipReason === null ? words.reasonNotRecorded : terms.skipReason[item.skipReason];
      const reason = sentenceOf(text);
      if (item.skipReason === "identity_undecided") {
        return { ...base, state: "undecided", status: "blocked", reason, settledAt: settledAt(facts, context) };
      }
      const compared = changes.groups.length === 0 && changes.more === null ? null : changes;
      return { ...base, state: "skipped", status: "unavailable", reason, changes: compared };
    }
  }
}

/** Where it is decided which policy is meant; null for an operator who may not decide it. */
function settledAt(facts: RestoreFacts, context: RestoreContext): PlaceModel | null {
  if (editing(facts, context).state === "shut") return null;
  return placeModel(places.findings, null, context);
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
