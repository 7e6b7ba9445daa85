import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checksBasisFields,
  evidenceFreshness,
  restoreBasis,
  restoreBasisFields,
} from "../../../src/restore/run/basis.js";
import { findingReference } from "../../../src/restore/run/decisions.js";
import type { CheckEvidence, CheckFinding, PreviewEvidence } from "../../../src/restore/run/evidence.js";
import type { Circumstances, RunEvent } from "../../../src/restore/run/events.js";
import type { RestoreFacts } from "../../../src/restore/run/facts.js";
import { runStatus } from "../../../src/restore/run/status.js";
import { transition } from "../../../src/restore/run/transition.js";
import { canonicalJson } from "../../../src/safety/index.js";
import { checksOf, previewOfFacts } from "../../../src/testing/scenarios/facts/evidence.js";
import { armed, freshDraft, withRun } from "../../../src/testing/scenarios/index.js";
import { agree, cases } from "../../support/property.js";
import { copyOf, type Found, frozenLabel, inputsOf, type Model, newModel, statusOf, type Step, take } from "./model.js";
import { now } from "./support.js";

const itemId = "settings_catalog/01";
const finding = (severity: CheckFinding["severity"]): CheckFinding => ({
  check: "identity",
  severity,
  itemId,
  itemName: "BitLocker",
  reason: { code: "nothing_alike" },
});
const severities = { clear: "safe", blocking: "blocking", silent: "not_evaluated" } as const;

/** A backup set of the two items that a walk can put in scope. */
function setOf(id: string): NonNullable<RestoreFacts["backupSet"]> {
  const { backupSet } = armed;
  if (backupSet === null) throw new Error("The armed scenario has no backup set.");
  return { ...backupSet, id, contentHash: `of ${id}`, quality: { ...backupSet.quality, itemCount: 2 } };
}

const emptyDraft: RestoreFacts = {
  ...withRun(freshDraft, {
    target: { tenantId: "t", label: frozenLabel, environment: "prod" },
    targetIdentity: { tenantId: "t", label: frozenLabel, readAt: "2026-11-20T00:00:00Z" },
  }),
  directoryVersion: "d0",
};

/** The real thing beside the model: facts of a run, answers on their way, and the fingerprint of a page seen earlier. */
class World {
  constructor(
    public facts: RestoreFacts = emptyDraft,
    private readonly asked: RunEvent[] = [],
    private seen = "",
  ) {}

  copy(): World {
    return new World(this.facts, [...this.asked], this.seen);
  }

  /** Where another walk from here leads; the first step is taken at the moment after the one that is given. */
  after(steps: readonly Step[], moment: number): RestoreFacts {
    const world = this.copy();
    for (const [index, step] of steps.entries()) world.take(step, moment + index + 1);
    return world.facts;
  }

  /** Takes a step at a moment, and answers whether the run took it. */
  take(step: Step, moment: number): boolean {
    const at = new Date(Date.UTC(2026, 10, 20) + moment * 1000).toISOString();
    if (step.do === "directory_moves") this.facts = { ...this.facts, directoryVersion: step.version };
    else if (step.do === "look_at_page") this.seen = restoreBasis(this.facts).fingerprint;
    else if (step.do === "ask") this.asked.push(answerTo(this.facts, step.kind, step.found, at));
    else {
      const event =
        step.do === "answer" ? this.asked[step.which % Math.max(this.asked.length, 1)] : this.eventOf(step, at);
      return event !== undefined && this.apply(event, at);
    }
    return true;
  }

  private apply(event: RunEvent, at: string): boolean {
    const { backupSet, directoryVersion } = this.facts;
    const result = transition(this.facts.run, event, now({ ...this.facts, backupSet, directoryVersion }, { at }));
    if (!result.ok) return false;
    const id = result.run.backupSetId;
    const chosen = id === null ? null : setOf(id);
    this.facts = { ...this.facts, run: result.run, backupSet: chosen };
    return true;
  }

  private eventOf(
    step: Exclude<Step, { do: "directory_moves" | "look_at_page" | "ask" | "answer" }>,
    at: string,
  ): RunEvent {
    switch (step.do) {
      case "select":
        return { event: "backup_set_selected", backupSetId: step.set };
      case "scope": {
        const scope = step.items === null ? { mode: "all" } : { mode: "selected", itemIds: [...step.items] };
        return { event: "scope_defined", scope, restoreMode: step.mode } as RunEvent;
      }
      case "map": {
        const decision = step.to === null ? null : { decision: "map" as const, targetId: step.to };
        return { event: "mapping_decided", key: step.key, decision };
      }
      case "identify": {
        const decision = step.to === null ? null : { decision: "match" as const, targetId: step.to };
        return { event: "identity_decided", itemId: step.item, decision };
      }
      case "accept":
        return { event: "check_accepted", ...findingReference(finding("not_evaluated")), reason: step.reason };
      case "withdraw":
        return { event: "acceptance_withdrawn", ...findingReference(finding("not_evaluated")) };
      case "dry_run":
        return { event: "dry_run_set", dryRun: step.on };
      case "read_target":
        return { event: "target_identity_read", identity: { tenantId: "t", label: step.label, readAt: at } };
      case "queue": {
        const shown = { now: () => restoreBasis(this.facts).fingerprint, earlier: () => this.seen, invented: () => "" };
        return {
          event: "execution_queued",
          operationId: "op",
          fingerprint: shown[step.shown](),
          confirmation: { reviewedImpact: step.ticked, typedLabel: step.typed, pasted: false },
        };
      }
      case "start":
        return { event: "execution_started" };
      case "finish":
        return { event: "execution_finished", status: step.as, results: { counts: null, items: null }, reason: null };
      case "cancel":
        return { event: "cancelled", reason: "Enough.", attemptedWrites: step.wrote, results: null };
    }
  }
}

function answerTo(facts: RestoreFacts, kind: "checks" | "preview", found: Found, capturedAt: string): RunEvent {
  const { scope } = facts.run;
  const requested = scope?.mode === "selected" ? scope.itemIds : ["a", "b"];
  if (kind === "checks") {
    const safe = requested.map((id) => ({ ...finding("safe"), itemId: id }));
    const checks: CheckEvidence = { ...checksOf(facts, [finding(severities[found]), ...safe]), capturedAt };
    return { event: "checks_completed", checks };
  }
  const template = previewOfFacts(facts);
  const all = requested.map((id, index) => ({ ...template.items[index]!, itemId: id }));
  // One that lacks an item, where another one leaves an item undecided.
  const told = found === "silent" ? all.slice(1) : all;
  const undecided = { action: "skip", skipReason: "identity_undecided" } as const;
  const items = told.map((item) => (found === "blocking" ? { ...item, ...undecided } : item));
  const preview: PreviewEvidence = { ...template, items, capturedAt };
  return { event: "preview_completed", preview };
}

const found = fc.constantFrom<Found>("clear", "clear", "clear", "silent", "blocking");
const kind = fc.constantFrom("checks" as const, "preview" as const);
const one = (only: Step) => fc.constant(only);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("select" as const), set: fc.constantFrom("A", "B") }),
  fc.record({
    do: fc.constant("scope" as const),
    items: fc.constantFrom(null, "a", "ab", "ba"),
    mode: fc.constantFrom("create_missing" as const, "update_only" as const),
  }),
  fc.record({
    do: fc.constant("map" as const),
    key: fc.constantFrom("group/1", "__proto__"),
    to: fc.constantFrom(null, "x", "y"),
  }),
  fc.record({
    do: fc.constant("identify" as const),
    item: fc.constantFrom("a", "__proto__"),
    to: fc.constantFrom(null, "x"),
  }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("accept" as const), reason: fc.constantFrom("Seen.", "", " ") }),
  },
  one({ do: "withdraw" }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("dry_run" as const), on: fc.boolean() }) },
  fc.record({ do: fc.constant("read_target" as const), label: fc.constantFrom(frozenLabel, "Fabrikam") }),
  fc.record({ do: fc.constant("directory_moves" as const), version: fc.constantFrom("d0", "d1") }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant("ask" as const), kind, found }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("answer" as const), which: fc.nat(6) }) },
  one({ do: "look_at_page" }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("queue" as const),
      ticked: fc.constantFrom(true, true, true, false),
      typed: fc.constantFrom(frozenLabel, frozenLabel, frozenLabel, "contoso", ""),
      shown: fc.constantFrom("now" as const, "now" as const, "earlier" as const, "invented" as const),
    }),
  },
  { weight: 2, arbitrary: one({ do: "start" }) },
  fc.record({
    do: fc.constant("finish" as const),
    as: fc.constantFrom("completed" as const, "partial" as const, "failed" as const),
  }),
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancel" as const), wrote: fc.boolean() }) },
);

const checked: readonly Step[] = [
  { do: "ask", kind: "checks", found: "clear" },
  { do: "answer", which: 0 },
];
/** A run that could be queued, so that walks go on from there too and not only from an empty draft. */
const ready: readonly Step[] = [
  { do: "select", set: "A" },
  { do: "scope", items: "ab", mode: "create_missing" },
  ...checked,
  { do: "ask", kind: "preview", found: "clear" },
  { do: "answer", which: 1 },
  { do: "dry_run", on: false },
];
const queue: Step = { do: "queue", ticked: true, typed: frozenLabel, shown: "now" };

interface Walk {
  readonly model: Model;
  readonly world: World;
  readonly took: readonly boolean[];
}

/** Takes the steps in both, from an empty draft or from where another walk ended. */
function walk(steps: readonly Step[], from?: Walk): Walk {
  const model = from === undefined ? newModel() : copyOf(from.model);
  const world = from === undefined ? new World() : from.world.copy();
  let status = runStatus(world.facts);
  const took = steps.map((next, index) => {
    const before = world.facts;
    const told = { taken: take(model, next), status: statusOf(model) };
    const taken = world.take(next, model.now);
    // The same facts have the same status.
    if (world.facts !== before) status = runStatus(world.facts);
    const is = { taken, status };
    // Millions of steps agree; only one that does not is worth the time of a comparison that explains itself.
    if (is.taken !== told.taken || is.status !== told.status)
      expect({ index, next, ...is }).toEqual({ index, next, ...told });
    if (next.do === "queue" && is.taken) onlyWhenEverythingHeld(before, model, next);
    return is.taken;
  });
  return { model, world, took };
}

/** RW-10, asked of the facts before the queue, and not of the code that let it pass. */
function onlyWhenEverythingHeld(facts: RestoreFacts, model: Model, request: Extract<Step, { do: "queue" }>): void {
  const { checks, preview, dryRun, target, targetIdentity } = facts.run;
  agree(dryRun, false);
  agree(isDeepStrictEqual(checks?.basis?.fields, checksBasisFields(facts)), true);
  agree(isDeepStrictEqual(preview?.basis?.fields, restoreBasisFields(facts)), true);
  agree(checks?.findings.some(({ severity }) => severity === "blocking") ?? true, false);
  agree(targetIdentity?.label === target.label && targetIdentity.tenantId === target.tenantId, true);
  agree(request.ticked && request.typed === target.label, true);
  agree(model.preview?.inputs ?? null, inputsOf(model, "preview"));
}

describe("RW-12 a run and a second telling of its lifecycle take the same steps and stand at the same place", () => {
  test("from an empty draft", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
        walk(steps);
      }),
      { numRuns: cases() },
    );
  });

  test("from a run that could be queued", () => {
    const atReady = walk(ready);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        walk(steps, atReady);
      }),
      { numRuns: cases() },
    );
  });

  test("walks do reach every end, so that agreement says something", () => {
    const reached = new Set<string>();
    const walks = fc.sample(fc.array(step, { maxLength: 14 }), { numRuns: 2_000, seed: 7 });
    for (const steps of walks) {
      const model = newModel();
      for (const next of [...ready, queue, ...steps]) {
        take(model, next);
        reached.add(statusOf(model));
      }
    }
    expect([...reached].sort()).toEqual([
      "cancelled",
      "checked",
      "completed",
      "draft",
      "failed",
      "partial",
      "previewed",
      "queued",
      "running",
      "scoped",
    ]);
  });
});

describe("RW-16 no sequence of events and no caller that lies gets a run queued without what RW-10 asks for", () => {
  const lie = fc.record(
    {
      backupSet: fc.constantFrom(null, armed.backupSet, armed.backupSet && { ...armed.backupSet, id: "A" }),
      directoryVersion: fc.constantFrom(null, "d0", "d1"),
    },
    { requiredKeys: [] },
  );
  // Mostly right, so that a lie is told where nothing else stands in the way.
  const claim = fc.record({
    ticked: fc.constantFrom(true, true, true, false),
    typed: fc.constantFrom(frozenLabel, frozenLabel, frozenLabel, "", "contoso"),
  });

  test("whatever the circumstances and the fingerprint it states", () => {
    const atReady = walk(ready);
    let queued = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), lie, claim, fc.nat(3), (steps, stated, confirmation, shown) => {
        const facts = atReady.world.after(steps, atReady.model.now);
        const { run } = facts;
        const circumstances: Circumstances = now(facts, stated);
        // The best liars know what the code would compare with: the recorded basis, and the basis of their own lie.
        const fingerprints = [
          () => restoreBasis({ ...circumstances, run }).fingerprint,
          () => run.preview?.basis?.fingerprint,
          () => run.checks?.basis?.fingerprint,
        ];
        const request = {
          event: "execution_queued" as const,
          operationId: "op",
          fingerprint: fingerprints[shown]?.() ?? "",
          confirmation: { reviewedImpact: confirmation.ticked, typedLabel: confirmation.typed, pasted: false },
        };
        const result = transition(run, request, circumstances);
        if (!result.ok) return;
        queued += 1;
        const believed = evidenceFreshness({ ...circumstances, run });
        agree(`${believed.checks.state} ${believed.preview.state}`, "current current");
        agree(circumstances.backupSet?.id ?? null, run.backupSetId);
        agree(run.checks?.findings.some(({ severity }) => severity === "blocking") ?? true, false);
        agree(!run.dryRun && confirmation.ticked && confirmation.typed === frozenLabel, true);
        // What the run itself knows, no lie about the circumstances can change.
        const [previewed, present] = [run.preview?.basis?.fields, restoreBasisFields(facts)];
        for (const field of ["requestedItems", "restoreMode", "mappings", "identityDecisions", "target"] as const)
          agree(canonicalJson(previewed?.[field] ?? null), canonicalJson(present[field]));
      }),
      { numRuns: cases() },
    );
    expect(queued).toBeGreaterThan(0);
  });
});

describe("RW-20 what was accepted is part of what is confirmed", () => {
  test("accepting, previewing and withdrawing leaves nothing to queue on", () => {
    const { took } = walk([
      ...ready.slice(0, 2),
      { do: "ask", kind: "checks", found: "silent" },
      { do: "answer", which: 0 },
      { do: "accept", reason: "Seen." },
      { do: "ask", kind: "preview", found: "clear" },
      { do: "answer", which: 1 },
      { do: "dry_run", on: false },
      { do: "withdraw" },
      queue,
      { do: "accept", reason: "Seen again." },
      queue,
    ]);
    expect(took.slice(-4)).toEqual([true, false, true, true]);
  });
});

describe("walks that an earlier run or an earlier second telling got wrong", () => {
  test("an answer of an earlier reading, coming after a newer one, leaves the newer one", () => {
    const { took } = walk([
      ...ready.slice(0, 2),
      { do: "ask", kind: "checks", found: "blocking" },
      { do: "ask", kind: "checks", found: "clear" },
      { do: "answer", which: 1 },
      { do: "answer", which: 0 },
    ]);
    expect(took.slice(-2)).toEqual([true, false]);
  });

  test("an answer to an old question, coming last, does not take the place of one that holds", () => {
    const { took, world } = walk([
      ...ready.slice(0, 2),
      { do: "ask", kind: "checks", found: "clear" },
      { do: "answer", which: 0 },
      { do: "scope", items: null, mode: "create_missing" },
      { do: "ask", kind: "checks", found: "blocking" },
      { do: "scope", items: "ab", mode: "create_missing" },
      { do: "answer", which: 1 },
    ]);
    expect(took.at(-1)).toBe(false);
    expect(runStatus(world.facts)).toBe("checked");
  });

  test("the same set again after another one brings back neither the scope nor a calm answer", () => {
    const { world } = walk([
      { do: "select", set: "A" },
      { do: "scope", items: null, mode: "create_missing" },
      ...checked,
      { do: "select", set: "B" },
      { do: "select", set: "A" },
    ]);
    expect(runStatus(world.facts)).toBe("draft");
    expect(evidenceFreshness(world.facts).checks.state).toBe("invalidated");
  });

  test("a page seen before the scope changed and changed back shows what is queued", () => {
    const { took } = walk([
      ...ready,
      { do: "look_at_page" },
      { do: "scope", items: null, mode: "create_missing" },
      { ...queue, shown: "earlier" },
      { do: "scope", items: "ba", mode: "create_missing" },
      { ...queue, shown: "earlier" },
    ]);
    expect([took.at(-3), took.at(-1)]).toEqual([false, true]);
  });
});
