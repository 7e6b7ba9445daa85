import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FreshnessBand } from "../../src/index.js";
import { wizardOf } from "../../src/testing/scenarios/index.js";
import { contractVersion, type FreshnessModel } from "../../src/view-models/index.js";

const preview = (id: "preview_current" | "preview_void" | "preview_stale") => {
  const freshness = wizardOf(id).flow.gates.find((gate) => gate.id === "preview")?.freshness;
  if (!freshness) throw new Error(`The preview gate of “${id}” has no freshness.`);
  return freshness;
};

function draw(freshness: FreshnessModel) {
  const model = {
    contract: contractVersion,
    id: "band",
    freshness,
    text: "What is known of the preview",
    action: null,
  };
  return render(<FreshnessBand model={model} />).container.querySelector("[data-component]");
}

describe("the freshness band (SI-3, SI-10)", () => {
  test("names the change that voided the evidence, and strikes what no longer holds", () => {
    expect(draw(preview("preview_void"))).toHaveAttribute("data-status", "invalidated");
    expect(screen.getByText("12 items").tagName).toBe("S");
    expect(screen.getByText("10 items")).toBeVisible();
  });

  test("says why recorded evidence cannot show that it is current", () => {
    const freshness = preview("preview_stale");
    expect(draw(freshness)).toHaveAttribute("data-status", "stale");
    expect(screen.getByText(freshness.reason ?? "")).toBeVisible();
  });

  test("reads calm only for current evidence", () => {
    expect(draw(preview("preview_current"))).toHaveAttribute("data-tone", "positive");
    for (const freshness of [
      preview("preview_void"),
      preview("preview_stale"),
      { state: "not_run", word: "Not run" },
    ] as const) {
      expect(draw(freshness)).not.toHaveAttribute("data-tone", "positive");
    }
  });

  test("does not trust a state it does not know", () => {
    expect(draw({ state: "fresh", word: "Fresh" } as unknown as FreshnessModel)).toHaveAttribute(
      "data-status",
      "unknown",
    );
  });
});
