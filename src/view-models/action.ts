import type { PlaceModel } from "./common.js";

/** Something the operator may do, as data: a link, a callback by id, or a blocked action with its reason (BY-15). */
export type ActionModel = LinkAction | CallbackAction | BlockedAction;

/** An action the operator can take now. */
export type AvailableAction = LinkAction | CallbackAction;

interface ActionBase {
  /**
   * Stable id, handed to `onAction`.
   * @minLength 1
   */
  readonly id: string;
  /**
   * Self-describing words of the action.
   * @minLength 1
   */
  readonly label: string;
}

/** Leads somewhere; works without a script. */
export interface LinkAction extends ActionBase {
  readonly kind: "link";
  /**
   * Address in the host's router.
   * @minLength 1
   */
  readonly href: string;
  readonly reason?: never;
  readonly clearedBy?: never;
  readonly waits?: never;
}

/** Calls the host's `onAction` with the action's id. */
export interface CallbackAction extends ActionBase {
  readonly kind: "callback";
  readonly href?: never;
  readonly reason?: never;
  readonly clearedBy?: never;
  readonly waits?: never;
}

/** Cannot be taken now. Stays visible and focusable, and says why. */
export interface BlockedAction extends ActionBase {
  readonly kind: "blocked";
  /**
   * Why the action cannot be taken.
   * @minLength 1
   */
  readonly reason: string;
  /** The place that clears the reason, or null where the operator cannot clear it; the reason then says who can. */
  readonly clearedBy: PlaceModel | null;
  /** True where it waits for something that is on its way, and nobody has anything to mend; absent or false where somebody has. */
  readonly waits?: boolean;
  readonly href?: never;
}
