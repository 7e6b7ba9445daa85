import type { Meta, StoryObj } from "@storybook/react-vite";
import { MappingPickerDialog } from "../../src/index.js";
import { castOf, type RestoreScenarioId } from "../../src/testing/scenarios/index.js";
import type { MappingPicker } from "../../src/view-models/index.js";

/** The picker that a scenario offers for its groups. */
function pickerOf(id: RestoreScenarioId): MappingPicker {
  const { body } = castOf(id).mappingResolver;
  const [picker] = body.state === "mapping" ? body.pickers : [];
  if (picker === undefined) throw new RangeError(`Scenario “${id}” maps nothing.`);
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
