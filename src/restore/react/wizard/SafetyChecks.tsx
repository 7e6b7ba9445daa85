import { ActionControl } from "../../../components/ActionControl.js";
import { CheckList } from "../../../components/CheckList.js";
import { FreshnessBand } from "../../../components/FreshnessBand.js";
import { MappingResolver } from "../../../components/MappingResolver.js";
import { cx } from "../../../components/internal/class-names.js";
import { glyphGutter } from "../../../components/internal/Section.js";
import { Time } from "../../../components/internal/Time.js";
import {
  acceptanceChange,
  type ChecksStepModel,
  identityChange,
  identityUndo,
  withdrawalChange,
} from "../../resolvers/steps/index.js";
import type { RunChange } from "../../run/events.js";
import { AttemptNote } from "../parts/AttemptNote.js";
import { Lead } from "../parts/Lead.js";
import { looks } from "../parts/looks.js";
import { saidByNote } from "../parts/said-by.js";
import { Working } from "../parts/Working.js";
import type { StepProps } from "./step-props.js";

export interface SafetyChecksProps extends Pick<
  StepProps,
  "facts" | "context" | "emphasis" | "messages" | "onChange" | "onRunChecks" | "onCancelAssessment" | "waiting"
> {
  model: ChecksStepModel;
}

/** Step 3: what the checks found, blockers first, and whether it still holds (PF-13). */
export function SafetyChecks({
  model,
  facts,
  context,
  emphasis,
  messages,
  onChange,
  onRunChecks,
  onCancelAssessment,
  waiting,
}: SafetyChecksProps) {
  const running = waiting === "checks" || model.attempt?.state === "running";
  const { action } = model.band;
  // What blocks is not cleared by asking again: that may be tried, and is no way forward.
  const quiet = model.band.freshness.state === "current" || model.lead.literal === "blocked";
  const change = (asked: RunChange | null) => {
    if (asked !== null) onChange(asked);
  };
  return (
    <>
      <Lead model={model.lead}>
        <Currency model={model} messages={messages} />
        <Working text={waiting === "change" ? context.words.page.saving : null} />
        {action === null ? null : (
          <div id="run-checks" data-place="control" aria-busy={running || undefined}>
            <ActionControl
              model={action}
              emphasis={quiet ? "secondary" : emphasis}
              reasonId={saidByNote("checks-under-way", model.attempt, action.reason)}
              messages={messages}
              onAction={onRunChecks}
            />
            <AttemptNote
              id="checks-under-way"
              model={model.attempt}
              asked={running ? model.runningText : null}
              messages={messages}
              onCancel={onCancelAssessment}
            />
          </div>
        )}
      </Lead>
      {model.identity === null ? null : (
        <MappingResolver
          model={model.identity}
          messages={messages}
          onMap={(itemId, target) => change(identityChange(facts, itemId, target))}
          onAction={(id) => change(identityUndo(facts, id))}
        />
      )}
      <CheckList
        model={model.list}
        freshness="hidden"
        messages={messages}
        onAccept={(id, reason) => change(acceptanceChange(facts, id, reason, context))}
        onAction={(id) => change(withdrawalChange(facts, id))}
      />
    </>
  );
}

// That checks are current is good news only where they left nothing to look at; else it is a fact beside the decision.
function Currency({ model, messages }: Pick<SafetyChecksProps, "model" | "messages">) {
  const { band, lead } = model;
  const { state } = band.freshness;
  if (state === "not_run") return null;
  if (state !== "current" || lead.literal === "complete") {
    return (
      <FreshnessBand
        model={{ ...band, action: null }}
        messages={messages}
        className={cx("cr:mb-4", state === "current" && glyphGutter)}
      />
    );
  }
  return (
    <p id={band.id} className={`${looks.note} cr:mb-4`} data-part="currency">
      {band.text}
      {band.freshness.at === null ? null : (
        <>
          , <Time at={band.freshness.at} />
        </>
      )}
    </p>
  );
}
