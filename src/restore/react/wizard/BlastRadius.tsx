import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { ConfirmStepModel } from "../../resolvers/steps/index.js";
import { Measure } from "../../../components/internal/Measure.js";

/** Who and what would be reached; a void measure stays readable, struck, beside what is known now (BY-10). */
export function BlastRadius({ model }: { model: ConfirmStepModel["blast"] }) {
  const { columns } = model;
  // Among counts, one that is not known is the one to look at; where nothing is known, the page says why already.
  const counted = model.rows.some(({ measure }) => measure.state === "known");
  return (
    <table className="cr:w-full">
      {columns === null ? null : (
        <thead className="cr:text-xs/4 cr:text-ink-muted">
          <tr>
            <th scope="col" className="cr:text-start cr:font-normal">
              {columns.name}
            </th>
            <th scope="col" className={cell}>
              {columns.recorded}
            </th>
            <th scope="col" className={cell}>
              {columns.now}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {model.rows.map(({ id, label, measure, now }, index) => (
          <tr key={id} className={cx("cr:border-line", (index > 0 || columns !== null) && "cr:border-t")}>
            <th scope="row" className="cr:py-1.5 cr:text-start cr:align-baseline cr:font-medium">
              {label}
              {counted && measure.state !== "known" ? (
                <span className="cr:block cr:text-compact cr:font-normal cr:text-ink-muted">{measure.reason}</span>
              ) : null}
            </th>
            <td className={cell}>
              {counted && measure.state !== "known" ? (
                <NotKnown text={measure.text} />
              ) : (
                <Measure measure={measure} outdated={now !== null} />
              )}
            </td>
            {columns === null ? null : <td className={cx(cell, "cr:text-ink-muted")}>{now}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NotKnown({ text }: { text: string }) {
  const appearance = appearanceOf("unknown");
  return (
    <span className="cr:inline-flex cr:items-center cr:gap-x-1.5 cr:font-semibold" data-tone={appearance.tone}>
      <StatusGlyph appearance={appearance} size={16} />
      {text}
    </span>
  );
}

const cell = "cr:ps-4 cr:py-1.5 cr:text-end cr:align-baseline cr:font-normal cr:whitespace-nowrap";
