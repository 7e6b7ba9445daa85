import { describe, expect, test } from "vitest";
import { recordedAcceptances } from "../../../reference/server/runs/recorded-acceptances.js";
import { checkAccepted } from "../../../src/testing/scenarios/facts/evidence.js";

const [whole] = checkAccepted.run.acceptances;
if (whole === undefined) throw new Error("Nothing was accepted.");

describe("RW-20 an acceptance that is read from the database", () => {
  test("is kept where it says who accepted what, when and why", () => {
    expect(recordedAcceptances([whole])).toEqual([whole]);
    expect(recordedAcceptances([])).toEqual([]);
  });

  test.each([
    ["whose time is none", { ...whole, acceptedAt: "yesterday" }],
    ["of a day that no calendar has", { ...whole, acceptedAt: "2026-02-30T10:00:00Z" }],
    ["without a time", { ...whole, acceptedAt: undefined }],
    ["whose reason says nothing", { ...whole, reason: " \u2800 " }],
    ["without a reason", { ...whole, reason: undefined }],
    ["by nobody", { ...whole, acceptedBy: { id: "", name: "" } }],
    ["by nobody who was recorded", { ...whole, acceptedBy: undefined }],
    ["of nothing that was named", { ...whole, finding: undefined }],
    ["that is none", null],
  ])("is left out %s, and the others stay", (_, unreadable) => {
    expect(recordedAcceptances([unreadable, whole])).toEqual([whole]);
  });
});
