import type { JsonObject } from "../../../src/safety/json.js";
import { choice, list, simple } from "./graph.js";

const prefix = "device_vendor_msft_policy_config_microsoft_edge~policy~microsoft_edge";

const areas: Readonly<Record<string, string>> = {
  contentsettings:
    "automaticdownloads camera clipboard cookies filesystemread filesystemwrite fonts geolocation images insecurecontent javascript javascriptjit loadingscreen localfonts mediastream microphone midi motion notifications plugins popups protectedcontent screencapture sensors serialport sound storageaccess thirdpartystorage usb windowmanagement",
  privacy:
    "addressautofill browsinghistory clearonexit crashreports creditcardautofill diagnosticdata donottrack feedback importautofill importcookies importfavorites importhistory importpasswords linkprediction networkprediction payments personalisation recommendations relatedsites searchsuggestions sharedlinks shoppingassistant siteinformation spotlight surveys textprediction trackingprevention typosquatting visualsearch webcapture",
  security:
    "applicationguard audiosandbox blockexternalextensions certificatetransparency componentupdates crossoriginisolation dnsinterception downloadrestrictions enhancedsecurity extensiondeveloper filehandling forcedsafesearch hstspolicy httpsupgrades inprivatemode legacyextensions localnetworkaccess mixedcontent networksandbox originisolation passwordleakdetection pdfsandbox popupspoofing quicprotocol renderercode sitesperprocess smartscreen smartscreendownloads smartscreenpua sslerroroverride",
  startup:
    "addressbarlayout backgroundmode bookmarksbar closedialog collections defaultbrowser desktopsearchbar edgebar firstrun fullscreen hardwareacceleration homebutton hubsappicons managedfavorites newtabbackground newtabcontent newtabpreload ntpquicklinks pinbrowser printpreview quickaccess restorelastsession roamingprofile sidebarsearch splitscreen startupboost tabgroups tabservices verticaltabs workspaces",
  signin:
    "accountreconcile ambientauth basicauthhttp browsersignin certificateautoselect cloudauth crossdevice forcesync guestmode implicitsignin kerberosdelegation linkedaccounts managedprofile msawebsignin ntlmv2 passkeys passwordexport passwordgenerator passwordmanager passwordmonitor passwordreveal primarypassword profilecreation profilepicker proxyauth ssoforwork syncdisabled tokenbinding webauthn windowshello",
};

/** What administrators of the sample tenant set differently over time. */
export interface EdgeChoices {
  readonly passwordManager: "0" | "1";
  readonly smartscreenOverride: "0" | "1";
  readonly allowedExtensions: readonly string[];
}

/** A managed browser with about 150 settings: large enough that a diff must be read by consequence. */
export function edgeSettings(choices: EdgeChoices): readonly JsonObject[] {
  const settings = Object.entries(areas).flatMap(([area, names]) =>
    names.split(" ").map((name, index) => {
      const definition = `${prefix}~${area}_${name}`;
      if (name === "passwordmanager") return choice(definition, choices.passwordManager);
      if (name === "sslerroroverride") return choice(definition, choices.smartscreenOverride);
      if (name === "managedfavorites")
        return choice(definition, "1", [simple(`${definition}_list`, "https://intranet.contoso.example/")]);
      return choice(definition, index % 3 === 0 ? "0" : "1");
    }),
  );
  const install = `${prefix}~extensions_extensioninstallallowlist`;
  return [
    ...settings,
    choice(install, "1", [list(`${install}desc`, choices.allowedExtensions)]),
    simple(`${prefix}~cache_diskcachesize`, 262_144_000),
  ];
}
