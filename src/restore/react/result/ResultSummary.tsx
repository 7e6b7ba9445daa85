import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { contentColumn, glyphGutter, Section } from "../../../components/internal/Section.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { ResultSummaryViewModel } from "../../../view-models/index.js";
import { looks } from "../parts/looks.js";
import { Measure } from "../parts/Measure.js";

/** Counts where they were recorded, else the words that stand for them (RR-10). */
export function ResultSummary({ model }: { model: ResultSummaryViewModel }) {
  const { body } = model;
  return (
    <Section component="ResultSummary" id={model.id} title={model.title} headingLevel={2}>
      {body.state !== "counted" ? (
        <div className={`${contentColumn} cr:text-ink-muted`}>
          <p>{body.text}</p>
          {body.state === "loading" || body.reason === null ? null : <p className={looks.note}>{body.reason}</p>}
        </div>
      ) : (
        <div className={contentColumn}>
          <dl className={glyphGutter}>
            {body.counts.map(({ id, label, status, measure }) => {
              const none = measure.state === "known" && measure.value === 0;
              const appearance = appearanceOf(none ? "pending" : status);
              return (
                <div
                  key={id}
                  className="cr:flex cr:items-center cr:justify-between cr:gap-x-3 cr:py-1.5 cr:not-first:border-t cr:border-line cr:first:pt-0"
                  data-part="outcome"
                  data-status={id}
                  data-tone={appearance.tone}
                >
                  <dt className={cx("cr:flex cr:gap-x-3", none ? "cr:ps-8 cr:text-ink-muted" : "cr:font-medium")}>
                    {none ? null : <StatusGlyph appearance={appearance} />}
                    {label}
                  </dt>
                  <dd className="cr:text-end">
                    <Measure measure={measure} />
                  </dd>
                </div>
              );
            })}
          </dl>
          {body.rows.state === "recorded" ? null : <p className={`${looks.note} cr:mt-3`}>{body.rows.text}</p>}
        </div>
      )}
    </Section>
  );
}
