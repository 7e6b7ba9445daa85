import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { verifyChain } from "../../../reference/verify/audit-chain.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { databasesOf } from "./databases.js";
import { RunDriver, withOwnTarget } from "./run-driver.js";
import { openSite, type Site, threePolicies } from "./support.js";

// A busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const plain = (target: TargetPort) => target;
let around = plain;
let hoursAhead = 0;
let site: Site;
let beside: pg.Client;
beforeAll(async () => {
  site = await openSite(threePolicies, {
    around: (target) => around(target),
    now: () => new Date(Date.now() + hoursAhead * 3_600_000).toISOString(),
    leaseSeconds: 2,
  });
  const { product } = databasesOf(site.dataDir);
  beside = new pg.Client("url" in product ? product.url : {});
  await beside.connect();
}, 60_000);
afterEach(() => {
  around = plain;
  hoursAhead = 0;
});
afterAll(async () => {
  await beside.end();
  await site.close();
}, 60_000);

/** Does something right before Policy a is written, and right after the target has answered. */
function whileWriting({ before, after }: Readonly<Record<"before" | "after", () => Promise<void>>>): void {
  around = (target) => ({
    ...target,
    replaceSettings: async (seen, payload) => {
      await before();
      const answer = await target.replaceSettings(seen, payload);
      await after();
      return answer;
    },
  });
}

const nothing = async () => {};

/**
 * Executes a run that is ready, and holds what became of it against what the target's own database holds. Where the target
 * itself may be cut off, its first policy may stay as it was; then nothing says that it was written.
 */
async function executed(
  run: RunDriver,
  target: "reached" | "cut_off" = "reached",
): Promise<NonNullable<RunDriver["outcomes"]>> {
  expect((await run.execute()).status).toBe(202);
  await run.finished();
  const { db, targetDb } = site.product;
  const { target_key } = await db
    .selectFrom("environments")
    .innerJoin("restore_runs", "restore_runs.environment_id", "environments.id")
    .select("target_key")
    .where("restore_runs.id", "=", run.document.run.id)
    .executeTakeFirstOrThrow();
  const held = await targetDb
    .selectFrom("policies")
    .select(["name", "payload", "version"])
    .where("tenant_key", "=", target_key)
    .orderBy("name")
    .execute();
  // Written once each: what was there was replaced once, and what was missing is there once.
  const untouched = target === "cut_off" && held[0]?.payload?.["minutes"] === 60;
  expect(held.map(({ name, payload }) => [name, payload?.["minutes"]])).toEqual([
    ["Policy a", untouched ? 60 : 5],
    ["Policy b", 7],
    ["Policy c", 9],
  ]);
  expect(held[0]?.version).toBe(untouched ? 1 : 2);
  expect(["applied", "already_in_desired_state"].includes(run.outcomes?.[0]?.[1] ?? "")).toBe(!untouched);
  const { rows: doubled } = await site.product.pool.query(
    "select operation_id, item_id, phase, kind from attempts group by 1, 2, 3, 4 having count(*) > 1",
  );
  expect(doubled).toEqual([]);
  const trail = await fetch(`${site.server.url}/api/workspaces/demo/audit`);
  expect(verifyChain((await trail.text()).split("\n").slice(0, -1)).state).toBe("whole");
  return run.outcomes ?? [];
}

/** Breaks the connection of whoever writes to this table next, in the middle of the statement. Answers once that is sure to happen. */
async function breakNextWriteTo(table: string): Promise<{ readonly broken: Promise<void> }> {
  await beside.query("begin");
  await beside.query(`lock table ${table} in share mode`);
  const waiting = async () => {
    const { rows } = await beside.query<{ gone: boolean }>(
      `select pg_terminate_backend(pid) as gone from pg_locks where not granted and relation = '${table}'::regclass`,
    );
    expect(rows).toEqual([{ gone: true }]);
  };
  const breaking = async () => {
    await vi.waitFor(waiting, { timeout: 60_000, interval: 20 });
    await beside.query("commit");
  };
  return { broken: breaking() };
}

/** Breaks every connection to the database. */
async function breakAll(): Promise<void> {
  await beside.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
}

const tables = async () => {
  const { rows } = await beside.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'pgboss') and tablename not in (select relname from pg_class where relispartition)`,
  );
  return rows.map(({ name }) => name);
};

/** Every statement that would take room is answered as by PostgreSQL on a full disk. */
async function fill(): Promise<void> {
  await beside.query("create sequence refusals");
  await beside.query(`create function no_room() returns trigger language plpgsql as $$ begin
    -- No rollback takes a number back.
    perform nextval('refusals');
    raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$`);
  for (const table of await tables())
    await beside.query(`create trigger no_room before insert or update on ${table} execute function no_room()`);
}

async function emptyAfter(refusals: number): Promise<void> {
  const enough = async () => {
    const { rows } = await beside.query<{ last_value: string }>("select last_value from refusals");
    expect(Number(rows[0]?.last_value)).toBeGreaterThanOrEqual(refusals);
  };
  await vi.waitFor(enough, { timeout: 60_000, interval: 20 });
  for (const table of await tables()) await beside.query(`drop trigger if exists no_room on ${table}`);
  await beside.query("drop function no_room");
  await beside.query("drop sequence refusals");
}

describe("BY-9 the database breaks its connections while a run executes", () => {
  test("in the middle of recording what a write came to: it is found in the target, and not claimed as a write", async () => {
    const run = await RunDriver.ready(site);
    let broken: Promise<void> | undefined;
    whileWriting({
      before: nothing,
      after: async () => void ({ broken } = await breakNextWriteTo("attempts")),
    });
    expect(await executed(run)).toEqual([
      ["Policy a", "already_in_desired_state"],
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
    ]);
    await broken;
  });

  test("all of them, between a write that was announced and the write: it is done once or not claimed, and the server goes on", async () => {
    const run = await RunDriver.ready(site);
    whileWriting({ before: breakAll, after: nothing });
    expect(await executed(run, "cut_off")).toHaveLength(3);
  });
});

describe("BY-9 the disk of the database is full while a run executes", () => {
  test("after a write: nothing more is written, whoever asks is told, and once there is room the write is found and not claimed", async () => {
    const run = await RunDriver.ready(site);
    const other = await RunDriver.create(await withOwnTarget(site));
    let refused: unknown;
    let emptied: Promise<void> | undefined;
    whileWriting({
      before: nothing,
      after: async () => {
        await fill();
        refused = await other.scopeAll();
        // What is refused after that is what the write came to, the lease as it is handed back, and the note of the queue.
        emptied = emptyAfter(4);
      },
    });
    expect(await executed(run)).toEqual([
      ["Policy a", "already_in_desired_state"],
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
    ]);
    await emptied;
    expect(refused).toMatchObject({ status: 500, body: { code: "internal_error" } });
    expect((await other.load()).run.scope).toBe(null);
  });
});

/** What reads the target, and what is recorded of it in one transaction. */
const kinds = ["checks", "preview", "evidence"] as const;
type Kind = (typeof kinds)[number];

/** A run in which this is asked for next. */
async function readyFor(kind: Kind): Promise<RunDriver> {
  const run = await RunDriver.create(await withOwnTarget(site));
  await run.scopeAll();
  if (kind === "checks") return run;
  await run.checks();
  if (kind === "preview") return run;
  await run.preview();
  await run.change({ event: "dry_run_set", dryRun: false });
  expect((await run.execute()).status).toBe(202);
  await run.withEvidence();
  return run;
}

/** What is on record of this kind in a run, and the state of what was asked for last. */
function recorded({ document: { run, assessment, evidence } }: RunDriver, kind: Kind) {
  const newest = evidence.at(-1);
  return kind === "evidence"
    ? { found: evidence.filter(({ findings }) => findings !== null).length, state: newest?.state }
    : { found: run[kind] === null ? 0 : 1, state: assessment?.state };
}

/**
 * Asks for it, and does something right after the target has answered for the first time. Holds that nothing counts as found
 * until the target was read once more, and that then it is recorded once, and told once.
 */
async function recordedOnce(kind: Kind, fault: () => Promise<void>): Promise<void> {
  const run = await readyFor(kind);
  const before = recorded(run, kind);
  const told = async () => {
    const { rows } = await site.product.pool.query<{ event: string }>(
      "select event from audit_events where restore_run_id = $1 and event ~ '(completed|captured|failed)$' order by id",
      [run.document.run.id],
    );
    return rows.map(({ event }) => event);
  };
  const entries = await told();
  const meanwhile: unknown[] = [];
  around = (target) => ({
    ...target,
    listPolicies: async () => {
      const answer = await target.listPolicies();
      const reader = new RunDriver(site, await site.call("GET", run.path));
      meanwhile.push(recorded(reader, kind));
      if (meanwhile.length === 1) await fault();
      return answer;
    },
  });
  expect((await run.post(kind)).status).toBe(202);
  const ended = async () => {
    await run.load();
    expect(recorded(run, kind).state).toMatch(/succeeded|active|failed/);
    expect(recorded(run, kind).found).toBe(before.found + 1);
  };
  await vi.waitFor(ended, { timeout: 90_000, interval: 100 });
  const underWay = { found: before.found, state: expect.stringMatching(/running|generating/) };
  expect(meanwhile).toEqual([underWay, underWay]);
  expect(await told()).toEqual([...entries, kind === "evidence" ? "evidence_captured" : `${kind}_completed`]);
  const trail = await fetch(`${site.server.url}/api/workspaces/demo/audit`);
  expect(verifyChain((await trail.text()).split("\n").slice(0, -1)).state).toBe("whole");
}

describe.each(kinds)(
  "BY-9 the database fails while the target is read for %s: nothing counts as found, and then it is found once",
  (kind) => {
    test("a connection breaks in the middle of recording it", async () => {
      let broken: Promise<void> | undefined;
      await recordedOnce(kind, async () => void ({ broken } = await breakNextWriteTo("audit_events")));
      await broken;
    });

    test("all connections break before it is recorded", () => recordedOnce(kind, breakAll));

    test("the disk is full: whoever asks for more is told so, and once there is room it is read again", async () => {
      let emptied: Promise<void> | undefined;
      const other = await RunDriver.create(await withOwnTarget(site));
      await recordedOnce(kind, async () => {
        await fill();
        expect(await other.scopeAll()).toMatchObject({ status: 500, body: { code: "internal_error" } });
        // Further refusals: what is recorded, the lease as it is handed back, and the note of the queue.
        emptied = emptyAfter(4);
      });
      await emptied;
      expect((await other.load()).run.scope).toBe(null);
    });
  },
);

describe("SI-2 the clock of the server is set back and forth by an hour", () => {
  test("while a run executes: it ends as it would have, and its evidence with it", async () => {
    const run = await RunDriver.ready(site);
    hoursAhead = -1;
    whileWriting({
      before: async () => void (hoursAhead = 1),
      after: async () => void (hoursAhead = -1),
    });
    expect(await executed(run)).toEqual([
      ["Policy a", "applied"],
      ["Policy b", "applied"],
      ["Policy c", "already_in_desired_state"],
    ]);
    hoursAhead = 1;
    await run.withEvidence();
    expect(run.document.evidence[0]?.findings?.map(({ name, result }) => [name, result])).toEqual([
      ["Policy a", "as_intended"],
      ["Policy b", "as_intended"],
      ["Policy c", "as_intended"],
    ]);
  });

  test("between two checks: what the second finds in the way counts, although the first is dated later", async () => {
    const run = await RunDriver.ready(site);
    hoursAhead = -1;
    const { environmentId } = run.document.run;
    const changed = await site.call("POST", `/api/workspaces/demo/environments/${environmentId}/demo/target-change`, {
      body: { kind: "duplicate_policy", name: "Policy a" },
    });
    expect(changed.status).toBe(200);
    expect((await run.checks()).status).toBe(200);
    expect(run.document.run.checks?.summary.blocking).toBe(1);
    expect((await run.execute()).body).toMatchObject({ code: "execution_blocked" });
  });

  test("between two checks: the second does not make a scope that was changed count as checked", async () => {
    const run = await RunDriver.ready(site);
    hoursAhead = -1;
    await run.change({
      event: "scope_defined",
      scope: { mode: "selected", itemIds: ["item-a"] },
      restoreMode: "create_missing",
    });
    expect((await run.execute()).body).toMatchObject({ code: "execution_blocked" });
    await run.checks();
    await run.preview();
    expect(await run.load()).toMatchObject({ run: { preview: { summary: { itemsInScope: 1 } } } });
  });
});
