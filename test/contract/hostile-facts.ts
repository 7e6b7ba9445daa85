import type { CatalogueItem } from "../../src/restore/ports.js";
import { humanise } from "../../src/restore/resolvers/identifier-words.js";
import { checksBasis, evidenceFreshness, restoreBasis } from "../../src/restore/run/basis.js";
import { findingReference } from "../../src/restore/run/decisions.js";
import type { RestoreFacts } from "../../src/restore/run/facts.js";
import type { TargetDirectory } from "../../src/restore/run/target.js";
import { type Basis, type BasisFields, basisOf, type Freshness } from "../../src/safety/index.js";
import { type RestoreScenario, scenarioDirectory, scenarioItems } from "../../src/testing/scenarios/index.js";

/** Scenarios in which everything that has a name is called one of a few hostile things, with a number where names differ. */
export interface HostileScenarios<Scenario extends RestoreScenario> {
  readonly scenarios: readonly Scenario[];
  readonly directory: TargetDirectory;
  readonly items: readonly CatalogueItem[];
  /** Everything that things are called. */
  readonly names: readonly string[];
}

/** Fields that hold what somebody outside has written, or an id that an export or a target gives. */
const outside: ReadonlySet<string> = new Set(
  (
    "label name itemName sourceName targetName tenantName policy reason detail text setting from to typedLabel " +
    "tenantId itemId itemIds sourceId targetId usedBy key requestedItems calledNow group policies groups"
  ).split(" "),
);
/** Maps from a reference of the export, or an item of it, to what was decided. */
const maps: ReadonlySet<string> = new Set(["mappings", "identityDecisions"]);

/** The same states under hostile names: what was current stays so, and what was accepted stays accepted. */
export function hostile<Scenario extends RestoreScenario>(
  scenarios: readonly Scenario[],
  texts: readonly string[],
): HostileScenarios<Scenario> {
  const called = new Map<string, string>([["", ""]]);
  const call = (name: string) => {
    const number = called.size - 1;
    const text = texts[number % texts.length] ?? "";
    const known = called.get(name) ?? (number < texts.length ? text : `${text} ${number}`);
    called.set(name, known);
    return known;
  };
  const renamedScenarios = scenarios.map((scenario) => ({
    ...scenario,
    facts: bound(scenario.facts, renamed(scenario.facts, call, "facts") as RestoreFacts),
  }));
  const directory = renamed(scenarioDirectory, call, "directory") as TargetDirectory;
  const items = renamed(scenarioItems, call, "items") as readonly CatalogueItem[];
  const names = [...called.values()];
  // An identifier is shown in words.
  return { scenarios: renamedScenarios, directory, items, names: [...names, ...names.map(humanise)] };
}

function renamed(value: unknown, call: (name: string) => string, key: string): unknown {
  if (typeof value === "string")
    return outside.has(key) ? call(value) : value.replace(/^map:(.*)/, (_, id: string) => `map:${call(id)}`);
  if (Array.isArray(value)) return value.map((member) => renamed(member, call, key));
  if (typeof value !== "object" || value === null) return value;
  const isMap = maps.has(key);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      isMap ? call(name) : name,
      renamed(member, call, isMap ? "decision" : name),
    ]),
  );
}

/** What a fingerprint binds to the facts around it is bound to the renamed ones. */
function bound(before: RestoreFacts, facts: RestoreFacts): RestoreFacts {
  const findings = facts.run.checks?.findings ?? [];
  const acceptances = facts.run.acceptances.map((acceptance) => {
    const found = findings.find(({ check, itemId }) => check === acceptance.check && itemId === acceptance.itemId);
    return found === undefined ? acceptance : { ...acceptance, finding: findingReference(found).finding };
  });
  const run = { ...facts.run, acceptances };
  const inputs = { ...facts, run };
  const was = evidenceFreshness(before);
  const { checks, preview } = run;
  return {
    ...inputs,
    run: {
      ...run,
      checks: checks && { ...checks, basis: bind(checks.basis, was.checks.state, checksBasis(inputs)) },
      preview: preview && { ...preview, basis: bind(preview.basis, was.preview.state, restoreBasis(inputs)) },
    },
  };
}

function bind<Fields extends BasisFields>(
  recorded: Basis<Fields> | null,
  was: Freshness["state"],
  present: Basis<Fields>,
): Basis<Fields> | null {
  if (was === "current") return present;
  return recorded === null || was === "stale" ? recorded : basisOf(recorded.fields);
}
