import { canonicalJson, type JsonValue } from "../../src/safety/index.js";
import type { ReceiptContent, ReceiptSectionId } from "../../src/restore/rules/receipt/document.js";
import type { AuditEntry } from "../api/audit.js";

/**
 * Answers: which sections of a receipt does the audit trail tell otherwise, or not at all? `entries` are those up to the one
 * that the receipt names. A receipt that was altered and hashed anew fits itself; what was recorded it does not fit.
 */
export function contradictedSections(
  content: ReceiptContent,
  entries: readonly AuditEntry[],
): readonly ReceiptSectionId[] {
  const own = entries.filter(({ restoreRunId }) => restoreRunId === content.run.id);
  if (own.at(-1) !== entries.at(-1)) return ["run"];
  const last = (event: string) => own.findLast((entry) => entry.event === event);
  const contradicted: Partial<Record<ReceiptSectionId, boolean>> = {
    basis:
      differs(content.basis.checks, last("checks_completed"), "fingerprint") ||
      differs(content.basis.preview, last("preview_completed"), "fingerprint") ||
      differs(content.basis.executed, last("execution_queued"), "fingerprint"),
    checks: differs(content.checks?.summary ?? null, last("checks_completed"), "summary"),
    decisions: !content.decisions.acceptances.every((each) => own.some((entry) => tellsAcceptance(entry, each))),
    confirmation: isOtherConfirmation(content.confirmation, last("execution_queued")),
    outcomes: areOtherOutcomes(content.outcomes, own),
    evidence:
      content.evidence !== null &&
      !own.some((entry) => entry.event === "evidence_captured" && told(entry, "snapshotId") === content.evidence?.id),
  };
  return (Object.keys(contradicted) as ReceiptSectionId[]).filter((section) => contradicted[section] === true);
}

/** What an entry tells under a name; undefined where it tells nothing. */
function told({ detail }: AuditEntry, name: string): JsonValue | undefined {
  if (typeof detail !== "object" || detail === null || !Object.hasOwn(detail, name)) return undefined;
  return (detail as Readonly<Record<string, JsonValue>>)[name];
}

/** Whether an entry tells another value. One that is not there tells that there was none; an older one may tell nothing of it. */
function differs(claimed: unknown, entry: AuditEntry | undefined, name: string): boolean {
  if (entry === undefined) return claimed !== null;
  const recorded = told(entry, name);
  return recorded !== undefined && canonicalJson(recorded) !== canonicalJson(claimed as JsonValue);
}

function isOtherConfirmation(claimed: ReceiptContent["confirmation"], queued: AuditEntry | undefined): boolean {
  const by = claimed === null || claimed.confirmedBy.id === queued?.actor.id;
  return !by || differs(claimed?.typedLabel ?? null, queued, "typedLabel");
}

function tellsAcceptance(entry: AuditEntry, accepted: ReceiptContent["decisions"]["acceptances"][number]): boolean {
  const reason = told(entry, "reason");
  return (
    entry.event === "run_changed.check_accepted" &&
    entry.actor.id === accepted.acceptedBy.id &&
    told(entry, "check") === accepted.check &&
    told(entry, "itemId") === accepted.itemId &&
    told(entry, "finding") === accepted.finding &&
    typeof reason === "string" &&
    reason.trim() === accepted.reason
  );
}

const ends: readonly (string | null)[] = ["completed", "completed_with_errors", "partial", "failed"];

function areOtherOutcomes({ status, counts, items }: ReceiptContent["outcomes"], own: readonly AuditEntry[]): boolean {
  const finished = own.findLast(({ event }) => event === "execution_finished");
  if (finished === undefined) return ends.includes(status);
  if (differs(status, finished, "status") || differs(counts, finished, "counts")) return true;
  // A worker that took over may have told of an item once more.
  const recorded = new Map<string, Set<JsonValue | undefined>>();
  for (const entry of own) {
    const itemId = told(entry, "itemId");
    if (entry.event !== "item_finished" || typeof itemId !== "string") continue;
    recorded.set(itemId, (recorded.get(itemId) ?? new Set()).add(told(entry, "outcome")));
  }
  const rows = new Map(items?.map(({ itemId, outcome }) => [itemId, outcome]));
  return items !== null && [...recorded].some(([itemId, outcomes]) => !outcomes.has(rows.get(itemId)));
}
