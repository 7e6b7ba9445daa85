import { type RefObject, useEffect, useRef } from "react";

const focusable = "a[href], button, input, select, textarea";

/** Moves focus to an element by id, or to the first control in it; an element that takes no focus is made to take it. */
export function focusPlace(root: ParentNode, id: string): boolean {
  const element = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  if (element === null) return false;
  const control = element.matches(focusable)
    ? element
    : element.matches("[data-place=control]")
      ? element.querySelector<HTMLElement>(focusable)
      : null;
  const destination = control ?? element;
  if (control === null && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  destination.focus();
  destination.scrollIntoView({ block: "nearest" });
  return true;
}

/** Where focus goes when a page appears. */
export interface PlaceFocus {
  /** Changes when another page is shown in the same place, such as another step. */
  readonly page: string;
  /** The place that the address names, without its "#"; null where it names none. */
  readonly anchor: string | null;
  /** Changes with every navigation, so that the same link leads to its place twice. */
  readonly visit: string;
  /** Whether the first page came from a link of the app; one that the browser loaded keeps the focus it gave. */
  readonly arrived: boolean;
}

/** Moves focus to the place that the address names, else to the heading of a page that was not there before. */
export function usePlaceFocus(
  heading: RefObject<HTMLElement | null>,
  { page, anchor, visit, arrived }: PlaceFocus,
): void {
  const before = useRef<{ page: string; visit: string } | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = { page, visit };
    if (last !== null && last.page === page && last.visit === visit) return;
    const root = heading.current?.ownerDocument ?? document;
    if (anchor !== null && anchor !== "" && focusPlace(root, anchor)) return;
    if (last === null ? arrived : last.page !== page) heading.current?.focus();
  }, [heading, page, anchor, visit, arrived]);
}

/** Gives focus to a fallback where a change took the focused control away, so that the keyboard never starts over at the top. */
export function useFocusFallback(changed: unknown, fallbackId: string): void {
  const before = useRef(changed);
  useEffect(() => {
    if (before.current === changed) return;
    before.current = changed;
    if (document.activeElement === document.body) focusPlace(document, fallbackId);
  }, [changed, fallbackId]);
}
