import { textOf } from "../../../components/internal/Name.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import type { ResultDetailsModel } from "../../resolvers/steps/index.js";

/** What allowed the execution, as it was recorded when it was queued (SI-6, SI-13). */
export function Basis({ model }: { model: ResultDetailsModel["basis"] }) {
  if (model === null) return null;
  return (
    <Section component="ExecutionBasis" id="execution-basis" title={model.title} headingLevel={2}>
      <dl className={contentColumn}>
        {model.rows.map(({ id, label, text }) => (
          <div
            key={id}
            className="cr:grid cr:gap-x-4 cr:border-line cr:py-2 cr:not-first:border-t cr:first:pt-0 cr:@md:grid-cols-[9rem_minmax(0,1fr)]"
          >
            <dt className="cr:text-compact cr:text-ink-muted">{label}</dt>
            <dd className="cr:wrap-anywhere">{textOf(text)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
