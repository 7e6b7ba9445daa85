import {
  type AvailableAction,
  contractVersion,
  type NonEmptyList,
  type RunTimelineViewModel,
  type SentenceModel,
  sentenceOf,
  type StatusLiteral,
  type TimelineEvent,
} from "../../view-models/index.js";
import type { Place } from "../../safety/index.js";
import { evidenceFreshness } from "../run/basis.js";
import type { RestoreFacts } from "../run/facts.js";
import { momentOf } from "../../safety/moment.js";
import type { Actor, RunExecution } from "../run/run.js";
import type { RestoreContext } from "./context.js";
import { instantOf } from "./moments.js";
import { places } from "./reasons.js";
import { isOpen, linkedOperation, ownSnapshots, recordedOperation } from "./result-proof.js";
import { resultWording } from "./result-state.js";
import { operationState } from "./steps/operation-page.js";

interface Happening {
  readonly id: string;
  readonly status: StatusLiteral;
  readonly sentence: SentenceModel;
  /** As recorded; null where nobody recorded when. */
  readonly at: string | null;
  readonly by?: Pick<Actor, "name">;
  readonly detail?: SentenceModel;
  readonly action?: AvailableAction;
}

const listedEvents = 100;

/** Answers: what happened to this run, when and by whom, as far as stored facts tell? What is true only now, such as evidence that became void, stands without a time. */
export function resolveTimeline(facts: RestoreFacts, context: RestoreContext): RunTimelineViewModel {
  const { timeline: words } = context.words.record;
  const ordered = inOrder([...preparation(facts, context), ...execution(facts, context), ...evidence(facts, context)]);
  const [first, ...others] = ordered.slice(-listedEvents).map((each) => eventOf(each, context));
  const model = { contract: contractVersion, id: "run-timeline", title: words.title };
  if (first === undefined) throw new TypeError("A run was at least created.");
  const events: NonEmptyList<TimelineEvent> = [first, ...others];
  const left = ordered.length - events.length;
  return {
    ...model,
    body: { state: "recorded", events, earlier: left === 0 ? null : { count: left, text: words.earlier(left) } },
  };
}

function preparation(facts: RestoreFacts, context: RestoreContext): readonly Happening[] {
  const { timeline: words } = context.words.record;
  const { run, backupSet } = facts;
  const { scope, checks, preview, targetIdentity } = run;
  const name = backupSet?.name ?? null;
  return [
    { id: "created", status: "recorded", sentence: sentenceOf(words.created), at: run.createdAt, by: run.requestedBy },
    ...some(targetIdentity, ({ readAt }) => ({
      id: "target_read",
      status: "recorded",
      sentence: sentenceOf(words.targetRead),
      at: readAt,
    })),
    ...some(run.backupSetId, () => ({
      id: "backup_set_selected",
      status: "recorded",
      sentence: sentenceOf(words.backupSetSelected(name)),
      at: null,
    })),
    ...some(scope, ({ mode, itemIds }) => ({
      id: "scope_defined",
      status: "recorded",
      sentence: sentenceOf(words.scopeDefined),
      at: null,
      detail: sentenceOf(mode === "all" ? words.scopeAll : words.scopeSelected(itemIds.length)),
    })),
    ...some(checks, ({ capturedAt, summary }) => ({
      id: "checks",
      status: "recorded",
      sentence: sentenceOf(words.checks),
      at: capturedAt,
      detail: sentenceOf(words.checksDetail(summary.blocking, summary.warning, summary.not_evaluated)),
    })),
    ...some(preview, ({ capturedAt, summary }) => ({
      id: "preview",
      status: "recorded",
      sentence: sentenceOf(words.preview),
      at: capturedAt,
      detail: sentenceOf(words.previewDetail(summary.policiesChanged + summary.policiesCreated, summary.itemsInScope)),
      action: link("review_preview", words.openPreview, places.runPreview, context),
    })),
    ...voided(facts, context),
  ];
}

/** What no longer holds while the run is being prepared; once queued, the snapshot of then is the history (SI-6). */
function voided(facts: RestoreFacts, { words }: RestoreContext): readonly Happening[] {
  if (facts.run.execution !== null) return [];
  const { timeline } = words.record;
  const freshness = evidenceFreshness(facts);
  const sentences = {
    checks: { invalidated: timeline.checksVoid, stale: timeline.checksStale },
    preview: { invalidated: timeline.previewVoid, stale: timeline.previewStale },
  };
  return (["checks", "preview"] as const).flatMap((what) => {
    const { state } = freshness[what];
    if (state !== "invalidated" && state !== "stale") return [];
    return [{ id: `${what}_void`, status: state, sentence: sentenceOf(sentences[what][state]), at: null }];
  });
}

function execution(facts: RestoreFacts, context: RestoreContext): readonly Happening[] {
  const { timeline: words } = context.words.record;
  const { execution: ran } = facts.run;
  if (ran === null) return [];
  const may = recordedOperation(facts).state !== "unavailable";
  const operation = may ? { action: link("open_operation", words.openOperation, places.operation, context) } : {};
  const going = ran.status === "queued" || ran.status === "running";
  const ever = ran.operationId !== null || ran.queuedAt !== null;
  const ending = going ? operationEnded(facts, context) : [ended(facts, ran, context)];
  return [
    ...some(ran.safetySnapshot, ({ confirmedAt, confirmedBy, typedLabel }) => ({
      id: "confirmed",
      status: "recorded",
      sentence: sentenceOf(words.confirmed),
      at: confirmedAt,
      by: confirmedBy,
      detail: sentenceOf(words.confirmedDetail(typedLabel)),
    })),
    ...(ever
      ? [
          {
            id: "queued",
            status: "recorded",
            sentence: sentenceOf(words.queued),
            at: ran.queuedAt,
            ...operation,
          } as const,
        ]
      : []),
    ...(ran.startedAt === null && ran.status !== "running"
      ? []
      : [
          {
            id: "started",
            status: ending.length === 0 ? "running" : "recorded",
            sentence: sentenceOf(words.started),
            at: ran.startedAt,
          } as const,
        ]),
    ...ending,
  ];
}

/** That the operation ended, where the run itself does not say so yet (RR-13). */
function operationEnded(facts: RestoreFacts, context: RestoreContext): readonly Happening[] {
  const operation = linkedOperation(facts);
  if (operation === null || isOpen(operation) || recordedOperation(facts).state === "unavailable") return [];
  const { literal, text } = operationState(operation, context);
  return [{ id: "operation_ended", status: literal, sentence: sentenceOf(text), at: operation.finishedAt }];
}

const endings = {
  completed: "recorded",
  partial: "attention",
  completed_with_errors: "attention",
  failed: "blocked",
  cancelled: "unavailable",
} satisfies Readonly<Record<string, StatusLiteral>>;

function isEnding(status: string): status is keyof typeof endings {
  return Object.hasOwn(endings, status);
}

function ended(
  facts: RestoreFacts,
  { status, finishedAt, reason }: RunExecution,
  { words }: RestoreContext,
): Happening {
  const { finished, endedStrangely } = words.record.timeline;
  const known = isEnding(status);
  const cancelled = resultWording(facts) === "cancelled_after_start";
  return {
    id: "finished",
    status: known ? endings[status] : "unknown",
    sentence: sentenceOf(known ? finished[cancelled ? "cancelled_after_start" : status] : endedStrangely),
    at: finishedAt,
    ...(typeof reason === "object" && reason?.code === "cancelled_by" ? { by: { name: reason.name } } : {}),
  };
}

/** Snapshots that this operator may see, of this run's own operation alone (RR-8). */
function evidence(facts: RestoreFacts, context: RestoreContext): readonly Happening[] {
  if (!facts.operator.capabilities.includes("evidence.view")) return [];
  const { timeline: words } = context.words.record;
  return ownSnapshots(facts).flatMap(({ id, state, requestedAt, capturedAt }): readonly Happening[] => {
    const requested: Happening = {
      id: `evidence_requested/${id}`,
      status: state === "queued" ? "pending" : state === "generating" ? "running" : "recorded",
      sentence: sentenceOf(words.evidenceRequested),
      at: requestedAt,
    };
    if (state === "failed")
      return [
        requested,
        { id: `evidence_failed/${id}`, status: "attention", sentence: sentenceOf(words.evidenceFailed), at: null },
      ];
    if (state !== "active") return [requested];
    const action = link("open_evidence", words.openEvidence, places.evidence, context);
    return [
      requested,
      {
        id: `evidence_read/${id}`,
        status: "recorded",
        sentence: sentenceOf(words.evidenceRead),
        at: capturedAt,
        action,
      },
    ];
  });
}

/** By time; one without a time stays behind what it is known to have followed. Two before any time differ by NaN, which keeps their order. */
function inOrder(happenings: readonly Happening[]): readonly Happening[] {
  let latest = Number.NEGATIVE_INFINITY;
  const placed = happenings.map((happening) => {
    latest = momentOf(happening.at) ?? latest;
    return { happening, moment: latest };
  });
  return placed.sort((left, right) => left.moment - right.moment).map(({ happening }) => happening);
}

function eventOf({ id, status, sentence, at, by, detail, action }: Happening, context: RestoreContext): TimelineEvent {
  const instant = instantOf(at, context);
  return {
    id,
    status,
    sentence,
    actor: by === undefined || by.name === "" ? null : { external: by.name },
    when:
      instant === null
        ? { state: "not_recorded", text: context.words.record.timeline.timeNotRecorded }
        : { state: "recorded", at: instant },
    detail: detail ?? null,
    action: action ?? null,
  };
}

function some<Value>(value: Value | null, happening: (value: Value) => Happening): readonly Happening[] {
  return value === null ? [] : [happening(value)];
}

function link(id: string, label: string, place: Place, { href }: RestoreContext): AvailableAction {
  return { kind: "link", id, label, href: href(place) };
}
