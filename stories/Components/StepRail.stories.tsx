import type { Meta, StoryObj } from "@storybook/react-vite";
import { StepRail } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/StepRail",
  component: StepRail,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 1184 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof StepRail>;

export default meta;

type Story = StoryObj<typeof meta>;

export const ScopeChanged: Story = {
  args: { model: wizardOf("scope_changed").rail },
  parameters: { visual: { representative: true } },
};

export const ConfirmationOpen: Story = { args: { model: wizardOf("confirmation_open").rail } };
