import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { readFolder } from "../../../reference/import/read-folder.js";
import type { IdentityDecisions } from "../../../src/restore/run/decisions.js";
import type { RestoreMode } from "../../../src/restore/run/scope.js";
import { matchAll } from "../../../src/restore/rules/identity.js";
import { type RawPolicy, rawName, rawNoise, rawPolicies, rawValues } from "./raw-policies.js";
import { dependencies, policyOf } from "./support.js";
import { planRestore, previewOf, runChecks } from "./whole-scope.js";

// Real public exports under another licence: read where they are present, never part of this repository.
const folder = process.env["CHECKRAIL_OIB"] ?? fileURLToPath(new URL("../../../../shared/data/oib", import.meta.url));
const present = existsSync(join(folder, "old")) && existsSync(join(folder, "new"));

const tally = (values: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
const withoutVersion = (name: string) => name.replace(/ - v\d+\.\d+$/, "");

/** The one item whose id and name lead to two policies of the target. */
const laps = "Win - OIB - ES - Windows LAPS - D - LAPS Configuration - v3.1";

/** The older version is the backup; the target holds the newer one, as a tenant seeded with it does. */
async function oldOverNew() {
  const backup = parseExport(await readFolder(join(folder, "old")));
  const target = parseExport(await readFolder(join(folder, "new")));
  const { items, capturedAt } = backup;
  const policies = target.items.map((item) => policyOf(item));
  const rows = dependencies(items);
  const undecided = { items, policies, dependencies: rows, limits: [] };
  // What a person would say of the one item that waits for them: it is the policy that has its id.
  const byItsId: IdentityDecisions = Object.fromEntries(
    items.flatMap(({ id, name, sourceId }) =>
      name === laps && sourceId !== null ? [[id, { decision: "match", targetId: sourceId }] as const] : [],
    ),
  );
  const inputs = (restoreMode: RestoreMode) => ({ ...undecided, restoreMode, identityDecisions: byItsId });
  const plan = planRestore(inputs("create_missing"));
  return {
    matches: matchAll(items, policies),
    planUndecided: planRestore({ ...undecided, restoreMode: "create_missing" }),
    findingsUndecided: runChecks({ ...undecided, restoreMode: "create_missing", backupCapturedAt: capturedAt }),
    plan,
    preview: previewOf(plan),
    findings: (mode: RestoreMode) => runChecks({ ...inputs(mode), backupCapturedAt: capturedAt }),
    previewWhereOnlyUpdating: previewOf(planRestore(inputs("update_only"))),
  };
}

/** The same two folders, compared file by file without any of the product's rules. */
function facts() {
  const before = rawPolicies(join(folder, "new"));
  const named = new Map([...before.values()].map((policy) => [rawName(policy), policy]));
  const backup = [...rawPolicies(join(folder, "old")).values()];
  const sameId = backup.flatMap((after) => pair(before.get(after.id), after));
  const sameName = backup
    .filter(({ id }) => !before.has(id))
    .flatMap((after) => pair(named.get(rawName(after)), after));
  const onlyOld = backup.filter((policy) => !before.has(policy.id) && !named.has(rawName(policy)));
  return { backup, named, sameId, sameName, pairs: [...sameId, ...sameName], onlyOld };
}

function pair(before: RawPolicy | undefined, after: RawPolicy) {
  return before === undefined ? [] : [{ before, after }];
}

/** Differences of a pair by what becomes of them, and how many are numbered choices whose meaning nobody exported. */
function differences({ before, after }: { readonly before: RawPolicy; readonly after: RawPolicy }) {
  const was = rawValues(before);
  const becomes = rawValues(after);
  const found: { readonly kind: string; readonly place: string; readonly values: readonly string[] }[] = [];
  for (const place of new Set([...was.keys(), ...becomes.keys()])) {
    const old = was.get(place) ?? [];
    const next = becomes.get(place) ?? [];
    if (old.length === 1 && next.length === 1 && !place.endsWith("[]")) {
      if (old[0] !== next[0]) found.push({ kind: "changes", place, values: [...old, ...next] });
      continue;
    }
    const gone = becomes.has(place) ? "changes" : "removes_protection";
    for (const value of old) if (!next.includes(value)) found.push({ kind: gone, place, values: [value] });
    for (const value of next) if (!old.includes(value)) found.push({ kind: "adds", place, values: [value] });
  }
  const described = [rawName(before) !== rawName(after), before.description !== after.description];
  const texts = described.filter(Boolean).map(() => "changes");
  const numbered = found.filter(({ place, values }) => {
    const definition = place.slice(place.lastIndexOf("/") + 1).replace("[]", "");
    return values.some(
      (value) => value.startsWith(`${definition}_`) && /^\d+$/.test(value.slice(definition.length + 1)),
    );
  });
  return { kinds: [...texts, ...found.map(({ kind }) => kind)], numbered: numbered.length };
}

describe.skipIf(!present)("OpenIntuneBaseline, the old version over the new one (skipped: set CHECKRAIL_OIB)", () => {
  let restore: Awaited<ReturnType<typeof oldOverNew>>;
  let raw: ReturnType<typeof facts>;
  beforeAll(async () => {
    restore = await oldOverNew();
    raw = facts();
  });

  describe("BY-4 which policy of the target each item is", () => {
    test("83 have their id there, 1 of them beside another policy of its name, 1 was made anew under its name, and 5 have neither", () => {
      expect([raw.sameId.length, raw.sameName.length, raw.onlyOld.length]).toEqual([83, 1, 5]);
      expect(tally([...restore.matches.values()].map(({ kind }) => kind))).toEqual({
        by_id: 82,
        ambiguous: 1,
        by_name: 1,
        missing: 5,
      });
    });

    test("14 were renamed: each has another version in its name, and one got (24H2+) as well", () => {
      const renamed = raw.sameId.filter(({ before, after }) => rawName(before) !== rawName(after));
      const more = renamed.filter(
        ({ before, after }) => withoutVersion(rawName(before)) !== withoutVersion(rawName(after)),
      );
      expect(more.map(({ before, after }) => rawName(before).replace(withoutVersion(rawName(after)), ""))).toEqual([
        " (24H2+) - v3.6",
      ]);
      // That one's old name was given to another policy of the target.
      expect(renamed.filter(({ after }) => raw.named.has(rawName(after)))).toEqual(more);
      expect(more.map(({ after }) => rawName(after))).toEqual([laps]);
      const found = restore.findingsUndecided.filter(({ reason }) => reason.code === "renamed");
      expect(found.map(({ itemName, severity }) => `${severity}: ${itemName}`).toSorted()).toEqual(
        renamed
          .filter((both) => !more.includes(both))
          .map(({ after }) => `warning: ${rawName(after)}`)
          .toSorted(),
      );
      expect(found).toHaveLength(13);
    });

    test("the one whose old name another policy has blocks and is not written until a person says which it is", () => {
      const blocking = restore.findingsUndecided.filter(({ severity }) => severity === "blocking");
      expect(blocking.map(({ itemName, reason }) => [itemName, reason])).toEqual([
        [
          laps,
          {
            code: "renamed_beside_namesake",
            inTarget: "Win - OIB - ES - Windows LAPS - D - LAPS Configuration (24H2+) - v3.6",
            inBackup: laps,
          },
        ],
      ]);
      const skipped = restore.planUndecided.filter(({ action }) => action === "skip");
      expect(skipped.map(({ item, skipReason }) => [item.name, skipReason])).toEqual([[laps, "identity_undecided"]]);
      expect(restore.plan.find(({ item }) => item.name === laps)?.action).toBe("update");
    });
  });

  describe("RW-6, RW-18 what the checks find", () => {
    test("each count is that of the files which give rise to it", () => {
      const newer = raw.pairs.filter(
        ({ before, after }) => Date.parse(before.lastModifiedDateTime) > Date.parse(after.lastModifiedDateTime),
      );
      const untold = raw.pairs.filter(({ after }) => !("assignments" in after));
      const createdUntold = raw.onlyOld.filter((policy) => !("assignments" in policy));
      const told = raw.backup.filter(({ assignments }) => Array.isArray(assignments) && assignments.length === 0);
      const counts = [newer, untold, createdUntold, told].map(({ length }) => length);
      expect(counts).toEqual([15, 58, 5, 26]);
      expect(tally(restore.findings("create_missing").map((found) => `${found.severity}: ${found.check}`))).toEqual({
        // 69 under their id and name, 1 under its name alone, 5 with nothing alike.
        "safe: identity": 75,
        // 13 were renamed, and of one a person said which it is.
        "warning: identity": 14,
        "safe: missing_in_target": 84,
        "warning: missing_in_target": 5,
        // The folders tell no time of capture, so each policy's own time is compared: 69 have the same one on both sides.
        "safe: newer_than_backup": 69,
        "warning: newer_than_backup": 15,
        // 58 leave the target's assignments alone, 5 would be created without any; 26 say that they have none.
        "safe: assignment_mapping": 26,
        "warning: assignment_mapping": 63,
        // Every file has the default scope tag and no other.
        "safe: scope_tag_mapping": 89,
      });
    });

    test("the 5 that are missing block where the restore only updates, and are skipped", () => {
      const blocking = restore.findings("update_only").filter(({ severity }) => severity === "blocking");
      expect(blocking.map(({ check, itemName }) => `${check}: ${itemName}`).toSorted()).toEqual(
        raw.onlyOld.map((policy) => `missing_in_target: ${rawName(policy)}`).toSorted(),
      );
      expect(restore.previewWhereOnlyUpdating.summary).toMatchObject({
        policiesChanged: 14,
        policiesCreated: 0,
        unchanged: 70,
        skipped: 5,
      });
    });
  });

  describe("RW-8 what the preview counts", () => {
    test("14 would change, 5 would be created with their scope tag, and 70 stay as they are", () => {
      const differing = raw.pairs.filter((both) => differences(both).kinds.length > 0);
      const updated = restore.plan.filter(({ action }) => action === "update").map(({ item }) => item.name);
      expect(updated.toSorted()).toEqual(differing.map(({ after }) => rawName(after)).toSorted());
      const created = restore.plan.filter(({ action }) => action === "create").map(({ item }) => item.name);
      expect(created.toSorted()).toEqual(raw.onlyOld.map(rawName).toSorted());
      expect(restore.preview.summary).toEqual({
        itemsInScope: 89,
        policiesChanged: 14,
        policiesCreated: 5,
        assignmentsChanged: 0,
        scopeTagsChanged: 5,
        unchanged: 70,
        skipped: 0,
        blastRadius: {
          policiesWritten: 19,
          // Not told for all that would be written: Copilot's alone says that it is assigned to nobody.
          includeGroups: null,
          excludeGroups: null,
          policiesForAllUsers: null,
          policiesForAllDevices: null,
        },
      });
    });
  });

  describe("BY-7 what would change in the 14", () => {
    const changes = () => restore.plan.filter(({ action }) => action === "update").flatMap(({ diff }) => diff.changes);

    test("56 values are only in the target, 23 only in the backup, and 32 differ", () => {
      expect(tally(raw.pairs.flatMap((both) => differences(both).kinds))).toEqual({
        removes_protection: 56,
        changes: 32,
        adds: 23,
      });
      expect(tally(changes().map(({ consequence }) => consequence))).toEqual({
        removes_protection: 56,
        changes: 32,
        adds: 23,
      });
    });

    test("71 are choices that the export only numbers, and are said to be uncertain", () => {
      expect(raw.pairs.reduce((sum, both) => sum + differences(both).numbered, 0)).toBe(71);
      expect(tally(changes().map(({ certainty }) => certainty.cause ?? certainty.state))).toEqual({
        choice_meaning_not_exported: 71,
        certain: 40,
      });
    });

    test("857 differences are hidden: times, counts, and the numbers and addresses that settings get anew", () => {
      const expected = new Map(raw.pairs.map(({ before, after }) => [after.id, rawNoise(before, after)]));
      for (const { item, diff } of restore.plan) {
        expect([item.name, diff.noiseHidden]).toEqual([item.name, expected.get(item.sourceId ?? "") ?? 0]);
      }
      expect([...expected.values()].reduce((sum, count) => sum + count, 0)).toBe(857);
    });
  });

  test("BY-7 in the 5 that would be created, the entries of Chrome's list of allowed extensions are no mere addition", () => {
    const allowed = raw.onlyOld.flatMap((policy) =>
      [...rawValues(policy)].flatMap(([place, values]) => (place.includes("allowlistdesc") ? values : [])),
    );
    const created = restore.plan.filter(({ action }) => action === "create").flatMap(({ diff }) => diff.changes);
    const entries = created.filter(({ consequence }) => consequence === "changes").map(({ after }) => after);
    expect(entries).toEqual(allowed.map((text) => ({ kind: "text", text, leftOut: 0 })));
    expect(allowed).toHaveLength(4);
  });
});
