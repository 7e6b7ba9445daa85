"use client";

import * as Collapsible from "@radix-ui/react-collapsible";
import type { ReactNode } from "react";
import { Chevron } from "./Chevron.js";
import { cx } from "./class-names.js";
import { textLink } from "./TextLink.js";

export interface DisclosureProps {
  /** Words of the control. */
  label: string;
  /** Id of what the control is about, where its words alone do not say. */
  describedBy?: string | undefined;
  defaultOpen?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Details behind a quiet control. What is closed is not in the document. */
export function Disclosure({ label, describedBy, defaultOpen = false, className, children }: DisclosureProps) {
  return (
    <Collapsible.Root defaultOpen={defaultOpen} className={className}>
      <Collapsible.Trigger
        className={cx("cr:group cr:cursor-pointer cr:text-compact", textLink)}
        aria-describedby={describedBy}
        data-part="disclosure"
      >
        {label}
        <Chevron />
      </Collapsible.Trigger>
      <Collapsible.Content>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
