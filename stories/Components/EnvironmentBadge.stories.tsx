import type { Meta, StoryObj } from "@storybook/react-vite";
import { EnvironmentBadge } from "../../src/index.js";
import { contractVersion } from "../../src/view-models/index.js";

const meta = { title: "Components/EnvironmentBadge", component: EnvironmentBadge } satisfies Meta<
  typeof EnvironmentBadge
>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Prod: Story = {
  args: { model: { contract: contractVersion, environment: "prod", text: "Prod" }, size: "large" },
  parameters: { visual: { representative: true } },
};

export const Test: Story = { args: { model: { contract: contractVersion, environment: "test", text: "Test" } } };
