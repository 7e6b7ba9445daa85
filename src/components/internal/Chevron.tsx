import { cx } from "./class-names.js";

/** Points down while closed, up while open. Its control's `data-state` turns it. */
export function Chevron({ className }: { className?: string }) {
  return (
    <svg
      className={cx(
        "cr:block cr:size-4 cr:flex-none cr:motion-safe:transition-transform cr:group-data-[state=open]:rotate-180",
        className,
      )}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="m4 6 4 4 4-4" />
    </svg>
  );
}
