import type { ActionModel, BlockedAction, PlaceModel } from "../../../view-models/index.js";
import type { Place } from "../../../safety/index.js";
import { evidenceFreshness } from "../../run/basis.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { places } from "../reasons.js";
import type { ControlState } from "./lead.js";

/** A run's own page, as a place. */
export const resultPlace = { step: "result", anchor: "result" } as const satisfies Place;

/** Answers: may this operator change this run at all? Once it left preparation nobody may (RW-12). */
export function editing(
  { run, operator }: Pick<RestoreFacts, "run" | "operator">,
  context: RestoreContext,
): ControlState {
  const { page, reasons } = context.words;
  if (run.execution !== null) return { state: "shut", reason: page.leftPreparation };
  if (!operator.capabilities.includes("restore.prepare")) {
    return { state: "shut", reason: reasons.operator_not_entitled({ code: "operator_not_entitled" }) };
  }
  return { state: "open" };
}

/** An action that changes the run, or the same action blocked with the reason why nothing may be changed. */
export function editAction(
  facts: Pick<RestoreFacts, "run" | "operator">,
  action: { readonly id: string; readonly label: string },
  context: RestoreContext,
): ActionModel {
  const state = editing(facts, context);
  if (state.state === "open") return { kind: "callback", ...action };
  const clearedBy =
    facts.run.execution === null ? null : placeModel(resultPlace, context.words.page.viewResult, context);
  return { kind: "blocked", ...action, reason: state.reason, clearedBy };
}

/** An action blocked for one reason, with the place that clears it. */
export function blockedAction(
  action: { readonly id: string; readonly label: string },
  reason: string,
  clearedBy: PlaceModel | null,
): BlockedAction {
  return { kind: "blocked", ...action, reason, clearedBy };
}

/** A place with its words and its address. */
export function placeModel(place: Place, label: string | null, context: RestoreContext): PlaceModel {
  return { ...place, label: label ?? restoreCopy(context).placeLabel(place), href: context.href(place) };
}

/** What generating the preview is called: it has one name wherever it is offered. */
export function generateLabel({ run }: Pick<RestoreFacts, "run">, { words: { preview } }: RestoreContext): string {
  return run.preview === null ? preview.generate : preview.generateAgain;
}

/** A way forward to the preview, under the name that the preview's own page has for it. */
export function previewByName(
  place: PlaceModel | null,
  facts: Pick<RestoreFacts, "run">,
  context: RestoreContext,
): PlaceModel | null {
  const { step, anchor } = places.runPreview;
  return place?.step === step && place.anchor === anchor ? { ...place, label: generateLabel(facts, context) } : place;
}

/** Answers: what would this change undo (BY-2)? Names only what exists; null where nothing would be lost. */
export function undoneBy(
  facts: RestoreFacts,
  change: "backup_set" | "scope" | "mapping",
  context: RestoreContext,
): string | null {
  const freshness = evidenceFreshness(facts);
  const { run, confirmation } = facts;
  const voided = (["checks", "preview"] as const).filter((evidence) => freshness[evidence].state === "current");
  const held = {
    scope: run.scope !== null,
    mappings: Object.keys(run.mappings).length > 0,
    confirmation: confirmation.reviewedImpact || confirmation.typedLabel !== "",
  };
  const cleared =
    change === "backup_set" ? (["scope", "mappings", "confirmation"] as const).filter((choice) => held[choice]) : [];
  return voided.length === 0 && cleared.length === 0 ? null : context.words.page.undoes(change, voided, cleared);
}
