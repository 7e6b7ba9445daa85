import type { Meta, StoryObj } from "@storybook/react-vite";
import { ResultScenario } from "./restore-pages.js";

const meta = {
  title: "Restore/Results",
  component: ResultScenario,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof ResultScenario>;

export default meta;
type Story = StoryObj<typeof meta>;

export const not_executed: Story = { args: { id: "not_executed" } };

export const in_progress: Story = { args: { id: "in_progress" } };

export const completed_proof_incomplete: Story = { args: { id: "completed_proof_incomplete" } };

export const completed_with_evidence: Story = { args: { id: "completed_with_evidence" } };

export const completed_with_follow_up: Story = { args: { id: "completed_with_follow_up" } };

export const needs_review: Story = { args: { id: "needs_review" } };

export const failed: Story = { args: { id: "failed" } };

export const blocked_or_cancelled: Story = { args: { id: "blocked_or_cancelled" } };

export const blocked_before_writes: Story = { args: { id: "blocked_before_writes" } };

export const queued: Story = { args: { id: "queued" } };

export const evidence_foreign: Story = { args: { id: "evidence_foreign" } };

export const cancelled_after_writes: Story = { args: { id: "cancelled_after_writes" } };
