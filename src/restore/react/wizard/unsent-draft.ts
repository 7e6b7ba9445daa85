import { fingerprintOf } from "../../../safety/index.js";
import type { RestoreRun } from "../../run/run.js";
import type { ItemSelection, ScopeDraft } from "../../resolvers/steps/index.js";

// A run is asked for its basis with every choice, and may name thousands of items.
const bases = new WeakMap<RestoreRun, string>();

/** What a draft was begun from: a draft on top of another scope is no draft of this run any more. */
export function draftBasis(run: RestoreRun): string {
  const known = bases.get(run);
  if (known !== undefined) return known;
  const { backupSetId, scope, restoreMode } = run;
  const basis = fingerprintOf([backupSetId, scope === null ? null : { ...scope }, restoreMode]);
  bases.set(run, basis);
  return basis;
}

const keyOf = (runId: string) => `checkrail:unsent-scope:${runId}`;

/**
 * Keeps what was chosen and not applied, for a reload or a crash of this tab; null forgets it. Ids and choices only, never a
 * secret (BY-14). At once, because a crash does not wait; short, because the operator does.
 */
export function keepUnsentDraft(storage: Storage | null, run: RestoreRun, draft: ScopeDraft | null): void {
  try {
    if (draft === null) storage?.removeItem(keyOf(run.id));
    else
      storage?.setItem(
        keyOf(run.id),
        JSON.stringify({ ...draft, selection: written(draft.selection), basis: draftBasis(run) } satisfies Kept),
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
      ? { mode: kept.mode, restoreMode: kept.restoreMode, selection: read(kept.selection) }
      : null;
  } catch {
    return null;
  }
}

interface Kept extends Pick<ScopeDraft, "mode" | "restoreMode"> {
  readonly selection: KeptSelection;
  readonly basis: string;
}

interface KeptSelection extends Pick<ItemSelection, "kind"> {
  readonly itemIds: readonly string[];
}

function written({ kind, itemIds }: ItemSelection): KeptSelection {
  return { kind, itemIds: [...itemIds] };
}

function read({ kind, itemIds }: KeptSelection): ItemSelection {
  return { kind, itemIds: new Set(itemIds) };
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { mode, restoreMode, selection, basis } = value as Record<string, unknown>;
  return (
    (mode === "all" || mode === "selected") &&
    (restoreMode === "create_missing" || restoreMode === "update_only") &&
    isKeptSelection(selection) &&
    typeof basis === "string"
  );
}

function isKeptSelection(value: unknown): value is KeptSelection {
  if (typeof value !== "object" || value === null) return false;
  const { kind, itemIds } = value as Record<string, unknown>;
  return (
    (kind === "only" || kind === "all_but") && Array.isArray(itemIds) && itemIds.every((id) => typeof id === "string")
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
