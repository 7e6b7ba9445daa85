import { render } from "@testing-library/react";
import type { ComponentType } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import {
  BackupQualitySummary,
  CompactSafetyStatus,
  DecisionCard,
  ProcessFlow,
  ProofAside,
  ScopePicker,
} from "../../src/index.js";
import type { CatalogueItem } from "../../src/restore/index.js";
import {
  catalogue,
  resolvePicker,
  restoreScenarios,
  resultOf,
  scenario,
  scenarioContext,
  type ScenarioId,
  scenarioItems,
  wizardOf,
  workflowOf,
} from "../../src/testing/scenarios/index.js";
import { contractVersion, type LoadingModel } from "../../src/view-models/index.js";

type OneOfSix = ComponentType<{ model: object; reserve?: number; "aria-busy"?: boolean }>;

/** Where a page keeps room for a component, and how much. */
interface Kept {
  readonly component: OneOfSix;
  readonly models: ReadonlyMap<ScenarioId, { readonly id: string }>;
  /** Rows that a host knows of before it has read anything else. */
  readonly rows?: (model: never) => number;
  /** Lines for which the page keeps room. */
  readonly reserve: number;
  /**
   * Scenarios with more text than that, and how far down what follows them moves at most, in CSS px: names of hundreds of letters,
   * every change of a source that is not the same any more, thirty ways forward.
   */
  readonly beyond: Partial<Readonly<Record<ScenarioId, number>>>;
}

const onSteps = restoreScenarios.map(({ id }) => [id, wizardOf(id)] as const);
const onResults = restoreScenarios.filter(({ step }) => step === "result").map(({ id }) => [id, resultOf(id)] as const);
const others = catalogue
  .filter(({ id }) => restoreScenarios.every((one) => one.id !== id))
  .map(({ id }) => [id, workflowOf(id)] as const);

const kept: Readonly<Record<string, Kept>> = {
  ProcessFlow: {
    component: ProcessFlow as OneOfSix,
    models: new Map<ScenarioId, { id: string }>([...onSteps, ...others].map(([id, { flow }]) => [id, flow])),
    rows: ({ gates }: { gates: readonly unknown[] }) => gates.length,
    reserve: 7,
    beyond: { long_names: 220, source_changed: 220, thirty_gates: 60 },
  },
  "DecisionCard of a step": {
    component: DecisionCard as OneOfSix,
    models: new Map<ScenarioId, { id: string }>([...onSteps, ...others].map(([id, { decision }]) => [id, decision])),
    reserve: 6,
    beyond: { long_names: 120 },
  },
  "DecisionCard of a result": {
    component: DecisionCard as OneOfSix,
    models: new Map(onResults.map(([id, { decision }]) => [id, decision])),
    reserve: 12,
    beyond: {},
  },
  CompactSafetyStatus: {
    component: CompactSafetyStatus as OneOfSix,
    models: new Map<ScenarioId, { id: string }>([...onSteps, ...others].map(([id, { compact }]) => [id, compact])),
    reserve: 6,
    beyond: { long_names: 120 },
  },
  ProofAside: {
    component: ProofAside as OneOfSix,
    models: new Map([...onSteps, ...onResults].map(([id, { proof }]) => [id, proof])),
    rows: ({ facts }: { facts: readonly unknown[] }) => facts.length,
    reserve: 4,
    beyond: { long_names: 1120 },
  },
  BackupQualitySummary: {
    component: BackupQualitySummary as OneOfSix,
    models: new Map(onSteps.map(([id, { quality }]) => [id, quality])),
    rows: ({ rows }: { rows: readonly unknown[] }) => rows.length,
    reserve: 5,
    beyond: {},
  },
};

// A font that comes with the first text would move it too.
beforeAll(async () => {
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 1em "Inter Variable"`)));
});

describe.each(Object.entries(kept))("%s", (_, { component: Component, models, rows, reserve, beyond }) => {
  const loading = (model: { readonly id: string }): LoadingModel => ({
    contract: contractVersion,
    id: model.id,
    title: titleOf(model),
    state: "loading",
    text: "The run is being read.",
    ...(rows === undefined ? {} : { rows: rows(model as never) }),
  });
  const page = (shown: (model: { readonly id: string }) => object, width: number, lines: number) => (
    <div style={{ width }}>
      {[...models].map(([id, model]) => (
        <div key={id} data-scenario={id}>
          <Component model={shown(model)} reserve={lines} />
          <p>What follows</p>
        </div>
      ))}
    </div>
  );
  /** Scenarios in which what follows moves when the model comes, and by how much: positive is down. */
  const movesAt = (width: number, lines: number) => {
    const { container, rerender } = render(page(loading, width, lines));
    const before = placesIn(container);
    rerender(page((model) => model, width, lines));
    return [...placesIn(container)]
      .map(([id, place]) => [id, place - (before.get(id) ?? Number.NaN)] as const)
      .filter(([, down]) => down !== 0);
  };

  test.each([320, 480, 760])("keeps what follows where it is when any state comes, at %i px", (width) => {
    const far = movesAt(width, reserve).filter(([id, down]) => !(down > 0 && down <= (beyond[id as ScenarioId] ?? 0)));
    expect(Object.fromEntries(far)).toEqual({});
  });

  test("never moves up what follows, however little room is kept", () => {
    expect(movesAt(320, 0).filter(([, down]) => !(down > 0))).toEqual([]);
  });

  test("keeps what follows where it is when its model could not be had", () => {
    const [[, model] = []] = models;
    if (model === undefined) throw new RangeError("The catalogue has no such model.");
    const { text, state, ...base } = loading(model);
    const shown = (unread: object) => (
      <div data-scenario="failed" style={{ width: 320 }}>
        <Component model={unread} reserve={reserve} />
        <p>What follows</p>
      </div>
    );
    const { container, rerender } = render(shown({ ...base, state, text }));
    const before = placesIn(container);
    rerender(shown({ ...base, state: "failed", text: "The run could not be read.", action: null }));
    expect(placesIn(container)).toEqual(before);
  });

  test("keeps what it shows in its place, and says that it is busy, while it is read again", () => {
    const [[, model] = []] = models;
    if (model === undefined) throw new RangeError("The catalogue has no such model.");
    const { container, rerender } = render(<Component model={model} reserve={reserve} />);
    const [words, height] = [container.textContent, container.getBoundingClientRect().height];
    rerender(<Component model={model} reserve={reserve} aria-busy />);
    expect(container.firstElementChild).toHaveAttribute("aria-busy", "true");
    expect(container.textContent).toBe(words);
    expect(container.getBoundingClientRect().height).toBe(height);
  });
});

describe("the picker of items, of which the count alone is known", () => {
  const scenarios = ["scope_empty", "mapping_required"] as const;
  const itemsOf = (count: number): readonly CatalogueItem[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `item/${index}`,
      name: `Policy ${index + 1}`,
      type: ["settings_catalog", "compliance_policy", "device_configuration"][index % 3] ?? "",
      platform: "windows",
      modifiedAt: null,
      capture: "full",
      problems: [],
    }));

  /** Of many, only what is said of the choice is not known; of a few, also how many groups they are, and what is wrong with some. */
  const mostOf = (key: string) => (/ of (?:60|61|1000)$/.test(key) ? 44 : 140);

  test.each([320, 480, 760])("moves what follows down by no more than what is said in it, at %i px", (width) => {
    const sets = [itemsOf(1), itemsOf(5), scenarioItems, itemsOf(60), itemsOf(61), itemsOf(1000)];
    const shown = sets.flatMap((items) =>
      scenarios.map((id) => ({
        key: `${id} of ${items.length}`,
        items: items.length,
        model: resolvePicker(scenario(id).facts, items, "", scenarioContext),
      })),
    );
    const page = (loading: boolean) => (
      <div style={{ width }}>
        {shown.map(({ key, items, model }) => (
          <div key={key} data-scenario={key}>
            <ScopePicker
              density="compact"
              model={
                loading ? { ...model, body: { state: "loading", text: "Loading the items.", rows: items } } : model
              }
            />
            <p>What follows</p>
          </div>
        ))}
      </div>
    );
    const { container, rerender } = render(page(true));
    const before = placesIn(container);
    rerender(page(false));
    const moved = [...placesIn(container)].map(
      ([key, place]) => [key, place - (before.get(key) ?? Number.NaN)] as const,
    );
    expect(Object.fromEntries(moved.filter(([key, down]) => !(down >= 0 && down <= mostOf(key))))).toEqual({});
  });
});

/** How far below the top of its scenario stands what follows, in CSS px. */
function placesIn(container: HTMLElement): ReadonlyMap<string, number> {
  return new Map(
    [...container.querySelectorAll<HTMLElement>("[data-scenario]")].map((one) => {
      const follows = one.lastElementChild?.getBoundingClientRect().top ?? Number.NaN;
      return [one.dataset["scenario"] ?? "", follows - one.getBoundingClientRect().top];
    }),
  );
}

function titleOf(model: object): string {
  return "title" in model ? String(model.title) : "name" in model ? String(model.name) : "";
}
