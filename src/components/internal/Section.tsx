import { type ComponentPropsWithoutRef, type ReactNode, forwardRef } from "react";
import { cx } from "./class-names.js";
import { Reserved, type ReserveProps } from "./Reserved.js";
import { Heading, type HeadingLevel } from "./Heading.js";

export interface SectionProps extends Omit<ComponentPropsWithoutRef<"section">, "title" | "id">, ReserveProps {
  /** Name of the component, for `data-component`. */
  component: string;
  id: string;
  title: string;
  headingLevel: HeadingLevel;
  /** A line under the title. */
  note?: ReactNode;
  /** That of the component; "tight" where its comfortable one is that of others compact. */
  density?: Density | "tight" | undefined;
  /** The section that leads its page. */
  lead?: boolean;
  /** What stands in for its content where room is kept for it. */
  room?: ReactNode;
}

/** How much air a component takes. */
export type Density = "comfortable" | "compact";

const paddings = { comfortable: "cr:pt-5 cr:pb-9", compact: "cr:pt-4 cr:pb-5", tight: "cr:pt-2.5 cr:pb-3" } as const;

/** The label column and the content column of a section; a container that is too narrow for both has one. */
export const labelledColumns = "cr:grid-cols-1 cr:@2xl:grid-cols-[9rem_minmax(0,1fr)] cr:@2xl:gap-x-10";

/** Column of a section's content. */
export const contentColumn = "cr:min-w-0 cr:@2xl:col-start-2";

/** Lets a row begin with a 20 px glyph and a 12 px gap in the gutter, so that its text aligns with the column. */
export const glyphGutter = "cr:@2xl:-ms-8";

/** A named section: its title in a label column, its content beside it. */
export const Section = forwardRef<HTMLElement, SectionProps>(function Section(
  {
    component,
    id,
    title,
    headingLevel,
    note,
    density = "comfortable",
    lead = false,
    reserve,
    room,
    className,
    children,
    ...rest
  },
  ref,
) {
  const titleId = `${id}-title`;
  const columns = cx("cr:grid cr:gap-y-3", labelledColumns);
  return (
    <section
      {...rest}
      ref={ref}
      id={id}
      className={cx(
        "cr:@container cr:text-sm cr:text-ink",
        lead ? "cr:border-t-2 cr:border-ink" : "cr:border-t cr:border-line",
        paddings[density],
        className,
      )}
      data-component={component}
      aria-labelledby={titleId}
    >
      <Reserved
        reserve={reserve}
        room={
          <div className={columns}>
            <div className="cr:h-5 cr:@2xl:hidden" />
            {room}
          </div>
        }
      >
        <div className={columns}>
          <div
            className={cx(
              "cr:flex cr:flex-wrap cr:items-baseline cr:justify-between cr:gap-x-4",
              "cr:@2xl:col-start-1 cr:@2xl:row-start-1 cr:@2xl:block cr:@2xl:pe-3",
              lead && "cr:@2xl:pt-3",
            )}
          >
            <Heading id={titleId} level={headingLevel}>
              {title}
            </Heading>
            {note}
          </div>
          {children}
        </div>
      </Reserved>
    </section>
  );
});
