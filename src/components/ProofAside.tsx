import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import type { ProofAsideViewModel, ProofFactModel, UnreadModel } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { proofAppearance } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import { Heading, type HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import type { Density } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { Time } from "./internal/Time.js";
import { Reserved, type ReserveProps } from "./internal/Reserved.js";
import { type Expected, isUnread, Line, Room, rowsOf, Unread, unreadAttributes } from "./unread/Unread.js";

export interface ProofAsideProps
  extends
    Omit<ComponentPropsWithoutRef<"aside">, "children" | "title">,
    ActionProps,
    HeadingProps,
    MessagesProps,
    ReserveProps {
  model: ProofAsideViewModel | UnreadModel;
  /** How much air the facts take. Default "comfortable". */
  density?: Density | undefined;
}

/** What can be shown, fact by fact, and what cannot (PF-7). */
export const ProofAside = forwardRef<HTMLElement, ProofAsideProps>(function ProofAside(
  { model, onAction, headingLevel = 2, density = "comfortable", messages, reserve, className, ...rest },
  ref,
) {
  const titleId = `${model.id}-title`;
  const expected: Expected = {
    rows: isUnread(model) ? rowsOf(model, 7) : model.facts.length,
    row: cx("cr:border-t cr:border-line", paddings[density]),
    className: "cr:mt-3",
    children: expectedOf,
  };
  return (
    <aside
      {...rest}
      {...unreadAttributes(model)}
      ref={ref}
      id={model.id}
      className={cx("cr:@container cr:border-t-2 cr:border-ink cr:pt-5 cr:text-compact cr:text-ink", className)}
      data-component="ProofAside"
      aria-labelledby={titleId}
    >
      <Heading id={titleId} level={headingLevel}>
        {model.title}
      </Heading>
      <Reserved reserve={reserve} room={<Room {...expected} />}>
        {isUnread(model) ? (
          <Unread {...expected} model={model} onAction={onAction} messages={messages} />
        ) : (
          <dl className="cr:mt-3">
            {model.facts.map((fact) => (
              <Fact key={fact.id} fact={fact} density={density} onAction={onAction} messages={messages} />
            ))}
          </dl>
        )}
      </Reserved>
    </aside>
  );
});

/** What a fact mostly takes below its first line: source and target have a name, an origin and a time, and the scope has a sentence. */
function expectedOf(row: number): ReactNode {
  const named = row < 2;
  return (
    <>
      <Line />
      {named || row === 3 ? <Line /> : null}
      {named ? <Line className={row === 0 ? "cr:@[21rem]:hidden" : "cr:@[22.5rem]:hidden"} /> : null}
      {row === 6 ? <div className="cr:h-1" /> : null}
    </>
  );
}

interface FactProps extends ActionProps, MessagesProps {
  fact: ProofFactModel;
  density: Density;
}

function Fact({ fact, density, onAction, messages }: FactProps) {
  const appearance = proofAppearance(fact);
  return (
    <div className={cx(row, paddings[density])} data-part="fact" data-status={fact.state} data-tone={appearance?.tone}>
      <dt className="cr:text-xs/5 cr:text-ink-muted">{fact.label}</dt>
      <dd className="cr:grid cr:grid-cols-[1rem_minmax(0,1fr)] cr:gap-x-2">
        {appearance ? <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" /> : null}
        <div className="cr:col-start-2 cr:wrap-anywhere">
          <p data-part="text">{textOf(fact.text)}</p>
          {fact.detail === null ? null : (
            <p className="cr:text-ink-muted" data-part="detail">
              {textOf(fact.detail)}
            </p>
          )}
          {fact.at ? (
            <p className="cr:text-ink-muted">
              <Time at={fact.at} />
            </p>
          ) : null}
          {fact.action ? (
            <ActionControl model={fact.action} emphasis="text" onAction={onAction} messages={messages} />
          ) : null}
        </div>
      </dd>
    </div>
  );
}

const row =
  "cr:grid cr:gap-x-2 cr:border-t cr:border-line cr:@xs:grid-cols-[7rem_minmax(0,1fr)] cr:@3xl:grid-cols-[9rem_minmax(0,1fr)]";

const paddings = { comfortable: "cr:py-2.5", compact: "cr:py-1.5" } as const;
