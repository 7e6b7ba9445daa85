import type { RecordedCount } from "../../run/backup-set.js";
import type { ReceiptContent, ReceiptItem, ReceiptPart } from "./document.js";
import { count, eitherBy, type Form, listOf, objectOf, orNull, text, word, yesOrNo } from "./form.js";

const note = orNull(text);
const recordedCount: Form<RecordedCount> = orNull(count);
const actor = objectOf<ReceiptContent["run"]["requestedBy"]>({ id: text, name: text });

const outcome = word<ReceiptItem["outcome"]>({
  applied: true,
  already_in_desired_state: true,
  skipped: true,
  partially_applied: true,
  failed: true,
  unknown: true,
});

const item = objectOf<ReceiptItem>({
  itemId: text,
  name: text,
  type: text,
  outcome,
  skipReason: note,
  reason: note,
  phases: listOf(objectOf<ReceiptItem["phases"][number]>({ phase: text, outcome, reason: note })),
});

const part = eitherBy<ReceiptPart, "result">("result", {
  as_intended: objectOf({ phase: text, result: word({ as_intended: true }) }),
  differs: objectOf({ phase: text, result: word({ differs: true }), differences: count }),
  not_compared: objectOf({ phase: text, result: word({ not_compared: true }), cause: text }),
});

type Content<Section extends keyof ReceiptContent> = NonNullable<ReceiptContent[Section]>;

/** The form of everything on a receipt; a member that it does not name does not compile in the document either. */
export const contentForm: Form<ReceiptContent> = objectOf<ReceiptContent>({
  run: objectOf<Content<"run">>({
    id: text,
    workspaceId: text,
    environmentId: text,
    revision: count,
    createdAt: text,
    updatedAt: text,
    requestedBy: actor,
    target: objectOf<Content<"run">["target"]>({
      tenantId: text,
      label: text,
      environment: word({ prod: true, test: true }),
    }),
    dryRun: yesOrNo,
    restoreMode: word({ create_missing: true, update_only: true }),
    scopeMode: orNull(word({ all: true, selected: true })),
    selectedItems: recordedCount,
  }),
  source: orNull(objectOf<Content<"source">>({ id: text, name: text, capturedAt: note, contentHash: text })),
  basis: objectOf<Content<"basis">>({ checks: note, preview: note, executed: note }),
  checks: orNull(
    objectOf<Content<"checks">>({
      capturedAt: note,
      summary: objectOf<Content<"checks">["summary"]>({
        blocking: count,
        warning: count,
        safe: count,
        not_evaluated: count,
      }),
      findings: listOf(
        objectOf<Content<"checks">["findings"][number]>({
          check: text,
          itemId: text,
          itemName: text,
          severity: word({ blocking: true, warning: true, safe: true, not_evaluated: true }),
        }),
      ),
    }),
  ),
  preview: orNull(
    objectOf<Content<"preview">>({
      capturedAt: note,
      summary: objectOf<Content<"preview">["summary"]>({
        itemsInScope: count,
        policiesChanged: count,
        policiesCreated: count,
        assignmentsChanged: count,
        scopeTagsChanged: count,
        unchanged: count,
        skipped: count,
        blastRadius: objectOf<Content<"preview">["summary"]["blastRadius"]>({
          policiesWritten: recordedCount,
          includeGroups: recordedCount,
          excludeGroups: recordedCount,
          policiesForAllUsers: recordedCount,
          policiesForAllDevices: recordedCount,
        }),
      }),
    }),
  ),
  decisions: objectOf<Content<"decisions">>({
    mappings: listOf(objectOf<Content<"decisions">["mappings"][number]>({ key: text, decision: text, targetId: note })),
    identities: listOf(
      objectOf<Content<"decisions">["identities"][number]>({ itemId: text, decision: text, targetId: note }),
    ),
    acceptances: listOf(
      objectOf<Content<"decisions">["acceptances"][number]>({
        check: text,
        itemId: text,
        finding: text,
        reason: text,
        acceptedBy: actor,
        acceptedAt: text,
      }),
    ),
  }),
  confirmation: orNull(objectOf<Content<"confirmation">>({ confirmedAt: text, confirmedBy: actor, typedLabel: text })),
  operation: orNull(
    objectOf<Content<"operation">>({
      id: text,
      status: text,
      outcome: note,
      createdAt: text,
      startedAt: note,
      finishedAt: note,
    }),
  ),
  outcomes: objectOf<Content<"outcomes">>({
    status: note,
    reason: note,
    counts: orNull(
      objectOf<NonNullable<Content<"outcomes">["counts"]>>({
        applied: recordedCount,
        already_in_desired_state: recordedCount,
        skipped: recordedCount,
        partially_applied: recordedCount,
        failed: recordedCount,
        unknown: recordedCount,
      }),
    ),
    items: orNull(listOf(item)),
  }),
  evidence: orNull(
    objectOf<Content<"evidence">>({
      id: text,
      capturedAt: note,
      coverage: orNull(
        listOf(
          objectOf<NonNullable<Content<"evidence">["coverage"]>[number]>({
            phase: word({ settings: true, assignments: true, scope_tags: true }),
            compared: count,
            notCompared: objectOf({ left_untouched: count, not_returned: count, item_not_compared: count }),
          }),
        ),
      ),
      findings: listOf(
        objectOf<Content<"evidence">["findings"][number]>({ itemId: text, result: text, parts: orNull(listOf(part)) }),
      ),
    }),
  ),
  audit: orNull(objectOf<Content<"audit">>({ sequence: count, hash: text })),
});
