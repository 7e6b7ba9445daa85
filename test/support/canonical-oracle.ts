import type { JsonValue } from "../../src/safety/index.js";

/**
 * RFC 8785 a second time, from its text and not from our code: escapes by table, keys compared as UTF-16 bytes, and
 * numbers from the shortest digits that read back as the same double. Slow, and only a judge.
 */
export function canonicalOracle(value: JsonValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return `[${value.map((item: JsonValue) => canonicalOracle(item)).join(",")}]`;
  const members = Object.entries(value as Readonly<Record<string, JsonValue>>)
    .map(([key, member]) => ({ key, order: Buffer.from(key, "utf16le").swap16(), member }))
    .toSorted((left, right) => Buffer.compare(left.order, right.order))
    .map(({ key, member }) => `${text(key)}:${canonicalOracle(member)}`);
  return `{${members.join(",")}}`;
}

const short = new Map([
  [0x08, "\\b"],
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0c, "\\f"],
  [0x0d, "\\r"],
  [0x22, '\\"'],
  [0x5c, "\\\\"],
]);

function text(value: string): string {
  let out = "";
  for (const character of value) {
    const unit = character.charCodeAt(0);
    // Half a surrogate pair is no character and no UTF-8 can carry it; its escape keeps two of them apart.
    const half = character.length === 1 && unit >= 0xd800 && unit <= 0xdfff;
    out += short.get(unit) ?? (unit < 0x20 || half ? `\\u${unit.toString(16).padStart(4, "0")}` : character);
  }
  return `"${out}"`;
}

function number(value: number): string {
  if (value === 0) return "0";
  const sign = value < 0 ? "-" : "";
  const size = Math.abs(value);
  let written = "";
  for (let digits = 0; Number(written) !== size; digits += 1) written = size.toExponential(digits);
  const [mantissa = "", power = ""] = nearestEven(size, written).split("e");
  const digits = mantissa.replace(".", "");
  const exponent = Number(power);
  if (exponent >= 21 || exponent <= -7) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
    return `${sign}${digits[0]}${fraction}e${exponent > 0 ? "+" : ""}${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${sign}${digits.padEnd(exponent + 1, "0")}`;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** `toExponential` rounds a tie up; the RFC takes the even one of two digits that are equally near. */
function nearestEven(size: number, written: string): string {
  const [mantissa = "", power = ""] = written.split("e");
  const rest = size.toExponential(100).slice(mantissa.length).replace(/e.*$/, "");
  const even = `${mantissa.slice(0, -1)}${Number(mantissa.at(-1)) - 1}e${power}`;
  const tie = /^50*$/.test(rest) && /[13579]$/.test(mantissa);
  return tie && Number(even) === size ? even : written;
}
