import { describe, expect, test } from "vitest";
import { restoreExecution } from "../../src/restore/resolvers/gates.js";
import { type CompactSafetyStatusViewModel, gateStatus } from "../../src/view-models/index.js";
import { disagreements } from "./agreement.js";
import {
  catalogue,
  restoreScenarios,
  resultOf,
  scenario,
  wizardOf,
  workflowOf,
} from "../../src/testing/scenarios/index.js";
import { plain } from "../support/plain.js";

const ids = restoreScenarios.map((one) => one.id);
const all = catalogue.map((one) => one.id);

function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe("PF-16 card, flow, compact status and execution never disagree", () => {
  test.each(all)("in %s", (id) => {
    expect(disagreements(workflowOf(id))).toEqual([]);
  });

  test.each(ids)("nor with what may run and where Next leads, in %s", (id) => {
    const { flow, execution, next } = wizardOf(id);
    expect(execution.state).toBe(restoreExecution(scenario(id).facts).state);
    if (next?.kind === "blocked") expect(flow.gates.some((gate) => gate.reason === next.reason)).toBe(true);
  });
});

describe("SI-21 the operator reads one word for one thing", () => {
  const said = () => ids.flatMap((id) => strings([wizardOf(id), resultOf(id)])).join("\n");

  test.each(["preview", "checks", "dry-run", "restore", "partial", "follow-up"])("“%s” is among them", (term) => {
    expect(said().toLowerCase()).toContain(term);
  });

  test("and no other word for the same", () => {
    expect(
      said().match(/\b(simulat\w*|dry run|dryrun|trial run|roll ?backs?|recover point|warn only|todo)\b/gi),
    ).toBeNull();
  });
});

describe("PF-9 the compact status", () => {
  test("says the count, the next gate and whether execution is available", () => {
    const expected: Partial<CompactSafetyStatusViewModel> = {
      name: "Restore Safety Status",
      viewGatesLabel: "View safety gates",
    };
    expect(plain(wizardOf("mapping_required").compact)).toMatchObject({
      ...expected,
      nextGate: { text: "Next gate: Scope/dependency mapping" },
      flow: { progress: { text: "2/7 gates complete" } },
      execution: {
        state: "unavailable",
        text: "Execution unavailable",
      },
    });
  });
});

describe("PF-11 and PF-13 Next", () => {
  test.each([
    ["fresh_draft", "No backup set is selected."],
    ["mapping_required", "1 required mapping is not resolved: group Field kiosks."],
    ["checks_blocking", "Its id belongs to “Compliance, Windows 10” in the target, a policy of another type."],
    ["preview_void", "The preview is void since the selected items changed."],
  ] as const)("is blocked in %s, and says why", (id, reason) => {
    expect(plain(wizardOf(id).next)).toMatchObject({ kind: "blocked", reason });
  });

  test.each(["source_selected", "preview_current"] as const)("is open in %s", (id) => {
    expect(wizardOf(id).next).toMatchObject({ kind: "link" });
  });
});

describe("SI-10 what is not current never reads calm", () => {
  test.each(all)("in %s", (id) => {
    for (const gate of workflowOf(id).flow.gates) {
      if (gate.freshness !== null && gate.freshness.state !== "current") {
        expect(gateStatus(gate)).not.toBe("complete");
        expect(`${gate.word} ${gate.reason}`).not.toMatch(/\b(ready|safe|fine|ok)\b/i);
      }
    }
  });
});

describe("RR-12 no scenario makes a forbidden claim", () => {
  test.each(ids)("in %s", (id) => {
    const said = strings([wizardOf(id), resultOf(id)]).join("\n");
    expect(said).not.toMatch(/recovery verified|\bhealthy\b|\bcompliant\b|customer-safe/i);
  });
});

describe("PF-7 the proof aside", () => {
  test("names its seven facts in order, and proves nothing before execution (PF-15)", () => {
    const { proof } = wizardOf("armed");
    expect(proof.title).toBe("Restore Proof");
    expect(proof.facts.map((fact) => fact.label)).toEqual([
      "Source backup",
      "Target environment",
      "Requested by",
      "Restore scope",
      "Operation proof",
      "Post-run evidence",
      "Diagnostics",
    ]);
    expect(
      proof.facts.filter(({ id }) => id === "operation_proof" || id === "post_run_evidence").map(({ state }) => state),
    ).toEqual(["unavailable", "unavailable"]);
  });
});

describe("PF-6 quality", () => {
  test("a count that was not recorded is words, never a zero (BY-3)", () => {
    const { rows } = wizardOf("source_quality_not_recorded").quality;
    expect(rows.map(({ measure }) => measure.text)).toEqual(Array.from({ length: 5 }, () => "Not recorded"));
  });

  test("says what it does not prove", () => {
    expect(wizardOf("source_selected").quality.disclaimer).toBe(
      "Input quality proves neither that execution is safe nor that recovery is verified.",
    );
  });
});

describe("PF-8 diagnostics", () => {
  test.each(ids)("carry no raw payload in %s", (id) => {
    const { diagnostics } = wizardOf(id);
    expect(diagnostics.summary).toBe(`${diagnostics.entries.length} entries, no raw payload`);
    for (const entry of diagnostics.entries) expect(entry.value).not.toMatch(/[{[]/);
  });
});
