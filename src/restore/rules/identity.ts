import type { BackupItem } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import { defaultScopeTagId } from "./default-scope-tag.js";

/** How an item relates to the target's policies (BY-4). `ambiguous` and `conflict` wait for a person. */
export type IdentityMatch =
  | { readonly kind: "by_id"; readonly policy: TargetPolicy }
  | { readonly kind: "by_name"; readonly policy: TargetPolicy }
  | { readonly kind: "missing" }
  /** Several policies could be meant, or several items mean the same one. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly TargetPolicy[] }
  /** The item's id now belongs to another object, or its name to the built-in scope tag. */
  | { readonly kind: "conflict"; readonly policy: TargetPolicy };

/** The identity of one item, alone. Within a scope use `matchAll`, which also sees items that mean the same policy. */
export function matchItem(item: BackupItem, policies: readonly TargetPolicy[]): IdentityMatch {
  return match(item, indexOf(policies));
}

/**
 * The identity of every item, by item id, in linear time. Two items that mean one policy are both ambiguous, except that
 * a match by id beats matches by name. `catalogue` is the whole backup set where `items` is a part of it: a policy that
 * belongs by id to an item outside the scope is not taken by another item's name.
 */
export function matchAll(
  items: readonly BackupItem[],
  policies: readonly TargetPolicy[],
  catalogue: readonly BackupItem[] = items,
): ReadonlyMap<string, IdentityMatch> {
  const index = indexOf(policies);
  const matches = new Map(items.map((item) => [item.id, match(item, index)]));
  const byId = new Map<string, number>();
  const byName = new Map<string, number>();
  for (const found of matches.values()) {
    if (found.kind === "by_id") count(byId, found.policy.id);
    if (found.kind === "by_name") count(byName, found.policy.id);
  }
  const claimed = new Set<string>();
  for (const item of catalogue) {
    const found = matches.get(item.id) ?? match(item, index);
    if (found.kind === "by_id") claimed.add(found.policy.id);
  }
  const missingTwice = new Map<string, number>();
  for (const item of items) {
    if (item.sourceId !== null && matches.get(item.id)?.kind === "missing") count(missingTwice, originKey(item));
  }
  for (const item of items) {
    const found = matches.get(item.id);
    if (found === undefined) continue;
    const { kind } = found;
    const contested =
      (kind === "by_id" && times(byId, found.policy.id) > 1) ||
      (kind === "by_name" && (times(byName, found.policy.id) > 1 || claimed.has(found.policy.id)));
    if (contested) matches.set(item.id, { kind: "ambiguous", candidates: [found.policy] });
    // Two captures of one object would be created as two policies.
    if (kind === "missing" && times(missingTwice, originKey(item)) > 1) {
      matches.set(item.id, { kind: "ambiguous", candidates: [] });
    }
  }
  return matches;
}

interface PolicyIndex {
  readonly byId: ReadonlyMap<string, readonly TargetPolicy[]>;
  readonly byName: ReadonlyMap<string, readonly TargetPolicy[]>;
}

function match(item: BackupItem, index: PolicyIndex): IdentityMatch {
  const sameId = item.sourceId === null ? [] : (index.byId.get(item.sourceId.toLowerCase()) ?? []);
  const [policy, ...others] = sameId;
  if (policy !== undefined) {
    if (others.length > 0) return { kind: "ambiguous", candidates: sameId };
    return isSameObject(item, policy) ? { kind: "by_id", policy } : { kind: "conflict", policy };
  }
  const candidates = (index.byName.get(nameKey(item)) ?? []).filter(
    ({ platform }) => platform === null || item.platform === null || platform === item.platform,
  );
  const [candidate, ...homonyms] = candidates;
  if (candidate === undefined) return { kind: "missing" };
  if (homonyms.length > 0) return { kind: "ambiguous", candidates };
  // The tag that every tenant has is matched by its id alone, and never taken for another one's namesake.
  const builtIn = candidate.type === "scope_tag" && candidate.id === defaultScopeTagId;
  return { kind: builtIn ? "conflict" : "by_name", policy: candidate };
}

/** Ids of scope tags are small numbers that every tenant gives out on its own, so there the name must agree too. */
function isSameObject(item: BackupItem, policy: TargetPolicy): boolean {
  if (policy.type !== item.type) return false;
  return item.type !== "scope_tag" || item.sourceId === defaultScopeTagId || policy.name === item.name;
}

function indexOf(policies: readonly TargetPolicy[]): PolicyIndex {
  const byId = new Map<string, TargetPolicy[]>();
  const byName = new Map<string, TargetPolicy[]>();
  for (const policy of policies) {
    append(byId, policy.id.toLowerCase(), policy);
    append(byName, nameKey(policy), policy);
  }
  return { byId, byName };
}

function nameKey({ type, name }: Pick<BackupItem, "type" | "name">): string {
  return JSON.stringify([type, name]);
}

function originKey({ type, sourceId }: BackupItem): string {
  return JSON.stringify([type, sourceId?.toLowerCase()]);
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, times(counts, key) + 1);
}

function times(counts: ReadonlyMap<string, number>, key: string): number {
  return counts.get(key) ?? 0;
}
