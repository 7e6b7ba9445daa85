import type { Meta, StoryObj } from "@storybook/react-vite";
import { rotation, type RotationFacts, rotationScenarios } from "../../src/testing/index.js";
import { WorkflowPage } from "../workflow-page.js";

/** A rotation, from facts alone: change them in the controls, and six components follow. */
function RotationPage({ facts }: { facts: RotationFacts }) {
  return (
    <WorkflowPage
      name={`Rotate the signing key ${facts.oldKey}`}
      question={facts.end === null ? "Can the old key be retired?" : "What became of the old key?"}
      models={rotation("rotation", facts)}
    />
  );
}

const meta = {
  title: "Other workflows/Rotate a signing key",
  component: RotationPage,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof RotationPage>;

export default meta;

type Story = StoryObj<typeof meta>;

function factsOf(id: (typeof rotationScenarios)[number]["id"]): RotationFacts {
  const found = rotationScenarios.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`There is no state “${id}” of a rotation.`);
  return found.facts;
}

export const rotation_draft: Story = { args: { facts: factsOf("rotation_draft") } };

export const rotation_blocked: Story = { args: { facts: factsOf("rotation_blocked") } };

export const rotation_void: Story = { args: { facts: factsOf("rotation_void") } };

export const rotation_armed: Story = { args: { facts: factsOf("rotation_armed") } };

export const rotation_running: Story = { args: { facts: factsOf("rotation_running") } };

export const rotation_done: Story = { args: { facts: factsOf("rotation_done") } };
