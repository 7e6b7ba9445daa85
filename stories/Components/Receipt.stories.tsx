import type { Meta, StoryObj } from "@storybook/react-vite";
import { Receipt } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/Receipt",
  component: Receipt,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Receipt>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewCurrent: Story = { args: { model: castOf("preview_current").receipt } };

export const CompletedWithEvidence: Story = {
  args: { model: castOf("completed_with_evidence").receipt },
  parameters: { visual: { representative: true } },
};

export const NeedsReview: Story = { args: { model: castOf("needs_review").receipt } };
