import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../src/safety/index.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { backupItem, inWords, policyOf } from "./support.js";

/** Every change of a conditional access policy: consequence, and the value that came or went. */
function told(before: JsonObject | null, after: JsonObject): readonly string[] {
  const type = "conditional_access";
  const intended = { name: null, payload: after, assignments: null, scopeTagIds: null };
  const policy = before === null ? null : policyOf(backupItem({ type, payload: before }));
  return diffContent(policy, intended, { type }).changes.map((change) => {
    const [consequence, , was, is] = inWords(change);
    return `${consequence}: ${was ?? "-"} > ${is ?? "-"}`;
  });
}

const conditions = (fields: JsonObject) => ({ conditions: fields });
const users = (fields: JsonObject) => conditions({ users: fields });
const applications = (fields: JsonObject) => conditions({ applications: fields });

type Row = readonly [name: string, before: JsonObject | null, after: JsonObject, expected: readonly string[]];

describe("BY-6 conditional access: a state that nobody knows may be in force", () => {
  test.each<[JsonValue | undefined, JsonValue | undefined, string]>([
    ["disabled", "a state of tomorrow", "enforces"],
    ["a state of tomorrow", "enabled", "enforces"],
    ["a state of tomorrow", "disabled", "removes_protection"],
    ["enabled", "a state of tomorrow", "removes_protection"],
    ["DISABLED", "disabled", "changes"],
    [undefined, "enabled", "enforces"],
    [undefined, "disabled", "changes"],
    ["enabled", undefined, "removes_protection"],
    ["disabled", undefined, "changes"],
    ["disabled", true, "enforces"],
    ["disabled", ["enabled"], "enforces"],
    [["enabled"], "disabled", "removes_protection"],
  ])("%j to %j is %s", (before, after, consequence) => {
    const side = (state: JsonValue | undefined): JsonObject => (state === undefined ? {} : { state });
    const [worst] = told(side(before), side(after));
    expect(worst).toMatch(new RegExp(`^${consequence}:`));
  });

  test("a session control that is no longer on removes protection, whatever stands there now", () => {
    const session = (isEnabled: JsonValue) => ({ sessionControls: { signInFrequency: { isEnabled, value: 1 } } });
    expect(told(session(true), session("off"))).toEqual(["removes_protection: Yes > off"]);
    expect(told(session(true), session(null))).toEqual(["removes_protection: Yes > -"]);
    expect(told(session("off"), session(true))).toEqual(["changes: off > Yes"]);
  });
});

describe("BY-6 conditional access: every further condition narrows what it covers", () => {
  const devices = (rule: string | null, mode = "exclude") =>
    conditions({ devices: { deviceFilter: rule === null ? null : { mode, rule } } });
  const flows = (transferMethods: string | null) =>
    conditions({ authenticationFlows: transferMethods === null ? null : { transferMethods } });
  const insiders = (insiderRiskLevels: string | null) => conditions({ insiderRiskLevels });
  const risk = (...signInRiskLevels: readonly string[]) => conditions({ signInRiskLevels });

  test.each<Row>([
    [
      "a filter that exempts devices",
      devices(null),
      devices("personal"),
      ["removes_protection: - > exclude", "removes_protection: - > personal"],
    ],
    [
      "a filter that exempts devices, and goes",
      devices("personal"),
      devices(null),
      ["widens: exclude > -", "widens: personal > -"],
    ],
    ["a filter with another rule", devices("personal"), devices("corporate"), ["changes: personal > corporate"]],
    ["a limit to one sign-in flow", flows(null), flows("deviceCodeFlow"), ["removes_protection: - > deviceCodeFlow"]],
    [
      "one sign-in flow fewer",
      flows("deviceCodeFlow, authenticationTransfer"),
      flows("deviceCodeFlow"),
      ["removes_protection: deviceCodeFlow, authenticationTransfer > deviceCodeFlow"],
    ],
    [
      "one sign-in flow more",
      flows("deviceCodeFlow"),
      flows("authenticationTransfer,deviceCodeFlow"),
      ["widens: deviceCodeFlow > authenticationTransfer,deviceCodeFlow"],
    ],
    ["the same flows in another order", flows("a,b"), flows("b, a"), ["changes: a,b > b, a"]],
    ["a limit to insiders of some risk", insiders(null), insiders("elevated"), ["removes_protection: - > elevated"]],
    ["insiders of any risk again", insiders("elevated"), insiders(null), ["widens: elevated > -"]],
    [
      "one level of insider risk more",
      insiders("elevated"),
      insiders("moderate,elevated"),
      ["widens: elevated > moderate,elevated"],
    ],
    ["one level of risk for another", insiders("elevated"), insiders("moderate"), ["widens: elevated > moderate"]],
    ["sign-ins without risk too", risk("high"), risk("high", "none"), ["widens: - > none"]],
    ["sign-ins without risk no more", risk("high", "none"), risk("high"), ["removes_protection: none > -"]],
    ["sign-ins without risk alone", risk(), risk("none"), ["removes_protection: - > none"]],
    ["any risk in place of one", risk("high"), risk(), ["widens: high > -"]],
    [
      "every kind of client by its name",
      conditions({ clientAppTypes: ["browser"] }),
      conditions({ clientAppTypes: ["all"] }),
      ["widens: - > all", "changes: browser > -"],
    ],
    [
      "one kind of client in place of every one",
      conditions({ clientAppTypes: ["all"] }),
      conditions({ clientAppTypes: ["browser"] }),
      ["removes_protection: all > -", "changes: - > browser"],
    ],
    [
      "a name for every kind of client, where all were meant",
      conditions({ clientAppTypes: [] }),
      conditions({ clientAppTypes: ["all"] }),
      ["changes: - > all"],
    ],
    [
      "no list of clients in place of the name that means all",
      conditions({ clientAppTypes: ["all"] }),
      conditions({ clientAppTypes: [] }),
      ["changes: all > -"],
    ],
    [
      "one of a list whose name only begins as one that is known",
      conditions({ clientAppTypesOfOld: ["a", "b"] }),
      conditions({ clientAppTypesOfOld: ["a"] }),
      ["widens: b > -"],
    ],
    [
      "one of a list whose name only ends as one that is known",
      conditions({ oldclientAppTypes: ["a", "b"] }),
      conditions({ oldclientAppTypes: ["a"] }),
      ["widens: b > -"],
    ],
    [
      "a place where all but some were covered",
      conditions({ locations: { excludeLocations: ["l2"] } }),
      conditions({ locations: { includeLocations: ["l1"], excludeLocations: ["l2"] } }),
      ["removes_protection: - > l1"],
    ],
    [
      "a state of devices beside all devices",
      conditions({ devices: { includeDevices: ["All"] } }),
      conditions({ devices: { includeDevices: ["All"], includeDeviceStates: ["Compliant"] } }),
      ["changes: - > Compliant"],
    ],
    [
      "two conditions, each by itself",
      conditions({ users: { includeUsers: ["All"] }, platforms: null }),
      conditions({ users: { includeUsers: ["All"], includeGroups: ["g1"] }, platforms: { includePlatforms: ["iOS"] } }),
      ["removes_protection: - > iOS", "changes: - > g1"],
    ],
    ["a condition of tomorrow", conditions({}), conditions({ moonPhase: "full" }), ["removes_protection: - > full"]],
    ["a condition of tomorrow that goes", conditions({ moonPhase: "full" }), conditions({}), ["widens: full > -"]],
    [
      "a condition of tomorrow that moves",
      conditions({ moonPhase: "full" }),
      conditions({ moonPhase: "new" }),
      ["changes: full > new"],
    ],
    [
      "a policy with conditions that would be created",
      null,
      conditions({ moonPhase: "full", signInRiskLevels: ["high"] }),
      ["widens: - > high", "adds: - > full"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});

describe("BY-6 conditional access: whom and what it names", () => {
  const guests = (list: string, types: string | null) =>
    users({ includeUsers: ["u1"], [list]: types === null ? null : { guestOrExternalUserTypes: types } });
  const appFilter = (mode: string | null) =>
    applications({ includeApplications: ["a1"], applicationFilter: mode === null ? null : { mode, rule: "r" } });
  const workloads = (fields: JsonObject | null) => conditions({ clientApplications: fields });

  test.each<Row>([
    [
      "one kind of guest kept out no more",
      guests("excludeGuestsOrExternalUsers", "internalGuest,b2bCollaborationGuest"),
      guests("excludeGuestsOrExternalUsers", "internalGuest"),
      ["widens: internalGuest,b2bCollaborationGuest > internalGuest"],
    ],
    [
      "one kind of guest kept out too",
      guests("excludeGuestsOrExternalUsers", "internalGuest"),
      guests("excludeGuestsOrExternalUsers", "internalGuest,b2bCollaborationGuest"),
      ["removes_protection: internalGuest > internalGuest,b2bCollaborationGuest"],
    ],
    [
      "one kind of guest fewer",
      guests("includeGuestsOrExternalUsers", "internalGuest,b2bCollaborationGuest"),
      guests("includeGuestsOrExternalUsers", "internalGuest"),
      ["removes_protection: internalGuest,b2bCollaborationGuest > internalGuest"],
    ],
    [
      "guests kept out no more at all",
      guests("excludeGuestsOrExternalUsers", "internalGuest"),
      guests("excludeGuestsOrExternalUsers", null),
      ["widens: internalGuest > -"],
    ],
    ["apps of a filter too", appFilter(null), appFilter("include"), ["widens: - > include", "widens: - > r"]],
    [
      "apps of a filter no more",
      appFilter("include"),
      appFilter(null),
      ["removes_protection: include > -", "removes_protection: r > -"],
    ],
    [
      "apps that a filter exempts",
      appFilter(null),
      appFilter("exclude"),
      ["removes_protection: - > exclude", "removes_protection: - > r"],
    ],
    [
      "apps that a filter exempts no more",
      appFilter("exclude"),
      appFilter(null),
      ["widens: exclude > -", "widens: r > -"],
    ],
    [
      "a filter in a mode that nobody knows",
      appFilter(null),
      appFilter("odd"),
      ["removes_protection: - > odd", "removes_protection: - > r"],
    ],
    ["a field beside the lists of applications", applications({}), applications({ note: "x" }), ["adds: - > x"]],
    [
      "workloads where there were none",
      workloads(null),
      workloads({ includeServicePrincipals: ["s1"] }),
      ["widens: - > s1"],
    ],
    [
      "no workload any more",
      workloads({ includeServicePrincipals: ["s1"] }),
      workloads(null),
      ["removes_protection: s1 > -"],
    ],
    [
      "nobody in place of some",
      users({ includeUsers: ["u1"] }),
      users({ includeUsers: ["None"] }),
      ["removes_protection: u1 > -", "changes: - > None"],
    ],
    [
      "a field that nobody knows and that only sounds like a list of users",
      users({}),
      users({ neverincludeUsers: ["u1"] }),
      ["adds: - > u1"],
    ],
    [
      "some levels of risk where an empty text meant all of them",
      conditions({ signInRiskLevels: "" }),
      conditions({ signInRiskLevels: "high" }),
      ["removes_protection: Empty text > high"],
    ],
    [
      "nobody in one text, where a list is expected and there was none",
      users({ includeGroups: ["g1"] }),
      users({ includeGroups: ["g1"], includeUsers: "None" }),
      ["changes: - > None"],
    ],
    [
      "some beside everyone no more",
      users({ includeUsers: ["all"], includeGroups: ["g1"] }),
      users({ includeUsers: ["all"] }),
      ["changes: g1 > -"],
    ],
    [
      "everyone in one text, where a list is expected",
      users({ includeUsers: "u1" }),
      users({ includeUsers: "All" }),
      ["widens: u1 > All"],
    ],
    [
      "some in one text in place of everyone",
      users({ includeUsers: "All" }),
      users({ includeUsers: "u1" }),
      ["removes_protection: All > u1"],
    ],
    [
      "everyone as a text in place of a list",
      users({ includeUsers: ["u1"] }),
      users({ includeUsers: "All" }),
      ["widens: - > All", "changes: u1 > -"],
    ],
    ["a number where a name is expected", users({ includeUsers: 1 }), users({ includeUsers: 2 }), ["changes: 1 > 2"]],
    [
      "names that every object inherits",
      users({ includeUsers: ["u1"] }),
      { conditions: { constructor: { includeX: ["a"] }, users: { includeUsers: ["u1"] } } },
      ["removes_protection: - > a"],
    ],
    [
      "a filter with another rule",
      applications({ applicationFilter: { mode: "include", rule: "a" } }),
      applications({ applicationFilter: { mode: "include", rule: "b" } }),
      ["changes: a > b"],
    ],
    [
      "guests of some tenants in place of all",
      users({ excludeGuestsOrExternalUsers: { externalTenants: { membershipKind: "all" } } }),
      users({ excludeGuestsOrExternalUsers: { externalTenants: { membershipKind: "enumerated" } } }),
      ["changes: all > enumerated"],
    ],
    [
      "a user whose id only begins with none",
      users({ includeUsers: ["u1"] }),
      users({ includeUsers: ["u1", "none-1"] }),
      ["widens: - > none-1"],
    ],
    [
      "a list whose name only contains that it includes",
      users({ alsoIncludeUsers: [] }),
      users({ alsoIncludeUsers: ["u1"] }),
      ["adds: - > u1"],
    ],
    [
      "one more beside a name that is a number",
      users({ includeUsers: [1] }),
      users({ includeUsers: [1, "u1"] }),
      ["widens: - > u1"],
    ],
    [
      "one more, where everyone is excluded",
      users({ includeUsers: ["u1"], excludeUsers: ["All"] }),
      users({ includeUsers: ["u1", "u2"], excludeUsers: ["All"] }),
      ["widens: - > u2"],
    ],
    [
      "one more, where a list stands around the users",
      conditions({ users: [{ name: "a", includeUsers: ["u1"] }] }),
      conditions({ users: [{ name: "a", includeUsers: ["u1", "u2"] }] }),
      ["widens: - > u2"],
    ],
    [
      "a switch of a session that is no session control",
      { sessionControls: { disableResilienceDefaults: true } },
      { sessionControls: { disableResilienceDefaults: false } },
      ["changes: Yes > No"],
    ],
    ["an exclusion of everyone", users({}), users({ excludeUsers: ["All"] }), ["removes_protection: - > All"]],
    [
      "a location that covers all again",
      conditions({ locations: { includeLocations: ["l1"], excludeLocations: ["l2"] } }),
      conditions({ locations: null }),
      ["widens: l1 > -", "widens: l2 > -"],
    ],
    ["conditions that are no object", { conditions: "all" }, { conditions: "none" }, ["changes: all > none"]],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  test("ten thousand users who come are judged by looking once at the lists, not once for each", () => {
    let looks = 0;
    const many = Array.from({ length: 10_000 }, (_, index) => `u${index}`);
    const lists: JsonObject = { includeUsers: many };
    const watched = new Proxy(lists, {
      ownKeys: (object) => {
        looks += 1;
        return Reflect.ownKeys(object);
      },
    });
    expect(told(users({ includeUsers: ["u"] }), users(watched))).toHaveLength(200);
    expect(looks).toBeLessThan(20);
  });
});

describe("BY-6 conditional access: what is demanded of those whom it covers", () => {
  const grant = (operator: JsonValue, ...builtInControls: readonly string[]) => ({
    grantControls: { operator, builtInControls },
  });
  const strength = (...allowedCombinations: readonly string[]) => ({
    grantControls: { authenticationStrength: { id: "s1", allowedCombinations } },
  });
  const lone = (builtInControls: JsonValue) => ({ grantControls: { builtInControls } });

  test.each<Row>([
    [
      "one of several, joined by a word that nobody knows, less",
      grant("XOR", "a", "b"),
      grant("XOR", "a"),
      ["removes_protection: b > -"],
    ],
    [
      "one more, joined by a word that nobody knows",
      grant("XOR", "a"),
      grant("XOR", "a", "b"),
      ["removes_protection: - > b"],
    ],
    [
      "a word that nobody knows in place of all",
      grant("AND", "a", "b"),
      grant("XOR", "a", "b"),
      ["removes_protection: AND > XOR"],
    ],
    [
      "any in place of a word that nobody knows",
      grant("XOR", "a", "b"),
      grant("OR", "a", "b"),
      ["removes_protection: XOR > OR"],
    ],
    ["no word in place of all", grant("AND", "a", "b"), grant(null, "a", "b"), ["removes_protection: AND > -"]],
    ["no word in place of any", grant("OR", "a", "b"), grant(null, "a", "b"), ["changes: OR > -"]],
    [
      "all in place of a word that nobody knows",
      grant("XOR", "a", "b"),
      grant("AND", "a", "b"),
      ["changes: XOR > AND"],
    ],
    ["a word in small letters", grant("and", "a", "b"), grant("and", "a"), ["removes_protection: b > -"]],
    ["one way in for another", grant("OR", "a", "b"), grant("OR", "a", "c"), ["changes: b > -", "changes: - > c"]],
    [
      "one demand for another of several",
      grant("AND", "a", "b"),
      grant("AND", "a", "c"),
      ["removes_protection: b > -", "changes: - > c"],
    ],
    [
      "a further way in, and all no longer needed",
      grant("AND", "a", "b"),
      grant("OR", "a", "b", "c"),
      ["removes_protection: AND > OR", "changes: - > c"],
    ],
    ["a block beside other controls", grant("OR", "mfa"), grant("OR", "mfa", "Block"), ["adds: - > Block"]],
    [
      "no block any more, spelled large",
      grant("OR", "Block", "mfa"),
      grant("OR", "mfa"),
      ["removes_protection: Block > -"],
    ],
    ["a block in one text, where a list is expected", lone("block"), lone("mfa"), ["removes_protection: block > mfa"]],
    ["another control in one text", lone("mfa"), lone("compliantDevice"), ["changes: mfa > compliantDevice"]],
    ["a control in one text that goes", lone("mfa"), lone(null), ["removes_protection: mfa > -"]],
    ["a control in one text that comes", lone(null), lone("mfa"), ["adds: - > mfa"]],
    [
      "terms of use less",
      { grantControls: { operator: "AND", builtInControls: ["mfa"], termsOfUse: ["t1", "t2"] } },
      { grantControls: { operator: "AND", builtInControls: ["mfa"], termsOfUse: ["t1"] } },
      ["removes_protection: t2 > -"],
    ],
    [
      "a custom factor more",
      { grantControls: { operator: "OR", builtInControls: ["mfa"], customAuthenticationFactors: [] } },
      { grantControls: { operator: "OR", builtInControls: ["mfa"], customAuthenticationFactors: ["c1"] } },
      ["removes_protection: - > c1"],
    ],
    [
      "a strength less beside another demand",
      { grantControls: { operator: "AND", builtInControls: ["mfa"], authenticationStrength: { id: "s1" } } },
      grant("AND", "mfa"),
      ["removes_protection: s1 > -"],
    ],
    [
      "a strength as a further way in",
      grant("OR", "mfa"),
      { grantControls: { operator: "OR", builtInControls: ["mfa"], authenticationStrength: { id: "s1" } } },
      ["removes_protection: - > s1"],
    ],
    ["a strength as the first demand", {}, strength("fido2"), ["adds: - > s1", "adds: - > fido2"]],
    ["no strength any more", strength("fido2"), {}, ["removes_protection: s1 > -", "removes_protection: fido2 > -"]],
    [
      "another strength",
      { grantControls: { authenticationStrength: { id: "s1" } } },
      { grantControls: { authenticationStrength: { id: "s2" } } },
      ["changes: s1 > s2"],
    ],
    [
      "a strength that allows another way in",
      strength("fido2"),
      strength("fido2", "sms"),
      ["removes_protection: - > sms"],
    ],
    ["a strength that allows one way in fewer", strength("fido2", "sms"), strength("fido2"), ["changes: sms > -"]],
    [
      "a note beside the controls, which goes",
      { grantControls: { ...grant("OR", "a").grantControls, note: "x" } },
      grant("OR", "a"),
      ["removes_protection: x > -"],
    ],
    [
      "an entry of a strength that is no combination",
      { grantControls: { authenticationStrength: { id: "s1", notes: ["a"] } } },
      { grantControls: { authenticationStrength: { id: "s1", notes: ["a", "b"] } } },
      ["adds: - > b"],
    ],
    [
      "another strength beside another demand",
      { grantControls: { operator: "AND", builtInControls: ["mfa"], authenticationStrength: { id: "s1" } } },
      { grantControls: { operator: "AND", builtInControls: ["mfa"], authenticationStrength: { id: "s2" } } },
      ["changes: s1 > s2"],
    ],
    [
      "a strength less of several ways in",
      { grantControls: { operator: "OR", builtInControls: ["mfa"], authenticationStrength: { id: "s1" } } },
      grant("OR", "mfa"),
      ["changes: s1 > -"],
    ],
    [
      "a control whose name only contains that it blocks",
      grant("OR", "unblocked"),
      grant("OR", "mfa"),
      ["changes: unblocked > -", "changes: - > mfa"],
    ],
    [
      "fewer, joined by a known word in place of one that nobody knows",
      grant("XOR", "a", "b", "c"),
      grant("OR", "a", "b"),
      ["removes_protection: XOR > OR", "removes_protection: c > -"],
    ],
    [
      "more, joined by a word that nobody knows in place of a known one",
      grant("OR", "a", "b"),
      grant("XOR", "a", "b", "c"),
      ["removes_protection: - > c", "changes: OR > XOR"],
    ],
    [
      "terms as a further way in beside a control that stands alone",
      { grantControls: { operator: "OR", builtInControls: "mfa" } },
      { grantControls: { operator: "OR", builtInControls: "mfa", termsOfUse: ["t1"] } },
      ["removes_protection: - > t1"],
    ],
    [
      "a field beside the controls",
      grant("OR", "a"),
      { grantControls: { operator: "OR", builtInControls: ["a"], tags: ["t"] } },
      ["adds: - > t"],
    ],
    ["a policy that would be created", null, grant("OR", "a", "b"), ["adds: - > OR", "adds: - > a", "adds: - > b"]],
    ["controls that are no object", { grantControls: "mfa" }, { grantControls: "none" }, ["changes: mfa > none"]],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});
