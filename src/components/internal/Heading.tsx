import type { ReactNode } from "react";

/** Level of a component's heading in its page. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/** Props shared by components with a heading. */
export interface HeadingProps {
  /** Level of the component's heading; the level below it belongs to what the component contains. Default 2. */
  headingLevel?: HeadingLevel | undefined;
}

export function Heading({ id, level, children }: { id?: string; level: HeadingLevel; children: ReactNode }) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className="cr:text-compact cr:font-semibold cr:text-ink" data-part="heading">
      {children}
    </Tag>
  );
}

const below = { 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

/** Level of a heading one deeper; the deepest has none below it. */
export function levelBelow(level: HeadingLevel): HeadingLevel {
  return below[level];
}
