import { type ReactNode, useState } from "react";
import { looks } from "./looks.js";

export interface BoundedProps<Row> {
  rows: readonly Row[];
  /** Rows shown at first, and again with each "show more". */
  bound: number;
  /** Words of the control, from what remains. */
  more: (remaining: number) => string;
  children: (row: Row, index: number) => ReactNode;
  /** Where the control begins, as the rows do. */
  indent?: string;
  /** Wraps the rows in the list they belong to. */
  list: (rows: ReactNode) => ReactNode;
}

/** The first rows of a list, and a control for the next ones, so that 10,000 rows never freeze a page (BY-7, RW-14). */
export function Bounded<Row>({ rows, bound, more, indent = "", children, list }: BoundedProps<Row>) {
  const [shown, setShown] = useState(bound);
  const remaining = rows.length - shown;
  return (
    <>
      {list(rows.slice(0, shown).map(children))}
      {remaining > 0 ? (
        <button
          type="button"
          className={`${looks.quiet} cr:mt-3 ${indent}`}
          onClick={() => setShown(shown + bound * 4)}
        >
          {more(remaining)}
        </button>
      ) : null}
    </>
  );
}
