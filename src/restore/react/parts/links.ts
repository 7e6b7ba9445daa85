import type { MouseEvent } from "react";

/**
 * Hands a plain click on a link of this site to the host's router. Anything else, such as a new tab, stays the browser's.
 * The models hold addresses, so that every link works before and without a script.
 */
export function interceptLinks(onNavigate: ((href: string) => void) | undefined) {
  return (event: MouseEvent) => {
    if (onNavigate === undefined || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || link.target !== "" || link.hasAttribute("download") || link.origin !== link.ownerDocument.location.origin) return;
    event.preventDefault();
    onNavigate(`${link.pathname}${link.search}${link.hash}`);
  };
}
