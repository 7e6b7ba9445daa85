import { ActionControl } from "../../../components/ActionControl.js";
import { DecisionCard } from "../../../components/DecisionCard.js";
import { FreshnessBand } from "../../../components/FreshnessBand.js";
import { cx } from "../../../components/internal/class-names.js";
import { contentColumn, glyphGutter, Section } from "../../../components/internal/Section.js";
import type { PreviewStepModel } from "../../resolvers/steps/index.js";
import { Bounded } from "../parts/Bounded.js";
import { Fold } from "../parts/Fold.js";
import { looks } from "../parts/looks.js";
import { Measure } from "../parts/Measure.js";
import { Working } from "../parts/Working.js";
import { PreviewItem } from "./PreviewItem.js";
import type { StepProps } from "./step-props.js";

export interface PreviewProps extends Pick<StepProps, "context" | "onGeneratePreview" | "waiting"> {
  model: PreviewStepModel;
}

/** Step 4: the decision first, then what would change, count by count and item by item (PF-14, RW-8). */
export function Preview({ model, context, onGeneratePreview, waiting }: PreviewProps) {
  const running = waiting === "preview";
  const { band } = model;
  const { becomes } = context.words.page;
  return (
    <>
      <div {...(model.leadsWithGenerate ? { id: "run-preview", "data-place": "control", "aria-busy": running } : {})}>
        <DecisionCard model={model.decision} onAction={onGeneratePreview} />
      </div>
      <Working text={running && model.leadsWithGenerate ? model.runningText : null} />
      <Section component="PreviewEvidence" id="preview-evidence" title={model.title} headingLevel={2}>
        <div className={contentColumn}>
          {band.freshness.state === "not_run" ? (
            <p className="cr:mb-4 cr:max-w-prose">{model.empty}</p>
          ) : (
            <FreshnessBand
              model={{ ...band, action: null }}
              className={cx("cr:mb-4", band.freshness.state === "current" && glyphGutter)}
            />
          )}
          {band.action === null ? null : (
            <div id="run-preview" data-place="control" aria-busy={running}>
              <ActionControl model={band.action} onAction={onGeneratePreview} />
              <Working text={running ? model.runningText : null} />
            </div>
          )}
        </div>
      </Section>
      {model.counts.length === 0 ? null : (
        <Section component="PreviewCounts" id="preview-counts" title={model.countsTitle} headingLevel={2}>
          <dl
            className={`${contentColumn} cr:grid cr:grid-cols-[max-content_minmax(0,1fr)] cr:gap-x-4 cr:@md:grid-cols-[max-content_max-content_minmax(0,1fr)]`}
          >
            {model.counts.map((count) => (
              <div
                key={count.id}
                className="cr:col-span-full cr:grid cr:grid-cols-subgrid cr:items-baseline cr:border-line cr:py-2 cr:not-first:border-t cr:first:pt-0"
                data-part="count"
              >
                <dt className="cr:col-start-2 cr:row-start-1 cr:font-medium">{count.label}</dt>
                <dd className="cr:col-start-1 cr:row-start-1 cr:text-end">
                  <Measure measure={count.measure} outdated={model.void} />
                </dd>
                <dd className={`${looks.note} cr:col-start-2 cr:@md:col-start-3`}>{count.note}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {model.items.length === 0 && model.unchanged === null ? null : (
        <Section component="PreviewItems" id="preview-items" title={model.itemsTitle} headingLevel={2}>
          <div className={contentColumn}>
            {model.itemsNote === null ? null : <p className={`${looks.note} cr:mb-3`}>{model.itemsNote}</p>}
            <Bounded rows={model.items} bound={10} more={model.showMore} list={(rows) => <ul>{rows}</ul>}>
              {(item, index) => (
                <PreviewItem key={item.id} item={item} outdated={model.void} becomes={becomes} opened={index < 2} />
              )}
            </Bounded>
            {model.unchanged === null ? null : (
              <Fold label={model.unchanged.label} className="cr:mt-3">
                <Bounded
                  rows={model.unchanged.items}
                  bound={50}
                  more={model.unchanged.showMore}
                  list={(rows) => <ul className="cr:mt-3">{rows}</ul>}
                >
                  {(item) => (
                    <PreviewItem key={item.id} item={item} outdated={model.void} becomes={becomes} opened={false} />
                  )}
                </Bounded>
              </Fold>
            )}
          </div>
        </Section>
      )}
    </>
  );
}
