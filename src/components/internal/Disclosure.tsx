"use client";

import * as Collapsible from "@radix-ui/react-collapsible";
import type { ReactNode } from "react";
import { Chevron } from "./Chevron.js";
import { cx } from "./class-names.js";
import { textLink } from "./TextLink.js";

export interface DisclosureProps {
  /** Words of the control. */
  label: string;
  /** Id of the control, for places that lead to it. */
  id?: string | undefined;
  /** Id of what the control is about, where its words alone do not say. */
  describedBy?: string | undefined;
  defaultOpen?: boolean | undefined;
  /** Given where the host opens and closes it. */
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Name of the control, for page objects. */
  part?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Details behind a quiet control. What is closed is not in the document. */
export function Disclosure({
  label,
  id,
  describedBy,
  defaultOpen = false,
  open,
  onOpenChange,
  part = "disclosure",
  className,
  children,
}: DisclosureProps) {
  return (
    <Collapsible.Root
      defaultOpen={defaultOpen}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
      className={className}
    >
      <Collapsible.Trigger
        id={id}
        className={cx("cr:group cr:cursor-pointer cr:text-compact", textLink)}
        aria-describedby={describedBy}
        data-part={part}
      >
        {label}
        <Chevron />
      </Collapsible.Trigger>
      <Collapsible.Content>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
