import type { Meta, StoryObj } from "@storybook/react-vite";
import { DecisionCard } from "../../src/index.js";
import { resultOf, scenario, wizardOf } from "../../src/testing/scenarios/index.js";
import type { DecisionCardViewModel, UnreadModel } from "../../src/view-models/index.js";
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
  title: "Components/DecisionCard",
  component: DecisionCard,
  decorators: [column(760)],
} satisfies Meta<typeof DecisionCard>;

export default meta;

type Story = StoryObj<typeof meta>;

export const MappingRequired: Story = { args: { model: wizardOf("mapping_required").decision } };

export const PreviewVoid: Story = {
  args: { model: wizardOf("preview_void").decision },
  parameters: { visual: { representative: true } },
};

export const TargetDiffers: Story = { args: { model: wizardOf("target_differs").decision } };

export const Armed: Story = { args: { model: wizardOf("armed").decision } };

export const NotExecuted: Story = { args: { model: resultOf("not_executed").decision } };

export const InProgress: Story = { args: { model: resultOf("in_progress").decision } };

export const CompletedProofIncomplete: Story = { args: { model: resultOf("completed_proof_incomplete").decision } };

export const CompletedWithEvidence: Story = { args: { model: resultOf("completed_with_evidence").decision } };

export const CompletedWithFollowUp: Story = { args: { model: resultOf("completed_with_follow_up").decision } };

export const NeedsReview: Story = { args: { model: resultOf("needs_review").decision } };

export const Failed: Story = { args: { model: resultOf("failed").decision } };

export const BlockedOrCancelled: Story = { args: { model: resultOf("blocked_or_cancelled").decision } };

const literalOf = ({ status, primaryAction, claim, attention }: DecisionCardViewModel) =>
  literals(status.literal, primaryAction.kind, claim !== null && "claim", attention !== null && "attention_note");

const armed = wizardOf("armed").decision;
const viewer = wizardOf("viewer").decision;

const states = [
  ...statesOf((id) => (scenario(id).step === "result" ? resultOf(id).decision : wizardOf(id).decision), literalOf),
  besides<DecisionCardViewModel>("archived", {
    ...armed,
    status: { literal: "archived", text: "Archived", at: null },
  }),
  besides<DecisionCardViewModel>("unknown · blocked", {
    ...viewer,
    status: { literal: "unknown", text: "Not known", at: null },
  }),
  ...unread<DecisionCardViewModel>(armed.id, armed.name),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: armed },
  render: () => <StateMatrix states={states}>{(model) => <DecisionCard model={model} />}</StateMatrix>,
  parameters: matrix,
  tags: ["!autodocs"],
};

const queued = resultOf("queued").decision;

const following: readonly State<DecisionCardViewModel | UnreadModel>[] = [
  ...unread<DecisionCardViewModel>(queued.id, queued.name),
  ...(["queued", "completed_with_evidence", "needs_review"] as const).map((id) => ({
    literal: literalOf(resultOf(id).decision),
    reachedBy: id,
    model: resultOf(id).decision,
  })),
];

/** With room that is kept for it, what follows stays where it is, whatever comes. */
export const RoomIsKept: Story = {
  args: { model: queued },
  render: () => (
    <StateMatrix states={following}>
      {(model) => (
        <>
          <DecisionCard model={model} reserve={12} />
          <WhatFollows />
        </>
      )}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
