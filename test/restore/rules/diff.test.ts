import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/safety/index.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { payloadPairs } from "../../support/payloads.js";
import { cases } from "../../support/property.js";
import { allUsers, backupItem, choice, choices, inWords, policyOf, simple } from "./support.js";

const item = backupItem();

function settings(before: JsonObject, after: JsonObject, type = "settings_catalog") {
  const diff = diffContent(policyOf(backupItem({ type, payload: before })), {
    name: null,
    payload: after,
    assignments: null,
    scopeTagIds: null,
  });
  return diff.changes.map(inWords);
}

const firewall = "vendor_msft_firewall_mdmstore_publicprofile_enablefirewall";
const inbound = "device_vendor_msft_policy_config_firewall_inbound_action";

describe("BY-7 settings catalog policies in words", () => {
  test("a choice is named by its setting, with both values", () => {
    expect(settings(choices({ [inbound]: "allow" }), choices({ [inbound]: "block" }))).toEqual([
      ["changes", "Firewall › Inbound action", "Allow", "Block"],
    ]);
  });

  test("a choice whose value is a bare number is not given a meaning that the export does not hold", () => {
    expect(settings(choices({ [inbound]: "0" }), choices({ [inbound]: "1" }))).toEqual([
      ["changes", "Firewall › Inbound action", "Option 0", "Option 1"],
    ]);
  });

  test("the order and numbering of settings carry no meaning", () => {
    const before = choices({ [inbound]: "block", [firewall]: "true" });
    const after = choices({ [firewall]: "true", [inbound]: "block" });
    expect(settings(before, after)).toEqual([]);
  });

  test("a setting that goes away takes its protection with it", () => {
    expect(settings(choices({ [inbound]: "block" }), choices({}))).toEqual([
      ["removes_protection", "Firewall › Inbound action", "Block", null],
    ]);
  });

  test("a setting below a setting says only what it adds", () => {
    const parent = (value: number) => ({
      settings: [{ id: "0", settingInstance: choice(inbound, "block", [simple(`${inbound}_logSize`, value)]) }],
    });
    expect(settings(parent(1), parent(2))).toEqual([["changes", "Firewall › Inbound action › Log size", "1", "2"]]);
  });

  test("rules of a group are known by their names, whatever their order", () => {
    const rule = (name: string, port: number) => ({
      children: [simple("vendor_msft_firewall_rules_name", name), simple("vendor_msft_firewall_rules_port", port)],
    });
    const group = (...rules: readonly JsonObject[]) => ({
      settings: [
        {
          id: "0",
          settingInstance: { settingDefinitionId: "vendor_msft_firewall_rules", groupSettingCollectionValue: rules },
        },
      ],
    });
    expect(settings(group(rule("DNS", 53), rule("Web", 80)), group(rule("Web", 8080), rule("DNS", 53)))).toEqual([
      ["changes", "Firewall › Rules › Web › Port", "80", "8080"],
    ]);
  });

  test("a setting that appears twice is compared twice, and neither hides the other", () => {
    const twice = (...values: readonly string[]) => ({
      settings: values.map((value) => ({ settingInstance: choice(inbound, value) })),
    });
    expect(settings(twice("allow", "block"), twice("block", "block"))).toHaveLength(1);
    expect(settings(twice("block", "allow"), twice("block", "block"))).toHaveLength(1);
  });

  test("a secret is seen to change and never shown", () => {
    const secret = (value: string) => ({
      settings: [{ settingInstance: simple("wifi_key", value, "SecretSettingValue") }],
    });
    const [change] = settings(secret("hunter2"), secret("correct horse"));
    expect(change).toEqual(["changes", "Wifi › Key", "Secret value, not shown", "Secret value, not shown"]);
    expect(settings({ wifi: { preSharedKey: "hunter2" } }, { wifi: {} })).toEqual([
      ["removes_protection", "Wifi › Pre shared key", "Secret value, not shown", null],
    ]);
  });
});

describe("BY-7 other policies in words", () => {
  test("a field is spelled as words, by level", () => {
    const before = { passwordRules: { minimumLength: 8 } };
    expect(settings(before, { passwordRules: { minimumLength: 12 } }, "device_configuration")).toEqual([
      ["changes", "Password rules › Minimum length", "8", "12"],
    ]);
  });

  test("members of a list of values are added and removed one by one", () => {
    expect(settings({ apps: ["a", "b"] }, { apps: ["b", "c"] })).toEqual([
      ["changes", "Apps", "a", null],
      ["adds", "Apps", null, "c"],
    ]);
  });

  test("an order that may carry meaning is a difference, said to be one of order", () => {
    expect(settings({ servers: ["a", "b"] }, { servers: ["b", "a"] })).toEqual([
      ["changes", "Servers › Order", "a, b", "b, a"],
    ]);
  });

  test("a compliance requirement that is switched off removes protection", () => {
    const before = { bitLockerEnabled: true };
    expect(settings(before, { bitLockerEnabled: false }, "compliance_policy")).toEqual([
      ["removes_protection", "Bit locker enabled", "Yes", "No"],
    ]);
    expect(settings({ bitLockerEnabled: false }, before, "compliance_policy")[0]?.[0]).toBe("changes");
  });

  test.each(["disabled", "enabledForReportingButNotEnforced"])(
    "conditional access going from enforced to %s removes protection",
    (state) => {
      expect(settings({ state: "enabled" }, { state }, "conditional_access")[0]?.[0]).toBe("removes_protection");
    },
  );

  test("an unset field, an empty list and an absent field are the same", () => {
    expect(settings({ a: null, b: [], c: {} }, {})).toEqual([]);
  });

  test("ids that a tenant gives to compliance actions say nothing, the actions do", () => {
    const rule = (id: string, hours: number) => ({
      scheduledActionsForRule: [{ id, scheduledActionConfigurations: [{ id: `${id}-1`, gracePeriodHours: hours }] }],
    });
    expect(settings(rule("a", 0), rule("b", 0), "compliance_policy")).toEqual([]);
    expect(settings(rule("a", 0), rule("b", 72), "compliance_policy")).toEqual([
      [
        "removes_protection",
        "Scheduled actions for rule › Scheduled action configurations › Grace period hours",
        "0",
        "72",
      ],
    ]);
  });

  test("an id inside a policy that refers to something else is content", () => {
    const before = { grantControls: { authenticationStrength: { id: "mfa" } } };
    expect(settings(before, { grantControls: { authenticationStrength: { id: "phishing-resistant" } } })).toHaveLength(
      1,
    );
  });
});

describe("BY-7 the name of a policy", () => {
  const renamed = (before: Parameters<typeof policyOf>[1] | null, name: string, payload: JsonObject) =>
    diffContent(before === null ? null : policyOf(item, before), {
      name,
      payload,
      assignments: null,
      scopeTagIds: null,
    }).changes.map(inWords);
  const ofName = ["changes", "Name", "Old", "New"];

  test("that the payload spells as well is one change", () => {
    const old = { name: "Old", payload: { displayName: "Old" } };
    expect(renamed(old, "New", { displayName: "New" })).toEqual([ofName]);
    expect(renamed({ name: "Old", payload: {} }, "New", { displayName: "New" })).toEqual([ofName]);
    expect(renamed(null, "New", { displayName: "New" })).toEqual([["adds", "Name", null, "New"]]);
  });

  test("that the payload spells otherwise is a change of its own", () => {
    const other = { name: "Old", payload: { displayName: "Other" } };
    expect(renamed(other, "New", { displayName: "New" })).toEqual([
      ofName,
      ["changes", "Display name", "Other", "New"],
    ]);
    expect(renamed(null, "New", { displayName: "Other" })).toEqual([
      ["adds", "Name", null, "New"],
      ["adds", "Display name", null, "Other"],
    ]);
  });

  test("that only the payload spells, and the target lists already, is a change of the payload", () => {
    expect(renamed({ name: "New", payload: {} }, "New", { displayName: "New" })).toEqual([
      ["adds", "Display name", null, "New"],
    ]);
  });

  test("is one change, also where the payload spells it again", () => {
    const policy = policyOf(backupItem({ name: "Old", payload: { displayName: "Old" } }));
    const after = { name: "New", payload: { displayName: "New" }, assignments: null, scopeTagIds: null };
    expect(diffContent(policy, after).countByPhase.settings).toBe(1);
  });

  test("is not taken for a field that says the same elsewhere", () => {
    const said = (name: string) => ({ displayName: name, description: name, owner: { displayName: name } });
    expect(renamed({ name: "Old", payload: said("Old") }, "New", said("New"))).toEqual([
      ofName,
      ["changes", "Description", "Old", "New"],
      ["changes", "Owner › Display name", "Old", "New"],
    ]);
  });
});

describe("BY-7 bounds", () => {
  const nothingElse = { name: null, payload: null, assignments: null, scopeTagIds: null };

  test("as many changes are counted as there are, listed or not", () => {
    fc.assert(
      fc.property(payloadPairs, ([before, after]) => {
        const intended = { name: "New", payload: after, assignments: null, scopeTagIds: null };
        const { changes, changesNotListed, countByPhase } = diffContent(policyOf(item, { payload: before }), intended);
        const left = Object.values(changesNotListed).reduce((sum, count) => sum + count, 0);
        expect(countByPhase.settings).toBe(changes.length + left);
      }),
      { numRuns: cases() },
    );
    const moved = { list: [{ a: 1 }, { a: 2 }, { a: 3 }] };
    const intended = { name: null, payload: { list: moved.list.slice(1) }, assignments: null, scopeTagIds: null };
    expect(diffContent(policyOf(item, { payload: moved }), intended).countByPhase.settings).toBe(1);
  });

  const many = (count: number, value: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`field${index}`, value]));

  test("at most 200 changes are listed, the most consequential first, and the others are counted", () => {
    const policy = policyOf(backupItem({ payload: many(500, 1) }));
    const diff = diffContent(policy, { name: null, payload: many(500, 2), assignments: [allUsers], scopeTagIds: null });
    expect(diff.changes).toHaveLength(200);
    expect(diff.changes[0]?.consequence).toBe("widens");
    expect(diff.changesNotListed).toEqual({ widens: 0, removes_protection: 0, enforces: 0, changes: 301, adds: 0 });
    expect(diff.countByPhase).toEqual({ settings: 500, assignments: 1, scope_tags: 0 });
    const notListed = (before: JsonObject, payload: JsonObject) =>
      diffContent(policyOf(backupItem({ payload: before })), { ...nothingElse, payload }).changesNotListed;
    expect(notListed(many(250, 1), { a: 1 })).toMatchObject({ removes_protection: 50, adds: 1 });
  });

  test("a list that goes away whole is a setting removed, and a member of one that stays is not", () => {
    expect(settings({ list: ["a", "b"] }, { list: ["b"] })).toEqual([["changes", "List", "a", null]]);
    expect(settings({ list: ["a"] }, {})).toEqual([["removes_protection", "List", "a", null]]);
  });

  test("a long value is cut where no character breaks, and says how much is missing", () => {
    const [change] = settings({}, { script: `${"a".repeat(199)}😀${"b".repeat(100)}` });
    expect(change?.[3]).toBe(`${"a".repeat(199)}… (102 more characters)`);
  });

  test("timestamps, versions and annotations are hidden and counted", () => {
    const before = { id: "1", version: 1, lastModifiedDateTime: "2026-01-01T00:00:00Z", "a@odata.type": "x", a: 1 };
    const after = { id: "2", version: 2, lastModifiedDateTime: "2026-02-01T00:00:00Z", a: 1 };
    const diff = diffContent(policyOf(item, { payload: before }), {
      name: null,
      payload: after,
      assignments: null,
      scopeTagIds: null,
    });
    expect(diff).toMatchObject({ changes: [], noiseHidden: 4 });
    expect(diffContent(null, { ...nothingElse, payload: after })).toMatchObject({ noiseHidden: 0 });
  });

  test("settings that the target does not tell count as a difference", () => {
    expect(
      diffContent(policyOf(item, { payload: null }), {
        name: null,
        payload: { a: 1 },
        assignments: null,
        scopeTagIds: null,
      }).changes,
    ).toEqual([
      {
        phase: "settings",
        consequence: "changes",
        certainty: { state: "uncertain", cause: "target_part_not_read" },
        path: [{ kind: "part", part: "settings" }],
        before: { kind: "not_known" },
        after: { kind: "settings_of_backup", values: 1 },
      },
    ]);
  });

  test("no depth of nesting breaks it", () => {
    let deep: JsonObject = { end: 1 };
    for (let level = 0; level < 20_000; level += 1) deep = { next: deep };
    const diff = diffContent(policyOf(item, { payload: { deep } }), {
      name: null,
      payload: {},
      assignments: null,
      scopeTagIds: null,
    });
    expect(diff.countByPhase.settings).toBe(1);
  });

  test("a policy of 540 KB of which everything changed is bounded too", () => {
    const large = (value: string) =>
      choices(
        Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`${inbound}_setting_number_${index}`, value])),
      );
    expect(JSON.stringify(large("a")).length).toBeGreaterThan(540_000);
    expect(settings(large("a"), large("b"))).toHaveLength(200);
  });
});
