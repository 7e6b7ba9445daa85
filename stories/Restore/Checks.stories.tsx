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

export const identity_undecided: Story = { args: { id: "identity_undecided" } };

export const identity_decided: Story = { args: { id: "identity_decided" } };

export const checks_not_evaluated: Story = { args: { id: "checks_not_evaluated" } };

export const check_accepted: Story = { args: { id: "check_accepted" } };

export const enforcement_begins: Story = { args: { id: "enforcement_begins" } };

export const checks_running: Story = { args: { id: "checks_running" } };

export const checks_failed: Story = { args: { id: "checks_failed" } };

export const checks_running_again: Story = { args: { id: "checks_running_again" } };

export const checks_required: Story = { args: { id: "checks_required" } };

export const target_differs: Story = { args: { id: "target_differs" } };

export const scope_changed: Story = { args: { id: "scope_changed" } };

export const checks_no_conflict: Story = { args: { id: "checks_no_conflict" } };

export const update_only_missing: Story = { args: { id: "update_only_missing" } };
