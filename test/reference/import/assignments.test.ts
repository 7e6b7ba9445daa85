import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { became, id, json, onlyItem, policy } from "./files.js";

const target = (type: string, extra: Record<string, unknown> = {}) => ({
  "@odata.type": `#microsoft.graph.${type}`,
  ...extra,
});
const filtered = (filterId: string | null, mode: string) => ({
  deviceAndAppManagementAssignmentFilterId: filterId,
  deviceAndAppManagementAssignmentFilterType: mode,
});
const group = target("groupAssignmentTarget", { groupId: id(5) });
const withAssignments = (assignments: unknown) => json("SettingsCatalog/a.json", policy({ assignments }));
const of = (...targets: readonly unknown[]) =>
  onlyItem(withAssignments(targets.map((each) => ({ target: each })))).assignments;

describe("who a policy reaches", () => {
  it("every kind of target is read", () => {
    expect(
      of(
        group,
        target("exclusionGroupAssignmentTarget", { groupId: id(6) }),
        target("allDevicesAssignmentTarget"),
        target("allLicensedUsersAssignmentTarget"),
      )?.map((each) => each.target),
    ).toEqual([
      { kind: "include_group", groupId: id(5), groupName: null },
      { kind: "exclude_group", groupId: id(6), groupName: null },
      { kind: "all_devices" },
      { kind: "all_users" },
    ]);
  });

  it("a virtual group is everyone it stands for, and never a group to map", () => {
    const virtual = (groupId: string) => of(target("groupAssignmentTarget", { groupId }))?.[0]?.target;
    expect(virtual("adadadad-808e-44e2-905a-0b7873a8a531")).toEqual({ kind: "all_devices" });
    expect(virtual("ACACACAC-9df4-4c7d-9d50-4ef0226f57a9")).toEqual({ kind: "all_users" });
  });

  it("a filter is its id and its mode; none and the zero id are no filter", () => {
    const filter = (filterId: string | null, mode: string) =>
      of({ ...group, ...filtered(filterId, mode) })?.[0]?.filter;
    expect(filter(id(8), "include")).toEqual({ id: id(8), mode: "include" });
    expect(filter(id(8), "exclude")).toEqual({ id: id(8), mode: "exclude" });
    expect(filter(null, "none")).toBeNull();
    expect(filter("00000000-0000-0000-0000-000000000000", "none")).toBeNull();
  });

  it("an assignment of a policy set says so", () => {
    const sources = onlyItem(
      withAssignments([
        { target: group, source: "policySets" },
        { target: group, source: "direct" },
        { target: group },
      ]),
    ).assignments;
    expect(sources?.map(({ source }) => source)).toEqual(["policy_sets", "direct", "direct"]);
  });

  it("a group's name comes from the export's groups, also where they lie in a migration table", () => {
    const names = (...others: Parameters<typeof parseExport>[0]) =>
      parseExport([withAssignments([{ target: group }]), ...others]).items[0]?.assignments?.map(
        (each) => "groupName" in each.target && each.target.groupName,
      );
    expect(names(json("Groups/g.json", { id: id(5).toUpperCase(), displayName: "Pilot" }))).toEqual(["Pilot"]);
    expect(
      names(
        json("MigrationTable.json", { TenantId: id(0), Objects: [{ Id: id(5), DisplayName: "Pilot", Type: "Group" }] }),
      ),
    ).toEqual(["Pilot"]);
    expect(names()).toEqual([null]);
  });
});

describe("not captured is not none (BY-3)", () => {
  it("an empty list is captured: the policy has no assignments", () => {
    expect(onlyItem(withAssignments([]))).toMatchObject({ assignments: [], problems: [] });
  });

  it("an absent list is not captured", () => {
    expect(onlyItem(withAssignments(undefined)).assignments).toBeNull();
  });

  it.each([
    ["null", null],
    ["an object", {}],
    ["a member that is no object", ["x"]],
    ["no target", [{}]],
    ["a target that does not say its kind", [{ target: { groupId: id(5) } }]],
    ["a kind of target that is not known", [{ target: target("scopeTagGroupAssignmentTarget", { groupId: id(5) }) }]],
    ["a group target without a group", [{ target: target("groupAssignmentTarget") }]],
    [
      "everyone excluded",
      [{ target: target("exclusionGroupAssignmentTarget", { groupId: "adadadad-808e-44e2-905a-0b7873a8a531" }) }],
    ],
    ["a filter used in an unknown way", [{ target: { ...group, ...filtered(id(8), "sometimes") } }]],
    ["a filter mode without a filter", [{ target: { ...group, ...filtered(null, "include") } }]],
    ["a source that is not known", [{ target: group, source: "elsewhere" }]],
    ["an intent that is not known", [{ target: group, intent: "remove" }]],
  ])("one assignment that is not understood leaves out the whole list: %s", (_, bad) => {
    const assignments = Array.isArray(bad)
      ? [{ target: target("allDevicesAssignmentTarget") }, ...(bad as unknown[])]
      : bad;
    const item = onlyItem(withAssignments(assignments));
    expect(item.assignments).toBeNull();
    expect(item.problems.map(({ code }) => code)).toEqual(["assignments_not_captured"]);
    expect(became(withAssignments(assignments)).reason).toMatch(/left out, all of them/);
    expect(item.payload).not.toBeNull();
  });
});
