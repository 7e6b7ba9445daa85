import type { InstantModel } from "../../view-models/index.js";

/** A moment in the operator's words; struck where what it dates is void. */
export function Time({ at, struck = false }: { at: InstantModel; struck?: boolean }) {
  const time = (
    <time dateTime={at.iso} data-part="time">
      {at.text}
    </time>
  );
  return struck ? <s>{time}</s> : time;
}
