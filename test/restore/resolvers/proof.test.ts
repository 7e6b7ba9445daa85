import { describe, expect, test } from "vitest";
import { resolveProof } from "../../../src/restore/resolvers/proof.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import {
  executed,
  freshDraft,
  mappingRequired,
  scenario,
  scenarioContext,
  scoped,
  sourceSelected,
  withRun,
} from "../../../src/testing/scenarios/index.js";
import { plain } from "../../support/plain.js";

const proof = (facts: RestoreFacts) => plain(resolveProof(facts, "8 entries", scenarioContext));

/** One fact as an operator reads it: its state, what it says, and what is said beside it. */
function fact(id: string, facts: RestoreFacts) {
  const found = proof(facts).facts.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The proof has no fact “${id}”.`);
  return [found.state, found.text, found.detail];
}

const opened = (id: string, facts: RestoreFacts) => proof(facts).facts.find((each) => each.id === id)?.action;
const at = (id: string, facts: RestoreFacts) => {
  const found = proof(facts).facts.find((each) => each.id === id);
  return found !== undefined && "at" in found ? (found.at?.iso ?? null) : undefined;
};

describe("PF-7 the proof aside", () => {
  test("is called what it is, and tells its seven facts in their order", () => {
    const { id, title, facts } = proof(freshDraft);
    expect([id, title]).toEqual(["restore-proof", "Restore Proof"]);
    expect(facts.map((each) => [each.id, each.label])).toEqual([
      ["source_backup", "Source backup"],
      ["target_environment", "Target environment"],
      ["requested_by", "Requested by"],
      ["restore_scope", "Restore scope"],
      ["operation_proof", "Operation proof"],
      ["post_run_evidence", "Post-run evidence"],
      ["diagnostics", "Diagnostics"],
    ]);
  });

  test("says who asked for the run, and when", () => {
    expect(fact("requested_by", freshDraft)).toEqual(["recorded", "Dana Okafor", null]);
    expect(at("requested_by", freshDraft)).toBe(freshDraft.run.createdAt);
    expect(at("requested_by", withRun(freshDraft, { createdAt: "yesterday" }))).toBeNull();
  });

  test("leads to the diagnostics on the same page", () => {
    expect(fact("diagnostics", freshDraft)).toEqual(["recorded", "8 entries", null]);
    expect(at("diagnostics", freshDraft)).toBeNull();
    expect(opened("diagnostics", freshDraft)).toEqual({
      kind: "link",
      id: "go_to_diagnostics",
      label: "Go to diagnostics",
      href: "#diagnostics",
    });
  });
});

describe("PF-7, BY-3 the source", () => {
  const backup = sourceSelected.backupSet;
  if (backup === null) throw new Error("The scenario has no backup set.");
  const from = (change: Partial<typeof backup>): RestoreFacts => ({
    ...sourceSelected,
    backupSet: { ...backup, ...change },
  });

  test.each<[string, RestoreFacts, readonly (string | null)[]]>([
    ["nobody chose yet", freshDraft, ["unknown", "Not selected", "No backup set is selected."]],
    [
      "cannot be read",
      { ...sourceSelected, backupSet: null },
      ["unknown", "Not readable", "The selected backup set cannot be read."],
    ],
    ["names its tenant", sourceSelected, ["recorded", backup.name, "From Contoso"]],
    [
      "gives its tenant by its id alone",
      from({ tenantName: null }),
      ["recorded", backup.name, `From ${backup.tenantId}`],
    ],
    [
      "does not tell its tenant",
      from({ tenantName: null, tenantId: null }),
      ["recorded", backup.name, "Tenant not recorded"],
    ],
    [
      "does not tell when it was captured",
      from({ capturedAt: null }),
      ["recorded", backup.name, "From Contoso. Capture time not recorded."],
    ],
    [
      "tells as its capture what is no time",
      from({ capturedAt: "last night" }),
      ["recorded", backup.name, "From Contoso. Capture time not recorded."],
    ],
  ])("one that %s", (_, facts, expected) => {
    expect(fact("source_backup", facts)).toEqual(expected);
  });

  test("tells when it was captured only where that is on record", () => {
    expect(at("source_backup", sourceSelected)).toBe(backup.capturedAt);
    expect(at("source_backup", from({ capturedAt: "last night" }))).toBeNull();
  });
});

describe("PF-17 the target", () => {
  const { targetIdentity: identity, target } = freshDraft.run;
  if (identity === null) throw new Error("The scenario has no identity of its target.");
  const saying = (change: Partial<typeof identity>) =>
    withRun(freshDraft, { targetIdentity: { ...identity, ...change } });
  const notProven = ["unknown", "Contoso Production"];

  test.each<[string, RestoreFacts, readonly string[]]>([
    [
      "was read as what it was frozen as",
      freshDraft,
      ["available", "Contoso Production", "Prod. Identity read from the target."],
    ],
    [
      "is for tests",
      withRun(freshDraft, { target: { ...target, environment: "test" } }),
      ["available", "Contoso Production", "Test. Identity read from the target."],
    ],
    [
      "was not read",
      withRun(freshDraft, { targetIdentity: null }),
      [...notProven, "Its identity has not been read from the target."],
    ],
    ["bears another label", saying({ label: "Fabrikam" }), [...notProven, "The target now says it is Fabrikam."]],
    [
      "is another tenant under the same label",
      saying({ tenantId: "another" }),
      [...notProven, "The target now says it is Contoso Production."],
    ],
    [
      "was read at no time that is on record",
      saying({ readAt: "just now" }),
      [...notProven, "When its identity was read was not recorded."],
    ],
  ])("one that %s", (_, facts, expected) => {
    expect(fact("target_environment", facts)).toEqual(expected);
  });

  test("tells when its identity was read, and leads nowhere", () => {
    expect(at("target_environment", freshDraft)).toBe(identity.readAt);
    expect(opened("target_environment", freshDraft)).toBeNull();
  });
});

describe("PF-7 the scope", () => {
  test.each<[string, RestoreFacts, readonly string[]]>([
    ["was not defined", sourceSelected, ["unknown", "Not defined", "Defined in step 2."]],
    ["cannot be read", { ...scoped, scope: null }, ["unknown", "Not readable", "The items in scope cannot be read."]],
    ["is a selection", scoped, ["recorded", "12 items selected", "Updates what the target has, creates what it lacks"]],
    [
      "is everything",
      withRun(scoped, { scope: { mode: "all" }, restoreMode: "update_only" }),
      ["recorded", "All 12 items", "Updates only what the target has"],
    ],
  ])("one that %s", (_, facts, expected) => {
    expect(fact("restore_scope", facts)).toEqual(expected);
    expect(at("restore_scope", facts)).toBe(expected[0] === "unknown" ? undefined : null);
  });
});

describe("RR-8 operation and evidence", () => {
  const proven = scenario("completed_with_evidence").facts;

  test.each<[string, RestoreFacts, string, readonly (string | null)[]]>([
    [
      "before anything ran",
      mappingRequired,
      "operation_proof",
      ["unavailable", "Unavailable", "Nothing has been executed."],
    ],
    [
      "that waits its turn",
      executed("queued", {}),
      "operation_proof",
      ["pending", "Queued", "It waits for its turn and has not started."],
    ],
    [
      "that waits its turn, by the run alone",
      { ...executed("queued", {}), operation: null },
      "operation_proof",
      ["pending", "Queued", "It waits for its turn and has not started."],
    ],
    [
      "whose operation has begun before the run says so",
      executed("queued", { operation: { status: "running", startedAt: "2026-11-20T16:58:02Z" } }),
      "operation_proof",
      ["in_progress", "In progress", null],
    ],
    [
      "whose operation is queued, although the run is said to have completed",
      executed("completed", { operation: { status: "queued", outcome: null, startedAt: null, finishedAt: null } }),
      "operation_proof",
      ["pending", "Queued", "It waits for its turn and has not started."],
    ],
    ["while it runs", executed("running", {}), "operation_proof", ["in_progress", "In progress", null]],
    ["when it has ended", proven, "operation_proof", ["available", "Available", null]],
    [
      "when it has ended at no time that is on record",
      executed("completed", { operation: { finishedAt: null } }),
      "operation_proof",
      ["available", "Available", "When it ended was not recorded."],
    ],
    [
      "of another workspace",
      executed("completed", { operation: { workspaceId: "fabrikam" } }),
      "operation_proof",
      ["unavailable", "Unavailable", "The linked operation belongs to another run, workspace or environment."],
    ],
    ["that was read back", proven, "post_run_evidence", ["available", "Available", null]],
    [
      "that nobody read back",
      executed("completed", {}),
      "post_run_evidence",
      ["unavailable", "Unavailable", "No snapshot exists for this operation."],
    ],
  ])("an execution %s: %s", (_, facts, id, expected) => {
    expect(fact(id, facts)).toEqual(expected);
  });

  test("what can be shown can be opened, and says when it was so", () => {
    expect(opened("operation_proof", proven)).toEqual({
      kind: "link",
      id: "open_operation",
      label: "View operation",
      href: "#operation/operation",
    });
    expect(opened("post_run_evidence", proven)).toMatchObject({ id: "open_evidence", href: "#result/evidence" });
    expect(at("operation_proof", proven)).toBe(proven.operation?.finishedAt);
    expect(at("post_run_evidence", proven)).toBe(proven.evidence[0]?.capturedAt);
    expect(at("operation_proof", executed("running", {}))).not.toBeNull();
    expect(at("operation_proof", executed("queued", {}))).toBe("2026-11-20T16:58:00Z");
  });
});
