/** Looks of controls that several pages share. Paint comes from tokens; nothing here says what a thing means. */
export const looks = {
  field:
    "cr:min-h-12 cr:w-full cr:min-w-0 cr:rounded-sm cr:border cr:border-line-strong cr:bg-surface-raised cr:px-3.5 cr:text-base cr:text-ink",
  note: "cr:text-compact cr:text-ink-muted",
  quiet:
    "cr:inline-flex cr:min-h-6 cr:cursor-pointer cr:items-center cr:gap-1 cr:text-compact cr:text-accent cr:underline cr:decoration-1 cr:underline-offset-3 cr:hover:decoration-2",
  subheading: "cr:text-sm cr:font-semibold",
} as const;
