import { type ReactNode, useId } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { DryRunSwitch } from "../../../components/DryRunSwitch.js";
import { EnvironmentBadge } from "../../../components/EnvironmentBadge.js";
import { FreshnessBand } from "../../../components/FreshnessBand.js";
import { appearanceOf } from "../../../components/internal/appearance.js";
import { cx } from "../../../components/internal/class-names.js";
import { External, Text } from "../../../components/internal/Name.js";
import { StatusGlyph } from "../../../components/internal/StatusGlyph.js";
import { Tick } from "../../../components/internal/Tick.js";
import { TextLink } from "../../../components/internal/TextLink.js";
import { afterTyping, type ConfirmStepModel } from "../../resolvers/steps/index.js";
import type { ConfirmationInputs } from "../../run/facts.js";
import { BlastRadius } from "./BlastRadius.js";
import { Lead } from "../parts/Lead.js";
import { looks } from "../parts/looks.js";
import { Words } from "../parts/Words.js";
import { Working } from "../parts/Working.js";
import type { StepProps } from "./step-props.js";

export interface ConfirmExecuteProps extends Pick<
  StepProps,
  "context" | "onChange" | "onConfirmation" | "onExecute" | "waiting"
> {
  model: ConfirmStepModel;
}

/** Step 5: the execution surface. It shares its look with nothing else on purpose (PF-15). */
export function ConfirmExecute({ model, context, onChange, onConfirmation, onExecute, waiting }: ConfirmExecuteProps) {
  const inputs: ConfirmationInputs = {
    reviewedImpact: model.review.ticked,
    typedLabel: model.typed.value,
    pasted: model.typed.pasted !== null,
  };
  const executing = waiting === "execute";
  return (
    <>
      <Lead model={model.lead} />
      <section
        aria-labelledby="execution-target"
        data-component="ExecutionSurface"
        className="cr:@container cr:mb-9 cr:overflow-hidden cr:rounded-lg cr:border-2 cr:border-ink cr:bg-surface-raised"
      >
        <div
          className="cr:flex cr:flex-wrap cr:items-center cr:gap-x-6 cr:gap-y-3 cr:bg-ink cr:px-5 cr:py-4 cr:text-surface cr:forced-color-adjust-none"
          data-part="target"
        >
          <EnvironmentBadge model={model.badge} size="large" className="cr:[--cr-badge-ink:var(--cr-ink)]" />
          <div className="cr:min-w-0 cr:flex-1 cr:basis-56">
            <h2 id="execution-target" className="cr:text-xl/7 cr:font-semibold cr:tracking-[-0.014em]">
              <External text={model.targetLabel} breaks="inherited" />
            </h2>
            <p className="cr:text-[0.8125rem]/5 cr:wrap-anywhere">{model.targetNote}</p>
          </div>
        </div>
        {model.band === null ? null : <FreshnessBand model={model.band} />}
        <Row title={model.blast.title}>
          <BlastRadius model={model.blast} />
        </Row>
        <Row title={model.dryRun.title}>
          <DryRunSwitch
            model={model.dryRun.control}
            onSwitch={(dryRun) => onChange({ event: "dry_run_set", dryRun })}
          />
          <Working text={waiting === "change" ? context.words.page.saving : null} />
        </Row>
        <Row title={model.review.title}>
          <Tick
            id="review"
            label={model.review.label}
            note={model.review.note}
            ticked={model.review.ticked}
            shut={model.review.control.state === "shut" ? model.review.control.reason : null}
            onTick={(reviewedImpact) => onConfirmation({ ...inputs, reviewedImpact })}
          />
        </Row>
        <Row title={model.typed.title}>
          <TypedLabel model={model} onType={(text, pasted) => onConfirmation(afterTyping(inputs, text, pasted))} />
        </Row>
        <Row title={model.conditions.title}>
          <Conditions model={model.conditions} />
        </Row>
        <Row title={model.execute.title} sunken>
          <div id="execute" data-place="control" aria-busy={executing}>
            <ActionControl
              model={model.execute.action}
              emphasis="primary"
              onAction={onExecute}
              className="cr:*:data-[part=control]:w-full cr:@lg:*:data-[part=control]:w-auto"
            />
          </div>
          {executing ? (
            <Working text={model.execute.runningText} />
          ) : (
            <p className={`${looks.note} cr:mt-2`}>{model.execute.note}</p>
          )}
        </Row>
      </section>
    </>
  );
}

function Row({ title, sunken = false, children }: { title: string; sunken?: boolean; children: ReactNode }) {
  return (
    <div
      className={cx(
        "cr:grid cr:gap-y-2 cr:border-t cr:border-line cr:px-5 cr:py-4.5 cr:@2xl:grid-cols-[8.25rem_minmax(0,1fr)] cr:@2xl:gap-x-10",
        sunken && "cr:bg-surface-sunken",
      )}
    >
      <h3 className="cr:text-[0.8125rem]/5 cr:font-semibold">{title}</h3>
      <div className="cr:min-w-0">{children}</div>
    </div>
  );
}

function TypedLabel({ model, onType }: { model: ConfirmStepModel; onType: (text: string, pasted: boolean) => void }) {
  const id = useId();
  const { typed } = model;
  const appearance = appearanceOf(typed.feedback.literal);
  const shut = typed.control.state === "shut";
  return (
    <div data-tone={appearance.tone}>
      <label htmlFor="typed-confirmation">
        {typed.instruction[0]}
        <span className="cr:font-mono cr:font-semibold cr:wrap-anywhere">
          <External text={model.targetLabel} />
        </span>
        {typed.instruction[1]}
      </label>
      <input
        id="typed-confirmation"
        className={cx(looks.field, "cr:mt-2 cr:font-mono", typed.feedback.wrong && "cr:border-(--cr-tone-line)!")}
        value={typed.value}
        readOnly={shut}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={typed.feedback.wrong || undefined}
        aria-describedby={`${id}-feedback`}
        onChange={(event) => onType(event.currentTarget.value, isPaste(event.nativeEvent))}
      />
      <p
        id={`${id}-feedback`}
        className="cr:mt-2 cr:flex cr:items-start cr:gap-x-2 cr:text-[0.8125rem]/5 cr:text-(--cr-tone-ink)"
        data-part="feedback"
      >
        <StatusGlyph appearance={appearance} size={16} className="cr:mt-0.5" />
        {typed.feedback.text}
      </p>
      {typed.pasted === null ? null : <p className={`${looks.note} cr:mt-1`}>{typed.pasted}</p>}
    </div>
  );
}

/** Whether text came in as a piece: from the clipboard, or dropped. */
function isPaste(event: Event): boolean {
  const kind = (event as Partial<InputEvent>).inputType;
  return kind === "insertFromPaste" || kind === "insertFromDrop" || kind === "insertFromYank";
}

function Conditions({ model }: { model: ConfirmStepModel["conditions"] }) {
  return (
    <>
      <p className="cr:font-medium">{model.summary}</p>
      {model.unmet.length === 0 ? null : (
        <ul className="cr:mt-1">
          {model.unmet.map(({ code, reason, clearedBy, literal }) => (
            <li
              key={`${code}/${reason}`}
              className="cr:grid cr:grid-cols-[1.25rem_minmax(0,1fr)] cr:gap-x-3 cr:border-t cr:border-line cr:py-1.5 cr:first:border-t-0 cr:@lg:grid-cols-[1.25rem_minmax(0,1fr)_auto]"
              data-part="condition"
              data-tone={appearanceOf(literal).tone}
            >
              <StatusGlyph appearance={appearanceOf(literal)} />
              <span>
                <Words text={reason} />
              </span>
              {clearedBy === null ? null : (
                <span className="cr:col-start-2 cr:-mt-0.5 cr:text-[0.8125rem]/5 cr:@lg:col-start-3">
                  <TextLink href={clearedBy.href}>{clearedBy.label}</TextLink>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {model.met === null ? null : (
        <p className={`${looks.note} cr:mt-2 cr:max-w-prose`}>
          <Text>{model.met}</Text>
        </p>
      )}
    </>
  );
}
