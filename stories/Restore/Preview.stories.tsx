import type { Meta, StoryObj } from "@storybook/react-vite";
import { WizardScenario } from "./restore-pages.js";

const meta = {
  title: "Restore/Steps/Preview",
  component: WizardScenario,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof WizardScenario>;

export default meta;
type Story = StoryObj<typeof meta>;

export const preview_current: Story = { args: { id: "preview_current" } };

export const preview_void: Story = { args: { id: "preview_void" } };

export const preview_running: Story = { args: { id: "preview_running" } };

export const preview_failed: Story = { args: { id: "preview_failed" } };

export const preview_required: Story = { args: { id: "preview_required" } };

export const preview_stale: Story = { args: { id: "preview_stale" } };

export const ten_thousand_items: Story = {
  args: { id: "ten_thousand_items" },
  parameters: { visual: { tallest: 2_400 } },
};
