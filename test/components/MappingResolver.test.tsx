import { useState } from "react";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { MappingPickerDialog, MappingResolver } from "../../src/index.js";
import { castOf, inDom, kit } from "../../src/testing/index.js";
import type { FilledPicker, MappingTarget } from "../../src/view-models/index.js";

const required = castOf("mapping_required").mappingResolver;
const { mappingResolver, mappingPickerDialog } = kit(inDom(userEvent));

describe("PF-10 the resolver", () => {
  test("has its title, its progress and one explanation for all rows", () => {
    render(<MappingResolver model={required} />);
    expect(screen.getByRole("heading", { name: "Resolve target mappings" })).toBeVisible();
    expect(screen.getByText("1 of 2 resolved")).toBeVisible();
    expect(screen.getAllByText(/Map each reference/)).toHaveLength(1);
  });

  test("marks what is required by word and glyph", async () => {
    render(<MappingResolver model={required} />);
    expect(await mappingResolver().mapping("Field kiosks")).toMatchObject({ state: "unresolved", word: "Required" });
    expect(screen.getByText("Field kiosks").closest("li")).toHaveAttribute("data-status", "blocked");
  });
});

describe("PF-10 a resolver that its page keeps closed at first", () => {
  function Closed() {
    const [open, setOpen] = useState(false);
    return <MappingResolver model={required} open={open} onOpenChange={setOpen} />;
  }

  test("shows its progress and no row, until the operator opens it", async () => {
    render(<Closed />);
    expect(screen.getByText("1 of 2 resolved")).toBeVisible();
    expect(await mappingResolver().mappings()).toEqual([]);
    expect(screen.queryByText(/Map each reference/)).not.toBeInTheDocument();
    const opener = screen.getByRole("button", { name: "Show 2 references" });
    expect(opener).toHaveAttribute("aria-expanded", "false");
    await mappingResolver().open();
    expect(await mappingResolver().mapping("Field kiosks")).toMatchObject({ state: "unresolved" });
    await mappingResolver().open();
    expect(opener).toHaveAttribute("aria-expanded", "true");
  });

  test("stands open where the page says nothing", () => {
    render(<MappingResolver model={required} />);
    expect(screen.queryByRole("button", { name: "Show 2 references" })).not.toBeInTheDocument();
  });
});

describe("BY-5 a mapping", () => {
  test("is chosen in a dialog that keeps the source in sight, and moving through the list chooses nothing", async () => {
    const onMap = vi.fn<(key: string, target: MappingTarget) => void>();
    render(<MappingResolver model={required} onMap={onMap} />);
    const opener = screen.getByRole("button", { name: "Choose a target group" });
    await userEvent.click(opener);
    const dialog = screen.getByRole("dialog", { name: "Resolve target group mapping" });
    expect(within(dialog).getByText("Field kiosks")).toBeVisible();
    within(dialog).getByRole("listbox").focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(within(dialog).queryByRole("option", { selected: true })).not.toBeInTheDocument();
    const use = within(dialog).getByRole("button", { name: /^Use this group/ });
    expect(use).toHaveAttribute("aria-disabled", "true");
    expect(use).toHaveAccessibleDescription(/Nothing is chosen yet/);
    await userEvent.keyboard(" ");
    expect(await within(dialog).findByRole("option", { selected: true })).toHaveTextContent("Retail kiosks");
    await userEvent.click(use);
    expect(onMap).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("group/"),
      expect.objectContaining({ id: "retail-kiosks" }),
    );
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(opener).toHaveFocus();
  });

  test("is not chosen where the dialog is left, and focus returns", async () => {
    const onMap = vi.fn<(key: string, target: MappingTarget) => void>();
    render(<MappingResolver model={required} onMap={onMap} />);
    const opener = screen.getByRole("button", { name: "Choose a target group" });
    await userEvent.click(opener);
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(onMap).not.toHaveBeenCalled();
    expect(opener).toHaveFocus();
  });

  test("says what leaving a reference out would mean before it is left out, to the ear as well", () => {
    render(<MappingResolver model={required} />);
    expect(screen.getByRole("button", { name: /^Leave this group out/ })).toHaveAccessibleDescription(
      /^No assignment to this group is written\./,
    );
  });

  test("that leaves a reference out says what is therefore not written", async () => {
    render(<MappingResolver model={castOf("mapping_skipped").mappingResolver} />);
    expect(await mappingResolver().mapping("Field kiosks")).toMatchObject({
      state: "left_out",
      consequence: expect.stringMatching(/^No assignment to this group is written\./),
    });
  });
});

describe("PF-12 an empty picker", () => {
  test("speaks of the cache, leads to the sync, and has no search", async () => {
    render(<MappingResolver model={castOf("mapping_directory_not_read").mappingResolver} />);
    const dialog = await mappingResolver().openPicker(0);
    expect(await dialog.name()).toBe("Resolve target group mapping");
    expect(await dialog.empty()).toMatch(/cached directory/);
    expect((await dialog.actions())[0]?.label).toBe("Open group sync");
    expect(screen.queryByRole("searchbox")).not.toBeInTheDocument();
  });
});

describe("BY-7 a picker of 10,000 entries", () => {
  const entry = (index: number): MappingTarget => ({
    id: `g${index}`,
    name: { external: `Group ${index}` },
    detail: null,
  });
  const model: FilledPicker = {
    state: "filled",
    kind: "group",
    heading: "Resolve target group mapping",
    searchLabel: "Search groups",
    nothingFound: "No cached group has this in its name.",
    entries: [entry(0), ...Array.from({ length: 9_999 }, (_, index) => entry(index + 1))],
    useLabel: "Use this group",
    note: "Cached 20 Nov 2026. The target may hold more.",
    action: null,
  };
  const onUse = vi.fn<(target: MappingTarget) => void>();
  const dialogOf = (shown: FilledPicker) => (
    <MappingPickerDialog
      model={shown}
      source={{ external: "Field kiosks" }}
      usage="Group"
      chosen={null}
      open
      onClose={() => undefined}
      onUse={onUse}
    />
  );
  const draw = () => render(dialogOf(model));

  test("holds a few dozen of them in the document, each with its place among all", async () => {
    draw();
    const options = await screen.findAllByRole("option");
    expect(options.length).toBeLessThan(60);
    expect(options[0]).toHaveAttribute("aria-setsize", "10000");
    screen.getByRole("listbox").focus();
    await userEvent.keyboard("{End}");
    const list = screen.getByRole("listbox");
    const active = document.getElementById(list.getAttribute("aria-activedescendant") ?? "");
    expect(active).toHaveTextContent("Group 9999");
    expect(active).toHaveAttribute("aria-posinset", "10000");
  });

  test("finds by every word in any letter case, and says when nothing has them", async () => {
    draw();
    await mappingPickerDialog().search("gROUP 4242");
    expect(await mappingPickerDialog().entries()).toEqual(["Group 4242"]);
    await mappingPickerDialog().search("gROUP 4242x");
    expect(screen.getByText("No cached group has this in its name.")).toHaveRole("status");
  });

  test("takes none that was chosen in it and that a later reading of the directory no longer holds (SI-15)", async () => {
    const { rerender } = draw();
    await userEvent.click(await screen.findByRole("option", { name: /^.?Group 0.?$/ }));
    const use = () => screen.getByRole("button", { name: /^Use this group/ });
    expect(use()).not.toHaveAccessibleDescription(/Nothing is chosen yet/);
    rerender(dialogOf({ ...model, entries: [entry(1), entry(2)] }));
    expect(use()).toHaveAccessibleDescription(/Nothing is chosen yet/);
    await userEvent.click(use());
    expect(onUse).not.toHaveBeenCalled();
  });
});

describe("PF-12 how a fresh reading of the directory stands", () => {
  test("is told above the rows whether they are open or not, and in the picker, with whose words are quoted", async () => {
    const failed = castOf("mapping_directory_sync_failed").mappingResolver;
    const { container, rerender } = render(
      <MappingResolver model={failed} open={false} onOpenChange={() => undefined} />,
    );
    const told = () => container.querySelector(":scope [data-part=sync]");
    expect(told()).toHaveTextContent(
      /^The last reading of the target’s directory failed .* The target asks to wait\.$/,
    );
    expect(told()?.querySelector("[data-external]")).toHaveTextContent("The target asks to wait.");
    rerender(<MappingResolver model={castOf("mapping_directory_being_read").mappingResolver} />);
    expect(told()).toHaveAttribute("data-status", "running");
    await userEvent.click(screen.getAllByRole("button", { name: "Choose a target group" })[0] ?? container);
    expect(screen.getByRole("dialog").querySelector("[data-part=sync]")).toHaveTextContent(
      "The target’s directory is being read. Dana Okafor asked for it",
    );
  });

  test("is heard in the picker as it goes on, because an open dialog silences the page", async () => {
    const { rerender } = render(<MappingResolver model={castOf("mapping_directory_not_read").mappingResolver} />);
    await mappingResolver().openPicker(0);
    const heard = () => within(screen.getByRole("dialog")).getByRole("status");
    expect(heard()).toBeEmptyDOMElement();
    rerender(<MappingResolver model={castOf("mapping_directory_being_read").mappingResolver} />);
    expect(heard()).toHaveTextContent(/^The target’s directory is being read\./);
    rerender(<MappingResolver model={required} />);
    expect(heard()).toHaveTextContent(/^This is the directory as it was read /);
  });
});
