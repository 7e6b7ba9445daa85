import { useMemo } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { DryRunSwitch } from "../../../components/DryRunSwitch.js";
import { EnvironmentBadge } from "../../../components/EnvironmentBadge.js";
import { FreshnessBand } from "../../../components/FreshnessBand.js";
import { TypedConfirmation } from "../../../components/TypedConfirmation.js";
import { freshnessAppearance } from "../../../components/internal/appearance.js";
import { External } from "../../../components/internal/Name.js";
import { contentColumn, Section, type SectionProps } from "../../../components/internal/Section.js";
import { Tick } from "../../../components/internal/Tick.js";
import { afterTyping, type ConfirmStepModel, resolveLeftByChecks } from "../../resolvers/steps/index.js";
import { BlastRadius } from "./BlastRadius.js";
import { LeftByChecks } from "./LeftByChecks.js";
import { Lead } from "../parts/Lead.js";
import { looks } from "../parts/looks.js";
import { Working } from "../parts/Working.js";
import type { StepProps } from "./step-props.js";

export interface ConfirmExecuteProps extends Pick<
  StepProps,
  "facts" | "context" | "messages" | "onChange" | "onConfirmation" | "onExecute" | "waiting"
> {
  model: ConfirmStepModel;
}

/** Step 5: the execution surface. It shares its look with nothing else on purpose (PF-15). */
export function ConfirmExecute({
  model,
  facts,
  context,
  messages,
  onChange,
  onConfirmation,
  onExecute,
  waiting,
}: ConfirmExecuteProps) {
  const { confirmation } = facts;
  const executing = waiting === "execute";
  const { run } = facts;
  // Found among thousands of findings once, and not with every character that is typed.
  const left = useMemo(
    () => (model.checksStand ? resolveLeftByChecks(run, context) : null),
    [model.checksStand, run, context],
  );
  const armed = model.execute.action.kind === "callback";
  return (
    <>
      <Lead model={model.lead} />
      <section
        aria-labelledby="execution-target"
        data-component="ExecutionSurface"
        className="cr:@container cr:mb-9 cr:overflow-hidden cr:[--cr-armed-ground:var(--cr-ink)] cr:[--cr-armed-ink:var(--cr-surface)] cr:rounded-lg cr:border-2 cr:border-ink cr:bg-surface-raised"
      >
        <div
          className="cr:flex cr:flex-wrap cr:items-center cr:gap-x-6 cr:gap-y-3 cr:bg-ink cr:px-5 cr:py-4 cr:text-surface cr:forced-color-adjust-none"
          data-part="target"
        >
          <EnvironmentBadge model={model.badge} size="large" className="cr:[--cr-badge-ink:var(--cr-ink)]" />
          <div className="cr:min-w-0 cr:flex-1 cr:basis-56">
            <h2 id="execution-target" className="cr:text-xl cr:font-semibold cr:tracking-[-0.014em]">
              <External text={model.targetLabel} breaks="inherited" />
            </h2>
            <p className="cr:text-compact cr:wrap-anywhere">{model.targetNote}</p>
          </div>
        </div>
        {model.band === null ? null : (
          <FreshnessBand
            model={model.band}
            messages={messages}
            // A band that warns brings its own ground; without one it stands in the sheet as a row does.
            className={freshnessAppearance(model.band.freshness).tone === "caution" ? undefined : "cr:px-5 cr:py-3"}
          />
        )}
        <Row id="blast-radius" component="BlastRadius" title={model.blast.title}>
          <BlastRadius model={model.blast} />
        </Row>
        {left === null ? null : (
          <Row id="execution-checks" component="LeftByChecks" title={left.title}>
            <LeftByChecks model={left} />
          </Row>
        )}
        <Row id="execution-dry-run" component="ExecutionDryRun" title={model.dryRun.title}>
          <DryRunSwitch
            model={model.dryRun.control}
            onSwitch={(dryRun) => onChange({ event: "dry_run_set", dryRun })}
          />
          <Working text={waiting === "change" ? context.words.page.saving : null} />
        </Row>
        <Row id="execution-review" component="ExecutionReview" title={model.review.title}>
          <Tick
            id="review"
            label={model.review.label}
            note={model.review.note}
            ticked={model.review.ticked}
            shut={model.review.control.state === "shut" ? model.review.control.reason : null}
            onTick={(reviewedImpact) => onConfirmation({ ...confirmation, reviewedImpact })}
          />
        </Row>
        <TypedConfirmation
          {...row}
          model={model.typed}
          data-place="control"
          onType={(text, pasted) => onConfirmation(afterTyping(confirmation, text, pasted))}
        />
        <Row
          id="execution-start"
          component="ExecutionStart"
          title={model.execute.title}
          className={`${row.className} ${armed ? armedLooks : "cr:bg-surface-sunken"}`}
          data-status={armed ? "armed" : undefined}
        >
          <div id="execute" data-place="control" aria-busy={executing || undefined}>
            <ActionControl
              model={model.execute.action}
              emphasis="primary"
              messages={messages}
              onAction={onExecute}
              className={
                armed
                  ? "cr:*:data-[part=control]:min-h-14 cr:*:data-[part=control]:w-full cr:*:data-[part=control]:justify-center cr:*:data-[part=control]:text-base"
                  : undefined
              }
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

// One press away from writing: the row takes the look of the target's name, so that both ends of the surface say where.
const armedLooks =
  "cr:bg-(--cr-armed-ground) cr:[--cr-action-ink:var(--cr-armed-ground)] cr:[--cr-action:var(--cr-armed-ink)] cr:[--cr-focus:var(--cr-armed-ink)] cr:[--cr-ink-muted:var(--cr-armed-ink)] cr:[--cr-ink:var(--cr-armed-ink)] cr:forced-color-adjust-none";

// Every row of the surface is a section of the kit, one level below the surface's own heading.
const row = { headingLevel: 3, density: "compact", className: "cr:px-5" } as const;

function Row({ children, ...section }: Omit<SectionProps, "headingLevel" | "density">) {
  return (
    <Section {...row} {...section}>
      <div className={contentColumn}>{children}</div>
    </Section>
  );
}
