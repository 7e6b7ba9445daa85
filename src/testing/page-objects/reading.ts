import type { Seen } from "./seen.js";

/** An action as the operator finds it. */
export type SeenAction = SeenLink | SeenCallback | SeenBlocked;

/** It leads somewhere. */
export interface SeenLink {
  readonly kind: "link";
  readonly label: string;
  readonly href: string;
}

/** It does something. */
export interface SeenCallback {
  readonly kind: "callback";
  readonly label: string;
}

/** It cannot be taken now. */
export interface SeenBlocked {
  readonly kind: "blocked";
  readonly label: string;
  /** Why not. */
  readonly reason: string;
  /** Where that is cleared; null where the operator cannot clear it. */
  readonly clearedBy: SeenPlace | null;
}

/** A link to the place that clears or settles something. */
export interface SeenPlace {
  readonly label: string;
  readonly href: string;
}

/** An input that moved under evidence (BY-1). */
export interface SeenChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A reason why something cannot be done, and where it is cleared. */
export interface SeenBlocker {
  readonly reason: string;
  readonly clearedBy: SeenPlace | null;
}

/** A count under its name, or the words that stand where no number was recorded (BY-3). */
export interface SeenCount {
  readonly label: string;
  /** The count as it is written. */
  readonly text: string;
  readonly state: "known" | "unavailable";
  /** Whatever is said beside it. */
  readonly note: string;
}

/** What an `ActionControl` offers. */
export function actionOf(control: Seen): SeenAction {
  const element = control.part("control");
  const label = element?.text ?? "";
  if (element?.tag === "a") return { kind: "link", label, href: element.attribute("href") ?? "" };
  if (element?.attribute("aria-disabled") !== "true") return { kind: "callback", label };
  // The second element of the description says the reason where it is said already.
  const [, saidBy] = (element.attribute("aria-describedby") ?? "").split(" ");
  const reason = ownReason(control) || (saidBy === undefined ? "" : (control.byId(saidBy)?.text ?? ""));
  return { kind: "blocked", label, reason, clearedBy: placeIn(control) };
}

/** What follows the word that it is blocked. */
function ownReason(control: Seen): string {
  const reason = control.part("reason");
  const [word] = reason?.children ?? [];
  return word === undefined ? "" : (reason?.textAfter(word) ?? "");
}

/** The action in a part, if there is one. */
export function actionIn(part: Seen): SeenAction | null {
  const control = part.own().find((element) => element.attribute("data-component") === "ActionControl");
  return control === undefined ? null : actionOf(control);
}

/** The place that a part leads to by a link of its own. */
export function placeIn(part: Seen): SeenPlace | null {
  const link = part.tags("a")[0];
  return link === undefined ? null : { label: link.text, href: link.attribute("href") ?? "" };
}

/** The inputs that moved, where a part lists them. */
export function changesIn(part: Seen): readonly SeenChange[] {
  return part.parts("moved").map((item) => ({
    label: item.textBefore(item.part("was")).replace(/:$/, ""),
    before: item.part("before")?.text ?? "",
    after: item.part("after")?.text ?? "",
  }));
}

/** The name of a component: what labels it, or the words that stand for a label. */
export function nameOf(component: Seen): string {
  const labelledBy = component.attribute("aria-labelledby");
  const label = labelledBy === null ? null : component.byId(labelledBy);
  const words =
    label ??
    component.part("question") ??
    component.part("control") ??
    component.part("label") ??
    component.part("text");
  return words?.text ?? component.attribute("aria-label") ?? component.text;
}

/** The words of a part; null where the part is not there. */
export function textOf(part: Seen | null | undefined): string | null {
  return part?.text ?? null;
}

/** The words of all parts of a name. */
export function textsOf(part: Seen, name: string): readonly string[] {
  return part.parts(name).map((one) => one.text);
}

/** The literal of an element's `data-status`. */
export function statusOf(element: Seen): string | null {
  return element.attribute("data-status");
}

/** Whether all that a part says is struck, because it is void. */
export function isStruck(part: Seen): boolean {
  const struck = part.descendants().find(({ tag }) => tag === "s");
  return struck !== undefined && struck.text === part.text;
}
