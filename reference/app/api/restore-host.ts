import type { DirectorySync, HostAnswer, RestoreHost } from "checkrail/restore";
import { call, callEvery, pathOf } from "./client.js";
import { watchEvents } from "./watch-events.js";

/** How long a page waits to hear that an execution was queued. What became of the request is then read. */
const patienceForExecution = 30_000;

/** The host of one workspace, over the reference API. */
export function restoreHost(workspace: string): RestoreHost {
  /** Keys of requests whose answer was lost: asked for again, each is the same request. */
  const unanswered = new Map<string, string>();
  return {
    listBackupSets: () => callEvery("backup_sets", { workspace }),
    listItems: (backupSet) => callEvery("backup_set_items", { workspace, backupSet }),
    loadRun: (run) => call("restore_run", { workspace, run }),
    changeRun: (run, revision, change) => call("change", { workspace, run }, { revision, body: change }),
    runChecks: (run, revision) => call("checks", { workspace, run }, { revision }),
    runPreview: (run, revision) => call("preview", { workspace, run }, { revision }),
    execute: async (run, revision, request) => {
      const what = JSON.stringify([run, request]);
      const key = unanswered.get(what) ?? newKey();
      unanswered.set(what, key);
      const answer = await call(
        "execute",
        { workspace, run },
        { revision, body: request, key, patience: patienceForExecution },
      );
      if (answer.ok || answer.problem.status !== 0) unanswered.delete(what);
      return answer;
    },
    cancelAssessment: (run, assessment) => call("cancel_assessment", { workspace, run, assessment }),
    watchRun: (run, moved) => watchEvents(pathOf("run_events", { workspace, run }), moved),
    syncDirectory: async (environment) => syncIn(await call("sync_directory", { workspace, environment })),
    cancel: (run, revision) => call("cancel", { workspace, run }, { revision }),
  };
}

function syncIn(answer: HostAnswer<{ readonly sync: DirectorySync | null }>): HostAnswer<DirectorySync | null> {
  return answer.ok ? { ok: true, value: answer.value.sync } : answer;
}

/** Not `randomUUID`, which a page without TLS does not have. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
