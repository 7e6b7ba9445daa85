import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { type ActionProps, DecisionCard } from "../../src/index.js";
import { restoreScenarios, resultOf, wizardOf } from "../../src/testing/scenarios/index.js";
import type { StatusLiteral } from "../../src/view-models/index.js";
import { plain } from "../support/plain.js";

const armed = wizardOf("armed").decision;

describe("the decision card (PF-5)", () => {
  test.each(restoreScenarios.map((one) => one.id))("says status, reason, impact and one primary action in %s", (id) => {
    const model = wizardOf(id).decision;
    const { container } = render(<DecisionCard model={model} />);
    const card = screen.getByRole("region", { name: "Restore Safety" });
    const terms = within(card).getAllByRole("term");
    expect(terms.map((term) => term.textContent)).toEqual(["Status", "Reason", "Impact", "Primary next action"]);
    const definitions = within(card).getAllByRole("definition");
    expect(definitions[0]).toHaveTextContent(model.status.text);
    expect(definitions[1]).toHaveTextContent(plain(model.reason));
    expect(definitions[2]).toHaveTextContent(plain(model.impact));
    expect(container.querySelectorAll("[data-part=control]")).toHaveLength(1);
  });

  test("makes the status the largest text on it (SI-18)", () => {
    render(<DecisionCard model={armed} />);
    const size = (text: string) => Number.parseFloat(getComputedStyle(screen.getByText(text)).fontSize);
    expect(size(armed.status.text)).toBeGreaterThan(size(armed.reason));
    expect(size(armed.status.text)).toBeGreaterThan(size("Restore Safety"));
  });

  test("hands the id of a chosen action to the host", async () => {
    const onAction = vi.fn<NonNullable<ActionProps["onAction"]>>();
    const primaryAction = { kind: "callback", id: "execute", label: "Restore 12 policies" } as const;
    render(<DecisionCard model={{ ...armed, primaryAction }} onAction={onAction} />);
    await userEvent.click(screen.getByRole("button", { name: "Restore 12 policies" }));
    expect(onAction).toHaveBeenCalledExactlyOnceWith("execute", primaryAction);
  });

  test("keeps follow-up visible without a second primary action (RR-9)", () => {
    const { decision } = resultOf("completed_with_follow_up");
    const { container } = render(<DecisionCard model={decision} />);
    expect(screen.getByText(decision.attention?.title ?? "")).toBeVisible();
    expect(container.querySelectorAll("[data-part=primary-action] [data-part=control]")).toHaveLength(1);
  });

  test("says once why its action is blocked where that is the reason of the decision, to the ear as well", () => {
    const { decision } = wizardOf("target_differs");
    render(<DecisionCard model={decision} />);
    expect(decision.primaryAction).toMatchObject({ kind: "blocked", reason: decision.reason });
    const said = screen.getByRole("region").textContent;
    expect(said.split(plain(decision.reason))).toHaveLength(2);
    const description = screen.getByRole("button").getAttribute("aria-describedby")?.split(" ") ?? [];
    expect(description.map((id) => document.getElementById(id)?.textContent?.trim())).toEqual([
      "Blocked",
      plain(decision.reason),
    ]);
  });

  test("says why its action is blocked where that is another reason", () => {
    const primaryAction = {
      kind: "blocked",
      id: "execute",
      label: "Restore",
      reason: "Dry-run is on.",
      clearedBy: null,
    } as const;
    render(<DecisionCard model={{ ...armed, primaryAction }} />);
    expect(screen.getByText("Dry-run is on.")).toBeVisible();
    expect(screen.getByRole("button")).toHaveAccessibleDescription(/Dry-run is on\./);
  });

  test("shows no claim where there is none", () => {
    const { container } = render(<DecisionCard model={{ ...armed, claim: null }} />);
    expect(container.querySelector("[data-part=claim]")).toBeNull();
  });
});

test("a status that this version does not know is drawn as unknown, and says so", () => {
  const status = { literal: "verified" as StatusLiteral, text: "Checked by the host", at: null };
  const { container } = render(<DecisionCard model={{ ...armed, status }} />);
  const card = screen.getByRole("region");
  expect(card).toHaveAttribute("data-status", "unknown");
  expect(card).toHaveAttribute("data-tone", "caution");
  expect(container.querySelector("[data-glyph=question]")).not.toBeNull();
  expect(screen.getByText(/not recognised/)).toBeVisible();
});

test("a word that every object has is not a status", () => {
  const status = { literal: "constructor" as StatusLiteral, text: "Constructed", at: null };
  render(<DecisionCard model={{ ...armed, status }} />);
  expect(screen.getByRole("region")).toHaveAttribute("data-status", "unknown");
});

test("structural words can be said in the host's language", () => {
  render(<DecisionCard model={armed} messages={{ reason: "Grund", impact: "Wirkung" }} />);
  const terms = screen.getAllByRole("term").map((term) => term.textContent);
  expect(terms).toEqual(["Status", "Grund", "Wirkung", "Primary next action"]);
});
