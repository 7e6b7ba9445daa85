import { type ClaimPolicy, englishGrammar } from "checkrail/safety";

/** What no screen of an offboarding may say while accounts are unanswered. */
export const whileUnanswered: ClaimPolicy = {
  scope: "an offboarding with unanswered accounts",
  languages: [
    {
      grammar: englishGrammar,
      forbidden: [
        {
          id: "everyone_is_out",
          kind: "act",
          words: [
            ["all", "every", "everyone"],
            ["closed", "offboarded"],
          ],
          gap: 4,
          order: "any",
        },
      ],
    },
  ],
  list: "open",
  allowed: [],
};
