import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { contentColumn, glyphGutter, Section } from "../../../components/internal/Section.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import { outcomeStatus, type ResultSummaryModel } from "../../resolvers/result.js";
import { looks } from "../parts/looks.js";
import { Measure } from "../parts/Measure.js";

/** Counts where they were recorded, else the words that stand for them (RR-10). */
export function ResultSummary({ model }: { model: ResultSummaryModel }) {
  return (
    <Section component="ResultSummary" id="result-summary" title={model.title} headingLevel={2}>
      {model.state === "unavailable" ? (
        <p className={`${contentColumn} cr:text-ink-muted`}>{model.text}</p>
      ) : (
        <div className={contentColumn}>
          <dl className={glyphGutter}>
            {model.counts.map(({ outcome, label, measure }) => {
              const none = measure.state === "known" && measure.value === 0;
              const appearance = appearanceOf(none ? "pending" : outcomeStatus[outcome]);
              return (
                <div
                  key={outcome}
                  className="cr:flex cr:items-center cr:justify-between cr:gap-x-3 cr:py-1.5 cr:not-first:border-t cr:border-line cr:first:pt-0"
                  data-part="outcome"
                  data-status={outcome}
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
          {model.metadataOnly === null ? null : <p className={`${looks.note} cr:mt-3`}>{model.metadataOnly}</p>}
        </div>
      )}
    </Section>
  );
}
