import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A policy file as it lies in the folder, of which only what the tests look at is named. */
export interface RawPolicy {
  readonly id: string;
  readonly name?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly lastModifiedDateTime: string;
  readonly settings?: readonly RawSetting[];
  readonly [field: string]: unknown;
}

type RawSetting = { readonly settingInstance: RawInstance; readonly [field: string]: unknown };

interface RawInstance {
  readonly settingDefinitionId: string;
  readonly choiceSettingValue?: { readonly value: string; readonly children: readonly RawInstance[] };
  readonly choiceSettingCollectionValue?: readonly { readonly value: string }[];
  readonly simpleSettingValue?: { readonly value: string | number };
  readonly simpleSettingCollectionValue?: readonly { readonly value: string }[];
  readonly groupSettingCollectionValue?: readonly { readonly children: readonly RawInstance[] }[];
}

/** The policies below a folder by id, read without the importer; second copies from the portal are left out. */
export function rawPolicies(folder: string): ReadonlyMap<string, RawPolicy> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => path.endsWith(".json") && !/[\\/]NativeImport[\\/]/.test(path));
  return new Map(
    files.map((path) => {
      const policy = JSON.parse(textOf(readFileSync(join(folder, path)))) as RawPolicy;
      return [policy.id, policy];
    }),
  );
}

// Some of the tools that wrote these files write UTF-16.
function textOf(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? "utf-16le" : "utf-8").decode(bytes);
}

export const rawName = ({ displayName, name }: RawPolicy): string => displayName ?? name ?? "";

/** Values of a policy's settings by place. A list's place holds all its values, anything else one. */
export function rawValues({ settings = [] }: RawPolicy): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  const walk = (instance: RawInstance, above: string): void => {
    const place = `${above}/${instance.settingDefinitionId}`;
    const { choiceSettingValue: choice, simpleSettingValue: simple } = instance;
    const list = instance.simpleSettingCollectionValue ?? instance.choiceSettingCollectionValue ?? [];
    if (choice !== undefined) values.set(place, [choice.value]);
    if (simple !== undefined) values.set(place, [String(simple.value)]);
    const members = list.map(({ value }) => value);
    if (members.length > 0) values.set(`${place}[]`, members);
    for (const child of choice?.children ?? []) walk(child, place);
    for (const [index, { children }] of (instance.groupSettingCollectionValue ?? []).entries()) {
      for (const child of children) walk(child, `${place}/${index}`);
    }
  };
  for (const { settingInstance } of settings) walk(settingInstance, "");
  return values;
}

/** What the tenant writes beside each setting: its number, and addresses that hold the number. */
const besideSettings = [
  "id",
  "@odata.id",
  "@odata.editLink",
  "settingDefinitions@odata.associationLink",
  "settingDefinitions@odata.navigationLink",
];
const besidePolicy = ["createdDateTime", "lastModifiedDateTime", "settingCount"];

/** How many fields differ that only the tenant writes; settings are told by what they define. */
export function rawNoise(before: RawPolicy, after: RawPolicy): number {
  const differing = (fields: readonly string[], one: Fields, other: Fields) =>
    fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field])).length;
  const byDefinition = new Map(
    (before.settings ?? []).map((setting) => [setting.settingInstance.settingDefinitionId, setting]),
  );
  return (after.settings ?? []).reduce(
    (sum, setting) => {
      const same = byDefinition.get(setting.settingInstance.settingDefinitionId);
      return sum + (same === undefined ? 0 : differing(besideSettings, same, setting));
    },
    differing([...besidePolicy, ...holdingOwnId(before, after)], before, after),
  );
}

/** Fields of a policy made anew that hold its id: the id, and the addresses of the policy and its actions. */
function holdingOwnId(before: RawPolicy, after: RawPolicy): readonly string[] {
  if (before.id === after.id) return [];
  // Assignments are read apart, with their addresses.
  return Object.keys(after).filter(
    (field) =>
      field !== "settings" && !field.startsWith("assignments") && JSON.stringify(after[field]).includes(after.id),
  );
}

type Fields = Readonly<Record<string, unknown>>;
