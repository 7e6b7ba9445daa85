import type { RestoreRun } from "../../run/run.js";
import type { ScopeDraft } from "../../resolvers/steps/index.js";

/** What a draft was begun from: a draft on top of another scope is no draft of this run any more. */
export function draftBasis({ backupSetId, scope, restoreMode }: RestoreRun): string {
  return JSON.stringify([backupSetId, scope, restoreMode]);
}

const keyOf = (runId: string) => `checkrail:unsent-scope:${runId}`;

/** Keeps what was chosen and not applied, for a reload or a crash of this tab; null forgets it. Ids and choices only, never a secret (BY-14). */
export function keepUnsentDraft(storage: Storage | null, run: RestoreRun, draft: ScopeDraft | null): void {
  try {
    if (draft === null) storage?.removeItem(keyOf(run.id));
    else
      storage?.setItem(
        keyOf(run.id),
        JSON.stringify({ ...draft, itemIds: [...draft.itemIds], basis: draftBasis(run) }),
      );
  } catch {
    // A storage that is full or shut keeps nothing; the page works without it.
  }
}

/** The draft that this tab kept for a run; null where there is none, it was begun from another scope, or it is not what we wrote. */
export function keptUnsentDraft(storage: Storage | null, run: RestoreRun): ScopeDraft | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(keyOf(run.id)) ?? "null");
    return isKept(kept) && kept.basis === draftBasis(run)
      ? { mode: kept.mode, restoreMode: kept.restoreMode, itemIds: new Set(kept.itemIds) }
      : null;
  } catch {
    return null;
  }
}

interface Kept extends Pick<ScopeDraft, "mode" | "restoreMode"> {
  readonly itemIds: readonly string[];
  readonly basis: string;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { mode, restoreMode, itemIds, basis } = value as Record<string, unknown>;
  return (
    (mode === "all" || mode === "selected") &&
    (restoreMode === "create_missing" || restoreMode === "update_only") &&
    Array.isArray(itemIds) &&
    itemIds.every((id) => typeof id === "string") &&
    typeof basis === "string"
  );
}

/** Storage of this tab; null where the browser gives none. */
export function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
