import { cva } from "class-variance-authority";
import { type ComponentPropsWithoutRef, forwardRef, memo } from "react";
import type { BlockerModel, GateModel, OpenGate, ProcessFlowViewModel, StatusLiteral } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf, gateAppearance, gateWord, type Tone } from "./internal/appearance.js";
import { Changes } from "./internal/Changes.js";
import { cx } from "./internal/class-names.js";
import type { HeadingProps } from "./internal/Heading.js";
import { type MessagesProps, withDefaults } from "./internal/messages.js";
import { contentColumn, type Density, glyphGutter, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { TextLink } from "./internal/TextLink.js";
import { Time } from "./internal/Time.js";

export interface ProcessFlowProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: ProcessFlowViewModel;
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
  return (
    <Section
      {...rest}
      ref={ref}
      component="ProcessFlow"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      note={
        count === "hidden" ? null : (
          <p className="cr:text-[0.8125rem]/5 cr:text-ink-muted" data-part="progress">
            {model.progress.text}
          </p>
        )
      }
    >
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
    </Section>
  );
});

interface GateProps extends ActionProps, MessagesProps {
  id: string;
  gate: GateModel;
  density: Density;
}

// Memoised: one gate changes at a time, and the model of the others keeps its identity.
const Gate = memo(function Gate({ id, gate, density, onAction, messages }: GateProps) {
  const appearance = gateAppearance(gate);
  const { status, tone } = appearance;
  const next = gate.position === "next";
  const settled = status === "complete";
  return (
    <li
      id={id}
      className={row({ density, line: lineAfter[status] ?? "open" })}
      data-part="gate"
      data-status={status}
      data-tone={tone}
      data-position={gate.position}
      aria-current={next ? "step" : undefined}
    >
      <StatusGlyph appearance={appearance} />
      <p className={next ? "cr:text-base/5 cr:font-semibold" : quietTitle(tone)} data-part="title">
        {gate.title}
      </p>
      <p
        className={cx(
          "cr:text-end cr:text-[0.8125rem]/5",
          settled ? "cr:text-ink-muted" : "cr:text-(--cr-tone-ink)",
          next && "cr:font-semibold",
        )}
        data-part="word"
      >
        {gateWord(gate, withDefaults(messages).unknown)}
      </p>
      <GateTime gate={gate} struck={status === "invalidated"} />
      <div
        className={cx(
          "cr:col-start-2 cr:col-end-4 cr:max-w-prose cr:@lg:col-end-3",
          next
            ? "cr:mt-1 cr:text-ink"
            : cx("cr:text-[0.8125rem]/5", settled ? "cr:text-ink-faint" : "cr:text-ink-muted"),
        )}
      >
        <p data-part="reason">{gate.reason}</p>
        <GateDetails gate={gate} onAction={onAction} messages={messages} />
      </div>
    </li>
  );
});

function GateTime({ gate, struck }: { gate: GateModel; struck: boolean }) {
  const at = gate.freshness?.at;
  return at ? (
    <p className="cr:col-start-2 cr:col-end-4 cr:row-start-3 cr:text-xs/5 cr:text-ink-faint cr:@lg:col-start-3 cr:@lg:row-start-2 cr:@lg:text-end">
      <Time at={at} struck={struck} />
    </p>
  ) : null;
}

function GateDetails({ gate, onAction, messages }: { gate: GateModel } & ActionProps & MessagesProps) {
  if (gate.verdict === "complete") return gate.notice ? <Notice text={gate.notice} /> : null;
  const { action, freshness } = gate;
  const blockers = blockersBeside(gate);
  return (
    <>
      {freshness?.state === "invalidated" ? <Changes changes={freshness.causes} messages={messages} /> : null}
      {freshness?.state === "stale" && freshness.reason !== gate.reason ? <p>{freshness.reason}</p> : null}
      {blockers.length > 0 ? (
        <ul className="cr:mt-1" data-part="blockers">
          {blockers.map(({ code, reason, clearedBy }) => (
            <li key={code} className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-3">
              {reason === gate.reason ? null : <span>{reason}</span>}
              {clearedBy ? <TextLink href={clearedBy.href}>{clearedBy.label}</TextLink> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {action ? <ActionControl model={action} emphasis="text" onAction={onAction} messages={messages} /> : null}
    </>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <p className="cr:flex cr:gap-x-1.5 cr:text-ink-muted" data-part="notice">
      <StatusGlyph appearance={appearanceOf("attention")} size={16} className="cr:mt-0.5" />
      {text}
    </p>
  );
}

// The sentence already says the first reason and the action already leads to its place: neither is repeated.
function blockersBeside({ blockers, reason, action, position, verdict }: OpenGate): readonly BlockerModel[] {
  if (position !== "next" && verdict !== "blocked") return [];
  return blockers.filter((blocker) => {
    const leadsElsewhere = blocker.clearedBy !== null && blocker.clearedBy.href !== action?.href;
    return blocker.reason !== reason || leadsElsewhere;
  });
}

const row = cva(
  cx(
    "cr:relative cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)_auto] cr:gap-x-3 cr:last:pb-0",
    "cr:before:absolute cr:before:start-[9.25px] cr:before:top-6 cr:before:bottom-1 cr:before:border-s-[1.5px]",
    "cr:last:before:hidden",
  ),
  {
    variants: {
      density: { comfortable: "cr:pb-5", compact: "cr:pb-3" },
      line: {
        settled: "cr:before:border-line-strong",
        void: "cr:before:border-dashed cr:before:border-line-strong",
        open: "cr:before:border-line",
      },
    },
  },
);

const lineAfter: Partial<Record<StatusLiteral, "settled" | "void">> = {
  complete: "settled",
  invalidated: "void",
  stale: "void",
};

function quietTitle(tone: Tone): string {
  return tone === "caution" || tone === "critical" ? "cr:text-ink" : "cr:text-ink-muted";
}
