import type { ActionModel, CallbackAction, PlaceModel, StatusLiteral } from "../../../view-models/index.js";
import type { HostRefusal } from "../../ports.js";
import type { RestoreContext } from "../context.js";
import { instantOf } from "../moments.js";
import type { Waiting } from "./announcements.js";
import { placeModel, waitingAction } from "./editing.js";

/** What stands between the operator and the run. */
export type ProblemKind =
  | "session_ended"
  | "not_allowed"
  | "not_found"
  | "refused"
  | "run_moved"
  | "not_accepted"
  | "too_many_requests"
  | "not_reached"
  | "overdue"
  | "not_understood"
  | "failed"
  | "execution_unknown"
  | "execution_not_queued";

/** What the page knows when a request does not go as asked. */
export interface ProblemCircumstances {
  /** What was asked for. */
  readonly asked: Waiting;
  /** Whether the run or another page was asked for. */
  readonly subject: "run" | "page";
  /** When what the page shows was read; null where it shows nothing. */
  readonly readAt: string | null;
  /** Whether something is chosen and not applied. */
  readonly unsent: boolean;
  /** Whether the impact was ticked or a label typed. */
  readonly confirming: boolean;
  /** The present moment, against `retryAt`; null where it is not looked at. */
  readonly now: string | null;
  /** Leads away from a page that is not there. */
  readonly exit: ActionModel | null;
  /** Whether the run was read again after a request for execution that nobody answered, and had none. */
  readonly reconciled: boolean;
}

type Asked = Pick<ProblemCircumstances, "asked" | "reconciled">;

/** A refusal or failure of the host: what happened, what is known, what was not lost, what is entered anew, and one way forward. */
export interface ProblemModel {
  readonly kind: ProblemKind;
  readonly literal: StatusLiteral;
  readonly title: string;
  readonly detail: string;
  readonly reasons: readonly {
    readonly code: string;
    readonly reason: string;
    readonly clearedBy: PlaceModel | null;
  }[];
  readonly facts: readonly {
    readonly id: "known" | "kept" | "anew";
    readonly label: string;
    readonly texts: readonly string[];
  }[];
  readonly action: ActionModel;
  /** Whether it answers what the operator asked for; else the page met it while it read by itself. */
  readonly asked: boolean;
  /** Whether nothing else can be done first, so that its action is the page's primary one: the page shows nothing, or what may no longer be so. */
  readonly leads: boolean;
}

/** A page that shows nothing yet, and asked to read. */
export const nothingRead: ProblemCircumstances = {
  asked: "load",
  subject: "run",
  readAt: null,
  unsent: false,
  confirming: false,
  now: null,
  exit: null,
  reconciled: false,
};

/** Answers: what did the host refuse, what is known, what was not lost, and what now? */
export function resolveProblem(
  problem: HostRefusal,
  context: RestoreContext,
  circumstances: ProblemCircumstances = nothingRead,
): ProblemModel {
  const { problems: words } = context.words;
  const kind = kindOf(problem, circumstances);
  const cause = kind === "execution_unknown" ? causeOf(problem) : kind;
  const drafted = circumstances.subject === "run" && circumstances.readAt !== null && kind !== "not_found";
  return {
    kind,
    literal: literals[kind],
    // What the host says of its own accord is said in its words; where it said nothing, in ours.
    title: own(words.title, kind) ?? problem.title,
    detail: own(words.detail, cause) ?? problem.detail,
    reasons: problem.reasons.map(({ code, reason, clearedBy }) => ({
      code,
      reason,
      clearedBy: clearedBy === null ? null : placeModel(clearedBy, null, context),
    })),
    facts: [
      { id: "known", label: words.known, texts: [known(kind, circumstances, context)] },
      ...(drafted ? [{ id: "kept" as const, label: words.kept, texts: kept(circumstances, context) }] : []),
      ...(drafted && cleared(kind, circumstances)
        ? [{ id: "anew" as const, label: words.anew, texts: [words.confirmation] }]
        : []),
    ],
    action: wayForward(kind, problem, circumstances, context),
    asked: circumstances.asked !== "load" || circumstances.readAt === null,
    leads: circumstances.readAt === null || supersedesFacts(problem, circumstances.asked),
  };
}

/**
 * Whether after this refusal the run, or what the operator may do with it, may not be as the page shows it, so that nothing is
 * executed of it before it is read again. A reading after a request that nobody answered tells of its moment alone.
 */
export function supersedesFacts(problem: HostRefusal, asked: Waiting): boolean {
  const kind = causeOf(problem);
  return overtaken.has(kind) || (asked === "execute" && readsAgain.has(kind)) || outcomeUnknown(problem);
}

const overtaken: ReadonlySet<ProblemKind> = new Set(["run_moved", "not_found", "session_ended", "not_allowed"]);

/** Refusals of an execution that the page took for allowed. */
const readsAgain: ReadonlySet<ProblemKind> = new Set(["refused", "not_accepted"]);

/** Loads the run again, for a page that no longer knows how the run stands. */
export function loadAgain({ words: { page } }: RestoreContext): CallbackAction {
  return { kind: "callback", id: "reload_run", label: page.loadAgain };
}

const literals: Readonly<Record<ProblemKind, StatusLiteral>> = {
  session_ended: "attention",
  not_allowed: "blocked",
  not_found: "unavailable",
  refused: "blocked",
  run_moved: "invalidated",
  not_accepted: "blocked",
  too_many_requests: "pending",
  not_reached: "stale",
  overdue: "stale",
  not_understood: "unknown",
  failed: "blocked",
  execution_unknown: "unknown",
  execution_not_queued: "attention",
};

function kindOf(problem: HostRefusal, { asked, reconciled }: Asked): ProblemKind {
  if (asked === "execute" && outcomeUnknown(problem)) return reconciled ? "execution_not_queued" : "execution_unknown";
  return causeOf(problem);
}

function causeOf({ status, code }: HostRefusal): ProblemKind {
  if (code === "answer_not_understood") return "not_understood";
  switch (status) {
    case 0:
      return code === "answer_overdue" ? "overdue" : "not_reached";
    case 401:
      return "session_ended";
    case 403:
      return "not_allowed";
    case 404:
      return "not_found";
    case 409:
      return "refused";
    case 412:
    case 428:
      return "run_moved";
    case 429:
      return "too_many_requests";
    default:
      return status >= 500 ? "failed" : "not_accepted";
  }
}

/** Whether what was asked for may have been done although nobody said so: such a request is read after, never repeated blindly. */
export function outcomeUnknown({ status, code }: HostRefusal): boolean {
  // A target that could not be read is an answer of the host: nothing was recorded.
  return code === "answer_not_understood" || ((status === 0 || status >= 500) && !code.startsWith("target_"));
}

function known(kind: ProblemKind, circumstances: ProblemCircumstances, context: RestoreContext): string {
  const { knows } = context.words.problems;
  const at = instantOf(circumstances.readAt, context)?.text;
  if (at === undefined) return knows.nothing;
  if (kind === "execution_unknown") return knows.execution(at);
  if (kind === "execution_not_queued") return knows.noExecution(at);
  if (circumstances.asked === "load") return knows.asRead(at);
  if (kind === "run_moved") return knows.moved(at);
  if (kind === "not_found") return knows.gone(at);
  if (!unanswered.has(kind)) return knows.unchanged(at);
  return circumstances.subject === "run" ? knows.perhaps(at) : knows.asRead(at);
}

const unanswered: ReadonlySet<ProblemKind> = new Set(["not_reached", "overdue", "not_understood", "failed"]);

function kept({ unsent }: ProblemCircumstances, context: RestoreContext): readonly string[] {
  const { keeps } = context.words.problems;
  return unsent ? [keeps.draft, keeps.choices] : [keeps.draft];
}

/** Whether what was confirmed of the run as it was is taken back: where it was, and where the way forward reads the run again. */
function cleared(kind: ProblemKind, { asked, confirming }: ProblemCircumstances): boolean {
  if (kind === "too_many_requests") return false;
  return asked === "execute" || (confirming && !isPutAway(kind, asked));
}

function wayForward(
  kind: ProblemKind,
  problem: HostRefusal,
  { asked, subject, now, exit }: ProblemCircumstances,
  context: RestoreContext,
): ActionModel {
  const { page, problems: words } = context.words;
  const load: CallbackAction =
    subject === "run" ? loadAgain(context) : { kind: "callback", id: "reload_run", label: words.action.load_page };
  const putAway: CallbackAction = { kind: "callback", id: "dismiss_problem", label: page.putAway };
  if (kind === "session_ended") return { kind: "callback", id: "sign_in", label: words.action.sign_in };
  if (kind === "not_found") return exit === null ? load : { ...exit, label: words.action.leave };
  if (kind === "too_many_requests") {
    const again: CallbackAction = { kind: "callback", id: "ask_again", label: words.action.ask_again };
    const at = instantOf(problem.retryAt ?? null, context);
    const forward = asked === "load" ? load : asked === "execute" ? putAway : again;
    return at === null || now === null || Date.parse(now) >= Date.parse(at.iso)
      ? forward
      : waitingAction(forward, words.wait(at.text));
  }
  return isPutAway(kind, asked) ? putAway : load;
}

/** Whether the page goes on as it is: what was asked could not be used, and says nothing of the run. An execution is asked for anew of the run as it then is. */
function isPutAway(kind: ProblemKind, asked: Waiting): boolean {
  return kind === "not_accepted" && asked !== "load" && asked !== "execute";
}

/** The page's own sentence for a kind; undefined where the host's stands. */
function own(sentences: Readonly<Record<string, string>>, kind: ProblemKind): string | undefined {
  return Object.hasOwn(sentences, kind) ? sentences[kind] : undefined;
}
