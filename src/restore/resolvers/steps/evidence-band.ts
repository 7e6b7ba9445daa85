import { contractVersion, type ActionModel, type FreshnessBandViewModel } from "../../../view-models/index.js";
import type { Freshness } from "../../../safety/index.js";
import { presentFreshness } from "../../../flow/index.js";
import { evidenceFreshness } from "../../run/basis.js";
import type { RestoreFacts } from "../../run/facts.js";
import { lacksSafetyRecord } from "../../run/safety-record.js";
import type { RestoreContext } from "../context.js";
import { restoreCopy } from "../copy.js";
import { isAsRead, knownFreshness } from "../overtaken.js";

/** Answers: do these checks, or does this preview, still describe what would happen, and what is the one way forward? (SI-5) */
export function evidenceBand(
  what: "checks" | "preview",
  freshness: Freshness,
  action: ActionModel | null,
  context: RestoreContext,
): FreshnessBandViewModel {
  const presentation = { copy: restoreCopy(context), words: context.words.flow, context };
  const model = presentFreshness(freshness, presentation);
  return {
    contract: contractVersion,
    id: `${what}-freshness`,
    freshness: model,
    text: bandText(what, freshness, model, context),
    action,
  };
}

function bandText(
  what: "checks" | "preview",
  freshness: Freshness,
  model: FreshnessBandViewModel["freshness"],
  { words: { basis, band } }: RestoreContext,
): string {
  if (model.state === "invalidated") return basis.voidSince(model.causes.map((cause) => cause.label));
  return isAsRead(freshness) ? band[what].as_read : band[what][model.state];
}

/** Answers: what is recorded evidence worth? Once a run was queued, what it was worth then; a record that does not tell proves nothing (SI-6, SI-13). */
export function recordedFreshness(facts: RestoreFacts): ReturnType<typeof evidenceFreshness> {
  const { run } = facts;
  const snapshot = run.execution?.safetySnapshot ?? null;
  if (lacksSafetyRecord(run)) {
    const checks = run.checks && { ...run.checks, basis: null };
    const preview = run.preview && { ...run.preview, basis: null };
    return evidenceFreshness({ ...facts, run: { ...run, checks, preview } });
  }
  if (snapshot === null) return knownFreshness(facts);
  return {
    checks: { state: "current", at: snapshot.checksCapturedAt },
    preview: { state: "current", at: snapshot.previewCapturedAt },
  };
}
