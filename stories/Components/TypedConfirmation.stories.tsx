import type { Meta, StoryObj } from "@storybook/react-vite";
import { TypedConfirmation } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";
import { type TypedConfirmationViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/TypedConfirmation",
  component: TypedConfirmation,
  decorators: [column(760)],
} satisfies Meta<typeof TypedConfirmation>;

export default meta;

type Story = StoryObj<typeof meta>;

export const ConfirmationOpen: Story = { args: { model: castOf("confirmation_open").typedConfirmation } };

export const ConfirmationDiffers: Story = {
  args: { model: castOf("confirmation_differs").typedConfirmation },
  parameters: { visual: { representative: true } },
};

export const Armed: Story = { args: { model: castOf("armed").typedConfirmation } };

export const Viewer: Story = { args: { model: castOf("viewer").typedConfirmation } };

export const InProgress: Story = { args: { model: castOf("in_progress").typedConfirmation } };

export const LongNames: Story = { args: { model: castOf("long_names").typedConfirmation } };

const literalOf = ({ field, conditions }: TypedConfirmationViewModel) =>
  literals(field.state, field.comparison?.state, conditions && `conditions_${conditions.state}`);

const confirmation = castOf("confirmation_differs").typedConfirmation;

const states = [
  ...statesOf((id) => castOf(id).typedConfirmation, literalOf),
  besides<TypedConfirmationViewModel>("impossible", {
    ...confirmation,
    conditions: null,
    field: { state: "impossible", reason: "The target has no label that a person could read and type." },
  }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: confirmation },
  render: () => (
    <StateMatrix states={states} columns={480}>
      {(model) => <TypedConfirmation model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
