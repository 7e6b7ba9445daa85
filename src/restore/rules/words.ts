import type { Assignment } from "../run/items.js";
import type { Leaf } from "./leaves.js";
import type { PathNode, PathSegment, Scalar } from "./places.js";
import { effectiveTarget } from "./assignments.js";

const longest = 200;

/** A path in words, such as "Firewall › Inbound action". */
export function pathInWords(path: PathNode): string {
  const segments: PathSegment[] = [];
  for (let node: PathNode | null = path; node !== null; node = node.parent) segments.push(node.segment);
  segments.reverse();
  const words: string[] = [];
  let above = "";
  for (const segment of segments) {
    if (segment.kind === "setting") {
      words.push(...settingInWords(segment.definitionId, above));
      above = segment.definitionId;
    } else if (segment.kind === "field") {
      if (segment.name !== "settings") words.push(segment.name === "@odata.type" ? "Type" : humanise(segment.name));
    } else if (segment.kind === "entry") {
      words.push(bounded(segment.label));
    } else if (!segment.alone) {
      words.push(`entry ${segment.number}`);
    }
  }
  return words.length === 0 ? "Settings" : words.join(" › ");
}

/** One value in words, bounded at 200 characters. A secret is never shown; null stands for no value. */
export function valueInWords(value: Scalar, leaf: Pick<Leaf, "secret" | "choiceOf">): string | null {
  if (value === null) return null;
  if (leaf.secret) return "Secret value, not shown";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return String(value);
  if (value === "") return "Empty text";
  return leaf.choiceOf === null ? bounded(value) : choiceInWords(value, leaf.choiceOf);
}

/** Cuts a text at 200 characters and says how many are left out. */
export function bounded(text: string): string {
  if (text.length <= longest) return text;
  // A cut through a surrogate pair would leave half a character.
  const head = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  return `${head}… (${text.length - head.length} more characters)`;
}

/** Names of the target's objects by id in lower case, where they are known. */
export type ObjectNames = ReadonlyMap<string, string>;

/** One assignment in words, such as "Include group Finance laptops, only with filter Corporate". */
export function assignmentInWords({ target, filter }: Assignment, names: ObjectNames): string {
  const suffix =
    filter === null
      ? ""
      : `, ${filter.mode === "include" ? "only with" : "except with"} filter ${nameOf(filter.id, null, names)}`;
  return bounded(`${targetInWords(target, names)}${suffix}`);
}

/** A name where one is known, else the id, said to be one. */
export function nameOf(id: string, recorded: string | null, names: ObjectNames): string {
  return names.get(id.toLowerCase()) ?? recorded ?? `with id ${id}`;
}

function targetInWords(target: Assignment["target"], names: ObjectNames): string {
  const effective = effectiveTarget(target);
  if (effective.kind === "all_devices") return "All devices";
  if (effective.kind === "all_users") return "All users";
  const verb = effective.kind === "include_group" ? "Include" : "Exclude";
  return `${verb} group ${nameOf(effective.groupId, effective.groupName, names)}`;
}

/** Splits an identifier into words: "passwordMinimumLength" is "Password minimum length". */
export function humanise(identifier: string): string {
  const words = identifier
    .replaceAll(/[_.\-~/\s{}]+/g, " ")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .trim()
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => (/^[A-Z\d]{2,}$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(" ");
  return text === "" ? identifier : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const vendorPrefix = /^(?:(?:device|user)_)?vendor_msft_(?:policy_config_)?(?:admx_)?|^com\.apple\./i;

/** A settings catalog id in words. Below another setting only what it adds to that one's id is said. */
function settingInWords(definitionId: string, above: string): readonly string[] {
  if (above !== "" && definitionId.startsWith(`${above}_`) && definitionId.length > above.length + 1) {
    return [humanise(definitionId.slice(above.length + 1))];
  }
  const parts = definitionId.replace(vendorPrefix, "").split("~");
  const [area = definitionId, ...rest] = parts.length > 1 ? policyPath(parts) : areaAndSetting(parts.join(""));
  if (above !== "") return [humanise(rest.at(-1) ?? area)];
  return [humanise(area), ...rest.map(humanise)];
}

/** "edge~policy~microsoft_edge~startup_homepage": the product, and the setting at the end of the path. */
function policyPath(parts: readonly string[]): readonly string[] {
  const last = parts.at(-1) ?? "";
  const setting = last.replace(/^l_[a-z\d]+_/i, "").replace(/^l_/i, "");
  return [parts[0] ?? last, setting];
}

function areaAndSetting(id: string): readonly string[] {
  const cut = id.indexOf("_");
  return cut <= 0 || cut === id.length - 1 ? [id] : [id.slice(0, cut), id.slice(cut + 1)];
}

/** A choice in words: what its value adds to its setting's id. A bare number stays one, because its meaning is not in the export. */
function choiceInWords(value: string, definitionId: string): string {
  const own = value.startsWith(`${definitionId}_`) ? value.slice(definitionId.length + 1) : value;
  if (/^\d+$/.test(own)) return `Option ${own}`;
  return bounded(humanise(own));
}
