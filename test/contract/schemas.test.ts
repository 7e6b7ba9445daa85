import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseViewModel } from "../../src/view-models/schemas/index.js";
import { catalogue, restoreScenarios, resultOf, wizardOf, workflowOf } from "../../src/testing/scenarios/index.js";
import { generateSchemas, rootModels } from "../../scripts/schemas.js";

const generated = generateSchemas();

describe("the published schemas", () => {
  test.each([...generated])("%s is what the types say", (name, content) => {
    const committed = readFileSync(new URL(`../../src/view-models/schemas/generated/${name}`, import.meta.url), "utf8");
    expect(committed === content, `${name} has drifted: run "npm run schemas" and commit the result`).toBe(true);
  });

  test("every constraint written in the types arrives in the schema", () => {
    const schema = schemaDefinitions();
    expect(schema["KnownMeasure"]?.properties["value"]).toMatchObject({ type: "integer", minimum: 0 });
    expect(schema["GateProgress"]?.properties["total"]).toMatchObject({ type: "integer", minimum: 1 });
    expect(schema["BlockedAction"]?.properties["reason"]).toMatchObject({ minLength: 1 });
    expect(schema["InstantModel"]?.properties["iso"]?.pattern).toContain("T");
    expect(schema["NonEmptyListOfBlockerModel"]).toMatchObject({ minItems: 1 });
    expect(schema["CompleteGate"]?.additionalProperties).toBe(false);
    for (const name of rootModels) expect(schema[name]?.required, name).toContain("contract");
  });

  test("the number of bounded strings in the schema is the number of bounds in the types", () => {
    const types = typeSources();
    const written = [...types.matchAll(/@(minLength|pattern|minimum|asType)\b/g)].length;
    const inherited = JSON.stringify(schemaDefinitions());
    expect(written).toBeGreaterThan(60);
    expect([...inherited.matchAll(/"minLength":1/g)].length).toBeGreaterThanOrEqual(
      [...types.matchAll(/@minLength 1\b/g)].length,
    );
  });
});

describe("a value from outside", () => {
  test.each(catalogue.map(({ id }) => id))("every model that any workflow has is accepted in %s", (id) => {
    const { flow, decision, compact } = workflowOf(id);
    const parsed = [
      parseViewModel("ProcessFlowViewModel", flow),
      parseViewModel("DecisionCardViewModel", decision),
      parseViewModel("CompactSafetyStatusViewModel", compact),
    ];
    expect(parsed.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([]);
  });

  test.each(restoreScenarios.map((scenario) => scenario.id))(
    "every other model of a restore run is accepted in %s",
    (id) => {
      const wizard = wizardOf(id);
      const result = resultOf(id);
      const parsed = [
        parseViewModel("DecisionCardViewModel", result.decision),
        parseViewModel("ProofAsideViewModel", wizard.proof),
        parseViewModel("BackupQualitySummaryViewModel", wizard.quality),
        parseViewModel("CollapsedDiagnosticsViewModel", wizard.diagnostics),
        parseViewModel("StepRailViewModel", wizard.rail),
        parseViewModel("EnvironmentBadgeViewModel", wizard.badge),
      ];
      expect(parsed.flatMap((one) => (one.ok ? [] : one.problems))).toEqual([]);
    },
  );

  const armed = wizardOf("armed").compact;

  test("a gate that is complete with void evidence is refused", () => {
    const [first, ...others] = armed.flow.gates;
    const forged = {
      ...armed.flow,
      gates: [{ ...first, freshness: { state: "stale", word: "Stale", at: null, reason: "no marker" } }, ...others],
    };
    const parsed = parseViewModel("ProcessFlowViewModel", forged);
    expect(parsed.ok).toBe(false);
  });

  test("a blocked action without a reason is refused, and so is one with an empty reason", () => {
    const { decision } = wizardOf("viewer");
    for (const reason of [undefined, ""]) {
      const forged = {
        ...decision,
        primaryAction: { kind: "blocked", id: "x", label: "Restore", reason, clearedBy: null },
      };
      expect(parseViewModel("DecisionCardViewModel", forged).ok).toBe(false);
    }
  });

  test("a count that contradicts the gates is refused, and the path says where", () => {
    const forged = { ...armed.flow, progress: { complete: 7, total: 7, text: "7/7 gates complete" } };
    const parsed = parseViewModel("ProcessFlowViewModel", forged);
    expect(parsed).toEqual({
      ok: false,
      problems: [{ path: "/progress/complete", message: "says 7, and 6 gates are complete" }],
    });
  });

  test("execution that is called available while a gate is open is refused", () => {
    const open = wizardOf("preview_void").compact;
    const forged = { ...open, execution: { state: "available", text: "Execution available" } };
    const parsed = parseViewModel("CompactSafetyStatusViewModel", forged);
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual(["/execution/state"]);
  });

  test("a compact status that names another next gate than its flow is refused", () => {
    const open = wizardOf("preview_void").compact;
    const forged = { ...open, nextGate: { id: "confirmation", text: "Next gate: Confirmation" } };
    expect(parseViewModel("CompactSafetyStatusViewModel", forged).ok).toBe(false);
  });

  test.each([null, undefined, 7, "model", [], {}])("%j is refused and nothing is thrown", (value) => {
    for (const name of rootModels) expect(parseViewModel(name, value).ok).toBe(false);
  });

  test("a model of another contract version is refused", () => {
    expect(parseViewModel("ProcessFlowViewModel", { ...armed.flow, contract: "2.0" }).ok).toBe(false);
  });
});

interface Definition {
  readonly properties: Readonly<Record<string, { readonly pattern?: string }>>;
  readonly required: readonly string[];
  readonly additionalProperties: boolean;
}

function schemaDefinitions(): Readonly<Record<string, Definition>> {
  const text = generated.get("view-models.schema.json") ?? "";
  return (JSON.parse(text) as { $defs: Record<string, Definition> }).$defs;
}

function typeSources(): string {
  const directory = new URL("../../src/view-models/", import.meta.url);
  const names = [
    "common",
    "action",
    "gate",
    "freshness",
    "measure",
    "process-flow",
    "decision-card",
    "compact-safety-status",
    "proof-aside",
    "backup-quality-summary",
    "collapsed-diagnostics",
    "step-rail",
    "freshness-band",
    "environment-badge",
    "external-text",
    "evidence-body",
    "value",
    "check-list",
    "semantic-diff",
    "scope-picker",
    "mapping-resolver",
    "typed-confirmation",
    "result-summary",
    "run-timeline",
    "receipt",
  ];
  return names.map((name) => readFileSync(new URL(`${name}.ts`, directory), "utf8")).join("\n");
}
