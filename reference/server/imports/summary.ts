import { importOutcomeSchema, type ImportSummary } from "../../api/imports.js";
import type { ImportedExport } from "../../../src/restore/run/items.js";
import { itemTypeOf, itemTypes } from "../../../src/restore/rules/item-types.js";
import { carriesAssignments } from "../../../src/restore/rules/quality.js";

/** Where an export was stored. */
export interface ImportResult {
  readonly as: "backup" | "target";
  readonly id: string;
  readonly name: string;
  readonly replaced: boolean;
  readonly duplicates: readonly { readonly path: string; readonly name: string }[];
}

/** Accounts for every file and item of an import. */
export function summaryOf(content: ImportedExport, result: ImportResult): ImportSummary {
  const { items, files, groups } = content;
  const outcomes = importOutcomeSchema.options.map(
    (outcome) => [outcome, files.filter((file) => file.outcome === outcome).length] as const,
  );
  const captured = (quality: "full" | "degraded" | "metadata_only") =>
    items.filter((item) => item.capture === quality).length;
  const byType = new Map<string, number>();
  for (const { type } of items) byType.set(itemTypeOf(type).id, (byType.get(itemTypeOf(type).id) ?? 0) + 1);
  return {
    id: result.id,
    as: result.as,
    name: result.name,
    replaced: result.replaced,
    tenantId: content.tenantId,
    tenantName: content.tenantName,
    capturedAt: content.capturedAt,
    fileCount: files.length,
    counts: Object.fromEntries(outcomes) as ImportSummary["counts"],
    itemCount: items.length,
    capture: {
      full: captured("full"),
      degraded: captured("degraded"),
      metadata_only: captured("metadata_only"),
    },
    assignmentsNotCaptured: items.filter((item) => carriesAssignments(item) && item.assignments === null).length,
    types: itemTypes.flatMap(({ id, label }) => {
      const count = byType.get(id);
      return count === undefined ? [] : [{ type: id, label, count }];
    }),
    groupCount: groups.length === 0 ? null : groups.length,
    files: files.filter((file) => file.reason !== null || file.outcome === "unreadable").map((file) => ({ ...file })),
    notTaken: result.duplicates.map(({ path, name }) => ({ path, name })),
  };
}
