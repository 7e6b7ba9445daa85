import fc from "fast-check";
import { describe, test } from "vitest";
import {
  findingReference,
  type IdentityDecision,
  isAcceptable,
  undecidedItems,
} from "../../../src/restore/run/decisions.js";
import type { Assignment, BackupItem } from "../../../src/restore/run/items.js";
import type { MappingDecision, RestoreMode } from "../../../src/restore/run/scope.js";
import type { TargetDirectory, TargetLimit, TargetPolicy } from "../../../src/restore/run/target.js";
import { dependenciesOf } from "../../../src/restore/rules/mapping.js";
import type { PlannedItem } from "../../../src/restore/rules/plan.js";
import { agree, cases } from "../../support/property.js";
import { allDevices, allUsers, backupItem, exclude, include, policyOf } from "./support.js";
import { planRestore, previewOf, runChecks } from "./whole-scope.js";

const pick = fc.constantFrom;
const dana = { id: "dana", name: "Dana Okafor" };

const ids = ["p1", "P1", "p2", "0", "7", "constructor"] as const;
const names = ["Firewall", "firewall", "BitLocker", "Default", ""] as const;
const types = [
  "settings_catalog",
  "compliance_policy",
  "scope_tag",
  "assignment_filter",
  "conditional_access",
] as const;
const platforms = ["windows", "macos", null] as const;
const filtered = (groupId: string, id: string, mode: "include" | "exclude") =>
  include(groupId, { filter: { id, mode } });
const assignments: fc.Arbitrary<readonly Assignment[] | null> = fc.option(
  fc.array(
    pick(
      include("g1"),
      include("G1"),
      include("g2"),
      exclude("g2"),
      exclude("g3"),
      filtered("g1", "f1", "include"),
      filtered("g2", "f1", "exclude"),
      include("g3", { source: "policy_sets" }),
      allDevices,
      allUsers,
    ),
    { maxLength: 3 },
  ),
);
const tags: fc.Arbitrary<readonly string[] | null> = fc.option(fc.array(pick("0", "7", "8"), { maxLength: 2 }));
const content = {
  name: pick(...names),
  type: pick(...types),
  platform: pick(...platforms),
  assignments,
  scopeTagIds: tags,
};
const capture = pick<Partial<BackupItem>>(
  {},
  {},
  {},
  { payload: null, capture: "metadata_only" },
  { problems: [{ code: "secret_not_captured", detail: "Masked." }] },
  { problems: [{ code: "sidecar_missing", detail: "Gone." }] },
);
const catalogue: fc.Arbitrary<readonly BackupItem[]> = fc
  .array(fc.tuple(fc.record({ ...content, sourceId: fc.option(pick(...ids)) }), capture), { maxLength: 5 })
  .map((rows) =>
    rows.map(([fields, captured], index) =>
      backupItem({ ...fields, id: `i${index}`, payload: { port: index }, ...captured }),
    ),
  );
const policies: fc.Arbitrary<readonly TargetPolicy[]> = fc
  .array(fc.record({ ...content, id: pick(...ids, "x1", "x2") }), { maxLength: 5 })
  .map((rows) => rows.map(({ id, ...fields }) => policyOf(backupItem({ ...fields, payload: { port: 9 } }), { id })));
const limits: fc.Arbitrary<readonly TargetLimit[]> = fc.array(
  fc.record({
    of: pick(...types, "group"),
    access: pick("read" as const, "write" as const),
    cause: pick("throttled" as const, "not_licensed" as const),
  }),
  { maxLength: 2 },
);
const entries = (...own: readonly string[]) =>
  fc.array(fc.record({ id: pick(...own), name: pick(...names) }), { maxLength: 3 });
const directories: fc.Arbitrary<TargetDirectory | null> = fc.option(
  fc.record({
    version: fc.constant("1"),
    readAt: fc.constant("2026-02-01T00:00:00Z"),
    groups: entries("g1", "G2", "g3", "t1"),
    assignmentFilters: entries("f1", "t2"),
    scopeTags: entries("0", "7", "9"),
    limits,
  }),
  { freq: 8 },
);
const mappingDecisions = fc.dictionary(
  pick("group/g1", "group/G1", "group/g2", "group/g3", "assignment_filter/f1", "scope_tag/7", "scope_tag/8"),
  fc.oneof(
    fc.constant<MappingDecision>({ decision: "skip" }),
    pick("t1", "t2", "G1", "9", "0", "gone").map((targetId): MappingDecision => ({ decision: "map", targetId })),
  ),
);
const identityDecisions = fc.dictionary(
  pick("i0", "i1", "i2", "i3", "__proto__"),
  fc.oneof(
    fc.constant<IdentityDecision>({ decision: "create" }),
    pick(...ids, "x1", "gone").map((targetId): IdentityDecision => ({ decision: "match", targetId })),
  ),
);

/** Everything that a restore is planned from, and what somebody accepted of its checks. */
const restores = fc
  .record({
    catalogue,
    inScope: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    policies,
    limits,
    directory: directories,
    mappings: mappingDecisions,
    identityDecisions,
    restoreMode: pick<RestoreMode>("create_missing", "update_only"),
    accepts: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ inScope, accepts, mappings, ...world }) => {
    const items = world.catalogue.filter((_, index) => inScope[index]);
    const dependencies = dependenciesOf(items, world.directory, mappings, { groups: [], items: world.catalogue });
    const inputs = { ...world, items, dependencies };
    const findings = runChecks({ ...inputs, backupCapturedAt: null });
    const acceptances = findings
      .filter(isAcceptable)
      .filter((_, index) => accepts[index % accepts.length])
      .map((finding) => ({
        ...findingReference(finding),
        reason: "Seen.",
        acceptedBy: dana,
        acceptedAt: "2026-02-01T00:00:00Z",
      }));
    return { ...inputs, mappings, findings, acceptances, plan: planRestore({ ...inputs, acceptances }) };
  });

type Restore = typeof restores extends fc.Arbitrary<infer R> ? R : never;

/** What nobody has decided about an item that is written, told by the facts and not by the rules; empty where all is. */
function undecided({ item, policy, intended }: PlannedItem, restore: Restore): readonly string[] {
  const same = (left: string | null, right: string | null) => left?.toLowerCase() === right?.toLowerCase();
  const decision = Object.hasOwn(restore.identityDecisions, item.id) ? restore.identityDecisions[item.id] : undefined;
  const listed = !restore.limits.some(({ of, access }) => of === item.type && access === "read");
  const accepted = restore.acceptances.some(({ itemId, check }) => {
    return itemId === item.id && (check === "identity" || check === "missing_in_target");
  });
  const alike = restore.policies.filter(({ type, platform, name }) => {
    const fits = platform === null || item.platform === null || platform === item.platform;
    return type === item.type && fits && name.toLowerCase() === item.name.toLowerCase();
  });
  const ofItsId = restore.policies.filter(({ id }) => item.sourceId !== null && same(id, item.sourceId));
  // Each tenant numbers its own scope tags: another tag under the same number owns nothing.
  const owned = ({ id, name }: TargetPolicy) =>
    restore.catalogue.some(
      (other) =>
        other.id !== item.id &&
        other.type === item.type &&
        same(other.sourceId, id) &&
        (item.type !== "scope_tag" || other.name === name),
    );
  const open: string[] = [];
  const ask = (what: string, decided: boolean) => void (decided || open.push(what));

  ask("capture", item.payload !== null && item.problems.length === 0 && item.type !== "conditional_access");
  if (policy === null) {
    ask("a policy of its own id", ofItsId.length === 0 || decision?.decision === "create");
    ask(
      "a name that is taken",
      alike.every(({ name }) => name !== item.name),
    );
    ask("a similar name", alike.length === 0 || decision?.decision === "create");
    ask("what is not listed", listed || accepted);
    ask("whether anything is created at all", restore.restoreMode === "create_missing");
  } else {
    ask("the type", policy.type === item.type);
    ask("the built-in tag", policy.type !== "scope_tag" || policy.id !== "0");
    ask("the policy that was chosen", decision === undefined || same(decision.targetId ?? null, policy.id));
    ask("which of two of one id", restore.policies.filter(({ id }) => same(id, policy.id)).length === 1);
    if (decision === undefined && !same(policy.id, item.sourceId)) {
      ask("which namesake", alike.length === 1 && policy.name === item.name);
      ask("a policy of its own id", ofItsId.length === 0);
      ask("another item's policy", !owned(policy));
      ask("what is not listed", listed || accepted);
    }
  }
  const held = new Set(restore.directory?.groups.map(({ id }) => id.toLowerCase()));
  for (const { target } of intended.assignments ?? []) {
    if ("groupId" in target) ask("a group that the target has", held.has(target.groupId.toLowerCase()));
  }
  const known = new Set(["0", ...(restore.directory?.scopeTags.map(({ id }) => id) ?? [])]);
  for (const id of intended.scopeTagIds ?? []) ask("a tag that the target has", known.has(id));
  return open;
}

const isWritten = ({ action }: PlannedItem) => action !== "skip";

function nothingIsWrittenUndecided(restore: Restore): void {
  for (const planned of restore.plan.filter(isWritten)) agree(undecided(planned, restore).join(), "");
}

function nothingIsWrittenTwice({ plan }: Restore): void {
  const written = plan.filter(isWritten);
  const targets = written.flatMap(({ policy }) => policy?.id.toLowerCase() ?? []);
  agree(new Set(targets).size, targets.length);
  const created = written.flatMap(({ policy, item: { type, name, platform } }) =>
    policy === null ? JSON.stringify([type, name, platform]) : [],
  );
  agree(new Set(created).size, created.length);
}

/** What is skipped because nobody decided is a finding of the checks, that blocks or was not evaluated. */
function whatIsUndecidedIsFound({ plan, findings, acceptances }: Restore): void {
  for (const { itemId, skipReason } of undecidedItems(previewOf(plan).items, findings, acceptances)) {
    const own = findings.filter((finding) => finding.itemId === itemId);
    const said = own.some(({ severity }) => severity === "blocking" || severity === "not_evaluated");
    agree(said ? null : skipReason, null);
  }
}

/** What the checks say about identity, presence or references and nobody accepted is not written. */
function whatIsFoundIsNotWritten({ plan, findings, acceptances }: Restore): void {
  const settled = ["widening", "enforcement", "lockout", "newer_than_backup"];
  const accepted = new Set(acceptances.map(({ finding }) => finding));
  const open = findings.filter((finding) => {
    if (finding.severity !== "blocking" && finding.severity !== "not_evaluated") return false;
    return !settled.includes(finding.check) && !accepted.has(findingReference(finding).finding);
  });
  const waiting = new Set(open.map(({ itemId }) => itemId));
  for (const { item } of plan.filter(isWritten)) agree(waiting.has(item.id) ? item.id : null, null);
}

/** Leaving a reference out never reaches anybody whom the backup does not, and keeps every exclusion and every filter. */
function nobodyElseIsReached({ plan, dependencies }: Restore): void {
  const counterpart = new Map(
    dependencies.map(({ key, resolution }) => [
      key,
      "targetId" in resolution ? resolution.targetId.toLowerCase() : null,
    ]),
  );
  const spelled = (kind: string, group: string | null, filter: string | null) => JSON.stringify([kind, group, filter]);
  for (const { item, intended } of plan.filter(isWritten)) {
    if (intended.assignments === null) continue;
    const meant = (item.assignments ?? []).map(({ target, filter }) => {
      const group = "groupId" in target ? counterpart.get(`group/${target.groupId.toLowerCase()}`) : null;
      const by = filter === null ? null : `${filter.mode} ${counterpart.get(`assignment_filter/${filter.id}`)}`;
      return { kind: target.kind, group: group ?? null, text: spelled(target.kind, group ?? null, by) };
    });
    const after = intended.assignments.map(({ target, filter }) => {
      const group = "groupId" in target ? target.groupId.toLowerCase() : null;
      return spelled(target.kind, group, filter === null ? null : `${filter.mode} ${filter.id.toLowerCase()}`);
    });
    const allowed = meant.map(({ text }) => text);
    agree(after.find((assignment) => !allowed.includes(assignment)) ?? null, null);
    const exclusions = meant.filter(({ kind }) => kind === "exclude_group");
    agree(exclusions.find(({ text, group }) => group === null || !after.includes(text))?.text ?? null, null);
  }
}

describe("BY-3, BY-4, BY-5, BY-6 whatever the backup, the target and the decisions are", () => {
  // One property of five sentences: to make a backup, a target, decisions, checks and a plan takes longer than to ask all five.
  test("what is undecided is found and not written, nothing is written twice, and what is left out reaches nobody else", () => {
    fc.assert(
      fc.property(restores, (restore) => {
        nothingIsWrittenUndecided(restore);
        nothingIsWrittenTwice(restore);
        whatIsUndecidedIsFound(restore);
        whatIsFoundIsNotWritten(restore);
        nobodyElseIsReached(restore);
      }),
      { numRuns: cases() },
    );
  });
});
