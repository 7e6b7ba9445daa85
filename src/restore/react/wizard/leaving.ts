import type { ActionModel } from "../../../view-models/index.js";
import type { RunChange } from "../../run/events.js";
import type { Unapplied } from "../../resolvers/steps/index.js";

/** A navigation that waits for the operator's answer; the host's router owns it. */
export interface Leaving {
  readonly stay: () => void;
  readonly go: () => void;
}

/** Asked by the host before it leaves the page: whether something would be left unapplied. */
export type LeaveGuard = () => boolean;

/** What a step holds that is not applied, and how it would be. */
export interface UnappliedChoice {
  readonly what: Unapplied;
  readonly change: RunChange | null;
  readonly apply: ActionModel | null;
  readonly undoes: string | null;
}

/** What is being written or chosen inside a component, whose own it is until it is handed over. */
export function halfWritten(page: ParentNode): UnappliedChoice | null {
  const nothing = { change: null, apply: null, undoes: null };
  const reasons = [...page.querySelectorAll<HTMLTextAreaElement>("[data-part=accept] textarea")];
  if (reasons.some(({ value }) => value.trim() !== "")) return { what: "reason", ...nothing };
  const picker = page.querySelector("[data-component=MappingPickerDialog][open]");
  return picker?.querySelector("[role=option][aria-selected=true]") ? { what: "decision", ...nothing } : null;
}
