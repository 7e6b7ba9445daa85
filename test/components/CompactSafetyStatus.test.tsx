import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { CompactSafetyStatus } from "../../src/index.js";
import { restoreScenarios, wizardOf } from "../../src/testing/scenarios/index.js";
import type { CompactSafetyStatusViewModel } from "../../src/view-models/index.js";
import { plain } from "../support/plain.js";

describe("the compact status (PF-9)", () => {
  test.each(restoreScenarios.map((one) => one.id))("says count, next gate and execution in %s, from the flow", (id) => {
    const model = wizardOf(id).compact;
    render(<CompactSafetyStatus model={model} />);
    const status = screen.getByRole("region", { name: "Restore Safety Status" });
    expect(within(status).getByText(model.flow.progress.text)).toBeVisible();
    const execution = status.querySelector("[data-part=execution]");
    expect(execution).toBeVisible();
    expect(execution).toHaveTextContent(plain(model.execution.text));
    expect(status.querySelector("[data-part=next-gate]")?.textContent).toBe(model.nextGate?.text);
    const glyphs = status.querySelectorAll("[data-part=strip] [data-part=glyph]");
    expect(glyphs).toHaveLength(model.flow.gates.length);
  });

  test("draws as many checks as gates are complete", () => {
    const model = wizardOf("preview_void").compact;
    const { container } = render(<CompactSafetyStatus model={model} />);
    expect(container.querySelectorAll("[data-part=strip] [data-glyph=check]")).toHaveLength(
      model.flow.progress.complete,
    );
  });

  test("opens the full flow by keyboard, and closes it again with focus kept", async () => {
    render(<CompactSafetyStatus model={wizardOf("mapping_required").compact} />);
    expect(screen.queryByRole("region", { name: "Restore safety gates" })).toBeNull();
    const control = screen.getByRole("button", { name: "View safety gates" });
    expect(control).toHaveAttribute("aria-expanded", "false");
    await userEvent.tab();
    expect(control).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    expect(control).toHaveAttribute("aria-expanded", "true");
    expect(within(screen.getByRole("region", { name: "Restore safety gates" })).getByRole("list")).toBeVisible();
    await userEvent.keyboard(" ");
    expect(screen.queryByRole("region", { name: "Restore safety gates" })).toBeNull();
    expect(control).toHaveFocus();
  });

  test("says the count once, opened or not", async () => {
    render(<CompactSafetyStatus model={wizardOf("mapping_required").compact} defaultOpen />);
    expect(screen.getAllByText("2/7 gates complete")).toHaveLength(1);
  });

  test("leaves announcing to the page", () => {
    const { container } = render(<CompactSafetyStatus model={wizardOf("mapping_required").compact} />);
    expect(container.querySelector("[aria-live], [role=status], [role=alert]")).toBeNull();
  });

  test("stays open while its model changes", async () => {
    const { rerender } = render(<CompactSafetyStatus model={wizardOf("mapping_required").compact} />);
    await userEvent.click(screen.getByRole("button"));
    rerender(<CompactSafetyStatus model={wizardOf("checks_required").compact} />);
    expect(screen.getByRole("button")).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByText("3/7 gates complete")).toBeVisible();
  });
});

test("an execution answer that this version does not know does not read available", () => {
  const model = wizardOf("armed").compact;
  const wrong = { ...model, execution: { state: "certified", text: "Go" } } as unknown as CompactSafetyStatusViewModel;
  const { container } = render(<CompactSafetyStatus model={wrong} />);
  expect(container.querySelector("[data-part=execution] [data-glyph]")).toHaveAttribute("data-glyph", "question");
});
