/** The gates that the races have to notice the lack of, and those behind which another one stands. */

export interface Removal {
  /** What the server is without. */
  readonly without: string;
  /** The gate that refuses instead; null where none does, so that the races have to fail. */
  readonly behind: string | null;
  readonly edits: readonly Edit[];
}

/** A piece of the server's source, and what stands there instead. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const server = "reference/server";

const revisionOfChanges: Edit = {
  file: `${server}/runs/store.ts`,
  from: "revision !== null && row.revision !== revision",
  to: "false",
};
const revisionOfExecute: Edit = {
  file: `${server}/resources/execute.ts`,
  from: "earlier === null && run.revision !== revision",
  to: "false",
};
const fingerprintOfExecute: Edit = {
  file: `${server}/resources/execute.ts`,
  from: "if (fingerprint !== present)",
  to: "if (false)",
};
const fingerprintOfTransition: Edit = {
  file: "src/restore/run/queue-execution.ts",
  from: "if (shown !== fingerprint)",
  to: "if (false)",
};
const asGate = (from: string, to: string): Edit => ({ file: "src/restore/resolvers/gates.ts", from, to });
const asTransition = (from: string, to = "false"): Edit => ({
  file: "src/restore/run/queue-execution.ts",
  from: `if (${from})`,
  to: `if (${to})`,
});
const dryRunOfTransition = asTransition("isDryRun(run)");
const currencyAsGate = (of: "checks" | "preview"): Edit =>
  asGate(
    `if (freshness.state === "invalidated") {\n    return open("pending", { code: "${of}_invalidated"`,
    `if (false) {\n    return open("pending", { code: "${of}_invalidated"`,
  );
const checksAsGate = currencyAsGate("checks");
const previewAsGate = currencyAsGate("preview");
const currencyOfTransition = (of: "checks" | "preview"): readonly Edit[] => [
  asTransition(`${of} === null || freshness.${of}.state !== "current"`, `${of} === null`),
  { file: "src/restore/run/queue-execution.ts", from: `freshness.${of}.at,`, to: "now.at," },
];
const checksOfTransition = currencyOfTransition("checks");
const previewOfTransition = currencyOfTransition("preview");
const ofAnyGate: Edit = {
  file: "src/safety/gates.ts",
  from: 'if (freshness === null || freshness.state === "current") return finding;',
  to: "if (true) return finding;",
};
const reviewOfTransition = asTransition("!confirmation.reviewedImpact");
const labelOfTransition: Edit = {
  file: "src/restore/run/queue-execution.ts",
  from: 'return state === "matches" ? null :',
  to: "return true ? null :",
};
const busyTarget: Edit = {
  file: `${server}/resources/execute.ts`,
  from: "if (await openOperationOn(tx, environment.target_key))",
  to: "if (false)",
};
const indexOnTarget: Edit = {
  file: `${server}/database/migrations.ts`,
  from: "create unique index one_execution_per_target",
  to: "create index one_execution_per_target",
};
const lockOfRun: Edit = { file: `${server}/runs/store.ts`, from: ".forNoKeyUpdate()", to: "" };
const oneOperationOfRun: Edit = {
  file: `${server}/database/migrations.ts`,
  from: "restore_run_id text not null unique references",
  to: "restore_run_id text not null references",
};
const leaseAtBeginning: Edit = {
  file: `${server}/jobs/lease.ts`,
  from: "and (lease_until is null or lease_until < clock_timestamp())",
  to: "",
};
const leaseAtWrite: Edit = { file: `${server}/jobs/lease.ts`, from: "if (!(await renew(tx)))", to: "if (false)" };
const drift: Edit = {
  file: `${server}/jobs/execute-item.ts`,
  from: "if (drift !== null)",
  to: "if (false)",
};

export const removals: readonly Removal[] = [
  { without: "comparison of revisions, of a change", behind: null, edits: [revisionOfChanges] },
  { without: "comparison of revisions, of an execution", behind: null, edits: [revisionOfExecute] },
  {
    without: "comparison of fingerprints, before the execution is queued",
    behind: "the same comparison, as it is queued",
    edits: [fingerprintOfExecute],
  },
  {
    without: "comparison of fingerprints, as the execution is queued",
    behind: "the same comparison, before",
    edits: [fingerprintOfTransition],
  },
  {
    without: "comparison of fingerprints, both",
    behind: null,
    edits: [fingerprintOfExecute, fingerprintOfTransition],
  },
  {
    without: "dry run, as a gate",
    behind: "dry run, as the execution is queued",
    edits: [asGate("if (isDryRun(run)) add", "if (false) add")],
  },
  {
    without: "dry run, as the execution is queued",
    behind: "dry run, as a gate",
    edits: [dryRunOfTransition],
  },
  {
    without: "dry run, both",
    behind: null,
    edits: [asGate("if (isDryRun(run)) add", "if (false) add"), dryRunOfTransition],
  },
  {
    without: "currency of checks and preview, as gates",
    behind: "the same, as the execution is queued",
    edits: [checksAsGate, previewAsGate],
  },
  {
    without: "currency of checks and preview, as the execution is queued",
    behind: "the same, as gates",
    edits: [...checksOfTransition, ...previewOfTransition],
  },
  {
    without: "currency of checks and preview, as gates and as the execution is queued",
    behind: "the rule that no gate is complete with evidence that is not current",
    edits: [checksAsGate, previewAsGate, ...checksOfTransition, ...previewOfTransition],
  },
  {
    without: "currency of checks and preview, and of any gate",
    behind: null,
    edits: [checksAsGate, previewAsGate, ...checksOfTransition, ...previewOfTransition, ofAnyGate],
  },
  {
    without: "currency of preview, and of any gate",
    behind: null,
    edits: [previewAsGate, ...previewOfTransition, ofAnyGate],
  },
  {
    without: "typed label and review, as the execution is queued",
    behind: "confirmation, as a gate",
    edits: [reviewOfTransition, labelOfTransition],
  },
  {
    without: "confirmation, as a gate and as the execution is queued",
    behind: null,
    edits: [
      asGate("if (!inputs.reviewedImpact) add", "if (false) add"),
      asGate('if (comparison.state !== "matches") {', "if (false) {"),
      reviewOfTransition,
      labelOfTransition,
    ],
  },
  {
    without: "capability to execute",
    behind: null,
    edits: [asGate("if (!capable)", "if (false)")],
  },
  {
    without: "look for another operation on the target",
    behind: "the unique index on operations that are not finished",
    edits: [busyTarget],
  },
  { without: "unique index on operations that are not finished", behind: null, edits: [indexOnTarget] },
  { without: "unique operation of a run", behind: "the lock on the run", edits: [oneOperationOfRun] },
  { without: "lock on the run", behind: null, edits: [lockOfRun] },
  {
    without: "answers kept under their key",
    behind: null,
    edits: [
      {
        file: `${server}/resources/execute.ts`,
        from: 'if (earlier !== null && earlier !== "another_request")',
        to: "if (false)",
      },
    ],
  },
  {
    without: "lease, when a worker begins",
    behind: "the lease, when a write is announced: whoever was overtaken writes no more",
    edits: [leaseAtBeginning],
  },
  { without: "lease, when a write is announced", behind: null, edits: [leaseAtWrite] },
  {
    without: "comparison with the preview before each item",
    behind: "the target, which replaces only what was seen",
    edits: [drift],
  },
  {
    without: "comparison with the preview before each item, and that of the target",
    behind: null,
    edits: [
      drift,
      {
        file: "reference/target/tenant.ts",
        from: "if (targetFingerprint(policyOf(held)) !== fingerprint)",
        to: "if (false)",
      },
    ],
  },
  {
    without: "question whether somebody asked to stop",
    behind: null,
    edits: [{ file: `${server}/jobs/execute.ts`, from: "if (cancelledBy !== null) {", to: "if (false) {" }],
  },
];

/** The text without a gate. Throws where a piece is not there, or is there twice. */
export function withoutGate(text: string, edits: readonly Edit[]): string {
  return edits.reduce((rest, { from, to, file }) => {
    const [before, after, ...more] = rest.split(from);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`${file} does not hold “${from}” once.`);
    return before + to + after;
  }, text);
}
