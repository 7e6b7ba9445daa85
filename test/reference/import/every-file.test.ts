import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  double,
  letrec,
  oneof,
  property,
  record,
  string,
  tuple,
  uint8Array,
} from "fast-check";
import { expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { summariseContent } from "../../../reference/import/summary.js";
import { mostBytesPerFile } from "../../../reference/api/imports.js";
import { id } from "./files.js";

const folder = constantFrom(
  "",
  "SettingsCatalog/",
  "a/EndpointSecurity/",
  "Groups/",
  "NativeImport/",
  "x\\CompliancePolicies\\",
  "../",
  "Odd/",
);
const name = oneof(
  constantFrom(
    "a.json",
    "a_Settings.json",
    `a_${id(1)}.json`,
    `a_${id(1)}_Settings.json`,
    "MigrationTable.json",
    "notes.txt",
    ".json",
    "__proto__.json",
  ),
  string({ unit: "binary", maxLength: 20 }),
);
const key = constantFrom(
  "id",
  "name",
  "displayName",
  "@odata.type",
  "assignments",
  "settings",
  "settingCount",
  "target",
  "groupId",
  "Objects",
  "TenantId",
  "Type",
  "Id",
  "DisplayName",
  "roleScopeTagIds",
  "platforms",
  "__proto__",
  "constructor",
  "toString",
  "value",
);
const leaf = oneof(
  constantFrom(id(1), "#microsoft.graph.deviceManagementIntent", "#microsoft.graph.group", "****", "Group", ""),
  string({ unit: "binary", maxLength: 10 }),
  double(),
  boolean(),
  constant(null),
);
const { value } = letrec((tie) => ({
  value: oneof(
    { depthSize: "small" },
    leaf,
    array(tie("value"), { maxLength: 4 }),
    array(tuple(key, tie("value")), { maxLength: 6 }).map(asObject),
  ),
}));

function asObject(entries: readonly (readonly [string, unknown])[]): object {
  return JSON.parse(
    `{${entries.map(([own, member]) => `${JSON.stringify(own)}:${JSON.stringify(member) ?? "null"}`).join(",")}}`,
  ) as object;
}

const bytes = oneof(
  uint8Array({ maxLength: 60 }),
  value.map((content) => new TextEncoder().encode(JSON.stringify(content) ?? "")),
  value.map((content) => new Uint8Array(Buffer.from(`\uFEFF${JSON.stringify(content)}`, "utf16le"))),
  constant(null),
);
const files = array(
  record({ folder, name, bytes }).map((file) => ({
    path: file.folder + file.name,
    bytes: file.bytes,
    reason: "Not read.",
  })),
  { maxLength: 12 },
);

it("whatever the files hold, each is accounted for once, each item has its file, and every id is its own", () => {
  assert(
    property(files, (given) => {
      const report = parseExport(
        given.map(({ path, bytes: content, reason }) =>
          content === null ? { path, bytes: null, reason } : { path, bytes: content },
        ),
      );
      const paths = report.files.map(({ path }) => path);
      expect(paths).toHaveLength(given.length);
      expect(new Set(paths).size).toBe(given.length);
      expect(paths).toEqual(paths.toSorted((left, right) => (left < right ? -1 : 1)));
      expect(paths.join("\n")).not.toMatch(/\\|(^|\/)\.\.(\/|$)/m);
      const itemPaths = report.files
        .filter(({ outcome }) => outcome === "item" || outcome === "metadata_only_item")
        .map(({ path }) => path);
      expect(report.items.map(({ path }) => path).toSorted()).toEqual(itemPaths.toSorted());
      expect(new Set(report.items.map((item) => item.id)).size).toBe(report.items.length);
      for (const item of report.items) {
        expect(item.capture === "metadata_only").toBe(item.payload === null);
        expect(item.capture === "full" || item.problems.length > 0).toBe(true);
      }
      const { counts, fileCount } = summariseContent(report);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(fileCount);
      const explained = ["unreadable", "metadata_only_item", "duplicate_of_item", "not_an_export_file"];
      expect(report.files.filter(({ outcome, reason }) => explained.includes(outcome) && reason === null)).toEqual([]);
      expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    }),
    { numRuns: 400 },
  );
});

it("a file of the largest size allowed is read, in time that grows with its size alone", () => {
  const filler = "x".repeat(1024 * 1024);
  const parts = Array.from({ length: 31 }, () => filler);
  const content = new TextEncoder().encode(JSON.stringify({ id: id(1), displayName: "Large", parts }));
  expect(content.byteLength).toBeLessThan(mostBytesPerFile);
  expect(parseExport([{ path: "DeviceConfiguration/Large.json", bytes: content }]).items[0]?.capture).toBe("full");
});
