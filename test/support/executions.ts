import type { ExecuteRequest, RunDocument } from "../../src/restore/ports.js";
import type { RestoreRun } from "../../src/restore/run/run.js";

/** One line of the audit trail. */
export interface AuditLine {
  readonly sequence: number;
  readonly restoreRunId: string | null;
  readonly event: string;
  readonly actor: { readonly id: string };
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An execution that the server accepted: what was asked for, and the run as it stood when it was queued. */
export interface Accepted {
  /** The revision that the page showed. */
  readonly revision: number;
  readonly request: ExecuteRequest;
  readonly document: RunDocument;
}

/** Checks that never block, whatever they could not evaluate (RW-20). */
const neverBlocks: readonly string[] = ["newer_than_backup", "preview_only", "target_limits"];

/** What of an accepted execution the facts of that moment do not allow, in plain comparisons, not by the rules that allowed it. */
export function forbiddenIn({ revision, request, document }: Accepted): readonly string[] {
  const { run, backupSet } = document;
  const found: string[] = [];
  const wrong = (what: string, is: boolean) => {
    if (is) found.push(what);
  };
  wrong("of a page that was out of date", run.revision !== revision + 1);
  wrong("without review", !request.reviewedImpact);
  wrong("under another label", request.typedLabel !== run.target.label || run.target.label === "");
  wrong("as a dry-run", run.dryRun);
  wrong(
    "on a target that calls itself something else",
    run.targetIdentity?.label !== run.target.label || run.targetIdentity.tenantId !== run.target.tenantId,
  );
  const { checks, preview, scope } = run;
  if (checks === null || preview === null || scope === null || backupSet === null)
    return [...found, "without checks, preview, scope or backup set"];
  const accepted = new Set(run.acceptances.map(({ check, itemId }) => `${check}/${itemId}`));
  const open = checks.findings.filter(({ check, itemId }) => !accepted.has(`${check}/${itemId}`));
  wrong(
    "over a blocking finding",
    open.some(({ severity }) => severity === "blocking"),
  );
  wrong(
    "over a check that was not evaluated",
    open.some(({ severity, check }) => severity === "not_evaluated" && !neverBlocks.includes(check)),
  );
  const fingerprint = preview.basis?.fingerprint;
  wrong("on a preview that no fingerprint names", fingerprint === undefined || fingerprint === "");
  wrong("on a preview of other inputs than were shown", request.fingerprint !== fingerprint);
  wrong("on checks of inputs that moved", moved(checks.basis?.fields, document) !== null);
  wrong("on a preview of inputs that moved", moved(preview.basis?.fields, document) !== null);
  wrong(
    "on a preview without what was accepted",
    spelled(Object.values(Object(preview.basis?.fields["acceptances"]))) !== spelled([...accepted]),
  );
  wrong(
    "with a policy undecided",
    preview.items.some(({ skipReason }) => skipReason === "identity_undecided" || skipReason === "mapping_unresolved"),
  );
  wrong("with nothing to write", !preview.items.some(({ action }) => action === "create" || action === "update"));
  const items = new Set(preview.items.map(({ itemId }) => itemId));
  wrong(
    "on a preview of fewer items",
    scope.itemIds?.some((id) => !items.has(id)) ?? items.size !== backupSet.quality.itemCount,
  );
  return found;
}

/** A field of a recorded basis that the run does not have so any more; null where there is none, and all are recorded. */
function moved(
  fields: Readonly<Record<string, unknown>> | undefined,
  { run, backupSet, directoryVersion }: RunDocument,
): string | null {
  if (fields === undefined) return "every field";
  const present: Readonly<Record<string, unknown>> = {
    backupSet: run.backupSetId,
    backupContent: backupSet?.contentHash,
    scopeMode: run.scope?.mode,
    requestedItems: run.scope?.itemIds === undefined ? null : spelled(run.scope.itemIds),
    restoreMode: run.restoreMode,
    mappings: decided(run.mappings),
    identityDecisions: decided(run.identityDecisions),
    directoryVersion: Object.keys(run.mappings).length === 0 ? null : directoryVersion,
  };
  const { backupSet: recordedSet, requestedItems, mappings, identityDecisions, ...plain } = fields;
  const recorded: Readonly<Record<string, unknown>> = {
    ...plain,
    backupSet: Object(recordedSet)["id"],
    requestedItems: Array.isArray(requestedItems) ? spelled(requestedItems as string[]) : requestedItems,
    mappings: entriesOf(mappings),
    identityDecisions: entriesOf(identityDecisions),
  };
  return Object.keys(present).find((field) => recorded[field] !== present[field]) ?? null;
}

function decided(decisions: RestoreRun["mappings"] | RestoreRun["identityDecisions"]): string {
  return entriesOf(
    Object.fromEntries(
      Object.entries(decisions).map(([key, { decision, targetId }]) => [
        key,
        targetId === undefined ? decision : `${decision}:${targetId}`,
      ]),
    ),
  );
}

function entriesOf(record: unknown): string {
  return spelled(Object.entries(Object(record)).map(([key, value]) => `${key} ${String(value)}`));
}

function spelled(texts: readonly string[]): string {
  return JSON.stringify([...new Set(texts)].toSorted());
}

/** What the trail says that no accepted execution answers for: nobody asked, somebody else did, or it was queued more than once. */
export function forbiddenInTrail(
  trail: readonly AuditLine[],
  accepted: ReadonlyMap<string, Accepted>,
): readonly string[] {
  const queued = trail.filter(({ event }) => event === "execution_queued");
  return queued.flatMap(({ restoreRunId, actor, detail }) => {
    const asked = accepted.get(restoreRunId ?? "");
    return [
      ...(queued.filter((other) => other.restoreRunId === restoreRunId).length === 1 ? [] : ["queued twice"]),
      ...(actor.id === "dana.okafor" ? [] : ["by somebody else"]),
      ...(asked === undefined ? ["that nobody asked for"] : []),
      ...(asked !== undefined && asked.request.fingerprint !== detail["fingerprint"] ? ["of another fingerprint"] : []),
    ].map((what) => `${restoreRunId}: ${what}`);
  });
}

const ofPolicies = ["edit_setting", "clear_assignments", "delete_policy", "rename_policy", "duplicate_policy"];

/**
 * Items of a run whose policy somebody changed once between the preview and the queue, while nobody else restored: they stand
 * in the target as nobody has looked at them (BY-8).
 */
export function driftedItems(trail: readonly AuditLine[], { run }: RunDocument): readonly string[] {
  const own = (event: string) =>
    trail.findLast((line) => line.restoreRunId === run.id && line.event === event)?.sequence;
  const [from, to] = [own("preview_completed"), own("execution_queued")];
  if (from === undefined || to === undefined) return [];
  const between = trail.filter(({ sequence }) => sequence > from && sequence < to);
  if (between.some(({ event }) => event === "item_finished" || event === "execution_finished")) return [];
  const changed = between
    .filter(({ event, detail }) => event === "demo_target_changed" && ofPolicies.includes(String(detail["kind"])))
    .map(({ detail }) => /"([^"]+)"/.exec(String(detail["changed"]))?.[1]);
  const once = changed.filter((name, index) => changed.indexOf(name) === index && changed.lastIndexOf(name) === index);
  const items = run.preview?.items ?? [];
  return once.flatMap((name) => {
    const named = items.filter((item) => item.name === name && (item.action === "update" || item.action === "none"));
    return named.length === 1 ? named.map(({ itemId }) => itemId) : [];
  });
}
