import type { Meta, StoryObj } from "@storybook/react-vite";
import { WizardScenario } from "./restore-pages.js";

const meta = {
  title: "Restore/Steps/Scope",
  component: WizardScenario,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof WizardScenario>;

export default meta;
type Story = StoryObj<typeof meta>;

export const mapping_required: Story = { args: { id: "mapping_required", anchor: "mappings" } };

export const scope_empty: Story = { args: { id: "scope_empty" } };

export const mapping_skipped: Story = { args: { id: "mapping_skipped", anchor: "mappings" } };

export const mapping_directory_being_read: Story = {
  args: { id: "mapping_directory_being_read", anchor: "mappings" },
};

export const mapping_directory_sync_failed: Story = {
  args: { id: "mapping_directory_sync_failed", anchor: "mappings" },
};

export const scope_required: Story = { args: { id: "scope_required" } };

export const scope_all: Story = { args: { id: "scope_all" } };

export const scope_nothing_writable: Story = { args: { id: "scope_nothing_writable" } };

export const mapping_directory_not_read: Story = { args: { id: "mapping_directory_not_read", anchor: "mappings" } };

export const long_names: Story = { args: { id: "long_names", anchor: "mappings" } };

export const right_to_left_names: Story = { args: { id: "right_to_left_names", anchor: "mappings" } };
