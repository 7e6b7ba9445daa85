"use client";

import { useMemo, useState } from "react";
import type { FilledPicker, MappingTarget } from "../../view-models/index.js";
import { ActionControl, type ActionProps } from "../ActionControl.js";
import { cx } from "../internal/class-names.js";
import { DirectorySync } from "../internal/DirectorySync.js";
import * as english from "../internal/english.js";
import { field as fieldLooks } from "../internal/looks.js";
import type { MessagesProps } from "../internal/messages.js";
import { MappingEntries } from "./MappingEntries.js";

/** Closes the picker and changes nothing. */
export function Cancel({ onClose, messages }: { onClose: () => void } & MessagesProps) {
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

export interface MappingChoiceProps extends ActionProps, MessagesProps {
  id: string;
  model: FilledPicker;
  chosen: string | null;
  onUse: (target: MappingTarget) => void;
  onClose: () => void;
}

/** Searches what is cached of the target, and takes one entry of it once the operator says so. */
export function MappingChoice({ id, model, chosen, onUse, onClose, onAction, messages }: MappingChoiceProps) {
  const [query, setQuery] = useState("");
  const [candidateId, setCandidateId] = useState(chosen);
  // What a later reading of the directory no longer holds cannot be chosen.
  const candidate = model.entries.find((entry) => entry.id === candidateId) ?? null;
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
        <MappingEntries
          key={query}
          id={id}
          entries={shown}
          candidate={candidate}
          onChoose={({ id: chosenId }) => setCandidateId(chosenId)}
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
