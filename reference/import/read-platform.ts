import { itemTypeOf } from "../../src/restore/rules/item-types.js";
import type { Platform } from "../../src/restore/run/items.js";
import type { JsonObject } from "../../src/safety/json.js";
import { textOf } from "./read-json.js";

const beginnings: readonly (readonly [RegExp, Platform])[] = [
  [/^win/i, "windows"],
  [/^macos/i, "macos"],
  [/^ios/i, "ios"],
  [/^(android|aosp)/i, "android"],
  [/^linux/i, "linux"],
];

/** Answers: which platform is this policy for? By what the object says, then by its OData type; null where neither tells. */
export function readPlatform(type: string, odataType: string | null, value: JsonObject): Platform | null {
  return (
    itemTypeOf(type).platform ??
    platformOf(textOf(value["platforms"])) ??
    platformOf(textOf(value["platform"])) ??
    platformOf(odataType) ??
    // The other technologies serve more than one platform.
    platformOf(textOf(value["technologies"]))
  );
}

function platformOf(text: string | null): Platform | null {
  const named = new Set<Platform>();
  for (const word of text?.split(",") ?? []) {
    const platform = beginnings.find(([beginning]) => beginning.test(word.trim()))?.[1];
    if (platform !== undefined) named.add(platform);
  }
  const [first, ...others] = named;
  return others.length > 0 ? "cross_platform" : (first ?? null);
}
