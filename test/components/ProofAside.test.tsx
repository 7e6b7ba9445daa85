import { render, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { ProofAside } from "../../src/index.js";
import { restoreScenarios, resultOf, wizardOf } from "../../src/testing/scenarios/index.js";
import type { ProofAsideViewModel } from "../../src/view-models/index.js";

const fact = (label: string) => {
  const found = screen.getByText(label, { selector: "dt" }).closest<HTMLElement>("[data-part=fact]");
  if (found === null) throw new Error(`“${label}” is not a fact.`);
  return found;
};

describe("the proof aside (PF-7)", () => {
  test("is a complementary landmark that lists every fact in order", () => {
    const model = wizardOf("source_selected").proof;
    render(<ProofAside model={model} />);
    const aside = screen.getByRole("complementary", { name: "Restore Proof" });
    const terms = within(aside)
      .getAllByRole("term")
      .map((term) => term.textContent);
    expect(terms).toEqual(model.facts.map((one) => one.label));
  });

  test("proves nothing before execution, and says why", () => {
    render(<ProofAside model={wizardOf("source_selected").proof} />);
    for (const label of ["Operation proof", "Post-run evidence"]) {
      expect(fact(label)).toHaveAttribute("data-status", "unavailable");
      expect(within(fact(label)).getByText("Unavailable")).toBeVisible();
      expect(within(fact(label)).getByText("Nothing has been executed.")).toBeVisible();
      expect(fact(label).querySelector("[data-glyph=check]")).toBeNull();
    }
  });

  test("leads to proof that exists and may be opened", () => {
    const { proof } = resultOf("completed_with_evidence");
    render(<ProofAside model={proof} />);
    const model = proof.facts.find((one) => one.label === "Post-run evidence");
    expect(within(fact("Post-run evidence")).getByRole("link")).toHaveAccessibleName(model?.action?.label ?? "");
  });

  test.each(restoreScenarios.map((one) => one.id))("never paints a fact positive in %s", (id) => {
    const { container } = render(<ProofAside model={wizardOf(id).proof} />);
    expect(container.querySelector("[data-tone=positive]")).toBeNull();
  });
});

test("a proof state that this version does not know is unknown", () => {
  const model = wizardOf("source_selected").proof;
  const [first, ...others] = model.facts;
  const wrong = { ...model, facts: [{ ...first, state: "certified" }, ...others] } as unknown as ProofAsideViewModel;
  render(<ProofAside model={wrong} />);
  expect(fact(first.label).querySelector("[data-part=glyph]")).toHaveAttribute("data-glyph", "question");
});
