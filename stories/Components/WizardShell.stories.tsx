import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  ActionControl,
  CollapsedDiagnostics,
  DecisionCard,
  ProofAside,
  StepRail,
  WizardShell,
  type WizardShellProps,
} from "../../src/index.js";
import { type RestoreScenarioId, wizardOf } from "../../src/testing/scenarios/index.js";
import { contractVersion } from "../../src/view-models/index.js";

/** A shell around what a scenario shows first. */
function shellOf(id: RestoreScenarioId, model: Partial<WizardShellProps["model"]> = {}): WizardShellProps {
  const { rail, decision, proof, diagnostics, badge, back } = wizardOf(id);
  return {
    model: {
      contract: contractVersion,
      subject: "Restore run rr_2041",
      status: "Previewed",
      target: { label: { external: "Contoso Production" }, badge },
      question: "What would happen?",
      announcement: null,
      ...model,
    },
    rail: <StepRail model={rail} />,
    children: <DecisionCard model={decision} />,
    footer: back === null ? null : <ActionControl model={back} />,
    aside: <ProofAside model={proof} />,
    tail: <CollapsedDiagnostics model={diagnostics} />,
  };
}

const meta = {
  title: "Components/WizardShell",
  component: WizardShell,
  parameters: { layout: "fullscreen" },
} satisfies Meta<typeof WizardShell>;

export default meta;

type Story = StoryObj<typeof meta>;

export const PreviewCurrent: Story = {
  args: shellOf("preview_current"),
  parameters: { visual: { representative: true } },
};

/** Which environment the page is about could not be read, so none is named. */
export const TargetNotKnown: Story = {
  args: shellOf("fresh_draft", { target: null, status: null, question: "What are we restoring from?" }),
};

/** A name that nobody expected stays inside the frame. */
export const LongNames: Story = {
  args: shellOf("armed", {
    subject: `Restore run ${"rr_2041".repeat(20)}`,
    target: { label: { external: "Contoso".repeat(30) }, badge: wizardOf("armed").badge },
  }),
};
