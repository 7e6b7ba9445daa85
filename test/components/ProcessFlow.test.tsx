import { render, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ProcessFlow } from "../../src/index.js";
import { restoreScenarios, wizardOf } from "../../src/testing/scenarios/index.js";
import type { GateModel } from "../../src/view-models/index.js";
import { flowWith } from "./samples.js";

const gate = (title: string) => {
  const item = screen.getByText(title, { selector: "[data-part=title]" }).closest("li");
  if (item === null) throw new Error(`The gate “${title}” is not in a list.`);
  return item;
};

describe("the flow", () => {
  test("is a named region with an ordered list of every gate, in order", () => {
    const model = wizardOf("mapping_required").flow;
    render(<ProcessFlow model={model} />);
    const list = within(screen.getByRole("region", { name: "Restore safety gates" })).getByRole("list");
    expect(list.tagName).toBe("OL");
    const titles = within(list).getAllByText(/./, { selector: "[data-part=title]" });
    expect(titles.map((title) => title.textContent)).toEqual(model.gates.map((one) => one.title));
  });

  test("shows the count of its model", () => {
    render(<ProcessFlow model={wizardOf("mapping_required").flow} />);
    expect(screen.getByText("2/7 gates complete")).toBeVisible();
  });

  test.each(restoreScenarios.map((one) => one.id))("marks the next gate, and no other, in %s", (id) => {
    const model = wizardOf(id).flow;
    const { container } = render(<ProcessFlow model={model} />);
    const current = [...container.querySelectorAll("[aria-current]")];
    const next = model.gates.filter((one) => one.position === "next");
    expect(current.map((item) => item.id)).toEqual(next.map((one) => `${model.id}-${one.id}`));
    for (const item of current) expect(item).toHaveAttribute("aria-current", "step");
  });
});

describe("evidence that is void (SI-3)", () => {
  test("stays readable, with the change that voided it and the time it was produced, struck", () => {
    render(<ProcessFlow model={wizardOf("preview_void").flow} />);
    const preview = gate("Preview");
    expect(preview).toHaveAttribute("data-status", "invalidated");
    expect(within(preview).getByText("Void")).toBeVisible();
    expect(within(preview).getByText("12 items").tagName).toBe("S");
    expect(within(preview).getByText("10 items")).toBeVisible();
    expect(within(preview).getByText("20 Nov 2026, 16:46 UTC").closest("s")).not.toBeNull();
  });

  test("tells the ear which value was and which is", () => {
    render(<ProcessFlow model={wizardOf("preview_void").flow} />);
    expect(gate("Preview")).toHaveTextContent(/was 12 items now 10 items/);
  });

  test("carries the time of current evidence for machines too", () => {
    render(<ProcessFlow model={wizardOf("preview_current").flow} />);
    const time = within(gate("Preview")).getByText(/16:46 UTC/);
    expect(time).toHaveAttribute("datetime", "2026-11-20T16:46:00Z");
    expect(time.closest("s")).toBeNull();
  });
});

describe("a host that sends what the contract forbids", () => {
  const invalidated = wizardOf("preview_void").flow.gates.find((one) => one.id === "preview")?.freshness;

  test.each([
    ["evidence that is void", { freshness: invalidated }, "invalidated", "Void"],
    ["evidence that was never produced", { freshness: { state: "not_run", word: "Not run" } }, "unknown", "Unknown"],
    ["a freshness nobody knows", { freshness: { state: "fine", word: "Fine" } }, "unknown", "Unknown"],
    ["no word about freshness at all", { freshness: undefined }, "unknown", "Unknown"],
    ["a verdict nobody knows", { verdict: "verified", word: "Verified" }, "unknown", "Unknown"],
  ])("a complete gate with %s is not drawn as complete", (_, wrong, status, word) => {
    render(<ProcessFlow model={flowWith("preview", wrong)} />);
    const preview = gate("Preview");
    expect(preview).toHaveAttribute("data-status", status);
    expect(preview.querySelector("[data-tone=positive]")).toBeNull();
    expect(within(preview).getByText(word)).toBeVisible();
    expect(within(preview).queryByText(/^(Complete|Verified|Fine)$/)).toBeNull();
    expect(preview.querySelector("[data-glyph=check]")).toBeNull();
  });

  test("an unknown verdict on the next gate does not take the page down", () => {
    const wrong = { verdict: "verified", position: "next", blockers: undefined };
    render(<ProcessFlow model={flowWith("confirmation", wrong)} />);
    expect(gate("Confirmation")).toHaveAttribute("data-status", "unknown");
  });
});

describe("the way forward", () => {
  test("is offered by the next gate", () => {
    render(<ProcessFlow model={wizardOf("mapping_required").flow} />);
    const link = within(gate("Scope/dependency mapping")).getByRole("link", { name: "Resolve target mappings" });
    expect(link).toHaveAttribute("href", expect.stringContaining("define_restore_scope"));
  });

  test("is not offered by a gate that waits for earlier ones", () => {
    render(<ProcessFlow model={wizardOf("mapping_required").flow} />);
    expect(within(gate("Preview")).queryByRole("link")).toBeNull();
  });

  test("names every blocker of the next gate once, each with the place that clears it", () => {
    const model = wizardOf("confirmation_open").flow;
    render(<ProcessFlow model={model} />);
    const next = gate("Confirmation");
    const blockers = model.gates.find((one) => one.id === "confirmation")?.blockers ?? [];
    expect(blockers.length).toBeGreaterThan(1);
    for (const { reason, clearedBy } of blockers) {
      expect(within(next).getAllByText(reason)).toHaveLength(1);
      expect(within(next).getAllByRole("link", { name: clearedBy?.label ?? "" })).toHaveLength(1);
    }
  });
});

test("a complete gate still says what deserves a look", () => {
  render(<ProcessFlow model={wizardOf("preview_required").flow} />);
  expect(gate("Validation")).toHaveAttribute("data-status", "complete");
  expect(within(gate("Validation")).getByText("2 warnings to look at.")).toBeVisible();
});

test("a gate whose model did not change is not drawn again", () => {
  const model = wizardOf("preview_current").flow;
  let drawn = 0;
  const [first, ...others] = model.gates;
  const counted: GateModel = Object.defineProperty({ ...first }, "title", {
    get: () => {
      drawn += 1;
      return first.title;
    },
  });
  const { rerender } = render(<ProcessFlow model={{ ...model, gates: [counted, ...others] }} />);
  const once = drawn;
  expect(once).toBeGreaterThan(0);
  rerender(<ProcessFlow model={{ ...model, title: "Gates", gates: [counted, ...others] }} />);
  expect(screen.getByRole("heading", { name: "Gates" })).toBeVisible();
  expect(drawn).toBe(once);
});

test("a host that asks its server anew, and gets the same words, draws no gate again; one that changed is drawn alone", () => {
  const model = wizardOf("preview_current").flow;
  let drawn = 0;
  const messages = {
    get unknown() {
      drawn += 1;
      return "Unknown";
    },
  };
  const { rerender } = render(<ProcessFlow model={model} messages={messages} />);
  expect(drawn).toBe(model.gates.length);
  rerender(<ProcessFlow model={structuredClone(model)} messages={messages} />);
  expect(drawn).toBe(model.gates.length);
  rerender(<ProcessFlow model={flowWith("confirmation", { reason: "Another reason." })} messages={messages} />);
  expect(gate("Confirmation")).toHaveTextContent("Another reason.");
});
