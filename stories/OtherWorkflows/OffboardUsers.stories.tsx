import type { Meta, StoryObj } from "@storybook/react-vite";
import { offboardingFacts } from "../../examples/workflows/offboard-users-states.js";
import { offboarding, type OffboardingFacts } from "../../examples/workflows/offboard-users.js";
import { WorkflowPage } from "../workflow-page.js";

/** An offboarding, from facts alone: change them in the controls, and six components follow. */
function OffboardingPage({ facts }: { facts: OffboardingFacts }) {
  return (
    <WorkflowPage name="Offboard 500 people" question="May these accounts be closed?" models={offboarding(facts)} />
  );
}

const meta = {
  title: "Other workflows/Offboard 500 people",
  component: OffboardingPage,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof OffboardingPage>;

export default meta;

type Story = StoryObj<typeof meta>;

export const offboarding_unmatched: Story = { args: { facts: offboardingFacts.offboarding_unmatched } };

export const offboarding_last_administrators: Story = {
  args: { facts: offboardingFacts.offboarding_last_administrators },
};

export const offboarding_void: Story = { args: { facts: offboardingFacts.offboarding_void } };

export const offboarding_armed: Story = { args: { facts: offboardingFacts.offboarding_armed } };

export const offboarding_running: Story = { args: { facts: offboardingFacts.offboarding_running } };

export const offboarding_unanswered: Story = { args: { facts: offboardingFacts.offboarding_unanswered } };
