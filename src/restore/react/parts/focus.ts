import { type RefObject, useEffect, useRef } from "react";

const focusable = "a[href], button, input, select, textarea";

/** Moves focus to an element by id, or to the first control in it; an element that takes no focus is made to take it. */
export function focusPlace(root: ParentNode, id: string): boolean {
  const element = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  if (element === null) return false;
  const control = element.matches(focusable) ? element : element.matches("[data-place=control]") ? element.querySelector<HTMLElement>(focusable) : null;
  const destination = control ?? element;
  if (control === null && !element.hasAttribute("tabindex")) element.tabIndex = -1;
  destination.focus();
  destination.scrollIntoView({ block: "nearest" });
  return true;
}

/**
 * Moves focus to the heading when the page changes, or to the place that its address names. `visit` changes with every
 * navigation, so that the same link leads there twice. The first page of a visit keeps the focus the browser gave it.
 */
export function usePlaceFocus(
  heading: RefObject<HTMLElement | null>,
  page: string,
  anchor: string | null,
  visit: string,
): void {
  const before = useRef<{ page: string; visit: string } | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = { page, visit };
    if (last !== null && last.page === page && last.visit === visit) return;
    const root = heading.current?.ownerDocument ?? document;
    if (anchor !== null && anchor !== "" && focusPlace(root, anchor)) return;
    if (last !== null && last.page !== page) heading.current?.focus();
  }, [heading, page, anchor, visit]);
}
