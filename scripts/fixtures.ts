/**
 * Writes what a backend in any language can hold its own code against: a model of every kind in every scenario, each as JSON
 * with the name of its definition in the schema, and models that the schema has to refuse.
 *
 * `tsx --conditions=development scripts/fixtures.ts path/to/fixtures.json`
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { resolvePreviewStep } from "../src/restore/resolvers/steps/index.js";
import {
  castOf,
  catalogue,
  resolvePicker,
  restoreScenarios,
  resultOf,
  scenarioContext,
  scenarioItems,
  wizardOf,
  workflowOf,
} from "../src/testing/scenarios/index.js";
import { contractVersion } from "../src/view-models/contract.js";
import type { RootModels } from "../src/view-models/schemas/root-models.js";

/** A model, as JSON. */
export interface Fixture {
  /** Every scenario that shows it. */
  readonly scenarios: readonly string[];
  /** Name of its definition under `$defs`. */
  readonly model: keyof RootModels;
  readonly value: unknown;
  /** Why the schema has to refuse it; null where it has to pass. */
  readonly refused: string | null;
}

/** Lists of ten thousand say nothing about a schema that lists of ten do not. */
const tooLong = /^ten_thousand/;

/** Every model of every scenario; one that several show is there once. */
export function fixtures(): readonly Fixture[] {
  const accepted = new Map<string, Fixture>();
  for (const one of [...workflows(), ...restores()]) {
    const key = `${one.model} ${JSON.stringify(one.value)}`;
    const scenarios = new Set([...(accepted.get(key)?.scenarios ?? []), ...one.scenarios]);
    accepted.set(key, { ...one, scenarios: [...scenarios] });
  }
  const first = new Map<string, Fixture>();
  for (const one of accepted.values()) if (!first.has(one.model)) first.set(one.model, one);
  return [...accepted.values(), ...[...first.values()].flatMap(broken)];
}

function workflows(): Fixture[] {
  return catalogue
    .filter(({ id }) => !tooLong.test(id))
    .flatMap(({ id }) => {
      const { flow, decision, compact } = workflowOf(id);
      return [
        fixture(id, "ProcessFlowViewModel", flow),
        fixture(id, "DecisionCardViewModel", decision),
        fixture(id, "CompactSafetyStatusViewModel", compact),
      ];
    });
}

function restores(): Fixture[] {
  return restoreScenarios
    .filter(({ id }) => !tooLong.test(id))
    .flatMap(({ id, facts }) => {
      const wizard = wizardOf(id);
      const result = resultOf(id);
      const cast = castOf(id);
      return [
        fixture(id, "DecisionCardViewModel", result.decision),
        fixture(id, "ResultSummaryViewModel", result.summary),
        fixture(id, "ProofAsideViewModel", wizard.proof),
        fixture(id, "ProofAsideViewModel", result.proof),
        fixture(id, "BackupQualitySummaryViewModel", wizard.quality),
        fixture(id, "CollapsedDiagnosticsViewModel", wizard.diagnostics),
        fixture(id, "StepRailViewModel", wizard.rail),
        fixture(id, "EnvironmentBadgeViewModel", wizard.badge),
        fixture(id, "FreshnessBandViewModel", resolvePreviewStep(facts, wizard, scenarioContext).band),
        fixture(id, "WizardShellViewModel", {
          contract: contractVersion,
          subject: facts.run.id,
          status: null,
          target: { label: { external: facts.run.target.label }, badge: wizard.badge },
          question: scenarioContext.words.steps.question.preview,
          announcement: null,
        }),
        fixture(id, "CheckListViewModel", cast.checkList),
        fixture(id, "SemanticDiffViewModel", cast.semanticDiff),
        fixture(id, "ScopePickerViewModel", resolvePicker(facts, scenarioItems, "", scenarioContext)),
        fixture(id, "MappingResolverViewModel", cast.mappingResolver),
        fixture(id, "TypedConfirmationViewModel", cast.typedConfirmation),
        fixture(id, "DryRunSwitchViewModel", cast.dryRunSwitch),
        fixture(id, "RunTimelineViewModel", cast.timeline),
        fixture(id, "ReceiptViewModel", cast.receipt),
      ];
    });
}

function fixture<Name extends keyof RootModels>(scenario: string, model: Name, value: RootModels[Name]): Fixture {
  return { scenarios: [scenario], model, value: JSON.parse(JSON.stringify(value)) as unknown, refused: null };
}

/** Ways in which a backend that was not updated, or was guessed, gets a model wrong. */
function broken({ scenarios, model, value }: Fixture): Fixture[] {
  const { contract: _, ...withoutContract } = value as Readonly<Record<string, unknown>>;
  const wrong = (refused: string, forged: unknown): Fixture => ({ scenarios, model, value: forged, refused });
  return [
    wrong("says no contract version", withoutContract),
    wrong("says another contract version", { ...withoutContract, contract: "2.0" }),
    wrong("has a field that no version knows", { ...(value as object), safe: true }),
    wrong("is no object", null),
  ];
}

const [, script, target] = process.argv;
if (script !== undefined && resolve(script) === fileURLToPath(import.meta.url)) {
  if (target === undefined)
    throw new Error("Say where the fixtures should be written: fixtures.ts path/to/fixtures.json");
  const all = fixtures();
  mkdirSync(dirname(resolve(target)), { recursive: true });
  writeFileSync(target, `${JSON.stringify(all)}\n`);
  console.log(
    `${all.filter(({ refused }) => refused === null).length} models, and ${all.filter(({ refused }) => refused !== null).length} to refuse.`,
  );
}
