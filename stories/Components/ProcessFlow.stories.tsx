import type { Meta, StoryObj } from "@storybook/react-vite";
import { ProcessFlow } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";
import { gateStatus, type ProcessFlowViewModel, type UnreadModel } from "../../src/view-models/index.js";
import {
  besides,
  column,
  literals,
  matrix,
  type State,
  StateMatrix,
  statesOf,
  unread,
  WhatFollows,
} from "../states.js";

const meta = {
  title: "Components/ProcessFlow",
  component: ProcessFlow,
  decorators: [column(760)],
} satisfies Meta<typeof ProcessFlow>;

export default meta;

type Story = StoryObj<typeof meta>;

export const FreshDraft: Story = { args: { model: wizardOf("fresh_draft").flow } };

export const MappingRequired: Story = { args: { model: wizardOf("mapping_required").flow } };

export const ScopeChanged: Story = { args: { model: wizardOf("scope_changed").flow } };

export const PreviewVoid: Story = {
  args: { model: wizardOf("preview_void").flow },
  parameters: { visual: { representative: true } },
};

export const PreviewStale: Story = { args: { model: wizardOf("preview_stale").flow } };

export const Armed: Story = { args: { model: wizardOf("armed").flow } };

export const InProgress: Story = { args: { model: wizardOf("in_progress").flow } };

export const NeedsReview: Story = { args: { model: wizardOf("needs_review").flow } };

export const CompletedWithEvidence: Story = { args: { model: wizardOf("completed_with_evidence").flow } };

/** The next gate and its status; of a flow without a next gate, its last. */
const literalOf = ({ gates }: ProcessFlowViewModel) => {
  const gate = gates.find(({ position }) => position === "next") ?? gates.at(-1) ?? gates[0];
  return literals(gate.id, gateStatus(gate));
};

const current = wizardOf("preview_current").flow;
const voided = wizardOf("preview_void").flow.gates.find(({ id }) => id === "preview");
const withGate = (id: string, wrong: object) => {
  if (current.gates.every((gate) => gate.id !== id)) throw new RangeError(`The flow has no gate “${id}”.`);
  return { ...current, gates: current.gates.map((gate) => (gate.id === id ? { ...gate, ...wrong } : gate)) };
};

const states = [
  ...statesOf((id) => wizardOf(id).flow, literalOf),
  besides<ProcessFlowViewModel>("validation · postponed", withGate("validation", { verdict: "postponed" })),
  besides<ProcessFlowViewModel>(
    "preview · complete · invalidated",
    withGate("preview", { freshness: voided?.freshness }),
  ),
  ...unread<ProcessFlowViewModel>(current.id, current.title, current.gates.length),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: current },
  render: () => <StateMatrix states={states}>{(model) => <ProcessFlow model={model} />}</StateMatrix>,
  parameters: matrix,
  tags: ["!autodocs"],
};

const following: readonly State<ProcessFlowViewModel | UnreadModel>[] = [
  ...unread<ProcessFlowViewModel>(current.id, current.title, current.gates.length),
  ...(["fresh_draft", "mapping_required", "preview_current"] as const).map((id) => ({
    literal: literalOf(wizardOf(id).flow),
    reachedBy: id,
    model: wizardOf(id).flow,
  })),
];

/** With room that is kept for it, what follows stays where it is, whatever comes. */
export const RoomIsKept: Story = {
  args: { model: current },
  render: () => (
    <StateMatrix states={following}>
      {(model) => (
        <>
          <ProcessFlow model={model} reserve={7} />
          <WhatFollows />
        </>
      )}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
