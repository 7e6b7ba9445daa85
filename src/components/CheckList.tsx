"use client";

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import {
  type AffectedItems,
  type CheckListViewModel,
  contractVersion,
  type FindingGroupModel,
  type FindingModel,
  type GivenAcceptance,
  type LapsedAcceptance,
  type OpenAcceptance,
} from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { FreshnessBand } from "./FreshnessBand.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import { Currency } from "./internal/Currency.js";
import { Disclosure } from "./internal/Disclosure.js";
import { Heading, type HeadingLevel, type HeadingProps, levelBelow } from "./internal/Heading.js";
import { field as fieldLooks } from "./internal/looks.js";
import { Measure } from "./internal/Measure.js";
import type { MessagesProps } from "./internal/messages.js";
import { External, Name, Sentence, textOf } from "./internal/Name.js";
import { contentColumn, type Density, glyphGutter, Section } from "./internal/Section.js";
import { Skeleton } from "./internal/Skeleton.js";
import { type Standing, standingOf } from "./internal/standing.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { TextLink } from "./internal/TextLink.js";

/** Hands over a finding that the operator accepts, and why; never without a reason (RW-20). */
export type AcceptFinding = (findingId: string, reason: string) => void;

export interface CheckListProps
  extends Omit<ComponentPropsWithoutRef<"section">, "children" | "title">, ActionProps, HeadingProps, MessagesProps {
  model: CheckListViewModel;
  /** How much air the findings take. Default "comfortable". */
  density?: Density | undefined;
  /** Whether the list itself says how current it is; a page says it once. Default "shown". */
  freshness?: "shown" | "hidden" | undefined;
  onAccept?: AcceptFinding | undefined;
}

/** What checks found, most serious first, and whether it still holds (RW-6, RW-7). */
export const CheckList = forwardRef<HTMLElement, CheckListProps>(function CheckList(
  {
    model,
    onAction,
    onAccept,
    headingLevel = 2,
    density = "comfortable",
    freshness = "shown",
    messages,
    className,
    ...rest
  },
  ref,
) {
  const { body } = model;
  return (
    <Section
      {...rest}
      ref={ref}
      component="CheckList"
      id={model.id}
      title={model.title}
      headingLevel={headingLevel}
      density={density}
      className={className}
      data-status={body.state === "checked" ? body.freshness.state : body.state}
      aria-busy={body.state === "loading" || model.activity !== null || undefined}
    >
      <div className={contentColumn}>
        {model.activity === null ? null : <Activity text={model.activity} />}
        {body.state === "loading" ? (
          <Skeleton text={body.text} rows={4} />
        ) : body.state === "not_run" ? (
          <p className="cr:max-w-prose cr:text-ink-muted" data-part="not-run">
            {body.text}
          </p>
        ) : (
          <>
            {freshness === "hidden" ? null : body.freshness.state === "current" ? (
              <Currency freshness={body.freshness} />
            ) : (
              <FreshnessBand
                model={{
                  contract: contractVersion,
                  id: `${model.id}-freshness`,
                  freshness: body.freshness,
                  text: body.freshness.word,
                  action: null,
                }}
                messages={messages}
                className="cr:mb-4"
              />
            )}
            {body.groups.map((group) => (
              <Group
                key={group.id}
                group={group}
                standing={standingOf(body.freshness)}
                level={levelBelow(headingLevel)}
                density={density}
                onAction={onAction}
                onAccept={onAccept}
                messages={messages}
              />
            ))}
          </>
        )}
      </div>
    </Section>
  );
});

function Activity({ text }: { text: string }) {
  const appearance = appearanceOf("running");
  return (
    <p className="cr:mb-4 cr:flex cr:gap-x-2 cr:text-compact" data-part="activity" data-tone={appearance.tone}>
      <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
      <span>{textOf(text)}</span>
    </p>
  );
}

interface FindingProps extends ActionProps, MessagesProps {
  onAccept: AcceptFinding | undefined;
}

interface GroupProps extends FindingProps {
  group: FindingGroupModel;
  standing: Standing;
  level: HeadingLevel;
  density: Density;
}

function Group({ group, standing, level, density, ...finding }: GroupProps) {
  const id = useId();
  // A group that does not stand claims nothing, so it has no glyph of its own: the band above says what it is.
  const appearance = standing !== "current" || group.status === null ? null : appearanceOf(group.status);
  const rows = (
    <>
      <ul className="cr:mt-2" data-part="findings">
        {group.findings.map((one) => (
          <Finding key={one.id} finding={one} standing={standing} {...finding} />
        ))}
      </ul>
      {group.more === null ? null : (
        <p className="cr:border-t cr:border-line cr:pt-2 cr:text-compact cr:text-ink-muted" data-part="more">
          {group.more.text}
        </p>
      )}
    </>
  );
  const empty = group.findings.length === 0 && group.more === null;
  return (
    <section
      aria-labelledby={id}
      className={cx(
        "cr:border-t cr:border-line cr:first:border-t-0 cr:first:pt-0",
        density === "comfortable" ? "cr:py-3" : "cr:py-1.5",
      )}
      data-part="group"
      data-severity={group.id}
      data-status={appearance?.status}
      data-tone={appearance?.tone}
    >
      <div className={cx(glyphGutter, "cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)_auto] cr:gap-x-3")}>
        {appearance === null ? <span /> : <StatusGlyph appearance={appearance} />}
        <Heading id={id} level={level}>
          <span className="cr:text-sm">{group.title}</span>
        </Heading>
        <p className="cr:text-end" data-part="count">
          <Measure measure={group.count} standing={standing} />
        </p>
        <p className="cr:col-start-2 cr:col-end-4 cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="note">
          {group.note}
          {group.count.state === "known" ? null : ` ${group.count.reason}`}
          {group.accepted === null ? null : (
            <span className="cr:block cr:text-ink" data-part="accepted">
              {group.accepted.text}
            </span>
          )}
        </p>
      </div>
      {empty ? null : group.unfold === null ? (
        rows
      ) : (
        <Disclosure label={group.unfold} describedBy={id}>
          {rows}
        </Disclosure>
      )}
    </section>
  );
}

function Finding({
  finding,
  standing,
  onAction,
  onAccept,
  messages,
}: FindingProps & { finding: FindingModel; standing: Standing }) {
  // The finding's own id may hold spaces, and would then be several to whoever refers to it.
  const id = useId();
  const { affected, acceptance } = finding;
  const record = useRef<HTMLDivElement>(null);
  const before = useRef(acceptance.state);
  useEffect(() => {
    const given = before.current !== "given" && acceptance.state === "given";
    before.current = acceptance.state;
    // The form that had focus is gone, and what came of it stands here.
    if (given && document.activeElement === document.body) record.current?.focus();
  }, [acceptance.state]);
  const sentence = <Sentence model={finding.sentence} />;
  return (
    <li className="cr:border-t cr:border-line cr:py-2.5" data-part="finding">
      <div className="cr:grid cr:gap-x-4 cr:@lg:grid-cols-[minmax(0,1fr)_auto]">
        <p id={id} className="cr:max-w-prose cr:font-medium" data-part="sentence">
          {standing === "void" ? <s className="cr:font-normal cr:text-ink-faint">{sentence}</s> : sentence}
        </p>
        <p className="cr:text-compact cr:text-ink-muted cr:@lg:text-end" data-part="check">
          {textOf(finding.check)}
        </p>
      </div>
      <div className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-5 cr:text-compact">
        {affected === null ? null : <Affected affected={affected} describedBy={id} />}
        {finding.settledAt === null ? null : (
          <TextLink href={finding.settledAt.href}>{finding.settledAt.label}</TextLink>
        )}
      </div>
      {acceptance.state === "none" ? null : acceptance.state === "given" ? (
        <Record recordRef={record} acceptance={acceptance}>
          {acceptance.withdraw === null ? null : (
            <ActionControl
              model={acceptance.withdraw}
              emphasis="text"
              onAction={onAction}
              messages={messages}
              className="cr:text-compact"
            />
          )}
        </Record>
      ) : (
        <>
          {acceptance.state === "lapsed" ? <Record acceptance={acceptance} /> : null}
          <AcceptanceForm
            acceptance={acceptance}
            describedBy={id}
            onAccept={onAccept === undefined ? undefined : (reason) => onAccept(finding.id, reason)}
            messages={messages}
          />
        </>
      )}
    </li>
  );
}

function Affected({ affected, describedBy }: { affected: AffectedItems; describedBy: string }) {
  const [first, ...others] = affected.items;
  // One item is named where it stands: nobody unfolds a list to learn which one is meant.
  if (others.length === 0 && affected.more === null) {
    return (
      <p className="cr:font-medium" data-part="affected">
        <Name model={first.name} />
      </p>
    );
  }
  return (
    <Disclosure label={affected.text} describedBy={describedBy}>
      <ul className="cr:pb-1" data-part="affected">
        {affected.items.map((item) => (
          <li key={item.id} className="cr:py-0.5">
            <Name model={item.name} />
          </li>
        ))}
        {affected.more === null ? null : <li className="cr:py-0.5 cr:text-ink-muted">{affected.more.text}</li>}
      </ul>
    </Disclosure>
  );
}

// An acceptance that lapsed counts for nothing: its record is struck, and stays readable (SI-3).
function Record({
  recordRef,
  acceptance,
  children,
}: {
  recordRef?: Ref<HTMLDivElement>;
  acceptance: GivenAcceptance | LapsedAcceptance;
  children?: ReactNode;
}) {
  const lapsed = acceptance.state === "lapsed";
  const appearance = appearanceOf(lapsed ? "invalidated" : "recorded");
  const Said = lapsed ? "s" : "span";
  return (
    <div
      ref={recordRef}
      tabIndex={-1}
      className="cr:mt-1.5 cr:grid cr:grid-cols-[1rem_minmax(0,1fr)] cr:gap-x-2 cr:text-compact"
      data-part="acceptance"
      data-status={acceptance.state}
      data-tone={appearance.tone}
    >
      <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
      <div className="cr:max-w-prose">
        <p>
          <Said>{textOf(acceptance.text)}</Said>
        </p>
        <p className="cr:text-ink-muted">
          <External text={acceptance.reason.external} />
        </p>
        {children}
      </div>
    </div>
  );
}

interface AcceptanceFormProps extends MessagesProps {
  acceptance: OpenAcceptance | LapsedAcceptance;
  describedBy: string;
  onAccept: ((reason: string) => void) | undefined;
}

/** Takes responsibility for one finding: the reason is asked for where the action stood, and is required. */
function AcceptanceForm({ acceptance, describedBy, onAccept, messages }: AcceptanceFormProps) {
  const id = useId();
  const [reason, setReason] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const trigger = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const asking = reason !== null;
  useEffect(() => {
    // The control that stood here had focus, and is gone.
    if (asking) input.current?.focus();
  }, [asking]);
  useEffect(() => {
    if (reason === null && leaving.current) trigger.current?.querySelector<HTMLElement>("[data-part=control]")?.focus();
    leaving.current = false;
  }, [reason]);
  const { action } = acceptance;
  if (action.kind !== "callback" || reason === null) {
    return (
      <ActionControl
        ref={trigger}
        model={action}
        emphasis="text"
        onAction={() => setReason("")}
        messages={messages}
        className="cr:mt-1 cr:text-compact"
      />
    );
  }
  const submit = () => {
    // Spaces and marks alone give no reason.
    if (/[\p{L}\p{N}]/u.test(reason)) {
      onAccept?.(reason.trim());
      return;
    }
    setMissing(true);
    input.current?.focus();
  };
  return (
    <div className="cr:mt-2 cr:max-w-prose" data-part="accept" role="group" aria-labelledby={describedBy}>
      <label htmlFor={id} className="cr:text-compact cr:font-medium">
        {acceptance.reasonLabel}
      </label>
      <textarea
        ref={input}
        id={id}
        rows={2}
        className={cx(fieldLooks, "cr:mt-1 cr:py-2 cr:text-sm")}
        value={reason}
        aria-required="true"
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
      />
      {missing ? (
        <p
          id={`${id}-missing`}
          className="cr:text-compact cr:text-(--cr-tone-ink)"
          data-tone="critical"
          data-part="error"
        >
          {messages?.reasonRequired ?? english.reasonRequired}
        </p>
      ) : null}
      <div className="cr:mt-2 cr:flex cr:flex-wrap cr:items-center cr:gap-x-4">
        <ActionControl model={action} onAction={submit} messages={messages} />
        <ActionControl
          model={{ kind: "callback", id: `${action.id}-cancel`, label: messages?.cancel ?? english.cancel }}
          emphasis="text"
          onAction={() => {
            leaving.current = true;
            setReason(null);
            setMissing(false);
          }}
          messages={messages}
          className="cr:text-compact"
        />
      </div>
    </div>
  );
}
