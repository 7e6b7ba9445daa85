import type { Meta, StoryObj } from "@storybook/react-vite";
import { ResultSummary } from "../../src/index.js";
import { resultOf } from "../../src/testing/scenarios/index.js";
import { type ResultSummaryViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/ResultSummary",
  component: ResultSummary,
  decorators: [column(760)],
} satisfies Meta<typeof ResultSummary>;

export default meta;

type Story = StoryObj<typeof meta>;

export const InProgress: Story = { args: { model: resultOf("in_progress").summary } };

export const CompletedWithEvidence: Story = { args: { model: resultOf("completed_with_evidence").summary } };

export const NeedsReview: Story = {
  args: { model: resultOf("needs_review").summary },
  parameters: { visual: { representative: true } },
};

export const NeedsReviewCountsOnly: Story = { args: { model: resultOf("needs_review_counts_only").summary } };

export const Failed: Story = { args: { model: resultOf("failed").summary } };

export const BlockedOrCancelled: Story = { args: { model: resultOf("blocked_or_cancelled").summary } };

export const CompletedWithoutCounts: Story = { args: { model: resultOf("completed_without_counts").summary } };

const literalOf = ({ body }: ResultSummaryViewModel) =>
  body.state === "counted"
    ? literals(
        ...body.counts.map(({ id, measure }) => measure.state === "known" && measure.value > 0 && id),
        body.rows.state === "missing" && "rows_missing",
      )
    : body.state;

const summary = resultOf("needs_review").summary;

const [count] = summary.body.state === "counted" ? summary.body.counts : [];

const states = [
  ...statesOf((id) => resultOf(id).summary, literalOf),
  besides<ResultSummaryViewModel>("loading", {
    ...summary,
    body: { state: "loading", text: "The result is being read." },
  }),
  ...(summary.body.state === "counted" && count !== undefined
    ? [
        besides<ResultSummaryViewModel>("a count is not known", {
          ...summary,
          body: {
            ...summary.body,
            counts: [
              {
                ...count,
                measure: { state: "unavailable", text: "Not recorded", reason: "The record ends before it." },
              },
            ],
          },
        }),
      ]
    : []),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: summary },
  render: () => (
    <StateMatrix states={states} columns={440}>
      {(model) => <ResultSummary model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
