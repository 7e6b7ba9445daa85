import { sourceSelected, withRun } from "../facts/draft.js";
import {
  compareOnly,
  directoryNotRead,
  fieldGroup,
  mappingRequired,
  scopedAll,
  syncAsked,
  pilotGroup,
} from "../facts/scope.js";
import type { RestoreScenario } from "../scenario.js";

/** Step 2: what exactly should be restored? */
export const scopeScenarios = [
  {
    id: "mapping_required",
    title: "A group of the backup has no counterpart in the target",
    rules: ["PF-11", "BY-5"],
    step: "define_restore_scope",
    facts: mappingRequired,
  },
  {
    id: "scope_required",
    title: "The backup set is chosen and nothing is said of what to restore",
    rules: ["RW-1", "RW-4", "RW-21"],
    step: "define_restore_scope",
    facts: sourceSelected,
  },
  {
    id: "scope_all",
    title: "The operator restores everything that the backup set holds",
    rules: ["RW-4", "PF-9"],
    step: "define_restore_scope",
    facts: scopedAll,
  },
  {
    id: "scope_empty",
    title: "The operator selected nothing, which never means all",
    rules: ["RW-4"],
    step: "define_restore_scope",
    facts: {
      ...withRun(sourceSelected, { scope: { mode: "selected", itemIds: [] }, revision: 3 }),
      scope: { inScope: 0, writable: 0, previewOnly: 0, metadataOnly: 0, requestedItems: [] },
      dependencies: [],
    },
  },
  {
    id: "scope_nothing_writable",
    title: "Everything in scope can be compared and nothing can be written",
    rules: ["RW-5", "RW-6"],
    step: "define_restore_scope",
    facts: {
      ...withRun(sourceSelected, { scope: { mode: "selected", itemIds: compareOnly }, revision: 3 }),
      scope: { inScope: 2, writable: 0, previewOnly: 1, metadataOnly: 1, requestedItems: compareOnly },
      dependencies: [],
    },
  },
  {
    id: "mapping_directory_not_read",
    title: "The target's groups were never read, so nothing can be mapped",
    rules: ["PF-10", "PF-12"],
    step: "define_restore_scope",
    facts: directoryNotRead,
  },
  {
    id: "mapping_directory_being_read",
    title: "The target's groups were never read, and a sync that was asked for is reading them",
    rules: ["PF-12", "BY-15"],
    step: "define_restore_scope",
    facts: { ...directoryNotRead, directorySync: syncAsked },
  },
  {
    id: "mapping_directory_sync_failed",
    title: "The last sync of the target's groups failed, and says why",
    rules: ["PF-12"],
    step: "define_restore_scope",
    facts: {
      ...directoryNotRead,
      directorySync: {
        ...syncAsked,
        state: "failed",
        finishedAt: "2026-11-20T16:41:00Z",
        problem: { code: "throttled", detail: "The target asks to wait." },
      },
    },
  },
  {
    id: "mapping_skipped",
    title: "The operator left a group out, and is told who is no longer reached",
    rules: ["BY-5"],
    step: "define_restore_scope",
    facts: {
      ...withRun(mappingRequired, { mappings: { [fieldGroup.key]: { decision: "skip" } }, revision: 4 }),
      dependencies: [{ ...fieldGroup, resolution: { state: "skipped" } }, pilotGroup],
    },
  },
] as const satisfies readonly RestoreScenario[];
