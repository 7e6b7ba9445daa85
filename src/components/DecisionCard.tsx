import { type ComponentPropsWithoutRef, type ReactNode, forwardRef } from "react";
import type { AttentionNote, DecisionCardViewModel, DecisionStatus } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf, isKnownStatus } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import type { HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import { contentColumn, glyphGutter, labelledColumns, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { Time } from "./internal/Time.js";

export interface DecisionCardProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: DecisionCardViewModel;
}

/** Status, reason, impact and the one thing to do next: the largest thing on its page (PF-5). */
export const DecisionCard = forwardRef<HTMLElement, DecisionCardProps>(function DecisionCard(
  { model, onAction, headingLevel = 2, messages, ...rest },
  ref,
) {
  const { status, tone } = appearanceOf(model.status.literal);
  const reasonId = `${model.id}-reason`;
  return (
    <Section
      {...rest}
      ref={ref}
      component="DecisionCard"
      id={model.id}
      title={model.name}
      headingLevel={headingLevel}
      lead
      data-status={status}
      data-tone={tone}
    >
      <dl className="cr:col-span-full cr:grid cr:gap-y-3 cr:@2xl:row-start-1">
        <div>
          <dt className="cr:sr-only">{messages?.status ?? english.status}</dt>
          <Status status={model.status} unrecognised={messages?.unrecognisedStatus ?? english.unrecognisedStatus} />
        </div>
        <Row id={reasonId} part="reason" term={messages?.reason ?? english.reason}>
          {textOf(model.reason)}
        </Row>
        <Row part="impact" term={messages?.impact ?? english.impact}>
          {textOf(model.impact)}
        </Row>
        <div className={cx(labelledColumns, "cr:mt-2 cr:grid")}>
          <dt className="cr:sr-only">{messages?.primaryNextAction ?? english.primaryNextAction}</dt>
          <dd
            className={cx(contentColumn, "cr:flex cr:flex-wrap cr:items-center cr:gap-x-5 cr:gap-y-3")}
            data-part="primary-action"
          >
            <ActionControl
              model={model.primaryAction}
              emphasis="primary"
              reasonId={model.primaryAction.reason === model.reason ? reasonId : undefined}
              onAction={onAction}
              messages={messages}
            />
            {model.claim === null ? null : (
              <p className="cr:text-compact cr:text-ink-muted" data-part="claim">
                {model.claim}
              </p>
            )}
          </dd>
        </div>
      </dl>
      {model.attention === null ? null : <Attention note={model.attention} />}
    </Section>
  );
});

function Status({ status, unrecognised }: { status: DecisionStatus; unrecognised: string }) {
  return (
    <dd className={cx(labelledColumns, "cr:grid")} data-part="status">
      <div className={cx(contentColumn, "cr:flex cr:items-start cr:gap-x-3 cr:@2xl:-ms-10")}>
        <StatusGlyph appearance={appearanceOf(status.literal)} size={28} className="cr:mt-0.5 cr:@2xl:mt-1.5" />
        <div>
          <p
            className="cr:text-2xl cr:font-semibold cr:tracking-[-0.022em] cr:text-balance cr:@2xl:text-decision"
            data-part="title"
          >
            {status.text}
          </p>
          {status.at === null ? null : (
            <p className="cr:mt-1 cr:text-compact cr:text-ink-muted">
              <Time at={status.at} />
            </p>
          )}
          {isKnownStatus(status.literal) ? null : <p data-part="unrecognised">{unrecognised}</p>}
        </div>
      </div>
    </dd>
  );
}

function Row({ id, part, term, children }: { id?: string; part: string; term: string; children: ReactNode }) {
  return (
    <div className={cx(labelledColumns, "cr:grid")}>
      <dt className="cr:text-compact/6 cr:text-ink-muted">{term}</dt>
      <dd id={id} className="cr:max-w-prose cr:text-base cr:text-pretty" data-part={part}>
        {children}
      </dd>
    </div>
  );
}

function Attention({ note }: { note: AttentionNote }) {
  return (
    <div className={cx(contentColumn, glyphGutter, "cr:mt-2 cr:flex cr:gap-x-3")} data-part="attention">
      <StatusGlyph appearance={appearanceOf("attention")} />
      <p className="cr:max-w-prose cr:text-ink-muted">
        <strong className="cr:font-semibold cr:text-ink">{note.title}</strong> {textOf(note.text)}
      </p>
    </div>
  );
}
