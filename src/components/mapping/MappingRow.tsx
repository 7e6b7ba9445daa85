"use client";

import { useEffect, useId, useRef } from "react";
import type { MappingRowModel, SameRow, SkipChoice, StatusLiteral } from "../../view-models/index.js";
import { ActionControl, type ActionProps } from "../ActionControl.js";
import { appearanceOf } from "../internal/appearance.js";
import { Arrow } from "../internal/Arrow.js";
import { cx } from "../internal/class-names.js";
import * as english from "../internal/english.js";
import type { MessagesProps } from "../internal/messages.js";
import { Name, Sentence, textOf } from "../internal/Name.js";
import type { Density } from "../internal/Section.js";
import { StatusGlyph } from "../internal/StatusGlyph.js";

export interface MappingRowProps extends ActionProps, MessagesProps {
  density: Density;
  /** Opens the picker for a reference. */
  onPick: (key: string) => void;
}

const rowStatus: Readonly<Record<(MappingRowModel | SameRow)["state"], StatusLiteral>> = {
  mapped: "complete",
  left_out: "recorded",
  unresolved: "blocked",
  same: "unchanged",
};

/** One reference, what stands for it, and what else could. */
export function MappingRow({
  row,
  density,
  onPick,
  onAction,
  messages,
}: MappingRowProps & { row: MappingRowModel | SameRow }) {
  const appearance = appearanceOf(rowStatus[row.state] ?? "unknown");
  const element = useRef<HTMLLIElement>(null);
  const acted = useRef(false);
  const target = row.target?.id;
  // The control that decided is gone once the decision is recorded; focus stays with the reference.
  useEffect(() => {
    if (!acted.current) return;
    acted.current = false;
    if (element.current?.contains(document.activeElement) !== true) {
      element.current?.querySelector<HTMLElement>("button, a")?.focus();
    }
  }, [row.state, target]);
  const act: ActionProps["onAction"] = (id, action) => {
    acted.current = true;
    onAction?.(id, action);
  };
  const controls = { emphasis: "text" as const, messages, className: "cr:text-compact" };
  const nameId = useId();
  return (
    <li
      ref={element}
      className={cx("cr:border-t cr:border-line", density === "comfortable" ? "cr:py-4" : "cr:py-2")}
      data-part="mapping"
      data-state={row.state}
      data-status={appearance.status}
      data-tone={appearance.tone}
    >
      <div className="cr:flex cr:flex-wrap cr:items-center cr:justify-between cr:gap-x-4">
        <p className="cr:text-compact cr:text-ink-muted" data-part="usage">
          {row.usage}
        </p>
        <p className="cr:flex cr:items-center cr:gap-x-1.5 cr:text-compact cr:text-(--cr-tone-ink)" data-part="word">
          <StatusGlyph appearance={appearance} size={16} />
          {row.word}
        </p>
      </div>
      <p id={nameId} className="cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-2 cr:font-medium" data-part="source">
        <Name model={row.source} />
        {row.target === undefined ? null : (
          <>
            <Arrow />
            <span className="cr:sr-only" data-part="becomes">
              {messages?.becomes ?? english.becomes}
            </span>
            <Name model={row.target.name} />
            {row.target.detail === null ? null : (
              <span className="cr:text-compact cr:font-normal cr:text-ink-muted" data-part="detail">
                {textOf(row.target.detail)}
              </span>
            )}
          </>
        )}
      </p>
      {row.state === "unresolved" && row.reason !== null ? (
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="reason">
          <Sentence model={row.reason} />
        </p>
      ) : null}
      {row.state === "left_out" ? (
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="consequence">
          {row.consequence}
        </p>
      ) : null}
      {row.state === "unresolved" && row.suggestion !== null ? (
        <div className="cr:mt-2 cr:border-s-0 cr:border-dashed cr:border-line-strong" data-part="suggestion">
          <p className="cr:text-compact">
            {row.suggestion.text}{" "}
            <span className="cr:font-medium">
              <Name model={row.suggestion.target.name} />
            </span>
          </p>
          <ActionControl model={row.suggestion.confirm} {...controls} onAction={act} />
        </div>
      ) : null}
      <div
        className="cr:mt-1.5 cr:flex cr:flex-wrap cr:items-baseline cr:gap-x-5 cr:gap-y-2"
        role="group"
        aria-labelledby={nameId}
        data-part="actions"
      >
        <ActionControl
          model={row.choose}
          {...controls}
          emphasis={row.state === "unresolved" ? "secondary" : "text"}
          onAction={() => {
            acted.current = true;
            onPick(row.key);
          }}
        />
        {row.skip === undefined ? null : <Skip skip={row.skip} {...controls} onAction={act} />}
        {row.undo === undefined || row.undo === null ? null : (
          <ActionControl model={row.undo} {...controls} onAction={act} />
        )}
      </div>
    </li>
  );
}

function Skip({
  skip,
  ...control
}: { skip: SkipChoice; className: string; emphasis: "text" } & ActionProps & MessagesProps) {
  const consequenceId = useId();
  if (skip.state === "refused") {
    return (
      <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="skip-refused">
        {skip.reason}
      </p>
    );
  }
  return (
    <div className="cr:max-w-prose">
      <ActionControl model={skip.action} {...control} describedBy={consequenceId} />
      <p id={consequenceId} className="cr:text-compact cr:text-ink-muted" data-part="skip-consequence">
        {skip.consequence}
      </p>
    </div>
  );
}
