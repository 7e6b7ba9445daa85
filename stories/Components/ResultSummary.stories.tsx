import type { Meta, StoryObj } from "@storybook/react-vite";
import { ResultSummary } from "../../src/index.js";
import { resultOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/ResultSummary",
  component: ResultSummary,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ResultSummary>;

export default meta;

type Story = StoryObj<typeof meta>;

export const InProgress: Story = { args: { model: resultOf("in_progress").summary } };

export const CompletedWithEvidence: Story = { args: { model: resultOf("completed_with_evidence").summary } };

export const NeedsReview: Story = {
  args: { model: resultOf("needs_review").summary },
  parameters: { visual: { representative: true } },
};

export const NeedsReviewCountsOnly: Story = { args: { model: resultOf("needs_review_counts_only").summary } };

export const Failed: Story = { args: { model: resultOf("failed").summary } };

export const BlockedOrCancelled: Story = { args: { model: resultOf("blocked_or_cancelled").summary } };

export const CompletedWithoutCounts: Story = { args: { model: resultOf("completed_without_counts").summary } };
