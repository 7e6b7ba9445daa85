import type { Meta, StoryObj } from "@storybook/react-vite";
import { CompactSafetyStatus } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";
import { gateStatus, type CompactSafetyStatusViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf, unread } from "../states.js";

const meta = {
  title: "Components/CompactSafetyStatus",
  component: CompactSafetyStatus,
  decorators: [column(760)],
} satisfies Meta<typeof CompactSafetyStatus>;

export default meta;

type Story = StoryObj<typeof meta>;

export const MappingRequired: Story = { args: { model: wizardOf("mapping_required").compact } };

export const Armed: Story = { args: { model: wizardOf("armed").compact } };

export const PreviewVoid: Story = {
  args: { model: wizardOf("preview_void").compact, defaultOpen: true },
  parameters: { visual: { representative: true } },
};

/** What is known of the execution, and the status of the next gate. */
const literalOf = ({ execution, nextGate, flow }: CompactSafetyStatusViewModel) => {
  const gate = flow.gates.find(({ id }) => id === nextGate?.id);
  return literals(execution.state, gate && gateStatus(gate));
};

const armed = wizardOf("armed").compact;

const states = [
  ...statesOf((id) => wizardOf(id).compact, literalOf),
  besides<CompactSafetyStatusViewModel>("suspended", {
    ...armed,
    execution: { state: "suspended", text: "Execution suspended" },
  }),
  ...unread<CompactSafetyStatusViewModel>(armed.id, armed.name),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: armed },
  render: () => <StateMatrix states={states}>{(model) => <CompactSafetyStatus model={model} />}</StateMatrix>,
  parameters: matrix,
  tags: ["!autodocs"],
};
