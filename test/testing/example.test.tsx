import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DecisionCard, ProcessFlow } from "checkrail";
import { inDom, kit } from "checkrail/testing";
import type { DecisionCardViewModel, GateModel, PlaceModel, ProcessFlowViewModel } from "checkrail/view-models";
import { expect, test } from "vitest";

const callers: PlaceModel = { step: "callers", anchor: "list", label: "See the callers", href: "#callers/list" };

/** A workflow as a team may have it: one gate, filled by hand. */
function RetireKey({ usedBy }: { usedBy: number }) {
  const reason = `${usedBy} callers still use it.`;
  const gate: GateModel = {
    id: "unused",
    title: "No caller uses the key",
    verdict: "blocked",
    position: "next",
    word: "Blocked",
    reason,
    freshness: null,
    blockers: [{ code: "in_use", reason, clearedBy: callers }],
    action: null,
  };
  const flow: ProcessFlowViewModel = {
    contract: "1.0",
    id: "retire-gates",
    title: "Gates",
    progress: { complete: 0, total: 1, text: "0/1 gates complete" },
    gates: [gate],
  };
  const decision: DecisionCardViewModel = {
    contract: "1.0",
    id: "retire",
    name: "Key safety",
    status: { literal: "blocked", text: "Key is in use", at: null },
    reason: "It was used an hour ago.",
    impact: "Retiring it now would cut callers off.",
    primaryAction: { kind: "blocked", id: "retire", label: "Retire key", reason, clearedBy: callers },
    claim: null,
    attention: null,
  };
  return (
    <main>
      <DecisionCard model={decision} />
      <ProcessFlow model={flow} />
    </main>
  );
}

test("a key that is still used cannot be retired", async () => {
  render(<RetireKey usedBy={3} />);
  const { processFlow, decisionCard } = kit(inDom(userEvent));

  expect(await processFlow().nextGate()).toMatchObject({ title: "No caller uses the key", status: "blocked" });
  expect((await decisionCard().read()).primaryAction).toMatchObject({
    kind: "blocked",
    reason: "3 callers still use it.",
    clearedBy: { label: "See the callers" },
  });
});
