import type { Meta, StoryObj } from "@storybook/react-vite";
import { BackupQualitySummary } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";
import { type BackupQualitySummaryViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf, unread } from "../states.js";

const meta = {
  title: "Components/BackupQualitySummary",
  component: BackupQualitySummary,
  decorators: [column(760)],
} satisfies Meta<typeof BackupQualitySummary>;

export default meta;

type Story = StoryObj<typeof meta>;

export const SourceSelected: Story = {
  args: { model: wizardOf("source_selected").quality },
  parameters: { visual: { representative: true } },
};

export const SourceQualityNotRecorded: Story = { args: { model: wizardOf("source_quality_not_recorded").quality } };

export const SourceEmpty: Story = { args: { model: wizardOf("source_empty").quality } };

const literalOf = ({ rows }: BackupQualitySummaryViewModel) =>
  literals(
    ...rows.map(({ measure }) => measure.state),
    rows.some(({ emphasis }) => emphasis === "attention") && "attention",
  );

const quality = wizardOf("source_selected").quality;
const [first, second, ...others] = quality.rows;
const { measure } = wizardOf("fresh_draft").quality.rows[0];

const states = [
  ...statesOf((id) => wizardOf(id).quality, literalOf),
  besides<BackupQualitySummaryViewModel>("unavailable · known", {
    ...quality,
    rows: [{ ...first, measure }, second, ...others],
  }),
  besides<BackupQualitySummaryViewModel>("unavailable, in other words", {
    ...quality,
    rows: [
      { ...first, measure },
      { ...second, measure: { state: "unavailable", text: "Lost", reason: "The record was lost." } },
    ],
  }),
  besides<BackupQualitySummaryViewModel>("estimated", {
    ...quality,
    rows: [{ ...first, measure: { state: "estimated", text: "About 150", reason: "Nobody counted them." } }],
  }),
  ...unread<BackupQualitySummaryViewModel>(quality.id, quality.title, quality.rows.length),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: quality },
  render: () => <StateMatrix states={states}>{(model) => <BackupQualitySummary model={model} />}</StateMatrix>,
  parameters: matrix,
  tags: ["!autodocs"],
};
