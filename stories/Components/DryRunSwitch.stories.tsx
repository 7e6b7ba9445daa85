import type { Meta, StoryObj } from "@storybook/react-vite";
import { DryRunSwitch } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/DryRunSwitch",
  component: DryRunSwitch,
} satisfies Meta<typeof DryRunSwitch>;

export default meta;

type Story = StoryObj<typeof meta>;

/** On: nothing can be written. */
export const PreviewCurrent: Story = { args: { model: castOf("preview_current").dryRunSwitch } };

/** Off: the note says what would be written to. */
export const Armed: Story = {
  args: { model: castOf("armed").dryRunSwitch },
  parameters: { visual: { representative: true } },
};

export const Viewer: Story = { args: { model: castOf("viewer").dryRunSwitch } };

/** What stood when the run was queued; nobody turns it any more. */
export const CompletedWithEvidence: Story = { args: { model: castOf("completed_with_evidence").dryRunSwitch } };
