import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/safety/index.js";
import type { ItemChange } from "../../../src/restore/run/change.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { backupItem, policyOf, sideInWords, simple } from "./support.js";

function shown(payload: JsonObject): string {
  return changesTo(payload)
    .map(({ after }) => sideInWords(after))
    .join(", ");
}

function changesTo(payload: JsonObject, before: JsonObject | null = null): readonly ItemChange[] {
  const policy = before === null ? null : policyOf(backupItem(), { payload: before });
  return diffContent(policy, { name: null, payload, assignments: null, scopeTagIds: null }).changes;
}

describe("PF-8 a text that names a secret in it is not shown", () => {
  const base64 = (text: string, encoding: "utf8" | "utf16le" = "utf8") =>
    Buffer.from(text, encoding).toString("base64");
  const wifi =
    "<WLANProfile><sharedKey><keyType>passPhrase</keyType><protected>false</protected><keyMaterial>s3cr3t</keyMaterial></sharedKey></WLANProfile>";
  const apple = "<plist><dict>\n<key>Password</key>\n  <string>s3cr3t</string></dict></plist>";

  test.each([
    ["a Wi-Fi profile", wifi],
    ["an element with a prefix and attributes", '<a:password type="plain">s3cr3t</a:password>'],
    ["marked as what is no markup", "<a><password><![CDATA[s3cr3t]]></password></a>"],
    ["an Apple profile", apple],
    ["a number of an Apple profile", "<dict><key>PIN</key><integer>4711</integer></dict>"],
    ["an attribute", '<vpn server="a" sharedSecret="s3cr3t"/>'],
    ["a pair of attributes", '<parm name="PASSWORD" value="s3cr3t"/>'],
    ["JSON", '{"server": "a", "clientSecret": "s3cr3t"}'],
    ["a number in JSON", '{"pin": 4711}'],
    ["a pair of members", '{"key":"wifi_password","valueString":"s3cr3t"}'],
    ["a pair of members with a number", '{"name":"pin", "value": 4711}'],
    ["a text with a byte order mark", `\uFEFF${wifi}`],
    ["a text behind a line break", `\n${wifi}`],
    ["a text behind the line break of Windows", `\r\n${wifi}`],
    ["a text behind a space", ` ${wifi}`],
    ["JSON behind a line break", '\n{"psk":"s3cr3t"}'],
    ["JSON behind the line break of Windows", '\r\n{"psk":"s3cr3t"}'],
    ["JSON behind a space", ' {"psk":"s3cr3t"}'],
    ["a list in JSON", '[{"psk":"s3cr3t"}]'],
    ["JSON in JSON", JSON.stringify({ text: JSON.stringify({ clientSecret: "s3cr3t" }) })],
    ["a pair of members in JSON in JSON", JSON.stringify({ text: '{"key":"wifi_password","value":"s3cr3t"}' })],
    ["an attribute that comes first", "password='s3cr3t' server='a'"],
    ["one of several parts", "a;password='s3cr3t'"],
    ["a script", "# Signs in\n$ClientSecret = 's3cr3t'\n"],
    ["settings of a server", 'server="a" password="s3cr3t"'],
    ["cut off behind its last figure", ' {"pin":4711'],
  ])("%s, as it is and in Base64", (_, text) => {
    expect(shown({ payload: text })).toBe("Secret value, not shown");
    for (const end of ["", " ", "  "]) expect(shown({ payload: base64(text + end) })).toBe("Secret value, not shown");
    expect(shown({ payload: base64(text).replaceAll(/.{20}/g, "$&\r\n") })).toBe("Secret value, not shown");
    expect(shown({ list: ["nothing", base64(text)] })).toMatch(/^Secret value, not shown(, Secret value, not shown)*$/);
    expect(shown({ settings: [{ settingInstance: simple("vendor_profile", base64(text)) }] })).toBe(
      "Secret value, not shown",
    );
  });

  test("in Base64 of two bytes a character, with either byte order mark, too", () => {
    for (const mark of ["", "\uFEFF"]) {
      expect(shown({ payload: base64(mark + wifi, "utf16le") })).toBe("Secret value, not shown");
    }
    const turned = Buffer.from(`\uFEFF${wifi}`, "utf16le").swap16().toString("base64");
    expect(shown({ payload: turned })).toBe("Secret value, not shown");
  });

  test.each([
    ["a profile with rules about passwords", "<a><passwordMinimumLength>12</passwordMinimumLength></a>"],
    ["an empty element", "<a><password></password><password> </password><password/></a>"],
    ["a switch of that name", '<a savePassword="true"><password>false</password></a>'],
    ["a small number", '{"maxPassword": 12, "password": ""}'],
    ["a small fraction", "<a><password>12.75</password></a>"],
    ["a label", '<string id="Password">Password:</string>'],
    ["a sentence about it", "Reset the password: 1234 times <at most>."],
    ["a switch of an Apple profile", "<dict><key>forcePIN</key><true/></dict>"],
  ])("%s is shown, because it holds none", (_, text) => {
    expect(shown({ payload: text })).not.toContain("Secret");
    expect(shown({ payload: base64(text) })).not.toContain("Secret");
  });

  test("what is Base64 of anything else is shown", () => {
    for (const text of [
      "Profile",
      "PAsswordless",
      base64("s3cr3t password=x"),
      "PHdpZmk+, and more",
      base64('<b pwd="x"').slice(0, 11),
    ]) {
      expect(shown({ payload: text })).not.toContain("Secret");
    }
  });

  test("a change of it is told, and neither side is shown", () => {
    const changes = changesTo({ payload: base64(wifi) }, { payload: base64(wifi.replace("s3cr3t", "0ld")) });
    expect(changes.map(({ before, after }) => [sideInWords(before), sideInWords(after)])).toEqual([
      ["Secret value, not shown", "Secret value, not shown"],
    ]);
  });

  test("half a million characters are read in no time that anybody notices", () => {
    const big = `<a>${'<b c="d">text </b>'.repeat(25_000)}</a>`;
    expect(shown({ payload: base64(big) })).not.toContain("Secret");
    expect(shown({ payload: base64(`${big}${wifi}`) })).toBe("Secret value, not shown");
  });

  // Each ends in what its pattern waits for in vain: one that begins anew at every character would take hours.
  const long = 1_000_000;
  test.each([
    ["a text of spaces", { payload: `${" ".repeat(long)}!` }, false],
    ["a secret of spaces in JSON", { payload: `{"password":"${" ".repeat(long)}!"}` }, true],
    ["a value of spaces beside its name", { name: "Password", valueJson: `${" ".repeat(long)}!` }, true],
    ["a field whose name has no end", { [`${"a".repeat(long)}_pin`]: "4711" }, true],
  ] as const)("PF-8 %s that somebody made as long as that is read as any other", (_, payload, secret) => {
    expect(shown(payload).includes("Secret value, not shown")).toBe(secret);
  });
});
