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

export const source_empty: Story = { args: { id: "source_empty" } };

export const source_metadata_only: Story = { args: { id: "source_metadata_only" } };

export const source_quality_not_recorded: Story = { args: { id: "source_quality_not_recorded" } };

export const source_not_readable: Story = { args: { id: "source_not_readable" } };

export const source_of_other_tenant: Story = { args: { id: "source_of_other_tenant" } };

export const source_changed: Story = { args: { id: "source_changed" } };
