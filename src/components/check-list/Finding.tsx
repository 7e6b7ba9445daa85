"use client";

import { useEffect, useId, useRef } from "react";
import type { AffectedItems, FindingModel } from "../../view-models/index.js";
import { ActionControl, type ActionProps } from "../ActionControl.js";
import { Disclosure } from "../internal/Disclosure.js";
import type { MessagesProps } from "../internal/messages.js";
import { Name, Sentence, textOf } from "../internal/Name.js";
import type { Standing } from "../internal/standing.js";
import { TextLink } from "../internal/TextLink.js";
import { AcceptanceForm, AcceptanceRecord } from "./Acceptance.js";

/** Hands over a finding that the operator accepts, and why; never without a reason (RW-20). */
export type AcceptFinding = (findingId: string, reason: string) => void;

export interface FindingProps extends ActionProps, MessagesProps {
  onAccept: AcceptFinding | undefined;
}

/** One finding: what was found, what it is about, and who answered for it. */
export function Finding({
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
        <AcceptanceRecord recordRef={record} acceptance={acceptance}>
          {acceptance.withdraw === null ? null : (
            <ActionControl
              model={acceptance.withdraw}
              emphasis="text"
              onAction={onAction}
              messages={messages}
              className="cr:text-compact"
            />
          )}
        </AcceptanceRecord>
      ) : (
        <>
          {acceptance.state === "lapsed" ? <AcceptanceRecord acceptance={acceptance} /> : null}
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
