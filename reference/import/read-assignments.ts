import { effectiveTarget } from "../../src/restore/rules/assignments.js";
import { namedReference } from "../../src/restore/rules/references.js";
import type { Assignment, AssignmentTarget } from "../../src/restore/run/items.js";
import type { JsonObject, JsonValue } from "../../src/safety/json.js";
import { isList, isObject, type Read, textOf } from "./read-json.js";

/** Names of groups by lower-case id. */
export type GroupNames = ReadonlyMap<string, string>;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const noFilterId = "00000000-0000-0000-0000-000000000000";

/**
 * Answers: who does this policy reach? All or nothing: with one assignment that is not understood the list says less than
 * the tenant does, and writing the rest back would take that one away.
 */
export function readAssignments(value: JsonValue, names: GroupNames): Read<readonly Assignment[]> {
  if (!isList(value)) return failed("its list of assignments is not a list");
  const assignments: Assignment[] = [];
  for (const member of value) {
    const assignment = isObject(member) ? readAssignment(member, names) : failed("one assignment is not an object");
    if (!assignment.ok) return assignment;
    assignments.push(assignment.value);
  }
  return { ok: true, value: assignments };
}

function readAssignment(member: JsonObject, names: GroupNames): Read<Assignment> {
  const intent = member["intent"];
  if (intent !== undefined && intent !== null && intent !== "apply")
    return failed("one assignment has an intent that is not known");
  const spelled = member["target"];
  if (!isObject(spelled)) return failed("one assignment has no target");
  const target = readTarget(spelled, names);
  if (!target.ok) return target;
  const filter = readFilter(spelled);
  if (!filter.ok) return filter;
  const source = member["source"] ?? "direct";
  if (source !== "direct" && source !== "policySets")
    return failed("one assignment comes from a source that is not known");
  return {
    ok: true,
    value: { target: target.value, filter: filter.value, source: source === "direct" ? "direct" : "policy_sets" },
  };
}

function readTarget(target: JsonObject, names: GroupNames): Read<AssignmentTarget> {
  const type = textOf(target["@odata.type"])?.replace(/^#?microsoft\.graph\./, "") ?? null;
  switch (type) {
    case "allDevicesAssignmentTarget":
      return { ok: true, value: { kind: "all_devices" } };
    case "allLicensedUsersAssignmentTarget":
      return { ok: true, value: { kind: "all_users" } };
    case "groupAssignmentTarget":
    case "exclusionGroupAssignmentTarget": {
      const ownName = textOf(target["groupName"]);
      // IntuneCD writes the group's name and no id.
      const groupId = textOf(target["groupId"]) ?? (ownName === null ? null : namedReference(ownName));
      if (groupId === null) return failed("one assignment names no group");
      const groupName = names.get(groupId.toLowerCase()) ?? ownName;
      if (type === "groupAssignmentTarget") {
        return { ok: true, value: effectiveTarget({ kind: "include_group", groupId, groupName }) };
      }
      // Leaving out everyone cannot be said in this model, and a virtual group can never be mapped.
      const everyone = effectiveTarget({ kind: "include_group", groupId, groupName }).kind !== "include_group";
      if (everyone) return failed("one assignment excludes everyone");
      return { ok: true, value: { kind: "exclude_group", groupId, groupName } };
    }
    case null:
      return failed("one assignment does not say what kind of target it has");
    default:
      return failed("one assignment has a kind of target that is not known");
  }
}

function readFilter(target: JsonObject): Read<Assignment["filter"]> {
  const id = textOf(target["deviceAndAppManagementAssignmentFilterId"]);
  const mode = target["deviceAndAppManagementAssignmentFilterType"] ?? "none";
  if (mode === "none") return { ok: true, value: null };
  if (mode !== "include" && mode !== "exclude")
    return failed("one assignment uses its filter in a way that is not known");
  if (id === null || id === noFilterId) return failed("one assignment uses a filter without naming it");
  // IntuneCD writes the filter's name in place of its id.
  return { ok: true, value: { id: guid.test(id) ? id : namedReference(id), mode } };
}

function failed(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
