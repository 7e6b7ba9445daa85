import { type ComponentPropsWithoutRef, forwardRef, memo, type ReactNode } from "react";
import type {
  BlockerModel,
  GateModel,
  OpenGate,
  ProcessFlowViewModel,
  StatusLiteral,
  UnreadModel,
} from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf, gateAppearance, gateWord, type Tone } from "./internal/appearance.js";
import { Changes } from "./internal/Changes.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import type { HeadingProps } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import { contentColumn, type Density, glyphGutter, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { TextLink } from "./internal/TextLink.js";
import { Time } from "./internal/Time.js";
import type { ReserveProps } from "./internal/Reserved.js";
import { type Expected, isUnread, Line, Room, rowsOf, Unread, unreadAttributes } from "./unread/Unread.js";

export interface ProcessFlowProps
  extends
    Omit<ComponentPropsWithoutRef<"section">, "children" | "title">,
    ActionProps,
    HeadingProps,
    MessagesProps,
    ReserveProps {
  model: ProcessFlowViewModel | UnreadModel;
  /** How much air the gates take. Default "comfortable". */
  density?: Density | undefined;
  /** Whether the count is shown; a page shows it once. Default "shown". */
  count?: "shown" | "hidden" | undefined;
}

/** Every gate of a workflow on one line, in order (PF-2). */
export const ProcessFlow = forwardRef<HTMLElement, ProcessFlowProps>(function ProcessFlow(
  { model, onAction, headingLevel = 2, density = "comfortable", count = "shown", messages, ...rest },
  ref,
) {
  const expected: Expected = {
    rows: isUnread(model) ? rowsOf(model, 7) : model.gates.length,
    row: cx("cr:last:pb-0", paddings[density]),
    className: contentColumn,
    children: expectedOf,
  };
  return (
    <Section
      {...rest}
      {...unreadAttributes(model)}
      ref={ref}
      component="ProcessFlow"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      room={<Room {...expected} />}
      note={
        count === "hidden" || isUnread(model) ? null : (
          <p className="cr:text-compact cr:text-ink-muted" data-part="progress">
            {model.progress.text}
          </p>
        )
      }
    >
      {isUnread(model) ? (
        <Unread {...expected} model={model} onAction={onAction} messages={messages} />
      ) : (
        <ol className={cx(contentColumn, glyphGutter)} data-part="gates">
          {model.gates.map((gate) => (
            <Gate
              key={gate.id}
              id={`${model.id}-${gate.id}`}
              gate={gate}
              density={density}
              onAction={onAction}
              messages={messages}
            />
          ))}
        </ol>
      )}
    </Section>
  );
});

/** What a gate mostly takes below its title: of seven, two have a long reason and five have where it is narrow, and one is next. */
function expectedOf(row: number): ReactNode {
  const turn = row % 7;
  return (
    <>
      <Line />
      {turn < 5 ? <Line className={turn < 2 ? undefined : "cr:@lg:hidden"} /> : null}
      {turn === 2 ? <div className="cr:h-7" /> : null}
    </>
  );
}

interface GateProps extends ActionProps, MessagesProps {
  id: string;
  gate: GateModel;
  density: Density;
}

// Memoised: one gate changes at a time, and the others keep their identity, or at least what they say.
const Gate = memo(function Gate({ id, gate, density, onAction, messages }: GateProps) {
  const appearance = gateAppearance(gate);
  const { status, tone } = appearance;
  const next = gate.position === "next";
  const own = next ? looks.next : status === "complete" ? looks.settled : looks.open;
  const details = detailsOf(gate, onAction, messages);
  return (
    <li
      id={id}
      className={rows[density][lineAfter[status] ?? "open"]}
      data-part="gate"
      data-status={status}
      data-position={gate.position}
      aria-current={next ? "step" : undefined}
    >
      <StatusGlyph appearance={appearance} />
      <p className={next ? "cr:text-base/5 cr:font-semibold" : quietTitle(tone)} data-part="title">
        {gate.title}
      </p>
      <p className={own.word} data-part="word" data-tone={tone}>
        {gateWord(gate, messages?.unknown ?? english.unknown)}
      </p>
      <p className={own.reason} data-part="reason">
        {textOf(gate.reason)}
      </p>
      {gate.freshness?.at ? (
        <p className={own.at}>
          <Time at={gate.freshness.at} struck={status === "invalidated"} />
        </p>
      ) : null}
      {details === null ? null : <div className={own.details}>{details}</div>}
    </li>
  );
}, saysTheSame);

function saysTheSame(before: GateProps, after: GateProps): boolean {
  return (
    before.id === after.id &&
    before.density === after.density &&
    before.onAction === after.onAction &&
    before.messages === after.messages &&
    // A host that asks its server anew gets the same words in new objects.
    (before.gate === after.gate || JSON.stringify(before.gate) === JSON.stringify(after.gate))
  );
}

function detailsOf(gate: GateModel, onAction: GateProps["onAction"], messages: GateProps["messages"]): ReactNode {
  if (gate.verdict === "complete") return gate.notice ? <Notice text={gate.notice} /> : null;
  const { freshness } = gate;
  // A gate that only waits for earlier ones has nothing to clear yet.
  const clearable = gate.position === "next" || gate.verdict === "blocked";
  const moved = freshness?.state === "invalidated";
  if (!clearable && !moved) return null;
  return (
    <>
      {moved ? <Changes changes={freshness.causes} messages={messages} /> : null}
      {clearable ? <WayForward gate={gate} onAction={onAction} messages={messages} /> : null}
    </>
  );
}

// The gate's sentence is its first blocker, and its action leads to one of their places: neither is said twice.
function WayForward({ gate, onAction, messages }: { gate: OpenGate } & ActionProps & MessagesProps) {
  const { reason, action } = gate;
  const blockers: readonly BlockerModel[] = gate.blockers ?? [];
  const others = blockers.filter((blocker) => blocker.reason !== reason);
  const listed = action?.kind === "link" && others.some(({ clearedBy }) => clearedBy?.href === action.href);
  return (
    <>
      {action && !listed ? (
        <ActionControl model={action} emphasis="text" onAction={onAction} messages={messages} />
      ) : null}
      {others.length > 0 ? (
        <ul className="cr:mt-1" data-part="blockers">
          {others.map((blocker) => (
            <li
              key={`${blocker.code} ${blocker.reason}`}
              className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-3"
              data-part="blocker"
            >
              <span>{textOf(blocker.reason)}</span>
              {blocker.clearedBy ? <TextLink href={blocker.clearedBy.href}>{blocker.clearedBy.label}</TextLink> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <p className="cr:flex cr:gap-x-1.5 cr:text-ink-muted" data-part="notice">
      <StatusGlyph appearance={appearanceOf("attention")} size={16} className="cr:mt-0.5" />
      <span>{textOf(text)}</span>
    </p>
  );
}

// Whole and made once, because a page has many gates, and writes each class into its text.
const looks = { next: looksOf("next"), settled: looksOf("settled"), open: looksOf("open") };

function looksOf(gate: "next" | "settled" | "open") {
  const next = gate === "next";
  const column = "cr:col-start-2 cr:col-end-4 cr:max-w-prose";
  const words = next
    ? "cr:text-ink"
    : cx("cr:text-compact", gate === "settled" ? "cr:text-ink-faint" : "cr:text-ink-muted");
  return {
    word: cx(
      "cr:text-end cr:text-compact",
      gate === "settled" ? "cr:text-ink-muted" : "cr:text-(--cr-tone-ink)",
      next && "cr:font-semibold",
    ),
    reason: cx(column, words, "cr:@lg:col-end-3", next && "cr:mt-1"),
    at: cx(
      column,
      "cr:text-xs/5 cr:text-ink-faint cr:@lg:col-start-3 cr:@lg:row-start-2 cr:@lg:text-end",
      next && "cr:@lg:mt-1",
    ),
    details: cx(column, words),
  };
}

const paddings = { comfortable: "cr:pb-5", compact: "cr:pb-3" } as const;

const rows = { comfortable: rowLooks(paddings.comfortable), compact: rowLooks(paddings.compact) };

function rowLooks(padding: string) {
  const row = cx(
    "cr:relative cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)_auto] cr:gap-x-3 cr:last:pb-0",
    "cr:before:absolute cr:before:start-[9.25px] cr:before:top-6 cr:before:bottom-1 cr:before:border-s-[1.5px]",
    "cr:last:before:hidden",
    padding,
  );
  return {
    settled: cx(row, "cr:before:border-line-strong"),
    void: cx(row, "cr:before:border-dashed cr:before:border-line-strong"),
    open: cx(row, "cr:before:border-line"),
  };
}

const lineAfter: Partial<Record<StatusLiteral, "settled" | "void">> = {
  complete: "settled",
  invalidated: "void",
  stale: "void",
};

function quietTitle(tone: Tone): string {
  return tone === "caution" || tone === "critical" ? "cr:text-ink" : "cr:text-ink-muted";
}
