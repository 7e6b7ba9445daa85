import type { DirectorySync, HostAnswer, HostRefusal, RestoreHost, RunDocument } from "../../../src/restore/ports.js";
import type { RunChange } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";

/** A run as a host would answer it. */
export function documentOf(facts: RestoreFacts, revision = facts.run.revision): RunDocument {
  const { confirmation: _confirmation, ...stored } = facts;
  return { ...stored, run: { ...stored.run, revision }, directory: null };
}

/** An answer that is given when the test says so. */
export interface Pending {
  readonly call: keyof RestoreHost;
  readonly revision: number | null;
  /** The change that was asked for; null where it was no change. */
  readonly change: RunChange | null;
  answer(value: RunDocument | HostRefusal): void;
}

/** A host that answers loads at once and keeps everything else waiting. */
export function fakeHost(first: RunDocument) {
  let document = first;
  const pending: Pending[] = [];
  const syncs: { environmentId: string; answer(value: DirectorySync | HostRefusal): void }[] = [];
  const watching = new Set<() => void>();
  const later = (call: keyof RestoreHost, revision: number | null, change: RunChange | null = null) =>
    new Promise<HostAnswer<RunDocument>>((resolve) => {
      pending.push({
        call,
        revision,
        change,
        answer: (value) => resolve("run" in value ? { ok: true, value } : { ok: false, problem: value }),
      });
    });
  const host: RestoreHost = {
    listBackupSets: () => Promise.resolve({ ok: true, value: document.backupSet === null ? [] : [document.backupSet] }),
    listItems: () => Promise.resolve({ ok: true, value: [] }),
    loadRun: () => Promise.resolve({ ok: true, value: document }),
    changeRun: (_, revision, change) => later("changeRun", revision, change),
    runChecks: (_, revision) => later("runChecks", revision),
    runPreview: (_, revision) => later("runPreview", revision),
    execute: (_, revision) => later("execute", revision),
    cancelAssessment: () => later("cancelAssessment", null),
    syncDirectory: (environmentId) =>
      new Promise((resolve) => {
        syncs.push({
          environmentId,
          answer: (value) => resolve("status" in value ? { ok: false, problem: value } : { ok: true, value }),
        });
      }),
    watchRun: (_, tell) => {
      watching.add(tell);
      tell();
      return () => watching.delete(tell);
    },
    cancel: (_, revision) => later("cancel", revision),
  };
  /** The run has moved on at the host, and whoever watches it is told. */
  const moved = (to: RunDocument) => {
    document = to;
    for (const tell of watching) tell();
  };
  return { host, pending, syncs, moved };
}
