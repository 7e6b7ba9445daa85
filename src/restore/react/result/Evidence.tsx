import { ActionControl } from "../../../components/ActionControl.js";
import type { ComponentMessages } from "../../../components/internal/messages.js";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { External, textOf } from "../../../components/internal/Name.js";
import { contentColumn, glyphGutter, Section } from "../../../components/internal/Section.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { EvidenceModel } from "../../resolvers/steps/index.js";
import { Bounded } from "../parts/Bounded.js";
import { looks } from "../parts/looks.js";

export interface EvidenceProps {
  model: EvidenceModel;
  messages: ComponentMessages;
  /** Whether the host can read the target back on request. */
  showRequest: boolean;
  requesting: boolean;
  onRequest: () => void;
}

/** The target read back after the run and compared with what was intended, or why there is nothing to read. */
export function Evidence({ model, messages, showRequest, requesting, onRequest }: EvidenceProps) {
  const appearance = appearanceOf(model.literal);
  return (
    <Section component="Evidence" id="evidence" title={model.title} headingLevel={2} data-status={appearance.status}>
      <div id="proof-gap" className={contentColumn}>
        <div className={`${glyphGutter} cr:flex cr:gap-x-3`}>
          <StatusGlyph appearance={appearance} />
          <div className="cr:min-w-0">
            <p className="cr:font-semibold" data-part="text">
              {model.text}
            </p>
            <p className={`${looks.note} cr:max-w-prose`}>{model.detail}</p>
            {model.coverage.map((part) => (
              <p key={part} className={`${looks.note} cr:max-w-prose`} data-part="coverage">
                {part}
              </p>
            ))}
          </div>
        </div>
        {model.rows.length === 0 ? null : (
          <div className={`${glyphGutter} cr:mt-3`}>
            <Bounded
              rows={model.rows}
              bound={10}
              more={model.showMore}
              indent="cr:ms-8"
              list={(rows) => <ul>{rows}</ul>}
            >
              {(row) => {
                const rowLooks = appearanceOf(row.literal);
                return (
                  <li
                    key={row.id}
                    className="cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)_auto] cr:gap-x-3 cr:border-t cr:border-line cr:py-2"
                    data-part="finding"
                    data-tone={rowLooks.tone}
                  >
                    <StatusGlyph appearance={rowLooks} size={16} className="cr:mt-0.5 cr:justify-self-center" />
                    <p className="cr:wrap-anywhere">
                      <External text={row.name} />
                    </p>
                    <p className={looks.note}>{row.word}</p>
                    {row.detail === null ? null : (
                      <p className={`${looks.note} cr:col-start-2 cr:col-end-4`}>{textOf(row.detail)}</p>
                    )}
                  </li>
                );
              }}
            </Bounded>
          </div>
        )}
        {model.request === null || !showRequest ? null : (
          <div className="cr:mt-4" aria-busy={requesting || undefined}>
            <ActionControl model={model.request} messages={messages} onAction={onRequest} />
          </div>
        )}
      </div>
    </Section>
  );
}
