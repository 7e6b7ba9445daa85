import type { Meta, StoryObj } from "@storybook/react-vite";
import { SemanticDiff } from "../../src/index.js";
import { castOf, wizardOf } from "../../src/testing/scenarios/index.js";
import { type SemanticDiffViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/SemanticDiff",
  component: SemanticDiff,
  decorators: [column(760)],
} satisfies Meta<typeof SemanticDiff>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewRequired: Story = { args: { model: castOf("preview_required").semanticDiff } };

export const PreviewCurrent: Story = {
  args: { model: castOf("preview_current").semanticDiff },
  parameters: { visual: { representative: true } },
};

export const PreviewVoid: Story = { args: { model: castOf("preview_void").semanticDiff } };

export const PreviewStale: Story = { args: { model: castOf("preview_stale").semanticDiff } };

export const EnforcementBegins: Story = { args: { model: castOf("enforcement_begins").semanticDiff } };

const literalOf = ({ body }: SemanticDiffViewModel) =>
  body.state === "compared"
    ? literals(body.freshness.state, ...body.items.map(({ state }) => state), body.more !== null && "more")
    : body.state;

const semanticDiff = castOf("preview_current").semanticDiff;
const underWay = wizardOf("preview_running").flow.gates.find(({ verdict }) => verdict === "running")?.reason ?? null;

const states = [
  // Ten thousand items are a test of speed, and no other look.
  ...statesOf((id) => (id.startsWith("ten_thousand") ? null : castOf(id).semanticDiff), literalOf),
  besides<SemanticDiffViewModel>("loading", {
    ...semanticDiff,
    body: { state: "loading", text: "The preview is being read." },
  }),
  besides<SemanticDiffViewModel>("not_run · activity", {
    ...castOf("preview_required").semanticDiff,
    activity: underWay,
  }),
  besides<SemanticDiffViewModel>("invalidated · activity", {
    ...castOf("preview_void").semanticDiff,
    activity: underWay,
  }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: semanticDiff },
  render: () => (
    <StateMatrix states={states} columns={520}>
      {(model) => <SemanticDiff model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
