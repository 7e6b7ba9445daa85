import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { findingReference } from "../../../src/restore/run/decisions.js";
import { enforcementFindings } from "../../../src/restore/rules/checks-enforcement.js";
import { enforcedSwitches } from "../../../src/restore/rules/enforcement.js";
import { backupItem, choices, policyOf } from "./support.js";
import { runChecks } from "./whole-scope.js";

function foundIn(item: BackupItem, today: JsonObject | null) {
  const findings = runChecks({
    items: [item],
    policies: [policyOf(item, { payload: today })],
    limits: [],
    backupCapturedAt: null,
    dependencies: [],
    restoreMode: "create_missing",
  });
  return findings.filter(({ check }) => check === "enforcement" || check === "lockout");
}

/** Check, severity and what is told; the fingerprint of the whole tells a person nothing. */
function found(item: BackupItem, today: JsonObject | null) {
  return foundIn(item, today).map(
    ({ check, severity, reason }) => [check, severity, { ...reason, whole: undefined }] as const,
  );
}

const rule = "device_vendor_msft_policy_config_defender_attacksurfacereductionrules_blockadobereader";
const network = "device_vendor_msft_policy_config_defender_enablenetworkprotection";

describe("BY-6 from reporting to enforcing", () => {
  test.each([
    [rule, "audit", "block"],
    [rule, "audit", "warn"],
    [network, "2", "1"],
    ["device_vendor_msft_policy_config_defender_puaprotection", "2", "1"],
    ["device_vendor_msft_policy_config_defender_enablecontrolledfolderaccess", "2", "1"],
    ["device_vendor_msft_policy_config_defender_enablecontrolledfolderaccess", "4", "3"],
    [rule, "audit", "a mode of tomorrow"],
  ])("a settings catalog choice of %s that goes from %s to %s blocks, and names the setting", (setting, from, to) => {
    expect(found(backupItem({ payload: choices({ [setting]: to }) }), choices({ [setting]: from }))).toEqual([
      [
        "enforcement",
        "blocking",
        { code: "would_be_enforced", switches: [{ setting, from, to }], more: 0, written: true },
      ],
    ]);
  });

  test.each([
    [rule, "block", "audit"],
    [rule, "off", "block"],
    [rule, "audit", "off"],
    [rule, "audit", "audit"],
    [network, "0", "1"],
    [network, "1", "2"],
    ["device_vendor_msft_policy_config_defender_enablecontrolledfolderaccess", "4", "2"],
    ["device_vendor_msft_policy_config_defender_enablecontrolledfolderaccess", "3", "1"],
    ["device_vendor_msft_policy_config_defender_scanavgcpuloadfactor", "4", "1"],
    ["device_vendor_msft_policy_config_audit_accountlogon_auditcredentialvalidation", "2", "3"],
  ])("%s from %s to %s is no step from reporting to enforcing", (setting, from, to) => {
    expect(found(backupItem({ payload: choices({ [setting]: to }) }), choices({ [setting]: from }))).toEqual([]);
  });

  test("plain fields of older types are read too, and those kept as text in text", () => {
    const item = (value: string) => ({ defenderNetworkProtectionType: value });
    const profile = backupItem({ type: "device_configuration", payload: item("enable") });
    expect(found(profile, item("auditMode"))).toMatchObject([
      ["enforcement", "blocking", { switches: [{ setting: "defenderNetworkProtectionType" }] }],
    ]);
    const settings = (value: string) => ({ settings: [{ definitionId: "asr_office", valueJson: `"${value}"` }] });
    const intent = backupItem({ type: "endpoint_security_intent", payload: settings("block") });
    expect(found(intent, settings("auditMode"))).toMatchObject([
      ["enforcement", "blocking", { switches: [{ from: "auditMode", to: "block" }] }],
    ]);
  });

  test.each([
    ["audit", "block"],
    ["auditOnly", "block"],
    ["Audit", "Block"],
    ["auditModeComponents", "enforceComponents"],
    ["auditComponentsStoreAppsAndSmartlocker", "enforceComponentsStoreAppsAndSmartlocker"],
    ["auditDiskModification", "blockDiskModification"],
    ["encryptAndAuditOnly", "encryptAndBlock"],
    ["reportOnly", "enable"],
    ["enabledForReportingButNotEnforced", "enabled"],
    ["auditMode", "turnoff"],
    ["auditMode", "offline"],
    ["auditMode", 'say "no"'],
    ["auditMode", '"no" is said'],
  ])("a plain field that goes from %s to %s blocks", (from, to) => {
    const profile = backupItem({ type: "device_configuration", payload: { mode: to } });
    expect(found(profile, { mode: from })).toMatchObject([
      ["enforcement", "blocking", { switches: [{ setting: "mode", from, to }] }],
    ]);
  });

  test.each([
    "0",
    "off",
    "none",
    "disable",
    "disabled",
    "false",
    "notConfigured",
    "notSet",
    "userDefined",
    "allow",
    "allowed",
    "",
  ])("a plain field that goes from auditing to “%s” is switched off", (to) => {
    const profile = backupItem({ type: "device_configuration", payload: { mode: to } });
    expect(found(profile, { mode: "auditMode" })).toEqual([]);
  });

  test.each(["noaudit", "audited", "audit mode on", "offline", "preaudit", "xreportonly", "null_audit"])(
    "a plain field that says %s says nothing of reporting only",
    (from) => {
      const profile = backupItem({ type: "device_configuration", payload: { mode: "block" } });
      expect(found(profile, { mode: from })).toEqual([]);
    },
  );

  test("a switch that is spelled as a list, where a text is expected, is read all the same", () => {
    const profile = (mode: JsonValue) => backupItem({ type: "device_configuration", payload: { mode } });
    const switches = [{ setting: "mode", from: "audit", to: "block" }];
    expect(found(profile(["block"]), { mode: "audit" })).toMatchObject([["enforcement", "blocking", { switches }]]);
    expect(found(profile("block"), { mode: ["off", "audit"] })).toMatchObject([
      ["enforcement", "blocking", { switches }],
    ]);
    expect(found(profile(["audit", "block"]), { mode: ["block", "audit"] })).toEqual([]);
    expect(found(profile({ mode: "block" }), { mode: "audit" })).toEqual([]);
  });

  test("a number or a switch in place of a mode of reporting is in force, or off where it says so", () => {
    const profile = (mode: JsonValue) => backupItem({ type: "device_configuration", payload: { mode } });
    expect(found(profile(1), { mode: "audit" })).toMatchObject([
      ["enforcement", "blocking", { switches: [{ to: "1" }] }],
    ]);
    expect(found(profile(true), { mode: "audit" })).toHaveLength(1);
    expect(found(profile(0), { mode: "audit" })).toEqual([]);
    expect(found(profile(false), { mode: "audit" })).toEqual([]);
  });

  test("a choice that does not repeat its definition is read as it is", () => {
    const choiceOf = (value: string) => ({
      settings: [{ settingInstance: { settingDefinitionId: rule, choiceSettingValue: { value, children: [] } } }],
    });
    expect(found(backupItem({ payload: choiceOf("block") }), choiceOf("audit"))).toMatchObject([
      ["enforcement", "blocking", { switches: [{ setting: rule, from: "audit", to: "block" }] }],
    ]);
  });

  test("a setting without a name of its own is named by its place", () => {
    const profile = (...modes: readonly string[]) =>
      backupItem({ type: "device_configuration", payload: { rules: modes.map((mode) => [[mode, {}]]) } });
    const [[, , reason] = []] = found(profile("block"), profile("audit").payload);
    expect(reason).toMatchObject({ switches: [{ setting: expect.stringContaining("rules"), from: "audit" }] });
  });

  test("many of them make one bounded finding", () => {
    const rules = (option: string) =>
      choices(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${rule}_${index}`, option])));
    expect(found(backupItem({ payload: rules("block") }), rules("audit"))).toMatchObject([
      ["enforcement", "blocking", { switches: { length: 5 }, more: 7 }],
    ]);
  });

  test("words about auditing in a name or description are no switch", () => {
    const item = backupItem({ payload: { name: "Firewall", description: "Enforced" } });
    expect(found(item, { name: "Firewall", description: "Audit log reports" })).toEqual([]);
  });

  test("where the target does not tell its settings, what would be enforced is not evaluated", () => {
    expect(found(backupItem({ payload: choices({ [rule]: "block" }) }), null)).toEqual([
      ["enforcement", "not_evaluated", { code: "enforcement_in_target_not_told" }],
    ]);
    expect(found(backupItem({ payload: choices({ [rule]: "audit" }) }), null)).toEqual([]);
  });

  test.each<[string, JsonObject, boolean]>([
    ["a choice that warns", choices({ [rule]: "warn" }), true],
    ["a choice that is counted", choices({ [network]: "1" }), true],
    ["a choice that is counted, and off", choices({ [network]: "0" }), false],
    ["a choice that is counted, and reports", choices({ [network]: "2" }), false],
    ["a choice of another kind", choices({ firewall_policy: "1" }), false],
    ["a plain field that blocks", { defenderPotentiallyUnwantedAppAction: "block" }, true],
    ["a plain field that is enabled", { defenderNetworkProtectionType: "enable" }, true],
    ["a plain field that enforces", { appLockerApplicationControl: "enforceComponentsAndStoreApps" }, true],
    ["an older policy that blocks", { settings: [{ definitionId: "asr_office", valueJson: '"block"' }] }, true],
    ["a description that speaks of it", { description: "Block what is not signed" }, false],
    ["a name that ends with it", { note: "nonblock" }, false],
    ["a number", { port: 80 }, false],
    ["a list of which one blocks", { modes: ["off", "block"] }, true],
  ])(
    "where the target does not tell its settings, %s is not evaluated where it could be enforced",
    (_, payload, asked) => {
      const findings = found(backupItem({ type: "device_configuration", payload }), null);
      expect(findings.map(([, severity]) => severity)).toEqual(asked ? ["not_evaluated"] : []);
    },
  );

  test("an item without content enforces nothing, and neither does one that the target lacks", () => {
    const item = backupItem({ payload: choices({ [rule]: "block" }) });
    expect(enforcementFindings({ ...item, payload: null }, policyOf(item), true)).toEqual([]);
    expect(enforcementFindings(item, null, true)).toEqual([]);
  });

  test("a policy in which nothing reports only is looked through once, and the backup's not at all", () => {
    const reads = { now: 0, later: 0 };
    const watched = (side: keyof typeof reads, payload: JsonObject): JsonObject =>
      new Proxy(payload, {
        ownKeys: (object) => {
          reads[side] += 1;
          return Reflect.ownKeys(object);
        },
      });
    enforcedSwitches(watched("now", { mode: "block", step: "mode_2_1" }), watched("later", { mode: "warn" }));
    expect(reads).toEqual({ now: 1, later: 0 });
  });

  test("a setting ten thousand levels deep breaks nothing", () => {
    let payload: JsonObject = choices({ [rule]: "audit" });
    for (let depth = 0; depth < 10_000; depth += 1) payload = { inner: payload };
    expect(found(backupItem({ payload: choices({ [rule]: "block" }) }), payload)).toEqual([]);
  });
});

describe("RW-20 what was accepted of what would be enforced", () => {
  test("is accepted of nothing else beyond what is named", () => {
    const rules = (...names: readonly string[]) => ["a", "b", "c", "d", "e", ...names].map((name) => `${rule}_${name}`);
    const nameOf = (...ids: readonly string[]) => {
      const all = (mode: string) => choices(Object.fromEntries(ids.map((id) => [id, mode])));
      return foundIn(backupItem({ payload: all("block") }), all("audit")).map((each) => findingReference(each).finding);
    };
    expect(nameOf(...rules("f"))).toHaveLength(1);
    expect(nameOf(...rules("f"))).not.toEqual(nameOf(...rules("g")));
  });
});

describe("BY-6 conditional access", () => {
  const policy = (state: string, users: JsonObject = { includeUsers: ["All"], excludeGroups: ["break-glass"] }) => ({
    state,
    conditions: { users },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  });
  const item = (payload: JsonObject) => backupItem({ type: "conditional_access", payload, assignments: [] });

  test.each(["enabledForReportingButNotEnforced", "disabled", "a state of tomorrow"])(
    "from %s to enabled is told, as a warning, because the type is never written",
    (state) => {
      expect(found(item(policy("enabled")), policy(state))).toEqual([
        [
          "enforcement",
          "warning",
          {
            code: "would_be_enforced",
            switches: [{ setting: "state", from: state, to: "enabled" }],
            more: 0,
            written: false,
          },
        ],
      ]);
    },
  );

  test.each(["enabled", "disabled", "enabledForReportingButNotEnforced"])(
    "one that stays as it is, %s, is not",
    (state) => {
      expect(found(item(policy(state)), policy(state))).toEqual([]);
    },
  );

  test("one in force for all users that excludes nobody could lock everyone out", () => {
    const lockout = [["lockout", "warning", { code: "applies_to_everyone", written: false }]];
    for (const users of [
      { includeUsers: ["All"] },
      { includeUsers: ["all"], excludeUsers: [], excludeGroups: [], excludeGuestsOrExternalUsers: null },
    ]) {
      expect(found(item(policy("enabled", users)), policy("enabled", users))).toEqual(lockout);
    }
  });

  test.each([
    ["somebody is excluded", policy("enabled", { includeUsers: ["All"], excludeRoles: ["admins"] })],
    ["it only reports", policy("enabledForReportingButNotEnforced", { includeUsers: ["All"] })],
    ["it reaches a group", policy("enabled", { includeUsers: [], includeGroups: ["g"] })],
    [
      "somebody is excluded beside guests",
      policy("enabled", {
        includeUsers: ["All"],
        excludeUsers: ["GuestsOrExternalUsers", "u1"],
        excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: "internalGuest" },
      }),
    ],
    ["everyone is meant and nobody is named", policy("enabled", { includeUsers: null, excludeUsers: null })],
    ["what it demands of those it cannot name is off", { ...policy("disabled"), conditions: { users: "All" } }],
    [
      "one whose id only begins with none is excluded",
      policy("enabled", { includeUsers: ["All"], excludeUsers: ["none-1"] }),
    ],
    ["a user is excluded", policy("enabled", { includeUsers: ["All"], excludeUsers: ["u1"] })],
    ["it says nothing of its state", { ...policy("enabled", { includeUsers: ["All"] }), state: null }],
    ["it names everyone only in part", policy("enabled", { includeUsers: ["Allison", "Overall"] })],
    ["it names no users", { ...policy("enabled"), conditions: {} }],
    ["it has no conditions", { ...policy("enabled"), conditions: null }],
    ["it names nobody, not even in a list", policy("enabled", {})],
    ["it says that it names nobody", { ...policy("enabled"), conditions: { users: null } }],
    ["it grants nothing to deny", { ...policy("enabled", { includeUsers: ["All"] }), grantControls: null }],
    ["it does not speak of granting", { state: "enabled", conditions: { users: { includeUsers: ["All"] } } }],
  ])("not where %s", (_, payload) => {
    expect(found(item(payload), payload)).toEqual([]);
  });

  test.each<[string, JsonObject]>([
    ["whose state nobody knows", policy("a state of tomorrow", { includeUsers: ["All"] })],
    ["that names a number beside everyone", policy("enabled", { includeUsers: [1, "All"] })],
    ["that spells everyone as a text", policy("enabled", { includeUsers: "All" })],
    [
      "that excludes nobody by name",
      policy("enabled", { includeUsers: ["All"], excludeUsers: ["None"], excludeGroups: ["", " "] }),
    ],
    [
      "that excludes what is no name",
      policy("enabled", { includeUsers: ["All"], excludeUsers: [null, 7], excludeRoles: {} }),
    ],
    [
      "that excludes no kind of guest",
      policy("enabled", { includeUsers: ["All"], excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: "none" } }),
    ],
  ])("one %s could lock everyone out", (_, payload) => {
    expect(found(item(payload), payload)).toMatchObject([["lockout", "warning", { code: "applies_to_everyone" }]]);
  });

  test.each<[string, JsonObject]>([
    ["by their kind", { excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: "internalGuest" } }],
    [
      "by several kinds, members and partners of other tenants among them",
      { excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: "none,b2bCollaborationMember,serviceProvider" } },
    ],
    ["by a kind of tomorrow", { excludeGuestsOrExternalUsers: { guestOrExternalUserTypes: ["visitor"] } }],
    ["by the word for all of them", { excludeUsers: ["guestsOrExternalUsers"], excludeGroups: [] }],
    ["as one text", { excludeUsers: "GuestsOrExternalUsers, None" }],
  ])("one in force for all users that excludes only guests, %s, could lock out all who administer", (_, users) => {
    const payload = policy("enabled", { includeUsers: ["All"], ...users });
    expect(found(item(payload), payload)).toEqual([
      ["lockout", "warning", { code: "applies_to_all_but_guests", written: false }],
    ]);
  });

  test.each<[string, JsonObject]>([
    ["what is no list of users", policy("enabled", { includeUsers: { all: true } })],
    ["a number for its users", policy("enabled", { includeUsers: 7 })],
    ["no object of users", { ...policy("enabled"), conditions: { users: ["All"] } }],
    ["no object of conditions", { ...policy("enabled"), conditions: "all" }],
  ])("of one in force that holds %s nobody can tell whom it reaches, and that is said", (_, payload) => {
    const told = (written: boolean) =>
      enforcementFindings(item(payload), policyOf(item(payload)), written).map((each) => [
        each.check,
        each.severity,
        each.reason,
      ]);
    expect(told(false)).toEqual([["lockout", "warning", { code: "reach_not_readable", written: false }]]);
    expect(told(true)).toEqual([["lockout", "not_evaluated", { code: "reach_not_readable", written: true }]]);
  });

  test("what it demands in a form that nobody knows is a demand", () => {
    const payload = { ...policy("enabled", { includeUsers: ["All"] }), grantControls: ["block"] };
    expect(found(item(payload), payload)).toMatchObject([["lockout", "warning", { code: "applies_to_everyone" }]]);
  });

  test.each<[string, JsonValue, JsonValue, string]>([
    ["to a state that nobody knows", "disabled", "a state of tomorrow", "a state of tomorrow"],
    ["to a state that is no text", "disabled", ["enabled"], "object"],
  ])("%s, a step to enforcing is told", (_, from, to, told) => {
    expect(found(item({ state: to }), { state: from })).toMatchObject([
      ["enforcement", "warning", { switches: [{ setting: "state", from, to: told }] }],
    ]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ["a state that nobody knows stays as it is", { state: "odd" }, { state: "odd" }],
    ["it is in force already, and goes to a state that nobody knows", { state: "enabled" }, { state: "odd" }],
    ["the backup tells no state", { state: "disabled" }, {}],
    ["it goes from off to reporting", { state: "disabled" }, { state: "EnabledForReportingButNotEnforced" }],
    ["its settings speak of auditing", { state: "enabled", mode: "audit" }, { state: "enabled", mode: "block" }],
  ])("where %s, nothing is told", (_, before, after) => {
    expect(found(item(after), before)).toEqual([]);
  });

  test("were it written, what the target does not tell would not be evaluated, and never be safe", () => {
    const severities = (after: JsonObject, now: JsonObject | null) =>
      enforcementFindings(item(after), policyOf(item(after), { payload: now }), true).map(
        ({ check, severity }) => `${check} ${severity}`,
      );
    const all = policy("enabled", { includeUsers: ["All"] });
    expect(severities(all, null)).toEqual(["enforcement not_evaluated", "lockout blocking"]);
    expect(severities(all, {})).toEqual(["enforcement not_evaluated", "lockout blocking"]);
    expect(severities(all, policy("disabled"))).toEqual(["enforcement blocking", "lockout blocking"]);
    expect(severities(policy("disabled"), null)).toEqual([]);
    expect(severities({ ...policy("disabled"), sessionControls: { mode: "block" } }, null)).toEqual([]);
    expect(found(item(all), {}).map(([check]) => check)).toEqual(["lockout"]);
    expect(found(item(policy("enabled")), null)).toEqual([]);
  });
});
