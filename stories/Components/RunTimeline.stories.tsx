import type { Meta, StoryObj } from "@storybook/react-vite";
import { RunTimeline } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/RunTimeline",
  component: RunTimeline,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof RunTimeline>;

export default meta;

type Story = StoryObj<typeof meta>;

export const FreshDraft: Story = { args: { model: castOf("fresh_draft").timeline } };

export const PreviewVoid: Story = { args: { model: castOf("preview_void").timeline } };

export const InProgress: Story = { args: { model: castOf("in_progress").timeline } };

export const Failed: Story = { args: { model: castOf("failed").timeline } };

export const CompletedWithEvidence: Story = {
  args: { model: castOf("completed_with_evidence").timeline },
  parameters: { visual: { representative: true } },
};
