import type { Meta, StoryObj } from "@storybook/react-vite";
import { EnvironmentBadge, type EnvironmentBadgeProps } from "../../src/index.js";
import { contractVersion } from "../../src/view-models/index.js";
import { matrix, type State, StateMatrix, variant } from "../states.js";

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

const sizes = ["large", "small"] as const;
const environments = { prod: "Prod", test: "Test", staging: "Staging" };

const states: readonly State<EnvironmentBadgeProps>[] = Object.entries(environments).flatMap(([environment, text]) =>
  sizes.map((size) =>
    variant(`${environment} · ${size}`, { model: { contract: contractVersion, environment, text }, size }),
  ),
);

/** Both environments in both sizes, and one that the contract does not know. */
export const States: Story = {
  args: { model: { contract: contractVersion, environment: "prod", text: "Prod" } },
  render: () => (
    <StateMatrix states={states} columns={160}>
      {/* It takes the colour of the text that it stands in. */}
      {(props) => (
        <span className="cr:text-ink">
          <EnvironmentBadge {...props} />
        </span>
      )}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
