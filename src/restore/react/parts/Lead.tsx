import type { ReactNode } from "react";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { textOf } from "../../../components/internal/Name.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import type { LeadModel } from "../../resolvers/steps/index.js";

export interface LeadProps {
  model: LeadModel;
  /** What the operator can do about it; nothing where there is nothing to do. */
  children?: ReactNode;
}

/** The decision of a step that has no decision card of its own. */
export function Lead({ model, children }: LeadProps) {
  const appearance = appearanceOf(model.literal);
  return (
    <Section
      component="StepLead"
      id={model.id}
      title={model.label}
      headingLevel={2}
      lead
      data-status={appearance.status}
      data-tone={appearance.tone}
    >
      <div className={`${contentColumn} cr:flex cr:items-start cr:gap-x-3 cr:@2xl:-ms-10`}>
        <StatusGlyph appearance={appearance} size={28} className="cr:mt-0.5 cr:@2xl:mt-1.5" />
        <div className="cr:min-w-0">
          <p
            className="cr:text-2xl cr:font-semibold cr:tracking-[-0.022em] cr:text-balance cr:@2xl:text-decision"
            data-part="status"
          >
            {textOf(model.text)}
          </p>
          <p
            id={`${model.id}-detail`}
            className="cr:mt-2 cr:max-w-prose cr:text-base cr:text-pretty"
            data-part="detail"
          >
            {textOf(model.detail)}
          </p>
        </div>
      </div>
      {children === undefined ? null : <div className={`${contentColumn} cr:mt-2`}>{children}</div>}
    </Section>
  );
}
