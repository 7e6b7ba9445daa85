import type { Meta, StoryObj } from "@storybook/react-vite";
import { RunTimeline } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";
import { type RunTimelineViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/RunTimeline",
  component: RunTimeline,
  decorators: [column(760)],
} satisfies Meta<typeof RunTimeline>;

export default meta;

type Story = StoryObj<typeof meta>;

export const FreshDraft: Story = { args: { model: castOf("fresh_draft").timeline } };

export const PreviewVoid: Story = { args: { model: castOf("preview_void").timeline } };

export const InProgress: Story = { args: { model: castOf("in_progress").timeline } };

export const Failed: Story = { args: { model: castOf("failed").timeline } };

export const CompletedWithEvidence: Story = {
  args: { model: castOf("completed_with_evidence").timeline },
  parameters: { visual: { representative: true } },
};

const literalOf = ({ body }: RunTimelineViewModel) =>
  body.state === "recorded" ? literals(body.state, body.events.at(-1)?.status) : body.state;

const timeline = castOf("completed_with_evidence").timeline;

const states = [
  ...statesOf((id) => castOf(id).timeline, literalOf),
  besides<RunTimelineViewModel>("empty", { ...timeline, body: { state: "empty", text: "Nothing is recorded." } }),
  besides<RunTimelineViewModel>("loading", {
    ...timeline,
    body: { state: "loading", text: "The record is being read." },
  }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: timeline },
  render: () => (
    <StateMatrix states={states} columns={520}>
      {(model) => <RunTimeline model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
