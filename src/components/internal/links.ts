import { type RefObject, useEffect } from "react";

/**
 * Hands plain clicks on links of this site, inside an element, to the host's router. Anything else, such as a new tab,
 * stays the browser's. The models hold addresses, so that every link works before and without a script.
 */
export function useLinks(root: RefObject<HTMLElement | null>, onNavigate: ((href: string) => void) | undefined): void {
  useEffect(() => {
    const element = root.current;
    if (element === null || onNavigate === undefined) return undefined;
    const follow = (event: MouseEvent) => {
      const href = followed(event);
      if (href === null) return;
      event.preventDefault();
      onNavigate(href);
    };
    element.addEventListener("click", follow);
    return () => element.removeEventListener("click", follow);
  }, [root, onNavigate]);
}

function followed(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download")) return null;
  return link.origin === link.ownerDocument.location.origin ? `${link.pathname}${link.search}${link.hash}` : null;
}
