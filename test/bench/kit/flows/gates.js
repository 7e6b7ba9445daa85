// Seven gates from the seed (spec 332). `state` is our neutral vocabulary; each peer maps it.
export const GATES = [
  {
    id: "source",
    title: "Usable source selected",
    state: "complete",
    label: "Complete",
    reason: "Backup set 2026-05-24 contains 148 usable captured items.",
  },
  {
    id: "target",
    title: "Target selected",
    state: "complete",
    label: "Complete",
    reason: "Production environment contoso-prod is selected as the target.",
  },
  {
    id: "scope",
    title: "Scope and dependency mapping",
    state: "warning",
    label: "Needs attention",
    reason: "3 of 11 source groups still need a target mapping.",
  },
  {
    id: "validation",
    title: "Validation",
    state: "current",
    label: "In progress",
    reason: "Safety and conflict checks are running against the current scope.",
  },
  {
    id: "preview",
    title: "Preview",
    state: "blocked",
    label: "Blocked",
    reason: "Preview is blocked until required mappings are resolved.",
  },
  {
    id: "confirm",
    title: "Confirmation",
    state: "pending",
    label: "Not started",
    reason: "Tenant hard-confirm and impact acknowledgement are required.",
  },
  {
    id: "execute",
    title: "Execution and evidence",
    state: "unavailable",
    label: "Unavailable",
    reason: "No execution proof or post-run evidence exists yet.",
  },
];
export const desc = (g) => `${g.label}: ${g.reason}`;
const FLIP = { pending: ["complete", "Complete"], complete: ["pending", "Not started"] };
// flip exactly one step (index 5, pending <-> complete), new array + one new object
export const flip = (gates) =>
  gates.map((g, i) => (i === 5 ? { ...g, state: FLIP[g.state][0], label: FLIP[g.state][1] } : g));
