import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/safety/index.js";
import type { BackupItem } from "../../../src/restore/run/items.js";
import { runChecks } from "../../../src/restore/rules/checks.js";
import { backupItem, choices, policyOf } from "./support.js";

function found(item: BackupItem, today: JsonObject | null) {
  const findings = runChecks({
    items: [item],
    policies: [policyOf(item, { payload: today })],
    limits: [],
    backupCapturedAt: null,
    dependencies: [],
    restoreMode: "create_missing",
  });
  return findings
    .filter(({ check }) => check === "enforcement" || check === "lockout")
    .map(({ check, severity, reason }) => [check, severity, reason] as const);
}

const rule = "device_vendor_msft_policy_config_defender_attacksurfacereductionrules_blockadobereader";
const network = "device_vendor_msft_policy_config_defender_enablenetworkprotection";

describe("BY-6 from reporting to enforcing", () => {
  test.each([
    [rule, "audit", "block"],
    [rule, "audit", "warn"],
    [network, "2", "1"],
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

  test("a setting ten thousand levels deep breaks nothing", () => {
    let payload: JsonObject = choices({ [rule]: "audit" });
    for (let depth = 0; depth < 10_000; depth += 1) payload = { inner: payload };
    expect(found(backupItem({ payload: choices({ [rule]: "block" }) }), payload)).toEqual([]);
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
    ["it grants nothing to deny", { ...policy("enabled", { includeUsers: ["All"] }), grantControls: null }],
  ])("not where %s", (_, payload) => {
    expect(found(item(payload), payload)).toEqual([]);
  });
});
