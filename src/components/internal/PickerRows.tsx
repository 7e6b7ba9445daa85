import { memo } from "react";
import type { ItemChoice, ItemMark } from "../../view-models/index.js";
import { Chevron } from "./Chevron.js";
import { cx } from "./class-names.js";
import { Name } from "./Name.js";
import type { PickerRow } from "./picker-rows.js";
import type { Density } from "./Section.js";

export function SectionRow({ title, note }: { title: string; note: string | null }) {
  return (
    <p className="cr:flex cr:flex-wrap cr:gap-x-3 cr:bg-surface-sunken cr:px-2 cr:py-1.5 cr:text-compact">
      <span className="cr:font-semibold" data-part="name">
        {title}
      </span>
      {note === null ? null : (
        <span className="cr:text-ink-muted" data-part="note">
          {note}
        </span>
      )}
    </p>
  );
}

interface RowProps {
  density: Density;
  isShut: boolean;
}

const line = { comfortable: "cr:py-1.5", compact: "cr:py-0.5" } as const;

export function GroupRow({ row, density, isShut }: RowProps & { row: Extract<PickerRow, { kind: "group" }> }) {
  return (
    <div
      className={cx("cr:flex cr:items-start cr:gap-x-2 cr:pe-2", line[density])}
      data-state={row.open ? "open" : "closed"}
    >
      <span
        className="cr:group cr:grid cr:size-6 cr:flex-none cr:cursor-pointer cr:place-content-center"
        data-state={row.open ? "open" : "closed"}
        data-part="opener"
      >
        <Chevron />
      </span>
      <Box checked={row.choice === "some" ? "mixed" : row.choice === "all"} isShut={isShut} />
      <span className="cr:min-w-0 cr:flex-1 cr:cursor-pointer cr:pt-0.5 cr:font-medium" data-part="name">
        {row.title}
      </span>
      <span className="cr:pt-0.5 cr:text-end cr:text-compact cr:text-ink-muted" data-part="note">
        {row.text}
      </span>
    </div>
  );
}

// Memoised: one row changes at a time, and a screen holds dozens.
export const ItemRow = memo(function ItemRow({
  item: { name, note },
  mark,
  chosen,
  density,
  isShut,
}: RowProps & { item: ItemChoice; mark: ItemMark | null; chosen: boolean }) {
  return (
    <div
      className={cx(
        "cr:flex cr:items-start cr:gap-x-2 cr:ps-8 cr:pe-2",
        line[density],
        isShut ? "cr:cursor-not-allowed" : "cr:cursor-pointer",
      )}
    >
      <Box checked={chosen} isShut={isShut} />
      <span className="cr:min-w-0 cr:flex-1 cr:pt-0.5">
        <span className="cr:block" data-part="name">
          <Name model={name} />
        </span>
        {note === null ? null : (
          <span className="cr:block cr:text-compact cr:text-ink-muted" data-part="note">
            {note}
          </span>
        )}
      </span>
      {mark === null ? null : (
        <span className="cr:pt-0.5 cr:text-end cr:text-compact cr:text-ink-muted" data-part="mark-word">
          {mark.word}
        </span>
      )}
    </div>
  );
});

/** The picture of a checkbox; the row itself says to the ear whether it is chosen. */
function Box({ checked, isShut }: { checked: boolean | "mixed"; isShut: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "cr:grid cr:size-6 cr:flex-none cr:place-content-center",
        isShut ? "cr:cursor-not-allowed" : "cr:cursor-pointer",
      )}
      data-part="box"
      data-checked={String(checked)}
    >
      <span
        className={cx(
          "cr:grid cr:size-4.5 cr:place-content-center cr:rounded-sm cr:border-[1.5px] cr:bg-surface",
          checked === false ? "cr:border-line-strong" : "cr:border-ink",
          isShut && "cr:border-dashed",
        )}
      >
        {checked === true ? (
          <span className="cr:h-2.5 cr:w-1.5 cr:-translate-y-px cr:rotate-45 cr:border-e-2 cr:border-b-2 cr:border-ink" />
        ) : checked === "mixed" ? (
          <span className="cr:w-2 cr:border-t-2 cr:border-ink" />
        ) : null}
      </span>
    </span>
  );
}
