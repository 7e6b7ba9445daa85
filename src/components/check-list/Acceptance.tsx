"use client";

import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from "react";
import type { GivenAcceptance, LapsedAcceptance, OpenAcceptance } from "../../view-models/index.js";
import { ActionControl } from "../ActionControl.js";
import { appearanceOf } from "../internal/appearance.js";
import { cx } from "../internal/class-names.js";
import * as english from "../internal/english.js";
import { field as fieldLooks } from "../internal/looks.js";
import type { MessagesProps } from "../internal/messages.js";
import { External, textOf } from "../internal/Name.js";
import { StatusGlyph } from "../internal/StatusGlyph.js";

/** Who answered for a finding, and why. One that lapsed counts for nothing: it is struck, and stays readable (SI-3). */
export function AcceptanceRecord({
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
export function AcceptanceForm({ acceptance, describedBy, onAccept, messages }: AcceptanceFormProps) {
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
