import type { Meta, StoryObj } from "@storybook/react-vite";
import { FreshnessBand } from "../../src/index.js";
import { contractVersion, type FreshnessBandViewModel } from "../../src/view-models/index.js";
import { type RestoreScenarioId, wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/FreshnessBand",
  component: FreshnessBand,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
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
