/** Stands between what was and what is; mirrored where text runs the other way. */
export function Arrow() {
  return (
    <svg
      className="cr:inline-block cr:size-3 cr:rtl:rotate-180"
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M1.5 6h9M7.500 3l3 3-3 3" />
    </svg>
  );
}
