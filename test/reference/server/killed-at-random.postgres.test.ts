import { appendFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyChain } from "../../../reference/verify/audit-chain.js";
import { databasesOf, endLeases } from "./databases.js";
import { diceFrom } from "./generated-requests.js";
import { type KilledServer, killedServer, removeBundle } from "./killed-servers.js";
import { openProduct, type Product } from "../../../reference/server/product.js";
import { timeLimit } from "./long-form.js";
import { RunDriver } from "./run-driver.js";
import { filledTarget, threePolicies } from "./support.js";

const many = process.env["CHECKRAIL_KILLS"];
const kills = Number(many ?? 1);
const seed = Number(process.env["CHECKRAIL_SEED"] ?? 7);
// The long form takes as long as it takes.
vi.setConfig({ testTimeout: many === undefined ? 300_000 : 0 });

let server: KilledServer;
let first: KilledServer;
beforeAll(async () => {
  first = await killedServer();
  server = first;
}, 120_000);
afterAll(async () => {
  server.stop();
  await rm(first.dataDir, { recursive: true, force: true });
  await removeBundle();
});

const intended: Readonly<Record<string, number>> = { "Policy a": 5, "Policy b": 7, "Policy c": 9 };
/** What somebody else puts into Policy a, before it is read back once more. */
const drifted = 99;
const phases = ["execution", "import", "checks", "preview", "evidence"] as const;

test("BY-9, RW-13, RW-15 a server that is killed at any moment is followed by one that loses nothing, does nothing twice, and claims nothing that the target does not hold", async () => {
  const dice = diceFrom(seed);
  const product = await openProduct(null, databasesOf(first.dataDir));
  // How often each policy is written, at most, by a server that nobody kills.
  const undisturbed = await filledTarget(product, "Undisturbed tenant", threePolicies.target);
  const whole = await RunDriver.create({ ...server, environmentId: undisturbed.id, backupSetId: first.backupSetId });
  await whole.scopeAll();
  await whole.checks();
  await ready(whole);
  const began = performance.now();
  await whole.execute();
  await whole.finished();
  const wholeMs = Math.ceil(performance.now() - began);
  const writes = new Map((await policiesIn(product, undisturbed.id)).map(({ name, version }) => [name, version]));
  const counts: Record<string, number> = {};
  let snapshots = 0;
  const isTimeUp = timeLimit();
  let kill = 0;
  for (; kill < kills && !isTimeUp(); kill += 1) {
    const phase = phases[kill % phases.length] ?? "execution";
    const { id } = await filledTarget(product, `Tenant ${kill}`, threePolicies.target);
    const run = await RunDriver.create({ ...server, environmentId: id, backupSetId: first.backupSetId });
    await run.scopeAll();
    if (phase !== "checks") await run.checks();
    if (phase === "execution" || phase === "evidence") await ready(run);
    if (phase === "evidence") {
      await run.execute();
      await run.withEvidence();
      await drift(product, id);
    }
    const { evidence } = run.document;
    // The connection breaks with the server.
    const asked = ask(run, phase, kill).catch(() => undefined);
    await new Promise((next) => setTimeout(next, dice.below(wholeMs)));
    server.stop();
    await asked;
    await endLeases(databasesOf(first.dataDir).product);
    server = await killedServer(first.dataDir);
    const later = new RunDriver(server, await server.call("GET", run.path));
    await completed(later);

    const { rows: doubled } = await product.pool.query(
      "select operation_id, item_id, phase, kind from attempts group by 1, 2, 3, 4 having count(*) > 1",
    );
    expect(doubled).toEqual([]);
    const held = await policiesIn(product, id);
    const minutesOf = (name: string) => held.filter((policy) => policy.name === name).map(({ minutes }) => minutes);
    for (const [name = "", outcome] of later.outcomes ?? []) {
      const expected = phase === "evidence" && name === "Policy a" ? drifted : intended[name];
      if (outcome !== "unknown") expect([name, minutesOf(name)]).toEqual([name, [expected]]);
      counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
    }
    for (const { name, version } of held) expect(version, name).toBeLessThanOrEqual(writes.get(name) ?? 0);
    await expectNoMoreThanHeld(later, minutesOf, evidence);
    snapshots += later.document.evidence.filter(({ state }) => state === "active").length;
    expect(later.document.operation).toMatchObject({ status: "finished", done: 3, total: 3 });
    // An import is all there, or not at all.
    const { rows: halves } = await product.pool.query(
      `select s.id from backup_sets s where s.name like 'Import %'
       and (select count(*) from backup_items i where i.backup_set_id = s.id) <> 40`,
    );
    expect(halves).toEqual([]);
  }
  const trail = (await (await fetch(`${server.url}/api/workspaces/demo/audit`)).text()).split("\n").slice(0, -1);
  expect(verifyChain(trail).state).toBe("whole");
  await product.close();
  const figures = process.env["CHECKRAIL_FIGURES"];
  if (figures !== undefined)
    appendFileSync(figures, `${JSON.stringify({ kills: kill, snapshots, outcomes: counts })}\n`);
});

const environmentOf = ({ db }: Product, id: string) =>
  db.selectFrom("environments").select("target_key").where("id", "=", id).executeTakeFirstOrThrow();

/** What the target's own database holds of a tenant, and how often each policy was written. */
async function policiesIn(product: Product, environmentId: string) {
  const { target_key } = await environmentOf(product, environmentId);
  const rows = await product.targetDb
    .selectFrom("policies")
    .select(["name", "version", "payload"])
    .where("tenant_key", "=", target_key)
    .execute();
  return rows.map(({ name, version, payload }) => ({ name, version, minutes: payload?.["minutes"] }));
}

async function drift(product: Product, environmentId: string): Promise<void> {
  const { target_key } = await environmentOf(product, environmentId);
  await sql`update policies set payload = jsonb_set(payload::jsonb, '{minutes}', to_jsonb(${drifted}::integer))::json
    where name = 'Policy a' and tenant_key = ${target_key}`.execute(product.targetDb);
}

/**
 * Evidence that was asked for comes to an end, and says of nothing that it is as intended but of what the target holds so. What
 * was recorded before stands as it was.
 */
async function expectNoMoreThanHeld(
  run: RunDriver,
  minutesOf: (name: string) => readonly unknown[],
  before: RunDriver["document"]["evidence"],
): Promise<void> {
  const ended = async () =>
    expect((await run.load()).evidence.map(({ state }) => state)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/queued|generating/)]),
    );
  await vi.waitFor(ended, { timeout: 40_000 });
  expect(run.document.evidence).toEqual(expect.arrayContaining([...before]));
  const known = new Set(before.map(({ id }) => id));
  for (const { state, findings, coverage } of run.document.evidence.filter(({ id }) => !known.has(id))) {
    // What no reading came of shows nothing.
    if (state !== "active") expect([state, findings, coverage]).toEqual(["failed", null, null]);
    const compared = (findings ?? []).filter(({ result }) => result !== "not_checked");
    for (const { name, result } of compared)
      expect([name, result]).toEqual([
        name,
        minutesOf(name).length === 0 ? "missing" : minutesOf(name)[0] === intended[name] ? "as_intended" : "differs",
      ]);
    if (state === "active") expect(coverage?.checked).toBe(compared.length);
  }
}

async function ready(run: RunDriver): Promise<void> {
  await run.preview();
  await run.change({ event: "dry_run_set", dryRun: false });
}

function ask(run: RunDriver, phase: (typeof phases)[number], kill: number): Promise<unknown> {
  switch (phase) {
    case "import":
      return server.call("POST", "/api/imports", { body: { as: "backup", name: `Import ${kill}`, files: fortyFiles } });
    case "execution":
      return run.execute();
    case "checks":
    case "preview":
    case "evidence":
      return run.post(phase);
  }
}

/** Whatever the killed server had taken comes to an end; what it had not is asked for again. */
async function completed(run: RunDriver): Promise<void> {
  if (run.document.assessment !== null) await run.assessment();
  if (run.document.run.execution === null) {
    await run.checks();
    await ready(run);
    expect((await run.execute()).status).toBe(202);
  }
  await run.finished();
}

const fortyFiles = Array.from({ length: 40 }, (_, number) => ({
  path: `SettingsCatalog/Policy ${number}.json`,
  base64: Buffer.from(
    JSON.stringify({
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
      id: `11111111-2222-4333-8444-${String(number).padStart(12, "0")}`,
      name: `Policy ${number}`,
      platforms: "windows10",
      settings: [],
      settingCount: 0,
      assignments: [],
    }),
  ).toString("base64"),
}));
