import type { Meta, StoryObj } from "@storybook/react-vite";
import { ProofAside } from "../../src/index.js";
import { resultOf, wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/ProofAside",
  component: ProofAside,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 320 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ProofAside>;

export default meta;

type Story = StoryObj<typeof meta>;

export const SourceSelected: Story = { args: { model: wizardOf("source_selected").proof } };

export const InProgress: Story = {
  args: { model: resultOf("in_progress").proof },
  parameters: { visual: { representative: true } },
};

export const CompletedWithEvidence: Story = { args: { model: resultOf("completed_with_evidence").proof } };
