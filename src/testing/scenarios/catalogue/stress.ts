import { longNames, rightToLeftNames, tenThousandItems, tenThousandOutcomes, withoutCounts } from "../facts/stress.js";
import type { RestoreScenario } from "../scenario.js";

/** More than a designer draws: what a page must bear. */
export const stressScenarios = [
  {
    id: "long_names",
    title: "Every name is one word of 400 letters",
    rules: ["PF-10"],
    step: "define_restore_scope",
    facts: longNames,
  },
  {
    id: "right_to_left_names",
    title: "Names run from right to left inside sentences that do not",
    rules: ["PF-10"],
    step: "define_restore_scope",
    facts: rightToLeftNames,
  },
  {
    id: "without_counts",
    title: "A run ended in part and nothing was counted",
    rules: ["RR-5", "RR-10"],
    step: "result",
    facts: withoutCounts,
  },
  {
    id: "ten_thousand_items",
    title: "Ten thousand items were checked and previewed",
    rules: ["RW-14", "BY-7"],
    step: "preview",
    facts: tenThousandItems,
  },
  {
    id: "ten_thousand_outcomes",
    title: "A run over ten thousand items ended in part, and each of them has its outcome",
    rules: ["RR-5", "RW-14", "BY-9"],
    step: "result",
    facts: tenThousandOutcomes,
  },
] as const satisfies readonly RestoreScenario[];
