import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { StepRail } from "../../src/index.js";
import type { StepModel, StepRailViewModel } from "../../src/view-models/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";

const model = wizardOf("scope_changed").rail;

describe("the step rail", () => {
  test("is a named navigation with every step in order, and marks the page on screen only", () => {
    const { container } = render(<StepRail model={model} />);
    const rail = screen.getByRole("navigation", { name: model.label });
    const list = within(rail).getByRole("list");
    expect(list.tagName).toBe("OL");
    expect(within(list).getAllByRole("listitem")).toHaveLength(model.steps.length);
    const current = container.querySelectorAll("[aria-current=step]");
    expect([...current].map((step) => step.querySelector("[data-part=title]")?.textContent)).toEqual(
      model.steps.filter((step) => step.current).map((step) => step.title),
    );
  });

  test("links the steps that can be opened, and no other", () => {
    render(<StepRail model={model} />);
    const links = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(links).toEqual(model.steps.filter((step) => step.href !== null && !step.current).map((step) => step.href));
  });

  test("says what is known of a step in words, whatever its position", () => {
    render(<StepRail model={model} />);
    for (const step of model.steps) {
      const item = screen.getByText(step.title).closest("li");
      expect(item).toHaveTextContent(step.note);
      expect(item).toHaveAttribute("data-status", step.status);
    }
  });

  test("is one line with a disclosure where there is no room", async () => {
    render(
      <div style={{ width: 320 }}>
        <StepRail model={model} />
      </div>,
    );
    const control = screen.getByRole("button");
    expect(control).toHaveTextContent(model.summary);
    expect(screen.queryByRole("list")).toBeNull();
    await userEvent.tab();
    expect(control).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(screen.getByRole("list")).toBeVisible();
  });

  test("says on that one line what is wrong with the step, and nothing where nothing is", () => {
    const at = (status: StepModel["status"], note: string): StepRailViewModel => {
      const [first, ...others] = model.steps.map((step) => (step.current ? { ...step, status, note } : step));
      if (first === undefined) throw new RangeError("The rail has no steps.");
      return { ...model, steps: [first, ...others] };
    };
    const narrow = (rail: StepRailViewModel) => (
      <div style={{ width: 320 }}>
        <StepRail model={rail} />
      </div>
    );
    const { rerender } = render(narrow(at("invalidated", "Void")));
    const line = screen.getByRole("button", { name: `${model.summary} Void` });
    expect(line.querySelector("[data-glyph]")).toHaveAttribute("data-glyph", "broken_ring");
    rerender(narrow(at("complete", "Complete")));
    expect(screen.getByRole("button", { name: model.summary }).querySelector("[data-glyph]")).toBeNull();
  });
});
