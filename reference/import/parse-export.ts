import type { BackupItem, ImportedExport, ImportedFile } from "../../src/restore/run/items.js";
import { type Classified, classify } from "./classify.js";
import type { ExportFile } from "./export-file.js";
import { numberItems } from "./number-items.js";
import { copiedPolicy } from "./portal-copies.js";
import { type ItemDraft, readItem, remarkOn, unreadItem } from "./read-item.js";
import { tenantFacts, type TenantFacts } from "./read-tenant.js";
import { sidecarsOf, type Sidecars } from "./sidecars.js";
import { sourcesOf } from "./source.js";

/**
 * Reads an Intune export in the IntuneManagement layout. Never throws for what a file holds, and accounts for every file
 * exactly once. No export of this layout says when it was captured, so `capturedAt` is null: the time of a file is that
 * of its last copy.
 */
export function parseExport(files: readonly ExportFile[]): ImportedExport {
  const sources = sourcesOf(files);
  const paths = new Set(sources.map(({ path }) => path));
  const classified = sources.map((source) => classify(source, paths));
  const tenant = tenantFacts(
    classified.flatMap((file) => (file.kind === "migration_table" ? [file.table] : [])),
    classified.flatMap((file) => (file.kind === "group" ? [file.group] : [])),
  );
  const sidecars = sidecarsOf(classified);
  const drafts = new Map<Classified, ItemDraft>();
  for (const file of classified) {
    if (file.kind === "object") drafts.set(file, readItem(file.source, file, sidecars.of(file), tenant.groupNames));
    if (file.kind === "unreadable_object") drafts.set(file, unreadItem(file.source, file.type, file.reason));
  }
  const copies = portalCopies(drafts);
  const items = numberItems([...drafts].flatMap(([file, draft]) => (copies.has(file) ? [] : [draft])));
  const itemAt = new Map(items.map((item) => [item.path, item]));
  return {
    tenantId: tenant.tenantId,
    tenantName: tenant.tenantName,
    capturedAt: null,
    items,
    groups: tenant.groups,
    files: classified.map((file) => ({
      path: file.source.path,
      ...(copies.get(file) ?? becameOf(file, itemAt.get(file.source.path), tenant, sidecars)),
    })),
  };
}

type Became = Pick<ImportedFile, "outcome" | "reason">;

/** Portal exports of policies that the export holds in full anyway. */
function portalCopies(drafts: ReadonlyMap<Classified, ItemDraft>): ReadonlyMap<Classified, Became> {
  const isCopy = (file: Classified) => "portalExport" in file && file.portalExport;
  const policies = [...drafts].flatMap(([file, draft]) => (isCopy(file) ? [] : [draft]));
  const copies = new Map<Classified, Became>();
  for (const [file, draft] of drafts) {
    if (!isCopy(file)) continue;
    const copied = copiedPolicy(draft, policies);
    if (copied !== null) copies.set(file, { outcome: "duplicate_of_item", reason: copied.reason });
  }
  return copies;
}

function becameOf(file: Classified, item: BackupItem | undefined, tenant: TenantFacts, sidecars: Sidecars): Became {
  if (item !== undefined) {
    return { outcome: item.capture === "metadata_only" ? "metadata_only_item" : "item", reason: remarkOn(item) };
  }
  if (file.kind === "settings") {
    const orphaned = "The export holds no endpoint security policy that these settings belong to.";
    return { outcome: "sidecar", reason: sidecars.belongs(file.source) ? null : orphaned };
  }
  if (file.kind === "group") return { outcome: "group", reason: null };
  if (file.kind === "migration_table") return { outcome: "migration_table", reason: tenant.conflict };
  if (file.kind === "other") return { outcome: file.outcome, reason: file.reason };
  return { outcome: "unreadable", reason: "The file became no item." };
}
