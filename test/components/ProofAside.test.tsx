import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";
import { ProofAside } from "../../src/index.js";
import { inDom, kit, restoreScenarios, resultOf, wizardOf } from "../../src/testing/index.js";
import type { ProofAsideViewModel } from "../../src/view-models/index.js";

const fact = (label: string) => {
  const found = screen.getByText(label, { selector: "dt" }).closest<HTMLElement>("[data-part=fact]");
  if (found === null) throw new Error(`“${label}” is not a fact.`);
  return found;
};

const { proofAside } = kit(inDom(userEvent));

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

  test("proves nothing before execution, and says why", async () => {
    render(<ProofAside model={wizardOf("source_selected").proof} />);
    for (const label of ["Operation proof", "Post-run evidence"]) {
      expect(await proofAside().fact(label)).toMatchObject({
        status: "unavailable",
        text: "Unavailable",
        detail: "Nothing has been executed.",
      });
      expect(fact(label).querySelector("[data-glyph=check]")).toBeNull();
    }
  });

  test("leads to proof that exists and may be opened", async () => {
    const { proof } = resultOf("completed_with_evidence");
    render(<ProofAside model={proof} />);
    const model = proof.facts.find((one) => one.label === "Post-run evidence");
    expect((await proofAside().fact("Post-run evidence")).action).toMatchObject({
      kind: "link",
      label: model?.action?.label,
    });
  });

  test("an operation that waits its turn does not look as if it ran", async () => {
    render(<ProofAside model={resultOf("queued").proof} />);
    expect(await proofAside().fact("Operation proof")).toMatchObject({ status: "pending", text: "Queued" });
    expect(fact("Operation proof").querySelector("[data-part=glyph]")).toHaveAttribute("data-glyph", "ring");
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
