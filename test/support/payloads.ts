import fc from "fast-check";
import type { JsonObject, JsonValue } from "../../src/safety/index.js";
import { anyText } from "./property.js";

const scalar = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    false,
    0,
    1,
    1e21,
    -0.5,
    "",
    "a",
    "b",
    "All",
    "password",
    "\ud800",
    "__proto__",
  ),
  anyText({ maxLength: 3 }),
);
const definition = fc.constantFrom("device_x", "device_x_y", "device_z", "wifi_password", "__proto__");

const leaf = fc.record<Record<string, JsonValue>>(
  {
    "@odata.type": fc.constantFrom("#microsoft.graph.deviceManagementConfigurationChoiceSettingInstance", "other"),
    settingDefinitionId: definition,
    settingInstanceTemplateReference: fc.constantFrom<JsonValue>(null, { settingInstanceTemplateId: "t" }, { off: 1 }),
    choiceSettingValue: fc.record({ value: fc.oneof(scalar, fc.constant("device_x_1")) }),
    simpleSettingValue: fc.record({
      "@odata.type": fc.constantFrom("#microsoft.graph.deviceManagementConfigurationSecretSettingValue", "other"),
      value: scalar,
    }),
    simpleSettingCollectionValue: fc.array(fc.record({ value: scalar }), { maxLength: 4 }),
  },
  { requiredKeys: ["settingDefinitionId"] },
);

/** Trees of the settings catalog three levels deep: choices, collections, groups, children, duplicates, broken ones among them. */
function above(children: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const list = fc.array(children, { maxLength: 3 });
  return fc.oneof(
    leaf,
    fc.record({ settingDefinitionId: definition, choiceSettingValue: fc.record({ value: scalar, children: list }) }),
    fc.record({
      settingDefinitionId: definition,
      groupSettingCollectionValue: fc.array(fc.record({ children: list }), { maxLength: 4 }),
    }),
    fc.record({
      settingDefinitionId: definition,
      choiceSettingCollectionValue: fc.array(fc.record({ value: scalar, children: list }), { maxLength: 3 }),
    }),
  );
}
const instance = above(above(leaf));

const catalogue = fc.record({
  name: scalar,
  settings: fc.array(
    fc.oneof(
      fc.record({ id: fc.nat(3), settingInstance: instance }),
      fc.record({ settingInstance: instance, beside: scalar }),
      instance,
      fc.record({ definitionId: definition, value: scalar, valueJson: fc.constantFrom("true", "1", '"a"', "{") }),
    ),
    { maxLength: 4 },
  ),
});

const compliance = fc.record({
  displayName: scalar,
  passwordMinimumLength: fc.nat(9),
  bitLockerEnabled: fc.boolean(),
  scheduledActionsForRule: fc.array(
    fc.record({
      id: fc.nat(2),
      ruleName: scalar,
      scheduledActionConfigurations: fc.array(
        fc.record({ id: fc.nat(), actionType: fc.constantFrom("block", "notification"), gracePeriodHours: fc.nat(3) }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 2 },
  ),
});

const people = fc.array(fc.constantFrom("All", "None", "g1", "g2", "g3"), { maxLength: 3 });
const conditionalAccess = fc.record({
  state: fc.constantFrom("enabled", "disabled", "enabledForReportingButNotEnforced"),
  conditions: fc.record({
    users: fc.record({ includeUsers: people, excludeUsers: people, includeGroups: people }),
    platforms: fc.oneof(fc.constant(null), fc.record({ includePlatforms: people })),
  }),
  grantControls: fc.record({ operator: fc.constantFrom("AND", "OR"), builtInControls: people }),
});

const field = fc.constantFrom(
  "a",
  "b",
  "id",
  "name",
  "settings",
  "value",
  "__proto__",
  "constructor",
  "password",
  "x@odata.type",
);
const anything = fc.letrec<{ value: JsonValue; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc
    .uniqueArray(fc.tuple(field, tie("value")), { maxLength: 4, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries)),
})).object;

/** Payloads of every kind of policy, and hostile ones. */
export const payloads: fc.Arbitrary<JsonObject> = fc.oneof(
  catalogue,
  compliance,
  conditionalAccess,
  anything,
  anything,
);

/** Two payloads of which the second is often the first with little changed: members moved, taken, given, or another order of fields. */
export const payloadPairs: fc.Arbitrary<readonly [JsonObject, JsonObject]> = fc.oneof(
  fc.tuple(payloads, payloads),
  fc
    .tuple(payloads, fc.infiniteStream(fc.nat(99)))
    .map(([payload, dice]) => [payload, disturbed(payload, dice) as JsonObject] as const),
);

/** The same with its fields the other way round, at every level. */
export function reversed<Value extends JsonValue>(value: Value): Value {
  const turned = (each: JsonValue): JsonValue => {
    if (Array.isArray(each)) return (each as readonly JsonValue[]).map(turned);
    if (typeof each !== "object" || each === null) return each;
    const entries = Object.entries(each).toReversed();
    return Object.fromEntries(entries.map(([name, member]) => [name, turned(member)]));
  };
  return turned(value) as Value;
}

function disturbed(value: JsonValue, dice: Iterator<number>): JsonValue {
  const roll = () => Number(dice.next().value);
  if (Array.isArray(value)) {
    const list = (value as readonly JsonValue[]).map((member) => disturbed(member, dice));
    const at = list.length === 0 ? 0 : roll() % list.length;
    if (roll() < 15) list.splice(at, 1);
    if (roll() < 15) list.push(...list.splice(at, 1));
    if (roll() < 10) list.splice(at, 0, "new");
    return list;
  }
  if (typeof value !== "object" || value === null) return roll() < 8 ? roll() : value;
  const entries = Object.entries(value).map(([name, member]) => [name, disturbed(member, dice)] as const);
  if (roll() < 30) entries.reverse();
  if (roll() < 8) entries.pop();
  return Object.fromEntries(entries);
}
