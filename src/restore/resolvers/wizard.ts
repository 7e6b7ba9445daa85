import {
  contractVersion,
  type ActionModel,
  type BackupQualitySummaryViewModel,
  type CollapsedDiagnosticsViewModel,
  type EnvironmentBadgeViewModel,
  gateStatus,
  type GateModel,
  type OpenGate,
  type ProofAsideViewModel,
  type StepModel,
  type StepRailViewModel,
} from "../../view-models/index.js";
import {
  blockedBy,
  type DiagnosticFact,
  presentDiagnostics,
  presentWorkflow,
  type WorkflowViews,
} from "../../flow/index.js";
import { restoreBasis } from "../run/basis.js";
import type { RestoreFacts } from "../run/facts.js";
import { runStatus } from "../run/status.js";
import { onStep, type RestoreContext } from "./context.js";
import { restoreCopy } from "./copy.js";
import { isOvertaken } from "./overtaken.js";
import { requestedExecution, restoreGates } from "./gates.js";
import { resolveProof } from "./proof.js";
import { resolveQuality } from "./quality.js";
import { environmentBadge } from "./steps/environment.js";
import { linkedOperation } from "./result-proof.js";
import { type RestoreGateId, restoreSteps, type RestoreStepId } from "./reasons.js";

/** Everything that the wizard's frame shows, from one evaluation of the gates. */
export interface WizardViews extends WorkflowViews {
  readonly proof: ProofAsideViewModel;
  readonly quality: BackupQualitySummaryViewModel;
  readonly diagnostics: CollapsedDiagnosticsViewModel;
  readonly rail: StepRailViewModel;
  readonly badge: EnvironmentBadgeViewModel;
  /** The way to the next step, blocked with its reason while this step's gates are open (PF-11, PF-13); null on the last step. */
  readonly next: ActionModel | null;
  /** The way back; null on the first step. */
  readonly back: ActionModel | null;
}

/** Gates that a step works on. A step's Next waits for them. */
const gatesOfStep: Readonly<Record<RestoreStepId, readonly RestoreGateId[]>> = {
  select_backup_set: ["usable_source_selected"],
  define_restore_scope: ["scope_dependency_mapping"],
  safety_checks: ["target_selected", "validation"],
  preview: ["preview"],
  confirm_execute: ["confirmation"],
};

/** Answers: what does the wizard show on this step? Every view comes from the same gates (PF-16). */
export function resolveWizard(facts: RestoreFacts, step: RestoreStepId, anywhere: RestoreContext): WizardViews {
  const context = onStep(anywhere, step);
  const presentation = { copy: restoreCopy(context), words: context.words.flow, context };
  const views = presentWorkflow("restore", restoreGates(facts), requestedExecution(facts), presentation);
  const diagnostics = presentDiagnostics("diagnostics", diagnosticFacts(facts, context), context.words.flow);
  const index = restoreSteps.indexOf(step);
  const following = restoreSteps[index + 1] ?? null;
  const previous = restoreSteps[index - 1] ?? null;
  return {
    ...views,
    diagnostics,
    proof: resolveProof(facts, diagnostics.summary, context),
    quality: resolveQuality(facts.backupSet, context),
    rail: rail(views.flow.gates, step, context),
    badge: environmentBadge(facts.run.target.environment, context),
    next: following === null ? null : nextAction(facts, views.flow.gates, step, following, context),
    back:
      previous === null
        ? null
        : {
            kind: "link",
            id: "back",
            label: context.words.wizard.back(context.words.steps.title[previous]),
            href: stepHref(previous, context),
          },
  };
}

function nextAction(
  facts: RestoreFacts,
  gates: readonly GateModel[],
  step: RestoreStepId,
  following: RestoreStepId,
  context: RestoreContext,
): ActionModel {
  const label = context.words.wizard.next(context.words.steps.title[following]);
  // On a page that was overtaken, what comes first stands before whatever the step's own gates were read to ask for.
  const open = isOvertaken(facts) ? gates.find((gate) => gate.verdict !== "complete") : openGateOf(gates, step);
  if (open === undefined) return { kind: "link", id: "next", label, href: stepHref(following, context) };
  return blockedBy(open, open.blockers[0], { id: "next", label });
}

/** The first open gate that keeps the operator from going on past `step`. */
function openGateOf(gates: readonly GateModel[], step: RestoreStepId): OpenGate | undefined {
  const own: readonly string[] = gatesOfStep[step];
  return gates.find((gate): gate is OpenGate => own.includes(gate.id) && gate.verdict !== "complete");
}

function rail(gates: readonly GateModel[], current: RestoreStepId, context: RestoreContext): StepRailViewModel {
  const { wizard, steps: titles } = context.words;
  const step = (id: RestoreStepId) => railStep(id, gates, current, context);
  const [first, ...others] = restoreSteps;
  const position = restoreSteps.indexOf(current) + 1;
  return {
    contract: contractVersion,
    label: wizard.railLabel,
    summary: wizard.railSummary(position, restoreSteps.length, titles.title[current]),
    steps: [step(first), ...others.map(step)],
  };
}

function railStep(
  id: RestoreStepId,
  gates: readonly GateModel[],
  current: RestoreStepId,
  context: RestoreContext,
): StepModel {
  const own: readonly string[] = gatesOfStep[id];
  const open = openGateOf(gates, id);
  const gate = open ?? gates.findLast((candidate) => own.includes(candidate.id));
  const reachable = restoreSteps
    .slice(0, restoreSteps.indexOf(id))
    .every((earlier) => openGateOf(gates, earlier) === undefined);
  const status = gate === undefined ? "unknown" : gateStatus(gate);
  return {
    id,
    title: context.words.steps.title[id],
    href: reachable || restoreSteps.indexOf(id) <= restoreSteps.indexOf(current) ? stepHref(id, context) : null,
    current: id === current,
    status,
    note: gate?.word ?? context.words.flow.status.unknown,
  };
}

function stepHref(step: RestoreStepId, context: RestoreContext): string {
  return context.href({ step, anchor: "step" });
}

function diagnosticFacts(facts: RestoreFacts, context: RestoreContext): readonly DiagnosticFact[] {
  const { run, operator } = facts;
  // An operation of somebody else is none of this run, and its id is for those who may see it (RR-8).
  const operation = operator.capabilities.includes("operation.view") ? linkedOperation(facts) : null;
  const { diagnostics } = context.words.wizard;
  const entry = (id: keyof typeof diagnostics, value: string | undefined): DiagnosticFact => ({
    id,
    label: diagnostics[id],
    value,
    format: "code",
  });
  return [
    entry("run", run.id),
    entry("revision", String(run.revision)),
    entry("status", runStatus(facts)),
    entry("fingerprint", restoreBasis(facts).fingerprint),
    entry("checks_fingerprint", run.checks?.basis?.fingerprint),
    entry("preview_fingerprint", run.preview?.basis?.fingerprint),
    entry("tenant", run.target.tenantId),
    ...(operation === null ? [] : [entry("operation", operation.id)]),
  ];
}
