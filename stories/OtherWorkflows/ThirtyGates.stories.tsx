import type { Meta, StoryObj } from "@storybook/react-vite";
import { CompactSafetyStatus, DecisionCard, ProcessFlow } from "../../src/index.js";
import { workflowOf } from "../../src/testing/scenarios/index.js";

/** A workflow with more gates than a page was drawn for. */
function ThirtyGatesPage({ id }: { id: "thirty_gates" | "thirty_gates_complete" }) {
  const { decision, flow, compact } = workflowOf(id);
  return (
    <main className="cr:@container cr:mx-auto cr:max-w-[760px] cr:text-sm cr:text-ink">
      <h1 className="cr:pb-5 cr:text-xl cr:tracking-[-0.012em] cr:text-ink-muted">What stands in the way?</h1>
      <DecisionCard model={decision} />
      <CompactSafetyStatus model={compact} />
      <ProcessFlow model={flow} count="hidden" density="compact" />
    </main>
  );
}

const meta = {
  title: "Other workflows/Thirty gates",
  component: ThirtyGatesPage,
} satisfies Meta<typeof ThirtyGatesPage>;

export default meta;

type Story = StoryObj<typeof meta>;

export const thirty_gates: Story = { args: { id: "thirty_gates" } };

export const thirty_gates_complete: Story = { args: { id: "thirty_gates_complete" } };
