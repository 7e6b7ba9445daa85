import type { JsonObject } from "../../../src/safety/json.js";
import { filterId, groupId, scopeTagId } from "./directory.js";
import { type EdgeChoices, edgeSettings } from "./edge.js";
import { assign, catalogPolicy, choice, groups, list, simple } from "./graph.js";

const config = "device_vendor_msft_policy_config";
const bitlocker = "device_vendor_msft_bitlocker";
const firewall = "vendor_msft_firewall_mdmstore";
const modified = "2025-10-06T13:27:55.9040000Z";

export function defender(
  facts: { readonly cloudLevel: string; readonly exclusions: readonly string[]; readonly pilotExcluded: boolean },
  at = modified,
): JsonObject {
  const asr = `${config}_defender_attacksurfacereductionrules`;
  return catalogPolicy(
    {
      name: "Windows - Defender Antivirus",
      modified: at,
      scopeTagIds: ["0", scopeTagId.helpdesk],
      assignments: [
        assign.group(groupId("corporate"), { id: filterId("corporateWindows"), mode: "include" }),
        ...(facts.pilotExcluded ? [assign.without(groupId("pilot"))] : []),
      ],
    },
    "windows10",
    [
      choice(`${config}_defender_allowrealtimemonitoring`, "1"),
      choice(`${config}_defender_cloudblocklevel`, facts.cloudLevel),
      choice(`${config}_defender_puaprotection`, "1"),
      simple(`${config}_defender_signatureupdateinterval`, 4),
      list(`${config}_defender_excludedpaths`, facts.exclusions),
      groups(asr, [
        [choice(`${asr}_blockcredentialstealing`, "block")],
        [choice(`${asr}_blockofficechildprocesses`, "audit")],
      ]),
    ],
  );
}

export function edge(choices: EdgeChoices, at = modified): JsonObject {
  return catalogPolicy(
    { name: "Windows - Edge - Managed browser", modified: at, assignments: [assign.allUsers()] },
    "windows10",
    edgeSettings(choices),
  );
}

export function bitLocker(): JsonObject {
  const drives = `${bitlocker}_systemdrivesrequirestartupauthentication`;
  return catalogPolicy(
    {
      name: "Windows - BitLocker",
      modified,
      assignments: [assign.allDevices({ id: filterId("corporateWindows"), mode: "include" })],
    },
    "windows10",
    [
      choice(`${bitlocker}_requiredeviceencryption`, "1"),
      choice(drives, "1", [
        choice(`${drives}_configuretpmstartupkeyusagedropdown_name`, "0"),
        choice(`${drives}_configurepinusagedropdown_name`, "2"),
      ]),
    ],
  );
}

export function windowsFirewall(publicInbound: "true" | "false", at = modified): JsonObject {
  return catalogPolicy(
    { name: "Windows - Firewall", modified: at, assignments: [assign.group(groupId("corporate"))] },
    "windows10",
    [
      choice(`${firewall}_domainprofile_enablefirewall`, "true", [
        choice(`${firewall}_domainprofile_defaultinboundaction`, "1"),
      ]),
      choice(`${firewall}_publicprofile_enablefirewall`, "true", [
        choice(`${firewall}_publicprofile_shielded`, publicInbound),
      ]),
    ],
  );
}

export function kiosk(tagged: boolean): JsonObject {
  return catalogPolicy(
    {
      name: "Windows - Kiosk - Lobby displays",
      modified,
      scopeTagIds: tagged ? [scopeTagId.kiosks] : ["0"],
      assignments: [assign.group(groupId(tagged ? "kiosk" : "newKiosk"))],
    },
    "windows10",
    [
      choice(`${config}_experience_allowcortana`, "0"),
      choice(`${config}_power_turnoffdisplaytimeoutpluggedin`, "1", [
        simple(`${config}_power_turnoffdisplaytimeoutpluggedin_seconds`, 0),
      ]),
      simple(`${config}_kioskbrowser_defaulturl`, "https://lobby.contoso.example/"),
    ],
  );
}

export function fileVault(): JsonObject {
  const vault = "com.apple.mcx.filevault2_com.apple.mcx.filevault2";
  return catalogPolicy(
    { name: "macOS - FileVault", modified, assignments: [assign.group(groupId("employees"))] },
    "macOS",
    [
      groups(vault, [
        [choice("com.apple.mcx.filevault2_enable", "0"), choice("com.apple.mcx.filevault2_defer", "true")],
      ]),
    ],
  );
}

export function laps(assignments: readonly JsonObject[] | undefined, days: number, at = modified): JsonObject {
  const name = "Windows - Local administrator password";
  return catalogPolicy(
    assignments === undefined ? { name, modified: at } : { name, modified: at, assignments },
    "windows10",
    [
      choice("device_vendor_msft_laps_policies_backupdirectory", "1", [
        simple("device_vendor_msft_laps_policies_passwordagedays_aad", days),
      ]),
      choice("device_vendor_msft_laps_policies_passwordcomplexity", "4"),
    ],
  );
}

export function hello(assignments: readonly JsonObject[]): JsonObject {
  return catalogPolicy({ name: "Windows - Hello for Business", modified, assignments }, "windows10", [
    choice("device_vendor_msft_passportforwork_usepassportforwork", "true"),
    simple("device_vendor_msft_passportforwork_pincomplexity_minimumpinlength", 6),
  ]);
}

export function deliveryOptimisation(): JsonObject {
  return catalogPolicy(
    { name: "Windows - Delivery optimisation", modified, assignments: [assign.allDevices()] },
    "windows10",
    [
      choice(`${config}_deliveryoptimization_dodownloadmode`, "1"),
      simple(`${config}_deliveryoptimization_domaxcachesize`, 20),
    ],
  );
}

export function oneDrive(at: string): JsonObject {
  return catalogPolicy(
    { name: "Windows - OneDrive - Known folders", modified: at, assignments: [assign.allUsers()] },
    "windows10",
    [choice(`${config}_onedrivengsc_silentaccountconfig`, "1")],
  );
}
