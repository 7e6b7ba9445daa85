import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BasisChange, basisOf } from "../../../src/safety/index.js";
import { checksBasis, evidenceFreshness, restoreBasis, rulesVersion } from "../../../src/restore/run/basis.js";
import type { CheckAcceptance } from "../../../src/restore/run/decisions.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
import { armed, scoped, withRun } from "../../../src/testing/scenarios/index.js";
import { cases } from "../../support/property.js";

const identity = { tenantId: armed.run.target.tenantId, label: armed.run.target.label, readAt: "2026-11-20T16:31:00Z" };
const set = { id: "bs_other", name: "Weekly", contentHash: "sha256:other" };
const acceptance: CheckAcceptance = {
  check: "identity",
  itemId: "settings_catalog/01",
  finding: "sha256:f",
  reason: "Looked at.",
  acceptedBy: { id: "dana", name: "Dana Okafor" },
  acceptedAt: "2026-11-20T16:41:00Z",
};

const withSet = (change: object): RestoreFacts => ({
  ...armed,
  backupSet: armed.backupSet === null ? null : { ...armed.backupSet, ...change },
});

const otherSet = (): RestoreFacts => ({
  ...withSet(set),
  run: { ...armed.run, backupSetId: set.id },
});

/** One change of each covered field: what moves, and from what to what. */
const covered: readonly (readonly [string, RestoreFacts, readonly BasisChange[]])[] = [
  [
    "another backup set",
    otherSet(),
    [
      {
        field: "backupSet",
        before: { id: armed.backupSet?.id ?? "", name: armed.backupSet?.name ?? "" },
        after: { id: "bs_other", name: "Weekly" },
      },
      { field: "backupContent", before: armed.backupSet?.contentHash, after: "sha256:other" },
    ],
  ],
  [
    "other content under the same id",
    withSet({ contentHash: "sha256:0" }),
    [{ field: "backupContent", before: armed.backupSet?.contentHash, after: "sha256:0" }],
  ],
  [
    "a backup set that cannot be read any more",
    { ...armed, backupSet: null },
    [
      { field: "backupSet", before: expect.anything() as never, after: null },
      { field: "backupContent", before: armed.backupSet?.contentHash, after: null },
    ],
  ],
  [
    "everything instead of a selection",
    withRun(armed, { scope: { mode: "all" } }),
    [
      { field: "scopeMode", before: "selected", after: "all" },
      { field: "requestedItems", before: expect.any(Array) as never, after: null },
    ],
  ],
  [
    "another selection",
    withRun(armed, { scope: { mode: "selected", itemIds: ["settings_catalog/01"] } }),
    [{ field: "requestedItems", before: expect.any(Array) as never, after: ["settings_catalog/01"] }],
  ],
  [
    "an empty selection, which is not everything",
    withRun(armed, { scope: { mode: "selected", itemIds: [] } }),
    [{ field: "requestedItems", before: expect.any(Array) as never, after: [] }],
  ],
  [
    "a scope that is no longer defined, which is not everything either",
    withRun(armed, { scope: null }),
    [
      { field: "scopeMode", before: "selected", after: null },
      { field: "requestedItems", before: expect.any(Array) as never, after: [] },
    ],
  ],
  [
    "the restore mode",
    withRun(armed, { restoreMode: "update_only" }),
    [{ field: "restoreMode", before: "create_missing", after: "update_only" }],
  ],
  [
    "a mapping to another object",
    withRun(armed, { mappings: { "group/field-kiosks": { decision: "map", targetId: "another" } } }),
    [
      {
        field: "mappings",
        before: { "group/field-kiosks": "map:retail-kiosks" },
        after: { "group/field-kiosks": "map:another" },
      },
    ],
  ],
  [
    "a mapping that is taken back, and with it what the directory said",
    withRun(armed, { mappings: {} }),
    [
      { field: "mappings", before: { "group/field-kiosks": "map:retail-kiosks" }, after: {} },
      { field: "directoryVersion", before: "sha256:directory-1", after: null },
    ],
  ],
  [
    "an identity decision",
    withRun(armed, { identityDecisions: { a: { decision: "match", targetId: "t" } } }),
    [{ field: "identityDecisions", before: {}, after: { a: "match:t" } }],
  ],
  [
    "the target's label",
    withRun(armed, { targetIdentity: { ...identity, label: "Renamed" } }),
    [
      {
        field: "target",
        before: { label: identity.label, tenantId: identity.tenantId },
        after: { label: "Renamed", tenantId: identity.tenantId },
      },
    ],
  ],
  [
    "the target's tenant",
    withRun(armed, { targetIdentity: { ...identity, tenantId: "another" } }),
    [
      {
        field: "target",
        before: { label: identity.label, tenantId: identity.tenantId },
        after: { label: identity.label, tenantId: "another" },
      },
    ],
  ],
  [
    "a target that has not said who it is",
    withRun(armed, { targetIdentity: null }),
    [
      {
        field: "target",
        before: { label: identity.label, tenantId: identity.tenantId },
        after: { label: null, tenantId: armed.run.target.tenantId },
      },
    ],
  ],
  [
    "the directory that a mapping used",
    { ...armed, directoryVersion: "sha256:directory-2" },
    [{ field: "directoryVersion", before: "sha256:directory-1", after: "sha256:directory-2" }],
  ],
];

describe("SI-1 a covered input that moves leaves neither checks nor preview current, and says what it was and is (BY-1)", () => {
  test.each(covered)("%s", (_, facts, changes) => {
    const { checks, preview } = evidenceFreshness(facts);
    expect(checks).toMatchObject({ state: "invalidated", changes });
    expect(preview).toMatchObject({ state: "invalidated", changes });
    expect(checksBasis(facts).fingerprint).not.toBe(checksBasis(armed).fingerprint);
    expect(restoreBasis(facts).fingerprint).not.toBe(restoreBasis(armed).fingerprint);
  });

  test("names every field that moved and no other", () => {
    for (const [, facts, changes] of covered) {
      const { checks } = evidenceFreshness(facts);
      expect(checks.state === "invalidated" ? checks.changes.map(({ field }) => field) : []).toEqual(
        changes.map(({ field }) => field),
      );
    }
  });

  test("evidence of older rules is void, and names both versions", () => {
    const older = basisOf({ ...restoreBasis(armed).fields, rulesVersion: "0" });
    const preview = { ...previewOfFacts(armed), basis: older };
    expect(evidenceFreshness(withRun(armed, { preview })).preview).toMatchObject({
      state: "invalidated",
      changes: [{ field: "rulesVersion", before: "0", after: rulesVersion }],
    });
  });

  test("every field is moved by some row of this table, but for the rules' own version", () => {
    const moved = new Set(covered.flatMap(([, , changes]) => changes.map(({ field }) => field)));
    expect(Object.keys(checksBasis(armed).fields).filter((field) => !moved.has(field))).toEqual(["rulesVersion"]);
  });

  test("accepting a finding voids the preview, and not the checks that hold the finding", () => {
    const { checks, preview } = evidenceFreshness(withRun(armed, { acceptances: [acceptance] }));
    expect(checks.state).toBe("current");
    expect(preview).toMatchObject({
      state: "invalidated",
      changes: [{ field: "acceptances", before: {}, after: { "sha256:f": "identity/settings_catalog/01" } }],
    });
  });
});

describe("SI-2 what is not an input leaves evidence current", () => {
  const others: readonly (readonly [string, RestoreFacts])[] = [
    ["turning dry-run on", withRun(armed, { dryRun: true })],
    [
      "a tick and a typed label",
      { ...armed, confirmation: { reviewedImpact: false, typedLabel: "Contoso", pasted: false } },
    ],
    ["a later revision", withRun(armed, { revision: 99 })],
    ["time passing", withRun(armed, { createdAt: "2020-01-01T00:00:00Z", updatedAt: "2030-01-01T00:00:00Z" })],
    ["who asked for the run", withRun(armed, { requestedBy: { id: "noor", name: "Noor Haddad" } })],
    ["another operator", { ...armed, operator: { ...armed.operator, id: "noor" } }],
    ["reading the target again", withRun(armed, { targetIdentity: { ...identity, readAt: "2027-01-01T00:00:00Z" } })],
    [
      "the same selection made in another order, and twice",
      withRun(armed, {
        scope: {
          mode: "selected",
          itemIds: [...(armed.run.scope?.itemIds ?? []), ...(armed.run.scope?.itemIds ?? [])].reverse(),
        },
      }),
    ],
    ["what is known of the set's quality", withSet({ quality: null, types: [], importedAt: "2030-01-01T00:00:00Z" })],
    ["counts of the scope", { ...armed, scope: null }],
    ["dependencies that were not determined", { ...armed, dependencies: null }],
  ];

  test.each(others)("%s", (_, facts) => {
    const { checks, preview } = evidenceFreshness(facts);
    expect([checks.state, preview.state]).toEqual(["current", "current"]);
    expect(restoreBasis(facts).fingerprint).toBe(restoreBasis(armed).fingerprint);
  });

  test("restoring the old value makes the evidence current again", () => {
    const away = withRun(armed, { restoreMode: "update_only" });
    expect(evidenceFreshness(away).preview.state).toBe("invalidated");
    expect(evidenceFreshness(withRun(away, { restoreMode: "create_missing" })).preview.state).toBe("current");
  });

  test("who accepted, when and why is recorded and decides nothing", () => {
    const accepted = withRun(armed, { acceptances: [acceptance] });
    const previewed = withRun(accepted, { preview: previewOfFacts(accepted) });
    const again = { ...acceptance, reason: "Other words.", acceptedAt: "2027-01-01T00:00:00Z" };
    expect(evidenceFreshness(withRun(previewed, { acceptances: [again] })).preview.state).toBe("current");
  });

  test("the order in which findings were accepted is none", () => {
    const other = { ...acceptance, finding: "sha256:g", itemId: "settings_catalog/02" };
    const there = restoreBasis(withRun(armed, { acceptances: [acceptance, other] }));
    expect(restoreBasis(withRun(armed, { acceptances: [other, acceptance] })).fingerprint).toBe(there.fingerprint);
  });

  test("a directory that no mapping used may change", () => {
    const unmapped = withRun(scoped, { mappings: {} });
    const checked = withRun(unmapped, { checks: checksOf(unmapped, []) });
    expect(checksBasis(checked).fields.directoryVersion).toBeNull();
    expect(evidenceFreshness({ ...checked, directoryVersion: "sha256:directory-2" }).checks.state).toBe("current");
  });
});

describe("SI-1 two different decisions never look the same", () => {
  test.each([
    ["mapping to an object that is called skip", { decision: "map", targetId: "skip" }, { decision: "skip" }],
    ["mapping to nothing", { decision: "map", targetId: "" }, { decision: "skip" }],
  ] as const)("%s is not skipping", (_, left, right) => {
    const of = (decision: typeof left | typeof right) =>
      checksBasis(withRun(armed, { mappings: { "group/x": decision } })).fingerprint;
    expect(of(left)).not.toBe(of(right));
  });

  test("matching a policy that is called create is not creating", () => {
    const match = withRun(armed, { identityDecisions: { a: { decision: "match", targetId: "create" } } });
    const create = withRun(armed, { identityDecisions: { a: { decision: "create" } } });
    expect(checksBasis(match).fingerprint).not.toBe(checksBasis(create).fingerprint);
  });

  test.each(["__proto__", "constructor", "toString"])("an item called %s is covered like every other", (itemId) => {
    const decided = withRun(armed, {
      identityDecisions: Object.fromEntries([[itemId, { decision: "create" } as const]]),
      mappings: Object.fromEntries([[itemId, { decision: "skip" } as const]]),
    });
    const { fields, fingerprint } = checksBasis(decided);
    expect(Object.entries(fields.identityDecisions)).toEqual([[itemId, "create"]]);
    expect(Object.entries(fields.mappings)).toEqual([[itemId, "skip"]]);
    expect(fingerprint).not.toBe(checksBasis(withRun(armed, { mappings: {} })).fingerprint);
    expect(evidenceFreshness(decided).checks).toMatchObject({
      changes: [{ field: "mappings" }, { field: "identityDecisions" }],
    });
  });

  test("a decision counts whether or not its item is in scope", () => {
    const elsewhere = withRun(armed, { identityDecisions: { "not/in/scope": { decision: "create" } } });
    expect(evidenceFreshness(elsewhere).checks.state).toBe("invalidated");
  });

  test("a summary of another backup set stands for none", () => {
    const { fields } = checksBasis({ ...armed, run: { ...armed.run, backupSetId: "bs_other" } });
    expect([fields.backupSet, fields.backupContent]).toEqual([null, null]);
  });
});

describe("SI-2 a record from before an input was covered is stale, because nobody can say whether it moved", () => {
  test.each(Object.keys(restoreBasis(armed).fields))("without %s", (field) => {
    const without = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([key]) => key !== field));
    const preview = previewOfFacts(armed);
    const recorded = { ...preview, basis: { fields: without(preview.basis?.fields ?? {}), fingerprint: "sha256:old" } };
    expect(evidenceFreshness(withRun(armed, { preview: recorded })).preview).toEqual({
      state: "stale",
      at: preview.capturedAt,
      cause: "basis_not_recorded",
    });
  });
});

describe("SI-1 by any sequence of edits", () => {
  type Edit = readonly [keyof ReturnType<typeof editsOf>, string];
  const names = ["restoreMode", "mapping", "identity", "items", "label", "directory", "dryRun", "typed", "revision"];
  const editsOf = (value: string) => ({
    restoreMode: (facts: RestoreFacts) =>
      withRun(facts, { restoreMode: value < "m" ? "create_missing" : "update_only" }),
    mapping: (facts: RestoreFacts) => withRun(facts, { mappings: { x: { decision: "map", targetId: value } } }),
    identity: (facts: RestoreFacts) => withRun(facts, { identityDecisions: { [value]: { decision: "create" } } }),
    items: (facts: RestoreFacts) => withRun(facts, { scope: { mode: "selected", itemIds: [...value] } }),
    label: (facts: RestoreFacts) => withRun(facts, { targetIdentity: { ...identity, label: value } }),
    directory: (facts: RestoreFacts) => ({ ...facts, directoryVersion: value }),
    dryRun: (facts: RestoreFacts) => withRun(facts, { dryRun: value < "m" }),
    typed: (facts: RestoreFacts) => ({
      ...facts,
      confirmation: { reviewedImpact: true, typedLabel: value, pasted: false },
    }),
    revision: (facts: RestoreFacts) => withRun(facts, { revision: value.length }),
  });
  const edits = fc.array(
    fc.tuple(fc.constantFrom(...(names as readonly Edit[0][])), fc.constantFrom("a", "b", "z", "ab", "ba")),
    { maxLength: 8 },
  );
  const edited = (list: readonly Edit[]): RestoreFacts =>
    list.reduce<RestoreFacts>((facts, [name, value]) => editsOf(value)[name](facts), armed);
  /** What the two sides of a property agree on, written down without any of the code under test. */
  const inputs = ({ run, directoryVersion }: RestoreFacts): string =>
    JSON.stringify([
      run.restoreMode,
      Object.entries(run.mappings),
      Object.entries(run.identityDecisions),
      [...new Set(run.scope?.itemIds)].sort(),
      run.targetIdentity?.label,
      Object.keys(run.mappings).length > 0 ? directoryVersion : null,
    ]);

  test("evidence recorded after one sequence is current after another exactly where the inputs are the same", () => {
    fc.assert(
      fc.property(edits, edits, (first, second) => {
        const recorded = edited(first);
        const now = edited(second);
        const run = { ...now.run, checks: checksOf(recorded, []), preview: previewOfFacts(recorded) };
        const { checks, preview } = evidenceFreshness({ ...now, run });
        const expected = inputs(recorded) === inputs(now) ? "current" : "invalidated";
        expect([checks.state, preview.state]).toEqual([expected, expected]);
      }),
      { numRuns: cases() },
    );
  });
});
