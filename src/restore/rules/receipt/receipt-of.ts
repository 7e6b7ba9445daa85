import { fingerprintOf, type JsonValue } from "../../../safety/index.js";
import type { BackupSetSummary } from "../../run/backup-set.js";
import { severityOf } from "../../run/decisions.js";
import type { CheckEvidence, PreviewEvidence } from "../../run/evidence.js";
import type { EvidenceSnapshot, Operation } from "../../run/operation.js";
import type { EvidencePart, RecordedReason } from "../../run/outcome-reason.js";
import type { AuditMark } from "../../run/facts.js";
import type { Actor, RestoreRun } from "../../run/run.js";
import { codeOfReason } from "../cause.js";
import { coverageByPart } from "../evidence.js";
import { outcomeRecord } from "../outcome.js";
import {
  type ReceiptContent,
  receiptForm,
  type ReceiptItem,
  type ReceiptPart,
  receiptSections,
  receiptVersion,
  type RestoreReceipt,
} from "./document.js";

/** What a receipt is put together from. Proof that may not be shown arrives as null (RR-8). */
export interface ReceiptFacts {
  readonly run: RestoreRun;
  readonly backupSet: BackupSetSummary | null;
  readonly operation: Operation | null;
  readonly evidence: EvidenceSnapshot | null;
  readonly audit?: AuditMark | null;
}

/** Puts one redacted document together and hashes it: field by field, so that what is not named is not in it (BY-12). The same facts give the same hash. */
export function receiptOf(facts: ReceiptFacts): RestoreReceipt {
  const { run, backupSet, operation } = facts;
  const content: ReceiptContent = {
    run: {
      id: run.id,
      workspaceId: run.workspaceId,
      environmentId: run.environmentId,
      revision: run.revision,
      createdAt: run.createdAt,
      updatedAt: run.updatedAt,
      requestedBy: actor(run.requestedBy),
      target: { tenantId: run.target.tenantId, label: run.target.label, environment: run.target.environment },
      dryRun: run.dryRun,
      restoreMode: run.restoreMode,
      scopeMode: run.scope?.mode ?? null,
      selectedItems: run.scope?.mode === "selected" ? run.scope.itemIds.length : null,
    },
    source:
      backupSet === null
        ? null
        : {
            id: backupSet.id,
            name: backupSet.name,
            capturedAt: backupSet.capturedAt,
            contentHash: backupSet.contentHash,
          },
    basis: {
      checks: run.checks?.basis?.fingerprint ?? null,
      preview: run.preview?.basis?.fingerprint ?? null,
      executed: run.execution?.safetySnapshot?.fingerprint ?? null,
    },
    checks: run.checks === null ? null : checks(run.checks),
    preview: run.preview === null ? null : preview(run.preview),
    decisions: decisions(run),
    confirmation: confirmation(run),
    operation:
      operation === null
        ? null
        : {
            id: operation.id,
            status: operation.status,
            outcome: operation.outcome,
            createdAt: operation.createdAt,
            startedAt: operation.startedAt,
            finishedAt: operation.finishedAt,
          },
    outcomes: outcomes(run),
    evidence: facts.evidence === null ? null : evidence(facts.evidence),
    audit: auditMark(facts.audit ?? null),
  };
  const hashes = hashesOf(content);
  return {
    form: receiptForm,
    version: receiptVersion,
    content,
    hashes,
    hash: sealOf(hashes),
  };
}

/** The fingerprint of each section. */
export function hashesOf(content: ReceiptContent): RestoreReceipt["hashes"] {
  const entries = receiptSections.map((section) => [section, fingerprintOf(json(content[section]))] as const);
  return Object.fromEntries(entries) as RestoreReceipt["hashes"];
}

/** The fingerprint of the whole document, through those of its sections. */
export function sealOf(hashes: RestoreReceipt["hashes"]): string {
  return fingerprintOf({ form: receiptForm, version: receiptVersion, hashes: { ...hashes } });
}

/** Interfaces are no index signatures; the values are JSON by construction. */
function json(value: unknown): JsonValue {
  return value as JsonValue;
}

function actor({ id, name }: Actor): Actor {
  return { id, name };
}

function auditMark(mark: AuditMark | null): ReceiptContent["audit"] {
  return mark === null ? null : { sequence: mark.sequence, hash: mark.hash };
}

function checks({ capturedAt, summary, findings }: CheckEvidence): ReceiptContent["checks"] {
  const { blocking, warning, safe, not_evaluated } = summary;
  return {
    capturedAt,
    summary: { blocking, warning, safe, not_evaluated },
    findings: findings
      .filter(({ severity }) => severity !== "safe")
      .map((found) => ({
        check: found.check,
        itemId: found.itemId,
        itemName: found.itemName,
        severity: severityOf(found),
      })),
  };
}

function preview({ capturedAt, summary }: PreviewEvidence): ReceiptContent["preview"] {
  const { itemsInScope, policiesChanged, policiesCreated, assignmentsChanged, scopeTagsChanged, unchanged, skipped } =
    summary;
  const { policiesWritten, includeGroups, excludeGroups, policiesForAllUsers, policiesForAllDevices } =
    summary.blastRadius;
  return {
    capturedAt,
    summary: {
      itemsInScope,
      policiesChanged,
      policiesCreated,
      assignmentsChanged,
      scopeTagsChanged,
      unchanged,
      skipped,
      blastRadius: { policiesWritten, includeGroups, excludeGroups, policiesForAllUsers, policiesForAllDevices },
    },
  };
}

function decisions({ mappings, identityDecisions, acceptances }: RestoreRun): ReceiptContent["decisions"] {
  const sorted = <Value>(values: Readonly<Record<string, Value>>) =>
    Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    mappings: sorted(mappings).map(([key, { decision, targetId }]) => ({
      key,
      decision,
      targetId: targetId ?? null,
    })),
    identities: sorted(identityDecisions).map(([itemId, { decision, targetId }]) => ({
      itemId,
      decision,
      targetId: targetId ?? null,
    })),
    acceptances: acceptances.map(({ check, itemId, finding, reason, acceptedBy, acceptedAt }) => ({
      check,
      itemId,
      finding,
      reason,
      acceptedBy: actor(acceptedBy),
      acceptedAt,
    })),
  };
}

function confirmation({ execution }: RestoreRun): ReceiptContent["confirmation"] {
  const snapshot = execution?.safetySnapshot ?? null;
  if (snapshot === null) return null;
  const { confirmedAt, confirmedBy, typedLabel } = snapshot;
  return { confirmedAt, confirmedBy: actor(confirmedBy), typedLabel };
}

function outcomes({ execution }: RestoreRun): ReceiptContent["outcomes"] {
  const { counts, items } = outcomeRecord(execution?.results ?? null);
  const row = ({
    itemId,
    name,
    type,
    outcome,
    skipReason,
    reason,
    phases,
  }: ReceiptItem | RecordedItem): ReceiptItem => ({
    itemId,
    name,
    type,
    outcome,
    skipReason,
    reason: codeOf(reason),
    phases: phases.map((each) => ({ phase: each.phase, outcome: each.outcome, reason: codeOf(each.reason) })),
  });
  return {
    status: execution?.status ?? null,
    reason: codeOf(execution?.reason ?? null),
    counts,
    items: items?.map(row) ?? null,
  };
}

type RecordedItem = NonNullable<ReturnType<typeof outcomeRecord>["items"]>[number];

function evidence({ id, capturedAt, findings }: EvidenceSnapshot): ReceiptContent["evidence"] {
  const known = findings ?? [];
  return {
    id,
    capturedAt,
    coverage: findings === null ? null : coverageByPart(known),
    findings: known.map(({ itemId, result, parts }) => ({ itemId, result, parts: parts?.map(part) ?? null })),
  };
}

function part(each: EvidencePart): ReceiptPart {
  switch (each.result) {
    case "as_intended":
      return { phase: each.phase, result: each.result };
    case "differs":
      return { phase: each.phase, result: each.result, differences: each.differences };
    case "not_compared":
      return { phase: each.phase, result: each.result, cause: each.cause };
    default:
      return { phase: (each as EvidencePart).phase, result: "not_compared", cause: "item_not_compared" };
  }
}

/** A reason by its code alone: what a target said, and what a former record says in words, may hold anything. */
function codeOf(reason: RecordedReason | null): string | null {
  if (reason === null) return null;
  if (typeof reason === "string") return "told_in_words";
  return codeOfReason(reason) ?? "not_known";
}
