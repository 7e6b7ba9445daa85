import type { Meta, StoryObj } from "@storybook/react-vite";
import { MappingResolver } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/MappingResolver",
  component: MappingResolver,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof MappingResolver>;

export default meta;

type Story = StoryObj<typeof meta>;

export const MappingRequired: Story = {
  args: { model: castOf("mapping_required").mappingResolver },
  parameters: { visual: { representative: true } },
};

export const MappingDirectoryNotRead: Story = { args: { model: castOf("mapping_directory_not_read").mappingResolver } };

export const MappingSkipped: Story = { args: { model: castOf("mapping_skipped").mappingResolver } };

export const PreviewCurrent: Story = { args: { model: castOf("preview_current").mappingResolver } };

export const LongNames: Story = { args: { model: castOf("long_names").mappingResolver } };

export const RightToLeftNames: Story = { args: { model: castOf("right_to_left_names").mappingResolver } };
