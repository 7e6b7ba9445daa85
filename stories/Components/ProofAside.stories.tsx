import type { Meta, StoryObj } from "@storybook/react-vite";
import { ProofAside } from "../../src/index.js";
import { resultOf, wizardOf } from "../../src/testing/scenarios/index.js";
import { type ProofAsideViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf, unread } from "../states.js";

const meta = {
  title: "Components/ProofAside",
  component: ProofAside,
  decorators: [column(320)],
} satisfies Meta<typeof ProofAside>;

export default meta;

type Story = StoryObj<typeof meta>;

export const SourceSelected: Story = { args: { model: wizardOf("source_selected").proof } };

export const InProgress: Story = {
  args: { model: resultOf("in_progress").proof },
  parameters: { visual: { representative: true } },
};

export const CompletedWithEvidence: Story = { args: { model: resultOf("completed_with_evidence").proof } };

const literalOf = ({ facts }: ProofAsideViewModel) => literals(...facts.map(({ state }) => state));

const proof = resultOf("completed_with_evidence").proof;

const states = [
  ...statesOf((id) => resultOf(id).proof, literalOf),
  besides<ProofAsideViewModel>("disputed", {
    ...proof,
    facts: proof.facts.map((fact) => (fact.state === "available" ? { ...fact, state: "disputed" } : fact)),
  }),
  ...unread<ProofAsideViewModel>(proof.id, proof.title, proof.facts.length),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: proof },
  render: () => (
    <StateMatrix states={states} columns={320}>
      {(model) => <ProofAside model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
