import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { CollapsedDiagnostics } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/CollapsedDiagnostics",
  component: CollapsedDiagnostics,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
  args: { model: wizardOf("preview_current").diagnostics },
} satisfies Meta<typeof CollapsedDiagnostics>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewCurrent: Story = {};

export const PreviewCurrentOpened: Story = {
  play: async ({ canvasElement }) => {
    const control = within(canvasElement).getByRole("button");
    await userEvent.click(control);
    await expect(control).toHaveAttribute("aria-expanded", "true");
  },
  parameters: { visual: { representative: true } },
};
