import type { Meta, StoryObj } from "@storybook/react-vite";
import { DryRunSwitch } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";
import { literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/DryRunSwitch",
  component: DryRunSwitch,
} satisfies Meta<typeof DryRunSwitch>;

export default meta;

type Story = StoryObj<typeof meta>;

/** On: nothing can be written. */
export const PreviewCurrent: Story = { args: { model: castOf("preview_current").dryRunSwitch } };

/** Off: the note says what would be written to. */
export const Armed: Story = {
  args: { model: castOf("armed").dryRunSwitch },
  parameters: { visual: { representative: true } },
};

const states = statesOf(
  (id) => castOf(id).dryRunSwitch,
  ({ on, control, note }) => literals(on ? "on" : "off", control.state, control.reason ?? note),
);

/** Every state of the catalogue: on or off, and who may turn it, or why nobody may. */
export const States: Story = {
  args: { model: castOf("armed").dryRunSwitch },
  render: () => (
    <StateMatrix states={states} columns={320}>
      {(model) => <DryRunSwitch model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
