"use client";

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type SyntheticEvent,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { cx } from "./class-names.js";

export interface DialogProps extends Omit<ComponentPropsWithoutRef<"dialog">, "onClose"> {
  open: boolean;
  /** Called when the operator closes it, however they do. */
  onClose: () => void;
  /** Id of the element that names it. */
  labelledBy: string;
}

// React 18 warns of layout effects where there is no layout.
const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * A modal dialog: the browser's own, in the top layer, so that it stays where its theme, its direction and its container
 * are, keeps focus inside and gives it back where it came from. What is closed is not in the document.
 */
export const Dialog = forwardRef<HTMLDialogElement, DialogProps>(function Dialog(
  { open, onClose, labelledBy, className, children, ...rest },
  ref,
) {
  const dialog = useRef<HTMLDialogElement>(null);
  useImperativeHandle(ref, () => dialog.current as HTMLDialogElement);
  useBeforePaint(() => {
    const element = dialog.current;
    if (element === null || !open) return undefined;
    element.showModal();
    // The backdrop is the dialog itself, for its content fills it.
    const leave = ({ target }: MouseEvent) => {
      if (target === element) element.close();
    };
    element.addEventListener("mousedown", leave);
    // Closed before it leaves the document: only then does the browser give focus back.
    return () => {
      element.removeEventListener("mousedown", leave);
      element.close();
    };
  }, [open]);
  const closed = (event: SyntheticEvent<HTMLDialogElement>) => {
    // One that was opened again before it heard that it was closed, as React does in development, stays open.
    if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
  };
  return (
    <dialog
      {...rest}
      ref={dialog}
      aria-labelledby={labelledBy}
      className={cx(
        "cr:fixed cr:inset-0 cr:m-auto cr:h-fit cr:max-h-[min(44rem,calc(100dvh-2rem))] cr:w-[min(36rem,calc(100vw-2rem))] cr:overflow-y-auto cr:overscroll-contain cr:rounded-lg cr:border cr:border-line-strong cr:bg-surface-raised cr:p-0 cr:text-ink",
        "cr:backdrop:bg-(--cr-scrim) cr:not-open:hidden",
        className,
      )}
      onClose={closed}
    >
      {open ? children : null}
    </dialog>
  );
});
