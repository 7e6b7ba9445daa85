import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { MappingResolver, type MappingResolverProps } from "../../../components/MappingResolver.js";
import { ScopePicker, type ScopePickerProps } from "../../../components/ScopePicker.js";
import { Disclosure } from "../../../components/internal/Disclosure.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import type { RunChange } from "../../run/events.js";
import {
  draftAfter,
  mappedChange,
  mappingChange,
  opensSync,
  resolveMappingResolver,
  resolveScopePicker,
  scopeLead,
  scopeChangeOf,
  type CatalogueModel,
  type ScopeDraft,
  type ScopeStepModel,
} from "../../resolvers/steps/index.js";
import { Choices } from "../parts/Choices.js";
import { useFocusFallback } from "../parts/focus.js";
import { Lead } from "../parts/Lead.js";
import { looks } from "../parts/looks.js";
import { saidByLead } from "../parts/said-by.js";
import { Working } from "../parts/Working.js";
import type { StepProps } from "./step-props.js";

export interface DefineScopeProps extends StepProps {
  model: ScopeStepModel;
  /** Items of the backup set; null until they are loaded. */
  catalogue: CatalogueModel | null;
  draft: ScopeDraft;
  onDraft: (draft: ScopeDraft) => void;
}

/** Step 2: which items, what happens to missing ones, and what their references stand for in the target. */
export function DefineScope({
  model,
  facts,
  frame,
  context,
  messages,
  directory,
  catalogue,
  draft,
  onDraft,
  onChange,
  onSyncDirectory,
  waiting,
  anchor,
  emphasis,
}: DefineScopeProps) {
  const mappings = useMemo(() => resolveMappingResolver(facts, directory, context), [facts, directory, context]);
  const lead = scopeLead(facts, frame, context);
  const change = (wanted: RunChange | null) => {
    if (wanted !== null) onChange(wanted);
  };
  return (
    <>
      <Lead model={lead}>
        {lead.action === null ? undefined : (
          <ActionControl model={lead.action} emphasis={emphasis} messages={messages} />
        )}
      </Lead>
      <Section component="ScopeEditor" id="scope-section" title={model.title} headingLevel={2}>
        <div className={contentColumn}>
          {model.summary === null ? null : (
            <>
              <p className="cr:font-medium">{model.summary.text}</p>
              <p className={`${looks.note} cr:max-w-prose`}>{model.summary.detail}</p>
            </>
          )}
          <ScopeFold model={model} anchor={anchor}>
            <div className="cr:grid cr:gap-y-6">
              <Choices
                name="scope-mode"
                title={model.modeTitle}
                choices={model.modes}
                chosen={draft.mode}
                control={model.control}
                onChoose={(mode) => onDraft({ ...draft, mode })}
              />
              <Items facts={facts} catalogue={catalogue} draft={draft} onDraft={onDraft} context={context} />
              <Choices
                name="restore-mode"
                title={model.restoreModeTitle}
                choices={model.restoreModes}
                chosen={draft.restoreMode}
                control={model.control}
                onChoose={(restoreMode) => onDraft({ ...draft, restoreMode })}
              />
              {model.apply === null ? null : (
                <div id="apply-scope" data-place="control">
                  {model.undoes === null ? null : <p className={`${looks.note} cr:mb-3`}>{model.undoes}</p>}
                  <ActionControl
                    model={model.apply}
                    emphasis={model.apply.kind === "callback" && lead.action === null ? emphasis : "secondary"}
                    reasonId={saidByLead(lead, model.apply.reason)}
                    messages={messages}
                    onAction={() => change(scopeChangeOf(draft, catalogue))}
                  />
                </div>
              )}
            </div>
          </ScopeFold>
          <Working text={waiting === "change" ? context.words.page.saving : null} />
        </div>
      </Section>
      <Mappings
        model={mappings}
        anchor={anchor}
        messages={messages}
        onMap={(key, target) => change(mappedChange(key, target, directory))}
        onAction={(id) => {
          if (opensSync(id)) onSyncDirectory();
          else change(mappingChange(facts, directory, id));
        }}
      />
    </>
  );
}

/** Which items, one by one, where not all are meant. A search draws nothing but them anew, at once: it is asked for with every key. */
function Items({
  facts,
  catalogue,
  draft,
  onDraft,
  context,
}: Pick<DefineScopeProps, "facts" | "catalogue" | "draft" | "onDraft" | "context">) {
  const [query, setQuery] = useState("");
  const searched = useMemo(
    () => (draft.mode === "selected" ? resolveScopePicker(facts, catalogue, draft, context) : null),
    [facts, catalogue, draft, context],
  );
  const picker = useMemo(() => searched?.(query) ?? null, [searched, query]);
  const choose = useCallback<NonNullable<ScopePickerProps["onChoose"]>>(
    (runs, chosen) => {
      if (catalogue !== null) onDraft(draftAfter(draft, catalogue, runs, chosen));
    },
    [catalogue, draft, onDraft],
  );
  if (picker === null) return null;
  return <ScopePicker model={picker} headingLevel={3} density="compact" onSearch={setQuery} onChoose={choose} />;
}

/** Closed until opened, or until the address leads to it (PF-10). */
function Mappings({ anchor, ...resolver }: MappingResolverProps & { anchor: string | null }) {
  const named = anchor === resolver.model.id;
  const [open, setOpen] = useState(named);
  useEffect(() => {
    if (named) setOpen(true);
  }, [named]);
  return <MappingResolver {...resolver} data-place="control" open={open} onOpenChange={setOpen} />;
}

/** The choices stand open until a scope is applied, and wait behind a control from then on. */
function ScopeFold({ model, anchor, children }: { model: ScopeStepModel; anchor: string | null; children: ReactNode }) {
  const named = anchor === "scope" || anchor === "apply-scope";
  const applied = model.summary !== null;
  // What was chosen and not applied is in sight when the operator comes back to it (BY-14).
  const [open, setOpen] = useState(named || model.apply !== null);
  const scope = `${model.summary?.text ?? ""}/${model.summary?.detail ?? ""}`;
  const shown = useRef(scope);
  // Once another scope is applied the choices have done their work.
  useEffect(() => {
    if (shown.current === scope) return;
    shown.current = scope;
    setOpen(false);
  }, [scope]);
  useEffect(() => {
    if (named) setOpen(true);
  }, [named]);
  useFocusFallback(scope, "scope");
  if (!applied) return <div id="scope">{children}</div>;
  return (
    <Disclosure id="scope" label={model.changeLabel} open={open} onOpenChange={setOpen}>
      <div className="cr:mt-4">{children}</div>
    </Disclosure>
  );
}
