import type { MeasureModel } from "../../view-models/index.js";
import { cx } from "./class-names.js";
import type { Standing } from "./standing.js";

export interface MeasureProps {
  measure: MeasureModel;
  /** Whether what it counts still stands. Default "current". */
  standing?: Standing;
}

/** A count, or the words that stand where there is none and why: never a number that nobody recorded (BY-3). */
export function Measure({ measure, standing = "current" }: MeasureProps) {
  if (measure.state !== "known") {
    return (
      <span className="cr:text-compact cr:text-ink-muted" data-part="measure" data-status="unavailable">
        {measure.text}
      </span>
    );
  }
  const Value = standing === "void" ? "s" : "span";
  const looks =
    standing === "void"
      ? "cr:text-ink-faint"
      : measure.value === 0 || standing === "stale"
        ? "cr:text-ink-muted"
        : "cr:font-semibold";
  return (
    <Value className={cx("cr:text-base/5 cr:tabular-nums", looks)} data-part="measure">
      {measure.text}
    </Value>
  );
}
