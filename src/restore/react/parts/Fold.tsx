import * as Collapsible from "@radix-ui/react-collapsible";
import type { ReactNode } from "react";
import { Chevron } from "../../../components/internal/Chevron.js";
import { cx } from "../../../components/internal/class-names.js";
import { looks } from "./looks.js";

export interface FoldProps {
  /** Words of the control. */
  label: string;
  /** Id of the control, for places that lead to it. */
  id?: string | undefined;
  defaultOpen?: boolean | undefined;
  /** Given with `onOpenChange` where the page opens it. */
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Id of what the control is about, where its words alone do not say. */
  describedBy?: string | undefined;
  /** Whether the control is the heading of what it opens. */
  heading?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Details behind a quiet control. What is closed is not in the document. */
export function Fold({
  label,
  id,
  defaultOpen,
  open,
  onOpenChange,
  describedBy,
  heading = false,
  className,
  children,
}: FoldProps) {
  const trigger = (
    <Collapsible.Trigger
      id={id}
      aria-describedby={describedBy}
      className={heading ? headingLooks : cx("cr:group", looks.quiet)}
    >
      {label}
      <Chevron />
    </Collapsible.Trigger>
  );
  return (
    <Collapsible.Root
      defaultOpen={defaultOpen ?? false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
      className={className}
    >
      {heading ? <h3>{trigger}</h3> : trigger}
      <Collapsible.Content>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}

const headingLooks =
  "cr:group cr:flex cr:min-h-8 cr:cursor-pointer cr:items-center cr:gap-x-2 cr:text-start cr:text-base/6 cr:font-semibold";
