import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { CollapsedDiagnostics } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";
import { type CollapsedDiagnosticsViewModel } from "../../src/view-models/index.js";
import { besides, column, matrix, StateMatrix, statesOf, unread } from "../states.js";

const meta = {
  title: "Components/CollapsedDiagnostics",
  component: CollapsedDiagnostics,
  decorators: [column(760)],
  args: { model: wizardOf("preview_current").diagnostics },
} satisfies Meta<typeof CollapsedDiagnostics>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewCurrent: Story = {};

export const PreviewCurrentOpened: Story = {
  play: async ({ canvasElement }) => {
    const control = within(canvasElement).getByRole("button");
    await userEvent.click(control);
    await expect(control).toHaveAttribute("aria-expanded", "true");
  },
  parameters: { visual: { representative: true } },
};

const literalOf = ({ entries }: CollapsedDiagnosticsViewModel) => `${entries.length} entries`;

const diagnostics = wizardOf("preview_current").diagnostics;

const states = [
  ...statesOf((id) => wizardOf(id).diagnostics, literalOf),
  besides<CollapsedDiagnosticsViewModel>("0 entries", {
    ...diagnostics,
    summary: "0 entries, no raw payload",
    entries: [],
  }),
  ...unread<CollapsedDiagnosticsViewModel>(diagnostics.id, diagnostics.title),
];

/** Why nothing can be shown may take more than a line, and no line is longer than what is read with ease. */
export const CouldNotBeRead: Story = {
  args: {
    model: {
      contract: diagnostics.contract,
      id: diagnostics.id,
      title: diagnostics.title,
      state: "failed",
      text: "The run could not be read: the server did not answer within thirty seconds. Nothing is known of it, and of what was shown before nothing is known to hold.",
      action: { kind: "callback", id: "read_again", label: "Read the run again" },
    },
  },
};

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: diagnostics },
  render: () => <StateMatrix states={states}>{(model) => <CollapsedDiagnostics model={model} />}</StateMatrix>,
  parameters: matrix,
  tags: ["!autodocs"],
};
