import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { MappingPickerDialog } from "../../src/index.js";
import { castOf, type RestoreScenarioId } from "../../src/testing/scenarios/index.js";
import type { MappingPicker } from "../../src/view-models/index.js";
import { literals, matrix, StateMatrix, statesOf, variant } from "../states.js";

/** The picker that a scenario offers for its groups; null where it maps nothing. */
function offeredIn(id: RestoreScenarioId): MappingPicker | null {
  const { body } = castOf(id).mappingResolver;
  return body.state === "mapping" ? (body.pickers[0] ?? null) : null;
}

function pickerOf(id: RestoreScenarioId): MappingPicker {
  const picker = offeredIn(id);
  if (picker === null) throw new RangeError(`Scenario “${id}” maps nothing.`);
  return picker;
}

const meta = {
  title: "Components/MappingPickerDialog",
  component: MappingPickerDialog,
  parameters: { layout: "fullscreen" },
  args: {
    open: true,
    source: { external: "Field kiosks" },
    usage: "Group, used by 4 items",
    chosen: null,
    onClose: () => undefined,
    onUse: () => undefined,
  },
} satisfies Meta<typeof MappingPickerDialog>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Opened again on what was chosen before. */
export const Open: Story = {
  args: { model: pickerOf("mapping_required"), chosen: "retail-kiosks" },
  parameters: { visual: { representative: true } },
};

export const DirectoryNotRead: Story = { args: { model: pickerOf("mapping_directory_not_read") } };

export const DirectoryBeingRead: Story = { args: { model: pickerOf("mapping_directory_being_read") } };

export const DirectorySyncFailed: Story = { args: { model: pickerOf("mapping_directory_sync_failed") } };

const literalOf = (model: MappingPicker) =>
  literals(
    model.state,
    model.sync ? `sync ${model.sync.status}` : null,
    model.state === "filled" ? (model.action?.kind ?? "no sync here") : model.primaryAction.kind,
  );

function sum(heights: readonly number[]): number {
  return heights.reduce((all, height) => all + height, 0);
}

const filled = pickerOf("mapping_required");

const states = [
  ...statesOf(offeredIn, literalOf).map((state) => ({ ...state, model: { model: state.model, chosen: null } })),
  variant<{ model: MappingPicker; chosen: string | null }>("filled · chosen", {
    model: filled,
    chosen: "retail-kiosks",
  }),
];

/** Every state of the catalogue. A page has one modal dialog at a time; here each stands where it is drawn. */
export const States: Story = {
  args: { model: filled },
  beforeEach: () => {
    const dialog = HTMLDialogElement.prototype;
    const modal = Object.getOwnPropertyDescriptor(dialog, "showModal");
    dialog.showModal = function inPlace(this: HTMLDialogElement) {
      // Not shown by `show()`, which would take focus, and scroll to it.
      this.open = true;
    };
    return () => {
      if (modal !== undefined) Object.defineProperty(dialog, "showModal", modal);
    };
  },
  render: ({ source, usage, onClose, onUse }) => (
    <div style={{ padding: 16 }}>
      <StateMatrix states={states} columns={520}>
        {(props) => (
          <MappingPickerDialog
            {...props}
            source={source}
            usage={usage}
            open
            onClose={onClose}
            onUse={onUse}
            style={{ position: "static", width: "auto", maxHeight: "none" }}
          />
        )}
      </StateMatrix>
    </div>
  ),
  // Entries are measured once they are drawn, and the page is as tall as they are.
  play: ({ canvas }) =>
    waitFor(async () => {
      const drawn = canvas.getAllByRole("option").map((entry) => entry.getBoundingClientRect().height);
      const lists = canvas
        .getAllByRole("listbox")
        .map((list) => list.firstElementChild?.getBoundingClientRect().height ?? 0);
      await expect(sum(lists)).toBe(sum(drawn));
    }),
  parameters: matrix,
  tags: ["!autodocs"],
};
