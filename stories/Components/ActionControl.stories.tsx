import type { Meta, StoryObj } from "@storybook/react-vite";
import { ActionControl } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/ActionControl",
  component: ActionControl,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ActionControl>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Link: Story = { args: { model: wizardOf("armed").decision.primaryAction, emphasis: "secondary" } };

export const Callback: Story = {
  args: { model: { kind: "callback", id: "run_checks", label: "Run checks" }, emphasis: "secondary" },
};

export const Blocked: Story = {
  args: {
    model: {
      kind: "blocked",
      id: "next",
      label: "Next: Safety & conflict checks",
      reason: "2 required mappings are not resolved.",
      clearedBy: {
        step: "define_restore_scope",
        anchor: "mappings",
        label: "Resolve target mappings",
        href: "#mappings",
      },
    },
    emphasis: "secondary",
  },
  parameters: { visual: { representative: true } },
};
