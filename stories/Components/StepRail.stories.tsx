import type { Meta, StoryObj } from "@storybook/react-vite";
import { StepRail } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";
import { column, literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/StepRail",
  component: StepRail,
  decorators: [column(1184)],
} satisfies Meta<typeof StepRail>;

export default meta;

type Story = StoryObj<typeof meta>;

export const ScopeChanged: Story = {
  args: { model: wizardOf("scope_changed").rail },
  parameters: { visual: { representative: true } },
};

export const ConfirmationOpen: Story = { args: { model: wizardOf("confirmation_open").rail } };

const states = statesOf(
  (id) => wizardOf(id).rail,
  ({ steps }) => {
    const current = steps.find((step) => step.current);
    return literals(current?.id, current?.status);
  },
);

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: wizardOf("scope_changed").rail },
  render: () => (
    <StateMatrix states={states} columns={900}>
      {(model) => <StepRail model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
