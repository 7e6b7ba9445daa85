import {
  checkedWithWarnings,
  previewed,
  previewFailed,
  previewRunning,
  previewStale,
  previewVoid,
} from "../facts/evidence.js";
import type { RestoreScenario } from "../scenario.js";

/** Step 4: what would happen? */
export const previewScenarios = [
  {
    id: "preview_required",
    title: "Checks are clear and what would happen is not known",
    rules: ["PF-14", "RW-20"],
    step: "preview",
    facts: checkedWithWarnings,
  },
  {
    id: "preview_running",
    title: "A preview is on its way, and the page says since when, for whom and how far it is",
    rules: ["RW-8", "SI-4"],
    step: "preview",
    facts: previewRunning,
  },
  {
    id: "preview_failed",
    title: "The target could not be reached, so the last preview came to nothing",
    rules: ["RW-8", "BY-3", "BY-15"],
    step: "preview",
    facts: previewFailed,
  },
  {
    id: "preview_current",
    title: "A current preview shows what would happen",
    rules: ["PF-14", "RW-8", "PF-7", "RW-13", "RW-22", "SI-21", "BY-7"],
    step: "preview",
    facts: previewed,
  },
  {
    id: "preview_void",
    title: "Checks were run again after a scope change, the preview was not",
    rules: ["SI-3", "SI-10", "BY-1"],
    step: "preview",
    facts: previewVoid,
  },
  {
    id: "preview_stale",
    title: "An older preview cannot show that it is current",
    rules: ["SI-2", "SI-10"],
    step: "preview",
    facts: previewStale,
  },
] as const satisfies readonly RestoreScenario[];
