import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { openAssessment } from "../../run/assessment.js";
import { restoreBasis } from "../../run/basis.js";
import type { BackupSetSummary } from "../../run/backup-set.js";
import { type ConfirmationInputs, noConfirmation } from "../../run/facts.js";
import type { RunChange } from "../../run/events.js";
import { isOpenSync } from "../../run/target.js";
import { confirmationHolds } from "../../run/undo.js";
import type { CatalogueItem, HostAnswer, HostRefusal, RestoreHost, RunDocument } from "../../ports.js";
import type { RestoreContext } from "../../resolvers/context.js";
import { newsOf, outcomeUnknown, supersedesFacts, type Waiting } from "../../resolvers/steps/index.js";
import { documentToFacts } from "../document-to-facts.js";
import type { Interruption } from "../parts/interruption.js";

/** A run as this page knows it, and what the operator can ask of the host. */
export interface RestoreRunState {
  readonly document: RunDocument | null;
  readonly backupSets: readonly BackupSetSummary[];
  readonly items: readonly CatalogueItem[] | null;
  readonly confirmation: ConfirmationInputs;
  readonly waiting: Waiting | null;
  /** What stands between the operator and the run; null where nothing does. */
  readonly interruption: Interruption | null;
  readonly announcement: string | null;
  readonly setConfirmation: (inputs: ConfirmationInputs) => void;
  /** `done` is called once the host has saved the change. */
  readonly change: (change: RunChange, done?: () => void) => void;
  readonly runChecks: () => void;
  readonly generatePreview: () => void;
  /** Ends the checks or the preview that are on their way; undefined where none are. */
  readonly cancelAssessment: (() => void) | undefined;
  /** Asks for a fresh reading of the target's directory; the run is loaded again once it ended. */
  readonly syncDirectory: () => void;
  /** `started` is called once the host has accepted the execution. */
  readonly execute: (started: (document: RunDocument) => void) => void;
  readonly reload: () => void;
  /** Sends once more what the host took no request for; never a request for execution. */
  readonly askAgain: () => void;
  readonly dismissProblem: () => void;
}

interface Failed {
  readonly problem: HostRefusal;
  readonly asked: Waiting;
  readonly reconciled: boolean;
}

interface Unanswered {
  readonly problem: HostRefusal;
  readonly accepted: (document: RunDocument) => void;
}

/**
 * Loads a run and asks the host for changes, one at a time. Every answer is checked against the revision it was asked
 * for: one that arrives after the run moved on, or for another run, is dropped.
 */
export function useRestoreRun(host: RestoreHost, runId: string, context: RestoreContext): RestoreRunState {
  const [document, setDocument] = useState<RunDocument | null>(null);
  const [backupSets, setBackupSets] = useState<readonly BackupSetSummary[]>([]);
  const [items, setItems] = useState<readonly CatalogueItem[] | null>(null);
  const [confirmation, setConfirmation] = useState<ConfirmationInputs>(noConfirmation);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const [failed, setFailed] = useState<Failed | null>(null);
  const [readAt, setReadAt] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState<string | null>(null);
  // Refs, because a second click can come before React has drawn what the first one did.
  const present = useRef<RunDocument | null>(null);
  const asking = useRef<symbol | null>(null);
  /** A request for execution that nobody answered. Until the run is read again, none other is sent. */
  const unanswered = useRef<Unanswered | null>(null);
  const refused = useRef<(() => void) | null>(null);
  /** The checks or the preview that this page asked for last. */
  const attempt = useRef<string | null>(null);
  const contextNow = useRef(context);
  contextNow.current = context;

  /** Takes what the host answered, and tells what came of it. */
  const take = useCallback((value: RunDocument, what: Waiting | null) => {
    const before = present.current;
    // A tick and a typed label confirm one set of facts; once those moved, they confirm nothing (RW-3).
    if (before !== null && !confirmationHolds(before, value)) setConfirmation(noConfirmation);
    present.current = value;
    const show = () => {
      setDocument(value);
      setReadAt(new Date().toISOString());
    };
    // Where nothing was shown yet, a whole page is drawn, of thousands of items maybe: in parts, between which it hears the operator.
    if (before === null) startTransition(show);
    else show();
    const facts = documentToFacts(value, noConfirmation);
    const known = before === null ? null : documentToFacts(before, noConfirmation);
    const news = newsOf(known, facts, { what, attempt: attempt.current }, contextNow.current);
    if (news.news === "none") return;
    setAnnouncement(news.news === "told" ? news.sentence : null);
    // What became of an execution is not known yet: nothing takes that sentence's place.
    if (news.news === "failed" && unanswered.current === null)
      setFailed({ problem: news.problem, asked: news.asked, reconciled: false });
  }, []);

  // What goes on at the host is read again whenever it may have moved; what the operator asks for meanwhile goes first.
  const reading = useRef<"idle" | "reading" | "again">("idle");
  const refresh = useCallback(async () => {
    if (reading.current !== "idle") {
      reading.current = "again";
      return;
    }
    do {
      reading.current = "reading";
      const askedFor = present.current;
      if (askedFor === null) break;
      const answer = await host.loadRun(askedFor.run.id);
      if (!answer.ok || asking.current !== null || present.current !== askedFor) continue;
      const { run } = answer.value;
      if (run.id === askedFor.run.id && run.revision >= askedFor.run.revision) take(answer.value, null);
    } while (readAgain(reading));
    reading.current = "idle";
  }, [host, take]);

  const ask = useCallback(
    async (
      what: Waiting,
      request: () => Promise<HostAnswer<RunDocument>>,
      accepted?: (document: RunDocument) => void,
    ) => {
      if (asking.current !== null && what !== "load") return;
      const ticket = Symbol(what);
      const askedFor = present.current;
      asking.current = ticket;
      setWaiting(what);
      if (unanswered.current === null) setFailed(null);
      if (what !== "change") setAnnouncement(contextNow.current.words.page.begun[what]);
      const answer = await request();
      if (asking.current !== ticket) return;
      asking.current = null;
      setWaiting(null);
      if (!answer.ok) {
        const asked = unanswered.current === null ? what : "execute";
        setFailed({ problem: unanswered.current?.problem ?? answer.problem, asked, reconciled: false });
        return;
      }
      const { value } = answer;
      const moved = present.current !== askedFor || value.run.id !== runId;
      if (moved || (askedFor !== null && value.run.revision < askedFor.run.revision)) return;
      const lost = unanswered.current;
      unanswered.current = null;
      if (lost !== null && value.run.execution === null) {
        take(value, null);
        setFailed({ problem: lost.problem, asked: "execute", reconciled: true });
        setAnnouncement(null);
        return;
      }
      setFailed(null);
      if (what === "checks" || what === "preview") attempt.current = value.assessment?.id ?? null;
      take(value, what);
      (lost?.accepted ?? accepted)?.(value);
      if (openAssessment(value.assessment) !== null) void refresh();
    },
    [runId, take, refresh],
  );

  const write = useCallback(
    (
      what: Waiting,
      request: (run: RunDocument["run"], document: RunDocument) => Promise<HostAnswer<RunDocument>>,
      accepted?: (document: RunDocument) => void,
    ) => {
      const send = () => {
        const current = present.current;
        if (current !== null) void ask(what, () => request(current.run, current), accepted);
      };
      refused.current = what === "execute" ? null : send;
      send();
    },
    [ask],
  );

  const reload = useCallback(() => {
    setConfirmation(noConfirmation);
    void ask("load", () => host.loadRun(runId));
  }, [ask, host, runId]);

  const execute = (started: (document: RunDocument) => void) => {
    if (unanswered.current !== null) {
      reload();
      return;
    }
    // What came in since the page was drawn is looked at before it is confirmed (RW-16).
    if (present.current !== document) return;
    write(
      "execute",
      async (run, current) => {
        const asked = { ...confirmation, fingerprint: restoreBasis(current).fingerprint };
        const answer = await host.execute(run.id, run.revision, asked);
        if (answer.ok) return answer;
        if (!outcomeUnknown(answer.problem)) {
          // What was confirmed is not what the host has: it is confirmed anew of what is read next.
          if (supersedesFacts(answer.problem, "execute")) setConfirmation(noConfirmation);
          return answer;
        }
        // It may have arrived: what became of it is read, never asked for once more.
        unanswered.current = { problem: answer.problem, accepted: started };
        setConfirmation(noConfirmation);
        const read = await host.loadRun(run.id);
        return read.ok ? read : answer;
      },
      started,
    );
  };

  useEffect(() => {
    present.current = null;
    unanswered.current = null;
    refused.current = null;
    attempt.current = null;
    setFailed(null);
    setReadAt(null);
    setDocument(null);
    setConfirmation(noConfirmation);
    let left = false;
    void ask("load", () => host.loadRun(runId));
    void host.listBackupSets().then((answer) => {
      if (left) return;
      if (answer.ok) setBackupSets(answer.value);
      else setFailed({ problem: answer.problem, asked: "load", reconciled: false });
    });
    return () => {
      left = true;
      asking.current = null;
    };
  }, [ask, host, runId]);

  // What another tab or another person did is seen once the operator turns to this page again.
  const undisturbed = document !== null && failed === null;
  useEffect(() => {
    if (!undisturbed) return undefined;
    const turnedTo = () => {
      if (window.document.visibilityState === "visible") void refresh();
    };
    window.document.addEventListener("visibilitychange", turnedTo);
    return () => window.document.removeEventListener("visibilitychange", turnedTo);
  }, [undisturbed, refresh]);

  const underWay = openAssessment(document?.assessment);
  const sync = document?.directorySync ?? null;
  const watched = [underWay?.id, isOpenSync(sync) ? sync?.id : undefined].filter((id) => id !== undefined).join(" ");
  useEffect(() => {
    if (watched === "") return undefined;
    return host.watchRun(runId, () => void refresh());
  }, [host, runId, watched, refresh]);

  const backupSetId = document?.run.backupSetId ?? null;
  useEffect(() => {
    setItems(null);
    if (backupSetId === null) return undefined;
    let left = false;
    void host.listItems(backupSetId).then((answer) => {
      if (left) return;
      if (answer.ok) setItems(answer.value);
      else setFailed({ problem: answer.problem, asked: "load", reconciled: false });
    });
    return () => {
      left = true;
    };
  }, [host, backupSetId]);

  return {
    document,
    backupSets,
    items,
    confirmation,
    waiting: waiting ?? underWay?.kind ?? null,
    interruption: failed === null ? null : { ...failed, readAt },
    announcement,
    setConfirmation,
    change: (change, done) => write("change", (run) => host.changeRun(run.id, run.revision, change), done),
    runChecks: () => write("checks", (run) => host.runChecks(run.id, run.revision)),
    generatePreview: () => write("preview", (run) => host.runPreview(run.id, run.revision)),
    cancelAssessment:
      underWay === null ? undefined : () => write("cancel", (run) => host.cancelAssessment(run.id, underWay.id)),
    syncDirectory: () =>
      write("sync", async (run) => {
        const answer = await host.syncDirectory(run.environmentId);
        return answer.ok ? host.loadRun(run.id) : answer;
      }),
    execute,
    reload,
    askAgain: () => (refused.current ?? reload)(),
    dismissProblem: () => setFailed(null),
  };
}

/** Whether something may have moved while the run was read. */
function readAgain(reading: { readonly current: "idle" | "reading" | "again" }): boolean {
  return reading.current === "again";
}
