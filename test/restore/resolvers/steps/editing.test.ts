import { describe, expect, test } from "vitest";
import {
  confirming,
  editAction,
  editing,
  generateLabel,
  placeModel,
  previewByName,
  undoneBy,
} from "../../../../src/restore/resolvers/steps/editing.js";
import { environmentBadge, shortRunId } from "../../../../src/restore/resolvers/steps/environment.js";
import { runStatusLiterals } from "../../../../src/restore/resolvers/steps/words.js";
import {
  armed,
  executed,
  previewed,
  scenarioContext,
  scoped,
  sourceSelected,
  viewer,
} from "../../../../src/testing/scenarios/index.js";

const action = { id: "do_it", label: "Do it" };
const left = "This run has left preparation and cannot be changed. Create a new run instead.";

describe("RW-12 who may change a run", () => {
  test("an operator who may prepare it, while it is in preparation", () => {
    expect(editing(armed, scenarioContext)).toEqual({ state: "open" });
    expect(editAction(armed, action, scenarioContext)).toEqual({ kind: "callback", ...action });
  });

  test("nobody once it left preparation, and the result is where it goes on", () => {
    const facts = { ...executed("completed", {}), operator: viewer };
    expect(editing(facts, scenarioContext)).toEqual({ state: "shut", reason: left });
    expect(editAction(facts, action, scenarioContext)).toEqual({
      kind: "blocked",
      ...action,
      reason: left,
      clearedBy: { step: "result", anchor: "result", label: "View result", href: "#result/result" },
    });
  });

  test("nobody confirms what may be another run by now, until it was read again (SI-2)", () => {
    const facts = { ...armed, superseded: true };
    const reason = scenarioContext.words.reasons.facts_superseded({ code: "facts_superseded" });
    expect(confirming(armed, scenarioContext)).toEqual({ state: "open" });
    expect(confirming(facts, scenarioContext)).toEqual({ state: "shut", reason });
    expect(editAction(facts, action, scenarioContext)).toMatchObject({ kind: "blocked", reason });
  });

  test("no member without the capability, who can clear it nowhere (SI-11)", () => {
    const facts = { ...armed, operator: viewer };
    expect(editing(facts, scenarioContext).state).toBe("shut");
    expect(editAction(facts, action, scenarioContext)).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining("workspace administrator"),
      clearedBy: null,
    });
  });
});

describe("BY-15 a place has one name", () => {
  const place = (step: string, anchor: string) => placeModel({ step, anchor }, "Elsewhere", scenarioContext);

  test("its own, or the one it is given", () => {
    expect(placeModel({ step: "preview", anchor: "run-preview" }, null, scenarioContext)).toEqual({
      step: "preview",
      anchor: "run-preview",
      label: scenarioContext.words.gates.place["preview/run-preview"],
      href: "#preview/run-preview",
    });
    expect(place("preview", "run-preview").label).toBe("Elsewhere");
  });

  test("generating the preview is called what its own page calls it, and nothing else is", () => {
    expect(generateLabel(scoped, scenarioContext)).toBe("Generate preview");
    expect(previewByName(place("preview", "run-preview"), previewed, scenarioContext)?.label).toBe(
      "Generate preview again",
    );
    for (const other of [place("preview", "items"), place("result", "run-preview")]) {
      expect(previewByName(other, previewed, scenarioContext)).toBe(other);
    }
    expect(previewByName(null, previewed, scenarioContext)).toBeNull();
  });
});

describe("BY-2 what a change would undo", () => {
  const select = { event: "backup_set_selected", backupSetId: "bs_0413" } as const;

  test("is named with what would be cleared, or void, or both", () => {
    expect(undoneBy(previewed, select, scenarioContext)).toBe(
      "Choosing another set voids checks and preview, and clears scope and mappings.",
    );
    expect(undoneBy(scoped, select, scenarioContext)).toBe("Choosing another set clears scope and mappings.");
    const mapping = { event: "mapping_decided", key: "k", decision: { decision: "skip" } } as const;
    expect(undoneBy(previewed, mapping, scenarioContext)).toBe("Another mapping voids checks and preview.");
  });

  test("is nothing where nothing would be lost", () => {
    expect(undoneBy(sourceSelected, select, scenarioContext)).toBeNull();
  });
});

describe("RW-11 how a run and its environment are shown", () => {
  test.each([
    ["prod", "Prod"],
    ["test", "Test"],
  ] as const)("%s", (environment, text) => {
    expect(environmentBadge(environment, scenarioContext)).toMatchObject({ environment, text });
  });

  test.each([
    ["0f3b7c1a-5d2e-4b6f-8a90-1c2d3e4f5a6b", "0f3b7c1a"],
    ["0F3B7C1A-5D2E-4B6F-8A90-1C2D3E4F5A6B", "0F3B7C1A"],
    ["rr_2041", "rr_2041"],
    ["0f3b7c1a-5d2e-4b6f-8a90-1c2d3e4f5a6b-2", "0f3b7c1a-5d2e-4b6f-8a90-1c2d3e4f5a6b-2"],
    ["run 0f3b7c1a-5d2e-4b6f-8a90-1c2d3e4f5a6b", "run 0f3b7c1a-5d2e-4b6f-8a90-1c2d3e4f5a6b"],
  ])("the id %s is headed %s", (id, short) => {
    expect(shortRunId(id)).toBe(short);
  });
});

describe("SI-12 a status looks like what it asks for, as far as it alone tells", () => {
  test.each([
    ["pending", ["draft", "scoped", "checked", "previewed", "queued"]],
    ["running", ["running"]],
    ["recorded", ["completed"]],
    ["attention", ["partial", "completed_with_errors"]],
    ["blocked", ["failed"]],
    ["unavailable", ["cancelled"]],
  ] as const)("%s", (literal, statuses) => {
    const looking = Object.entries(runStatusLiterals).filter(([, look]) => look === literal);
    expect(looking.map(([status]) => status)).toEqual(statuses);
  });
});
