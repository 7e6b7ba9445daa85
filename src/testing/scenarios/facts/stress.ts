import type { RestoreFacts } from "../../../restore/run/facts.js";
import type { RestoreRun } from "../../../restore/run/run.js";
import { nightly, withRun } from "./draft.js";
import { checksOf, previewed, previewOfFacts } from "./evidence.js";
import { executed, noOutcomes, outcome, results, snapshot } from "./execution.js";
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

const manyIds = Array.from({ length: many }, (_, index) => `settings_catalog/${String(index).padStart(5, "0")}`);
const nameOf = (index: number) => `Policy ${index}`;

/** A preview of 10,000 items. */
export const tenThousandItems: RestoreFacts = (() => {
  const facts: RestoreFacts = {
    ...withRun(scoped, { scope: { mode: "selected", itemIds: manyIds } }),
    scope: { inScope: many, writable: many, previewOnly: 0, metadataOnly: 0, requestedItems: manyIds },
  };
  const checked = withRun(facts, {
    checks: checksOf(
      facts,
      manyIds.map((itemId, index) => ({
        check: "identity",
        severity: "safe",
        itemId,
        itemName: nameOf(index),
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
          items: manyIds.map((itemId, index) => ({ ...template, itemId, name: nameOf(index), targetId: `t-${index}` })),
        };
  return withRun(checked, { preview, revision: previewed.run.revision });
})();

/** A run over 10,000 items of which each hundredth failed, and whose target was read again. */
export const tenThousandOutcomes: RestoreFacts = (() => {
  const isHundredth = (index: number) => index % 100 === 99;
  const failures = many / 100;
  const applied = outcome(0, "applied");
  const failed = outcome(1, "failed", { code: "changed", detail: "The policy changed since the preview." });
  const items = manyIds.map((itemId, index) => ({
    ...(isHundredth(index) ? failed : applied),
    itemId,
    name: nameOf(index),
  }));
  const change: Parameters<typeof executed>[1] = {
    execution: { results: { counts: { ...noOutcomes, applied: many - failures, failed: failures }, items } },
    operation: { outcome: "partial", done: many, total: many },
    evidence: [
      {
        ...snapshot,
        coverage: { checked: many, notChecked: 0 },
        findings: manyIds.map((itemId, index) => ({
          itemId,
          name: nameOf(index),
          result: isHundredth(index) ? "differs" : "as_intended",
          parts: [
            isHundredth(index)
              ? { phase: "settings", result: "differs", differences: 1 }
              : { phase: "settings", result: "as_intended" },
          ],
          detail: null,
        })),
      },
    ],
  };
  return executed("partial", change, withRun(tenThousandItems, { dryRun: false }));
})();
