import { describe, expect, test } from "vitest";
import { formatting } from "../../../../src/flow/index.js";
import { checkName, findingSentence } from "../../../../src/restore/resolvers/copy/finding-words.js";
import { restoreWords } from "../../../../src/restore/resolvers/copy/words.js";
import type { CheckId, FindingReason } from "../../../../src/restore/run/findings.js";
import { plain } from "../../../support/plain.js";

const words = (locale: string) => restoreWords(formatting({ locale, timeZone: "UTC" })).findings;
const english = words("en-GB");
const german = words("de-DE");

const g1 = { references: [{ kind: "group", id: "g1", name: null }], more: 35 } as const;
const finance = { references: [{ kind: "group", id: "g1", name: "Finance" }], more: 0 } as const;

/** One reason per code, with its sentence in English. */
const sentences: readonly (readonly [FindingReason, string])[] = [
  [{ code: "content_not_captured" }, "Its content was not captured. It is listed and will be skipped."],
  [{ code: "matched_by_id" }, "Matched by id."],
  [{ code: "matched_by_name" }, "Matched by name and type; no other has them."],
  [{ code: "nothing_alike" }, "Nothing of its type in the target has its id or its name."],
  [
    { code: "renamed", inTarget: "Firewall v2", inBackup: "Firewall" },
    "Matched by id, and renamed: “Firewall v2” in the target, “Firewall” in the backup.",
  ],
  [
    { code: "homonyms", policy: "Firewall", count: 1200 },
    "1,200 policies in the target could be meant: all of this type are called “Firewall”.",
  ],
  [
    { code: "renamed_beside_namesake", inTarget: "Firewall v2", inBackup: "Firewall" },
    "Two policies in the target could be meant: “Firewall v2” has its id, and another one has its name, “Firewall”.",
  ],
  [{ code: "present" }, "Present in the target."],
  [{ code: "missing_would_be_created" }, "The target does not have it. It would be created."],
  [{ code: "missing_and_only_updating" }, "The target does not have it, and this restore only updates."],
  [
    { code: "modified_after_capture", at: "2026-02-01T00:00:01.000Z" },
    "Modified in the target at 1 Feb 2026, 00:00 UTC, after the backup was captured.",
  ],
  [{ code: "not_modified_since_capture" }, "Not modified in the target since the capture."],
  [{ code: "references_resolved" }, "Every reference is resolved."],
  [{ code: "references_unresolved", ...g1 }, "Not resolved in the target: group with id g1 and 35 more."],
  [
    { code: "references_left_out", nobodyLeft: true, ...finance },
    "Left out, so it would not reach them: group Finance. Nobody would be left for it to reach.",
  ],
  [
    { code: "assignments_untouched", cause: "not_captured" },
    "Assignments were not captured in the backup; the target's stay as they are.",
  ],
  [
    { code: "created_without_assignments", cause: "from_policy_set" },
    "Its assignments came from a policy set; it would be created without any and reach nobody.",
  ],
  [
    { code: "not_listed", cause: "permission_missing" },
    "Whether the target has it is not known: it could not list all items of this type, because a permission is missing. Where it is not listed it would be created, and could then exist twice.",
  ],
  [
    { code: "not_listed_and_only_updating", cause: "throttled" },
    "Whether the target has it is not known: it could not list all items of this type, because the target limited the requests. This restore only updates, so where it is not listed it will be skipped.",
  ],
  [
    { code: "name_needed_twice" },
    "Another item in scope would be given this name too, and the target takes a name only once for each type.",
  ],
  [
    { code: "decision_broken", cause: "name_taken" },
    "Your decision about it does not hold: the target has a policy of this type and name, and takes a name only once.",
  ],
  [
    { code: "inventory_may_be_partial", cause: "throttled" },
    "The inventory may be partial: the target could not list all items of this type, because the target limited the requests.",
  ],
  [
    { code: "exclusions_dropped", groups: ["Break glass"], more: 0 },
    "Excluded in the target today, and no longer afterwards: “Break glass”. More would be reached.",
  ],
  [
    {
      code: "would_be_enforced",
      switches: [{ setting: "state", from: "disabled", to: "enabled" }],
      more: 0,
      written: true,
    },
    "It only reports in the target and would be enforced: state from “disabled” to “enabled”.",
  ],
  [
    { code: "filters_dropped", everyone: ["all_users", "all_devices"], from: ["all_users"], more: 2 },
    "Filtered in the target today, and no longer afterwards: all users, all devices, “all_users” and 2 more. More would be reached.",
  ],
  [
    { code: "filters_replaced", everyone: ["all_devices"], from: [], more: 0 },
    "Filtered in another way in the target today: all devices. Whether more would be reached cannot be told.",
  ],
  [
    { code: "applies_to_all_but_guests", written: true },
    "It would apply to all users and exclude only guests, so it could lock out everyone who administers.",
  ],
  [
    { code: "applies_to_all_but_guests", written: false },
    "In the backup it applies to all users and excludes only guests. It is compared and never written.",
  ],
  [
    { code: "reach_not_readable", written: true },
    "Whom it applies to cannot be read, so whether it could lock everyone out is not known.",
  ],
  [
    { code: "reach_not_readable", written: false },
    "Whom it applies to cannot be read, so whether it could lock everyone out is not known. It is compared and never written.",
  ],
  [{ code: "recorded_in_words", text: "As it was written then." }, "As it was written then."],
];

describe("SI-12 findings have one sentence each, in the language of the page", () => {
  test.each(sentences)("%j", (reason, sentence) => {
    expect(plain(findingSentence(english, reason))).toBe(sentence);
    expect(plain(findingSentence(german, reason))).toMatch(/\.$/);
    if (reason.code !== "recorded_in_words") expect(plain(findingSentence(german, reason))).not.toBe(sentence);
  });

  test("a compared item is never said to be enforced, because nothing of it is written", () => {
    const written = { code: "applies_to_everyone", written: true } as const;
    expect(findingSentence(english, { ...written, written: false })).toContain("never written");
    expect(findingSentence(english, written)).not.toContain("never written");
  });

  test("a finding of a kind that this version does not know is said to be one, and breaks nothing", () => {
    expect(findingSentence(english, { code: "recorded_in_words", text: "" })).toContain("another version");
    for (const code of ["of_tomorrow", "constructor", "toString"]) {
      const reason = { code } as unknown as FindingReason;
      expect(findingSentence(english, reason)).toContain("another version");
      expect(findingSentence(german, reason)).toContain("anderen Version");
    }
    expect(plain(checkName(english, "mapping" as CheckId))).toBe("mapping");
  });
});
