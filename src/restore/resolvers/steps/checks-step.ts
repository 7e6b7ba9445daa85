import type {
  ActionModel,
  CheckListViewModel,
  FreshnessBandViewModel,
  MappingResolverViewModel,
} from "../../../view-models/index.js";
import type { RestoreFacts } from "../../run/facts.js";
import { resolveCheckList } from "../check-list.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { resolveIdentityDecisions } from "../identity-decisions.js";
import { places } from "../reasons.js";
import { evidenceBand, recordedFreshness } from "./evidence-band.js";
import { blockedAction, editAction, editing, placeModel } from "./editing.js";
import { type AttemptModel, attemptModel, underWayAction } from "./attempt-model.js";
import { checksLead } from "./checks-lead.js";
import type { LeadModel } from "./lead.js";

/** The content of step 3: what the checks found, and whether it still holds (PF-13, RW-7). */
export interface ChecksStepModel {
  readonly lead: LeadModel;
  readonly band: FreshnessBandViewModel;
  readonly list: CheckListViewModel;
  /** Items of which a person decides which policy they are; null where there are none (BY-4). */
  readonly identity: MappingResolverViewModel | null;
  /** What is said of checks that are on their way, or that failed while earlier ones hold; null where there are none. */
  readonly attempt: AttemptModel | null;
  /** Said of checks that were asked for, until the host says how far they are. */
  readonly runningText: string;
}

/** Answers: is this dangerous? */
export function resolveChecksStep(facts: RestoreFacts, context: RestoreContext): ChecksStepModel {
  const freshness = recordedFreshness(facts).checks;
  return {
    lead: checksLead(facts, freshness, context),
    band: evidenceBand("checks", freshness, runAction(facts, context), context),
    list: resolveCheckList(facts, context),
    identity: resolveIdentityDecisions(facts, context),
    attempt: attemptModel("checks", facts, freshness, context),
    runningText: context.words.checkList.running(facts.run.target.label),
  };
}

function runAction(facts: RestoreFacts, context: RestoreContext): ActionModel | null {
  const { run } = facts;
  if (run.execution !== null) return null;
  const { checkList } = context.words;
  const action = { id: "run_checks", label: run.checks === null ? checkList.run : checkList.runAgain };
  if (run.scope === null && editing(facts, context).state === "open") {
    const place = run.backupSetId === null ? places.backupSet : places.scope;
    const reason = restoreCopy(context).reason({ code: "scope_not_defined" });
    return blockedAction(action, reason, placeModel(place, null, context));
  }
  return underWayAction("checks", facts, action, context) ?? editAction(facts, action, context);
}
