import type { Meta, StoryObj } from "@storybook/react-vite";
import { InterruptedScenario } from "./restore-pages.js";

/** What stands between the operator and the run: what happened, what is known, what was not lost, and one way forward. */
const meta = {
  title: "Restore/Between",
  component: InterruptedScenario,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof InterruptedScenario>;

export default meta;
type Story = StoryObj<typeof meta>;

export const session_ended: Story = { args: { id: "session_ended" } };

export const not_allowed: Story = { args: { id: "not_allowed" } };

export const not_found: Story = { args: { id: "not_found" } };

export const refused: Story = { args: { id: "refused" } };

export const run_moved: Story = { args: { id: "run_moved" } };

export const not_accepted: Story = { args: { id: "not_accepted" } };

export const too_many_requests: Story = { args: { id: "too_many_requests" } };

export const failed: Story = { args: { id: "failed" } };

export const offline: Story = { args: { id: "offline" } };

export const execution_unknown: Story = { args: { id: "execution_unknown" } };

export const execution_not_queued: Story = { args: { id: "execution_not_queued" } };
