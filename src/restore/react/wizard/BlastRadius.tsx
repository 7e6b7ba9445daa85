import { Fragment } from "react";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { MeasureModel, StatusLiteral } from "../../../view-models/index.js";
import type { ConfirmStepModel } from "../../resolvers/steps/index.js";
import { Measure } from "../../../components/internal/Measure.js";
import { Names } from "./Names.js";

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
            <th scope="col" className={cx(cell, "cr:whitespace-nowrap")}>
              {columns.recorded}
            </th>
            <th scope="col" className={cx(cell, "cr:whitespace-nowrap")}>
              {columns.now}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {model.rows.map((row, index) => (
          <Fragment key={row.id}>
            <Reach row={row} model={model} first={index === 0 && columns === null} />
            {row.policies.length === 0 ? null : (
              <tr data-part="policies">
                <td colSpan={columns === null ? 2 : 3} className="cr:pb-2">
                  {row.policies.map(({ id, lead, ...names }) => (
                    <div key={id} className="cr:not-first:mt-1.5">
                      {lead === null ? null : <p className="cr:text-compact cr:text-ink-muted">{lead}</p>}
                      <Names model={names} />
                    </div>
                  ))}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface ReachProps {
  row: ConfirmStepModel["blast"]["rows"][number];
  model: ConfirmStepModel["blast"];
  first: boolean;
}

function Reach({ row: { label, measure, beside, status, now }, model, first }: ReachProps) {
  return (
    <tr className={cx("cr:border-line", !first && "cr:border-t")}>
      <th scope="row" className="cr:py-1.5 cr:text-start cr:align-baseline cr:font-medium">
        {label}
        {status !== null && measure.state !== "known" ? (
          <span className="cr:block cr:text-compact cr:font-normal cr:text-ink-muted">{measure.reason}</span>
        ) : null}
      </th>
      <td className={cx(cell, beside === null && "cr:whitespace-nowrap")}>
        {status === null ? (
          <Measure measure={measure} standing={model.state} />
        ) : (
          <Marked measure={measure} beside={beside} status={status} />
        )}
      </td>
      {model.columns === null ? null : <td className={cx(cell, "cr:whitespace-nowrap cr:text-ink-muted")}>{now}</td>}
    </tr>
  );
}

interface MarkedProps {
  measure: MeasureModel;
  beside: string | null;
  status: StatusLiteral;
}

/** What is not known comes first, so that no count is read without it. */
function Marked({ measure, beside, status }: MarkedProps) {
  const appearance = appearanceOf(status);
  return (
    <span className="cr:inline-flex cr:flex-wrap cr:items-center cr:justify-end cr:gap-x-1.5 cr:whitespace-nowrap">
      <span className="cr:inline-flex cr:items-center cr:gap-x-1.5 cr:font-semibold" data-tone={appearance.tone}>
        <StatusGlyph appearance={appearance} size={16} />
        {measure.state === "known" ? <Measure measure={measure} /> : measure.text}
        {beside === null ? null : ","}
      </span>
      {beside === null ? null : <span>{beside}</span>}
    </span>
  );
}

const cell = "cr:ps-4 cr:py-1.5 cr:text-end cr:align-baseline cr:font-normal";
