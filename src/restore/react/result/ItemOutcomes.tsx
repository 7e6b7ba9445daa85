import { type Appearance, appearanceOf } from "../../../components/internal/appearance.js";
import { External, textOf } from "../../../components/internal/Name.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { OutcomeRow, OutcomesModel } from "../../resolvers/steps/index.js";
import { Bounded } from "../parts/Bounded.js";
import { looks } from "../parts/looks.js";

/** What became of each item, phase by phase, failures first (BY-9). */
export function ItemOutcomes({ model }: { model: OutcomesModel }) {
  return (
    <Section component="ItemOutcomes" id="item-outcomes" title={model.title} headingLevel={2}>
      <div className={model.groups.length === 0 ? contentColumn : "cr:col-span-full cr:min-w-0"}>
        {model.reason === null ? null : (
          <p className="cr:mb-3 cr:max-w-prose" data-part="reason">
            {textOf(model.reason)}
          </p>
        )}
        {model.empty === null ? null : <p className="cr:text-ink-muted">{model.empty}</p>}
        {model.groups.map((group) => (
          <section
            key={group.id}
            aria-labelledby={`outcomes-${group.id}`}
            className="cr:not-first:mt-8"
            data-part="outcome-group"
          >
            <div className={`${columns} cr:items-baseline cr:border-b cr:border-line-strong cr:pb-1.5`}>
              <h3 id={`outcomes-${group.id}`} className={looks.subheading}>
                {group.title}
              </h3>
              {model.columns.phases.map((phase) => (
                <p key={phase.id} className="cr:hidden cr:text-xs/5 cr:text-ink-muted cr:@lg:block" aria-hidden="true">
                  {phase.label}
                </p>
              ))}
            </div>
            <Bounded rows={group.rows} bound={20} more={group.showMore} list={(rows) => <ul>{rows}</ul>}>
              {(row) => <Row key={row.id} row={row} />}
            </Bounded>
          </section>
        ))}
      </div>
    </Section>
  );
}

const columns = "cr:grid cr:gap-x-4 cr:gap-y-1.5 cr:@lg:grid-cols-[minmax(0,1fr)_8rem_8rem_8rem]";

function Row({ row }: { row: OutcomeRow }) {
  return (
    <li className={`${columns} cr:border-b cr:border-line cr:py-2.5`} data-part="item">
      <div className="cr:min-w-0">
        <p className="cr:font-medium cr:wrap-anywhere">
          <External text={row.name} />
        </p>
        <p className={`${looks.note} cr:text-pretty`}>{textOf(row.detail)}</p>
        {row.readBack === null ? null : <ReadBack text={row.readBack} />}
      </div>
      <dl className="cr:contents">
        {row.phases.map((phase) => {
          const appearance = appearanceOf(phase.literal);
          return (
            <div
              key={phase.id}
              className="cr:grid cr:grid-cols-[6rem_minmax(0,1fr)] cr:@lg:block"
              data-part="phase"
              data-tone={appearance.tone}
            >
              <dt className="cr:text-compact cr:text-ink-muted cr:@lg:sr-only">{phase.label}</dt>
              <dd className="cr:flex cr:gap-x-1.5 cr:text-compact">
                <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
                <span className={marked(appearance) ? "cr:font-medium cr:text-(--cr-tone-ink)" : "cr:text-ink-muted"}>
                  {phase.word}
                  {phase.reason === null ? null : (
                    <span className={`${looks.note} cr:block cr:font-normal`}>{textOf(phase.reason)}</span>
                  )}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </li>
  );
}

/** What the target holds now is not what was written: that is seen before the outcomes of the write are read. */
function ReadBack({ text }: { text: string }) {
  const appearance = appearanceOf("attention");
  return (
    <p
      className="cr:flex cr:gap-x-1.5 cr:text-compact cr:font-medium cr:text-(--cr-tone-ink)"
      data-part="read-back"
      data-tone={appearance.tone}
    >
      <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
      {text}
    </p>
  );
}

/** Whether an outcome wants a look; what went as planned recedes. */
function marked({ tone }: Appearance): boolean {
  return tone === "caution" || tone === "critical";
}
