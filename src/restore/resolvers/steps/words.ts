import type { StatusLiteral } from "../../../view-models/index.js";
import type { RunStatus } from "../../run/run.js";

/** Every status of RW-12 as a literal: what a run asks for, as far as its status alone tells. */
export const runStatusLiterals: Readonly<Record<RunStatus, StatusLiteral>> = {
  draft: "pending",
  scoped: "pending",
  checked: "pending",
  previewed: "pending",
  queued: "pending",
  running: "running",
  completed: "recorded",
  partial: "attention",
  completed_with_errors: "attention",
  failed: "blocked",
  cancelled: "unavailable",
};
