/** Splits an identifier into words: "passwordMinimumLength" is "Password minimum length". */
export function humanise(identifier: string): string {
  const words = identifier
    .replaceAll(/[_.\-~/\s{}]+/g, " ")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .trim()
    .split(" ")
    .map((word) => (/^[A-Z\d]{2,}$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(" ");
  return text === "" ? identifier : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const vendorPrefix =
  /^(?:(?:device|user)_)?vendor_msft_(?:policy_config_)?(?:admx_)?|^com\.apple\.|^deviceConfiguration--/i;

/** The id of a setting's definition in words, by level. Below another setting only what it adds to that one's id is said. */
export function settingInWords(definitionId: string, above: string): readonly string[] {
  if (above !== "" && definitionId.startsWith(`${above}_`) && definitionId.length > above.length + 1) {
    return [humanise(definitionId.slice(above.length + 1))];
  }
  const id = definitionId.replace(vendorPrefix, "");
  const parts = id.split("~");
  const [area = definitionId, ...rest] = parts.length > 1 ? policyPath(parts) : areaAndSetting(id);
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
