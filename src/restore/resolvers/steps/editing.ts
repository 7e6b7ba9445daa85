import type { ActionModel, BlockedAction, PlaceModel } from "../../../view-models/index.js";
import type { Place } from "../../../safety/index.js";
import { evidenceFreshness } from "../../run/basis.js";
import type { RestoreFacts } from "../../run/facts.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { places } from "../reasons.js";
import { listed } from "./words.js";
import type { ControlState } from "./lead.js";

/** A run's own page, as a place. */
export const resultPlace = { step: "result", anchor: "result" } as const satisfies Place;

/** Answers: may this operator change this run at all? Once it left preparation nobody may (RW-12). */
export function editing({ run, operator }: Pick<RestoreFacts, "run" | "operator">): ControlState {
  if (run.execution !== null) {
    return { state: "shut", reason: "This run has left preparation and cannot be changed. Create a new run instead." };
  }
  if (!operator.capabilities.includes("restore.prepare")) {
    const reason =
      "You may look at this run, not prepare it. A workspace administrator can grant the restore capability.";
    return { state: "shut", reason };
  }
  return { state: "open" };
}

/** An action that changes the run, or the same action blocked with the reason why nothing may be changed. */
export function editAction(
  facts: Pick<RestoreFacts, "run" | "operator">,
  action: { readonly id: string; readonly label: string },
  context: RestoreContext,
): ActionModel {
  const state = editing(facts);
  if (state.state === "open") return { kind: "callback", ...action };
  const clearedBy = facts.run.execution === null ? null : placeModel(resultPlace, "View result", context);
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
export function generateLabel({ run }: Pick<RestoreFacts, "run">): string {
  return run.preview === null ? "Generate preview" : "Generate preview again";
}

/** A way forward to the preview, under the name that the preview's own page has for it. */
export function previewByName(place: PlaceModel | null, facts: Pick<RestoreFacts, "run">): PlaceModel | null {
  const { step, anchor } = places.runPreview;
  return place?.step === step && place.anchor === anchor ? { ...place, label: generateLabel(facts) } : place;
}

/** Answers: what would this change undo (BY-2)? Names only what exists; null where nothing would be lost. */
export function undoneBy(facts: RestoreFacts, change: "backup_set" | "scope" | "mapping"): string | null {
  const freshness = evidenceFreshness(facts);
  const voided = [
    ...(freshness.checks.state === "current" ? ["checks"] : []),
    ...(freshness.preview.state === "current" ? ["preview"] : []),
  ];
  const { run, confirmation } = facts;
  const cleared =
    change === "backup_set"
      ? [
          ...(run.scope === null ? [] : ["scope"]),
          ...(Object.keys(run.mappings).length === 0 ? [] : ["mappings"]),
          ...(confirmation.reviewedImpact || confirmation.typedLabel !== "" ? ["confirmation"] : []),
        ]
      : [];
  const parts = [
    ...(voided.length === 0 ? [] : [`voids ${listed(voided)}`]),
    ...(cleared.length === 0 ? [] : [`clears ${listed(cleared)}`]),
  ];
  if (parts.length === 0) return null;
  return `${changes[change]} ${parts.join(", and ")}.`;
}

const changes = {
  backup_set: "Choosing another set",
  scope: "Applying another scope",
  mapping: "Another mapping",
} as const;
