import type { Meta, StoryObj } from "@storybook/react-vite";
import { CheckList } from "../../src/index.js";
import { castOf, wizardOf } from "../../src/testing/scenarios/index.js";
import { type CheckListViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/CheckList",
  component: CheckList,
  decorators: [column(760)],
} satisfies Meta<typeof CheckList>;

export default meta;

type Story = StoryObj<typeof meta>;

export const ChecksRequired: Story = { args: { model: castOf("checks_required").checkList } };

export const ChecksBlocking: Story = {
  args: { model: castOf("checks_blocking").checkList },
  parameters: { visual: { representative: true } },
};

export const ChecksNotEvaluated: Story = { args: { model: castOf("checks_not_evaluated").checkList } };

export const CheckAccepted: Story = { args: { model: castOf("check_accepted").checkList } };

export const EnforcementBegins: Story = { args: { model: castOf("enforcement_begins").checkList } };

export const ScopeChanged: Story = { args: { model: castOf("scope_changed").checkList } };

export const PreviewCurrent: Story = { args: { model: castOf("preview_current").checkList } };

const underWay = wizardOf("checks_running").flow.gates.find(({ verdict }) => verdict === "running")?.reason ?? null;

/** Checks that hold are asked for once more. The restore says so above its list, and other hosts in it. */
export const ChecksRunningAgain: Story = {
  args: { model: { ...castOf("checks_running_again").checkList, activity: underWay } },
};

const literalOf = ({ body }: CheckListViewModel) =>
  body.state === "checked"
    ? literals(
        body.freshness.state,
        ...body.groups.map(({ id, findings }) => findings.length > 0 && id),
        body.groups.some(({ accepted }) => accepted !== null) && "accepted",
      )
    : body.state;

const checkList = castOf("checks_blocking").checkList;

const states = [
  ...statesOf((id) => castOf(id).checkList, literalOf),
  besides<CheckListViewModel>("loading", {
    ...checkList,
    body: { state: "loading", text: "The checks are being read." },
  }),
  besides<CheckListViewModel>("not_run · activity", { ...castOf("checks_required").checkList, activity: underWay }),
  besides<CheckListViewModel>("invalidated · activity", { ...castOf("scope_changed").checkList, activity: underWay }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: checkList },
  render: () => (
    <StateMatrix states={states} columns={520}>
      {(model) => <CheckList model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
