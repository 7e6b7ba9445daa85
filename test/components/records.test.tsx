import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { Receipt, ResultSummary, RunTimeline } from "../../src/index.js";
import { castOf, inDom, kit, resultOf } from "../../src/testing/index.js";
import { receipt, resultSummary, runTimeline } from "../view-models/models.js";

const objects = kit(inDom(userEvent));

describe("RR-10 the result summary", () => {
  test("counts failures first, and a zero that was counted has no glyph", () => {
    const { container } = render(<ResultSummary model={resultOf("needs_review").summary} />);
    const labels = [...container.querySelectorAll("dt")].map((label) => label.textContent);
    expect(labels[0]).toBe("Failed");
    const skipped = screen.getByText("Skipped").closest("[data-part=outcome]");
    expect(skipped?.querySelector("[data-part=glyph]")).toBeNull();
  });

  test("that was not recorded has words and no number", () => {
    const { container } = render(<ResultSummary model={resultOf("completed_without_counts").summary} />);
    expect(screen.getByText("Result summary unavailable")).toBeVisible();
    expect(container.textContent).not.toMatch(/\d/);
  });

  test("without rows is said to be metadata-only evidence (RR-11)", () => {
    render(<ResultSummary model={resultOf("needs_review_counts_only").summary} />);
    expect(screen.getByText(/^Metadata-only evidence/)).toBeVisible();
  });

  test("names the primary cause (SI-8)", () => {
    render(<ResultSummary model={resultSummary} />);
    expect(screen.getByText("Throttled")).toBeVisible();
  });

  test("leaves the cause out on a page that names it already", () => {
    const { rerender, container } = render(<ResultSummary model={resultSummary} cause="hidden" />);
    expect(container.querySelector("[data-part=cause]")).toBeNull();
    rerender(<ResultSummary model={resultSummary} />);
    expect(container.querySelector("[data-part=cause]")).not.toBeNull();
  });
});

describe("the timeline", () => {
  test("tells what happened in order, by whom and when, and says where no time was recorded", async () => {
    render(<RunTimeline model={runTimeline} />);
    expect(await objects.runTimeline().events()).toMatchObject([
      { sentence: "Run created", actor: "Dana Ortiz", when: "20 Nov 2026, 16:46 UTC" },
      { actor: null, when: "Time not recorded" },
    ]);
    expect(screen.getByText("Contoso")).toHaveAttribute("data-external");
  });

  test("of a run without events says so", () => {
    render(<RunTimeline model={{ ...runTimeline, body: { state: "empty", text: "Nothing happened yet." } }} />);
    expect(screen.getByText("Nothing happened yet.")).toBeVisible();
    expect(screen.queryByRole("list")).not.toBeInTheDocument();
  });
});

describe("BY-12 the receipt", () => {
  test("says what it shows, what it does not show, what was left out, and its hash", async () => {
    render(<Receipt model={receipt} />);
    expect(await objects.receipt().sentences()).toEqual({
      shows: ["What was decided, and by whom."],
      doesNotShow: ["That the target is as it was."],
    });
    expect(await objects.receipt().hash()).toBe("0".repeat(64));
    expect(screen.getByRole("region", { name: "What this receipt shows" })).toBeVisible();
    expect(screen.getByRole("region", { name: "What it does not show" })).toBeVisible();
    expect(screen.getByText("Payloads and secrets are not in this document.")).toBeVisible();
  });

  test("hands over what the operator does with it", async () => {
    const onAction = vi.fn<(id: string) => void>();
    render(<Receipt model={castOf("completed_with_evidence").receipt} onAction={onAction} />);
    const offered = await objects.receipt().actions();
    for (const { label } of offered) await objects.receipt().take(label);
    expect(offered.length).toBeGreaterThan(0);
    expect(onAction).toHaveBeenCalledTimes(offered.length);
  });

  test("that was never issued says why", () => {
    render(<Receipt model={{ ...receipt, body: { state: "missing", reason: "Nothing was recorded." } }} />);
    expect(screen.getByText("Nothing was recorded.")).toBeVisible();
  });
});
