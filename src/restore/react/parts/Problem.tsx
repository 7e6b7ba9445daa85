import { useEffect, useId, useRef } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import type { ComponentMessages } from "../../../components/internal/messages.js";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { textOf } from "../../../components/internal/Name.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import { TextLink } from "../../../components/internal/TextLink.js";
import type { ProblemModel } from "../../resolvers/steps/index.js";
import { looks } from "./looks.js";

export interface ProblemProps {
  model: ProblemModel;
  messages: ComponentMessages;
  /** The way forward that the operator chose. */
  onAction: (id: string) => void;
}

/** What stands between the operator and the run, with every reason that the host gave. Takes focus where it answers what the operator just did. */
export function Problem({ model, messages, onAction }: ProblemProps) {
  const ref = useRef<HTMLDivElement>(null);
  const appearance = appearanceOf(model.literal);
  const titleId = useId();
  const { asked } = model;
  useEffect(() => {
    if (!asked) return;
    // A dialog of its own page would hide it, and keep focus from it; one of the host's is the host's to close.
    const page = ref.current?.closest('[data-component="WizardShell"]');
    for (const dialog of page?.querySelectorAll<HTMLDialogElement>("dialog[open]") ?? []) dialog.close();
    ref.current?.focus();
  }, [asked, model.title, model.detail]);
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="group"
      aria-labelledby={titleId}
      data-component="Problem"
      data-status={appearance.status}
      data-tone={appearance.tone}
      className="cr:mb-6 cr:flex cr:gap-x-3 cr:border-y cr:border-(--cr-tone-line) cr:bg-(--cr-tone-surface) cr:px-4 cr:py-4 cr:text-sm"
    >
      <StatusGlyph appearance={appearance} />
      <div className="cr:min-w-0 cr:flex-1">
        <h2 id={titleId} className="cr:text-base/5 cr:font-semibold cr:text-(--cr-tone-ink)">
          {model.title}
        </h2>
        <p className="cr:mt-1 cr:max-w-prose">{textOf(model.detail)}</p>
        {model.reasons.length === 0 ? null : (
          <ul className="cr:mt-3 cr:border-t cr:border-(--cr-tone-line)">
            {model.reasons.map(({ code, reason, clearedBy }) => (
              <li
                key={`${code}/${reason}`}
                className="cr:flex cr:flex-wrap cr:justify-between cr:gap-x-4 cr:border-b cr:border-(--cr-tone-line) cr:py-2"
              >
                <span className="cr:max-w-prose">{textOf(reason)}</span>
                {clearedBy === null ? null : <TextLink href={clearedBy.href}>{clearedBy.label}</TextLink>}
              </li>
            ))}
          </ul>
        )}
        <dl className="cr:mt-3 cr:grid cr:gap-y-2">
          {model.facts.map(({ id, label, texts }) => (
            <div key={id} className="cr:grid cr:gap-x-4 cr:@md:grid-cols-[9rem_minmax(0,1fr)]" data-part={id}>
              <dt className={looks.note}>{label}</dt>
              {texts.map((text) => (
                <dd key={text} className="cr:col-start-1 cr:max-w-prose cr:@md:col-start-2">
                  {text}
                </dd>
              ))}
            </div>
          ))}
        </dl>
        <div id="problem" data-place="control" className="cr:mt-4">
          <ActionControl
            model={model.action}
            emphasis={model.leads ? "primary" : "secondary"}
            messages={messages}
            onAction={onAction}
          />
        </div>
      </div>
    </div>
  );
}
