import { mappingRequired } from "../facts/scope.js";
import type { Scenario } from "../scenario.js";

/** Step 2: what exactly should be restored? */
export const scopeScenarios = [
  {
    id: "mapping_required",
    title: "A group of the backup has no counterpart in the target",
    rules: ["PF-11", "BY-5"],
    step: "define_restore_scope",
    facts: mappingRequired,
  },
] as const satisfies readonly Scenario[];
