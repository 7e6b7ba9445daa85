import type { Meta, StoryObj } from "@storybook/react-vite";
import { DecisionCard } from "../../src/index.js";
import { resultOf, wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/DecisionCard",
  component: DecisionCard,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof DecisionCard>;

export default meta;

type Story = StoryObj<typeof meta>;

export const MappingRequired: Story = { args: { model: wizardOf("mapping_required").decision } };

export const PreviewVoid: Story = {
  args: { model: wizardOf("preview_void").decision },
  parameters: { visual: { representative: true } },
};

export const TargetDiffers: Story = { args: { model: wizardOf("target_differs").decision } };

export const Armed: Story = { args: { model: wizardOf("armed").decision } };

export const NotExecuted: Story = { args: { model: resultOf("not_executed").decision } };

export const InProgress: Story = { args: { model: resultOf("in_progress").decision } };

export const CompletedProofIncomplete: Story = { args: { model: resultOf("completed_proof_incomplete").decision } };

export const CompletedWithEvidence: Story = { args: { model: resultOf("completed_with_evidence").decision } };

export const CompletedWithFollowUp: Story = { args: { model: resultOf("completed_with_follow_up").decision } };

export const NeedsReview: Story = { args: { model: resultOf("needs_review").decision } };

export const Failed: Story = { args: { model: resultOf("failed").decision } };

export const BlockedOrCancelled: Story = { args: { model: resultOf("blocked_or_cancelled").decision } };
