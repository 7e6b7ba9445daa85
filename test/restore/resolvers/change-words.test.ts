import { describe, expect, test } from "vitest";
import { changeModel } from "../../../src/restore/resolvers/change-models.js";
import { pathInWords, valueInWords } from "../../../src/restore/resolvers/change-words.js";
import { humanise, settingInWords } from "../../../src/restore/resolvers/identifier-words.js";
import type { ChangePathPart, ChangeReference, ChangeValue, SingleValue } from "../../../src/restore/run/change.js";
import { scenarioContext } from "../../../src/testing/scenarios/index.js";
import { sentenceOf } from "../../../src/view-models/index.js";
import { plain } from "../../support/plain.js";

const words = scenarioContext.words.changes;
const whole = (text: string) => ({ text, leftOut: 0 });
const field = (text: string, leftOut = 0): ChangePathPart => ({ kind: "field", text, leftOut });
const setting = (text: string): ChangePathPart => ({ kind: "setting", ...whole(text) });
const group: ChangeReference = { of: "group", id: whole("g-1"), name: whole("Pilot") };
const unnamed: ChangeReference = { of: "assignment_filter", id: whole("f-1"), name: null };
const text = (said: string, leftOut = 0): SingleValue => ({ kind: "text", text: said, leftOut });
type Assignment = Extract<SingleValue, { kind: "assignment" }>;
const assigned = (change: Partial<Assignment>): SingleValue => ({
  kind: "assignment",
  reach: "include_group",
  group,
  filter: null,
  fromPolicySet: false,
  ...change,
});
const listOf = (values: readonly SingleValue[], leftOut = 0): ChangeValue => ({ kind: "list", values, leftOut });

describe("BY-7 an identifier is told in words", () => {
  test.each([
    ["passwordMinimumLength", "Password minimum length"],
    ["allowUSBConnection", "Allow USB connection"],
    ["enableV2Api", "Enable V2 api"],
    ["require_device-encryption.now~or/later", "Require device encryption now or later"],
    ["{setting} name", "Setting name"],
    ["a__b", "A b"],
    [" _padded_ ", "Padded"],
    ["useA1b", "Use a1b"],
    ["useAbc12", "Use abc12"],
    ["TLS", "TLS"],
    ["X", "X"],
    ["__", "__"],
    ["", ""],
  ])("%j is %j", (identifier, said) => {
    expect(humanise(identifier)).toBe(said);
  });

  test.each([
    ["device_vendor_msft_policy_config_firewall_enabled", "", ["Firewall", "Enabled"]],
    ["user_vendor_msft_policy_config_admx_office_macros_blocked", "", ["Office", "Macros blocked"]],
    ["vendor_msft_bitlocker_require", "", ["Bitlocker", "Require"]],
    ["Device_Vendor_MSFT_LAPS_Age", "", ["LAPS", "Age"]],
    ["com.apple.dock_size", "", ["Dock", "Size"]],
    ["deviceConfiguration--wifi_ssid", "", ["Wifi", "Ssid"]],
    ["my_com.apple.dock", "", ["My", "Com apple dock"]],
    ["edge~policy~microsoft_edge~startup_homepage", "", ["Edge", "Startup homepage"]],
    ["office16v2~policy~l_word~l_vbawarningspolicy", "", ["Office16v2", "Vbawarningspolicy"]],
    ["office~policy~l_disable_macros", "", ["Office", "Macros"]],
    ["office~policy~full_l_name", "", ["Office", "Full l name"]],
    ["office~policy~l_disable_macros_now", "", ["Office", "Macros now"]],
    ["_edge~policy~home", "", ["Edge", "Home"]],
    ["vendor_msft_plain", "", ["Plain"]],
    ["x_vendor_msft_y", "", ["X", "Vendor msft y"]],
    ["my_deviceConfiguration--wifi", "", ["My", "Device configuration wifi"]],
    ["plain", "", ["Plain"]],
    ["_plain", "", ["Plain"]],
    ["plain_", "", ["Plain"]],
    ["firewall_rules_action", "firewall_rules", ["Action"]],
    ["firewall_rules_", "firewall_rules", ["Rules"]],
    ["firewall_rules", "firewall", ["Rules"]],
    ["other_area_setting", "firewall_rules", ["Area setting"]],
    ["other", "firewall_rules", ["Other"]],
  ] as const)("the setting %j below %j is %j", (id, above, said) => {
    expect(settingInWords(id, above)).toEqual(said);
  });
});

describe("RW-8 where a change stands is told level by level", () => {
  test.each([
    [[], "Settings"],
    [[field("settings")], "Settings"],
    [[field("settings"), field("inboundAction")], "Inbound action"],
    [[field("@odata.type")], "Type"],
    [[field("")], "Empty text"],
    [[field("veryLong", 40)], "Very long… (40 more characters)"],
    [
      [
        { kind: "part", part: "assignments" },
        { kind: "place", number: 2 },
      ],
      "Assignments › entry 2",
    ],
    [
      [
        { kind: "entry", ...whole("Rule A") },
        { kind: "levels_left_out", levels: 3 },
      ],
      "Rule A › 3 levels left out",
    ],
    [
      [setting("vendor_msft_firewall_rules"), setting("vendor_msft_firewall_rules_action")],
      "Firewall › Rules › Action",
    ],
  ] satisfies readonly (readonly [readonly ChangePathPart[], string])[])("%j is “%s”", (path, said) => {
    expect(plain(pathInWords(path, words))).toBe(said);
  });

  test("words of ours are kept apart from what the payload holds, so that no name passes for a claim (BY-13)", () => {
    const path: readonly ChangePathPart[] = [
      { kind: "part", part: "scope_tags" },
      field("@odata.type"),
      field(""),
      field("recoveryVerified"),
      { kind: "entry", ...whole("Healthy") },
      { kind: "place", number: 1 },
      { kind: "levels_left_out", levels: 1 },
    ];
    const absent = { kind: "absent" } as const;
    const certain = { state: "certain" } as const;
    const change = {
      phase: "settings",
      consequence: "changes",
      certainty: certain,
      before: absent,
      after: absent,
    } as const;
    expect(changeModel({ ...change, path }, "changes/0", scenarioContext).path).toEqual([
      { text: "Scope tags" },
      { text: "Type" },
      { text: "Empty text" },
      { external: "Recovery verified" },
      { external: "Healthy" },
      { text: "entry 1" },
      { text: "1 level left out" },
    ]);
    expect(changeModel({ ...change, path: [] }, "changes/0", scenarioContext).path).toEqual([{ text: "Settings" }]);
  });
});

describe("RW-8 every value is told in words, and marked as known, absent, secret, not known or a reference", () => {
  const known = (value: object, cut: object | null = null) => ({ state: "known", value, cut });
  const marked = (said: string) => said.replaceAll("⟨", "\u2068").replaceAll("⟩", "\u2069");
  const sentence = (said: string) => ({ state: "described", sentence: sentenceOf(marked(said)) });
  test.each([
    [{ kind: "absent" }, "Not set", { state: "absent" }],
    [{ kind: "not_known" }, "Not known", { state: "unknown", reason: words.uncertain.target_part_not_read }],
    [{ kind: "secret" }, "Secret value, not shown", { state: "secret" }],
    [text(""), "Empty text", known({ text: "Empty text" })],
    [text("Block"), "Block", known({ external: "Block" })],
    [
      text("Blo", 12),
      "Blo… (12 more characters)",
      known({ external: "Blo" }, { count: 12, text: "12 more characters" }),
    ],
    [{ kind: "number", value: 0 }, "0", known({ external: "0" })],
    [{ kind: "switch", on: true }, "Yes", known({ text: "Yes" })],
    [{ kind: "switch", on: false }, "No", known({ text: "No" })],
    [{ kind: "choice", ...whole("12") }, "Option 12", known({ text: "Option 12" })],
    [{ kind: "choice", ...whole("v2") }, "V2", known({ external: "V2" })],
    [{ kind: "choice", ...whole("2fa") }, "2fa", known({ external: "2fa" })],
    [{ kind: "choice", ...whole("blockAll") }, "Block all", known({ external: "Block all" })],
    [{ kind: "choice", ...whole("") }, "Empty text", known({ text: "Empty text" })],
    [{ kind: "empty_entry" }, "Empty entry", known({ text: "Empty entry" })],
    [
      { kind: "settings_of_backup", values: 3 },
      "3 values from the backup",
      known({ text: "3 values from the backup" }),
    ],
    [{ kind: "default_scope_tag" }, "Default", known({ text: "Default" })],
    [listOf([]), "None", known({ text: "None" })],
    [listOf([text("a"), text("b")]), "a, b", sentence("⟨a⟩, ⟨b⟩")],
    [listOf([text("a")], 4), "a, 4 more", sentence("⟨a⟩, 4 more")],
    [listOf([text("a"), { kind: "reference", reference: group }]), "a; Pilot", sentence("⟨a⟩; ⟨Pilot⟩")],
    [listOf([text("a"), assigned({ reach: "all_users", group: null })]), "a; All users", sentence("⟨a⟩; All users")],
    [
      { kind: "reference", reference: group },
      "Pilot",
      { state: "reference", name: { external: "Pilot" }, kind: "Group" },
    ],
    [
      { kind: "reference", reference: unnamed },
      "with id f-1",
      { state: "reference", name: { text: marked("with id ⟨f-1⟩") }, kind: "Assignment filter" },
    ],
    [
      { kind: "reference", reference: { ...group, name: { text: "Pil", leftOut: 7 } } },
      "Pil… (7 more characters)",
      { state: "reference", name: { text: marked("⟨Pil…⟩ (7 more characters)") }, kind: "Group" },
    ],
    [assigned({}), "Include group Pilot", sentence("Include group ⟨Pilot⟩")],
    [
      assigned({ reach: "exclude_group", group: null }),
      "Exclude group Not known",
      known({ text: "Exclude group Not known" }),
    ],
    [
      assigned({ reach: "all_devices", group: null, filter: { mode: "exclude", filter: unnamed } }),
      "All devices, except with filter with id f-1",
      sentence("All devices, except with filter with id ⟨f-1⟩"),
    ],
    [
      assigned({ fromPolicySet: true }),
      "Include group Pilot, from a policy set",
      sentence("Include group ⟨Pilot⟩, from a policy set"),
    ],
  ] satisfies readonly (readonly [ChangeValue, string, object])[])("%j is “%s”", (value, said, model) => {
    expect(plain(valueInWords(value, words))).toBe(said);
    const { before } = changeModel(
      {
        phase: "settings",
        consequence: "changes",
        certainty: { state: "uncertain", cause: "not_recorded" },
        path: [],
        before: value,
        after: { kind: "absent" },
      },
      "changes/0",
      scenarioContext,
    );
    expect(before).toMatchObject(model);
    if ("text" in before) expect(before.text).toBe(said);
  });
});
