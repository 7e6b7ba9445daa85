import type { RestoreFacts } from "../../run/facts.js";
import { runStatus } from "../../run/status.js";
import type { RestoreContext } from "../context.js";
import { counted, runStatusLabels } from "./words.js";

/** What the page is waiting for. */
export type Waiting = "load" | "change" | "checks" | "preview" | "execute" | "cancel" | "evidence";

/** Sentences for the page's one live region: what began. */
export const begun: Readonly<Record<Waiting, string>> = {
  load: "Loading the run.",
  change: "",
  checks: "Checks are running.",
  preview: "The preview is being generated.",
  execute: "Execution is being requested.",
  cancel: "Cancellation is being requested.",
  evidence: "The target is being read back.",
};

/** What ended, in one sentence. */
export function ended(what: Waiting, facts: RestoreFacts, context: RestoreContext): string {
  const { checks, preview } = facts.run;
  switch (what) {
    case "load":
    case "change":
      return what === "load" ? "" : "Saved.";
    case "checks": {
      if (checks === null) return "Checks were not recorded.";
      const { blocking, warning, not_evaluated: unevaluated } = checks.summary;
      const parts = [
        counted(blocking, "blocking finding", "blocking findings", context),
        `${context.number(unevaluated)} not evaluated`,
        counted(warning, "warning", "warnings", context),
      ];
      return `Checks finished: ${parts.join(", ")}.`;
    }
    case "preview": {
      if (preview === null) return "The preview was not recorded.";
      const written = preview.summary.policiesChanged + preview.summary.policiesCreated;
      return `Preview finished: ${counted(written, "policy", "policies", context)} would be written.`;
    }
    case "execute":
      return `Execution requested. Status: ${runStatusLabels[runStatus(facts)]}.`;
    case "cancel":
      return `Status: ${runStatusLabels[runStatus(facts)]}.`;
    case "evidence":
      return "Another reading of the target was requested.";
  }
}
