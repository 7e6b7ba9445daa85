"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import type { EmptyPicker, FilledPicker, MappingPicker, MappingTarget, NameModel } from "../view-models/index.js";
import { ActionControl, type ActionProps } from "./ActionControl.js";
import { appearanceOf } from "./internal/appearance.js";
import { cx } from "./internal/class-names.js";
import * as english from "./internal/english.js";
import { Dialog } from "./internal/Dialog.js";
import { DirectorySync } from "./internal/DirectorySync.js";
import { Heading, type HeadingProps } from "./internal/Heading.js";
import { field as fieldLooks } from "./internal/looks.js";
import type { MessagesProps } from "./internal/messages.js";
import { Name, textOf } from "./internal/Name.js";
import { StatusGlyph } from "./internal/StatusGlyph.js";
import { rangeWith, rowAt } from "./internal/virtual-focus.js";

export interface MappingPickerDialogProps
  extends
    Omit<ComponentPropsWithoutRef<"dialog">, "children" | "onClose" | "open">,
    ActionProps,
    HeadingProps,
    MessagesProps {
  /** What can be chosen. */
  model: MappingPicker;
  /** The object in the source; it stays visible whatever is chosen (PF-12). */
  source: NameModel;
  /** Kind and use of the source in one phrase. */
  usage: string;
  /** Id of what stands for it now; null where nothing does. */
  chosen: string | null;
  open: boolean;
  onClose: () => void;
  /** What the operator chose to stand for it. Moving through the list chooses nothing. */
  onUse: (target: MappingTarget) => void;
}

/** Chooses what stands for one reference in the target, from what is cached of it (PF-12). */
export const MappingPickerDialog = forwardRef<HTMLDialogElement, MappingPickerDialogProps>(function MappingPickerDialog(
  { model, source, usage, chosen, open, onClose, onUse, onAction, headingLevel = 2, messages, ...rest },
  ref,
) {
  const id = useId();
  return (
    <Dialog
      {...rest}
      ref={ref}
      open={open}
      onClose={onClose}
      labelledBy={`${id}-heading`}
      data-component="MappingPickerDialog"
      data-status={model.state}
    >
      <div className="cr:@container cr:flex cr:max-h-[inherit] cr:flex-col cr:text-sm">
        <div className="cr:border-b cr:border-line cr:px-5 cr:py-4">
          <Heading id={`${id}-heading`} level={headingLevel}>
            <span className="cr:text-base/6">{model.heading}</span>
          </Heading>
          <p className="cr:mt-2 cr:text-compact cr:text-ink-muted">{usage}</p>
          <p className="cr:font-medium" data-part="source">
            <Name model={source} />
          </p>
        </div>
        {model.state === "filled" ? (
          <Filled
            id={id}
            model={model}
            chosen={chosen}
            onUse={onUse}
            onClose={onClose}
            onAction={onAction}
            messages={messages}
          />
        ) : (
          <Empty model={model} onClose={onClose} onAction={onAction} messages={messages} />
        )}
      </div>
    </Dialog>
  );
});

function Empty({
  model,
  onClose,
  onAction,
  messages,
}: { model: EmptyPicker; onClose: () => void } & ActionProps & MessagesProps) {
  const appearance = appearanceOf("unknown");
  return (
    <div className="cr:px-5 cr:py-6" data-part="empty" data-tone={appearance.tone}>
      <p className="cr:flex cr:gap-x-3 cr:max-w-prose">
        <StatusGlyph appearance={appearance} />
        {model.text}
      </p>
      {model.sync ? <DirectorySync model={model.sync} className="cr:ps-8 cr:pt-3" /> : null}
      <div className="cr:mt-5 cr:flex cr:flex-wrap cr:items-center cr:gap-x-4 cr:gap-y-2 cr:ps-8">
        <ActionControl model={model.primaryAction} emphasis="primary" onAction={onAction} messages={messages} />
        <Cancel onClose={onClose} messages={messages} />
      </div>
    </div>
  );
}

function Cancel({ onClose, messages }: { onClose: () => void } & MessagesProps) {
  return (
    <ActionControl
      model={{ kind: "callback", id: "cancel", label: messages?.cancel ?? english.cancel }}
      emphasis="text"
      data-part="cancel"
      onAction={onClose}
      messages={messages}
    />
  );
}

interface FilledProps extends ActionProps, MessagesProps {
  id: string;
  model: FilledPicker;
  chosen: string | null;
  onUse: (target: MappingTarget) => void;
  onClose: () => void;
}

function Filled({ id, model, chosen, onUse, onClose, onAction, messages }: FilledProps) {
  const [query, setQuery] = useState("");
  const [candidate, setCandidate] = useState<MappingTarget | null>(
    () => model.entries.find((entry) => entry.id === chosen) ?? null,
  );
  const shown = useMemo(() => matching(model.entries, query), [model.entries, query]);
  const noCandidate = candidate === null;
  return (
    <>
      <div className="cr:px-5 cr:pt-4">
        <label htmlFor={`${id}-search`} className="cr:text-compact cr:font-medium">
          {model.searchLabel}
        </label>
        <input
          id={`${id}-search`}
          type="search"
          className={cx(fieldLooks, "cr:mt-1 cr:min-h-10 cr:text-sm")}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <p className="cr:px-5 cr:py-6 cr:text-ink-muted" role="status" data-part="nothing-found">
          {model.nothingFound}
        </p>
      ) : (
        <Entries
          key={query}
          id={id}
          entries={shown}
          candidate={candidate}
          onChoose={setCandidate}
          label={model.heading}
        />
      )}
      <div className="cr:border-t cr:border-line cr:px-5 cr:py-4">
        <p className="cr:max-w-prose cr:text-compact cr:text-ink-muted" data-part="note">
          {model.note}
        </p>
        {model.sync ? <DirectorySync model={model.sync} className="cr:pt-2" /> : null}
        {model.action === null ? null : (
          <ActionControl
            model={model.action}
            emphasis="text"
            onAction={onAction}
            messages={messages}
            className="cr:text-compact"
          />
        )}
        <div className="cr:mt-3 cr:flex cr:flex-wrap cr:items-start cr:gap-x-4 cr:gap-y-2">
          <ActionControl
            model={
              noCandidate
                ? {
                    kind: "blocked",
                    id: "use",
                    label: model.useLabel,
                    reason: messages?.nothingChosen ?? english.nothingChosen,
                    clearedBy: null,
                  }
                : { kind: "callback", id: "use", label: model.useLabel }
            }
            emphasis="primary"
            data-part="use"
            onAction={() => {
              if (candidate !== null) onUse(candidate);
            }}
            messages={messages}
          />
          <div className="cr:flex cr:min-h-10 cr:items-center">
            <Cancel onClose={onClose} messages={messages} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Entries whose name holds every word that was typed, in any letter case. */
function matching(entries: readonly MappingTarget[], query: string): readonly MappingTarget[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter(({ name }) => {
    const text = (name.external ?? name.text).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

interface EntriesProps {
  id: string;
  entries: readonly MappingTarget[];
  candidate: MappingTarget | null;
  onChoose: (entry: MappingTarget) => void;
  label: string;
}

/** Height of an entry on one line, in CSS px. */
const rowHeight = 44;

/** A list box of any length: the keyboard moves through it, Space or a click takes one as the candidate. */
function Entries({ id, entries, candidate, onChoose, label }: EntriesProps) {
  const viewport = useRef<HTMLDivElement>(null);
  const chosenAt = candidate === null ? -1 : entries.findIndex((entry) => entry.id === candidate.id);
  const [active, setActive] = useState(Math.max(0, chosenAt));
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    rangeExtractor: rangeWith(active),
    // Rows measure themselves, and what that moves is moved in the next frame.
    useAnimationFrameWithResizeObserver: true,
    overscan: 6,
    initialRect: { width: 520, height: 320 },
    initialOffset: Math.max(0, (chosenAt - 3) * rowHeight),
  });
  const drawn = virtualizer.getVirtualItems();
  const move = (to: number) => {
    const next = Math.min(entries.length - 1, Math.max(0, to));
    setActive(next);
    virtualizer.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = 8;
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: entries.length - 1,
    };
    const to = moves[event.key];
    const entry = entries[active];
    if (to !== undefined) move(to);
    else if ((event.key === " " || event.key === "Enter") && entry !== undefined) onChoose(entry);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={viewport}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      // Before the list has its size no row is drawn, and an id that names nothing is worse than none.
      aria-activedescendant={drawn.some(({ index }) => index === active) ? `${id}-entry-${active}` : undefined}
      className="cr:group/entries cr:mt-3 cr:max-h-80 cr:min-h-24 cr:overflow-y-auto cr:overscroll-contain cr:border-t cr:border-line cr:focus-visible:-outline-offset-2"
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const index = rowAt(target);
        const entry = index === null ? undefined : entries[index];
        if (index === null || entry === undefined) return;
        setActive(index);
        onChoose(entry);
      }}
    >
      <div className="cr:relative" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const isChosen = entry.id === candidate?.id;
          return (
            <div
              key={entry.id}
              id={`${id}-entry-${index}`}
              ref={virtualizer.measureElement}
              data-index={index}
              role="option"
              aria-selected={isChosen}
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              className={cx(
                "cr:absolute cr:inset-x-0 cr:top-0 cr:flex cr:cursor-pointer cr:items-start cr:gap-x-3 cr:border-b cr:border-line cr:px-5 cr:py-2.5 cr:hover:bg-surface-sunken",
                index === active && "cr:group-focus-visible/entries:bg-surface-sunken",
              )}
              style={{ transform: `translateY(${start}px)` }}
              data-part="entry"
            >
              <Ring chosen={isChosen} />
              <span className={cx("cr:min-w-0", isChosen && "cr:font-medium")}>
                <Name model={entry.name} />
                {entry.detail === null ? null : (
                  <span className="cr:block cr:text-compact cr:font-normal cr:text-ink-muted" data-part="detail">
                    {textOf(entry.detail)}
                  </span>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Ring({ chosen }: { chosen: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "cr:mt-0.5 cr:grid cr:size-4 cr:flex-none cr:place-content-center cr:rounded-full cr:border-[1.5px]",
        chosen ? "cr:border-ink" : "cr:border-line-strong",
      )}
    >
      {chosen ? <span className="cr:size-2 cr:rounded-full cr:bg-ink cr:forced-colors:bg-[CanvasText]" /> : null}
    </span>
  );
}
