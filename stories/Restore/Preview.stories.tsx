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
