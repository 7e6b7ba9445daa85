import { appearanceOf } from "./appearance.js";
import { cx } from "./class-names.js";
import { textOf } from "./Name.js";
import { StatusGlyph } from "./StatusGlyph.js";

export interface TickProps {
  id: string;
  label: string;
  note: string;
  ticked: boolean;
  /** Why it cannot be changed; null where it can. */
  shut: string | null;
  /** Drawn and announced as a switch instead of a checkbox. */
  toggle?: boolean;
  /** Whether the note says what deserves a look before anything else is done. */
  grave?: boolean;
  onTick: ((ticked: boolean) => void) | undefined;
}

const common = "cr:flex-none cr:cursor-[inherit] cr:appearance-none cr:border-[1.5px] cr:bg-surface";

const looks = {
  check: {
    always:
      "cr:grid cr:size-6 cr:place-content-center cr:rounded-sm cr:before:h-3 cr:before:w-1.5 cr:before:-translate-y-px cr:before:rotate-45 cr:before:border-ink cr:checked:before:border-e-2 cr:checked:before:border-b-2",
    open: "cr:border-line-strong cr:checked:border-ink",
    shut: "cr:border-dashed cr:border-line-strong cr:bg-surface-sunken",
  },
  // The tokens follow a forced palette; the browser's own would paint knob and track alike.
  toggle: {
    always:
      "cr:relative cr:h-6 cr:w-10 cr:rounded-full cr:before:absolute cr:before:start-0.5 cr:before:top-0.5 cr:before:size-4 cr:before:rounded-full cr:before:motion-safe:transition-[inset-inline-start] cr:checked:before:start-[1.125rem] cr:forced-color-adjust-none",
    // Off is a position like on: a solid knob, where a hand can take it.
    open: "cr:border-ink cr:before:bg-ink cr:checked:bg-ink cr:checked:before:bg-surface",
    // The position stays readable; nothing about it invites a hand.
    shut: "cr:border-dashed cr:border-line-strong cr:bg-surface-sunken cr:before:border-[1.5px] cr:before:border-line-strong cr:checked:before:bg-line-strong",
  },
} as const;

/** A setting that is on or off, with what its position means. One that is shut keeps focus, and says why. */
export function Tick({ id, label, note, ticked, shut, toggle = false, grave = false, onTick }: TickProps) {
  const kind = toggle ? looks.toggle : looks.check;
  return (
    <label className={cx("cr:flex cr:gap-x-3", shut === null ? "cr:cursor-pointer" : "cr:cursor-not-allowed")}>
      <input
        id={id}
        type="checkbox"
        role={toggle ? "switch" : undefined}
        className={cx(common, kind.always, shut === null ? kind.open : kind.shut)}
        checked={ticked}
        aria-disabled={shut === null ? undefined : true}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-note`}
        data-part="switch"
        onChange={() => {
          if (shut === null) onTick?.(!ticked);
        }}
      />
      <span className="cr:min-w-0">
        <span id={`${id}-label`} className="cr:block cr:font-medium" data-part="label">
          {textOf(label)}
        </span>
        <span
          id={`${id}-note`}
          className={cx(
            "cr:text-compact",
            grave ? "cr:flex cr:gap-x-1.5 cr:font-medium" : "cr:block cr:text-ink-muted",
          )}
        >
          {grave ? <StatusGlyph appearance={appearanceOf("attention")} size={16} className="cr:mt-0.5" /> : null}
          <span data-part="note">{textOf(note)}</span>
          {shut === null || shut === note ? null : (
            <>
              {" "}
              <span data-part="reason">{textOf(shut)}</span>
            </>
          )}
        </span>
      </span>
    </label>
  );
}
