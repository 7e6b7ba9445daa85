import type { IdentityDecisions } from "../run/decisions.js";
import type { BrokenDecision } from "../run/findings.js";
import type { BackupItem, Platform } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { comparableName } from "./name.js";
import { writability } from "./writability.js";

/** How an item relates to the target's policies (BY-4). `ambiguous`, `conflict` and `broken` wait for a person. */
export type IdentityMatch =
  | { readonly kind: "by_id"; readonly policy: TargetPolicy }
  | { readonly kind: "by_name"; readonly policy: TargetPolicy }
  | { readonly kind: "by_decision"; readonly policy: TargetPolicy }
  | { readonly kind: "missing" }
  /** A person decided that it is none of them. */
  | { readonly kind: "create_by_decision" }
  /** Several policies could be meant, or one whose name only looks the same, or several items mean the same one. */
  | { readonly kind: "ambiguous"; readonly cause: Ambiguity; readonly candidates: readonly TargetPolicy[] }
  /** The item's id now belongs to another object, or its name to the built-in scope tag. */
  | { readonly kind: "conflict"; readonly policy: TargetPolicy }
  /** A person decided, and the decision does not hold. */
  | { readonly kind: "broken"; readonly cause: BrokenDecision };

/** Why an item's identity cannot be told. */
export type Ambiguity =
  | "homonyms"
  | "similar_names"
  /** The policy of its id has another name now, and another policy has its name. */
  | "renamed_beside_namesake"
  | "policy_claimed_twice"
  | "captured_more_than_once"
  /** The target takes a name once for a type, and another item would take it too. */
  | "name_needed_twice";

/** The identity of an item that was not looked at: it is written nowhere. */
export const notMatched: IdentityMatch = unmatched("captured_more_than_once");

/** The policy that an item was found to be; null where there is none, or it is not decided. */
export function matchedPolicy(match: IdentityMatch): TargetPolicy | null {
  return match.kind === "by_id" || match.kind === "by_name" || match.kind === "by_decision" ? match.policy : null;
}

/** The identity of one item, alone and undecided. Within a scope use `matchAll`, which also sees items that mean the same policy. */
export function matchItem(item: BackupItem, policies: readonly TargetPolicy[]): IdentityMatch {
  return matchOne(item, indexOf(policies));
}

/**
 * The identity of every item, by item id, in linear time. Two items that mean one policy are both ambiguous, except that
 * a match by id beats matches by name, and a person's decision beats a match by name. `catalogue` is the whole backup set
 * where `items` is a part of it: a policy that belongs by id to an item outside the scope is not taken by another item.
 */
export function matchAll(
  items: readonly BackupItem[],
  policies: readonly TargetPolicy[],
  catalogue: readonly BackupItem[] = items,
  decisions: IdentityDecisions = {},
): ReadonlyMap<string, IdentityMatch> {
  const index = indexOf(policies);
  const found = new Map(items.map((item) => [item.id, matchOne(item, index)]));
  const owners = ownersById(catalogue, items, found, index, decisions);
  const decided = decidedMatches(items, found, owners, index, decisions);
  const claims = new Map<string, number>();
  for (const [id, own] of found) {
    const policy = matchedPolicy(decided.get(id) ?? own);
    if (policy !== null) count(claims, policy.id);
  }
  const missing = new Map<string, number>();
  for (const item of items) {
    if (item.sourceId !== null && found.get(item.id)?.kind === "missing") count(missing, originKey(item));
  }
  const names = namesTaken(items, (item) => decided.get(item.id) ?? found.get(item.id) ?? notMatched);
  const all = { owners, claims, missing, names };
  return new Map(items.map((item) => [item.id, settled(item, found, decided, all, index)]));
}

/** Whether the restore would create a policy for the item. */
export function creates({ kind }: IdentityMatch): boolean {
  return kind === "missing" || kind === "create_by_decision";
}

interface Claims {
  /** Items that own a policy by its id, by policy id. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many items in scope mean a policy, by policy id. */
  readonly claims: ReadonlyMap<string, number>;
  /** How many captures of one object the target lacks. */
  readonly missing: ReadonlyMap<string, number>;
  /** How many items would take a name that they do not have in the target, by type and name and then by platform. */
  readonly names: ReadonlyMap<string, ReadonlyMap<Platform | null, number>>;
}

function settled(
  item: BackupItem,
  found: ReadonlyMap<string, IdentityMatch>,
  decided: ReadonlyMap<string, IdentityMatch>,
  { owners, claims, missing, names }: Claims,
  index: PolicyIndex,
): IdentityMatch {
  const decision = decided.get(item.id);
  if (decision !== undefined) {
    return creates(decision) && isNeededTwice(item, names) ? broken("name_needed_twice") : decision;
  }
  const own = found.get(item.id) ?? notMatched;
  if (own.kind === "by_id") {
    if (others(owners, own.policy, item) > 0) return contested(own.policy);
    const namesakes = freeNamesakes(item, own.policy, owners, index);
    if (namesakes.length === 0) return own;
    return { kind: "ambiguous", cause: "renamed_beside_namesake", candidates: [own.policy, ...namesakes] };
  }
  if (own.kind === "by_name") {
    const shared = times(claims, own.policy.id) > 1 || others(owners, own.policy, item) > 0;
    if (shared) return contested(own.policy);
  }
  // Two captures of one object would be created as two policies.
  if (own.kind === "missing" && times(missing, originKey(item)) > 1) return unmatched("captured_more_than_once");
  return creates(own) && isNeededTwice(item, names) ? unmatched("name_needed_twice") : own;
}

/** The names that items would take: those that would be created, and those whose policy would be renamed. */
function namesTaken(items: readonly BackupItem[], matchOf: (item: BackupItem) => IdentityMatch): Claims["names"] {
  const names = new Map<string, Map<Platform | null, number>>();
  for (const item of items) {
    if (writability(item) !== "writable") continue;
    const match = matchOf(item);
    const policy = matchedPolicy(match);
    if (!creates(match) && (policy === null || policy.name === item.name)) continue;
    const key = takenKey(item);
    const platforms = names.get(key) ?? new Map<Platform | null, number>();
    names.set(key, platforms.set(item.platform, (platforms.get(item.platform) ?? 0) + 1));
  }
  return names;
}

/** Whether another item would take the name that this one needs; one platform's names are none of another's. */
function isNeededTwice(item: BackupItem, names: Claims["names"]): boolean {
  if (writability(item) !== "writable") return false;
  let taken = 0;
  for (const [platform, items] of names.get(takenKey(item)) ?? []) if (samePlatform(item, { platform })) taken += items;
  return taken > 1;
}

/** Which items own which policy by its id; an item that a person gave another answer about owns none. */
function ownersById(
  catalogue: readonly BackupItem[],
  items: readonly BackupItem[],
  found: ReadonlyMap<string, IdentityMatch>,
  index: PolicyIndex,
  decisions: IdentityDecisions,
): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  const all = new Map([...catalogue, ...items].map((item) => [item.id, item]));
  for (const item of all.values()) {
    const inScope = found.get(item.id);
    const own = inScope ?? matchOne(item, index);
    if (own.kind !== "by_id") continue;
    const known = owners.get(own.policy.id);
    if (known === undefined) owners.set(own.policy.id, new Set([item.id]));
    else known.add(item.id);
  }
  // Of several captures of one object, those that a person decided to create leave it to the others, where there are others.
  for (const claimed of owners.values()) {
    const leaving = [...claimed].filter((id) => found.has(id) && decisionOf(decisions, id)?.decision === "create");
    if (leaving.length < claimed.size) for (const id of leaving) claimed.delete(id);
  }
  return owners;
}

function decidedMatches(
  items: readonly BackupItem[],
  found: ReadonlyMap<string, IdentityMatch>,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  index: PolicyIndex,
  decisions: IdentityDecisions,
): ReadonlyMap<string, IdentityMatch> {
  const decided = new Map<string, IdentityMatch>();
  const taken = new Map<string, number>();
  for (const item of items) {
    const decision = decisionOf(decisions, item.id);
    const own = found.get(item.id);
    if (decision === null || own === undefined) continue;
    if (decision.decision === "create") {
      decided.set(item.id, created(item, own, owners, index));
      continue;
    }
    const chosen = chosenPolicy(item, decision.targetId, owners, index);
    if (typeof chosen !== "string") count(taken, chosen.id);
    decided.set(item.id, typeof chosen === "string" ? broken(chosen) : { kind: "by_decision", policy: chosen });
  }
  for (const [id, own] of decided) {
    if (own.kind === "by_decision" && times(taken, own.policy.id) > 1)
      decided.set(id, broken("claimed_by_another_item"));
  }
  return decided;
}

/** A person decided that the item is none of the target's policies: it cannot be where the target has its id or its very name. */
function created(
  item: BackupItem,
  own: IdentityMatch,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  index: PolicyIndex,
): IdentityMatch {
  if (own.kind === "by_id" && owners.get(own.policy.id)?.has(item.id) === true) return broken("matched_by_id");
  const taken = namesakesOf(item, index).some(({ name }) => name === item.name);
  return taken ? broken("name_taken") : { kind: "create_by_decision" };
}

/** The policy that a person chose, or why it cannot be it. */
function chosenPolicy(
  item: BackupItem,
  targetId: string,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  index: PolicyIndex,
): TargetPolicy | BrokenDecision {
  const [policy, ...rest] = index.byId.get(targetId.toLowerCase()) ?? [];
  if (policy === undefined || rest.length > 0) return "policy_gone";
  if (policy.type !== item.type) return "other_type";
  if (!samePlatform(item, policy)) return "other_platform";
  if (policy.type === "scope_tag" && policy.id === defaultScopeTagId) return "built_in_scope_tag";
  // Of several captures of one object, the one that a person chose is that object.
  const owned = owners.get(policy.id);
  return owned === undefined || owned.has(item.id) ? policy : "claimed_by_another_item";
}

interface PolicyIndex {
  readonly byId: ReadonlyMap<string, readonly TargetPolicy[]>;
  readonly byName: ReadonlyMap<string, readonly TargetPolicy[]>;
}

function matchOne(item: BackupItem, index: PolicyIndex): IdentityMatch {
  const sameId = item.sourceId === null ? [] : (index.byId.get(item.sourceId.toLowerCase()) ?? []);
  const [policy, ...rest] = sameId;
  if (policy !== undefined) {
    if (rest.length > 0) return { kind: "ambiguous", cause: "homonyms", candidates: sameId };
    return isSameObject(item, policy) ? { kind: "by_id", policy } : { kind: "conflict", policy };
  }
  const candidates = namesakesOf(item, index);
  const [candidate, ...homonyms] = candidates;
  if (candidate === undefined) return { kind: "missing" };
  // What is written is named by its id, so two objects under one id are told apart by nobody.
  const underOneId = index.byId.get(candidate.id.toLowerCase()) ?? [];
  if (underOneId.length > 1) return { kind: "ambiguous", cause: "homonyms", candidates: underOneId };
  const exact = candidates.every(({ name }) => name === item.name);
  const cause = exact ? "homonyms" : "similar_names";
  if (homonyms.length > 0) return { kind: "ambiguous", cause, candidates };
  // The tag that every tenant has is matched by its id alone, and never taken for another one's namesake.
  if (candidate.type === "scope_tag" && candidate.id === defaultScopeTagId)
    return { kind: "conflict", policy: candidate };
  return exact ? { kind: "by_name", policy: candidate } : { kind: "ambiguous", cause, candidates };
}

/** Policies of the item's type and platform whose name cannot be told from its name at a glance. */
function namesakesOf(item: BackupItem, index: PolicyIndex): readonly TargetPolicy[] {
  return (index.byName.get(nameKey(item)) ?? []).filter((policy) => samePlatform(item, policy));
}

/** Where the policy of an item's id was renamed: the policies that have its name and belong by id to no item of the backup. */
function freeNamesakes(
  item: BackupItem,
  policy: TargetPolicy,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  index: PolicyIndex,
): readonly TargetPolicy[] {
  if (nameKey(policy) === nameKey(item)) return [];
  return namesakesOf(item, index).filter((namesake) => others(owners, namesake, item) === 0);
}

function samePlatform(item: BackupItem, other: Pick<TargetPolicy, "platform">): boolean {
  return other.platform === null || item.platform === null || other.platform === item.platform;
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
  return JSON.stringify([type, comparableName(name)]);
}

/** Spells what the target takes once: a name exactly as it is written. */
function takenKey({ type, name }: BackupItem): string {
  return JSON.stringify([type, name]);
}

function originKey({ type, sourceId }: BackupItem): string {
  return JSON.stringify([type, sourceId?.toLowerCase()]);
}

function decisionOf(decisions: IdentityDecisions, itemId: string): IdentityDecisions[string] | null {
  return Object.hasOwn(decisions, itemId) ? (decisions[itemId] ?? null) : null;
}

function unmatched(cause: "captured_more_than_once" | "name_needed_twice"): IdentityMatch {
  return { kind: "ambiguous", cause, candidates: [] };
}

function contested(policy: TargetPolicy): IdentityMatch {
  return { kind: "ambiguous", cause: "policy_claimed_twice", candidates: [policy] };
}

function broken(cause: BrokenDecision): IdentityMatch {
  return { kind: "broken", cause };
}

/** How many items other than this one own a policy by its id. */
function others(owners: ReadonlyMap<string, ReadonlySet<string>>, policy: TargetPolicy, item: BackupItem): number {
  const own = owners.get(policy.id);
  return own === undefined ? 0 : own.size - (own.has(item.id) ? 1 : 0);
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
