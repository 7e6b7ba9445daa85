import {
  contractVersion,
  type NameModel,
  type NonEmptyList,
  type ReceiptRow,
  type ReceiptSection,
  type ReceiptViewModel,
  sentenceOf,
} from "../../view-models/index.js";
import type { RecordedCount } from "../run/backup-set.js";
import type { RestoreFacts } from "../run/facts.js";
import { momentOf } from "../../safety/moment.js";
import { outcomeOrder } from "../rules/outcome.js";
import type { ReceiptContent, ReceiptSectionId, RestoreReceipt } from "../rules/receipt/document.js";
import { receiptOf } from "../rules/receipt/receipt-of.js";
import type { RestoreContext } from "./context.js";
import { instantOf } from "./moments.js";
import { recordedOperation } from "./result-proof.js";
import { usableEvidence } from "./result-state.js";

/** The receipt of these facts; proof that this operator may not be shown is not on it (RR-8, BY-12). */
export function restoreReceipt(facts: RestoreFacts): RestoreReceipt {
  const { run, backupSet } = facts;
  const operation = recordedOperation(facts).state === "unavailable" ? null : facts.operation;
  return receiptOf({ run, backupSet, operation, evidence: usableEvidence(facts), audit: facts.audit ?? null });
}

/** Answers: what does the receipt hold, what does it show, and what does it not? */
export function resolveReceipt(facts: RestoreFacts, context: RestoreContext): ReceiptViewModel {
  const { receipt: words } = context.words.record;
  const model = { contract: contractVersion, id: "restore-receipt", title: words.title };
  const { checks, preview, execution } = facts.run;
  const { content, hash, version } = restoreReceipt(facts);
  const issuedAt = instantOf(asOf(content), context);
  if ((checks === null && preview === null && execution === null) || issuedAt === null)
    return { ...model, body: { state: "missing", reason: words.nothingYet } };
  const { authorship, recovery, present } = words.doesNotProve;
  return {
    ...model,
    body: {
      state: "issued",
      issuedAt,
      version,
      hash: { algorithm: "sha-256", value: hash.slice("sha256:".length), text: words.hash },
      sections: sections(content, context),
      redaction: words.redaction,
      proves: [sentenceOf(words.proves.unaltered), sentenceOf(words.proves.record)],
      doesNotProve: [
        sentenceOf(authorship),
        sentenceOf(recovery),
        sentenceOf(present),
        ...(content.evidence === null ? [sentenceOf(words.noEvidence)] : []),
      ],
      actions: [
        { kind: "callback", id: "download_receipt", label: words.download },
        { kind: "callback", id: "print_receipt", label: words.print },
      ],
    },
  };
}

/** The last moment that the facts themselves name, so that the same facts are of the same moment. */
function asOf({ run, checks, preview, decisions, confirmation, operation, evidence }: ReceiptContent): string | null {
  const moments = [
    run.createdAt,
    run.updatedAt,
    checks?.capturedAt,
    preview?.capturedAt,
    ...decisions.acceptances.map(({ acceptedAt }) => acceptedAt),
    confirmation?.confirmedAt,
    operation?.createdAt,
    operation?.startedAt,
    operation?.finishedAt,
    evidence?.capturedAt,
  ];
  return moments.reduce<string | null>((latest, each = null) => {
    const [before, after] = [momentOf(latest), momentOf(each)];
    return after !== null && (before === null || after > before) ? each : latest;
  }, null);
}

function sections(content: ReceiptContent, context: RestoreContext): NonEmptyList<ReceiptSection> {
  const { receipt: words } = context.words.record;
  const section = (id: ReceiptSectionId, rows: readonly ReceiptRow[]): ReceiptSection => {
    const [first = row("none", words.section[id], ours(words.notRecorded)), ...others] = rows;
    return { id, title: words.section[id], rows: [first, ...others], more: null };
  };
  return [
    section("run", runRows(content, context)),
    section("source", sourceRows(content, context)),
    section("basis", basisRows(content, context)),
    section("checks", checkRows(content, context)),
    section("preview", previewRows(content, context)),
    decisionsSection(content, context),
    section("confirmation", confirmationRows(content, context)),
    section("operation", operationRows(content, context)),
    section("outcomes", outcomeRows(content, context)),
    section("evidence", evidenceRows(content, context)),
    ...(content.audit === null ? [] : [section("audit", auditRows(content.audit, context))]),
  ];
}

function runRows({ run }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { receipt: words } = context.words.record;
  return [
    row("id", words.row.id, theirs(run.id, context), "code"),
    row("target", words.row.target, theirs(run.target.label, context)),
    row("tenant", words.row.tenant, theirs(run.target.tenantId, context), "code"),
    row("requested_by", words.row.requestedBy, theirs(run.requestedBy.name, context)),
    row("created", words.row.created, time(run.createdAt, context)),
    row("dry_run", words.row.dryRun, ours(run.dryRun ? words.yes : words.no)),
  ];
}

function sourceRows({ source }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { row: words } = context.words.record.receipt;
  if (source === null) return [];
  return [
    row("name", words.name, theirs(source.name, context)),
    row("captured", words.captured, time(source.capturedAt, context)),
    row("content", words.content, theirs(source.contentHash, context), "code"),
  ];
}

function basisRows({ basis }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { row: words } = context.words.record.receipt;
  return (["checks", "preview", "executed"] as const).map((id) =>
    row(id, words[id], theirs(basis[id], context), "code"),
  );
}

function checkRows({ checks }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { row: words } = context.words.record.receipt;
  if (checks === null) return [];
  const { blocking, warning, safe, not_evaluated } = checks.summary;
  return [
    row("captured", words.captured, time(checks.capturedAt, context)),
    row("blocking", words.blocking, count(blocking, context)),
    row("not_evaluated", words.notEvaluated, count(not_evaluated, context)),
    row("warning", words.warning, count(warning, context)),
    row("safe", words.safe, count(safe, context)),
  ];
}

function previewRows({ preview }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { row: words } = context.words.record.receipt;
  if (preview === null) return [];
  const { policiesChanged, policiesCreated, itemsInScope } = preview.summary;
  return [
    row("captured", words.captured, time(preview.capturedAt, context)),
    row("items_in_scope", words.itemsInScope, count(itemsInScope, context)),
    row("written", words.written, count(policiesChanged + policiesCreated, context)),
  ];
}

const listedAcceptances = 20;

function decisionsSection({ decisions }: ReceiptContent, context: RestoreContext): ReceiptSection {
  const { receipt: words } = context.words.record;
  const { mappings, identities, acceptances } = decisions;
  const accepted = acceptances
    .slice(0, listedAcceptances)
    .map(({ check, itemId, reason, acceptedBy, acceptedAt }, index) => {
      const at = instantOf(acceptedAt, context)?.text ?? words.notRecorded;
      // Reason and name are the operator's own words, so the whole row is theirs.
      return row(
        `accepted/${index}`,
        words.row.accepted(check, itemId),
        theirs(words.row.acceptedBy(reason, acceptedBy.name, at), context),
      );
    });
  const left = acceptances.length - accepted.length;
  return {
    id: "decisions",
    title: words.section.decisions,
    rows: [
      row("mappings", words.row.mappings, count(mappings.length, context)),
      row("identities", words.row.identities, count(identities.length, context)),
      ...accepted,
    ],
    more: left === 0 ? null : { count: left, text: words.more(left) },
  };
}

function confirmationRows({ confirmation }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { row: words } = context.words.record.receipt;
  if (confirmation === null) return [];
  return [
    row("confirmed_by", words.confirmedBy, theirs(confirmation.confirmedBy.name, context)),
    row("confirmed_at", words.confirmedAt, time(confirmation.confirmedAt, context)),
    row("typed_label", words.typedLabel, theirs(confirmation.typedLabel, context)),
  ];
}

function operationRows({ operation }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { row: words } = context.words.record.receipt;
  if (operation === null) return [];
  return [
    row("id", words.id, theirs(operation.id, context), "code"),
    row("outcome", words.outcome, theirs(operation.outcome, context), "code"),
    row("finished", words.finished, time(operation.finishedAt, context)),
  ];
}

function outcomeRows({ outcomes }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { results, record } = context.words;
  const { row: words } = record.receipt;
  return [
    row("status", words.status, theirs(outcomes.status, context), "code"),
    ...(outcomes.reason === null ? [] : [row("reason", words.reason, theirs(outcomes.reason, context), "code")]),
    ...outcomeOrder.map((id) => row(id, results.outcome[id], count(outcomes.counts?.[id] ?? null, context))),
  ];
}

function evidenceRows({ evidence }: ReceiptContent, context: RestoreContext): readonly ReceiptRow[] {
  const { terms, record } = context.words;
  if (evidence === null) return [];
  const parts = (evidence.coverage ?? []).map(({ phase, compared, notCompared }) => {
    const total = Object.values(notCompared).reduce((sum, each) => sum + each, compared);
    return row(phase, terms.phase[phase], ours(record.receipt.compared(compared, total)));
  });
  return [row("captured", record.receipt.row.captured, time(evidence.capturedAt, context)), ...parts];
}

function auditRows(
  { sequence, hash }: NonNullable<ReceiptContent["audit"]>,
  context: RestoreContext,
): readonly ReceiptRow[] {
  const { row: words } = context.words.record.receipt;
  return [row("entry", words.entry, count(sequence, context)), row("hash", words.hash, theirs(hash, context), "code")];
}

function row(id: string, label: string, value: NameModel, format: ReceiptRow["format"] = "text"): ReceiptRow {
  return { id, label: ours(label), value, format };
}

function ours(text: string): NameModel {
  return { text };
}

/** A recorded value as it is; that there is none is said in words of ours. */
function theirs(external: string | null, context: RestoreContext): NameModel {
  return external === null || external === "" ? ours(context.words.record.receipt.notRecorded) : { external };
}

function time(recorded: string | null, context: RestoreContext): NameModel {
  return ours(instantOf(recorded, context)?.text ?? context.words.record.receipt.notRecorded);
}

function count(recorded: RecordedCount, context: RestoreContext): NameModel {
  return ours(recorded === null ? context.words.record.receipt.notRecorded : context.number(recorded));
}
