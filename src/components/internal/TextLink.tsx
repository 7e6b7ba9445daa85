import { cx } from "./class-names.js";

/** The box of a link or a quiet button in running text, at least 24 px high. */
export const textControl = "cr:inline-flex cr:min-h-6 cr:items-center cr:gap-1 cr:text-start";

/** Looks of a link in running text. */
export const textLink = cx(
  textControl,
  "cr:text-accent cr:underline cr:decoration-1 cr:underline-offset-3 cr:hover:decoration-2",
);

/** Leads to the place that clears a reason. */
export function TextLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className={textLink}>
      {children}
    </a>
  );
}
