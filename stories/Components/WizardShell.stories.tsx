import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  ActionControl,
  CollapsedDiagnostics,
  DecisionCard,
  FreshnessBand,
  ProofAside,
  StepRail,
  WizardShell,
  type WizardShellProps,
} from "../../src/index.js";
import { type RestoreScenarioId, wizardOf } from "../../src/testing/scenarios/index.js";
import {
  contractVersion,
  type FreshnessBandViewModel,
  type WizardShellViewModel,
} from "../../src/view-models/index.js";
import { matrix, type State, StateMatrix, variant } from "../states.js";

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

interface Frame {
  readonly model: WizardShellViewModel;
  /** What a scenario says inside the frame. */
  readonly said: ReturnType<typeof wizardOf>;
  /** Whether the host gave more than the decision. */
  readonly whole: boolean;
  readonly refusal: FreshnessBandViewModel | null;
}

const { model: shell } = shellOf("preview_current");

const on = (environment: "prod" | "test", text: string) => ({
  label: { external: `Contoso ${text}` },
  badge: { contract: contractVersion, environment, text },
});

const frame = (literal: string, given: Partial<Frame>): State<Frame> =>
  variant<Frame>(literal, { model: shell, said: wizardOf("preview_current"), whole: true, refusal: null, ...given });

const states = [
  frame("prod · status told", { model: { ...shell, target: on("prod", "Prod") } }),
  frame("test", { model: { ...shell, target: on("test", "Test") } }),
  frame("target not known · status not told", { model: { ...shell, target: null, status: null } }),
  frame("refused by the host", {
    refusal: {
      contract: contractVersion,
      id: "refused",
      freshness: { state: "stale", word: "Stale", at: null, reason: "Somebody else changed the run." },
      text: "This page is behind the run",
      action: { kind: "callback", id: "load_again", label: "Load again" },
    },
  }),
  frame("the decision alone", { whole: false }),
];

/** What a page may hold and lack. A frame is as narrow as its column here, so that it has one column itself. */
export const States: Story = {
  args: shellOf("preview_current"),
  render: () => (
    <div style={{ padding: 16 }}>
      <StateMatrix states={states} columns={480}>
        {({ model, said, whole, refusal }) => (
          <article>
            <WizardShell
              model={model}
              rail={whole && <StepRail model={said.rail} />}
              problem={refusal !== null && <FreshnessBand model={refusal} />}
              footer={whole && said.back !== null && <ActionControl model={said.back} />}
              aside={whole && <ProofAside model={said.proof} />}
              tail={whole && <CollapsedDiagnostics model={said.diagnostics} />}
            >
              <DecisionCard model={said.decision} />
            </WizardShell>
          </article>
        )}
      </StateMatrix>
    </div>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
