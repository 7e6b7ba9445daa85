import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { SemanticDiff } from "../../src/index.js";
import { resolveSemanticDiff } from "../../src/restore/index.js";
import { castOf, scenarioContext, tenThousandItems } from "../../src/testing/scenarios/index.js";
import type { SemanticDiffViewModel } from "../../src/view-models/index.js";
import { semanticDiff } from "../view-models/models.js";

const row = (name: string) => screen.getByText(name).closest<HTMLElement>("[data-part=item]");

describe("BY-7 the semantic diff", () => {
  test("shows what a change was and what it becomes, with its consequence", () => {
    render(<SemanticDiff model={semanticDiff} />);
    const changes = screen.getByRole("heading", { name: "Widens who is reached" }).closest("section");
    expect(changes).toHaveAttribute("data-tone", "caution");
    expect(changes).toHaveTextContent(/Assignments \/ SG-Pilot.*Not set.*becomes.*SG-Pilot/);
  });

  test("counts the noise that it hides", () => {
    render(<SemanticDiff model={semanticDiff} />);
    expect(screen.getByText("4 differences without meaning hidden")).toBeVisible();
  });

  test("opens the first items, and the others when asked, each control named by its item", async () => {
    render(<SemanticDiff model={castOf("preview_current").semanticDiff} opened={0} />);
    const item = row("BitLocker, corporate laptops");
    const control = within(item as HTMLElement).getByRole("button", { name: "2 changes" });
    expect(control).toHaveAccessibleDescription("BitLocker, corporate laptops");
    await userEvent.click(control);
    expect(within(item as HTMLElement).getByText("Not required")).toBeVisible();
  });

  const current = castOf("preview_current").semanticDiff;

  test("keeps what is already as wanted behind a control that counts it", async () => {
    render(<SemanticDiff model={current} />);
    expect(screen.queryByText("Wi-Fi, head office")).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Show 1 item already in desired state" }));
    expect(row("Wi-Fi, head office")).toBeVisible();
  });

  test("finds items by name, kind and what would change in them, those as wanted too, and says where it finds none", async () => {
    const { container } = render(<SemanticDiff model={current} />);
    const search = screen.getByRole("searchbox", { name: "Search items and settings" });
    const found = () => [...container.querySelectorAll("[data-part=name]")].map((name) => name.textContent);
    const all = found().length;
    await userEvent.type(search, "BITlocker");
    await expect.poll(found).toEqual(["BitLocker, corporate laptops"]);
    await userEvent.clear(search);
    await userEvent.type(search, "QUICK scan");
    await expect.poll(found).toEqual(["Defender antivirus baseline"]);
    await userEvent.clear(search);
    await userEvent.type(search, "wi-fi, head");
    await expect.poll(found).toEqual(["Wi-Fi, head office"]);
    await userEvent.clear(search);
    await userEvent.type(search, "no such thing");
    await expect.poll(found).toEqual([]);
    expect(screen.getByText("Nothing in this preview matches.")).toBeVisible();
    await userEvent.clear(search);
    await expect.poll(found).toHaveLength(all);
    expect(screen.queryByText("Nothing in this preview matches.")).not.toBeInTheDocument();
  });

  test("marks what is not certain, and says what is not known", () => {
    render(<SemanticDiff model={uncertain(semanticDiff)} />);
    expect(screen.getByText("The export only numbers this choice.")).toBeVisible();
  });

  test("that is void strikes what would be, and nothing of it reads calm (SI-10)", () => {
    const { container } = render(<SemanticDiff model={castOf("preview_void").semanticDiff} />);
    // The band tells what the scope is now, and that stands.
    const wouldBe = [...container.querySelectorAll("[data-part=item] [data-part=after]")];
    expect(wouldBe.length).toBeGreaterThan(0);
    for (const after of wouldBe) expect(after.querySelector("s")).not.toBeNull();
    expect(container.querySelector("[data-tone=positive]")).toBeNull();
  });

  test("that is stale stays readable, and nothing of it reads calm: nothing says that it is gone (SI-2, SI-10)", () => {
    const { container } = render(<SemanticDiff model={castOf("preview_stale").semanticDiff} />);
    expect(container.querySelectorAll("[data-part=item]").length).toBeGreaterThan(0);
    expect(container.querySelector("s")).toBeNull();
    expect(container.querySelector("[data-part=item][data-status], [data-tone=positive]")).toBeNull();
  });

  test("whose freshness nobody knows is struck like one that is void", () => {
    const { body, ...model } = castOf("preview_stale").semanticDiff;
    const unknown = { ...body, freshness: { state: "refreshing", word: "Refreshing" } } as never;
    const { container } = render(<SemanticDiff model={{ ...model, body: unknown }} />);
    for (const after of container.querySelectorAll("[data-part=item] [data-part=after]"))
      expect(after.querySelector("s")).not.toBeNull();
  });

  test("that never ran shows no counts", () => {
    const { container } = render(<SemanticDiff model={castOf("preview_required").semanticDiff} />);
    expect(container.querySelector("[data-part=counts]")).toBeNull();
  });

  test("of 10,000 items keeps those near the window in the document, each with its place among all", () => {
    const { container } = render(<SemanticDiff model={resolveSemanticDiff(tenThousandItems, scenarioContext)} />);
    const items = container.querySelectorAll("[data-part=items] > li");
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(100);
    expect(items[0]).toHaveAttribute("aria-setsize", "10000");
  });
});

function uncertain(model: SemanticDiffViewModel): SemanticDiffViewModel {
  return JSON.parse(
    JSON.stringify(model).replace(
      `"certainty":{"state":"certain"}`,
      `"certainty":{"state":"uncertain","reason":"The export only numbers this choice."}`,
    ),
  ) as SemanticDiffViewModel;
}
