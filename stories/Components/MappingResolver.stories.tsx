import type { Meta, StoryObj } from "@storybook/react-vite";
import { MappingResolver } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";
import { type MappingResolverViewModel } from "../../src/view-models/index.js";
import { besides, column, literals, matrix, StateMatrix, statesOf } from "../states.js";

const meta = {
  title: "Components/MappingResolver",
  component: MappingResolver,
  decorators: [column(760)],
} satisfies Meta<typeof MappingResolver>;

export default meta;

type Story = StoryObj<typeof meta>;

export const MappingRequired: Story = {
  args: { model: castOf("mapping_required").mappingResolver },
  parameters: { visual: { representative: true } },
};

export const MappingDirectoryNotRead: Story = { args: { model: castOf("mapping_directory_not_read").mappingResolver } };

export const MappingSkipped: Story = { args: { model: castOf("mapping_skipped").mappingResolver } };

export const PreviewCurrent: Story = { args: { model: castOf("preview_current").mappingResolver } };

export const LongNames: Story = { args: { model: castOf("long_names").mappingResolver } };

export const RightToLeftNames: Story = { args: { model: castOf("right_to_left_names").mappingResolver } };

const literalOf = ({ body }: MappingResolverViewModel) =>
  body.state === "mapping" ? literals(...body.rows.map(({ state }) => state), body.same && "same") : body.state;

const mappingResolver = castOf("mapping_required").mappingResolver;

const states = [
  ...statesOf((id) => castOf(id).mappingResolver, literalOf),
  besides<MappingResolverViewModel>("loading", {
    ...mappingResolver,
    body: { state: "loading", text: "The groups of the target are being read." },
  }),
];

/** Every state of the catalogue, and what no scenario reaches. */
export const States: Story = {
  args: { model: mappingResolver },
  render: () => (
    <StateMatrix states={states} columns={520}>
      {(model) => <MappingResolver model={model} />}
    </StateMatrix>
  ),
  parameters: matrix,
  tags: ["!autodocs"],
};
