import type { Meta, StoryObj } from "@storybook/react-vite";
import { promotionFacts } from "../../examples/workflows/promote-migration-states.js";
import { promotion, type PromotionFacts } from "../../examples/workflows/promote-migration.js";
import { WorkflowPage } from "../workflow-page.js";

/** A promotion, from facts alone: change them in the controls, and six components follow. */
function PromotionPage({ facts }: { facts: PromotionFacts }) {
  return (
    <WorkflowPage
      name="Promote a database migration"
      question="May this migration run in production?"
      models={promotion(facts)}
    />
  );
}

const meta = {
  title: "Other workflows/Promote a database migration",
  component: PromotionPage,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof PromotionPage>;

export default meta;

type Story = StoryObj<typeof meta>;

export const promotion_unread: Story = { args: { facts: promotionFacts.promotion_unread } };

export const promotion_waits_too_long: Story = { args: { facts: promotionFacts.promotion_waits_too_long } };

export const promotion_way_back_not_tried: Story = { args: { facts: promotionFacts.promotion_way_back_not_tried } };

export const promotion_void: Story = { args: { facts: promotionFacts.promotion_void } };

export const promotion_armed: Story = { args: { facts: promotionFacts.promotion_armed } };

export const promotion_lost: Story = { args: { facts: promotionFacts.promotion_lost } };
