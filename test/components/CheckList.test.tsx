import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { CheckList } from "../../src/index.js";
import { castOf, inDom, kit } from "../../src/testing/index.js";
import { checkList } from "../view-models/models.js";

const group = (name: string) => screen.getByRole("region", { name });
const { checkList: list } = kit(inDom(userEvent));
/** What the checks could not find out in the scenario with one finding that was not evaluated. */
const unknown = /^Whether the target has it is not known/;

describe("RW-7 what the checks found", () => {
  test("stands by severity, most serious first, each with its count and what it means", () => {
    render(<CheckList model={castOf("checks_blocking").checkList} />);
    const titles = screen.getAllByRole("heading", { level: 3 }).map((heading) => heading.textContent);
    expect(titles).toEqual(["Blocking", "Not evaluated", "Warning", "No conflict found"]);
    expect(group("Blocking")).toHaveTextContent("1");
    expect(group("Blocking")).toHaveAttribute("data-tone", "critical");
    expect(group("No conflict found")).not.toHaveAttribute("data-tone");
  });

  test("that are current is a fact above what blocks, and nothing of it reads calm (SI-10)", () => {
    const { container } = render(<CheckList model={castOf("checks_blocking").checkList} />);
    expect(container.querySelector("[data-part=currency]")).toHaveTextContent(/^Current, /);
    expect(container.querySelector("[data-tone=positive]")).toBeNull();
  });

  test("leads from a finding to the place that settles it", () => {
    render(<CheckList model={castOf("checks_blocking").checkList} />);
    expect(within(group("Blocking")).getByRole("link")).toHaveAttribute("href");
  });

  test("names the items of a finding when asked, and how many more there are", async () => {
    render(<CheckList model={checkList} />);
    await userEvent.click(screen.getByRole("button", { name: "3 items" }));
    expect(screen.getByText("Compliant devices")).toHaveAttribute("data-external");
    expect(screen.getByText("2 more items")).toBeVisible();
  });

  test("that never ran claims nothing of conflicts", () => {
    render(<CheckList model={castOf("checks_required").checkList} />);
    expect(screen.queryByText("No conflict found")).not.toBeInTheDocument();
  });
});

describe("SI-3, SI-10 void findings", () => {
  test("stay readable, struck, and nothing of them reads calm", () => {
    const { container } = render(<CheckList model={castOf("scope_changed").checkList} />);
    expect(container.querySelector("[data-component=FreshnessBand]")).toHaveAttribute("data-status", "invalidated");
    for (const sentence of container.querySelectorAll("[data-part=sentence]"))
      expect(sentence.firstElementChild?.tagName).toBe("S");
    expect(container.querySelector("[data-tone=positive]")).toBeNull();
  });
});

describe("RW-20 an acceptance", () => {
  const draw = () => {
    const onAccept = vi.fn<(finding: string, reason: string) => void>();
    const { checkList: model } = castOf("checks_not_evaluated");
    const { rerender } = render(<CheckList model={model} onAccept={onAccept} />);
    return { onAccept, rerender };
  };

  test("asks for a reason where the control stood, and hands both over", async () => {
    const { onAccept } = draw();
    await list().takeFrom(unknown, "Accept this finding");
    expect(screen.getByRole("textbox")).toHaveFocus();
    await list().accept(unknown, "  Deleted last week, change 4711. ");
    expect(onAccept).toHaveBeenCalledExactlyOnceWith(expect.any(String), "Deleted last week, change 4711.");
  });

  test("without a reason that somebody can read is not handed over, and says what is missing", async () => {
    const { onAccept } = draw();
    await expect(list().accept(unknown, " … ")).rejects.toThrow(/Give a reason first/);
    expect(onAccept).not.toHaveBeenCalled();
    expect(screen.getByRole("textbox")).toBeInvalid();
    expect(screen.getByRole("textbox")).toHaveAccessibleDescription(/Give a reason first/);
    expect(screen.getByRole("textbox")).toHaveFocus();
  });

  test("that is thought better of leaves focus where it was", async () => {
    draw();
    await list().takeFrom(unknown, "Accept this finding");
    await list().takeFrom(unknown, "Cancel");
    expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Accept this finding" })).toHaveFocus();
  });

  test("once given takes the focus of the form that is gone, and says who, when and why", async () => {
    const { rerender } = draw();
    await list().takeFrom(unknown, "Accept this finding");
    rerender(<CheckList model={castOf("check_accepted").checkList} />);
    const record = screen.getByText(/^Accepted by/).closest("[data-part=acceptance]");
    expect(record).toHaveFocus();
    expect(record).toHaveTextContent("Accepted by Dana Okafor");
    expect(record).toHaveTextContent("The kiosk policy was deleted last week, change 4711.");
  });

  test("can be taken back", async () => {
    const onAction = vi.fn<(id: string) => void>();
    render(<CheckList model={castOf("check_accepted").checkList} onAction={onAction} />);
    await list().takeFrom(unknown, "Take the acceptance back");
    expect(onAction).toHaveBeenCalledOnce();
  });
});
