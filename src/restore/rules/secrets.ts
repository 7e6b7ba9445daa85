import type { JsonObject, JsonValue } from "../../safety/index.js";
import { remembered } from "./field-names.js";

const secretNouns =
  "password|passwd|pwd|passphrase|passcode|secret|credential|connectionstring|psk|(?:pre)?sharedkey|privatekey|secretkey|apikey|accesskey|accountkey|authkey|masterkey|encryptionkey|signingkey|productkey|licensekey|recoverykey|networkkey|wepkey|keymaterial|token";
const endings = "s?(?:value|text|plaintext|string|data|bytes|blob|base64|xml|pem|hash)*";

// Where there are several, each has a number: "password2".
const numbered = "(?:[_.~/-]?\\d+)?";

const secretField = new RegExp(`(?:${secretNouns})${endings}\\d*$`);
const secretDefinition = new RegExp(`(?:^|[_.~/-])(?:(?:${secretNouns})${endings}|pin(?:code|value)?)${numbered}$`);
// A word of its own: many words end like it. Several are what is kept at hand, such as on a task bar.
const pinField = /(?:(?:^|[^A-Za-z])pin|Pin|(?:^|[^A-Z])PIN)(?:[Cc]ode|[Vv]alue|[Tt]ext)?\d*$/;
const startsAsSwitch = /^(?:is|has|use|allow|block|require|disable|enable|prevent|prohibit|restrict)(?=[A-Z_])/;

const isNamedAsPin = (field: string) => pinField.test(field) && !startsAsSwitch.test(lastWordOf(field));
const isSecretNoun = remembered((field) => secretField.test(field.replaceAll(/[^A-Za-z\d]/g, "").toLowerCase()));

/** Whether a field, an element or a setting of this name holds a secret, as far as its name tells. */
export const isNamedAsSecret = remembered((name) => isSecretNoun(name) || isNamedAsPin(name));

/** Whether a value says how something is done, and is nothing to be kept: a switch, a small number or nothing at all. */
export function isPlainRule(value: JsonValue | undefined): boolean {
  if (typeof value === "string") return /^(?:|true|false|null|-?\d{1,3}(?:\.\d+)?)$/i.test(value.trim());
  return typeof value === "number" ? Math.abs(value) < 1_000 : typeof value !== "object" || value === null;
}

/** The last part of a path or an id. */
function lastWordOf(name: string): string {
  return name.split(/[_.~/-]/).at(-1) ?? "";
}

/**
 * Whether a field holds a secret by its name: one that ends in what a secret is called, with or without an ending such as
 * "Value" or "Text", or a number. A rule about secrets, such as "passwordMinimumLength", ends in something else.
 */
export function isSecretField(field: string, value: unknown): boolean {
  if (typeof value === "boolean" && (startsAsSwitch.test(field) || !isSecretNoun(field))) return false;
  return isNamedAsSecret(field);
}

// Fields by which an object says what its value is: those of OMA-URIs, of endpoint security and of app configurations.
const namingFields = ["omaUri", "definitionId", "appConfigKey", "name", "key"] as const;
const namedValues: ReadonlySet<string> = new Set(["value", "valueString", "valueJson", "appConfigKeyValue"]);

const together: ReadonlySet<string> = new Set([...namingFields, ...namedValues, "isEncrypted"]);

/** Whether what a field says of a secret, or whether it holds one, is told by other fields of its object too. */
export function restsOnOthers(field: string): boolean {
  return together.has(field);
}

/** Whether a field holds a secret that its object names, or calls encrypted, in another field. A small number or a switch is a rule about one. */
export function isNamedSecret(object: JsonObject, field: string): boolean {
  if (!namedValues.has(field)) return false;
  if (object["isEncrypted"] === true) return true;
  return !isRule(field, object) && namingFields.some((named) => isSecretName(object[named]));
}

function isRule(field: string, object: JsonObject): boolean {
  const value = object[field];
  if (typeof value === "string" && field !== "valueJson") return false;
  if (isPlainRule(value)) return true;
  // "AllowSimpleDevicePassword" is told by a number, whatever it is.
  return typeof value === "number" && namingFields.some((named) => isSwitchName(object[named]));
}

function isSwitchName(name: JsonValue | undefined): boolean {
  return (
    typeof name === "string" && startsAsSwitch.test(lastWordOf(name).replace(/^./, (first) => first.toLowerCase()))
  );
}

function isSecretName(name: JsonValue | undefined): boolean {
  return typeof name === "string" && isNamedAsSecret(name);
}

/** Whether a simple setting of the settings catalog holds a secret by its id: its last word alone tells. */
export function isSecretDefinition(definitionId: string): boolean {
  return secretDefinition.test(definitionId.toLowerCase());
}

/** Whether a value of the settings catalog says by its type that it is secret. */
export function isSecretValue(value: { readonly "@odata.type"?: unknown }): boolean {
  const type = value["@odata.type"];
  return typeof type === "string" && type.includes("SecretSettingValue");
}
