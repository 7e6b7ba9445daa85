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
  className?: string | undefined;
  children: ReactNode;
}

/** Details behind a quiet control. What is closed is not in the document. */
export function Fold({ label, id, defaultOpen, open, onOpenChange, className, children }: FoldProps) {
  return (
    <Collapsible.Root
      defaultOpen={defaultOpen ?? false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
      className={className}
    >
      <Collapsible.Trigger id={id} className={cx("cr:group", looks.quiet)}>
        {label}
        <Chevron />
      </Collapsible.Trigger>
      <Collapsible.Content>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
