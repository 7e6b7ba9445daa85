import { describe, expect, it } from "vitest";
import { parseExport } from "../../../reference/import/parse-export.js";
import { became, onlyItem, policy, text } from "./files.js";

const path = "SettingsCatalog/Firewall.json";
const content = JSON.stringify(policy({ name: "Größe – 设置" }));
const utf16be = (value: string) => Buffer.from(value, "utf16le").swap16();

describe("a policy is read in whatever encoding the exporter or the checkout left it", () => {
  it.each([
    ["UTF-8", Buffer.from(content)],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${content}`)],
    ["UTF-16LE with a byte order mark", Buffer.from(`\uFEFF${content}`, "utf16le")],
    ["UTF-16BE with a byte order mark", utf16be(`\uFEFF${content}`)],
    ["UTF-16LE without a mark", Buffer.from(content, "utf16le")],
    ["UTF-16BE without a mark", utf16be(content)],
  ])("%s", (_, bytes) => {
    const item = onlyItem({ path, bytes });
    expect(item.name).toBe("Größe – 设置");
    expect(item.capture).toBe("full");
  });
});

describe("a file that cannot be read is listed with its reason, and its object is never taken for captured", () => {
  const half = content.slice(0, content.length / 2);
  const deep = `${"[".repeat(500_000)}${"]".repeat(500_000)}`;
  it.each([
    ["empty", new Uint8Array(), /empty/],
    ["cut off", Buffer.from(half), /cut off/],
    [
      "cut off inside a UTF-16 character",
      Buffer.from(`\uFEFF${content}`, "utf16le").subarray(0, 101),
      /not valid UTF-16LE/,
    ],
    [
      "bytes that are no UTF-8",
      Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
      /not valid UTF-8/,
    ],
    ["not JSON", Buffer.from("name: Firewall"), /not valid JSON/],
    ["a list", Buffer.from("[]"), /a list where an object/],
    ["a single value", Buffer.from("null"), /a single value where an object/],
    ["a prototype key", Buffer.from('{"id":"1","name":"x","__proto__":{"isAdmin":true}}'), /__proto__/],
    ["a prototype key inside", Buffer.from('{"id":"1","name":"x","a":[{"__proto__":1}]}'), /__proto__/],
    ["nested too deep", Buffer.from(`{"name":"x","a":${deep}}`), /nested deeper than 200/],
    ["a number too large to keep", Buffer.from('{"id":"1","name":"x","n":9007199254740993}'), /cannot be kept exactly/],
    ["an infinite number", Buffer.from('{"id":"1","name":"x","n":1e999}'), /cannot be kept exactly/],
    ["half a character in a name", Buffer.from('{"id":"1","name":"\\ud800"}'), /cannot be stored as text/],
    ["a NUL in a key", Buffer.from('{"id":"1","name":"x","a\\u0000":1}'), /cannot be stored as text/],
    ["a key twice", Buffer.from('{"id":"1","name":"x","id":"2"}'), /one key twice in one object, at character 21/],
    ["a key twice inside", Buffer.from('{"id":"1","name":"x","a":[{"b":1, "b" : 1}]}'), /one key twice/],
    ["a key twice in two spellings", Buffer.from('{"id":"1","name":"x","n\\u0061me":"y"}'), /one key twice/],
    ["more than 32 MB", new Uint8Array(32 * 1024 * 1024 + 1), /larger than 32 MB/],
  ])("%s", (_, bytes, reason) => {
    const row = became({ path, bytes });
    expect(row.outcome).toBe("metadata_only_item");
    expect(row.reason).toMatch(reason);
    const item = onlyItem({ path, bytes });
    expect(item).toMatchObject({ type: "settings_catalog", name: "Firewall", capture: "metadata_only", payload: null });
    expect(item.assignments).toBeNull();
    expect(item.scopeTagIds).toBeNull();
    expect(item.problems).toEqual([{ code: "payload_unreadable", detail: row.reason }]);
  });

  it.each([
    ["in two objects", '{"b":{"key":1},"c":{"key":1},"d":[{"key":1},{"key":2}]}'],
    ["as a value", '{"key":"key","list":["key","key"]}'],
    ["inside a text", '{"key":"a \\"key\\": b","other":"\\\\"}'],
    ["in two cases", '{"key":1,"Key":2}'],
  ])("the same text %s is no key twice", (_, extra) => {
    expect(became(text(path, content.replace("{", `{"extra":${extra},`))).outcome).toBe("item");
  });

  it("200 levels of nesting are still read", () => {
    const nested = `${"[".repeat(199)}${"]".repeat(199)}`;
    expect(became(text(path, content.replace("{", `{"deep":${nested},`))).outcome).toBe("item");
    expect(became(text(path, content.replace("{", `{"deep":[${nested}],`))).outcome).toBe("metadata_only_item");
  });

  it("a reason never quotes the file, which may hold secrets", () => {
    for (const damaged of ['{"presharedKey":"hunter2"', "hunter2", '{"a":hunter2}', '{"hunter2":"hunter2",}']) {
      const { files, items } = parseExport([text(path, damaged)]);
      expect(JSON.stringify([files, items])).not.toContain("hunter2");
    }
  });

  it("a file name tells name and id where the content does not", () => {
    const item = onlyItem(text("x/CompliancePolicies/Phones_11111111-2222-4333-8444-555555555555.json", "{"));
    expect(item).toMatchObject({
      type: "compliance_policy",
      name: "Phones",
      sourceId: "11111111-2222-4333-8444-555555555555",
    });
  });

  it("a file whose object cannot be told is unreadable, and becomes no item", () => {
    const { items, files } = parseExport([text("Somewhere/Firewall.json", "{")]);
    expect(items).toEqual([]);
    expect(files).toEqual([
      { path: "Somewhere/Firewall.json", outcome: "unreadable", reason: expect.stringMatching(/cut off/) },
    ]);
  });

  it("a file that could not be read from disk keeps its reason", () => {
    expect(became({ path, bytes: null, reason: "The file cannot be read (EACCES)." })).toEqual({
      path,
      outcome: "metadata_only_item",
      reason: "The file cannot be read (EACCES).",
    });
    expect(became({ path: "notes.txt", bytes: null, reason: "A symbolic link." }).outcome).toBe("unreadable");
  });

  it("a file that is not JSON by its name is not part of the export, whatever it holds", () => {
    expect(became(text("SettingsCatalog/readme.md", content))).toMatchObject({ outcome: "not_an_export_file" });
    expect(became(text("package.json", '{"name":"tool","version":"1"}')).outcome).toBe("not_an_export_file");
  });
});
