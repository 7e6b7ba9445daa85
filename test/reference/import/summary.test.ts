import { describe, expect, it } from "vitest";
import { importSummarySchema } from "../../../reference/api/imports.js";
import { parseExport } from "../../../reference/import/parse-export.js";
import { summarise, summariseContent } from "../../../reference/import/summary.js";
import { id, json, policy, text } from "./files.js";

const report = parseExport([
  json("SettingsCatalog/a.json", policy()),
  json("SettingsCatalog/b.json", policy({ id: id(2), name: "B", assignments: undefined })),
  text("CompliancePolicies/c.json", "{"),
  text("Odd/d.json", "{"),
  text("notes.txt", ""),
]);

describe("the summary of an import", () => {
  it("accounts for every file in one sum", () => {
    expect(summarise(report)).toContain(
      "5 files = 2 items + 1 metadata-only item + 1 file that is not part of an export + 1 unreadable file",
    );
  });

  it("lists what is less than plainly imported with path and reason", () => {
    const lines = summarise(report);
    expect(lines).toContain("  Odd/d.json: The JSON ends before it is complete: the file is cut off.");
    expect(lines).toContain("  CompliancePolicies/c.json: The JSON ends before it is complete: the file is cut off.");
    expect(lines).toContain("  notes.txt: Not a JSON file.");
    expect(lines.join("\n")).not.toContain("SettingsCatalog/a.json");
  });

  it("says what is not known instead of showing zero", () => {
    const lines = summarise(report);
    expect(lines).toContain("Groups: not recorded");
    expect(lines).toContain("Captured: not recorded");
    expect(lines).toContain("Assignments not captured: 2 items");
    expect(summariseContent(report).groupCount).toBeNull();
  });

  it("is what the API's schema describes", () => {
    const stored = {
      id: "1",
      as: "backup",
      name: "Contoso",
      replaced: false,
      notTaken: [],
      ...summariseContent(report),
    };
    expect(importSummarySchema.parse(stored)).toEqual(stored);
  });

  it("does not let a file name write to the terminal", () => {
    const lines = summarise(parseExport([text("a\u001b[2J\u202E\n.json", "{")])).join("");
    expect(lines).toContain("a\uFFFD[2J\uFFFD\uFFFD.json");
    expect(lines).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});
