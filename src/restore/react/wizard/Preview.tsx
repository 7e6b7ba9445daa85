import { useMemo } from "react";
import { ActionControl } from "../../../components/ActionControl.js";
import { DecisionCard } from "../../../components/DecisionCard.js";
import { FreshnessBand } from "../../../components/FreshnessBand.js";
import { SemanticDiff } from "../../../components/SemanticDiff.js";
import { cx } from "../../../components/internal/class-names.js";
import { contentColumn, glyphGutter, Section } from "../../../components/internal/Section.js";
import { resolveSemanticDiff, type PreviewStepModel } from "../../resolvers/steps/index.js";
import { AttemptNote } from "../parts/AttemptNote.js";
import { saidByDecision, saidByNote } from "../parts/said-by.js";
import type { StepProps } from "./step-props.js";

export interface PreviewProps extends Pick<
  StepProps,
  "facts" | "context" | "emphasis" | "messages" | "onGeneratePreview" | "onCancelAssessment" | "waiting"
> {
  model: PreviewStepModel;
}

/** Step 4: the decision first, then what would change, count by count and item by item (PF-14, RW-8). */
export function Preview({
  model,
  facts,
  context,
  emphasis,
  messages,
  onGeneratePreview,
  onCancelAssessment,
  waiting,
}: PreviewProps) {
  const running = waiting === "preview" || model.attempt?.state === "running";
  const { band } = model;
  const underWay = (
    <AttemptNote
      id="preview-under-way"
      model={model.attempt}
      asked={running ? model.runningText : null}
      messages={messages}
      onCancel={onCancelAssessment}
    />
  );
  return (
    <>
      <div
        {...(model.leadsWithGenerate
          ? { id: "run-preview", "data-place": "control", "aria-busy": running || undefined }
          : {})}
      >
        <DecisionCard model={model.decision} emphasis={emphasis} messages={messages} onAction={onGeneratePreview} />
      </div>
      <Section component="PreviewEvidence" id="preview-evidence" title={model.title} headingLevel={2}>
        <div className={contentColumn}>
          {model.empty === null ? (
            <FreshnessBand
              model={{ ...band, action: null }}
              messages={messages}
              className={cx("cr:mb-4", band.freshness.state === "current" && glyphGutter)}
            />
          ) : (
            <p className="cr:mb-4 cr:max-w-prose">{model.empty}</p>
          )}
          {band.action === null ? (
            model.leadsWithGenerate && underWay
          ) : (
            <div id="run-preview" data-place="control" aria-busy={running || undefined}>
              <ActionControl
                model={band.action}
                reasonId={
                  saidByDecision(model.decision, band.action.reason) ??
                  saidByNote("preview-under-way", model.attempt, band.action.reason)
                }
                messages={messages}
                onAction={onGeneratePreview}
              />
              {underWay}
            </div>
          )}
        </div>
      </Section>
      {facts.run.preview === null ? null : <Changes facts={facts} context={context} messages={messages} />}
    </>
  );
}

/** What would change, item by item. A part of its own, because thousands of items are put into words once, and apart from the rest of the page. */
function Changes({ facts, context, messages }: Pick<PreviewProps, "facts" | "context" | "messages">) {
  const model = useMemo(() => resolveSemanticDiff(facts, context), [facts, context]);
  return <SemanticDiff model={model} freshness="hidden" messages={messages} />;
}
