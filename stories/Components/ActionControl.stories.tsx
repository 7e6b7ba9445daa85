import type { Meta, StoryObj } from "@storybook/react-vite";
import { ActionControl, type ActionControlProps } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";
import type { ActionModel } from "../../src/view-models/index.js";
import { column, literals, matrix, type State, StateMatrix, variant } from "../states.js";

const meta = {
  title: "Components/ActionControl",
  component: ActionControl,
  decorators: [column(760)],
} satisfies Meta<typeof ActionControl>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Link: Story = { args: { model: wizardOf("armed").decision.primaryAction, emphasis: "secondary" } };

export const Callback: Story = {
  args: { model: { kind: "callback", id: "run_checks", label: "Run checks" }, emphasis: "secondary" },
};

export const Blocked: Story = {
  args: {
    model: {
      kind: "blocked",
      id: "next",
      label: "Next: Safety & conflict checks",
      reason: "2 required mappings are not resolved.",
      clearedBy: {
        step: "define_restore_scope",
        anchor: "mappings",
        label: "Resolve target mappings",
        href: "#mappings",
      },
    },
    emphasis: "secondary",
  },
  parameters: { visual: { representative: true } },
};

const blocked = {
  kind: "blocked",
  id: "execute",
  label: "Restore 12 policies",
  reason: "A workspace administrator can grant the restore capability.",
  clearedBy: null,
} as const;

const waiting = { ...blocked, reason: "Checks are running since 16:40.", waits: true } as const;

/** Nobody has anything to mend: no stop sign. */
export const Waiting: Story = { args: { model: waiting, emphasis: "secondary" } };

const emphases = ["primary", "secondary", "text"] as const;
const models: readonly ActionModel[] = [
  wizardOf("armed").decision.primaryAction,
  { kind: "callback", id: "run_checks", label: "Run checks" },
  blocked,
  {
    ...blocked,
    reason: "The preview is void.",
    clearedBy: { step: "preview", anchor: "generate", label: "Go to preview", href: "#preview" },
  },
  waiting,
];

const states: readonly State<ActionControlProps>[] = models.flatMap((model) =>
  emphases.map((emphasis) =>
    variant(literals(emphasis, model.kind, model.waits && "waits", model.clearedBy && "cleared_by"), {
      model,
      emphasis,
    }),
  ),
);

/** Every kind of action in every emphasis. */
export const States: Story = {
  args: { model: blocked },
  render: () => <StateMatrix states={states}>{(props) => <ActionControl {...props} />}</StateMatrix>,
  parameters: matrix,
  tags: ["!autodocs"],
};
