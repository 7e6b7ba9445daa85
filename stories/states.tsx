import type { Decorator } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { type RestoreScenarioId, restoreScenarios } from "../src/testing/index.js";
import { contractVersion, type UnreadModel } from "../src/view-models/index.js";

/** A component in one state: the literals that tell it from the others, and where it comes from. */
export interface State<Model> {
  readonly literal: string;
  /** The scenario that reaches it, or that none does; null where a component has variants and no scenario is asked. */
  readonly reachedBy: RestoreScenarioId | "no_scenario" | null;
  readonly model: Model;
}

/** Every state that the catalogue reaches, once, by the literals that a component shows; a scenario without a model has none. */
export function statesOf<Model>(
  modelOf: (id: RestoreScenarioId) => Model | null,
  literalOf: (model: Model) => string,
): readonly State<Model>[] {
  const found = new Map<string, State<Model>>();
  for (const { id } of restoreScenarios) {
    const model = modelOf(id);
    if (model === null) continue;
    const literal = literalOf(model);
    if (!found.has(literal)) found.set(literal, { literal, reachedBy: id, model });
  }
  return [...found.values()];
}

/** A state that the contract allows, or that a host may send although it does not, and that no scenario reaches. */
export function besides<Model>(literal: string, model: NoInfer<Model> | object): State<Model> {
  return { literal, reachedBy: "no_scenario", model: model as Model };
}

/** What stands where a model of the six will: on its way, or not to be had. */
export function unread<Model>(id: string, title: string, rows?: number): readonly State<Model | UnreadModel>[] {
  const base = { contract: contractVersion, id, title };
  const expected = rows === undefined ? {} : { rows };
  return [
    besides<UnreadModel>("loading", { ...base, state: "loading", text: "The run is being read.", ...expected }),
    besides<UnreadModel>("failed", {
      ...base,
      state: "failed",
      text: "The run could not be read. Nothing is known of it.",
      action: { kind: "callback", id: "read_again", label: "Read the run again" },
    }),
  ];
}

/** A component as its props make it, whatever the workflow. */
export function variant<Props>(literal: string, props: NoInfer<Props> | object): State<Props> {
  return { literal, reachedBy: null, model: props as Props };
}

/** Literals that say something, each once, as one caption. */
export function literals(...parts: readonly (string | null | undefined | false)[]): string {
  return [...new Set(parts.filter((part) => typeof part === "string"))].join(" · ");
}

export interface StateMatrixProps<Model> {
  states: readonly State<Model>[];
  /** Narrowest column that the component is worth looking at in, in CSS px. */
  columns?: number;
  children: (model: Model) => ReactNode;
}

/** Every state of a component side by side; one column where there is room for one. */
export function StateMatrix<Model>({ states, columns = 360, children }: StateMatrixProps<Model>) {
  const twice = states.find(({ literal }, index) => states.findIndex((other) => other.literal === literal) < index);
  if (twice !== undefined)
    throw new RangeError(`A scenario reaches “${twice.literal}” as well: it needs no model of its own.`);
  return (
    <div
      className="cr:grid cr:gap-x-12 cr:gap-y-10"
      style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${columns}px), 1fr))` }}
    >
      {states.map(({ literal, reachedBy, model }, index) => (
        // Captions of one row end on one line, so that what they stand over begins on one.
        <figure key={literal} className="cr:row-span-2 cr:grid cr:min-w-0 cr:grid-rows-subgrid cr:gap-y-3">
          <figcaption className="cr:flex cr:flex-wrap cr:content-end cr:gap-x-3 cr:text-xs cr:text-ink-muted">
            <code className="cr:font-mono cr:text-ink">{literal}</code>
            <span className={reachedBy === "no_scenario" ? undefined : "cr:font-mono"}>
              {reachedBy === "no_scenario" ? "in no scenario" : reachedBy}
            </span>
          </figcaption>
          {/* A colour of the host's, which no component takes over. */}
          <div className="cr:min-w-0" style={{ color: "fuchsia" }}>
            {children(apart(model, index))}
          </div>
        </figure>
      ))}
    </div>
  );
}

/** Stands below a component, where a page goes on. */
export function WhatFollows() {
  return <p className="cr:border-t cr:border-line cr:pt-2 cr:text-compact cr:text-ink-muted">What follows</p>;
}

/** The same model with ids of its own, because a page holds every id once. */
function apart<Value>(value: Value, index: number): Value {
  if (Array.isArray(value)) return value.map((part) => apart(part, index)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, apart(part, index)] as const);
  const copy: Record<string, unknown> = Object.fromEntries(parts);
  if ("contract" in copy && typeof copy["id"] === "string") copy["id"] = `${copy["id"]}-${index}`;
  return copy as Value;
}

/** Parameters of a story that shows a matrix. No host's page holds one component many times, so its landmarks share their names here. */
export const matrix = {
  matrix: true,
  controls: { disable: true },
  a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } },
};

/** The width that a page gives a component; a matrix takes all there is. */
export function column(maxWidth: number): Decorator {
  return (Story, { parameters }) => (
    <div style={parameters["matrix"] === true ? {} : { maxWidth }}>
      <Story />
    </div>
  );
}
