import type { CallbackAction } from "../../../view-models/index.js";
import { shortRunId } from "./environment.js";

/** Words of the pages' frames that depend on no fact but a name. */
export const pageWords = {
  runName: (id: string) => `Restore run ${shortRunId(id)}`,
  operationName: (id: string) => `Restore operation ${shortRunId(id)}`,
  operation: "Operation",
  resultQuestion: "What happened?",
  mappings: "Target mappings",
  /** Stands between the value now and the value after, for the ear. */
  becomes: "becomes",
  loadingRun: "Loading the run.",
  saving: "Saving.",
  loadAgain: { kind: "callback", id: "reload_run", label: "Load the run again" } satisfies CallbackAction,
} as const;
