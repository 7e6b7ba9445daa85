import { type ComponentPropsWithoutRef, forwardRef } from "react";
import type {
  IssuedReceipt,
  NonEmptyList,
  ReceiptSection,
  ReceiptViewModel,
  SentenceModel,
} from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import { Disclosure } from "./internal/Disclosure.js";
import { Heading, type HeadingLevel, type HeadingProps, levelBelow } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { Name, Sentence } from "./internal/Name.js";
import { contentColumn, type Density, labelledColumns, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { Time } from "./internal/Time.js";

export interface ReceiptProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: ReceiptViewModel;
  /** Whether the facts are shown. Default true; a page that keeps them closed at first says when, with `onOpenChange`. */
  open?: boolean | undefined;
  /** Given where the operator may open and close the facts. */
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** How much air the facts take. Default "comfortable". */
  density?: Density | undefined;
}

/** One redacted, hashed document of what was decided and what came of it, made to be printed (BY-12). */
export const Receipt = forwardRef<HTMLElement, ReceiptProps>(function Receipt(
  { model, open = true, onOpenChange, onAction, headingLevel = 2, density = "comfortable", messages, ...rest },
  ref,
) {
  const { body } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="Receipt"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      data-status={body.state}
      note={body.state === "issued" ? <Issued body={body} /> : null}
    >
      {body.state === "loading" ? (
        <Skeleton text={body.text} rows={body.rows ?? 6} className={contentColumn} />
      ) : body.state === "missing" ? (
        <p className={cx(contentColumn, "cr:max-w-prose cr:text-ink-muted")} data-part="missing">
          {body.reason}
        </p>
      ) : (
        <Document
          id={model.id}
          body={body}
          level={levelBelow(headingLevel)}
          density={density}
          open={open}
          onOpenChange={onOpenChange}
          onAction={onAction}
          messages={messages}
        />
      )}
    </Section>
  );
});

function Issued({ body }: { body: IssuedReceipt }) {
  return (
    <p className="cr:text-compact cr:text-ink-muted" data-part="issued">
      <Time at={body.issuedAt} />
    </p>
  );
}

interface DocumentProps extends ActionProps, MessagesProps, Pick<ReceiptProps, "onOpenChange"> {
  open: boolean;
  id: string;
  body: IssuedReceipt;
  level: HeadingLevel;
  density: Density;
}

function Document({ id, body, level, density, open, onOpenChange, onAction, messages }: DocumentProps) {
  const facts = body.sections.map((section, index) => (
    <Facts key={section.id} id={`${id}-section-${index}`} section={section} level={level} density={density} />
  ));
  return (
    <div className={contentColumn}>
      {onOpenChange === undefined ? (
        open && facts
      ) : (
        <Disclosure
          label={messages?.receiptFacts ?? english.receiptFacts}
          open={open}
          onOpenChange={onOpenChange}
          part="unfold"
          className="cr:mb-6"
        >
          <div className="cr:pt-3">{facts}</div>
        </Disclosure>
      )}
      <Sentences
        part="shows"
        id={`${id}-proves`}
        title={messages?.receiptShows ?? english.receiptShows}
        sentences={body.proves}
        level={level}
      />
      <Sentences
        part="does-not-show"
        id={`${id}-does-not-prove`}
        title={messages?.receiptDoesNotShow ?? english.receiptDoesNotShow}
        sentences={body.doesNotProve}
        level={level}
      />
      <div className="cr:border-t cr:border-line-strong cr:pt-3">
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="redaction">
          {body.redaction}
        </p>
        <p className="cr:mt-3 cr:font-mono cr:text-xs/5" data-part="hash">
          {body.hash.value}
        </p>
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted">{body.hash.text}</p>
        {body.actions.length === 0 ? null : (
          <div className="cr:mt-4 cr:flex cr:flex-wrap cr:items-start cr:gap-3 cr:print:hidden" data-part="actions">
            {body.actions.map((action) => (
              <ActionControl key={action.id} model={action} onAction={onAction} messages={messages} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function Facts({
  id,
  section,
  level,
  density,
}: {
  id: string;
  section: ReceiptSection;
  level: HeadingLevel;
  density: Density;
}) {
  return (
    <section aria-labelledby={id} className="cr:mb-6 cr:break-inside-avoid" data-part="facts">
      <Heading id={id} level={level}>
        {section.title}
      </Heading>
      <dl className="cr:mt-1">
        {section.rows.map((row) => (
          <div
            key={row.id}
            className={cx(
              "cr:grid cr:border-t cr:border-line",
              labelledColumns,
              density === "comfortable" ? "cr:py-1.5" : "cr:py-0.5",
            )}
            data-part="fact"
          >
            <dt className="cr:text-compact cr:text-ink-muted">
              <Name model={row.label} />
            </dt>
            <dd className={row.format === "code" ? "cr:font-mono cr:text-xs/5" : "cr:min-w-0"}>
              <Name model={row.value} />
            </dd>
          </div>
        ))}
      </dl>
      {section.more === null ? null : (
        <p className="cr:border-t cr:border-line cr:pt-1.5 cr:text-compact cr:text-ink-muted" data-part="more">
          {section.more.text}
        </p>
      )}
    </section>
  );
}

function Sentences({
  part,
  id,
  title,
  sentences,
  level,
}: {
  part: "shows" | "does-not-show";
  id: string;
  title: string;
  sentences: NonEmptyList<SentenceModel>;
  level: HeadingLevel;
}) {
  return (
    <section aria-labelledby={id} className="cr:mb-6 cr:break-inside-avoid" data-part={part}>
      <Heading id={id} level={level}>
        {title}
      </Heading>
      <ul className="cr:mt-1 cr:max-w-prose">
        {sentences.map((sentence) => (
          <li key={sentence.text} className="cr:border-t cr:border-line cr:py-1.5" data-part="sentence">
            <Sentence model={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
