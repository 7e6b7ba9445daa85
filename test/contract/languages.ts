import type { CatalogueItem } from "../../src/restore/ports.js";
import type { TargetDirectory } from "../../src/restore/run/target.js";
import { type RestoreContext, restoreContext } from "../../src/restore/resolvers/context.js";
import type { RestoreLanguage } from "../../src/restore/resolvers/copy/words.js";
import { resolveResult } from "../../src/restore/resolvers/result.js";
import {
  ended,
  loadAgain,
  resolveCatalogue,
  resolveChecksStep,
  resolveConfirmStep,
  resolveLeftByChecks,
  resolveMappingResolver,
  resolveOperationPage,
  resolvePreviewStep,
  resolveResultDetails,
  resolveScopeStep,
  resolveSourceStep,
  scopeDraftOf,
  scopeLead,
} from "../../src/restore/resolvers/steps/index.js";
import { resolveWizard } from "../../src/restore/resolvers/wizard.js";
import {
  resolveCast,
  resolvePicker,
  type RestoreScenario,
  scenarioDirectory,
} from "../../src/testing/scenarios/index.js";

const href: RestoreContext["href"] = ({ step, anchor }) => `#${step}/${anchor}`;

/** One context per language. */
export const contexts: Readonly<Record<RestoreLanguage, RestoreContext>> = {
  en: restoreContext({ locale: "en-GB", timeZone: "UTC", href }),
  de: restoreContext({ locale: "de-DE", timeZone: "UTC", href }),
};

const emptyDirectory: TargetDirectory = {
  version: "1",
  readAt: "2026-11-20T16:40:00Z",
  groups: [],
  assignmentFilters: [],
  scopeTags: [],
  limits: [],
};

const catalogueItem: CatalogueItem = {
  id: "a",
  name: "Contoso",
  type: "settings_catalog",
  platform: "windows",
  modifiedAt: null,
  capture: "full",
  problems: [],
};
const catalogueItems: readonly CatalogueItem[] = [
  catalogueItem,
  { ...catalogueItem, id: "b", capture: "metadata_only", platform: null },
  { ...catalogueItem, id: "c", capture: "degraded", platform: "cross_platform" },
  { ...catalogueItem, id: "d", type: "conditional_access" },
  { ...catalogueItem, id: "e", type: "scope_tag" },
];

/** What is listed around the facts: items of the backup set, and the directory where it was read. */
export interface Listed {
  readonly items: readonly CatalogueItem[];
  readonly directory: TargetDirectory;
}

/** Every model that the wizard shows of one scenario. */
export function wizardModelsOf(
  { facts, step }: RestoreScenario,
  context: RestoreContext,
  { items: listed, directory }: Listed = { items: catalogueItems, directory: scenarioDirectory },
) {
  const frame = resolveWizard(facts, step === "result" ? "confirm_execute" : step, context);
  const { backupSet, run } = facts;
  const sets = backupSet === null ? [] : [backupSet, { ...backupSet, id: "another", capturedAt: null }];
  const items = resolveCatalogue(listed, context);
  const draft = scopeDraftOf(facts);
  return {
    frame,
    source: resolveSourceStep(facts, sets, run.backupSetId, context),
    otherSource: resolveSourceStep(facts, sets, "another", context),
    scopeLead: scopeLead(facts, frame, context),
    scope: resolveScopeStep(facts, items, draft, frame.next, context),
    narrowerScope: resolveScopeStep(facts, items, { ...draft, mode: "selected" }, frame.next, context),
    catalogue: items,
    cast: resolveCast(facts, context, facts.directoryVersion === null ? null : directory),
    picker: resolvePicker(facts, listed, "", context),
    pickerSearched: resolvePicker(facts, listed, "contoso", context),
    pickerWithoutResult: resolvePicker(facts, listed, "no such name", context),
    mappings: resolveMappingResolver(facts, null, context),
    mappingsWithoutChoice: resolveMappingResolver(facts, emptyDirectory, context),
    checks: resolveChecksStep(facts, context),
    preview: resolvePreviewStep(facts, frame, context),
    confirm: resolveConfirmStep(facts, frame, context),
    leftByChecks: resolveLeftByChecks(run, context),
    reload: loadAgain(context),
    announcements: (["checks", "preview", "execute", "cancel", "evidence", "change"] as const).map((what) =>
      ended(what, facts, context),
    ),
  };
}

/** Every model that the pages after execution show of one scenario. */
export function resultModelsOf({ facts }: RestoreScenario, context: RestoreContext) {
  const { operation, run } = facts;
  const restoreRun = { id: run.id, href: null, followUp: true };
  return {
    result: resolveResult(facts, context),
    details: resolveResultDetails(facts, context),
    operation: operation === null ? null : resolveOperationPage({ operation, restoreRun }, context),
  };
}

/** Every model that an operator can be shown of one scenario. */
export function modelsOf(scenario: RestoreScenario, context: RestoreContext, listed?: Listed) {
  return { ...wizardModelsOf(scenario, context, listed), ...resultModelsOf(scenario, context) };
}

/** A string of a model and where it stands, such as "frame.flow.gates.0.title". */
export interface Said {
  readonly path: string;
  readonly text: string;
}

/** Every string of a model. Sentences that take a count are asked for one, two and many. */
export function said(model: unknown): readonly Said[] {
  const found: Said[] = [];
  walk(model, "");
  return found;

  function walk(value: unknown, path: string): void {
    if (typeof value === "string") found.push({ path, text: value });
    else if (typeof value === "function") {
      const sentence = value as (count: number) => unknown;
      for (const count of [1, 2, 12_345]) walk(sentence(count), `${path}(${count})`);
    } else if (value instanceof Map) walk(Object.fromEntries(value), path);
    else if (typeof value === "object" && value !== null)
      for (const [key, member] of Object.entries(value)) walk(member, path === "" ? key : `${path}.${key}`);
  }
}
