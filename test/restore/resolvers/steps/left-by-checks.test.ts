import { describe, expect, test } from "vitest";
import { resolveLeftByChecks } from "../../../../src/restore/resolvers/steps/index.js";
import type { CheckFinding } from "../../../../src/restore/run/evidence.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import { checksOf } from "../../../../src/testing/scenarios/facts/evidence.js";
import { armed, scenario, scenarioContext, scoped, withRun } from "../../../../src/testing/scenarios/index.js";
import { contexts } from "../../../contract/languages.js";
import { plain } from "../../../support/plain.js";

const left = ({ run }: RestoreFacts, context = scenarioContext) => plain(resolveLeftByChecks(run, context));
const said = (facts: RestoreFacts, context = scenarioContext) =>
  left(facts, context)?.rows.map(({ literal, sentence, label, items, accepted }) => [
    literal,
    sentence.text,
    label,
    items.names.map((name) => name.external ?? name.text),
    accepted?.text ?? null,
  ]);

const found = (facts: RestoreFacts, findings: readonly CheckFinding[]) =>
  withRun(facts, { checks: checksOf(facts, findings) });
const missing = (index: number): CheckFinding => ({
  check: "missing_in_target",
  itemId: `item-${index}`,
  itemName: `Policy ${index}`,
  severity: "warning",
  reason: { code: "missing_would_be_created" },
});
const newer = (index: number): CheckFinding => ({
  ...missing(index),
  check: "newer_than_backup",
  reason: { code: "modified_after_capture", at: new Date(Date.UTC(2026, 10, 19, 9, 0, index)).toISOString() },
});

describe("RW-20 what the checks left is read by name before anything is written (SI-18)", () => {
  test("warnings, with what was found and of which policy", () => {
    expect(said(armed)).toEqual([
      [
        "attention",
        "The target does not have it. It would be created.",
        "Warning: Presence in target",
        ["Kiosk lockdown, retail"],
        null,
      ],
      [
        "attention",
        "Modified in the target at 19 Nov 2026, 09:26 UTC, after the backup was captured.",
        "Warning: Newer than backup",
        ["Edge security baseline"],
        null,
      ],
    ]);
  });

  test("what was accepted comes first, with who accepted it, when and why", () => {
    expect(said(scenario("armed_with_losses").facts)).toEqual([
      [
        "attention",
        "It only reports in the target and would be enforced: attackSurfaceReductionRules from “audit” to “block”.",
        "Blocking, accepted: Enforcement",
        ["Defender antivirus baseline"],
        "Accepted by Dana Okafor on 20 Nov 2026, 16:46 UTC: “The audit found nothing in six weeks.”",
      ],
      [
        "unknown",
        "Whether the target has it is not known: it could not list all items of this type, because the target limited the requests. Where it is not listed it would be created, and could then exist twice.",
        "Not evaluated, accepted: Presence in target",
        ["Kiosk lockdown, retail"],
        "Accepted by Dana Okafor on 20 Nov 2026, 16:46 UTC: “The kiosk policy was deleted last week, change 4711.”",
      ],
      [
        "attention",
        "Modified in the target at 19 Nov 2026, 09:26 UTC, after the backup was captured.",
        "Warning: Newer than backup",
        ["Edge security baseline"],
        null,
      ],
    ]);
  });

  test("and in German", () => {
    const [first] = said(scenario("armed_with_losses").facts, contexts.de) ?? [];
    expect(first?.slice(2)).toEqual([
      "Blockierend, hingenommen: Durchsetzung",
      ["Defender antivirus baseline"],
      "Hingenommen von Dana Okafor am 20. Nov. 2026, 16:46 UTC: „The audit found nothing in six weeks.“",
    ]);
  });

  test("a finding that still blocks is a condition, and not gone past", () => {
    expect(said(scenario("checks_not_evaluated").facts)).toBeUndefined();
    expect(said(scenario("check_accepted").facts)).toHaveLength(1);
  });

  test("nothing is said where nothing was left, nor where nothing was checked", () => {
    expect(left(scenario("checks_no_conflict").facts)).toBeNull();
    expect(left(scoped)).toBeNull();
  });

  test("an item without a name is not passed over", () => {
    const facts = found(scoped, [{ ...missing(1), itemName: "" }]);
    expect(said(facts)?.[0]?.[3]).toEqual(["Name not recorded"]);
  });

  test("of ten thousand items the first few are named, with the way to all of them", () => {
    const facts = found(
      scoped,
      Array.from({ length: 10_000 }, (_, index) => missing(index)),
    );
    const model = left(facts);
    expect(model).toMatchObject({ rows: { length: 1 }, more: null });
    expect(model?.rows[0]?.items).toMatchObject({
      names: { length: 5 },
      more: { kind: "link", label: "and 9,995 more in the findings", href: "#safety_checks/findings" },
    });
  });

  test("of ten thousand findings that each say something else likewise", () => {
    const facts = found(
      scoped,
      Array.from({ length: 10_000 }, (_, index) => newer(index)),
    );
    const model = left(facts);
    expect(model?.rows).toHaveLength(5);
    expect(model?.more).toEqual({
      kind: "link",
      id: "more_findings",
      label: "9,995 more findings to review",
      href: "#safety_checks/findings",
    });
    expect(left(facts, contexts.de)?.more?.label).toBe("9.995 weitere Befunde zu prüfen");
  });
});
