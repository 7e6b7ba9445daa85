import type { IdentityDecisions } from "../run/decisions.js";
import type { BrokenDecision } from "../run/findings.js";
import type { BackupItem, Platform } from "../run/items.js";
import type { TargetPolicy } from "../run/target.js";
import { defaultScopeTagId } from "./default-scope-tag.js";
import { itemTypeOf } from "./item-types.js";
import { comparableName, hasName } from "./name.js";
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
  /** The item's id now belongs to another object, or its name to the built-in scope tag or a policy of another kind. */
  | { readonly kind: "conflict"; readonly policy: TargetPolicy }
  /** A person decided, and the decision does not hold. */
  | { readonly kind: "broken"; readonly cause: BrokenDecision };

/** Why an item's identity cannot be told. */
export type Ambiguity =
  | "homonyms"
  | "similar_names"
  /** It has no name that could be compared, and no policy has its id. */
  | "no_name"
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
 * where `items` is a part of it: a policy that belongs to an item outside the scope, by its id or by a person's decision, is
 * not taken by another item.
 */
export function matchAll(
  items: readonly BackupItem[],
  policies: readonly TargetPolicy[],
  catalogue: readonly BackupItem[] = items,
  decisions: IdentityDecisions = {},
): ReadonlyMap<string, IdentityMatch> {
  const index = indexOf(policies);
  const inScope = new Map<string, number>();
  for (const { id } of items) count(inScope, id);
  const all = [...new Map([...catalogue, ...items].map((item) => [item.id, item])).values()].map((item): Found => ({
    item,
    own: matchOne(item, index),
  }));
  const owners = ownersById(all, decisions);
  const decided = decidedMatches(all, owners, index, decisions);
  const claims = new Map<string, number>();
  for (const { item, own } of all) {
    const match = decided.get(item.id) ?? (inScope.has(item.id) ? own : notMatched);
    const policy = matchedPolicy(match);
    if (policy !== null) count(claims, policy.id);
  }
  const asked = all.filter(({ item }) => inScope.has(item.id));
  const captures = new Map<string, number>();
  for (const { item } of asked) if (item.sourceId !== null) count(captures, originKey(item));
  const names = namesOf(takingNames(asked, decided));
  const claimed: Claims = { owners, claims, captures, names, free: freeNamesakes(owners, index) };
  return new Map(
    asked.map(({ item, own }) => {
      // Two items of one id are told apart by nobody.
      if (times(inScope, item.id) > 1) return [item.id, notMatched];
      return [item.id, settled(item, own, decided.get(item.id), claimed)];
    }),
  );
}

/** What a person may say of an item (BY-4). What would not hold is not among it. */
export interface PossibleDecisions {
  /** Policies that it could be, in no order that means anything. */
  readonly policies: readonly TargetPolicy[];
  /** Whether it could be created as none of them. */
  readonly create: boolean;
}

/** Answers, of each item of a scope: which decisions of a person would hold, beside those that were made of the others? */
export function possibleDecisions(
  items: readonly BackupItem[],
  policies: readonly TargetPolicy[],
  catalogue: readonly BackupItem[] = items,
  decisions: IdentityDecisions = {},
): (item: BackupItem) => PossibleDecisions {
  const index = indexOf(policies);
  const inScope = new Map<string, number>();
  for (const { id } of items) count(inScope, id);
  const all = [...new Map([...catalogue, ...items].map((item) => [item.id, item])).values()].map((item): Found => ({
    item,
    own: matchOne(item, index),
  }));
  const owners = ownersById(all, decisions);
  const decided = decidedMatches(all, owners, index, decisions);
  const taking = takingNames(
    all.filter(({ item }) => inScope.has(item.id)),
    decided,
  );
  const names = namesOf(taking);
  const takes = new Set(taking.map(({ id }) => id));
  const chosen = new Map<string, Found[]>();
  const choices = new Map<string, TargetPolicy>();
  for (const one of all) {
    const decision = decisionOf(decisions, one.item.id);
    if (decision?.decision !== "match") continue;
    const policy = chosenPolicy(one.item, decision.targetId, owners, index);
    if (typeof policy === "string") continue;
    append(chosen, policy.id, one);
    choices.set(one.item.id, policy);
  }
  return (item) => {
    if (times(inScope, item.id) > 1) return { policies: [], create: false };
    const own = matchOne(item, index);
    const byId = own.kind === "by_id" ? own.policy : null;
    const mayBe = (policy: TargetPolicy): boolean => {
      // A decision of who does not own it by its id does not hold, and is not among those that were made.
      if ((chosen.get(policy.id) ?? []).some((other) => other.item.id !== item.id)) return false;
      return typeof chosenPolicy(item, policy.id, policy === byId ? new Map() : owners, index) !== "string";
    };
    // Of several captures of one object, one may be created where another keeps the object.
    const keeper = (id: string) => id !== item.id && decisionOf(decisions, id)?.decision !== "create";
    const left = byId === null || [...(owners.get(byId.id) ?? [])].some(keeper);
    const named = timesTaken(item, index.names) + timesTaken(item, names) - (takes.has(item.id) ? 1 : 0);
    // Two that chose one policy both wait; once this one is created the other has it, and its name.
    const choice = choices.get(item.id);
    const rivals = choice === undefined ? [] : (chosen.get(choice.id) ?? []).filter((one) => one.item.id !== item.id);
    const freed = rivals.length === 1 ? rivals.filter((one) => inScope.has(one.item.id)) : [];
    const decidedThen = new Map(
      freed.map((one) => [one.item.id, { kind: "by_decision", policy: choice } as IdentityMatch]),
    );
    const renames = timesTaken(item, namesOf(takingNames(freed, decidedThen)));
    return { policies: alike(item, own, index).filter(mayBe), create: left && named + renames === 0 };
  };
}

/** Policies under the item's id, or under a name like its own. */
function alike(item: BackupItem, own: IdentityMatch, index: PolicyIndex): readonly TargetPolicy[] {
  if (own.kind === "ambiguous") return own.candidates;
  const policy = matchedPolicy(own);
  if (policy === null) return [];
  return hasName(item) ? [policy, ...namesakesOf(item, index).filter((other) => other !== policy)] : [policy];
}

/** An item, and what it is by its own id and name. */
interface Found {
  readonly item: BackupItem;
  readonly own: IdentityMatch;
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
  /** How many captures of one object are in scope. */
  readonly captures: ReadonlyMap<string, number>;
  /** Names that items would take and do not have in the target. */
  readonly names: TakenNames;
  /** The first policy that has an item's name and belongs by id to no item of the backup. */
  readonly free: (item: BackupItem) => TargetPolicy | null;
}

/** How often names are taken, by type and name as it is written, and then by platform. */
type TakenNames = ReadonlyMap<string, ReadonlyMap<Platform | null, number>>;

function settled(
  item: BackupItem,
  own: IdentityMatch,
  decision: IdentityMatch | undefined,
  { owners, claims, captures, names, free }: Claims,
): IdentityMatch {
  if (decision !== undefined) {
    return creates(decision) && timesTaken(item, names) > 1 ? broken("name_needed_twice") : decision;
  }
  if (own.kind === "by_id") {
    if (others(owners, own.policy, item) > 0) return contested(own.policy);
    const namesake = nameKey(own.policy) === nameKey(item) ? null : free(item);
    if (namesake === null) return own;
    return { kind: "ambiguous", cause: "renamed_beside_namesake", candidates: [own.policy, namesake] };
  }
  if (own.kind === "by_name") {
    const shared = times(claims, own.policy.id) > 1 || others(owners, own.policy, item) > 0;
    if (shared) return contested(own.policy);
  }
  // Two captures of one object would be created as two policies.
  if (own.kind === "missing" && times(captures, originKey(item)) > 1) return unmatched("captured_more_than_once");
  return own.kind === "missing" && timesTaken(item, names) > 1 ? unmatched("name_needed_twice") : own;
}

/** The items that would take a name: those that would be created, and those whose policy would be renamed. */
function takingNames(asked: readonly Found[], decided: ReadonlyMap<string, IdentityMatch>): readonly BackupItem[] {
  const taking = asked.filter(({ item, own }) => {
    if (writability(item) !== "writable") return false;
    const match = decided.get(item.id) ?? own;
    const policy = matchedPolicy(match);
    return creates(match) || (policy !== null && policy.name !== item.name);
  });
  return taking.map(({ item }) => item);
}

function namesOf(all: readonly Pick<BackupItem, "type" | "name" | "platform">[]): TakenNames {
  const names = new Map<string, Map<Platform | null, number>>();
  for (const one of all) {
    const platforms = names.get(takenKey(one)) ?? new Map<Platform | null, number>();
    names.set(takenKey(one), platforms.set(one.platform, (platforms.get(one.platform) ?? 0) + 1));
  }
  return names;
}

/** How often the name of an item is taken; one platform's names are none of another's. */
function timesTaken(item: BackupItem, names: TakenNames): number {
  let taken = 0;
  for (const [platform, items] of names.get(takenKey(item)) ?? []) if (samePlatform(item, { platform })) taken += items;
  return taken;
}

/** Which items own which policy by its id. */
function ownersById(all: readonly Found[], decisions: IdentityDecisions): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { item, own } of all) {
    if (own.kind !== "by_id") continue;
    const known = owners.get(own.policy.id);
    if (known === undefined) owners.set(own.policy.id, new Set([item.id]));
    else known.add(item.id);
  }
  // Of several captures of one object, those that a person decided to create leave it to the others, where there are others.
  for (const claimed of owners.values()) {
    const leaving = [...claimed].filter((id) => decisionOf(decisions, id)?.decision === "create");
    if (leaving.length < claimed.size) for (const id of leaving) claimed.delete(id);
  }
  return owners;
}

function decidedMatches(
  all: readonly Found[],
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  index: PolicyIndex,
  decisions: IdentityDecisions,
): ReadonlyMap<string, IdentityMatch> {
  const decided = new Map<string, IdentityMatch>();
  const taken = new Map<string, number>();
  for (const { item, own } of all) {
    const decision = decisionOf(decisions, item.id);
    if (decision === null) continue;
    if (decision.decision === "create") {
      decided.set(item.id, created(item, own, owners, index));
      continue;
    }
    const known = decision.decision === "match";
    const chosen = known ? chosenPolicy(item, decision.targetId, owners, index) : "policy_gone";
    if (typeof chosen === "string") {
      decided.set(item.id, broken(chosen));
      continue;
    }
    count(taken, chosen.id);
    decided.set(item.id, { kind: "by_decision", policy: chosen });
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
  return timesTaken(item, index.names) > 0 ? broken("name_taken") : { kind: "create_by_decision" };
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
  if (policy.type !== item.type || !sameKind(item, policy)) return "other_type";
  if (!samePlatform(item, policy)) return "other_platform";
  if (policy.type === "scope_tag" && policy.id === defaultScopeTagId) return "built_in_scope_tag";
  // Of several captures of one object, the one that a person chose is that object.
  const owned = owners.get(policy.id);
  return owned === undefined || owned.has(item.id) ? policy : "claimed_by_another_item";
}

export interface PolicyIndex {
  readonly byId: ReadonlyMap<string, readonly TargetPolicy[]>;
  readonly byName: ReadonlyMap<string, readonly TargetPolicy[]>;
  readonly names: TakenNames;
  // Thousands of items may have one name, and their policies too, so each name is looked at once.
  readonly namesakes: Map<string, readonly TargetPolicy[]>;
  readonly matches: Map<string, IdentityMatch>;
}

/** The identity of one item against an index, alone and undecided. */
export function matchOne(item: BackupItem, index: PolicyIndex): IdentityMatch {
  const sameId = item.sourceId === null ? [] : (index.byId.get(item.sourceId.toLowerCase()) ?? []);
  const [policy, ...rest] = sameId;
  if (policy !== undefined) {
    if (rest.length > 0) return { kind: "ambiguous", cause: "homonyms", candidates: sameId };
    return isSameObject(item, policy) ? { kind: "by_id", policy } : { kind: "conflict", policy };
  }
  // What has no name is not missing because nothing has that name.
  if (!hasName(item)) return unmatched("no_name");
  return remembered(index.matches, JSON.stringify([takenKey(item), item.platform, kindOf(item)]), () =>
    matchByName(item, index),
  );
}

function matchByName(item: BackupItem, index: PolicyIndex): IdentityMatch {
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
  if (exact && !sameKind(item, candidate)) return { kind: "conflict", policy: candidate };
  return exact ? { kind: "by_name", policy: candidate } : { kind: "ambiguous", cause, candidates };
}

/** Policies of the item's type and platform whose name cannot be told from its name at a glance. */
function namesakesOf(item: BackupItem, index: PolicyIndex): readonly TargetPolicy[] {
  return remembered(index.namesakes, namesakeKey(item), () =>
    (index.byName.get(nameKey(item)) ?? []).filter((policy) => samePlatform(item, policy)),
  );
}

function freeNamesakes(
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  index: PolicyIndex,
): (item: BackupItem) => TargetPolicy | null {
  const free = new Map<string, TargetPolicy | null>();
  return (item) =>
    remembered(free, namesakeKey(item), () => namesakesOf(item, index).find(({ id }) => !owners.has(id)) ?? null);
}

function samePlatform(item: BackupItem, other: Pick<TargetPolicy, "platform">): boolean {
  return other.platform === null || item.platform === null || other.platform === item.platform;
}

/** Ids of scope tags are small numbers that every tenant gives out on its own, so there the name must agree too. */
function isSameObject(item: BackupItem, policy: TargetPolicy): boolean {
  if (policy.type !== item.type || !sameKind(item, policy)) return false;
  if (item.type !== "scope_tag" || item.sourceId === defaultScopeTagId) return true;
  return hasName(item) && policy.name === item.name;
}

/** What an object is within its type, as its payload spells it; null where it does not tell. */
function kindOf({ payload }: Pick<TargetPolicy, "payload">): string | null {
  const kind = payload?.["@odata.type"];
  return typeof kind === "string" ? kind.replace(/^#?microsoft\.graph\./, "").toLowerCase() : null;
}

/** A Wi-Fi and a VPN profile are both device configurations, and neither is ever the other. A filter is spelled in two ways. */
function sameKind(item: BackupItem, policy: TargetPolicy): boolean {
  if (itemTypeOf(item.type).family === "foundation") return true;
  const [own, other] = [kindOf(item), kindOf(policy)];
  return own === null || other === null || own === other;
}

/** Policies of the target by id and by name. */
export function indexOf(policies: readonly TargetPolicy[]): PolicyIndex {
  const byId = new Map<string, TargetPolicy[]>();
  const byName = new Map<string, TargetPolicy[]>();
  for (const policy of policies) {
    append(byId, policy.id.toLowerCase(), policy);
    append(byName, nameKey(policy), policy);
  }
  return { byId, byName, names: namesOf(policies), namesakes: new Map(), matches: new Map() };
}

function nameKey({ type, name }: Pick<BackupItem, "type" | "name">): string {
  return JSON.stringify([type, comparableName(name)]);
}

function namesakeKey(item: Pick<BackupItem, "type" | "name" | "platform">): string {
  return JSON.stringify([nameKey(item), item.platform]);
}

/** Spells what the target takes once: a name exactly as it is written. */
function takenKey({ type, name }: Pick<BackupItem, "type" | "name">): string {
  return JSON.stringify([type, name]);
}

function originKey({ type, sourceId }: BackupItem): string {
  return JSON.stringify([type, sourceId?.toLowerCase()]);
}

function decisionOf(decisions: IdentityDecisions, itemId: string): IdentityDecisions[string] | null {
  return Object.hasOwn(decisions, itemId) ? (decisions[itemId] ?? null) : null;
}

function unmatched(cause: "captured_more_than_once" | "name_needed_twice" | "no_name"): IdentityMatch {
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

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
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
