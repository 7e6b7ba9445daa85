import type { InstantModel } from "../../view-models/index.js";

/** A moment in the operator's words; struck where what it dates is void. */
export function Time({ at, struck = false }: { at: InstantModel; struck?: boolean }) {
  // A day in figures comes first in many languages, and a page that runs the other way would put it last.
  const time = (
    <time dateTime={at.iso} dir="auto" data-part="time">
      {at.text}
    </time>
  );
  return struck ? <s>{time}</s> : time;
}
