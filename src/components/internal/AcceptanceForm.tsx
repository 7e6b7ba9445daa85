"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { LapsedAcceptance, OpenAcceptance } from "../../view-models/index.js";
import { ActionControl } from "../ActionControl.js";
import { cx } from "./class-names.js";
import * as english from "./english.js";
import { field as fieldLooks } from "./looks.js";
import type { MessagesProps } from "./messages.js";

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
