import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { DryRunSwitch } from "../../src/index.js";
import { castOf } from "../../src/testing/scenarios/index.js";

const armed = castOf("armed").dryRunSwitch;
const shut = castOf("viewer").dryRunSwitch;
const control = () => screen.getByRole("switch", { name: "Preview only (Dry-run)" });

describe("RW-10 the dry-run switch", () => {
  test("tells its position to the ear, and what the position means", () => {
    render(<DryRunSwitch model={armed} />);
    expect(control()).not.toBeChecked();
    expect(control()).toHaveAccessibleDescription("Off. Execution writes to Contoso Production.");
  });

  test("asks for the other position by mouse and by keyboard, and moves only once its model does", async () => {
    const onSwitch = vi.fn<(on: boolean) => void>();
    const { rerender } = render(<DryRunSwitch model={armed} onSwitch={onSwitch} />);
    await userEvent.click(screen.getByText("Preview only (Dry-run)"));
    expect(control()).not.toBeChecked();
    expect(control()).toHaveFocus();
    await userEvent.keyboard(" ");
    expect(onSwitch.mock.calls).toEqual([[true], [true]]);
    rerender(<DryRunSwitch model={{ ...armed, on: true }} onSwitch={onSwitch} />);
    expect(control()).toBeChecked();
  });

  test("that is shut keeps focus, says why, and asks for nothing (BY-15)", async () => {
    const onSwitch = vi.fn<(on: boolean) => void>();
    render(<DryRunSwitch model={shut} onSwitch={onSwitch} />);
    await userEvent.tab();
    expect(control()).toHaveFocus();
    expect(control()).toHaveAttribute("aria-disabled", "true");
    expect(control()).toHaveAccessibleDescription(/restore capability/);
    await userEvent.keyboard(" ");
    await userEvent.click(control());
    expect(onSwitch).not.toHaveBeenCalled();
  });

  test("that is off can be taken like one that is on, and what it means deserves a look", () => {
    const note = () => document.querySelector("[data-part=note]")?.parentElement;
    const { rerender } = render(<DryRunSwitch model={armed} />);
    const off = control().className;
    expect(note()?.querySelector("[data-glyph=triangle]")).toBeInTheDocument();
    rerender(<DryRunSwitch model={{ ...armed, on: true }} />);
    expect(control().className).toBe(off);
    expect(note()?.querySelector("[data-part=glyph]")).toBeNull();
    rerender(<DryRunSwitch model={{ ...armed, control: { state: "shut", reason: "It was recorded." } }} />);
    expect(control().className).not.toBe(off);
    expect(note()?.querySelector("[data-part=glyph]")).toBeNull();
  });

  test("in a state that nobody knows is shut", async () => {
    const onSwitch = vi.fn<(on: boolean) => void>();
    const unknown = { ...armed, control: { state: "perhaps", reason: "Not known." } } as never;
    render(<DryRunSwitch model={unknown} onSwitch={onSwitch} />);
    await userEvent.click(control());
    expect(onSwitch).not.toHaveBeenCalled();
  });
});
