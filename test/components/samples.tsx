import { type ComponentType, createElement, type ReactElement } from "react";
import * as entry from "../../src/index.js";
import {
  castOf,
  resolvePicker,
  restoreScenarios,
  resultOf,
  scenario,
  scenarioContext,
  type RestoreScenarioId,
  scenarioItems,
  wizardOf,
} from "../../src/testing/scenarios/index.js";
import { contractVersion, type ProcessFlowViewModel, type ScopePickerViewModel } from "../../src/view-models/index.js";

const { mappingResolver } = castOf("mapping_required");
const [groups] = mappingResolver.body.state === "mapping" ? mappingResolver.body.pickers : [];

const gate = wizardOf("preview_void").flow.gates.find((candidate) => candidate.id === "preview");

/** A representative model of every exported component, by the component's name. */
export const models: Readonly<Record<string, object>> = {
  ActionControl: {
    kind: "blocked",
    id: "next",
    label: "Next: Preview",
    reason: "Checks have not run for this scope.",
    clearedBy: { step: "safety_checks", anchor: "run", label: "Run checks", href: "#run" },
  },
  BackupQualitySummary: wizardOf("source_selected").quality,
  CheckList: castOf("checks_not_evaluated").checkList,
  CollapsedDiagnostics: wizardOf("preview_current").diagnostics,
  CompactSafetyStatus: wizardOf("preview_void").compact,
  DecisionCard: resultOf("completed_with_follow_up").decision,
  DryRunSwitch: castOf("armed").dryRunSwitch,
  EnvironmentBadge: wizardOf("armed").badge,
  FreshnessBand: {
    contract: contractVersion,
    id: "band",
    freshness: gate?.freshness,
    text: "Void since you changed the scope",
    action: gate?.action ?? null,
  },
  MappingPickerDialog: groups ?? {},
  MappingResolver: mappingResolver,
  ProcessFlow: wizardOf("preview_void").flow,
  ProofAside: resultOf("completed_with_evidence").proof,
  Receipt: castOf("completed_with_evidence").receipt,
  ResultSummary: resultOf("needs_review").summary,
  RunTimeline: castOf("completed_with_evidence").timeline,
  ScopePicker: pickerOf("mapping_required"),
  SemanticDiff: castOf("preview_current").semanticDiff,
  StepRail: wizardOf("scope_changed").rail,
  TypedConfirmation: castOf("confirmation_differs").typedConfirmation,
  WizardShell: {
    contract: contractVersion,
    subject: "Restore run rr_2041",
    status: "Previewed",
    target: { label: { external: "Contoso Production" }, badge: wizardOf("armed").badge },
    question: "Do you really want to do this?",
    announcement: null,
  },
};

/** What a component cannot be drawn without, beside its model. */
export const required: Readonly<Record<string, object>> = {
  WizardShell: {
    rail: createElement(entry.StepRail, { model: wizardOf("armed").rail }),
    children: createElement(entry.CollapsedDiagnostics, { model: wizardOf("armed").diagnostics }),
  },
  MappingPickerDialog: {
    source: { external: "Field kiosks" },
    usage: "Group, used by 4 items",
    chosen: null,
    open: true,
    onClose: () => undefined,
    onUse: () => undefined,
  },
};

/** The picker of a scenario over its own items. */
export function pickerOf(id: RestoreScenarioId): ScopePickerViewModel {
  return resolvePicker(scenario(id).facts, scenarioItems, "", scenarioContext);
}

/** Every exported component, read from the entry itself. */
export const components: readonly (readonly [string, ComponentType<Record<string, unknown>>])[] = Object.entries(
  entry as Readonly<Record<string, unknown>>,
)
  .filter((named): named is [string, ComponentType<Record<string, unknown>>] => {
    const [, value] = named;
    return typeof value === "object" && value !== null && "$$typeof" in value;
  })
  .map(([name, component]) => [name, component] as const);

/** A component drawn with its sample model. */
export function sample(name: string, props: Record<string, unknown> = {}): ReactElement {
  const component = components.find(([candidate]) => candidate === name)?.[1];
  const model = models[name];
  if (component === undefined || model === undefined)
    throw new RangeError(`“${name}” has no sample: add one to models.`);
  return createElement(component, { model, ...required[name], ...props });
}

/** Everything that a scenario shows, on one page. */
export function page(id: RestoreScenarioId, messages?: Partial<entry.ComponentMessages>): ReactElement {
  const wizard = wizardOf(id);
  const cast = castOf(id);
  const result = restoreScenarios.find((one) => one.id === id)?.step === "result" ? resultOf(id) : null;
  return (
    <main>
      <entry.StepRail model={wizard.rail} />
      <entry.EnvironmentBadge model={wizard.badge} />
      <entry.DecisionCard model={(result ?? wizard).decision} messages={messages} />
      <entry.BackupQualitySummary model={wizard.quality} messages={messages} />
      <entry.ProcessFlow model={wizard.flow} messages={messages} />
      <entry.CompactSafetyStatus model={wizard.compact} messages={messages} />
      <entry.ProofAside model={(result ?? wizard).proof} messages={messages} />
      <entry.CollapsedDiagnostics model={(result ?? wizard).diagnostics} />
      <entry.ScopePicker model={pickerOf(id)} />
      <entry.MappingResolver model={cast.mappingResolver} messages={messages} />
      <entry.CheckList model={cast.checkList} messages={messages} />
      <entry.SemanticDiff model={cast.semanticDiff} messages={messages} />
      <entry.DryRunSwitch model={cast.dryRunSwitch} />
      <entry.TypedConfirmation model={cast.typedConfirmation} />
      {result === null ? null : <entry.ResultSummary model={result.summary} messages={messages} />}
      <entry.RunTimeline model={cast.timeline} messages={messages} />
      <entry.Receipt model={cast.receipt} messages={messages} />
    </main>
  );
}

/** A flow with one gate replaced by something that a host sent and the contract does not allow. */
export function flowWith(id: string, wrong: Record<string, unknown>): ProcessFlowViewModel {
  const { flow } = wizardOf("preview_current");
  const [first, ...others] = flow.gates.map((one) => (one.id === id ? { ...one, ...wrong } : one));
  if (first === undefined) throw new RangeError("The scenario has no gates.");
  return { ...flow, gates: [first, ...others] };
}
