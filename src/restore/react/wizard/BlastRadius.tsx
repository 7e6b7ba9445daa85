import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { MeasureModel, StatusLiteral } from "../../../view-models/index.js";
import type { ConfirmStepModel } from "../../resolvers/steps/index.js";
import { Measure } from "../../../components/internal/Measure.js";

/** Who and what would be reached; what no longer counts stays readable, struck where it is void, beside what is known now (BY-10). */
export function BlastRadius({ model }: { model: ConfirmStepModel["blast"] }) {
  const { columns } = model;
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
        {model.rows.map(({ id, label, measure, status, now }, index) => (
          <tr key={id} className={cx("cr:border-line", (index > 0 || columns !== null) && "cr:border-t")}>
            <th scope="row" className="cr:py-1.5 cr:text-start cr:align-baseline cr:font-medium">
              {label}
              {status !== null && measure.state !== "known" ? (
                <span className="cr:block cr:text-compact cr:font-normal cr:text-ink-muted">{measure.reason}</span>
              ) : null}
            </th>
            <td className={cell}>
              {status === null ? (
                <Measure measure={measure} standing={model.state} />
              ) : (
                <Marked measure={measure} status={status} />
              )}
            </td>
            {columns === null ? null : <td className={cx(cell, "cr:text-ink-muted")}>{now}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Marked({ measure, status }: { measure: MeasureModel; status: StatusLiteral }) {
  const appearance = appearanceOf(status);
  return (
    <span className="cr:inline-flex cr:items-center cr:gap-x-1.5 cr:font-semibold" data-tone={appearance.tone}>
      <StatusGlyph appearance={appearance} size={16} />
      {measure.state === "known" ? <Measure measure={measure} /> : measure.text}
    </span>
  );
}

const cell = "cr:ps-4 cr:py-1.5 cr:text-end cr:align-baseline cr:font-normal cr:whitespace-nowrap";
