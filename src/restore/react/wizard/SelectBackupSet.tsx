import { useId } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { BackupQualitySummary } from "../../../components/BackupQualitySummary.js";
import { DecisionCard } from "../../../components/DecisionCard.js";
import { ProcessFlow } from "../../../components/ProcessFlow.js";
import { Chevron } from "../../../components/internal/Chevron.js";
import { cx } from "../../../components/internal/class-names.js";
import { textOf } from "../../../components/internal/Name.js";
import { contentColumn, Section } from "../../../components/internal/Section.js";
import { plainText } from "../../../view-models/index.js";
import { type SourceStepModel } from "../../resolvers/steps/index.js";
import { useFocusFallback } from "../parts/focus.js";
import { looks } from "../parts/looks.js";
import { Working } from "../parts/Working.js";
import type { StepProps } from "./step-props.js";

export interface SelectBackupSetProps extends Pick<
  StepProps,
  "context" | "emphasis" | "frame" | "messages" | "onChange" | "waiting"
> {
  model: SourceStepModel;
  /** Called with the set in the selector; nothing is changed yet. */
  onChoose: (id: string | null) => void;
}

/** Step 1: decision, selector, quality, the full flow; proof and diagnostics follow on the page (PF-4). */
export function SelectBackupSet({
  model,
  context,
  emphasis,
  frame,
  messages,
  onChange,
  onChoose,
  waiting,
}: SelectBackupSetProps) {
  useFocusFallback(model.apply === null, "backup-set");
  const act = (id: string) => {
    if (id === "keep_backup_set") onChoose(null);
    if (id === "use_backup_set" && model.chosenId !== null) {
      onChange({ event: "backup_set_selected", backupSetId: model.chosenId });
    }
  };
  return (
    <>
      <DecisionCard model={frame.decision} emphasis={emphasis} messages={messages} />
      <Section component="BackupSetSelector" id="backup-set-section" title={model.title} headingLevel={2}>
        <div className={contentColumn}>
          {model.empty === null ? (
            <Selector model={model} onChoose={onChoose} />
          ) : (
            <p className="cr:max-w-prose">{model.empty}</p>
          )}
          {model.facts.length === 0 ? null : <Facts model={model} />}
          {model.undoes === null ? null : <p className={`${looks.note} cr:mt-4`}>{model.undoes}</p>}
          {model.apply === null ? null : (
            <div className="cr:mt-4 cr:flex cr:flex-wrap cr:items-start cr:gap-x-4 cr:gap-y-3">
              <ActionControl model={model.apply} messages={messages} onAction={act} />
              {model.keep === null ? null : (
                <ActionControl
                  model={model.keep}
                  emphasis="text"
                  messages={messages}
                  onAction={act}
                  className="cr:pt-2"
                />
              )}
            </div>
          )}
          <Working text={waiting === "change" ? context.words.page.saving : null} />
        </div>
      </Section>
      <BackupQualitySummary model={model.quality} messages={messages} />
      <ProcessFlow model={frame.flow} messages={messages} />
    </>
  );
}

function Selector({ model, onChoose }: Pick<SelectBackupSetProps, "model" | "onChoose">) {
  const reasonId = useId();
  const shut = model.control.state === "shut" ? model.control.reason : null;
  return (
    <>
      <div className="cr:relative">
        <select
          id="backup-set"
          aria-labelledby="backup-set-section-title"
          aria-disabled={shut === null ? undefined : true}
          aria-describedby={shut === null ? undefined : reasonId}
          className={`${looks.field} cr:appearance-none cr:text-ellipsis cr:pe-11 cr:font-medium`}
          value={model.chosenId ?? ""}
          onChange={(event) => {
            if (shut === null) onChoose(event.currentTarget.value === "" ? null : event.currentTarget.value);
          }}
        >
          {model.chosenId === null ? <option value="">{model.placeholder}</option> : null}
          {/* Typing a letter leads to an option that begins with it, and a mark would be no letter. */}
          {model.options.map(({ id, text }) => (
            <option key={id} value={id} data-external="">
              {plainText(text)}
            </option>
          ))}
        </select>
        <Chevron className="cr:pointer-events-none cr:absolute cr:end-4 cr:top-4" />
      </div>
      {shut === null ? null : (
        <p id={reasonId} className={`${looks.note} cr:mt-2 cr:max-w-prose`}>
          {shut}
        </p>
      )}
    </>
  );
}

function Facts({ model }: Pick<SelectBackupSetProps, "model">) {
  return (
    <dl className="cr:mt-4 cr:grid cr:grid-cols-[max-content_minmax(0,1fr)] cr:gap-x-6 cr:gap-y-1 cr:@lg:grid-cols-3 cr:@lg:gap-x-8 cr:@lg:gap-y-3">
      {model.facts.map(({ id, label, value }) => (
        <div
          key={id}
          className={cx("cr:contents cr:@lg:block", id === "types" && "cr:@lg:col-span-3")}
          data-part="fact"
        >
          <dt className="cr:text-xs/5 cr:text-ink-muted">{label}</dt>
          <dd className="cr:wrap-anywhere">
            {value.state === "unavailable" ? (
              <span className="cr:text-ink-muted">{value.text}</span>
            ) : (
              textOf(value.text)
            )}
            {value.state === "unavailable" ? <span className={`${looks.note} cr:block`}>{value.reason}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
