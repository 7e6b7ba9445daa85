/** Looks of form controls, in one place. Paint comes from tokens; nothing here says what a thing means. */
export const field =
  "cr:w-full cr:min-w-0 cr:rounded-sm cr:border cr:border-line-strong cr:bg-surface-raised cr:px-3.5 cr:text-base cr:text-ink";
