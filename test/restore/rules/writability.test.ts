import { describe, expect, test } from "vitest";
import { isDefaultScopeTag, writability } from "../../../src/restore/rules/writability.js";
import type { BackupItem, CaptureProblem } from "../../../src/restore/run/items.js";
import { backupItem } from "./support.js";

const problem = (code: CaptureProblem["code"]): Partial<BackupItem> => ({
  capture: "degraded",
  problems: [{ code, detail: "As it was captured." }],
});

describe("RW-5 what may be done with an item", () => {
  test.each<[string, Partial<BackupItem>, ReturnType<typeof writability>]>([
    ["captured whole", {}, "writable"],
    ["listed without its content, whatever content stands beside it", { capture: "metadata_only" }, "metadata_only"],
    ["without content, whatever it says of its capture", { payload: null }, "metadata_only"],
    ["of which the content could not be read whole", problem("payload_unreadable"), "metadata_only"],
    ["of which a part lay in a file that was not there", problem("sidecar_missing"), "metadata_only"],
    ["of which a secret was masked", problem("secret_not_captured"), "preview_only"],
    ["of which nobody could tell the type", problem("type_unknown"), "preview_only"],
    ["of a type that is never written", { type: "conditional_access" }, "preview_only"],
    ["captured under an id that another item has too", problem("duplicate_id"), "writable"],
    ["of which the assignments were not captured", problem("assignments_not_captured"), "writable"],
  ])("one that is %s", (_, fields, expected) => {
    expect(writability(backupItem(fields))).toBe(expected);
  });

  test("the scope tag that every tenant has is never written, and is known by its id or by what it says of itself", () => {
    const tag = (fields: Partial<BackupItem>) => backupItem({ type: "scope_tag", ...fields });
    expect(writability(tag({ sourceId: "0" }))).toBe("preview_only");
    expect(writability(tag({ sourceId: "7", payload: { isBuiltIn: true } }))).toBe("preview_only");
    expect(writability(tag({ sourceId: "7", payload: { isBuiltIn: false } }))).toBe("writable");
    expect(writability(tag({ sourceId: "7", payload: { isBuiltIn: "true" } }))).toBe("writable");
    expect(isDefaultScopeTag(tag({ sourceId: "7", payload: null }))).toBe(false);
  });

  test("an item of another type is no scope tag, whatever id it has and whatever it says of itself", () => {
    expect(writability(backupItem({ sourceId: "0", payload: { isBuiltIn: true } }))).toBe("writable");
  });
});
