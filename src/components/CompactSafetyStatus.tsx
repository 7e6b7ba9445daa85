"use client";

import * as Collapsible from "@radix-ui/react-collapsible";
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import type { CompactSafetyStatusViewModel, ExecutionModel, GateModel, UnreadModel } from "../view-models/index.js";
import type { ActionProps } from "./ActionControl.js";
import { executionAppearance, gateAppearance } from "./internal/appearance.js";
import { Chevron } from "./internal/Chevron.js";
import { cx } from "./internal/class-names.js";
import { type HeadingProps, levelBelow } from "./internal/Heading.js";
import type { MessagesProps } from "./internal/messages.js";
import { textOf } from "./internal/Name.js";
import { contentColumn, type Density, Section } from "./internal/Section.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { textLink } from "./internal/TextLink.js";
import { ProcessFlow } from "./ProcessFlow.js";
import type { ReserveProps } from "./internal/Reserved.js";
import { type Expected, isUnread, Line, Room, Unread, unreadAttributes } from "./unread/Unread.js";

export interface CompactSafetyStatusProps
  extends
    Omit<ComponentPropsWithoutRef<"section">, "children" | "title">,
    ActionProps,
    HeadingProps,
    MessagesProps,
    ReserveProps {
  model: CompactSafetyStatusViewModel | UnreadModel;
  /** How much air the line and the flow behind it take. Default "comfortable". */
  density?: Density | undefined;
  /** Whether the flow is open on first render. Default false. */
  defaultOpen?: boolean | undefined;
}

/** The gates in one line, and the full flow behind a control (PF-9). The page owns the live region, not this. */
export const CompactSafetyStatus = forwardRef<HTMLElement, CompactSafetyStatusProps>(function CompactSafetyStatus(
  { model, onAction, headingLevel = 2, density = "comfortable", defaultOpen = false, messages, ...rest },
  ref,
) {
  return (
    <Collapsible.Root asChild defaultOpen={defaultOpen}>
      <Section
        {...rest}
        ref={ref}
        component="CompactSafetyStatus"
        id={model.id}
        title={isUnread(model) ? model.title : model.name}
        headingLevel={headingLevel}
        density={paddings[density]}
        room={<Room {...expected} />}
        data-status={isUnread(model) ? undefined : model.execution.state}
        {...unreadAttributes(model)}
      >
        {isUnread(model) ? (
          <Unread {...expected} model={model} onAction={onAction} messages={messages} />
        ) : (
          <>
            <div
              className={cx(
                contentColumn,
                "cr:grid cr:items-start cr:gap-x-6 cr:gap-y-1 cr:@2xl:grid-cols-[minmax(0,1fr)_auto]",
              )}
            >
              <div
                className="cr:flex cr:flex-wrap cr:items-center cr:gap-x-4 cr:gap-y-1 cr:@2xl:col-span-2"
                data-part="summary"
              >
                <Strip gates={model.flow.gates} />
                <p className="cr:font-semibold" data-part="progress">
                  {model.flow.progress.text}
                </p>
                {model.nextGate === null ? null : <p data-part="next-gate">{model.nextGate.text}</p>}
              </div>
              <Execution execution={model.execution} />
              <Collapsible.Trigger
                className={cx(textLink, "cr:group cr:cursor-pointer cr:justify-self-start")}
                data-part="view-gates"
              >
                {model.viewGatesLabel}
                <Chevron />
              </Collapsible.Trigger>
            </div>
            <Collapsible.Content className="cr:col-span-full cr:mt-3">
              <ProcessFlow
                model={model.flow}
                count="hidden"
                density={density}
                onAction={onAction}
                headingLevel={levelBelow(headingLevel)}
                messages={messages}
              />
            </Collapsible.Content>
          </>
        )}
      </Section>
    </Collapsible.Root>
  );
});

const expected: Expected = { rows: 1, row: "cr:grid cr:gap-y-1", className: contentColumn, children: expectedOf };

/** Availability and the way to the gates; where it is narrow, the next gate as well, and each in a line of its own. */
function expectedOf(): ReactNode {
  return (
    <>
      <Line className="cr:mt-1" />
      <Line className="cr:mt-1 cr:@2xl:hidden" />
      <Line className="cr:mt-2 cr:@2xl:hidden" />
    </>
  );
}

/** One small glyph per gate, for the eye; the count beside it is for everyone. */
function Strip({ gates }: { gates: readonly GateModel[] }) {
  return (
    <div className="cr:flex cr:gap-1" data-part="strip" aria-hidden="true">
      {gates.map((gate) => (
        <StatusGlyph key={gate.id} appearance={gateAppearance(gate)} size={16} />
      ))}
    </div>
  );
}

function Execution({ execution }: { execution: ExecutionModel }) {
  const appearance = executionAppearance(execution);
  return (
    <p className={cx("cr:flex cr:gap-x-2 cr:py-0.5", appearance && "cr:@2xl:-ms-6")} data-part="execution">
      {appearance ? <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" /> : null}
      <span className="cr:max-w-prose">{textOf(execution.text)}</span>
    </p>
  );
}

// It is one line between larger parts, and takes less air than they do.
const paddings = { comfortable: "compact", compact: "tight" } as const;
