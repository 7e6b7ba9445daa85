import type { Meta, StoryObj } from "@storybook/react-vite";
import { CheckList } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const meta = {
  title: "Components/CheckList",
  component: CheckList,
  decorators: [
    (Story) => (
      <div style={{ maxWidth: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CheckList>;

export default meta;

type Story = StoryObj<typeof meta>;

export const ChecksRequired: Story = { args: { model: castOf("checks_required").checkList } };

export const ChecksBlocking: Story = {
  args: { model: castOf("checks_blocking").checkList },
  parameters: { visual: { representative: true } },
};

export const ChecksNotEvaluated: Story = { args: { model: castOf("checks_not_evaluated").checkList } };

export const CheckAccepted: Story = { args: { model: castOf("check_accepted").checkList } };

export const EnforcementBegins: Story = { args: { model: castOf("enforcement_begins").checkList } };

export const ScopeChanged: Story = { args: { model: castOf("scope_changed").checkList } };

export const PreviewCurrent: Story = { args: { model: castOf("preview_current").checkList } };
