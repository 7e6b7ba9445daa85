import type { BackupItem, CaptureProblem } from "../run/items.js";
import { itemTypeOf } from "./item-types.js";
import { defaultScopeTagId } from "./default-scope-tag.js";

/** What may be done with an item: written, compared only, or listed only. */
export type Writability = "writable" | "preview_only" | "metadata_only";

const leavesNoPayload: readonly CaptureProblem["code"][] = ["payload_unreadable", "sidecar_missing"];
const keepsFromWriting: readonly CaptureProblem["code"][] = ["secret_not_captured", "type_unknown"];

/**
 * Answers: may this item be written at all (RW-5)? An item without its whole payload is never written; one whose secret
 * was not captured is compared only, because writing it would replace the secret with its placeholder. The built-in scope
 * tag is the target's own.
 */
export function writability(item: BackupItem): Writability {
  const has = (codes: readonly CaptureProblem["code"][]) => item.problems.some(({ code }) => codes.includes(code));
  if (item.capture === "metadata_only" || item.payload === null || has(leavesNoPayload)) return "metadata_only";
  if (isDefaultScopeTag(item)) return "preview_only";
  if (itemTypeOf(item.type).capability === "preview_only" || has(keepsFromWriting)) return "preview_only";
  return "writable";
}

/** Whether an item is the scope tag that every tenant has and nobody made. */
export function isDefaultScopeTag({ type, sourceId, payload }: BackupItem): boolean {
  return type === "scope_tag" && (sourceId === defaultScopeTagId || payload?.["isBuiltIn"] === true);
}
