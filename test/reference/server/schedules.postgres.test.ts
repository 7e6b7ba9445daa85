import { appendFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { AuditEntry } from "../../../reference/api/audit.js";
import { runDocumentSchema } from "../../../reference/api/runs.js";
import type { ServerContext } from "../../../reference/server/context.js";
import { productHandlers } from "../../../reference/server/handlers.js";
import type { Call, Handler } from "../../../reference/server/http/handlers.js";
import { localOperator } from "../../../reference/server/http/identities.js";
import { assess } from "../../../reference/server/jobs/assess.js";
import { captureSnapshot } from "../../../reference/server/jobs/evidence.js";
import { executeOperation } from "../../../reference/server/jobs/execute.js";
import type { Jobs } from "../../../reference/server/jobs/jobs.js";
import { openProduct, type Product } from "../../../reference/server/product.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import { databasesOf } from "./databases.js";
import { Interleaving, inTurns, targetInTurns, turn } from "./interleaving.js";
import { timeLimit } from "./long-form.js";
import { RunDriver } from "./run-driver.js";
import {
  everything,
  type ExecuteAnswer,
  expectAllowed,
  expectAnsweredAlike,
  expectChained,
  expectTrue,
  type Look,
  type Request,
  spelledScope,
  type StoredOperation,
  type Write,
} from "./scheduled-runs.js";
import { openSite } from "./support.js";

const many = process.env["CHECKRAIL_SCHEDULES"];
const schedules = Number(many ?? 10);
const seed = Number(process.env["CHECKRAIL_SEED"] ?? 7);
// The long form takes as long as it takes.
vi.setConfig({ testTimeout: many === undefined ? 300_000 : 0 });

const identify = async () => ({ operator: localOperator, workspaces: ["demo"] });
let dataDir: string;
let product: Product;
let turns: ReturnType<typeof inTurns>;
let template: { readonly id: string; readonly look: Omit<Look, "upTo"> };
let targetKey: string;
let head = { sequence: 0, hash: "" };
let columns: Readonly<Record<string, string>>;

const copied = ["restore_runs", "previewed_items", "previewed_references"] as const;

beforeAll(async () => {
  const site = await openSite();
  const run = await RunDriver.create(site);
  await run.prepare();
  template = {
    id: run.document.run.id,
    look: {
      status: null,
      revision: run.document.run.revision,
      fingerprint: restoreBasis(run.document).fingerprint,
      scope: everything,
    },
  };
  await site.server.close();
  ({ dataDir } = site);
  product = await openProduct(dataDir, databasesOf(dataDir));
  turns = inTurns(product.pool);
  const { rows } = await product.pool.query<{ target_key: string }>("select target_key from environments");
  targetKey = rows[0]?.target_key ?? "";
  columns = Object.fromEntries(
    await Promise.all(copied.map(async (table) => [table, await columnsOf(table)] as const)),
  );
  // The target's own record of every value that was put in place of another.
  for (const statement of [
    sql`create table kept as select * from policies`,
    sql`create table replaced (place serial, before integer, after integer)`,
    sql`create function keep_replaced() returns trigger language plpgsql as $$ begin
      insert into replaced (before, after) values ((old.payload ->> 'minutes')::integer, (new.payload ->> 'minutes')::integer);
      return new; end $$`,
    sql`create trigger keep_replaced after update on policies for each row execute function keep_replaced()`,
  ])
    await statement.execute(product.targetDb);
  await nextEntries();
}, 120_000);
afterAll(async () => {
  await product.close();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

async function columnsOf(table: string): Promise<string> {
  const { rows } = await product.pool.query<{ names: string }>(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_schema = 'public' and table_name = $1 and column_name not in ('id', 'run_id')`,
    [table],
  );
  return rows[0]?.names ?? "";
}

/** A run as ready as the one it is a copy of. */
async function readyRun(): Promise<string> {
  const id = randomUUID();
  for (const table of copied) {
    const key = table === "restore_runs" ? "id" : "run_id";
    const names = columns[table] ?? "";
    await product.pool.query(
      `insert into ${table} (${key}, ${names}) select $1, ${names} from ${table} where ${key} = $2`,
      [id, template.id],
    );
  }
  return id;
}

async function resetTarget(): Promise<void> {
  for (const statement of [
    sql`delete from policies`,
    sql`insert into policies select * from kept`,
    sql`delete from replaced`,
  ])
    await statement.execute(product.targetDb);
}

/** What was added to the trail since the last look, which must continue it. */
async function nextEntries(): Promise<readonly AuditEntry[]> {
  const rows = await product.db
    .selectFrom("audit_events")
    .selectAll()
    .where("workspace_id", "=", "demo")
    .where("sequence", ">", String(head.sequence))
    .orderBy("sequence")
    .execute();
  const entries = rows.map((row) => ({
    sequence: Number(row.sequence),
    at: row.at.toISOString(),
    workspaceId: row.workspace_id,
    environmentId: row.environment_id,
    restoreRunId: row.restore_run_id,
    actor: row.actor,
    event: row.event,
    detail: row.detail,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
  if (head.sequence > 0) head = expectChained(head, entries);
  else head = { sequence: entries.at(-1)?.sequence ?? 0, hash: entries.at(-1)?.hash ?? "" };
  return entries;
}

const which = { run: fc.constantFrom(0, 0, 0, 1), fresh: fc.boolean(), after: fc.nat(90) };
const late = { ...which, after: fc.nat(300) };
const scoped = { part: fc.boolean(), restoreMode: fc.constantFrom("create_missing", "update_only") };
/** Whoever prepares a run anew may leave off before the preview. */
const half = {
  evidence: fc.constantFrom(["checks"] as const, ["checks", "preview"] as const),
  // And then confirms what was ready before, with which of the keys.
  confirms: fc.constantFrom(null, null, 0, 1),
};
/** What may be wrong with a request to execute. */
const slip = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constant("what_was_ready") },
  { weight: 2, arbitrary: fc.constantFrom("another_label", "not_reviewed", "not_theirs") },
);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant("execute" as const), ...late, key: fc.nat(1), slip }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant("prepare" as const), ...which, ...scoped, ...half }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("scope" as const), ...which, ...scoped }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("cancel" as const), ...late }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("stop" as const), ...late }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("drift" as const), ...late }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("dry_run" as const), ...which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("checks" as const), ...which }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("preview" as const), ...which }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("again" as const), ...late, overtake: fc.boolean() }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;
const schedule = fc.record({
  acts: fc.array(act, { minLength: 2, maxLength: 6 }),
  picks: fc.array(fc.nat(7), { minLength: 20, maxLength: 80 }),
});

test("RW-15, RW-16, SI-15, BY-8 … whatever two people and two workers do at the same time, in whatever order: nothing starts that the gates do not allow, nothing twice, and nothing is claimed that was not written", async () => {
  let tried = 0;
  let entries = 0;
  let executions = 0;
  const began = process.cpuUsage();
  const isTimeUp = timeLimit();
  await fc.assert(
    fc.asyncProperty(schedule, async ({ acts, picks }) => {
      if (isTimeUp()) return;
      const done = await play(acts, picks);
      tried += 1;
      entries += done.entries;
      executions += done.operations;
    }),
    { numRuns: schedules, seed, endOnFailure: true },
  );
  expect(executions).toBeGreaterThan(0);
  const figures = process.env["CHECKRAIL_FIGURES"];
  const { user, system } = process.cpuUsage(began);
  const processorSeconds = Math.round((user + system) / 1_000_000);
  if (figures !== undefined)
    appendFileSync(figures, `${JSON.stringify({ schedules: tried, executions, entries, processorSeconds })}\n`);
});

/** Plays one schedule on two runs that are ready, lets what is left over come to an end, and judges what is stored. */
async function play(acts: readonly Act[], picks: readonly number[]): Promise<{ entries: number; operations: number }> {
  await resetTarget();
  const runs = [await readyRun(), await readyRun()];
  const keys = [randomUUID(), randomUUID()];
  const writes: Write[] = [];
  const requests = new Map<string, Request>();
  const answers: ExecuteAnswer[] = [];
  const asReady: Look = { ...template.look, upTo: head.sequence };
  const interleaving = new Interleaving(picks);
  let moment = 0;
  let drifts = 0;

  const contextOf = (work: (job: () => Promise<void>) => void, operationId = ""): ServerContext => {
    const jobs: Partial<Jobs> = {
      // Whether it comes to pass is for the database to say: the job of what was rolled back finds nothing.
      enqueue: async (_, name, data) => {
        const context = contextOf((job) => start([job]), "operationId" in data ? data.operationId : "");
        if ("operationId" in data) work(() => executeOperation(context, data.operationId));
        else if ("snapshotId" in data) work(() => captureSnapshot(context, data.snapshotId));
        else if ("assessmentId" in data) work(() => assess(context, data.assessmentId));
        else throw new Error(`Nobody does ${name} here.`);
      },
      wake: () => {},
      stopping: () => false,
    };
    const context = {
      ...product,
      db: turns,
      target: (key: string) => recorded(product.target(key), operationId),
      jobs,
    };
    return { ...context, log: () => {}, demo: true, identify } as unknown as ServerContext;
  };
  const recorded = (target: TargetPort, operationId: string): TargetPort => {
    const tell = async <T extends { readonly ok: boolean }>(what: string, asked: Promise<T>): Promise<T> => {
      const answer = await asked;
      writes.push({ operationId, what, taken: answer.ok });
      return answer;
    };
    return targetInTurns({
      ...target,
      createPolicy: (policy) => tell(`creation of ${policy.name}`, target.createPolicy(policy)),
      replaceSettings: (seen, payload) =>
        tell(
          `settings of ${JSON.stringify(payload["name"] ?? null).replaceAll('"', "")}`,
          target.replaceSettings(seen, payload),
        ),
    });
  };

  /** Calls a handler for somebody with a name of their own, by which the trail tells of it, and answers with the work that it enqueues. */
  const ask = async <Id extends "execute" | "change" | "cancel" | "checks" | "preview" | "restore_run">(
    id: Id,
    { runId, seen, confirmed }: Request,
    call: Partial<Call<Id>>,
    capabilities = localOperator.capabilities,
  ) => {
    const jobs: (() => Promise<void>)[] = [];
    const context = contextOf((job) => jobs.push(job));
    const name = `Dana ${requests.size}`;
    requests.set(name, { runId, seen, confirmed });
    const handler = productHandlers[id] as unknown as Handler<"restore_run">;
    const whole = {
      context,
      identity: { operator: { ...localOperator, name, capabilities }, workspaces: ["demo"] },
      params: { workspace: "demo", run: runId },
      body: {},
      revision: seen.revision,
      page: { limit: 0, after: null, most: 0 },
      filter: null,
      key: "",
      language: "en",
      ...call,
    };
    return { answer: await handler(whole as unknown as Call<"restore_run">), jobs };
  };
  const start = (jobs: readonly (() => Promise<void>)[]) => {
    for (const job of jobs) interleaving.add(job);
  };
  const look = async (runId: string): Promise<Look> => {
    const { answer } = await ask("restore_run", { runId, seen: asReady, confirmed: false }, {});
    if (!answer.ok) throw new Error(answer.problem.detail);
    const document = runDocumentSchema.parse(answer.value);
    const { revision, restoreMode, scope, execution } = document.run;
    return {
      status: execution?.status ?? null,
      revision,
      fingerprint: restoreBasis(document).fingerprint,
      scope: spelledScope(restoreMode, scope?.mode, scope?.mode === "selected" ? scope.itemIds : null),
      upTo: document.audit?.sequence ?? asReady.upTo,
    };
  };

  const perform = async (one: Act): Promise<void> => {
    const runId = runs[one.run] ?? "";
    // Whoever confirms what was ready has loaded the run again since, and looked at none of it.
    const isFresh = one.fresh || (one.act === "execute" && one.slip === "what_was_ready");
    const seen = isFresh ? await look(runId) : asReady;
    const request = { runId, seen, confirmed: true };
    const change = async (body: Call<"change">["body"]) => start((await ask("change", request, { body })).jobs);
    switch (one.act) {
      case "execute": {
        const { fingerprint, scope } = one.slip === "what_was_ready" ? asReady : seen;
        const body = {
          fingerprint,
          reviewedImpact: one.slip !== "not_reviewed",
          typedLabel: one.slip === "another_label" ? "Contoso Test" : "Contoso Production",
          pasted: false,
        };
        const key = `${keys[one.key]}-${one.run}`;
        const confirmed = one.slip === null || one.slip === "what_was_ready";
        const began = (moment += 1);
        const mayNot = localOperator.capabilities.filter((capability) => capability !== "restore.execute");
        const { answer, jobs } = await ask(
          "execute",
          { runId, seen: { ...seen, fingerprint, scope }, confirmed },
          { body, key },
          one.slip === "not_theirs" ? mayNot : undefined,
        );
        const operationId = answer.ok
          ? (runDocumentSchema.parse(answer.value).run.execution?.operationId ?? null)
          : null;
        if (one.slip !== "not_theirs")
          answers.push({ key, body: JSON.stringify(body), began, ended: (moment += 1), operationId });
        start(jobs);
        return;
      }
      case "scope":
        await change(scopeOf(one));
        return;
      case "prepare":
        await change(scopeOf(one));
        for (const id of one.evidence) {
          const { jobs } = await ask(id, { ...request, seen: await look(runId) }, {});
          for (const job of jobs) await job();
        }
        if (one.confirms !== null)
          await perform({ ...one, act: "execute", fresh: true, key: one.confirms, slip: "what_was_ready" });
        return;
      case "dry_run":
        await change({ event: "dry_run_set", dryRun: true });
        return;
      case "cancel":
      case "checks":
      case "preview":
        start((await ask(one.act, request, {})).jobs);
        return;
      case "stop":
        // Somebody watches the run for a while, and stops it once it runs.
        for (let looks = 0; looks < 20; looks += 1) {
          const now = await look(runId);
          if (now.status === "running") return void (await ask("cancel", { ...request, seen: now }, {}));
        }
        return;
      case "drift":
        drifts += 1;
        await driftTo(1_000 + drifts);
        return;
      case "again": {
        const open = "restore_run_id = $1 and status <> 'finished'";
        if (one.overtake)
          await product.pool.query(`update operations set lease_until = now() - interval '1 second' where ${open}`, [
            runId,
          ]);
        const { rows } = await product.pool.query<{ id: string }>(`select id from operations where ${open}`, [runId]);
        for (const { id } of rows)
          start([
            () =>
              executeOperation(
                contextOf((job) => start([job]), id),
                id,
              ),
          ]);
        return;
      }
    }
  };
  for (const one of acts) interleaving.add(() => perform(one), one.after);
  await interleaving.run();
  expect(interleaving.thrown).toEqual([]);
  await endWhatIsLeft(contextOf, runs);

  const entries = (await nextEntries()).filter(({ restoreRunId }) => runs.includes(restoreRunId ?? ""));
  const queued = expectAllowed(entries, requests);
  expectAnsweredAlike(answers);
  const operations = await operationsOf(runs);
  expectTrue({ writes, replaced: await replacedValues(), minutes: await minutesNow() }, operations, entries, queued);
  return { entries: entries.length, operations: operations.length };
}

function scopeOf({ part, restoreMode }: Extract<Act, { act: "scope" | "prepare" }>): Call<"change">["body"] {
  const scope = part ? ({ mode: "selected", itemIds: ["item-a"] } as const) : ({ mode: "all" } as const);
  return { event: "scope_defined", scope, restoreMode };
}

async function driftTo(minutes: number): Promise<void> {
  await turn();
  await sql`update policies set version = version + 1,
    payload = jsonb_set(payload::jsonb, '{minutes}', to_jsonb(${minutes}::integer))::json
    where name = 'Policy a'`.execute(product.targetDb);
}

/** As the search for abandoned work would: every lease has ended, and whoever comes next finishes it. */
async function endWhatIsLeft(
  contextOf: (work: (job: () => Promise<void>) => void, operationId?: string) => ServerContext,
  runs: readonly string[],
): Promise<void> {
  const { rows } = await product.pool.query<{ id: string }>(
    `update operations set lease_until = null, worker = null
     where restore_run_id = any($1) and status <> 'finished' returning id`,
    [runs],
  );
  for (const { id } of rows)
    await executeOperation(
      contextOf(() => {}, id),
      id,
    );
  await product.pool.query(
    `update evidence_snapshots set state = 'failed', worker = null, lease_until = null
     where state in ('queued', 'generating') and operation_id in (select id from operations where restore_run_id = any($1))`,
    [runs],
  );
}

async function operationsOf(runs: readonly string[]): Promise<readonly StoredOperation[]> {
  const { rows } = await product.pool.query<StoredOperation>(
    `select o.id, o.restore_run_id as "runId", o.status, r.execution #> '{results,items}' as items,
       r.execution #>> '{safetySnapshot,fingerprint}' as basis,
       (select policy #> '{payload,minutes}' from previewed_items p where p.run_id = r.id and p.item_id = 'item-a') as previewed
     from operations o join restore_runs r on r.id = o.restore_run_id where r.id = any($1)`,
    [runs],
  );
  return rows.map((row) => ({ ...row, items: row.items ?? [] }));
}

async function replacedValues(): Promise<readonly { readonly before: number; readonly after: number }[]> {
  const { rows } = await sql<{ before: number; after: number }>`
    select before, after from replaced where before <> after order by place`.execute(product.targetDb);
  return rows;
}

async function minutesNow(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const answer = await product.target(targetKey).listPolicies();
  if (!answer.ok) throw new Error(answer.problem.detail);
  const found: Record<string, unknown[]> = {};
  for (const { name, payload } of answer.value.policies) (found[name] ??= []).push(payload?.["minutes"]);
  return found;
}
