import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { ScopePicker } from "../../src/index.js";
import type { ItemRun } from "../../src/view-models/index.js";
import { inDom, kit, resolvePicker, scenario, scenarioContext, scenarioItems } from "../../src/testing/index.js";
import { scopePicker } from "../view-models/models.js";
import { pickerOf } from "./samples.js";

const { scopePicker: picker } = kit(inDom(userEvent));
const tree = () => screen.getByRole("tree", { name: "Items" });
const active = () => document.getElementById(tree().getAttribute("aria-activedescendant") ?? "");
const item = (name: string | RegExp) => screen.getByRole("treeitem", { name });

function draw(model = pickerOf("mapping_required")) {
  const onChoose = vi.fn<(items: readonly ItemRun[], chosen: boolean) => void>();
  const onSearch = vi.fn<(query: string) => void>();
  render(<ScopePicker model={model} onChoose={onChoose} onSearch={onSearch} />);
  return { onChoose, onSearch };
}

describe("RW-4 the picker", () => {
  test("says of each group whether all, some or none of it is chosen", async () => {
    draw();
    expect((await picker().row(/^Settings catalog policy, Windows/)).chosen).toBe("all");
    expect((await picker().row(/^Conditional access policy/)).chosen).toBe("none");
    expect(item("BitLocker, corporate laptops")).toHaveAttribute("aria-level", "3");
  });

  test("selects exactly what its label says, and no item twice", async () => {
    const { onChoose } = draw();
    await picker().takeBulk("Select 3 items");
    const [runs, chosen] = onChoose.mock.calls[0] ?? [];
    expect(runs?.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(chosen).toBe(true);
  });

  test("says why there is nothing to select instead of doing nothing", () => {
    const model = resolvePicker(scenario("mapping_required").facts, scenarioItems, "update", scenarioContext);
    const { onChoose } = draw(model);
    const select = screen.getByRole("button", { name: "Select all shown" });
    expect(select).toHaveAttribute("aria-disabled", "true");
    expect(select).toHaveAccessibleDescription("Every item shown is selected.");
    select.click();
    expect(onChoose).not.toHaveBeenCalled();
  });

  test("chooses of a group only what a search shows", async () => {
    const model = resolvePicker(scenario("scope_empty").facts, scenarioItems, "bitlocker", scenarioContext);
    const { onChoose } = draw(model);
    await picker().choose(/^Settings catalog policy, Windows/);
    expect(onChoose).toHaveBeenCalledExactlyOnceWith([{ first: 0, count: 1 }], true);
  });

  test("that is shut chooses nothing, and every control says why", async () => {
    const { onChoose } = draw(pickerOf("viewer"));
    expect(tree()).toHaveAttribute("aria-disabled", "true");
    expect(tree()).toHaveAccessibleDescription(/restore capability/);
    await userEvent.click(item("BitLocker, corporate laptops"));
    tree().focus();
    await userEvent.keyboard("{End} ");
    expect(onChoose).not.toHaveBeenCalled();
  });

  test("shows what a search finds in a group that was closed, or opened, before it", async () => {
    const model = (query: string) =>
      resolvePicker(scenario("mapping_required").facts, scenarioItems, query, scenarioContext);
    const names = async () => (await picker().rows()).map(({ name }) => name);
    const { rerender } = render(<ScopePicker model={model("")} />);
    await picker().close(/^Settings catalog policy, Windows/);
    expect(await names()).not.toContain("Edge security baseline");
    rerender(<ScopePicker model={model("edge")} />);
    expect(await names()).toContain("Edge security baseline");
    await picker().close(/^Settings catalog policy, Windows/);
    expect(await names()).not.toContain("Edge security baseline");
    rerender(<ScopePicker model={model("edge sec")} />);
    expect(await names()).toContain("Edge security baseline");
    rerender(<ScopePicker model={model("")} />);
    expect(await names()).not.toContain("Edge security baseline");
  });

  test("searches for what is typed", async () => {
    const { onSearch } = draw();
    await userEvent.type(screen.getByRole("searchbox", { name: "Search by name" }), "edge");
    expect(onSearch).toHaveBeenLastCalledWith("edge");
  });
});

describe("the keyboard in the picker", () => {
  test("moves, opens, closes, goes up to the group and chooses", async () => {
    const { onChoose } = draw();
    tree().focus();
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(active()).toHaveTextContent("BitLocker, corporate laptops");
    await userEvent.keyboard(" ");
    expect(onChoose).toHaveBeenLastCalledWith([{ first: 0, count: 1 }], false);
    await userEvent.keyboard("{ArrowLeft}");
    expect(active()).toHaveTextContent("Settings catalog policy, Windows");
    await userEvent.keyboard("{ArrowLeft}");
    expect(active()).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByRole("treeitem", { name: "BitLocker, corporate laptops" })).not.toBeInTheDocument();
    await userEvent.keyboard("{ArrowRight}");
    expect(active()).toHaveAttribute("aria-expanded", "true");
    await userEvent.keyboard("{Home}f");
    expect(active()).toHaveTextContent(/^F/);
  });
});

test("a tree that has no size yet points the ear to no row that is not there", () => {
  render(
    <div style={{ display: "none" }}>
      <ScopePicker model={pickerOf("mapping_required")} />
    </div>,
  );
  const hidden = screen.getByRole("tree", { hidden: true });
  const pointedTo = hidden.getAttribute("aria-activedescendant");
  expect(pointedTo === null || document.getElementById(pointedTo) !== null).toBe(true);
  expect(hidden.querySelectorAll("[role=treeitem]").length > 0 || pointedTo === null).toBe(true);
});

describe("RW-14 ten thousand items", () => {
  test("keep a few dozen rows in the document, each with its place among all", async () => {
    draw(scopePicker(10_000));
    tree().focus();
    await userEvent.keyboard("{ArrowDown}{ArrowRight}");
    expect(screen.getAllByRole("treeitem").length).toBeLessThan(80);
    await userEvent.keyboard("{End}");
    expect(active()).toHaveTextContent("Type 99");
    expect(active()).toHaveAttribute("aria-posinset", "100");
    expect(active()).toHaveAttribute("aria-setsize", "100");
  });

  test("the active row stays in the document however far the mouse scrolls", async () => {
    draw(scopePicker(10_000));
    tree().focus();
    await userEvent.keyboard("{ArrowDown}");
    const before = active()?.textContent;
    tree().scrollTop = 100_000;
    tree().dispatchEvent(new Event("scroll"));
    await expect.poll(() => screen.queryByText("Type 99")).not.toBeNull();
    expect(active()?.textContent).toBe(before);
  });
});
