import { describe, expect, test } from "vitest";
import { scopeLead } from "../../../../src/restore/resolvers/steps/scope-lead.js";
import { resolveWizard } from "../../../../src/restore/resolvers/wizard.js";
import type { RestoreFacts } from "../../../../src/restore/run/facts.js";
import {
  executed,
  freshDraft,
  mappingRequired,
  scenario,
  scenarioContext,
  scoped,
  sourceSelected,
  viewer,
} from "../../../../src/testing/scenarios/index.js";
import { plain } from "../../../support/plain.js";

const frameOf = (facts: RestoreFacts) => resolveWizard(facts, "define_restore_scope", scenarioContext);
const lead = (facts: RestoreFacts) => plain(scopeLead(facts, frameOf(facts), scenarioContext));
const wayOn = (label: string, href: string) => ({ kind: "link", id: "settle_scope", label, href });

const { scope: scopeFacts, dependencies } = scoped;
if (scopeFacts === null || dependencies === null) throw new TypeError("The scenario has no scope.");

describe("PF-11 the decision of step 2 names what is open, and the one way to settle it", () => {
  test("a required mapping", () => {
    expect(lead(mappingRequired)).toEqual({
      id: "scope-lead",
      label: "Restore scope",
      literal: "blocked",
      text: "1 required mapping is open",
      detail:
        "12 items in scope. 1 required mapping is not resolved: group Field kiosks. Checks wait until it is resolved.",
      action: wayOn("Resolve 1 target mapping", "#define_restore_scope/mappings"),
    });
  });

  test("no more of them than are open, whatever else was found", () => {
    const [found] = dependencies.filter(({ resolution }) => resolution.state !== "unresolved");
    if (found === undefined) throw new TypeError("The scenario has no counterpart.");
    const more = [1, 2, 3].map((each) => ({ ...found, key: `${found.key}-${each}` }));
    const facts = { ...mappingRequired, dependencies: [...(mappingRequired.dependencies ?? []), ...more] };
    expect(lead(facts).text).toBe("1 required mapping is open");
  });

  test("before there is a scope, to define it", () => {
    expect(lead(sourceSelected)).toEqual({
      id: "scope-lead",
      label: "Restore scope",
      literal: "next",
      text: "Choose what is restored",
      detail: "Nothing is in scope until you apply it.",
      action: wayOn("Define scope", "#define_restore_scope/scope"),
    });
  });

  test("a target that was not read yet is no reason to go elsewhere", () => {
    const unread = { ...mappingRequired, run: { ...mappingRequired.run, targetIdentity: null } };
    expect(lead(unread).action).toEqual(lead(mappingRequired).action);
    expect(lead(unread).action).not.toBeNull();
  });

  test("without a usable source, the way that its own gate names", () => {
    expect(lead(freshDraft).action).toEqual(wayOn("Select backup set", "#select_backup_set/backup-set"));
    expect(lead({ ...mappingRequired, backupSet: null }).action).toMatchObject({
      href: "#select_backup_set/backup-set",
    });
  });

  const unread = { ...mappingRequired, scope: null };
  const empty = { ...scoped, scope: { ...scopeFacts, inScope: 0, writable: 0 } };

  test.each([
    ["holds nothing", empty],
    ["cannot be read, whatever its references ask for", unread],
  ])("a scope that %s is not settled, and says why", (_, facts) => {
    expect(lead(facts)).toMatchObject({
      literal: "blocked",
      text: "Scope is not settled",
      action: wayOn("Define scope", "#define_restore_scope/scope"),
    });
    expect(lead(facts).detail).toBe(
      frameOf(facts).flow.gates.find(({ id }) => id === "scope_dependency_mapping")?.reason,
    );
  });

  test("references that could not be determined lead to where they are settled", () => {
    const place = lead({ ...scoped, dependencies: null }).action;
    expect(place).toMatchObject({ href: "#define_restore_scope/mappings", label: "Resolve target mappings" });
  });

  test("that the target is not the one expected comes before what of the scope is settled (PF-17)", () => {
    for (const run of [scoped.run, mappingRequired.run]) {
      const { targetIdentity } = scenario("target_differs").facts.run;
      expect(lead({ ...mappingRequired, run: { ...run, targetIdentity } })).toMatchObject({
        literal: "blocked",
        text: "Target is not the one expected",
        detail: expect.stringMatching(/^The target now says it is Contoso Staging\./),
        action: null,
      });
    }
  });

  test("nobody who may not change the scope is sent to change it (SI-11)", () => {
    for (const facts of [mappingRequired, sourceSelected])
      expect(lead({ ...facts, operator: viewer }).action).toBeNull();
  });

  test("a scope that could not be evaluated is not known, and never settled", () => {
    const frame = frameOf(scoped);
    const [first] = frame.flow.gates;
    if (first === undefined) throw new TypeError("There is no gate.");
    const without = { ...frame, flow: { ...frame.flow, gates: [first] as const } };
    expect(scopeLead(scoped, without, scenarioContext)).toEqual({
      id: "scope-lead",
      label: "Restore scope",
      literal: "unknown",
      text: "Scope not known",
      detail: "The scope could not be evaluated.",
      action: null,
    });
  });
});

describe("RW-5 a settled scope says what of it can be written", () => {
  test("and how its references stand", () => {
    expect(lead(scoped)).toEqual({
      id: "scope-lead",
      label: "Restore scope",
      literal: "complete",
      text: "12 items in scope",
      detail: "12 can be written. 2 references are resolved.",
      action: null,
    });
    const mixed = { ...scopeFacts, writable: 8, previewOnly: 3, metadataOnly: 1 };
    expect(lead({ ...scoped, scope: mixed, dependencies: [] }).detail).toBe(
      "8 can be written, 3 compare-only, 1 metadata-only. No reference needs a mapping.",
    );
  });

  test("where nothing can be written, that is said in the words of its gate (RW-6)", () => {
    const { facts } = scenario("scope_nothing_writable");
    const gate = frameOf(facts).flow.gates.find(({ id }) => id === "scope_dependency_mapping");
    expect(lead(facts)).toMatchObject({ literal: "attention", detail: gate?.notice });
  });

  test("where something was left out, what that costs is said, and nothing about it looks calm (PF-11)", () => {
    expect(lead(scenario("mapping_skipped").facts)).toMatchObject({
      literal: "attention",
      detail: "12 can be written. 1 reference is left out: 4 items are written without it.",
    });
  });

  test("what the gate says of other facts settles nothing", () => {
    for (const missing of [{ scope: null }, { dependencies: null }]) {
      for (const facts of [scoped, mappingRequired]) {
        const { literal, text } = scopeLead({ ...facts, ...missing }, frameOf(facts), scenarioContext);
        expect([literal, text]).toEqual(["blocked", "Scope is not settled"]);
      }
    }
  });

  test("nobody may change it any more once it was executed", () => {
    expect(lead(executed("completed", {})).action).toBeNull();
  });
});
