import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/safety/index.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { backupItem, inWords, policyOf } from "./support.js";

function changes(type: string, before: JsonObject | null, after: JsonObject) {
  const intended = { name: null, payload: after, assignments: null, scopeTagIds: null };
  const policy = before === null ? null : policyOf(backupItem({ type, payload: before }));
  return diffContent(policy, intended, { type }).changes;
}

/** Consequence, and the value that came or went. */
const told = (type: string, before: JsonObject | null, after: JsonObject) =>
  changes(type, before, after).map((change) => {
    const [consequence, , was, is] = inWords(change);
    return `${consequence}: ${was ?? "-"} > ${is ?? "-"}`;
  });

describe("BY-6 conditional access: whether it is enforced", () => {
  test.each([
    ["enabledForReportingButNotEnforced", "enabled", "enforces"],
    ["disabled", "enabled", "enforces"],
    ["enabled", "disabled", "removes_protection"],
    ["enabled", "enabledForReportingButNotEnforced", "removes_protection"],
    ["enabledForReportingButNotEnforced", "disabled", "changes"],
    ["disabled", "enabledForReportingButNotEnforced", "changes"],
  ])("%s to %s is %s", (before, after, consequence) => {
    expect(changes("conditional_access", { state: before }, { state: after })[0]?.consequence).toBe(consequence);
  });

  test("a field called state elsewhere in it says nothing about enforcement", () => {
    const other = (state: string) => ({ sessionControls: { state } });
    expect(changes("conditional_access", other("enabled"), other("disabled"))[0]?.consequence).toBe("changes");
  });

  test("a session control that is switched off removes protection", () => {
    const session = (isEnabled: boolean) => ({ sessionControls: { signInFrequency: { isEnabled } } });
    expect(changes("conditional_access", session(true), session(false))[0]?.consequence).toBe("removes_protection");
    expect(changes("conditional_access", session(false), session(true))[0]?.consequence).toBe("changes");
  });
});

describe("BY-6 conditional access: whom and what it covers", () => {
  const users = (fields: JsonObject) => ({ conditions: { users: fields } });
  const platforms = (fields: JsonObject | null) => ({ conditions: { platforms: fields } });

  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    ["one more group", users({ includeGroups: ["g1"] }), users({ includeGroups: ["g1", "g2"] }), ["widens: - > g2"]],
    [
      "one group fewer",
      users({ includeGroups: ["g1", "g2"] }),
      users({ includeGroups: ["g1"] }),
      ["removes_protection: g2 > -"],
    ],
    ["one role more", users({ includeRoles: [] }), users({ includeRoles: ["r1"] }), ["widens: - > r1"]],
    ["a dropped exclusion", users({ excludeGroups: ["g1"] }), users({}), ["widens: g1 > -"]],
    ["a new exclusion", users({}), users({ excludeUsers: ["u1"] }), ["removes_protection: - > u1"]],
    [
      "a group beside everyone",
      users({ includeUsers: ["All"] }),
      users({ includeUsers: ["All"], includeGroups: ["g1"] }),
      ["changes: - > g1"],
    ],
    [
      "some in place of everyone",
      users({ includeUsers: ["All"] }),
      users({ includeUsers: ["u1"] }),
      ["removes_protection: All > -", "changes: - > u1"],
    ],
    [
      "everyone in place of some",
      users({ includeUsers: ["u1"] }),
      users({ includeUsers: ["All"] }),
      ["widens: - > All", "changes: u1 > -"],
    ],
    [
      "everyone in place of none",
      users({ includeUsers: ["None"] }),
      users({ includeUsers: ["All"] }),
      ["widens: - > All", "changes: None > -"],
    ],
    [
      "a condition on platforms where there was none",
      platforms(null),
      platforms({ includePlatforms: ["iOS"] }),
      ["removes_protection: - > iOS"],
    ],
    [
      "no condition on platforms any more",
      platforms({ includePlatforms: ["iOS"] }),
      platforms(null),
      ["widens: iOS > -"],
    ],
    [
      "a condition that names every platform",
      platforms(null),
      platforms({ includePlatforms: ["all"] }),
      ["changes: - > all"],
    ],
    [
      "a risk level where any would do",
      { conditions: { signInRiskLevels: [] } },
      { conditions: { signInRiskLevels: ["high"] } },
      ["removes_protection: - > high"],
    ],
    [
      "one risk level more",
      { conditions: { signInRiskLevels: ["high"] } },
      { conditions: { signInRiskLevels: ["high", "medium"] } },
      ["widens: - > medium"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(told("conditional_access", before, after)).toEqual(expected);
  });

  test("a field called includeUsers outside its conditions is no condition", () => {
    expect(told("conditional_access", {}, { users: { includeUsers: ["u1"] } })).toEqual(["adds: - > u1"]);
  });

  test("whom another type of policy includes is not read as a condition", () => {
    expect(told("device_configuration", users({}), users({ excludeUsers: ["u1"] }))).toEqual(["changes: - > u1"]);
  });

  test("a policy that would be created takes nothing from anyone", () => {
    const after = users({ includeUsers: ["All"], excludeGroups: ["g1"] });
    expect(told("conditional_access", null, after)).toEqual(["widens: - > All", "adds: - > g1"]);
  });
});

describe("BY-6 conditional access: what it demands", () => {
  const grant = (operator: string, ...builtInControls: readonly string[]) => ({
    grantControls: { operator, builtInControls },
  });

  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    [
      "a further way in",
      grant("OR", "mfa"),
      grant("OR", "mfa", "compliantDevice"),
      ["removes_protection: - > compliantDevice"],
    ],
    ["one way in fewer", grant("OR", "mfa", "compliantDevice"), grant("OR", "mfa"), ["changes: compliantDevice > -"]],
    ["a further demand", grant("AND", "mfa"), grant("AND", "mfa", "compliantDevice"), ["adds: - > compliantDevice"]],
    [
      "one demand fewer",
      grant("AND", "mfa", "compliantDevice"),
      grant("AND", "mfa"),
      ["removes_protection: compliantDevice > -"],
    ],
    [
      "any in place of all",
      grant("AND", "mfa", "block"),
      grant("OR", "mfa", "block"),
      ["removes_protection: AND > OR"],
    ],
    ["all in place of any", grant("OR", "mfa", "block"), grant("AND", "mfa", "block"), ["changes: OR > AND"]],
    ["an operator that joins nothing", grant("AND", "mfa"), grant("OR", "mfa"), ["changes: AND > OR"]],
    [
      "one demand for another",
      grant("OR", "mfa"),
      grant("OR", "compliantDevice"),
      ["changes: mfa > -", "changes: - > compliantDevice"],
    ],
    [
      "no block any more",
      grant("OR", "block"),
      grant("OR", "mfa"),
      ["removes_protection: block > -", "changes: - > mfa"],
    ],
    ["no demand any more", grant("OR", "mfa"), grant("OR"), ["removes_protection: mfa > -"]],
    ["a first demand", grant("OR"), grant("OR", "mfa"), ["adds: - > mfa"]],
  ])("%s", (_, before, after, expected) => {
    expect(told("conditional_access", before, after)).toEqual(expected);
  });
});

describe("BY-7 compliance: a weaker requirement removes protection", () => {
  test.each<[string, JsonObject, JsonObject, string]>([
    ["a switch that goes off", { bitLockerEnabled: true }, { bitLockerEnabled: false }, "removes_protection"],
    ["a switch that goes on", { bitLockerEnabled: false }, { bitLockerEnabled: true }, "changes"],
    ["a shorter password", { passwordMinimumLength: 8 }, { passwordMinimumLength: 6 }, "removes_protection"],
    ["a longer password", { passwordMinimumLength: 6 }, { passwordMinimumLength: 8 }, "changes"],
    [
      "a password that holds longer",
      { passwordExpirationDays: 30 },
      { passwordExpirationDays: 90 },
      "removes_protection",
    ],
    [
      "fewer remembered passwords",
      { passwordPreviousPasswordBlockCount: 5 },
      { passwordPreviousPasswordBlockCount: 3 },
      "removes_protection",
    ],
    [
      "an older system",
      { osMinimumVersion: "10.0.22631.0" },
      { osMinimumVersion: "10.0.9999.0" },
      "removes_protection",
    ],
    ["a newer system", { osMinimumVersion: "9.10" }, { osMinimumVersion: "10.1" }, "changes"],
    ["a version that is none", { osMinimumVersion: "10" }, { osMinimumVersion: "ten" }, "changes"],
    ["a higher newest system", { osMaximumVersion: "14" }, { osMaximumVersion: "15" }, "removes_protection"],
    [
      "an older patch",
      { minAndroidSecurityPatchLevel: "2026-05-01" },
      { minAndroidSecurityPatchLevel: "2026-01-01" },
      "removes_protection",
    ],
    [
      "a simpler password",
      { requiredPasswordComplexity: "high" },
      { requiredPasswordComplexity: "low" },
      "removes_protection",
    ],
    [
      "a complexity that is unknown",
      { requiredPasswordComplexity: "high" },
      { requiredPasswordComplexity: "odd" },
      "changes",
    ],
    [
      "more threats allowed",
      { deviceThreatProtectionRequiredSecurityLevel: "low" },
      { deviceThreatProtectionRequiredSecurityLevel: "high" },
      "removes_protection",
    ],
    ["a number that becomes a text", { passwordMinimumLength: 8 }, { passwordMinimumLength: "6" }, "changes"],
    ["a text that becomes a number", { passwordMinimumLength: "8" }, { passwordMinimumLength: 6 }, "changes"],
    ["a switch that goes off in words", { bitLockerEnabled: true }, { bitLockerEnabled: "no" }, "removes_protection"],
    [
      "a password that never expires",
      { passwordExpirationDays: 30 },
      { passwordExpirationDays: 0 },
      "removes_protection",
    ],
    ["a password that expires again", { passwordExpirationDays: 90 }, { passwordExpirationDays: 30 }, "changes"],
    [
      "no end of attempts",
      { passwordSignInFailureCountBeforeFactoryReset: 5 },
      { passwordSignInFailureCountBeforeFactoryReset: 0 },
      "removes_protection",
    ],
    [
      "a later lock",
      { passwordMinutesOfInactivityBeforeLock: 5 },
      { passwordMinutesOfInactivityBeforeLock: 15 },
      "removes_protection",
    ],
    [
      "an earlier lock",
      { passwordMinutesOfInactivityBeforeLock: 15 },
      { passwordMinutesOfInactivityBeforeLock: 5 },
      "changes",
    ],
    ["more failures allowed", { passwordFailedCount: 5 }, { passwordFailedCount: 9 }, "removes_protection"],
    ["a lower newest system", { osMaximumVersion: "15" }, { osMaximumVersion: "14" }, "changes"],
    [
      "an older mobile system",
      { mobileOsMinimumVersion: "10.2" },
      { mobileOsMinimumVersion: "10.1" },
      "removes_protection",
    ],
    ["a longer version of the same system", { osMinimumVersion: "10.1" }, { osMinimumVersion: "10.1.0" }, "changes"],
    [
      "a shorter version of an older system",
      { osMinimumVersion: "10.1.2" },
      { osMinimumVersion: "10.1" },
      "removes_protection",
    ],
    [
      "a longer version of a newer system",
      { osMaximumVersion: "10.1" },
      { osMaximumVersion: "10.1.2" },
      "removes_protection",
    ],
    ["a version with more in front of it", { osMinimumVersion: "v10" }, { osMinimumVersion: "9" }, "changes"],
    ["a version with more behind it", { osMinimumVersion: "10" }, { osMinimumVersion: "9 beta" }, "changes"],
    ["a version of nine parts", { osMinimumVersion: "1.1.1.1.1.1.1.1.2" }, { osMinimumVersion: "1" }, "changes"],
    [
      "a version of eight parts",
      { osMinimumVersion: "1.1.1.1.1.1.1.2" },
      { osMinimumVersion: "1" },
      "removes_protection",
    ],
    ["a version that is a number", { osMinimumVersion: 11 }, { osMinimumVersion: 10 }, "changes"],
    [
      "fewer characters of a kind",
      { passwordMinimumCharacterSetCount: 3 },
      { passwordMinimumCharacterSetCount: 2 },
      "removes_protection",
    ],
    [
      "a more complex password",
      { requiredPasswordComplexity: "low" },
      { requiredPasswordComplexity: "medium" },
      "changes",
    ],
    [
      "a password of any complexity",
      { requiredPasswordComplexity: "low" },
      { requiredPasswordComplexity: "none" },
      "removes_protection",
    ],
    [
      "a complexity that was unknown",
      { requiredPasswordComplexity: "odd" },
      { requiredPasswordComplexity: "low" },
      "changes",
    ],
    [
      "fewer threats allowed",
      { deviceThreatProtectionRequiredSecurityLevel: "medium" },
      { deviceThreatProtectionRequiredSecurityLevel: "secured" },
      "changes",
    ],
    [
      "one threat more allowed",
      { deviceThreatProtectionRequiredSecurityLevel: "low" },
      { deviceThreatProtectionRequiredSecurityLevel: "medium" },
      "removes_protection",
    ],
    [
      "no level of threats required any more",
      { deviceThreatProtectionRequiredSecurityLevel: "high" },
      { deviceThreatProtectionRequiredSecurityLevel: "notSet" },
      "removes_protection",
    ],
    [
      "no level of threats to be told",
      { advancedThreatProtectionRequiredSecurityLevel: "high" },
      { advancedThreatProtectionRequiredSecurityLevel: "unavailable" },
      "removes_protection",
    ],
    ["a threshold that nobody requires any more", { passwordMinimumLength: 8 }, {}, "removes_protection"],
    ["a threshold that is new", {}, { passwordMinimumLength: 8 }, "adds"],
    ["hours of grace outside an action", { gracePeriodHours: 1 }, { gracePeriodHours: 9 }, "changes"],
    [
      "a system whose field only ends as one that is known",
      { photosMinimumVersion: "2" },
      { photosMinimumVersion: "1" },
      "changes",
    ],
    [
      "a system whose field only begins as one that is known",
      { osMinimumVersionNote: "2" },
      { osMinimumVersionNote: "1" },
      "changes",
    ],
    [
      "a newest system whose field only ends so",
      { photosMaximumVersion: "1" },
      { photosMaximumVersion: "2" },
      "changes",
    ],
    [
      "a newest system whose field only begins so",
      { osMaximumVersionNote: "1" },
      { osMaximumVersionNote: "2" },
      "changes",
    ],
    [
      "a patch whose field only ends so",
      { theminAndroidSecurityPatchLevel: "2" },
      { theminAndroidSecurityPatchLevel: "1" },
      "changes",
    ],
    [
      "a patch whose field only begins so",
      { minAndroidSecurityPatchLevelNote: "2" },
      { minAndroidSecurityPatchLevelNote: "1" },
      "changes",
    ],
    [
      "remembered passwords whose field only ends so",
      { thepasswordPreviousPasswordBlockCount: 2 },
      { thepasswordPreviousPasswordBlockCount: 1 },
      "changes",
    ],
    [
      "remembered passwords whose field only begins so",
      { passwordPreviousPasswordBlockCountNote: 2 },
      { passwordPreviousPasswordBlockCountNote: 1 },
      "changes",
    ],
    [
      "a complexity whose field only ends so",
      { therequiredPasswordComplexity: "high" },
      { therequiredPasswordComplexity: "low" },
      "changes",
    ],
    [
      "a complexity whose field only begins so",
      { requiredPasswordComplexityNote: "high" },
      { requiredPasswordComplexityNote: "low" },
      "changes",
    ],
    [
      "an expiry whose field only ends so",
      { thepasswordExpirationDays: 1 },
      { thepasswordExpirationDays: 2 },
      "changes",
    ],
    [
      "an expiry whose field only begins so",
      { passwordExpirationDaysNote: 1 },
      { passwordExpirationDaysNote: 2 },
      "changes",
    ],
    [
      "a lock whose field only ends so",
      { thepasswordMinutesOfInactivity: 1 },
      { thepasswordMinutesOfInactivity: 2 },
      "changes",
    ],
    [
      "attempts whose field only ends so",
      { thepasswordSignInFailureCountBefore: 1 },
      { thepasswordSignInFailureCountBefore: 2 },
      "changes",
    ],
    ["failures whose field only ends so", { thepasswordFailed: 1 }, { thepasswordFailed: 2 }, "changes"],
    [
      "a level whose field only contains one that is known",
      { xRequiredSecurityLevelNote: "low" },
      { xRequiredSecurityLevelNote: "high" },
      "changes",
    ],
    [
      "a medium password in place of a complex one",
      { requiredPasswordComplexity: "high" },
      { requiredPasswordComplexity: "medium" },
      "removes_protection",
    ],
    [
      "a low level of threats in place of none",
      { aRequiredSecurityLevel: "secured" },
      { aRequiredSecurityLevel: "low" },
      "removes_protection",
    ],
    [
      "a level of threats that was unknown",
      { aRequiredSecurityLevel: "odd" },
      { aRequiredSecurityLevel: "low" },
      "changes",
    ],
    ["a field that no rule knows", { colour: 1 }, { colour: 2 }, "changes"],
    ["one of a list", { restrictedApps: ["a", "b"] }, { restrictedApps: ["a"] }, "changes"],
  ])("%s", (_, before, after, consequence) => {
    expect(changes("compliance_policy", before, after).map((change) => change.consequence)).toEqual([consequence]);
  });

  test("a threshold of another type of policy is not judged, because its direction is not known", () => {
    const lower = changes("device_configuration", { passwordMinimumLength: 8 }, { passwordMinimumLength: 6 });
    expect(lower[0]?.consequence).toBe("changes");
  });

  const actions = (...list: readonly (readonly [string, number])[]) => ({
    scheduledActionsForRule: [
      {
        ruleName: null,
        scheduledActionConfigurations: list.map(([actionType, gracePeriodHours], index) => ({
          id: `${index}`,
          actionType,
          gracePeriodHours,
        })),
      },
    ],
  });

  test("blocking later removes protection, blocking sooner does not", () => {
    expect(changes("compliance_policy", actions(["block", 0]), actions(["block", 72])).map(inWords)).toEqual([
      [
        "removes_protection",
        "Scheduled actions for rule › Scheduled action configurations › block › Grace period hours",
        "0",
        "72",
      ],
    ]);
    expect(changes("compliance_policy", actions(["block", 72]), actions(["block", 0]))[0]?.consequence).toBe("changes");
  });

  test.each([
    ["at once", 24, 0, "changes"],
    ["later", 24, 48, "removes_protection"],
  ])("wiping %s is judged by its hours", (_, before, after, consequence) => {
    const found = changes("compliance_policy", actions(["wipe", before]), actions(["wipe", after]));
    expect(found.map((change) => change.consequence)).toEqual([consequence]);
  });

  test("an action of no kind that is known protects less the later it comes", () => {
    const unnamed = (gracePeriodHours: number) => ({
      scheduledActionsForRule: [{ ruleName: null, scheduledActionConfigurations: [{ gracePeriodHours }] }],
    });
    expect(changes("compliance_policy", unnamed(1), unnamed(9))[0]?.consequence).toBe("removes_protection");
    expect(changes("compliance_policy", unnamed(9), unnamed(1))[0]?.consequence).toBe("changes");
  });

  test("telling somebody for the first time adds something", () => {
    const found = changes("compliance_policy", actions(["block", 0]), actions(["block", 0], ["pushNotification", 1]));
    expect(new Set(found.map(({ consequence }) => consequence))).toEqual(new Set(["adds"]));
  });

  test("another list of entries is no list of actions", () => {
    const entries = (hours: number) => ({ steps: [{ name: "notify", gracePeriodHours: hours, enabled: hours === 0 }] });
    expect(changes("compliance_policy", entries(0), entries(9)).map(inWords)).toEqual([
      ["removes_protection", "Steps › notify › Enabled", "Yes", "No"],
      ["changes", "Steps › notify › Grace period hours", "0", "9"],
    ]);
  });

  test("telling somebody later, or not at all, takes no protection away", () => {
    expect(
      changes("compliance_policy", actions(["notification", 0]), actions(["notification", 9]))[0]?.consequence,
    ).toBe("changes");
    const gone = changes("compliance_policy", actions(["block", 0], ["notification", 1]), actions(["block", 0]));
    expect(new Set(gone.map(({ consequence }) => consequence))).toEqual(new Set(["changes"]));
  });

  test("no block any more removes protection, whatever stood before it", () => {
    const gone = changes("compliance_policy", actions(["notification", 0], ["block", 1]), actions(["notification", 0]));
    expect(gone.map(inWords)).toEqual([
      [
        "removes_protection",
        "Scheduled actions for rule › Scheduled action configurations › block › Action type",
        "block",
        null,
      ],
      [
        "removes_protection",
        "Scheduled actions for rule › Scheduled action configurations › block › Grace period hours",
        "1",
        null,
      ],
    ]);
  });

  test("the order of actions means nothing, and several of one kind are told apart", () => {
    expect(
      changes(
        "compliance_policy",
        actions(["notification", 0], ["block", 1]),
        actions(["block", 1], ["notification", 0]),
      ),
    ).toEqual([]);
    const before = actions(["notification", 0], ["notification", 24]);
    const [change] = changes("compliance_policy", before, actions(["notification", 0], ["notification", 48])).map(
      inWords,
    );
    expect(change?.[1]).toContain("notification 2");
  });
});

describe("BY-7 what cannot be told is never more than a change", () => {
  test.each(["excludedPaths", "exclusions", "allowedApps", "trustedHosts", "firewallExceptions", "bypassList"])(
    "an entry more in %s is not only something added, because lists of exceptions protect less",
    (field) => {
      expect(told("device_configuration", { [field]: ["a"] }, { [field]: ["a", "b"] })).toEqual(["changes: - > b"]);
    },
  );

  test("a list within a list of exceptions is one of exceptions too", () => {
    const lists = (...apps: readonly string[]) => ({ allowedApps: [apps, { store: "all" }] });
    expect(told("device_configuration", lists("a"), lists("a", "b"))).toEqual(["changes: - > b"]);
  });

  test("a switch that no field names is no requirement of a compliance policy that anybody knows", () => {
    const switches = (first: boolean) => ({ unnamed: [first, { of: "a list" }] });
    expect(told("compliance_policy", switches(true), switches(false))).toEqual(["changes: Yes > No"]);
  });

  test("a number of an action that is no time of grace has no direction", () => {
    const action = (retries: number) => ({
      scheduledActionsForRule: [{ scheduledActionConfigurations: [{ actionType: "block", retries }] }],
    });
    expect(told("compliance_policy", action(1), action(2))).toEqual(["changes: 1 > 2"]);
    expect(told("compliance_policy", action(2), action(1))).toEqual(["changes: 2 > 1"]);
  });

  test("an entry more in any other list is something added", () => {
    expect(told("device_configuration", { servers: ["a"] }, { servers: ["a", "b"] })).toEqual(["adds: - > b"]);
  });

  test("a further exception in the settings catalog is not only something added", () => {
    const list = (definition: string, ...values: readonly string[]) => ({
      settings: [
        {
          settingInstance: {
            settingDefinitionId: definition,
            simpleSettingCollectionValue: values.map((value) => ({ value })),
          },
        },
      ],
    });
    const added = (definition: string) =>
      changes("settings_catalog", list(definition, "a"), list(definition, "a", "b")).map(
        ({ consequence }) => consequence,
      );
    expect(added("defender_excludedpaths")).toEqual(["changes"]);
    expect(added("defender_scannedpaths")).toEqual(["adds"]);
  });

  test.each(["name", "displayName", "description"])("a %s that goes away protects nothing", (field) => {
    expect(told("device_configuration", { [field]: "x" }, {})).toEqual(["changes: x > -"]);
  });

  test("a description inside a rule belongs to the rule", () => {
    expect(told("device_configuration", { description: "x" }, {})).toEqual(["changes: x > -"]);
    expect(told("device_configuration", { rule: { description: "x" } }, { rule: {} })).toEqual([
      "removes_protection: x > -",
    ]);
  });
});

describe("BY-7 endpoint security policies", () => {
  const intent = (value: boolean, valueJson = String(value)) => ({
    settings: [
      {
        id: "1",
        definitionId: "deviceConfiguration--windows10EndpointProtectionConfiguration_defenderScanDownloads",
        value,
        valueJson,
      },
    ],
  });

  test("a setting is named by its definition, and a value that is spelled twice is one change", () => {
    expect(changes("endpoint_security_intent", intent(true), intent(false)).map(inWords)).toEqual([
      ["changes", "Windows10 endpoint protection configuration › Defender scan downloads › Value", "Yes", "No"],
    ]);
  });

  test("a second spelling that says another thing is shown", () => {
    expect(changes("endpoint_security_intent", intent(true), intent(true, "false")).map(inWords)).toEqual([
      ["adds", "Windows10 endpoint protection configuration › Defender scan downloads › Value json", null, "false"],
    ]);
    expect(changes("endpoint_security_intent", intent(true), intent(true, "{"))).toHaveLength(1);
  });
});
