import { describe, expect, test } from "vitest";
import { momentOf, recordedMoment } from "../../src/safety/moment.js";

describe("SI-2 a moment on record", () => {
  test.each([
    ["2026-11-20T16:40:00Z", Date.UTC(2026, 10, 20, 16, 40)],
    ["2026-11-20T16:40:00.250Z", Date.UTC(2026, 10, 20, 16, 40, 0, 250)],
    ["2026-11-20T23:59:59+05:30", Date.UTC(2026, 10, 20, 18, 29, 59)],
    ["2026-11-20T00:00:00-23:59", Date.UTC(2026, 10, 20, 23, 59)],
    ["2026-11-20T09:05:00+19:09", Date.UTC(2026, 10, 19, 13, 56)],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
    ["0099-12-31T23:59:59Z", new Date("0099-12-31T23:59:59Z").getTime()],
    ["2026-12-31T23:00:00Z", Date.UTC(2026, 11, 31, 23)],
    ["1970-01-01T00:00:00Z", 0],
  ])("%s is read", (text, moment) => {
    expect(momentOf(text)).toBe(moment);
    expect(recordedMoment(text)).toBe(text);
  });

  test.each([
    ["nothing", null],
    ["an absent field", undefined],
    ["an empty text", ""],
    ["words", "yesterday"],
    ["a day without a time", "2026-11-20"],
    ["a time without an offset", "2026-11-20T16:40:00"],
    ["a moment with something before it", "on 2026-11-20T16:40:00Z"],
    ["a moment with something after it", "2026-11-20T16:40:00Z or so"],
    ["an hour that no day has", "2026-11-20T24:00:00Z"],
    ["an hour beyond that", "2026-11-20T30:00:00Z"],
    ["a minute that no hour has", "2026-11-20T16:60:00Z"],
    ["a second that no minute has", "2026-11-20T16:40:60Z"],
    ["an offset that no place has", "2026-11-20T16:40:00+24:00"],
    ["an offset of too many minutes", "2026-11-20T16:40:00+02:60"],
    ["an offset without a sign", "2026-11-20T16:40:00 02:00"],
    ["the 30th of February", "2026-02-30T00:00:00Z"],
    ["the 29th of February in a year that has none", "2026-02-29T00:00:00Z"],
    ["a 31st that its month does not have", "2026-11-31T00:00:00Z"],
    ["a thirteenth month", "2026-13-01T00:00:00Z"],
    ["a month of none", "2026-00-10T00:00:00Z"],
    ["a day of none", "2026-11-00T00:00:00Z"],
  ])("%s is no moment", (_, text) => {
    expect(momentOf(text)).toBeNull();
    expect(recordedMoment(text)).toBeNull();
  });
});
