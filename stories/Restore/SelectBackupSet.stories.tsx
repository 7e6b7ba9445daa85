import type { Meta, StoryObj } from "@storybook/react-vite";
import { WizardScenario } from "./restore-pages.js";

const meta = {
  title: "Restore/Steps/SelectBackupSet",
  component: WizardScenario,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof WizardScenario>;

export default meta;
type Story = StoryObj<typeof meta>;

export const fresh_draft: Story = { args: { id: "fresh_draft" } };

export const source_selected: Story = { args: { id: "source_selected" } };
