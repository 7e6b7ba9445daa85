import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../../src/safety/index.js";
import { diffContent } from "../../../src/restore/rules/diff.js";
import { sideInWords, simple } from "./support.js";

function shown(payload: Readonly<Record<string, JsonValue>>): string {
  const { changes } = diffContent(null, { name: null, payload, assignments: null, scopeTagIds: null });
  return changes.map(({ after }) => sideInWords(after)).join(", ");
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
  ])("in %s, whatever kind of value it is", (field) => {
    for (const value of ["s3cr3t", 123_456, true, ["s3cr3t"], { inner: 123_456 }]) {
      expect(shown({ [field]: value })).toBe("Secret value, not shown");
    }
  });

  test.each(["passwordMinimumLength", "passwordRequired", "passwordExpirationDays", "secretReferenceValueId"])(
    "and the rule %s is shown, because it is none",
    (field) => {
      expect(shown({ [field]: 8 })).toBe("8");
    },
  );

  test.each(["api_key", "shared-key", "signing.key", "private key"])("in %s, however its words are parted", (field) => {
    expect(shown({ [field]: "s3cr3t" })).toBe("Secret value, not shown");
  });

  test("a switch about passwords is shown, because it is none", () => {
    expect(shown({ requirePassword: true })).toBe("Yes");
    expect(shown({ requirePassword: "s3cr3t" })).toBe("Secret value, not shown");
    expect(shown({ housePassword: true })).toBe("Secret value, not shown");
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
