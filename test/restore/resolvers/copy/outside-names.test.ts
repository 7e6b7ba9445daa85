import { describe, expect, test } from "vitest";
import type { OutcomeReasonsWords } from "../../../../src/restore/resolvers/copy/en/outcome-reasons.js";
import { restoreCopy } from "../../../../src/restore/resolvers/copy.js";
import { checkName } from "../../../../src/restore/resolvers/copy/finding-words.js";
import type { CheckId, FindingReason } from "../../../../src/restore/run/findings.js";
import { piecesOf, plainText } from "../../../../src/view-models/index.js";
import { contexts } from "../../../contract/languages.js";

const name = "Recovery verified";
const reference = { kind: "group", id: name, name };
const bounded = { text: name, leftOut: 3 };
const target = { label: name, tenantId: name };

/** Whatever a reason can hold, with the same name in every place for one. */
const given = {
  ...{ policy: name, inTarget: name, inBackup: name, policies: [name], groups: [name], from: [name], group: name },
  ...{ text: name, source: name, target: name, label: name, by: name, name, expected: target },
  ...{
    actual: { label: `${name} 2`, tenantId: name },
    references: [reference],
    more: 1,
    count: 2,
    items: 2,
    usable: 1,
  },
  ...{
    switches: [{ setting: name, from: name, to: name }],
    written: true,
    nobodyLeft: true,
    at: "2026-11-20T16:46:00Z",
  },
  ...{ changes: [{ field: name }], warnings: 1, notEvaluated: 1, accepted: { count: 1, by: name, reason: name } },
  ...{ since: "2026-11-20T16:46:00Z", stage: "comparing" },
  ...{
    problem: { code: "of_tomorrow", title: name, detail: name },
    kind: "group",
    change: { how: "renamed", calledNow: name },
  },
  ...{ phase: "settings", cause: "not_captured", notNamed: 1, comparison: { state: "empty" }, dependencies: 1 },
  fields: [
    {
      path: [
        { kind: "field", ...bounded },
        { kind: "setting", ...bounded },
        { kind: "entry", ...bounded },
      ],
      before: {
        kind: "list",
        leftOut: 0,
        values: [
          { kind: "text", ...bounded },
          { kind: "choice", ...bounded },
        ],
      },
      after: {
        kind: "assignment",
        reach: "include_group",
        group: { of: "group", id: bounded, name: bounded },
        filter: { mode: "include", filter: { of: "assignment_filter", id: bounded, name: null } },
        fromPolicySet: true,
      },
    },
  ],
};

/** What a gate's reason names first. */
const first: Readonly<Record<string, unknown>> = {
  mappings_unresolved: reference,
  checks_blocking: { code: "homonyms", ...given } satisfies FindingReason,
  checks_not_evaluated: { code: "references_unresolved", ...given },
};

type Sentences = Readonly<Record<string, (reason: never) => string>>;

describe.each(["en", "de"] as const)("BY-13 whatever a reason names is set apart from our words in %s", (language) => {
  const { findings, reasons, outcomeReasons } = contexts[language].words;
  const { outcome, finding }: Pick<OutcomeReasonsWords, "outcome" | "finding"> = outcomeReasons;
  const all: readonly (readonly [string, Sentences])[] = [
    ["finding", findings.reasons],
    ["gate", reasons],
    ["outcome", outcome],
    ["evidence", finding],
  ];

  test.each(all.flatMap(([kind, sentences]) => Object.keys(sentences).map((code) => [kind, code, sentences] as const)))(
    "by the %s %s",
    (_, code, sentences) => {
      const said = sentences[code]?.({ code, ...given, first: first[code] ?? name } as never) ?? "";
      expect(said).not.toBe("");
      expect(ours(said)).not.toMatch(/recovery|verified/i);
    },
  );

  test("by what no scenario says", () => {
    const { mappings, preview } = contexts[language].words;
    const change = restoreCopy(contexts[language]).change({ field: name, before: name, after: name });
    const texts = [
      mappings.nameNotRecorded(name),
      preview.grave("widens", 2, [name, name]),
      checkName(findings, name as CheckId),
      ...Object.values({ ...change, field: "" }),
    ];
    expect(texts.map(ours).join(" ")).not.toMatch(/recovery|verified/i);
    expect(texts.map(plainText).join(" ").split(name)).toHaveLength(8);
  });
});

/** The words of a sentence that it does not set apart. */
function ours(text: string): string {
  return piecesOf(text)
    .filter((piece) => typeof piece === "string")
    .join(" ");
}
