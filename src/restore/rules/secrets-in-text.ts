import type { JsonValue } from "../../safety/index.js";
import { isNamedAsSecret, isPlainRule } from "./secrets.js";

// Each names something in its first group and holds its value in the second.
const spellings = [
  // An element of XML, such as "<keyMaterial>" of a Wi-Fi profile.
  /<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>\s*(?:<!\[CDATA\[)?([^<]+)/g,
  // A property list: "<key>Password</key><string>…".
  /<key>([^<]+)<\/key>\s*<(?:string|data|integer)>([^<]+)/g,
  // An attribute or the variable of a script, and a pair of attributes: "<parm name="PASSWORD" value="…"/>".
  /(?:^|[\s$;,])(?:[\w.-]+:)?([\w.-]+)\s*=\s*["']([^"'<]+)["']/g,
  /\s(?:name|id|key)\s*=\s*["']([^"'<]+)["']\s+value\s*=\s*["']([^"'<]+)["']/gi,
  // JSON in a text, be it a text of JSON again: a member, and a member that names the one beside it.
  /"([\w .-]+)\\*"\s*:\s*(?:\\*"([^"\\]+)|(\d+))/g,
  /"(?:name|key)\\*"\s*:\s*\\*"([^"\\]+)\\*"\s*,\s*\\*"value\w*\\*"\s*:\s*(?:\\*"([^"\\]+)|(\d+))/g,
] as const;

/**
 * Whether a text holds a secret that it names itself: XML such as a Wi-Fi, VPN or Apple profile, JSON, or a script, as it is or
 * in Base64. The whole text is a secret then, because what is around it cannot be told apart with certainty.
 */
export function holdsSecret(value: JsonValue): boolean {
  if (typeof value === "string") return namesSecret(value) || namesSecret(decoded(value));
  return Array.isArray(value) && value.some((each) => typeof each === "string" && holdsSecret(each));
}

function namesSecret(text: string): boolean {
  if (!/[<"']/.test(text)) return false;
  for (const spelling of spellings) {
    for (const [, name = "", held, number] of text.matchAll(spelling))
      if (isNamedAsSecret(name) && !isPlainRule(held ?? number)) return true;
  }
  return false;
}

// A few letters are a word, and hold nothing that is worth the reading.
const base64 = /^[A-Za-z\d+/\s]{12,}={0,2}$/;

/** The text that a value holds in Base64, byte by byte; empty where it holds none. */
function decoded(value: string): string {
  if (!base64.test(value.trimEnd())) return "";
  let text = "";
  let bits = 0;
  let known = 0;
  for (const letter of value) {
    const six = sixBits.get(letter);
    if (six === undefined) continue;
    bits = ((bits << 6) | six) & 0x3f_ff;
    known += 6;
    if (known < 8) continue;
    known -= 8;
    const byte = (bits >> known) & 255;
    // Text of two bytes a character has an empty one in each of ours.
    if (byte !== 0) text += String.fromCharCode(byte);
  }
  return text;
}

const sixBits: ReadonlyMap<string, number> = new Map(
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].map((letter, six) => [letter, six]),
);
