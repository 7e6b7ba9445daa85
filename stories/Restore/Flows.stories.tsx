import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, within } from "storybook/test";
import { inDom, kit } from "../../src/testing/index.js";
import { WizardScenario } from "./restore-pages.js";

const meta = {
  title: "Restore/Flows",
  component: WizardScenario,
  args: { live: true },
  parameters: { layout: "fullscreen" },
  tags: ["!autodocs"],
} satisfies Meta<typeof WizardScenario>;

export default meta;

// Each is named after the state that it ends in.
type Story = StoryObj<typeof meta>;

/** Three conditions stand before the button, and the keyboard alone meets them. */
export const armed: Story = {
  name: "Armed by keyboard",
  args: { id: "confirmation_open" },
  play: async ({ canvasElement, step }) => {
    const canvas = within(canvasElement);
    const page = kit(inDom(userEvent, canvasElement));
    const execute = page.actionControl(/^Restore 11 policies/);
    const press = async (control: HTMLElement, keys: string) => {
      // Without scrolling, so that the picture begins at the top of the page.
      control.focus({ preventScroll: true });
      await userEvent.keyboard(keys);
    };

    await step("While dry-run is on nothing can be started, and the button says so", async () => {
      await expect(await execute.read()).toMatchObject({
        kind: "blocked",
        reason: expect.stringMatching(/^3 conditions/),
      });
    });
    await step("Dry-run is turned off, and the impact is reviewed", async () => {
      await press(canvas.getByRole("switch"), " ");
      await expect(await page.dryRunSwitch().read()).toMatchObject({ on: false });
      await press(canvas.getByRole("checkbox"), " ");
      await expect(await execute.read()).toMatchObject({ kind: "blocked" });
    });
    await step("A letter that only looks the same opens nothing", async () => {
      await press(canvas.getByRole("textbox"), "Contoso Pr0");
      await expect(await page.typedConfirmation().read()).toMatchObject({ comparison: "different" });
      await expect(await execute.read()).toMatchObject({ kind: "blocked" });
    });
    await step("The label itself opens the button", async () => {
      await press(canvas.getByRole("textbox"), "{Backspace}oduction");
      await expect(await page.typedConfirmation().read()).toMatchObject({ comparison: "equal" });
      await expect(await execute.read()).toMatchObject({ kind: "callback" });
    });
  },
};

/** Nothing stands for a group of the source until a person chooses it, and nothing is taken before it is confirmed. */
export const checks_required: Story = {
  name: "Mapped by hand",
  args: { id: "mapping_required" },
  play: async ({ canvasElement, step }) => {
    const page = kit(inDom(userEvent, canvasElement));
    const mappings = page.mappingResolver();
    const next = page.actionControl("Next: Safety & conflict checks");

    await step("The open reference keeps the operator here, and says so", async () => {
      await mappings.open();
      await expect(await mappings.mapping("Field kiosks")).toMatchObject({ state: "unresolved", target: null });
      await expect(await next.read()).toMatchObject({ kind: "blocked" });
    });
    await step("A choice that is not confirmed changes nothing", async () => {
      const picker = await mappings.openPicker("Field kiosks");
      await picker.choose("Store tablets");
      await picker.cancel();
      await expect(await mappings.mapping("Field kiosks")).toMatchObject({ state: "unresolved", target: null });
    });
    await step("What is confirmed stands for it, and the way is open", async () => {
      await mappings.map("Field kiosks", "Retail kiosks");
      await expect(await mappings.mapping("Field kiosks")).toMatchObject({ state: "mapped", target: "Retail kiosks" });
      await expect(await next.read()).toMatchObject({ kind: expect.stringMatching(/link|callback/) });
    });
  },
};
