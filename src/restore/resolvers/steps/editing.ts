import type { ActionModel, BlockedAction, PlaceModel } from "../../../view-models/index.js";
import type { Place } from "../../../safety/index.js";
import type { BackupSetSummary } from "../../run/backup-set.js";
import type { RunChange } from "../../run/events.js";
import type { RestoreFacts } from "../../run/facts.js";
import { whatWouldThisUndo } from "../../run/undo.js";
import type { RestoreContext } from "../context.js";
import type { UndoingEvent } from "../copy/en/page.js";
import { restoreCopy } from "../copy.js";
import { isOvertaken } from "../overtaken.js";
import { places } from "../reasons.js";
import type { ControlState } from "./lead.js";

/** A run's own page, as a place. */
export const resultPlace = { step: "result", anchor: "result" } as const satisfies Place;

/** Answers: may this operator change this run at all? Once it left preparation nobody may (RW-12). */
export function editing(
  { run, operator }: Pick<RestoreFacts, "run" | "operator">,
  context: RestoreContext,
): ControlState {
  if (run.execution !== null) return { state: "shut", reason: context.words.page.leftPreparation };
  if (!operator.capabilities.includes("restore.prepare")) {
    return { state: "shut", reason: restoreCopy(context).reason({ code: "operator_not_entitled" }) };
  }
  return { state: "open" };
}

/** Answers: may this operator confirm what this page shows? Not where the run may be another by now. */
export function confirming(
  facts: Pick<RestoreFacts, "run" | "operator" | "superseded">,
  context: RestoreContext,
): ControlState {
  const control = editing(facts, context);
  return control.state === "open" && isOvertaken(facts)
    ? { state: "shut", reason: restoreCopy(context).reason({ code: "facts_superseded" }) }
    : control;
}

/** An action that changes the run, or the same action blocked with the reason why nothing may be changed. */
export function editAction(
  facts: Pick<RestoreFacts, "run" | "operator" | "superseded">,
  action: { readonly id: string; readonly label: string },
  context: RestoreContext,
): ActionModel {
  const state = confirming(facts, context);
  if (state.state === "open") return { kind: "callback", ...action };
  return { kind: "blocked", ...action, reason: state.reason, clearedBy: whereInstead(facts, context) };
}

function whereInstead(
  facts: Pick<RestoreFacts, "run" | "operator" | "superseded">,
  context: RestoreContext,
): PlaceModel | null {
  if (facts.run.execution !== null) return placeModel(resultPlace, context.words.page.viewResult, context);
  return editing(facts, context).state === "open" ? placeModel(places.readAgain, null, context) : null;
}

/** An action blocked for one reason, with the place that clears it. */
export function blockedAction(
  action: { readonly id: string; readonly label: string },
  reason: string,
  clearedBy: PlaceModel | null,
): BlockedAction {
  return { kind: "blocked", id: action.id, label: action.label, reason, clearedBy };
}

/** An action that waits for something that is on its way: nobody has anything to mend. */
export function waitingAction(action: { readonly id: string; readonly label: string }, reason: string): BlockedAction {
  return { ...blockedAction(action, reason, null), waits: true };
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
  event: Extract<RunChange, { event: UndoingEvent }>,
  context: RestoreContext,
  chosen: BackupSetSummary | null = null,
): string | null {
  const { voids, clears } = whatWouldThisUndo(facts, event, chosen);
  if (voids.length === 0 && clears.length === 0) return null;
  const evidence = voids.map((voided) => voided.evidence);
  return context.words.page.undoes(event.event, evidence, clears);
}
