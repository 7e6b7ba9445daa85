import type { ChangeReference, ChangeValue, ItemChange } from "../../../restore/run/change.js";

/** Which of the scenarios' policies would change in whom they reach, and in their scope tags. */
export const assignmentsChangeAt: ReadonlySet<number> = new Set([0, 1, 2, 3, 6, 8, 9]);
export const scopeTagsChangeAt: ReadonlySet<number> = new Set([8, 9]);

const whole = (text: string) => ({ text, leftOut: 0 });
const words = (text: string): ChangeValue => ({ kind: "text", ...whole(text) });
const absent: ChangeValue = { kind: "absent" };

/** By policy: the definition of a setting, what the target has, and what the backup has. */
const settings: readonly (readonly [definition: string, before: ChangeValue, after: ChangeValue])[] = [
  ["bitlocker_systemdrivesrequirestartupauthentication", words("Required"), words("Not required")],
  ["compliance_passwordminimumlength", { kind: "number", value: 12 }, { kind: "number", value: 14 }],
  ["defender_scanparameter", words("Quick scan"), words("Full scan")],
  ["microsoft_edge_smartscreenenabled", words("Not configured"), words("Enabled")],
  ["firewall_enablefirewall", words("Enabled"), words("Not configured")],
  ["kioskbrowser_defaulturl", absent, words("https://kiosk.contoso.example")],
  ["laps_passwordagedays", { kind: "number", value: 60 }, { kind: "number", value: 30 }],
  ["office16_vbawarningspolicy", words("Disable with notification"), words("Disable all except signed")],
  ["update_configuredeadlineforqualityupdates", { kind: "number", value: 2 }, { kind: "number", value: 7 }],
  ["update_deferqualityupdatesperiodindays", { kind: "number", value: 7 }, { kind: "number", value: 3 }],
  ["wifi_profile", absent, absent],
  ["passportforwork_minimumpinlength", { kind: "number", value: 4 }, { kind: "number", value: 6 }],
];

const removesProtection: ReadonlySet<number> = new Set([0, 4, 8]);
const created = 5;

/** What writing the policy at this place of the list would change in the target. */
export function changesAt(index: number): readonly ItemChange[] {
  const [definition, before, after] = settings[index] ?? ["", absent, absent];
  const setting: ItemChange = {
    phase: "settings",
    consequence: index === created ? "adds" : removesProtection.has(index) ? "removes_protection" : "changes",
    certainty: { state: "certain" },
    path: [{ kind: "setting", ...whole(`device_vendor_msft_policy_config_${definition}`) }],
    before,
    after,
  };
  return [
    setting,
    ...(assignmentsChangeAt.has(index) ? [assignedDirectly] : []),
    ...(scopeTagsChangeAt.has(index) ? [retailTag] : []),
  ];
}

function reference(of: ChangeReference["of"], id: string, name: string): ChangeReference {
  return { of, id: whole(id), name: whole(name) };
}

const assigned = (fromPolicySet: boolean): ChangeValue => ({
  kind: "assignment",
  reach: "include_group",
  group: reference("group", "retail-kiosks", "Retail kiosks"),
  filter: null,
  fromPolicySet,
});

/** The same people, no longer through a policy set. */
const assignedDirectly: ItemChange = {
  phase: "assignments",
  consequence: "changes",
  certainty: { state: "certain" },
  path: [
    { kind: "part", part: "assignments" },
    { kind: "part", part: "assignment_source" },
  ],
  before: assigned(true),
  after: assigned(false),
};

/** Whom the target reaches today was not read, so that what is written may reach more. */
export const reachNotRead: ItemChange = {
  ...assignedDirectly,
  consequence: "widens",
  certainty: { state: "uncertain", cause: "target_part_not_read" },
  path: [{ kind: "part", part: "assignments" }],
  before: { kind: "not_known" },
};

const retailTag: ItemChange = {
  phase: "scope_tags",
  consequence: "adds",
  certainty: { state: "certain" },
  path: [{ kind: "part", part: "scope_tags" }],
  before: absent,
  after: { kind: "reference", reference: reference("scope_tag", "retail", "Retail") },
};
