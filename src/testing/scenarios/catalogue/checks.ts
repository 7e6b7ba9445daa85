import { withRun } from "../facts/draft.js";
import {
  checkAccepted,
  checkedWithoutConflict,
  checksBlocking,
  checksFailed,
  checksNotEvaluated,
  checksRunning,
  checksRunningAgain,
  identityDecided,
  identityUndecided,
  missingWhileUpdating,
  scopeChanged,
  wouldBeEnforced,
} from "../facts/evidence.js";
import { scoped } from "../facts/scope.js";
import type { RestoreScenario } from "../scenario.js";

/** Step 3: is this dangerous? */
export const checkScenarios = [
  {
    id: "checks_required",
    title: "The scope is settled and nothing has been checked",
    rules: ["PF-9", "SI-5", "SI-12"],
    step: "safety_checks",
    facts: scoped,
  },
  {
    id: "checks_running",
    title: "Checks are on their way, and the page says since when, for whom and how far they are",
    rules: ["RW-6", "SI-4", "BY-3"],
    step: "safety_checks",
    facts: checksRunning,
  },
  {
    id: "checks_failed",
    title: "The target could not be reached, so the last checks came to nothing",
    rules: ["RW-6", "BY-3", "BY-15"],
    step: "safety_checks",
    facts: checksFailed,
  },
  {
    id: "checks_running_again",
    title: "Checks that hold are asked for once more, and hold until there are others",
    rules: ["RW-6", "SI-2"],
    step: "safety_checks",
    facts: checksRunningAgain,
  },
  {
    id: "target_differs",
    title: "The target says it is somebody else",
    rules: ["PF-17"],
    step: "safety_checks",
    facts: withRun(scoped, {
      targetIdentity: {
        tenantId: "0d9f0a52-77d5-4d5e-8a43-d2c6f1a5be10",
        label: "Contoso Staging",
        readAt: "2026-11-20T16:40:00Z",
      },
    }),
  },
  {
    id: "checks_blocking",
    title: "Checks found something that must be settled first",
    rules: ["PF-13", "RW-6", "BY-4", "SI-18"],
    step: "safety_checks",
    facts: checksBlocking,
  },
  {
    id: "identity_undecided",
    title: "Two policies of the target have the item's name, and a person says which is meant",
    rules: ["BY-4", "PF-13"],
    step: "safety_checks",
    facts: identityUndecided,
  },
  {
    id: "identity_decided",
    title: "The operator said which policy is meant, and the checks have to run again",
    rules: ["BY-4", "SI-3"],
    step: "safety_checks",
    facts: identityDecided,
  },
  {
    id: "checks_no_conflict",
    title: "The checks found no conflict",
    rules: ["RW-7", "SI-4"],
    step: "safety_checks",
    facts: checkedWithoutConflict,
  },
  {
    id: "scope_changed",
    title: "The operator changed the scope after checks and preview",
    rules: ["SI-2", "SI-3", "BY-1", "PF-18", "SI-1", "BY-2"],
    step: "safety_checks",
    facts: scopeChanged,
  },
  {
    id: "checks_not_evaluated",
    title: "The target could not list everything, so one check could not be evaluated",
    rules: ["RW-7", "RW-19", "RW-20"],
    step: "safety_checks",
    facts: checksNotEvaluated,
  },
  {
    id: "check_accepted",
    title: "The operator accepted that one check by name, with a reason",
    rules: ["RW-20"],
    step: "safety_checks",
    facts: checkAccepted,
  },
  {
    id: "update_only_missing",
    title: "A policy is gone from the target, and this restore only updates",
    rules: ["RW-18"],
    step: "safety_checks",
    facts: missingWhileUpdating,
  },
  {
    id: "enforcement_begins",
    title: "A policy that only reports in the target would begin to block",
    rules: ["BY-6"],
    step: "safety_checks",
    facts: wouldBeEnforced,
  },
] as const satisfies readonly RestoreScenario[];
