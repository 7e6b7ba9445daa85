import { type ComponentPropsWithoutRef, type ReactNode, forwardRef } from "react";
import type {
  AttentionNote,
  DecisionCardViewModel,
  DecisionStatus,
  StatusLiteral,
  UnreadModel,
} from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf, isKnownStatus } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import type { HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import { contentColumn, type Density, glyphGutter, labelledColumns, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { Time } from "./internal/Time.js";
import type { ReserveProps } from "./internal/Reserved.js";
import { isUnread, Line, unreadAttributes } from "./unread/Unread.js";

export interface DecisionCardProps
  extends
    Omit<ComponentPropsWithoutRef<"section">, "children" | "title">,
    ActionProps,
    HeadingProps,
    MessagesProps,
    ReserveProps {
  model: DecisionCardViewModel | UnreadModel;
  /** How much air reason, impact and action take. Default "comfortable". */
  density?: Density | undefined;
  /** How loud its action is: "secondary" where the page has something to do before it. Default "primary". */
  emphasis?: "primary" | "secondary" | undefined;
}

/** Status, reason, impact and the one thing to do next: the largest thing on its page (PF-5). */
export const DecisionCard = forwardRef<HTMLElement, DecisionCardProps>(function DecisionCard(
  { model, onAction, headingLevel = 2, density = "comfortable", emphasis = "primary", messages, ...rest },
  ref,
) {
  const read = !isUnread(model);
  const { status, tone } = appearanceOf(read ? model.status.literal : unreadStatus(model));
  return (
    <Section
      {...rest}
      ref={ref}
      component="DecisionCard"
      id={model.id}
      title={read ? model.name : model.title}
      headingLevel={headingLevel}
      density={density}
      lead
      room={
        <div className={cx(rows, gaps[density])}>
          <p className={statusTitle}>&nbsp;</p>
          <ExpectedRows terms={["", ""]} />
          <div className={cx("cr:min-h-10", apart[density])} />
        </div>
      }
      data-status={status}
      data-tone={tone}
      {...unreadAttributes(model)}
    >
      {read ? (
        <Decision model={model} density={density} emphasis={emphasis} onAction={onAction} messages={messages} />
      ) : (
        <UnreadDecision model={model} density={density} emphasis={emphasis} onAction={onAction} messages={messages} />
      )}
    </Section>
  );
});

interface DecisionProps<Model> extends ActionProps, MessagesProps {
  model: Model;
  density: Density;
  emphasis: "primary" | "secondary";
}

function Decision({ model, density, emphasis, onAction, messages }: DecisionProps<DecisionCardViewModel>) {
  const reasonId = `${model.id}-reason`;
  return (
    <>
      <dl className={cx(rows, gaps[density])}>
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
        <div className={cx(labelledColumns, "cr:grid", apart[density])}>
          <dt className="cr:sr-only">{messages?.primaryNextAction ?? english.primaryNextAction}</dt>
          <dd
            className={cx(contentColumn, "cr:flex cr:flex-wrap cr:items-center cr:gap-x-5 cr:gap-y-3")}
            data-part="primary-action"
          >
            <ActionControl
              model={model.primaryAction}
              emphasis={emphasis}
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
      {model.attention === null ? null : <Attention note={model.attention} density={density} />}
    </>
  );
}

/** The status says what is on its way, or that it could not be had: of reason and impact nothing is known. */
function UnreadDecision({ model, density, emphasis, onAction, messages }: DecisionProps<UnreadModel>) {
  const loading = model.state === "loading";
  const terms = [messages?.reason ?? english.reason, messages?.impact ?? english.impact];
  return (
    <div className={cx(rows, gaps[density])} data-part={loading ? "loading" : "failed"}>
      <div className={cx(labelledColumns, "cr:grid")}>
        <StatusLine literal={unreadStatus(model)} title={textOf(model.text)} />
      </div>
      {loading ? <ExpectedRows terms={terms} /> : null}
      <div className={cx(labelledColumns, "cr:grid", apart[density])}>
        <div className={cx(contentColumn, "cr:min-h-10")}>
          {model.state !== "loading" && model.action ? (
            <ActionControl model={model.action} emphasis={emphasis} onAction={onAction} messages={messages} />
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** A line for the reason and one for the impact, under their terms where it is narrow. */
function ExpectedRows({ terms }: { terms: readonly string[] }) {
  return terms.map((term, row) => (
    <div key={row} className={cx(labelledColumns, "cr:grid")} aria-hidden="true">
      <p className="cr:min-h-6 cr:text-compact/6 cr:text-ink-muted">{term}</p>
      <div>
        <Line className="cr:mt-1" />
        {/* Where it is narrow, the reason takes two lines. */}
        {row === 0 ? <Line className="cr:mt-1 cr:@2xl:hidden" /> : null}
      </div>
    </div>
  ));
}

function unreadStatus({ state }: UnreadModel): StatusLiteral {
  return state === "loading" ? "running" : "unknown";
}

function Status({ status, unrecognised }: { status: DecisionStatus; unrecognised: string }) {
  return (
    <dd className={cx(labelledColumns, "cr:grid")} data-part="status">
      <StatusLine literal={status.literal} title={status.text}>
        {status.at === null ? null : (
          <p className="cr:mt-1 cr:text-compact cr:text-ink-muted">
            <Time at={status.at} />
          </p>
        )}
        {isKnownStatus(status.literal) ? null : <p data-part="unrecognised">{unrecognised}</p>}
      </StatusLine>
    </dd>
  );
}

function StatusLine({ literal, title, children }: { literal: string; title: ReactNode; children?: ReactNode }) {
  return (
    <div className={cx(contentColumn, "cr:flex cr:items-start cr:gap-x-3 cr:@2xl:-ms-10")}>
      <StatusGlyph appearance={appearanceOf(literal)} size={28} className="cr:mt-0.5 cr:@2xl:mt-1.5" />
      <div>
        <p className={statusTitle} data-part="title">
          {title}
        </p>
        {children}
      </div>
    </div>
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

function Attention({ note, density }: { note: AttentionNote; density: Density }) {
  return (
    <div className={cx(contentColumn, glyphGutter, "cr:flex cr:gap-x-3", apart[density])} data-part="attention">
      <StatusGlyph appearance={appearanceOf("attention")} />
      <p className="cr:max-w-prose cr:text-ink-muted">
        <strong className="cr:font-semibold cr:text-ink">{note.title}</strong> {textOf(note.text)}
      </p>
    </div>
  );
}

const statusTitle = "cr:text-2xl cr:font-semibold cr:tracking-[-0.022em] cr:text-balance cr:@2xl:text-decision";

const rows = "cr:col-span-full cr:grid cr:@2xl:row-start-1";
const gaps = { comfortable: "cr:gap-y-3", compact: "cr:gap-y-1.5" } as const;

const apart = { comfortable: "cr:mt-2", compact: "cr:mt-1" } as const;
