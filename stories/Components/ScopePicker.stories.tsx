import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo, useState } from "react";
import { ScopePicker } from "../../src/index.js";
import type { CatalogueItem } from "../../src/restore/index.js";
import {
  resolvePicker,
  scenario,
  scenarioContext,
  type RestoreScenarioId,
  scenarioItems,
} from "../../src/testing/scenarios/index.js";
import type { ScopePickerViewModel } from "../../src/view-models/index.js";
import { besides, literals, matrix, StateMatrix, statesOf } from "../states.js";

/** The picker of a scenario; what is chosen and searched for stays in the story. */
function Picker({ id, items, query = "" }: { id: RestoreScenarioId; items: readonly CatalogueItem[]; query?: string }) {
  const [facts, setFacts] = useState(scenario(id).facts);
  const [text, setText] = useState(query);
  const model = useMemo(() => resolvePicker(facts, items, text, scenarioContext), [facts, items, text]);
  const { body } = model;
  return (
    <div style={{ maxWidth: 760 }}>
      <ScopePicker
        model={model}
        onSearch={setText}
        onChoose={(runs, chosen) => {
          if (body.state !== "choosing") return;
          const { scope } = facts.run;
          const itemIds = new Set(scope?.mode === "selected" ? scope.itemIds : []);
          for (const { first, count } of runs)
            for (const { id: itemId } of body.items.slice(first, first + count)) {
              if (chosen) itemIds.add(itemId);
              else itemIds.delete(itemId);
            }
          setFacts({ ...facts, run: { ...facts.run, scope: { mode: "selected", itemIds: [...itemIds] } } });
        }}
      />
    </div>
  );
}

const meta = {
  title: "Components/ScopePicker",
  component: Picker,
} satisfies Meta<typeof Picker>;

export default meta;

type Story = StoryObj<typeof meta>;

const thousands: readonly CatalogueItem[] = Array.from({ length: 10_000 }, (_, index) => ({
  id: `many/${index}`,
  name: `Policy ${String(index + 1).padStart(5, "0")}`,
  type: ["settings_catalog", "compliance_policy", "device_configuration", "conditional_access"][index % 4] ?? "",
  platform: index % 3 === 0 ? "macos" : "windows",
  modifiedAt: null,
  capture: index % 50 === 0 ? "metadata_only" : "full",
  problems: [],
}));

export const Chosen: Story = {
  args: { id: "mapping_required", items: scenarioItems },
  parameters: { visual: { representative: true } },
};

export const NothingChosen: Story = { args: { id: "scope_empty", items: scenarioItems } };

export const Searched: Story = { args: { id: "mapping_required", items: scenarioItems, query: "update" } };

export const NothingFound: Story = { args: { id: "mapping_required", items: scenarioItems, query: "no such name" } };

export const EveryItem: Story = { args: { id: "scope_all", items: scenarioItems } };

export const NotAllowed: Story = { args: { id: "viewer", items: scenarioItems } };

export const TenThousandItems: Story = { args: { id: "scope_empty", items: thousands } };

const literalOf = ({ body, shut }: ScopePickerViewModel) =>
  body.state === "choosing"
    ? literals(...body.groups.map(({ choice }) => choice), shut !== null && "shut")
    : body.state;

const picker = resolvePicker(scenario("mapping_required").facts, scenarioItems, "", scenarioContext);

const states = [
  ...statesOf(
    // Their runs are about other items than these.
    (id) =>
      id.startsWith("ten_thousand") ? null : resolvePicker(scenario(id).facts, scenarioItems, "", scenarioContext),
    literalOf,
  ),
  besides<ScopePickerViewModel>("loading", {
    ...picker,
    body: { state: "loading", text: "The items are being read.", rows: scenarioItems.length },
  }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { id: "scope_empty", items: scenarioItems },
  render: () => (
    <StateMatrix states={states} columns={480}>
      {(model) => <ScopePicker model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
