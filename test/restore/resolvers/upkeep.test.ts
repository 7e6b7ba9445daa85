import { describe, expect, test } from "vitest";
import { restoreContext } from "../../../src/restore/resolvers/context.js";
import { resolveUpkeep, type UpkeepAction, upkeepActions, upkeepOf } from "../../../src/restore/resolvers/upkeep.js";
import {
  restoreScenarios,
  executed,
  previewed,
  scenario,
  scenarioContext,
  viewer,
} from "../../../src/testing/index.js";

const confirmed = { state: "needs_confirmation" } as const;
const refused = (refusal: string) => ({ state: "refused", refusal });

describe("SI-20 archive, rerun and delete are confirmation-gated", () => {
  test.each(restoreScenarios.map(({ id }) => id))(
    "in %s every action asks first, or says why it cannot be done",
    (id) => {
      for (const { action, confirmation } of resolveUpkeep(scenario(id).facts, scenarioContext)) {
        if (action.kind === "blocked") {
          expect(confirmation).toBeNull();
          expect(action.reason).not.toBe("");
        } else {
          expect(confirmation?.confirmLabel).toBe(action.label);
          expect(confirmation?.keepLabel).not.toBe(action.label);
        }
      }
    },
  );

  test.each(["queued", "running"] as const)("an operator can do nothing with a run that is %s", (status) => {
    for (const action of upkeepActions) {
      expect(upkeepOf(executed(status, {}), action)).toEqual(refused("restore_in_progress"));
    }
  });

  test("what only waits for the restore to end is nothing to mend, and anything else is", () => {
    for (const { action } of resolveUpkeep(executed("running", {}), scenarioContext))
      expect(action).toMatchObject({ kind: "blocked", waits: true });
    for (const { action } of resolveUpkeep({ ...previewed, operator: viewer }, scenarioContext))
      expect(action).not.toHaveProperty("waits");
  });

  test("a run is under way as long as its operation is, whatever its own status says", () => {
    const facts = executed("completed", { operation: { status: "running", outcome: null, finishedAt: null } });
    expect(upkeepOf(facts, "archive")).toEqual(refused("restore_in_progress"));
  });

  test("a draft can be put away or deleted, and there is nothing to run again", () => {
    expect(upkeepActions.map((action) => upkeepOf(previewed, action))).toEqual([
      confirmed,
      refused("still_in_preparation"),
      confirmed,
    ]);
  });

  test.each(["completed", "partial", "completed_with_errors", "failed", "cancelled"] as const)(
    "a %s run is kept as the record of what was done",
    (status) => {
      const facts = executed(status, {});
      expect(upkeepOf(facts, "delete")).toEqual(refused("kept_for_audit"));
      expect(upkeepOf(facts, "archive")).toEqual(confirmed);
      expect(upkeepOf(facts, "rerun")).toEqual(confirmed);
    },
  );

  test("a member without the capability sees every action and why it is not theirs", () => {
    for (const action of resolveUpkeep({ ...previewed, operator: viewer }, scenarioContext)) {
      expect(action.action).toMatchObject({ kind: "blocked", reason: expect.stringContaining("administrator") });
    }
  });
});

describe("SI-7 a result that asks for review says so before it leaves the list", () => {
  const archiveText = (id: Parameters<typeof scenario>[0]) => textOf(id, "archive");

  test.each(["needs_review", "failed", "completed_proof_incomplete"] as const)("%s", (id) => {
    expect(archiveText(id)).toContain("still asks for review");
  });

  test.each(["completed_with_evidence", "blocked_or_cancelled", "preview_current"] as const)(
    "and %s does not",
    (id) => {
      expect(archiveText(id)).not.toContain("review");
    },
  );

  test("only putting it away hides it: running it again and deleting it ask their own questions", () => {
    const { facts } = scenario("failed");
    for (const { id, action, confirmation } of resolveUpkeep(facts, scenarioContext)) {
      if (action.kind === "blocked") continue;
      expect(action).toEqual({ kind: "callback", id, label: action.label });
      expect(confirmation?.text.includes("still asks for review")).toBe(id === "archive");
    }
  });

  test("evidence that shows a difference asks for review although the restore completed", () => {
    expect(archiveText("completed_with_follow_up")).toContain("still asks for review");
  });

  test("the question is asked in German too", () => {
    const context = restoreContext({ locale: "de-DE", timeZone: "UTC", href: () => "#" });
    const [archive] = resolveUpkeep(scenario("failed").facts, context);
    expect(archive?.confirmation?.title).toBe("Diesen Restore-Lauf archivieren?");
  });
});

function textOf(id: Parameters<typeof scenario>[0], action: UpkeepAction): string {
  const model = resolveUpkeep(scenario(id).facts, scenarioContext).find((one) => one.id === action);
  return model?.confirmation?.text ?? "";
}
