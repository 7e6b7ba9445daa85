import type { Meta, StoryObj } from "@storybook/react-vite";
import { ProcessFlow } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/ProcessFlow",
  component: ProcessFlow,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ProcessFlow>;

export default meta;

type Story = StoryObj<typeof meta>;

export const FreshDraft: Story = { args: { model: wizardOf("fresh_draft").flow } };

export const MappingRequired: Story = { args: { model: wizardOf("mapping_required").flow } };

export const ScopeChanged: Story = { args: { model: wizardOf("scope_changed").flow } };

export const PreviewVoid: Story = {
  args: { model: wizardOf("preview_void").flow },
  parameters: { visual: { representative: true } },
};

export const PreviewStale: Story = { args: { model: wizardOf("preview_stale").flow } };

export const Armed: Story = { args: { model: wizardOf("armed").flow } };

export const InProgress: Story = { args: { model: wizardOf("in_progress").flow } };

export const NeedsReview: Story = { args: { model: wizardOf("needs_review").flow } };

export const CompletedWithEvidence: Story = { args: { model: wizardOf("completed_with_evidence").flow } };
