import { describe, expect, test } from "vitest";
import { lacksSafetyRecord } from "../../../src/restore/run/safety-record.js";
import type { ExecutionStatus } from "../../../src/restore/run/run.js";
import { armed, executed } from "../../../src/testing/scenarios/index.js";

const never = { operationId: null, queuedAt: null, startedAt: null, safetySnapshot: null } as const;
const lacks = (status: ExecutionStatus, change: Parameters<typeof executed>[1]["execution"]) =>
  lacksSafetyRecord(executed(status, { execution: { ...change } }).run);

describe("SI-6 a run that was asked to execute keeps what allowed it", () => {
  test.each(["queued", "running", "completed", "partial", "completed_with_errors", "failed"] as const)(
    "a run that is %s lacks that record exactly where it has none, whatever else it lost",
    (status) => {
      expect(lacks(status, {})).toBe(false);
      expect(lacks(status, never)).toBe(true);
    },
  );

  test("a run that was cancelled lacks it only where something says that it had been queued", () => {
    expect(lacks("cancelled", {})).toBe(false);
    expect(lacks("cancelled", never)).toBe(false);
    expect(lacks("cancelled", { ...never, queuedAt: "2026-11-20T16:58:00Z" })).toBe(true);
    expect(lacks("cancelled", { ...never, operationId: "op_5521" })).toBe(true);
  });

  test("a draft lacks nothing yet", () => {
    expect(lacksSafetyRecord(armed.run)).toBe(false);
  });
});
