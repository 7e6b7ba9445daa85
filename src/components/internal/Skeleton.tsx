import { cx } from "./class-names.js";
import { textOf } from "./Name.js";

export interface SkeletonProps {
  /** What is on its way, in the model's words. */
  text: string;
  /** How many rows stand in for the content, so that little moves when it comes. Default 3. */
  rows?: number | undefined;
  className?: string;
}

/** Stands where content will: says what is on its way, and claims nothing of it. */
export function Skeleton({ text, rows = 3, className }: SkeletonProps) {
  return (
    <div className={className} data-part="loading">
      <p className="cr:text-ink-muted">{textOf(text)}</p>
      <div aria-hidden="true" className="cr:mt-3 cr:motion-safe:animate-pulse">
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className="cr:border-t cr:border-line cr:py-3">
            <div className={cx("cr:h-3.5 cr:rounded-sm cr:bg-surface-sunken", widths[index % widths.length])} />
          </div>
        ))}
      </div>
    </div>
  );
}

const widths = ["cr:w-4/5", "cr:w-3/5", "cr:w-2/3"];
