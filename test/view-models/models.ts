import type {
  ActionModel,
  BlockedAction,
  CheckListViewModel,
  CurrentFreshness,
  FindingGroupModel,
  FindingModel,
  InstantModel,
  InvalidatedFreshness,
  MappingResolverViewModel,
  OpenConfirmation,
  ReceiptViewModel,
  ResultSummaryViewModel,
  RunTimelineViewModel,
  ScopePickerViewModel,
  SemanticDiffViewModel,
  TypedConfirmationViewModel,
} from "../../src/view-models/index.js";

/** One valid model of each member of the supporting cast, to be bent by tests. */

export const at: InstantModel = { iso: "2026-11-20T16:46:00Z", text: "20 Nov 2026, 16:46 UTC" };
export const current: CurrentFreshness = { state: "current", word: "Current", at };
export const voided: InvalidatedFreshness = {
  state: "invalidated",
  word: "Void",
  at,
  causes: [{ field: "requestedItems", label: "selected items", before: "12 items", after: "10 items" }],
};
export const callback = (id: string): ActionModel => ({ kind: "callback", id, label: `Do ${id}` });
export const blocked = (id: string): BlockedAction => ({
  kind: "blocked",
  id,
  label: `Do ${id}`,
  reason: "This run has left preparation.",
  clearedBy: null,
});
const known = (value: number) => ({ state: "known", value, text: String(value) }) as const;

export const finding: FindingModel = {
  id: "mapping/1",
  check: "Mapping",
  sentence: {
    text: "“SG-Pilot” has no counterpart in the target.",
    quotes: [{ external: "SG-Pilot" }],
  },
  affected: {
    text: "3 items",
    items: [{ id: "a", name: { external: "Compliant devices" } }],
    more: { count: 2, text: "2 more items" },
  },
  settledAt: { step: "define_restore_scope", anchor: "mappings", label: "Go to mappings", href: "#mappings" },
  acceptance: { state: "none" },
};

export const blockingGroup: FindingGroupModel = {
  id: "blocking",
  title: "Blocking",
  status: "blocked",
  count: known(3),
  note: "Each must be settled before a preview.",
  accepted: null,
  findings: [finding],
  more: null,
  unfold: null,
};

export const safeGroup: FindingGroupModel = {
  id: "safe",
  title: "No conflict found",
  status: null,
  count: known(12),
  note: "Nothing was found by the checks that ran.",
  accepted: null,
  findings: [],
  more: { count: 12, text: "12 more findings" },
  unfold: "Show each check",
};

export const checkList: CheckListViewModel = {
  contract: "1.0",
  id: "findings",
  title: "Findings",
  body: { state: "checked", freshness: current, groups: [blockingGroup, safeGroup] },
  activity: null,
};

export const semanticDiff: SemanticDiffViewModel = {
  contract: "1.0",
  id: "changes",
  title: "Changes",
  activity: null,
  body: {
    state: "compared",
    freshness: current,
    counts: [{ id: "policies_changed", label: "Policies changed", measure: known(1), note: null }],
    notes: [],
    more: null,
    empty: null,
    unfoldUnchanged: null,
    search: null,
    items: [
      {
        id: "a",
        state: "updated",
        name: { external: "Compliant devices" },
        type: "Settings catalog",
        status: "attention",
        word: "Would be updated",
        notes: [],
        noiseHidden: { count: 4, text: "4 differences without meaning hidden" },
        changes: {
          text: "1 change",
          more: null,
          groups: [
            {
              consequence: "widens",
              title: "Widens who is reached",
              status: "attention",
              changes: [
                {
                  id: "1",
                  path: [{ text: "Assignments" }, { external: "SG-Pilot" }],
                  before: { state: "absent", text: "Not set" },
                  after: { state: "reference", name: { external: "SG-Pilot" }, kind: "Group" },
                  certainty: { state: "certain" },
                },
              ],
            },
          ],
        },
      },
      {
        id: "b",
        state: "unchanged",
        name: { text: "Name not recorded" },
        type: "Compliance",
        status: "unchanged",
        word: "Already in desired state",
        notes: [],
        noiseHidden: null,
      },
    ],
  },
};

/** A picker of as many items as asked for, a hundred to a group; every second item is chosen. */
export function scopePicker(count: number): ScopePickerViewModel {
  const items = Array.from({ length: count }, (_, index) => ({
    id: `item-${index}`,
    name: { external: `Policy ${index}` },
    mark: index % 10 === 0 ? "preview_only" : null,
    note: null,
  }));
  const [first, ...others] = items;
  if (first === undefined) throw new RangeError("A picker has at least one item.");
  const single = (from: number) =>
    Array.from({ length: Math.ceil((count - from) / 2) }, (_, index) => ({ first: from + index * 2, count: 1 }));
  const groups = Array.from({ length: Math.ceil(count / 100) }, (_, index) => {
    const own = Math.min(100, count - index * 100);
    const choice = own === 1 ? ("all" as const) : ("some" as const);
    return {
      id: `group-${index}`,
      section: "policy",
      title: `Type ${index}`,
      first: index * 100,
      count: own,
      choice,
      text: "some",
    };
  });
  const [firstGroup, ...otherGroups] = groups;
  if (firstGroup === undefined) throw new RangeError("A picker has at least one group.");
  return {
    contract: "1.0",
    id: "items",
    title: "Items",
    shut: null,
    body: {
      state: "choosing",
      sections: [{ id: "policy", title: "Policies", note: null }],
      groups: [firstGroup, ...otherGroups],
      items: [first, ...others],
      marks: [{ id: "preview_only", word: "Compare only", note: "Compared, never written.", status: "unavailable" }],
      chosen: single(0),
      chosenText: "some",
      search: { label: "Search by name", query: null, shown: [{ first: 0, count }], text: "all" },
      selectShown: { action: count > 1 ? callback("select") : blocked("select"), changes: single(1), note: null },
      clearShown: { action: callback("clear"), changes: single(0), note: null },
    },
  };
}

export const mappingResolver: MappingResolverViewModel = {
  contract: "1.0",
  id: "mappings",
  title: "Resolve target mappings",
  body: {
    state: "mapping",
    progress: { resolved: 1, total: 2, text: "1 of 2 resolved" },
    unfold: "Show 2 references",
    explanation: "Map each reference to what stands for it in the target.",
    undoes: null,
    rows: [
      {
        state: "unresolved",
        key: "group/1",
        kind: "group",
        source: { external: "SG-Pilot" },
        usage: "Group, used by 4 items",
        word: "Required",
        reason: null,
        suggestion: {
          target: { id: "t1", name: { external: "SG-Pilot-2026" }, detail: null },
          text: "Suggested, because it has the same name. Not chosen.",
          confirm: callback("map"),
        },
        choose: callback("choose"),
        skip: { state: "refused", reason: "More would be reached without it." },
        undo: null,
      },
    ],
    same: {
      label: "Show 1 reference found in the target by id",
      rows: [
        {
          state: "same",
          key: "group/2",
          kind: "group",
          source: { external: "SG-All" },
          usage: "Group, used by 1 item",
          word: "Same in target",
          target: { id: "2", name: { external: "SG-All" }, detail: "Id 2" },
          choose: callback("choose-2"),
        },
      ],
    },
    pickers: [
      {
        state: "filled",
        kind: "group",
        heading: "Resolve target group mapping",
        searchLabel: "Search groups",
        nothingFound: "No cached group has this in its name.",
        entries: [{ id: "t1", name: { external: "SG-Pilot-2026" }, detail: null }],
        useLabel: "Use this group",
        note: "Cached 20 Nov 2026. The target may hold more.",
        action: null,
      },
    ],
  },
};

export const openField: OpenConfirmation = {
  state: "open",
  label: { external: "Contoso" },
  instruction: { before: "Type ", after: " to confirm the target" },
  labelNotes: [],
  typed: { external: "Cont" },
  comparison: { state: "unfinished", text: "4 of 7 characters typed, equal so far." },
  pasted: null,
};

export const typedConfirmation: TypedConfirmationViewModel = {
  contract: "1.0",
  id: "typed-confirmation",
  title: "Confirmation",
  field: openField,
  conditions: null,
};

export const resultSummary: ResultSummaryViewModel = {
  contract: "1.0",
  id: "result-summary",
  title: "Result summary",
  body: {
    state: "counted",
    counts: [
      { id: "failed", label: "Failed", status: "blocked", measure: known(2), followUp: true },
      { id: "applied", label: "Applied", status: "recorded", measure: known(9), followUp: false },
    ],
    rows: { state: "recorded", action: null },
    cause: { id: "throttled", title: "Throttled", text: "The target refused requests for a while." },
  },
};

export const runTimeline: RunTimelineViewModel = {
  contract: "1.0",
  id: "timeline",
  title: "Timeline",
  body: {
    state: "recorded",
    earlier: null,
    events: [
      {
        id: "created",
        status: "recorded",
        sentence: { text: "Run created", quotes: [] },
        actor: { external: "Dana Ortiz" },
        when: { state: "recorded", at },
        detail: null,
        action: null,
      },
      {
        id: "queued",
        status: "running",
        sentence: { text: "Queued for Contoso", quotes: [{ external: "Contoso" }] },
        actor: null,
        when: { state: "not_recorded", text: "Time not recorded" },
        detail: null,
        action: null,
      },
    ],
  },
};

export const receipt: ReceiptViewModel = {
  contract: "1.0",
  id: "receipt",
  title: "Restore receipt",
  body: {
    state: "issued",
    issuedAt: at,
    version: "1",
    hash: { algorithm: "sha-256", value: "0".repeat(64), text: "Covers every fact below." },
    sections: [
      {
        id: "confirmation",
        title: "Confirmation",
        more: null,
        rows: [
          { id: "by", label: { text: "Confirmed by" }, value: { external: "Dana Ortiz" }, format: "text" },
          { id: "at", label: { text: "Confirmed at" }, value: { text: "Not recorded" }, format: "text" },
        ],
      },
    ],
    redaction: "Payloads and secrets are not in this document.",
    proves: [{ text: "What was decided, and by whom.", quotes: [] }],
    doesNotProve: [{ text: "That the target is as it was.", quotes: [] }],
    actions: [callback("download")],
  },
};
