import type { Meta, StoryObj } from "@storybook/react-vite";
import { BackupQualitySummary } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/BackupQualitySummary",
  component: BackupQualitySummary,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof BackupQualitySummary>;

export default meta;

type Story = StoryObj<typeof meta>;

export const SourceSelected: Story = {
  args: { model: wizardOf("source_selected").quality },
  parameters: { visual: { representative: true } },
};

export const SourceQualityNotRecorded: Story = { args: { model: wizardOf("source_quality_not_recorded").quality } };

export const SourceEmpty: Story = { args: { model: wizardOf("source_empty").quality } };
