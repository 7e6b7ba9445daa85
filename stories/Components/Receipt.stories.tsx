import type { Meta, StoryObj } from "@storybook/react-vite";
import { Receipt } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";
import { type ReceiptViewModel } from "../../src/view-models/index.js";
import { besides, column, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/Receipt",
  component: Receipt,
  decorators: [column(760)],
} satisfies Meta<typeof Receipt>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewCurrent: Story = { args: { model: castOf("preview_current").receipt } };

export const CompletedWithEvidence: Story = {
  args: { model: castOf("completed_with_evidence").receipt },
  parameters: { visual: { representative: true } },
};

export const NeedsReview: Story = { args: { model: castOf("needs_review").receipt } };

const receipt = castOf("completed_with_evidence").receipt;

const states = [
  ...statesOf(
    (id) => castOf(id).receipt,
    ({ body }) => body.state,
  ),
  ...(receipt.body.state === "issued"
    ? [
        besides<ReceiptViewModel>("issued · a code in words of ours", {
          ...receipt,
          body: {
            ...receipt.body,
            sections: [
              {
                id: "codes",
                title: "Codes",
                rows: [{ id: "code", label: { text: "Code" }, value: { text: "0".repeat(120) }, format: "code" }],
                more: null,
              },
            ],
          },
        }),
      ]
    : []),
  besides<ReceiptViewModel>("loading", { ...receipt, body: { state: "loading", text: "The receipt is being read." } }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: receipt },
  render: () => (
    <StateMatrix states={states} columns={520}>
      {(model) => <Receipt model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
