import type { Meta, StoryObj } from "@storybook/react-vite";
import { FreshnessBand } from "../../src/index.js";
import { contractVersion, type FreshnessBandViewModel } from "../../src/view-models/index.js";
import { type RestoreScenarioId, wizardOf } from "../../src/testing/scenarios/index.js";
import { besides, column, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/FreshnessBand",
  component: FreshnessBand,
  decorators: [column(760)],
} satisfies Meta<typeof FreshnessBand>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewCurrent: Story = {
  args: { model: bandOf("preview_current", "The preview describes what would happen") },
};

export const PreviewVoid: Story = {
  args: { model: bandOf("preview_void", "Void since you changed the scope") },
  parameters: { visual: { representative: true } },
};

export const PreviewStale: Story = {
  args: { model: bandOf("preview_stale", "Stale: the preview cannot be shown to be current") },
};

export const PreviewRequired: Story = { args: { model: bandOf("preview_required", "No preview has been generated") } };

const texts = {
  not_run: "No preview has been generated",
  current: "The preview describes what would happen",
  invalidated: "Void since you changed the scope",
  stale: "Stale: the preview cannot be shown to be current",
};

const states = [
  ...statesOf(
    (id) => {
      // Elsewhere something else than the scope changed.
      if (!id.startsWith("preview_")) return null;
      const freshness = wizardOf(id).flow.gates.find((gate) => gate.id === "preview")?.freshness;
      return freshness ? bandOf(id, texts[freshness.state]) : null;
    },
    ({ freshness }) => freshness.state,
  ),
  besides<FreshnessBandViewModel>("refreshing", {
    ...bandOf("preview_void", "Refreshing"),
    freshness: { state: "refreshing", word: "Refreshing" },
  }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: bandOf("preview_void", texts.invalidated) },
  render: () => (
    <StateMatrix states={states} columns={480}>
      {(model) => <FreshnessBand model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};

function bandOf(id: RestoreScenarioId, text: string): FreshnessBandViewModel {
  const gate = wizardOf(id).flow.gates.find((candidate) => candidate.id === "preview");
  if (gate === undefined || gate.freshness === null)
    throw new TypeError(`The preview gate of “${id}” has no freshness: choose a scenario in which it has.`);
  return {
    contract: contractVersion,
    id: "preview-freshness",
    freshness: gate.freshness,
    text,
    action: gate.action ?? null,
  };
}
