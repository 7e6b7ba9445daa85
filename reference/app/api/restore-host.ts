import type { RestoreHost } from "checkrail/restore";
import { call } from "./client.js";

/** The host of one workspace, over the reference API. */
export function restoreHost(workspace: string): RestoreHost {
  return {
    listBackupSets: () => call("backup_sets", { workspace }),
    listItems: (backupSet) => call("backup_set_items", { workspace, backupSet }),
    loadRun: (run) => call("restore_run", { workspace, run }),
    changeRun: (run, revision, change) => call("change", { workspace, run }, { revision, body: change }),
    runChecks: (run, revision) => call("checks", { workspace, run }, { revision }),
    runPreview: (run, revision) => call("preview", { workspace, run }, { revision }),
    execute: (run, revision, request) => call("execute", { workspace, run }, { revision, body: request }),
    cancel: (run, revision) => call("cancel", { workspace, run }, { revision }),
  };
}
