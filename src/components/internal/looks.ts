/** Looks of form controls, in one place. Paint comes from tokens; nothing here says what a thing means. */
export const field =
  "cr:w-full cr:min-w-0 cr:rounded-sm cr:border cr:border-line-strong cr:bg-surface-raised cr:px-3.5 cr:text-base cr:text-ink";

/** A square that is ticked or not, at least 24 px. */
export const checkbox =
  "cr:grid cr:size-6 cr:flex-none cr:cursor-[inherit] cr:appearance-none cr:place-content-center cr:rounded-sm cr:border-[1.5px] cr:border-line-strong cr:bg-surface cr:before:h-3 cr:before:w-1.5 cr:before:-translate-y-px cr:before:rotate-45 cr:before:border-ink cr:checked:border-ink cr:checked:before:border-e-2 cr:checked:before:border-b-2";

/** A track with a knob, for what is on or off at once. */
export const toggle =
  "cr:relative cr:h-6 cr:w-10 cr:flex-none cr:cursor-[inherit] cr:appearance-none cr:rounded-full cr:border-[1.5px] cr:border-line-strong cr:bg-surface cr:before:absolute cr:before:start-0.5 cr:before:top-0.5 cr:before:size-4 cr:before:rounded-full cr:before:border-[1.5px] cr:before:border-line-strong cr:before:motion-safe:transition-[inset-inline-start] cr:checked:border-ink cr:checked:bg-ink cr:checked:before:start-[1.125rem] cr:checked:before:border-surface cr:checked:before:bg-surface";
