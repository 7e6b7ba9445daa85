import type { Meta, StoryObj } from "@storybook/react-vite";
import { CompactSafetyStatus } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/CompactSafetyStatus",
  component: CompactSafetyStatus,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CompactSafetyStatus>;

export default meta;

type Story = StoryObj<typeof meta>;

export const MappingRequired: Story = { args: { model: wizardOf("mapping_required").compact } };

export const Armed: Story = { args: { model: wizardOf("armed").compact } };

export const PreviewVoid: Story = {
  args: { model: wizardOf("preview_void").compact, defaultOpen: true },
  parameters: { visual: { representative: true } },
};
