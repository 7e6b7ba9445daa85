import type { RestoreFacts } from "../../../restore/run/facts.js";
import type { RestoreRun } from "../../../restore/run/run.js";
import { nightly, withRun } from "./draft.js";
import { checksOf, previewed, previewOfFacts } from "./evidence.js";
import { executed, results } from "./execution.js";
import { fieldGroup, mappingRequired, scoped } from "./scope.js";

/** One word of 400 letters, as a generated name can be. */
export const longWord = "Wiederherstellungsberechtigungsnachweis".repeat(11).slice(0, 400);

/** Every name that comes from outside, replaced. */
export const longNames: RestoreFacts = {
  ...withRun(mappingRequired, {
    requestedBy: { id: "long", name: longWord },
    target: { ...mappingRequired.run.target, label: longWord },
    targetIdentity: { tenantId: mappingRequired.run.target.tenantId, label: longWord, readAt: "2026-11-20T16:31:00Z" },
  }),
  backupSet: { ...nightly, name: longWord, tenantName: longWord },
  dependencies: [{ ...fieldGroup, sourceName: longWord }],
};

const hebrew = {
  person: "נועה לוי",
  set: "גיבוי לילי 18 בנובמבר",
  target: "קונטוסו ייצור",
  group: "קיוסקים בשטח",
} as const;

/** Names in a script that runs from right to left, inside sentences that do not. */
export const rightToLeftNames: RestoreFacts = {
  ...withRun(mappingRequired, {
    requestedBy: { id: "noa", name: hebrew.person },
    target: { ...mappingRequired.run.target, label: hebrew.target },
    targetIdentity: {
      tenantId: mappingRequired.run.target.tenantId,
      label: hebrew.target,
      readAt: "2026-11-20T16:31:00Z",
    },
  }),
  backupSet: { ...nightly, name: hebrew.set, tenantName: hebrew.target },
  dependencies: [{ ...fieldGroup, sourceName: hebrew.group }],
};

/** A finished run of which nothing was counted. */
export const withoutCounts: RestoreFacts = executed("partial", {
  execution: { results: { ...results.countsOnly, counts: null } },
  operation: { outcome: "partial", done: 0, total: null },
});

const many = 10_000;

/** A preview of 10,000 items. */
export const tenThousandItems: RestoreFacts = (() => {
  const ids = Array.from({ length: many }, (_, index) => `settings_catalog/${String(index).padStart(5, "0")}`);
  const facts: RestoreFacts = {
    ...withRun(scoped, { scope: { mode: "selected", itemIds: ids } }),
    scope: { inScope: many, writable: many, previewOnly: 0, metadataOnly: 0, requestedItems: ids },
  };
  const checked = withRun(facts, {
    checks: checksOf(
      facts,
      ids.map((itemId, index) => ({
        check: "identity",
        severity: "safe",
        itemId,
        itemName: `Policy ${index}`,
        reason: { code: "matched_by_id" },
      })),
    ),
  });
  const few = previewOfFacts(checked);
  const [template] = few.items;
  const preview: RestoreRun["preview"] =
    template === undefined
      ? null
      : {
          ...few,
          summary: { ...few.summary, itemsInScope: many, policiesChanged: many, policiesCreated: 0, unchanged: 0 },
          items: ids.map((itemId, index) => ({ ...template, itemId, name: `Policy ${index}`, targetId: `t-${index}` })),
        };
  return withRun(checked, { preview, revision: previewed.run.revision });
})();
