import type { Meta, StoryObj } from "@storybook/react-vite";
import { WizardScenario } from "./restore-pages.js";

const meta = {
  title: "Restore/Steps/Checks",
  component: WizardScenario,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof WizardScenario>;

export default meta;
type Story = StoryObj<typeof meta>;

export const checks_blocking: Story = { args: { id: "checks_blocking" } };
