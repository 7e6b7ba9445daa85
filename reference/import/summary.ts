import { formatting } from "../../src/flow/index.js";
import { englishTerms } from "../../src/restore/resolvers/copy/en/terms.js";
import { itemTypes } from "../../src/restore/rules/item-types.js";
import { carriesAssignments } from "../../src/restore/rules/quality.js";
import type { ImportedExport, ImportedFile } from "../../src/restore/run/items.js";
import type { ImportSummary } from "../api/imports.js";

type Outcome = ImportedFile["outcome"];

/** What is known of an import from its content alone, before it is stored anywhere. */
export type ContentSummary = Omit<ImportSummary, "id" | "as" | "name" | "replaced" | "notTaken">;

const words: Readonly<Record<Outcome, readonly [one: string, many: string]>> = {
  item: ["item", "items"],
  metadata_only_item: ["metadata-only item", "metadata-only items"],
  sidecar: ["settings file of a policy", "settings files of policies"],
  group: ["group", "groups"],
  migration_table: ["migration table", "migration tables"],
  duplicate_of_item: ["second copy of an item", "second copies of items"],
  not_an_export_file: ["file that is not part of an export", "files that are not part of an export"],
  unreadable: ["unreadable file", "unreadable files"],
};

const { itemType: typeNames } = englishTerms(formatting({ locale: "en", timeZone: "UTC" }));

const outcomes = Object.keys(words) as readonly Outcome[];

/** Counts an export's files and items. The counts by outcome add up to the number of files. */
export function summariseContent(report: ImportedExport): ContentSummary {
  const files = (outcome: Outcome) => report.files.filter((file) => file.outcome === outcome).length;
  const items = (capture: "full" | "degraded" | "metadata_only") =>
    report.items.filter((item) => item.capture === capture).length;
  return {
    tenantId: report.tenantId,
    tenantName: report.tenantName,
    capturedAt: report.capturedAt,
    fileCount: report.files.length,
    counts: {
      item: files("item"),
      metadata_only_item: files("metadata_only_item"),
      sidecar: files("sidecar"),
      group: files("group"),
      migration_table: files("migration_table"),
      duplicate_of_item: files("duplicate_of_item"),
      not_an_export_file: files("not_an_export_file"),
      unreadable: files("unreadable"),
    },
    itemCount: report.items.length,
    capture: { full: items("full"), degraded: items("degraded"), metadata_only: items("metadata_only") },
    assignmentsNotCaptured: report.items.filter((item) => item.assignments === null && carriesAssignments(item)).length,
    types: itemTypes.flatMap(({ id }) => {
      const count = report.items.filter(({ type }) => type === id).length;
      return count === 0 ? [] : [{ type: id, label: typeNames[id], count }];
    }),
    groupCount: report.groups.length === 0 ? null : report.groups.length,
    files: report.files.filter(({ reason }) => reason !== null),
  };
}

/** An export in lines for the terminal. */
export function summarise(report: ImportedExport): readonly string[] {
  return summaryLines(summariseContent(report));
}

/** A summary in lines for the terminal: every file accounted for, then whatever is less than plainly imported. */
export function summaryLines(summary: ContentSummary): readonly string[] {
  const { counts, capture } = summary;
  const sum = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => amount(counts[outcome], words[outcome]));
  const listed = (outcome: Outcome) => summary.files.filter((file) => file.outcome === outcome);
  return [
    `Tenant: ${printable(summary.tenantName ?? "not recorded")} (${printable(summary.tenantId ?? "id not recorded")})`,
    `Captured: ${summary.capturedAt ?? "not recorded"}`,
    `${amount(summary.fileCount, ["file", "files"])} = ${sum.join(" + ") || "nothing"}`,
    `Items: ${capture.full} fully captured, ${capture.degraded} degraded, ${capture.metadata_only} metadata-only`,
    ...summary.types.map(({ label, count }) => `  ${String(count).padStart(5)}  ${label}`),
    `Assignments not captured: ${amount(summary.assignmentsNotCaptured, ["item", "items"])}`,
    `Groups: ${summary.groupCount ?? "not recorded"}`,
    ...section("Unreadable, nothing imported", listed("unreadable")),
    ...section("Metadata-only: listed, never restored", listed("metadata_only_item")),
    ...section("Imported, with a remark", [...listed("item"), ...listed("sidecar"), ...listed("migration_table")]),
    ...section("Second copies, not imported", listed("duplicate_of_item")),
    ...section("Not part of an export", listed("not_an_export_file")),
  ];
}

function section(title: string, files: readonly ImportedFile[]): readonly string[] {
  if (files.length === 0) return [];
  return [
    "",
    `${title} (${files.length})`,
    ...files.map(({ path, reason }) => `  ${printable(path)}: ${printable(reason ?? "")}`),
  ];
}

function amount(count: number, [one, many]: readonly [string, string]): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Text from outside must not move the terminal's cursor or hide what stands beside it. */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "\uFFFD");
}
