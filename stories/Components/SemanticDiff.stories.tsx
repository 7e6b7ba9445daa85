import type { Meta, StoryObj } from "@storybook/react-vite";
import { SemanticDiff } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/SemanticDiff",
  component: SemanticDiff,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof SemanticDiff>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewRequired: Story = { args: { model: castOf("preview_required").semanticDiff } };

export const PreviewCurrent: Story = {
  args: { model: castOf("preview_current").semanticDiff },
  parameters: { visual: { representative: true } },
};

export const PreviewVoid: Story = { args: { model: castOf("preview_void").semanticDiff } };

export const PreviewStale: Story = { args: { model: castOf("preview_stale").semanticDiff } };

export const EnforcementBegins: Story = { args: { model: castOf("enforcement_begins").semanticDiff } };
