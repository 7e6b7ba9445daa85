import type { Meta, StoryObj } from "@storybook/react-vite";
import { TypedConfirmation } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/TypedConfirmation",
  component: TypedConfirmation,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof TypedConfirmation>;

export default meta;

type Story = StoryObj<typeof meta>;

export const ConfirmationOpen: Story = { args: { model: castOf("confirmation_open").typedConfirmation } };

export const ConfirmationDiffers: Story = {
  args: { model: castOf("confirmation_differs").typedConfirmation },
  parameters: { visual: { representative: true } },
};

export const Armed: Story = { args: { model: castOf("armed").typedConfirmation } };

export const Viewer: Story = { args: { model: castOf("viewer").typedConfirmation } };

export const InProgress: Story = { args: { model: castOf("in_progress").typedConfirmation } };

export const LongNames: Story = { args: { model: castOf("long_names").typedConfirmation } };
