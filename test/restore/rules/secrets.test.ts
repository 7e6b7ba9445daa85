import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/safety/index.js";
import type { ItemChange } from "../../../src/restore/run/change.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { isNamedSecret } from "../../../src/restore/rules/secrets.js";
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

describe("PF-8 a secret is never shown to the operator", () => {
  test.each([
    "password",
    "wifiPassword",
    "clientSecret",
    "preSharedKey",
    "psk",
    "privateKey",
    "passphrase",
    "secretValue",
    "clientSecretText",
    "passwords",
    "password1",
    "preSharedKey_2",
    "secretValue10",
    "productKey",
    "personalRecoveryKey",
    "keyMaterial",
    "privateKeyPem",
    "wifiPwd",
    "userCredential",
    "credentials",
    "connectionString",
    "storageAccountKey",
  ])("in %s, whatever kind of value it is", (field) => {
    for (const value of ["s3cr3t", 123_456, true, ["s3cr3t"], { inner: 123_456 }]) {
      expect(shown({ [field]: value })).toBe("Secret value, not shown");
    }
  });

  test.each([
    "passwordMinimumLength",
    "passwordRequired",
    "passwordExpirationDays",
    "secretReferenceValueId",
    "credentialProvider",
    "credentialType",
    "pinned",
    "taskbarPins",
    "pinMinimumLength",
    "requirePin",
    "disableAppPin",
    "spin",
    "mapping",
    "shopin",
    "SPIN",
  ])("and the rule %s is shown, because it is none", (field) => {
    expect(shown({ [field]: 8 })).toBe("8");
  });

  test.each([
    "pin",
    "PIN",
    "simPin",
    "SIM_PIN",
    "devicePinCode",
    "pinValue",
    "PINText",
    "pin1",
    "startup.pin",
    "TPMPin",
  ])("in %s, be it a text or a number, and a switch of that name is none", (field) => {
    for (const value of ["0815", 1_234, 7, ["0815"]]) expect(shown({ [field]: value })).toBe("Secret value, not shown");
    expect(shown({ [field]: true })).toBe("Yes");
  });

  test.each(["api_key", "shared-key", "signing.key", "private key"])("in %s, however its words are parted", (field) => {
    expect(shown({ [field]: "s3cr3t" })).toBe("Secret value, not shown");
  });

  test("a switch about passwords is shown, because it is none", () => {
    expect(shown({ requirePassword: true })).toBe("Yes");
    expect(shown({ requirePassword: "s3cr3t" })).toBe("Secret value, not shown");
    expect(shown({ housePassword: true })).toBe("Secret value, not shown");
  });

  test.each([
    ["an OMA-URI", { omaUri: "./Vendor/MSFT/VPNv2/Corp/Password", value: "s3cr3t" }],
    ["an OMA-URI that is called encrypted", { omaUri: "./Vendor/MSFT/Wifi", isEncrypted: true, value: "s3cr3t" }],
    ["endpoint security", { definitionId: "wifi_preSharedKey", value: "s3cr3t", valueJson: '"s3cr3t"' }],
    ["endpoint security, spelled once", { definitionId: "wifi_preSharedKey", valueJson: '"s3cr3t"' }],
    ["an app configuration", { name: "proxy_password", value: "s3cr3t" }],
    ["an app configuration of iOS", { appConfigKey: "password", appConfigKeyValue: "s3cr3t" }],
  ])("in a value that %s names beside it, in a list or not, new or changed", (_, setting) => {
    const before = JSON.parse(JSON.stringify(setting).replaceAll("s3cr3t", "0ld")) as JsonObject;
    for (const around of [(one: JsonObject) => ({ list: [one] }), (one: JsonObject) => ({ one })]) {
      expect(JSON.stringify(changesTo(around(setting)))).not.toContain("s3cr3t");
      const changes = changesTo(around(setting), around(before));
      expect(JSON.stringify(changes)).not.toMatch(/s3cr3t|0ld/);
      expect(changes.map(({ after }) => sideInWords(after))).toEqual(["Secret value, not shown"]);
    }
  });

  test.each<[string, JsonObject]>([
    ["a list", { name: "passwords", value: ["s3cr3t"] }],
    ["an object", { omaUri: "./Wifi/Password", value: { inner: "s3cr3t" } }],
    ["a list that is spelled as a text", { definitionId: "wifi_psk", valueJson: '["s3cr3t"]' }],
    ["an object that is spelled as a text", { definitionId: "wifi_psk", valueJson: '{"inner":"s3cr3t"}' }],
    ["a text behind a space", { definitionId: "wifi_psk", valueJson: ' "s3cr3t"' }],
    ["a text that is no JSON", { definitionId: "wifi_psk", valueJson: "s3cr3t" }],
    ["a text, though its name is like that of a switch", { definitionId: "lock_AllowPassword", valueJson: '"s3cr3t"' }],
    ["a property of an Android app", { key: "password", valueString: "s3cr3t" }],
  ])("in a value that is named beside it and is %s", (_, setting) => {
    expect(JSON.stringify(changesTo({ list: [setting] }))).not.toContain("s3cr3t");
    expect(JSON.stringify(changesTo({ one: setting }))).not.toContain("s3cr3t");
  });

  test("what else stands beside such a name is shown", () => {
    expect(shown({ one: { name: "proxy_password", description: "Of the proxy" } })).toContain("Of the proxy");
    expect(shown({ one: { definitionId: "lock_password", valueJson: "5" } })).toContain("5");
    expect(shown({ one: { definitionId: "lock_password", valueJson: "false" } })).toContain("false");
    expect(shown({ one: { definitionId: "lock_password", valueJson: "-12.5" } })).toContain("-12.5");
  });

  test.each(["12 of them", "true love", "untrue", "1e", "5a5"])(
    "a text of a secret that only begins or ends as a number or a switch, such as “%s”, is none",
    (valueJson) => {
      expect(shown({ one: { definitionId: "lock_password", valueJson } })).not.toContain(valueJson);
    },
  );

  test("a number that stands for a secret as a text is one, except where JSON is spelled", () => {
    expect(shown({ one: { name: "proxy_password", value: "1234" } })).not.toContain("1234");
    expect(isNamedSecret({ name: "proxy_password", value: null }, "value")).toBe(false);
    for (const value of ["a", "12"]) expect(isNamedSecret({ name: "proxy_password", value }, "value")).toBe(true);
    expect(shown({ settings: [{ settingInstance: simple("wifi_password", "12") }] })).toBe("Secret value, not shown");
  });

  test("a list of secrets of the settings catalog is not shown", () => {
    const list = { settingDefinitionId: "wifi_passwords", simpleSettingCollectionValue: [{ value: "s3cr3t" }] };
    expect(shown({ settings: [{ settingInstance: list }] })).toBe("Secret value, not shown");
  });

  test("a value beside a name that only speaks of passwords is shown", () => {
    expect(shown({ list: [{ omaUri: "./DeviceLock/AllowSimpleDevicePassword", value: 1 }] })).toContain("1");
    expect(shown({ list: [{ name: "passwordPolicy", value: "complex" }] })).toContain("complex");
    expect(shown({ list: [{ definitionId: "lock_password", value: true, valueJson: "true" }] })).toContain("Yes");
  });

  test("a number beside such a name is kept where it can be a secret, and shown where it counts or switches something", () => {
    const beside = (name: string, value: number, spelled = false) =>
      shown({ list: [{ definitionId: name, ...(spelled ? { valueJson: String(value) } : { value }) }] });
    for (const spelled of [false, true]) {
      expect(beside("sim_pin", 4_711, spelled)).toBe("sim_pin, Secret value, not shown");
      expect(beside("wifi_password", 12_345_678, spelled)).toBe("wifi_password, Secret value, not shown");
      expect(beside("wifi_password", -1_000, spelled)).toBe("wifi_password, Secret value, not shown");
      expect(beside("lock_password", 999, spelled)).toContain("999");
      expect(beside("lock_password", 7.5, spelled)).toContain("7.5");
    }
    expect(shown({ list: [{ omaUri: "./DeviceLock/AllowSimpleDevicePassword", value: 4_711 }] })).toContain("4711");
    const simpleNumber = (id: string, value: number) =>
      shown({ settings: [{ settingInstance: simple(id, value, "IntegerSettingValue") }] });
    expect(simpleNumber("com.apple.sim_pin", 4_711)).toBe("Secret value, not shown");
    expect(simpleNumber("devicelock_pin", 6)).toBe("6");
  });

  test("a simple setting that is named as a password hides its text, and one about passwords does not", () => {
    const settings = (definitionId: string) => ({ settings: [{ settingInstance: simple(definitionId, "s3cr3t") }] });
    expect(shown(settings("com.apple.wifi_password"))).toBe("Secret value, not shown");
    expect(shown(settings("com.apple.wifi_password_2"))).toBe("Secret value, not shown");
    expect(shown(settings("com.apple.wifi_password2"))).toBe("Secret value, not shown");
    expect(shown(settings("devicelock_devicepasswordhistory"))).toBe("s3cr3t");
    expect(shown(settings("devicelock_minimumpasswordlength_2"))).toBe("s3cr3t");
  });
});
