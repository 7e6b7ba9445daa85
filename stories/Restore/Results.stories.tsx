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

export const nothing_previewed: Story = { args: { id: "nothing_previewed" } };

export const needs_review_counts_only: Story = { args: { id: "needs_review_counts_only" } };

export const operation_failed_first: Story = { args: { id: "operation_failed_first" } };

export const completed_without_counts: Story = { args: { id: "completed_without_counts" } };

export const without_counts: Story = { args: { id: "without_counts" } };

export const evidence_generating: Story = { args: { id: "evidence_generating" } };

export const evidence_not_authorised: Story = { args: { id: "evidence_not_authorised" } };

export const ten_thousand_outcomes: Story = { args: { id: "ten_thousand_outcomes" } };
