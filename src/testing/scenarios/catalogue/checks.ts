import { withRun } from "../facts/draft.js";
import { checksBlocking, scopeChanged } from "../facts/evidence.js";
import { scoped } from "../facts/scope.js";
import type { Scenario } from "../scenario.js";

/** Step 3: is this dangerous? */
export const checkScenarios = [
  {
    id: "checks_required",
    title: "The scope is settled and nothing has been checked",
    rules: ["PF-9", "SI-5"],
    step: "safety_checks",
    facts: scoped,
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
    rules: ["PF-13", "RW-6", "BY-4"],
    step: "safety_checks",
    facts: checksBlocking,
  },
  {
    id: "scope_changed",
    title: "The operator changed the scope after checks and preview",
    rules: ["SI-2", "SI-3", "BY-1"],
    step: "safety_checks",
    facts: scopeChanged,
  },
] as const satisfies readonly Scenario[];
