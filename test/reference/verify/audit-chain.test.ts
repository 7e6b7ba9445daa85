import { assert, array, constantFrom, integer, jsonValue, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { AuditEntry } from "../../../reference/api/audit.js";
import { auditLine, entryHash, verifyChain } from "../../../reference/verify/audit-chain.js";
import { verifyFiles } from "../../../reference/verify/verify-file.js";
import type { JsonValue } from "../../../src/safety/index.js";
import { cases } from "../../support/property.js";

/** A trail as a server exports it. */
function trail(told: readonly { readonly event: string; readonly detail: JsonValue }[]): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const { event, detail } of told) {
    const entry = {
      sequence: entries.length + 1,
      at: "2026-05-01T10:00:00.000Z",
      workspaceId: "demo",
      environmentId: null,
      restoreRunId: "run-1",
      actor: { id: "dana", name: "Dana Okafor" },
      event,
      detail,
      previousHash: entries.at(-1)?.hash ?? null,
    };
    entries.push({ ...entry, hash: entryHash(entry) });
  }
  return entries;
}

const five = trail(
  ["run_created", "checked", "previewed", "queued", "finished"].map((event) => ({ event, detail: {} })),
);
const lines = (entries: readonly AuditEntry[]) => entries.map(auditLine);
const rehashed = (entry: AuditEntry): AuditEntry => ({ ...entry, hash: entryHash(entry) });
const verdict = (bytes: Uint8Array) => verifyFiles([{ name: "audit.jsonl", bytes }])[0];
const said = (text: string) => verdict(new TextEncoder().encode(text));

describe("RW-15 an exported audit trail that nobody touched", () => {
  test("is whole, however often it is verified, and tells its head", () => {
    const found = verifyChain(lines(five));
    expect(found).toMatchObject({ state: "whole", workspaceId: "demo", head: { sequence: 5, hash: five[4]?.hash } });
    expect(said(`${lines(five).join("\n")}\n`)).toMatchObject({
      verified: true,
      lines: [
        "Unaltered: 5 entries of the audit trail of workspace demo, from the first one on.",
        `Head: entry 5, ${five[4]?.hash}.`,
        expect.stringContaining("nothing here says who recorded it"),
      ],
    });
  });

  test("whatever it tells of", () => {
    const detail = JSON.parse('{"__proto__":{"polluted":true}}') as JsonValue;
    expect(verifyChain(lines(trail([{ event: "told", detail }]))).state).toBe("whole");
    const told = array(record({ event: string(), detail: jsonValue() }), { minLength: 1, maxLength: 5 });
    assert(
      property(told, (events) => {
        expect(verifyChain(lines(trail(events as readonly { event: string; detail: JsonValue }[]))).state).toBe(
          "whole",
        );
      }),
      { numRuns: cases() },
    );
  });
});

describe("RW-15 an audit trail that was tampered with", () => {
  const second = five[1]!;
  test.each<[string, readonly string[], number, string]>([
    ["an entry that says something else", lines(five.with(1, { ...second, event: "nothing" })), 2, "altered"],
    [
      "an entry that was altered and hashed anew",
      lines(five.with(1, rehashed({ ...second, event: "x" }))),
      3,
      "not_linked",
    ],
    ["an entry that was taken out", lines(five.toSpliced(1, 1)), 2, "out_of_sequence"],
    ["the first entry taken out", lines(five.slice(1)), 1, "out_of_sequence"],
    ["two entries that changed places", lines([five[0]!, five[2]!, second, ...five.slice(3)]), 2, "out_of_sequence"],
    ["an entry that stands twice", lines([five[0]!, second, second, ...five.slice(2)]), 3, "out_of_sequence"],
    [
      "an entry of another workspace",
      lines(five.with(1, rehashed({ ...second, workspaceId: "other" }))),
      2,
      "another_workspace",
    ],
    ["a line that is cut off", [...lines(five.slice(0, 4)), auditLine(five[4]!).slice(0, 40)], 5, "not_an_entry"],
    [
      "a member that nobody hashed",
      lines(five).with(2, auditLine({ ...five[2]!, note: "x" } as AuditEntry)),
      3,
      "not_an_entry",
    ],
    ["an empty line", [...lines(five.slice(0, 2)), "", ...lines(five.slice(2))], 3, "not_an_entry"],
    [
      "a key that stands twice, of which a reader sees the first",
      lines(five).with(1, auditLine(second).replace('"event":', '"event":"harmless","event":')),
      2,
      "not_an_entry",
    ],
    ["white space", lines(five).with(1, ` ${auditLine(second)}`), 2, "not_an_entry"],
  ])("is told by its first broken entry: %s", (_, tampered, line, cause) => {
    expect(verifyChain(tampered)).toMatchObject({ state: "broken", line, cause });
    expect(said(tampered.join("\n"))).toMatchObject({
      verified: false,
      lines: [
        expect.stringMatching(new RegExp(`^Broken at entry ${line}\\b`)),
        line === 1 ? "Nothing in the file is proved." : expect.stringContaining("before it are unaltered"),
      ],
    });
  });

  test("in whatever member of whatever entry", () => {
    const members = ["at", "workspaceId", "environmentId", "restoreRunId", "event", "detail", "previousHash", "hash"];
    const place = integer({ min: 0, max: 4 });
    assert(
      property(place, constantFrom(...members), (index, member) => {
        const entry = five[index]!;
        const moved = member === "detail" ? { other: 1 } : member === "at" ? "2026-05-01T10:00:00.001Z" : "other";
        const found = verifyChain(lines(five.with(index, { ...entry, [member]: moved })));
        expect(found).toMatchObject({ state: "broken", line: index + 1 });
      }),
      { numRuns: cases() },
    );
  });

  test("and a file that is no trail at all proves nothing", () => {
    for (const none of ["", "{}", "[]", "null"]) expect(said(none)?.verified).toBe(false);
    expect(verdict(new Uint8Array([0xff, 0xfe, 0x00]))?.verified).toBe(false);
  });
});
