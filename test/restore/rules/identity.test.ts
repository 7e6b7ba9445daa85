import { describe, expect, test } from "vitest";
import { matchAll, matchItem } from "../../../src/restore/rules/identity.js";
import { growsWith } from "../../support/counted.js";
import { backupItem, policyOf } from "./support.js";

const item = backupItem({ name: "Firewall", sourceId: "AAAA-1" });

describe("BY-4 identity", () => {
  test("a policy that was renamed in the target is found by its id, however the id is spelled", () => {
    const renamed = policyOf(item, { id: "aaaa-1", name: "Firewall v2" });
    expect(matchItem(item, [renamed])).toEqual({ kind: "by_id", policy: renamed });
  });

  test("a policy that was deleted and made again is found by name and type", () => {
    const again = policyOf(item, { id: "new" });
    expect(matchItem(item, [again])).toEqual({ kind: "by_name", policy: again });
  });

  test("the name alone is not enough: type and platform must agree", () => {
    const otherType = policyOf(item, { id: "x", type: "compliance_policy" });
    const otherPlatform = policyOf(item, { id: "y", platform: "macos" });
    expect(matchItem(item, [otherType, otherPlatform])).toEqual({ kind: "missing" });
  });

  test("an unknown platform does not stand in the way", () => {
    const unknown = policyOf(item, { id: "x", platform: null });
    expect(matchItem(item, [unknown]).kind).toBe("by_name");
    expect(matchItem({ ...item, platform: null }, [policyOf(item, { id: "x" })]).kind).toBe("by_name");
  });

  test("a Wi-Fi profile is never taken for the VPN profile of its name, nor written over it by a decision", () => {
    const kind = (type: string) => ({ "@odata.type": `#microsoft.graph.${type}`, displayName: "Corp" });
    const wifi = backupItem({ type: "device_configuration", name: "Corp", payload: kind("windowsWifiConfiguration") });
    const vpn = policyOf(wifi, { id: "x", payload: kind("windows10VpnConfiguration") });
    expect(matchItem(wifi, [vpn])).toEqual({ kind: "conflict", policy: vpn });
    expect(matchItem(wifi, [{ ...vpn, id: wifi.sourceId ?? "" }]).kind).toBe("conflict");
    const decided = { [wifi.id]: { decision: "match", targetId: "x" } } as const;
    expect(matchAll([wifi], [vpn], [wifi], decided).get(wifi.id)).toEqual({ kind: "broken", cause: "other_type" });
    // Of two items that differ in their kind alone, each is looked at for itself.
    const second = { ...wifi, id: "second", sourceId: "other", payload: vpn.payload };
    expect(matchAll([wifi, second], [vpn]).get("second")?.kind).toBe("by_name");
    const spelled = ["microsoft.graph.windowsWifiConfiguration", "windowsWifiConfiguration"].map((type) => ({
      "@odata.type": type,
    }));
    for (const payload of [kind("WINDOWSWifiConfiguration"), ...spelled, { displayName: "Corp" }, null]) {
      expect(matchItem(wifi, [{ ...vpn, payload }]).kind).toBe("by_name");
      expect(matchItem({ ...wifi, payload }, [{ ...vpn, payload: wifi.payload }]).kind).toBe("by_name");
    }
  });

  test("a filter is the same filter in either spelling of its kind", () => {
    const filter = backupItem({
      type: "assignment_filter",
      payload: { "@odata.type": "#microsoft.graph.deviceAndAppManagementAssignmentFilter" },
    });
    const payload = { "@odata.type": "#microsoft.graph.payloadCompatibleAssignmentFilter" };
    expect(matchItem(filter, [policyOf(filter, { payload })]).kind).toBe("by_id");
  });

  test("homonyms wait for a person; the first is never taken", () => {
    const homonyms = [policyOf(item, { id: "x" }), policyOf(item, { id: "y" })];
    expect(matchItem(item, homonyms)).toEqual({ kind: "ambiguous", cause: "homonyms", candidates: homonyms });
  });

  test("two policies that the target lists under one id wait, whether they are meant by id or by name", () => {
    const listedTwice = [
      policyOf(item, { id: "x" }),
      policyOf(item, { id: "X", type: "compliance_policy", name: "Other" }),
    ];
    for (const sourceId of ["x", null]) {
      expect(matchItem({ ...item, sourceId }, listedTwice)).toEqual({
        kind: "ambiguous",
        cause: "homonyms",
        candidates: listedTwice,
      });
    }
  });

  test("an id that now belongs to another type is a conflict, even where the name would match elsewhere", () => {
    const reused = policyOf(item, { type: "compliance_policy" });
    const namesake = policyOf(item, { id: "x" });
    expect(matchItem(item, [reused, namesake])).toEqual({ kind: "conflict", policy: reused });
  });

  test("a scope tag's number belongs to another tag in another tenant, so another name is a conflict", () => {
    const tag = backupItem({ type: "scope_tag", name: "Everyone helpdesk", sourceId: "1" });
    const other = policyOf(tag, { name: "HR admins" });
    expect(matchItem(tag, [other])).toEqual({ kind: "conflict", policy: other });
    expect(matchItem(tag, [policyOf(tag)]).kind).toBe("by_id");
  });

  test("the tag that every tenant has is the same one in any language", () => {
    const tag = backupItem({ type: "scope_tag", name: "Default", sourceId: "0" });
    const german = policyOf(tag, { id: "0", name: "Standard" });
    expect(matchItem(tag, [german])).toEqual({ kind: "by_id", policy: german });
  });

  test("another tag called Default is never taken for the one that every tenant has", () => {
    const tag = backupItem({ type: "scope_tag", name: "Default", sourceId: null });
    const builtIn = policyOf(tag, { id: "0" });
    expect(matchItem(tag, [builtIn])).toEqual({ kind: "conflict", policy: builtIn });
    expect(matchItem(tag, [policyOf(tag, { id: "5" })]).kind).toBe("by_name");
    expect(matchItem({ ...item, sourceId: null }, [policyOf(item, { id: "0" })]).kind).toBe("by_name");
  });
});

describe("BY-4 an item without a name", () => {
  test.each(["", " ", "\u200b"])("“%s” is nobody's namesake, and is not said to be missing", (name) => {
    const nameless = { ...item, name };
    const waiting = { kind: "ambiguous", cause: "no_name", candidates: [] };
    expect(matchItem(nameless, [policyOf(item, { id: "x", name })])).toEqual(waiting);
    expect(matchItem(nameless, [])).toEqual(waiting);
    expect(matchItem(nameless, [policyOf(item, { id: "aaaa-1" })]).kind).toBe("by_id");
  });

  test("is no scope tag of another tenant, although that one has no name either", () => {
    const tag = backupItem({ type: "scope_tag", name: "", sourceId: "1" });
    expect(matchItem(tag, [policyOf(tag)]).kind).toBe("conflict");
  });
});

describe("BY-4 a renamed policy beside another one of its old name", () => {
  const renamed = policyOf(item, { id: "aaaa-1", name: "Firewall v2" });
  const namesake = policyOf(item, { id: "x" });

  test("waits for a person, because neither id nor name decides alone", () => {
    for (const policies of [
      [renamed, namesake],
      [namesake, renamed],
    ]) {
      expect(matchAll([item], policies).get(item.id)).toEqual({
        kind: "ambiguous",
        cause: "renamed_beside_namesake",
        candidates: [renamed, namesake],
      });
    }
  });

  test("is taken by its id where the namesake is another item's own policy", () => {
    const owner = backupItem({ id: "item/owner", name: "Firewall old", sourceId: "x" });
    expect(matchAll([item], [renamed, namesake], [item, owner]).get(item.id)?.kind).toBe("by_id");
  });

  test("is not what an item is that has its id and its name, whoever else is called so", () => {
    const own = policyOf(item, { id: "aaaa-1" });
    expect(matchAll([item], [own, policyOf(item, { id: "x" })]).get(item.id)).toEqual({ kind: "by_id", policy: own });
  });

  test("is taken by its id where the namesake is of another type or platform", () => {
    const others = [
      policyOf(item, { id: "y", type: "compliance_policy" }),
      policyOf(item, { id: "z", platform: "macos" }),
    ];
    expect(matchAll([item], [renamed, ...others]).get(item.id)?.kind).toBe("by_id");
  });

  test.each([renamed, namesake])("becomes the one that a person names", (policy) => {
    const decisions = { [item.id]: { decision: "match", targetId: policy.id } } as const;
    expect(matchAll([item], [renamed, namesake], [item], decisions).get(item.id)).toEqual({
      kind: "by_decision",
      policy,
    });
  });
});

describe("BY-4 one policy is never written from two items", () => {
  const twin = backupItem({ id: "item/twin", name: "Firewall", sourceId: "BBBB-2" });

  test("two items that mean one policy by name both wait", () => {
    const policy = policyOf(item, { id: "x" });
    const matches = matchAll([item, twin], [policy]);
    expect([...matches.values()].map(({ kind }) => kind)).toEqual(["ambiguous", "ambiguous"]);
  });

  test("the item that owns the policy by id keeps it, and its namesake waits", () => {
    const matches = matchAll([twin, item], [policyOf(item)]);
    expect(matches.get(item.id)?.kind).toBe("by_id");
    expect(matches.get(twin.id)?.kind).toBe("ambiguous");
  });

  test("a policy that belongs to an item outside the scope is not taken by a namesake inside it", () => {
    expect(matchAll([twin], [policyOf(item)], [item, twin]).get(twin.id)?.kind).toBe("ambiguous");
  });

  test("two captures of one object wait, whether the target has it or not", () => {
    const copy = { ...item, id: "item/copy" };
    expect([...matchAll([item, copy], [policyOf(item)]).values()].map(({ kind }) => kind)).toEqual([
      "ambiguous",
      "ambiguous",
    ]);
    const renamed = { ...copy, name: "Firewall, older", sourceId: "aaaa-1" };
    const waiting = { kind: "ambiguous", cause: "captured_more_than_once", candidates: [] };
    expect([...matchAll([item, renamed], []).values()]).toEqual([waiting, waiting]);
    expect(matchAll([item], [], [item, renamed]).get(item.id)).toEqual({ kind: "missing" });
  });

  test("two captures of an object whose id is another's now are in conflict with that one, each", () => {
    const other = policyOf(item, { id: "AAAA-1", type: "compliance_policy", name: "Another" });
    const matches = matchAll([item, { ...item, id: "second" }], [other]);
    expect([...matches.values()]).toEqual([
      { kind: "conflict", policy: other },
      { kind: "conflict", policy: other },
    ]);
  });

  test("two items without an id are not two captures of one object", () => {
    const items = ["One", "Two"].map((name) => backupItem({ name, sourceId: null }));
    expect([...matchAll(items, []).values()].map(({ kind }) => kind)).toEqual(["missing", "missing"]);
  });

  test("a name that a renamed policy gets back is not to be had for a new one", () => {
    const back = { ...item, sourceId: "x" };
    const [kept, waiting] = [...matchAll([back, twin], [policyOf(item, { id: "x", name: "Firewall v2" })]).values()];
    expect(kept?.kind).toBe("by_id");
    expect(waiting).toEqual({ kind: "ambiguous", cause: "name_needed_twice", candidates: [] });
    const unwritten = { ...back, payload: null };
    const [, free] = [...matchAll([unwritten, twin], [policyOf(item, { id: "x", name: "Firewall v2" })]).values()];
    expect(free).toEqual({ kind: "missing" });
  });

  test("a policy keeps its name, whoever else would be renamed to it", () => {
    const named = backupItem({ id: "named", name: "Firewall", sourceId: null });
    const renamed = ["1", "2"].map((id) => backupItem({ id: `renamed-${id}`, name: "Firewall", sourceId: id }));
    const policies = [
      policyOf(named, { id: "own" }),
      ...renamed.map((one) => policyOf(one, { id: one.sourceId ?? "", name: `Old ${one.sourceId}` })),
    ];
    expect(matchAll([named, ...renamed], policies).get("named")?.kind).toBe("by_name");
  });

  test("an item that has its policy takes no name from one of another platform", () => {
    const known = backupItem({ id: "known", name: "Firewall", sourceId: null, platform: null });
    const missing = backupItem({ id: "missing", name: "Firewall", sourceId: null, platform: "macos" });
    const matches = matchAll([known, missing], [policyOf(known, { id: "own", platform: "windows" })]);
    expect([...matches.values()].map(({ kind }) => kind)).toEqual(["by_name", "missing"]);
  });

  test("homonyms of the backup that the target lacks both wait, because the target takes a name once", () => {
    const waiting = { kind: "ambiguous", cause: "name_needed_twice", candidates: [] };
    expect([...matchAll([item, twin], []).values()]).toEqual([waiting, waiting]);
    const anywhere = { ...twin, platform: null };
    expect([...matchAll([item, anywhere], []).values()]).toEqual([waiting, waiting]);
  });

  test.each([
    ["of another platform", { platform: "macos" }],
    ["of another type", { type: "compliance_policy" }],
    ["spelled otherwise", { name: "firewall" }],
    ["that is never written", { payload: null, capture: "metadata_only" }],
  ] as const)("a homonym of the backup %s takes no name from it", (_, fields) => {
    const other = { ...twin, ...fields };
    expect(matchAll([item, other], []).get(item.id)).toEqual({ kind: "missing" });
  });

  test("of three homonyms of two platforms only those of one platform wait", () => {
    const mac = (id: string) => backupItem({ id, name: "Firewall", platform: "macos", sourceId: null });
    const kinds = [...matchAll([item, mac("one"), mac("two")], []).values()].map(({ kind }) => kind);
    expect(kinds).toEqual(["missing", "ambiguous", "ambiguous"]);
  });

  test("a homonym that a person decided to create takes the name as well, and no longer holds", () => {
    const alike = policyOf(item, { id: "x", name: "FIREWALL", platform: "macos" });
    const decisions = { [twin.id]: { decision: "create" } } as const;
    expect([...matchAll([item, twin], [alike], [item, twin], decisions).values()]).toEqual([
      { kind: "ambiguous", cause: "name_needed_twice", candidates: [] },
      { kind: "broken", cause: "name_needed_twice" },
    ]);
  });

  test("a policy that a person chose for an item outside the scope is not taken inside it", () => {
    const policy = policyOf(item, { id: "x" });
    const outside = backupItem({ id: "item/outside", name: "Old name", sourceId: null });
    const decisions = { [outside.id]: { decision: "match", targetId: "X" } } as const;
    expect(matchAll([item], [policy], [item, outside], decisions).get(item.id)).toMatchObject({
      kind: "ambiguous",
      cause: "policy_claimed_twice",
    });
    const both = { ...decisions, [item.id]: { decision: "match", targetId: "x" } } as const;
    expect(matchAll([item], [policy], [item, outside], both).get(item.id)).toEqual({
      kind: "broken",
      cause: "claimed_by_another_item",
    });
  });

  test("a namesake outside the scope that nobody decided about takes nothing", () => {
    expect(matchAll([item], [policyOf(item, { id: "x" })], [item, twin]).get(item.id)?.kind).toBe("by_name");
  });

  test("two items of one id both wait", () => {
    const matches = matchAll([item, { ...twin, id: item.id }], [policyOf(item)]);
    expect([...matches]).toEqual([[item.id, { kind: "ambiguous", cause: "captured_more_than_once", candidates: [] }]]);
  });

  test("ten thousand homonyms are looked at a few times each, and not each by each", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => index);
    let looked = 0;
    const seen = (id: string, name: string) => {
      const policy = policyOf(item, { id });
      return Object.defineProperty(policy, "name", { get: () => ((looked += 1), name) });
    };
    const items = many.map((index) => backupItem({ id: `i${index}`, name: "Firewall", sourceId: `p${index}` }));
    const decisions = Object.fromEntries(items.map(({ id }) => [id, { decision: "create" } as const]));
    const strangers = many.map((index) => seen(`x${index}`, index % 2 === 0 ? "Firewall" : "FIREWALL"));
    const renamed = many.map((index) => seen(`p${index}`, "Renamed"));
    for (const [policies, decided, kind] of [
      [strangers, {}, "ambiguous"],
      [strangers, decisions, "broken"],
      [[...renamed, ...strangers], {}, "ambiguous"],
    ] as const) {
      looked = 0;
      const matches = matchAll(items, policies, items, decided);
      expect(new Set([...matches.values()].map((match) => match.kind))).toEqual(new Set([kind]));
      expect(looked).toBeLessThan(10 * policies.length);
    }
  });

  test("twice the items against twice the policies cost twice the looks", () => {
    const tenant = (size: number) => {
      const items = Array.from({ length: size }, (_, index) => backupItem({ name: `Policy ${index}` }));
      return {
        items,
        policies: items.map((each, index) => policyOf(each, index % 2 === 0 ? {} : { id: `x${index}` })),
      };
    };
    expect(growsWith(tenant, ({ items, policies }) => matchAll(items, policies))).toBe(true);
    const { items, policies } = tenant(10_000);
    const kinds = [...matchAll(items, policies).values()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "by_name")).toHaveLength(5_000);
  });
});
