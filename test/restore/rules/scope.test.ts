import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scopedItems, scopeFacts, unknownItems, writability } from "../../../src/restore/rules/scope.js";
import type { RestoreScope } from "../../../src/restore/run/scope.js";
import { cases } from "../../support/property.js";
import { backupItem } from "./support.js";

const firewall = backupItem({ name: "Firewall" });
const bitlocker = backupItem({ name: "BitLocker" });
const access = backupItem({ name: "Require MFA", type: "conditional_access" });
const listed = backupItem({ name: "Unreadable", payload: null, capture: "metadata_only" });
const catalogue = [firewall, bitlocker, access, listed];

describe("RW-4 scope", () => {
  test("an empty selection restores nothing, never everything", () => {
    expect(scopedItems(catalogue, { mode: "selected", itemIds: [] })).toEqual([]);
  });

  test("mode all restores everything in the backup", () => {
    expect(scopedItems(catalogue, { mode: "all" })).toEqual(catalogue);
  });

  test("a scope that was never defined holds nothing", () => {
    expect(scopedItems(catalogue, null)).toEqual([]);
  });

  test("selected items keep the order of the catalogue, whatever order they were ticked in", () => {
    const scope = { mode: "selected", itemIds: [listed.id, bitlocker.id, "gone", bitlocker.id] } as const;
    expect(scopedItems(catalogue, scope)).toEqual([bitlocker, listed]);
  });

  test("ids that the backup set does not hold are named, each once, and in mode all there are none", () => {
    const scope = { mode: "selected", itemIds: ["gone", firewall.id, "__proto__", "gone"] } as const;
    expect(unknownItems(scope, scopeFacts(catalogue, scope))).toEqual(["gone", "__proto__"]);
    expect(unknownItems({ mode: "all" }, scopeFacts(catalogue, { mode: "all" }))).toEqual([]);
  });

  test("in mode all nothing is missing, whatever selection a record still carries beside it", () => {
    const all: RestoreScope = { mode: "all" };
    expect(unknownItems({ ...all, itemIds: ["gone"] } as RestoreScope, scopeFacts(catalogue, all))).toEqual([]);
  });

  test("a selection never brings in an item that was not ticked, and each ticked item once", () => {
    const ids = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(ids, fc.array(fc.string({ maxLength: 3 })), (present, ticked) => {
        const items = present.map((id) => backupItem({ id }));
        const result = scopedItems(items, { mode: "selected", itemIds: ticked }).map((item) => item.id);
        expect(result).toEqual(present.filter((id) => ticked.includes(id)));
      }),
      { numRuns: cases() },
    );
  });
});

describe("RW-5 what can be written", () => {
  test("each item in scope is writable, preview-only or metadata-only, and counted once", () => {
    expect(scopeFacts(catalogue, { mode: "all" })).toEqual({
      inScope: 4,
      writable: 2,
      previewOnly: 1,
      metadataOnly: 1,
      requestedItems: catalogue.map((item) => item.id),
    });
  });

  test("a policy whose secret was not captured is compared and never written over the real secret", () => {
    const problem = { code: "secret_not_captured", detail: "A value was masked." } as const;
    expect(writability({ ...firewall, capture: "degraded", problems: [problem] })).toBe("preview_only");
  });

  test("a policy without its settings file is listed only, however it was marked", () => {
    const problem = { code: "sidecar_missing", detail: "The settings were not there." } as const;
    expect(writability({ ...firewall, capture: "degraded", problems: [problem] })).toBe("metadata_only");
    expect(writability({ ...firewall, payload: null })).toBe("metadata_only");
  });

  test("an object of a type that nobody knows is never written", () => {
    expect(writability(backupItem({ type: "brand_new_thing" }))).toBe("preview_only");
  });

  test("a policy that only lacks its assignments can be written", () => {
    const problem = { code: "assignments_not_captured", detail: "Not in the export." } as const;
    expect(writability({ ...firewall, assignments: null, capture: "degraded", problems: [problem] })).toBe("writable");
  });
});
