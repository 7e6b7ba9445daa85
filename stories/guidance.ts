import type * as entry from "../src/index.js";

/** What a page about a component says besides what its source says. */
export interface Guidance {
  readonly take: string;
  readonly avoid: string;
  /** What each key does, beside Tab, which reaches every control in reading order. */
  readonly keyboard: readonly (readonly [key: string, does: string])[];
  readonly content: string;
}

/** What `checkrail` exports and React draws. */
export type ComponentName = {
  [Name in keyof typeof entry]: (typeof entry)[Name] extends { readonly $$typeof: symbol } ? Name : never;
}[keyof typeof entry];

const activate = ["Enter, Space", "Takes the action. A blocked one says its reason and does nothing."] as const;
const fold = ["Enter, Space", "Opens and closes."] as const;
const listKeys = [
  ["↑ ↓", "Move by one."],
  ["Page up, Page down", "Move by a page."],
  ["Home, End", "Move to the first, to the last."],
] as const;

/** Every component has its guidance: one that is missing does not compile. */
export const guidance: Readonly<Record<ComponentName, Guidance>> = {
  ActionControl: {
    take: "For an action that is data: where the same model says whether it can be taken, and why not.",
    avoid: "For a button of your own page that is always there; your own button does.",
    keyboard: [activate],
    content:
      "A verb and its object: “Run checks again”. The reason of a blocked one is a sentence about the state, not about the button.",
  },
  BackupQualitySummary: {
    take: "To count what an input is made of before anybody relies on it.",
    avoid: "For results. What came out is a ResultSummary.",
    keyboard: [["Enter", "Follows the action, where there is one."]],
    content:
      "The disclaimer says what the counts do not prove. A count that nobody took is not recorded, and why; it is never 0.",
  },
  CheckList: {
    take: "For findings of a check run, with their evidence, where an operator has to see each and may accept some.",
    avoid: "For conditions of a workflow. Those are gates: ProcessFlow.",
    keyboard: [fold, activate],
    content:
      "A finding names what is affected. “No conflict found” is the most that a check may say; it never says safe.",
  },
  CollapsedDiagnostics: {
    take: "For identifiers, hashes and versions that support asks for.",
    avoid: "For anything that an operator needs in order to decide, and never for a raw payload.",
    keyboard: [fold],
    content: "The summary says how much is inside. Values are set as code where they are identifiers.",
  },
  CompactSafetyStatus: {
    take: "On every page of a workflow whose content comes first: the gates in one line, the flow behind a control.",
    avoid: "Beside an open ProcessFlow, without need: the same is said twice.",
    keyboard: [fold],
    content: "Written by the resolver of the flow, so that both say the same.",
  },
  DecisionCard: {
    take: "Once at the top of a page, for the one decision that it is about.",
    avoid: "Several times on a page, as a toast, or for a status that nobody decides about.",
    keyboard: [activate],
    content:
      "Status in three or four words. The reason says what is the case, the impact what it means for those affected. Exactly one action.",
  },
  DryRunSwitch: {
    take: "Where the same operation can be run without writing anything. On, until an operator says otherwise.",
    avoid: "As the only safeguard: gates decide whether something may be written.",
    keyboard: [["Space", "Asks for the other position. The host decides, and the switch shows what it decided."]],
    content: "The note says what the present position means: “Off. Execution writes to Contoso Production.”",
  },
  EnvironmentBadge: {
    take: "Wherever an action reaches an environment, beside its name.",
    avoid: "As the only sign of what is the target: the badge is a kind, the label is the identity.",
    keyboard: [],
    content: "One word. Production is filled; everything else is an outline.",
  },
  FreshnessBand: {
    take: "Above evidence: whether it still describes what would happen, and what voided it.",
    avoid: "For the age of something. Age voids nothing here; inputs do.",
    keyboard: [activate],
    content: "Name the input that moved, with both values. Never “out of date”.",
  },
  MappingPickerDialog: {
    take: "To choose what stands for one reference, out of what is cached of the target.",
    avoid: "For a handful of options; a list of radio buttons does.",
    keyboard: [
      ...listKeys,
      ["Enter, Space", "Takes an entry as the candidate; “Use” confirms it."],
      ["Escape", "Closes, and changes nothing."],
    ],
    content: "An empty cache is called empty or stale. Nobody knows whether the target has groups.",
  },
  MappingResolver: {
    take: "Where references of a source need a counterpart in the target, each decided by a person.",
    avoid: "Where the counterpart is certain by id; then there is nothing to ask.",
    keyboard: [fold, activate],
    content:
      "One explanation for all rows. A suggestion is called one until it is confirmed; leaving out says its consequence.",
  },
  ProcessFlow: {
    take: "For every condition that stands between an operator and something dangerous, in order.",
    avoid: "To navigate. Position is not completion; pages are a StepRail.",
    keyboard: [activate],
    content:
      "A flow has at least one gate. A gate is titled by its condition, not by a task. The reason is one sentence, and the link says where it is cleared.",
  },
  ProofAside: {
    take: "Beside a decision: what can be shown, and what cannot.",
    avoid: "For details about an object; it holds facts that somebody may rely on.",
    keyboard: [activate],
    content:
      "There is always a fact, if only one that is missing. Unavailable, in progress and not known are different states, and each says why.",
  },
  Receipt: {
    take: "Once something ended: one document of what was decided and what came of it, for print and for an audit.",
    avoid: "As a result page. It is a record, and says nothing of what to do next.",
    keyboard: [fold],
    content: "It says what it does not show, too. No secrets: they are left out before it is hashed, and counted.",
  },
  ResultSummary: {
    take: "For outcomes that were recorded, item by item.",
    avoid: "To estimate. Where nothing was recorded, words stand in place of numbers.",
    keyboard: [],
    content: "Failures first. “Applied” is what happened, and not called a success.",
  },
  RunTimeline: {
    take: "For what happened to a run: by whom, and when.",
    avoid: "As a log of a machine.",
    keyboard: [["Enter, Space", "Shows earlier events."]],
    content: "Past tense, one event a sentence. Who is not known is called not recorded.",
  },
  ScopePicker: {
    take: "To choose among hundreds or thousands of items that are grouped.",
    avoid: "For a dozen items without groups; checkboxes do.",
    keyboard: [
      ...listKeys,
      ["→ ←", "Open and close a group; go to its first item, to its group. Mirrored from right to left."],
      ["Enter, Space", "Choose, or no longer."],
      ["A letter", "Goes to the next item that begins with it."],
    ],
    content: "Say whether “all” is all there are or all that a search shows.",
  },
  SemanticDiff: {
    take: "To show what an operation would change, by consequence.",
    avoid: "For two texts. It compares settings, and hides what only a machine writes.",
    keyboard: [fold],
    content: "Paths in words, before and after. What was left out, or cut, is counted.",
  },
  StepRail: {
    take: "For the pages of a workflow.",
    avoid: "For conditions. A page that was passed is not complete by that.",
    keyboard: [
      ["Enter", "Goes to a page that may be opened."],
      ["Enter, Space", "On a narrow page: opens the list."],
    ],
    content: "Two or three words a step. A note says why a page cannot be opened yet.",
  },
  TypedConfirmation: {
    take: "Right before what cannot be undone: the label of the target, typed.",
    avoid: "For anything that can be undone, or with a word like “confirm”, which identifies nothing.",
    keyboard: [["Typing", "Is compared letter by letter; look-alikes and spaces are named."]],
    content: "The label is the target’s own name. Where it cannot be read or typed, nothing is ever confirmed.",
  },
  WizardShell: {
    take: "As the frame of every page of a workflow.",
    avoid: "Inside another page’s main landmark with navigation of its own; it brings header, rail and aside.",
    keyboard: [],
    content: "One question a page, which the page answers. The announcement is what changed, in one sentence.",
  },
};
