import { describe, expect, test } from "vitest";
import { resolvePreviewStep } from "../../../../src/restore/resolvers/steps/preview-step.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import type { ChangeConsequence } from "../../../../src/restore/run/change.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import {
  previewed,
  scenario,
  scenarioContext,
  type ScenarioId,
  withRun,
} from "../../../../src/testing/scenarios/index.js";

const preview = (facts: RestoreFacts) =>
  resolvePreviewStep(facts, resolveWizard(facts, "preview", scenarioContext), scenarioContext);
const factsOf = (id: ScenarioId): RestoreFacts => scenario(id).facts;

/** A current preview in which each policy has changes of the given consequences. */
function withChanges(...policies: (readonly ChangeConsequence[])[]): RestoreFacts {
  const recorded = previewed.run.preview;
  const [first] = recorded?.items ?? [];
  if (recorded === null || first === undefined) throw new TypeError("The scenario has no preview.");
  const items = policies.map((consequences, index) => ({
    ...first,
    name: `Policy ${index + 1}`,
    changes: consequences.map((consequence) => ({
      phase: "settings" as const,
      consequence,
      certainty: { state: "certain" } as const,
      path: [{ kind: "field", text: "firewall", leftOut: 0 }] as const,
      before: { kind: "absent" } as const,
      after: { kind: "switch", on: true } as const,
    })),
  }));
  return withRun(previewed, { preview: { ...recorded, items } });
}

describe("step 4", () => {
  test("a current preview leads with what would be written, and without a blocker that is not its own (PF-14)", () => {
    const model = preview(previewed);
    expect(model.decision.status.text).toBe("11 policies would be written");
    expect(JSON.stringify(model.decision)).not.toMatch(/blocked|dry-run/i);
    expect(model.void).toBe(false);
  });

  test("a preview that removes protection says so before its way on", () => {
    expect(preview(previewed).decision.impact).toMatch(
      /^3 policies would remove protection\. Nothing has been written/,
    );
    expect(preview(previewed).decision.status.literal).toBe("attention");
  });

  test("the decision tells both who is reached and what is lost, with names where they are few", () => {
    const impact = preview(withChanges(["widens"], ["removes_protection"], ["changes", "removes_protection"])).decision
      .impact;
    expect(impact).toContain("1 policy would widen who is reached: “Policy 1”.");
    expect(impact).toContain("2 policies would remove protection: “Policy 2” and “Policy 3”.");
  });

  test("changes that are compared and never written are no consequence of the restore", () => {
    const facts = withChanges(["removes_protection"]);
    const recorded = facts.run.preview;
    if (recorded === null) throw new TypeError("The scenario has no preview.");
    const items = recorded.items.map((item) => ({ ...item, action: "skip", skipReason: "preview_only" }) as const);
    const { decision } = preview(withRun(facts, { preview: { ...recorded, items } }));
    expect(decision.impact).not.toContain("protection");
  });

  test("a widening that is counted and not listed is no less a widening", () => {
    const facts = withChanges(["changes"]);
    const recorded = facts.run.preview;
    if (recorded === null) throw new TypeError("The scenario has no preview.");
    const items = recorded.items.map((item) => ({
      ...item,
      changesNotListed: { ...item.changesNotListed, widens: 7, adds: 1 },
    }));
    const model = preview(withRun(facts, { preview: { ...recorded, items } }));
    expect(model.decision.impact).toContain("1 policy would widen who is reached: “Policy 1”.");
    expect(model.items[0]?.notListed).toContain(
      "8 more changes are counted and not listed, among them 7 that widen who is reached.",
    );
  });

  test("a void preview leads with the gates' own decision, and the way forward is to generate it again", () => {
    const model = preview(factsOf("preview_void"));
    expect(model.decision.status).toMatchObject({ literal: "invalidated", text: "Preview is void" });
    expect(model.decision.primaryAction).toMatchObject({ kind: "callback", id: "generate_preview" });
    expect(model.band.action).toBeNull();
    expect(model.counts).not.toHaveLength(0);
  });

  test("while checks block, generating a preview is blocked with their reason", () => {
    const model = preview(factsOf("checks_blocking"));
    expect(model.band.action).toMatchObject({ kind: "blocked", clearedBy: { anchor: "findings" } });
  });

  test("the control for more items says what they are", () => {
    expect(preview(previewed).showMore(5)).toBe("Show 5 more items: 1 would be created, 4 would be updated");
  });

  test("the most consequential items come first, and unchanged ones wait behind a control", () => {
    const model = preview(previewed);
    expect(model.items[0]?.groups[0]?.id).toBe("removes_protection");
    expect(model.items.every(({ unchanged }) => !unchanged)).toBe(true);
    expect(model.unchanged?.items.map(({ name }) => name)).toEqual(["Wi-Fi, head office"]);
  });
});
