import type { Meta, StoryObj } from "@storybook/react-vite";
import { WizardScenario } from "./restore-pages.js";

const meta = {
  title: "Restore/Steps/Confirm",
  component: WizardScenario,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof WizardScenario>;

export default meta;
type Story = StoryObj<typeof meta>;

export const confirmation_open: Story = { args: { id: "confirmation_open" } };

export const confirmation_differs: Story = { args: { id: "confirmation_differs" } };

export const armed: Story = { args: { id: "armed" } };

export const armed_with_losses: Story = { args: { id: "armed_with_losses" } };

export const viewer: Story = { args: { id: "viewer" } };

export const armed_test_environment: Story = { args: { id: "armed_test_environment" } };
