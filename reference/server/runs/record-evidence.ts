import type { RunEvent } from "../../../src/restore/run/events.js";
import type { Operator } from "../../../src/restore/run/facts.js";
import type { RestoreRun } from "../../../src/restore/run/run.js";
import type { JsonObject } from "../../../src/safety/index.js";
import { record } from "../audit.js";
import type { ServerContext } from "../context.js";
import type { Tx } from "../database/schema.js";
import type { Answer } from "../http/problems.js";
import { applyEvent } from "./store.js";

/** What checks or a preview found. */
export type EvidenceEvent = Extract<RunEvent, { event: "checks_completed" | "preview_completed" }>;

/**
 * Records an answer with the basis it was asked for, whatever moved meanwhile. One that may not take the place of what is
 * recorded is refused, and kept in the trail.
 */
export async function recordEvidence(
  context: Pick<ServerContext, "now">,
  tx: Tx,
  run: RestoreRun,
  by: Operator,
  event: EvidenceEvent,
  detail: JsonObject,
): Promise<Answer<RestoreRun>> {
  const at = context.now();
  const recorded = await applyEvent(tx, run, event, { at, by });
  const { basis } = event.event === "checks_completed" ? event.checks : event.preview;
  await record(tx, {
    at,
    workspaceId: run.workspaceId,
    environmentId: run.environmentId,
    restoreRunId: run.id,
    actor: by,
    event: recorded.ok ? event.event : event.event.replace("completed", "dropped"),
    detail: {
      fingerprint: basis?.fingerprint ?? null,
      ...detail,
      ...(!recorded.ok && { code: recorded.problem.code }),
    },
  });
  return recorded;
}
