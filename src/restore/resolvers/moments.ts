import type { InstantModel } from "../../view-models/index.js";
import { recordedMoment } from "../../safety/moment.js";
import type { RestoreContext } from "./context.js";

/** A recorded moment in words; null where none was recorded, or what was recorded is no moment. */
export function instantOf(recorded: string | null, context: Pick<RestoreContext, "instant">): InstantModel | null {
  const at = recordedMoment(recorded);
  return at === null ? null : context.instant(at);
}
