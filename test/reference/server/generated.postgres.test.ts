import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readFolder } from "../../../reference/import/read-folder.js";
import { requestFilesOf } from "../../../reference/import/export-file.js";
import type { ImportSummary } from "../../../reference/api/imports.js";
import type { Identify, Identity } from "../../../reference/server/context.js";
import { productHandlers } from "../../../reference/server/handlers.js";
import { type App, createApp } from "../../../reference/server/http/app.js";
import { identifyForDemo, localOperator } from "../../../reference/server/http/identities.js";
import { storeBackup, storeTarget } from "../../../reference/server/imports/store-import.js";
import { type Jobs, openJobs } from "../../../reference/server/jobs/jobs.js";
import type { LogEntry } from "../../../reference/server/log.js";
import { progressIn, watchProgress, type ProgressWatch } from "../../../reference/server/runs/progress.js";
import { zipOf } from "../import/zip.js";
import { expectDescribed } from "./described.js";
import { damaged, damagedPath, type Description, diceFrom, generatedRequest } from "./generated-requests.js";
import { timeLimit } from "./long-form.js";
import { exported, openSite, policy, type Site } from "./support.js";

const requests = Number(process.env["CHECKRAIL_REQUESTS"] ?? 400);
const exports = Number(process.env["CHECKRAIL_EXPORTS"] ?? 40);
const seed = Number(process.env["CHECKRAIL_SEED"] ?? 7);
const isLong = ["CHECKRAIL_REQUESTS", "CHECKRAIL_EXPORTS"].some((name) => process.env[name] !== undefined);
// The long form takes as long as it takes.
vi.setConfig({ testTimeout: isLong ? 0 : 300_000 });

// Words that stand in one workspace only: in its names, its settings, and its people.
const marks = { demo: "markOfDemo", other: "markOfOther" } as const;
const neighbour: Identity = {
  operator: { ...localOperator, id: "nia", name: `Nia ${marks.other}` },
  workspaces: ["other"],
};
const identify: Identify = async (request) =>
  request.headers.get("x-checkrail-operator") === "neighbour" ? neighbour : identifyForDemo(request);

let site: Site;
let jobs: Jobs;
let progress: ProgressWatch;
let app: App;
const failures: LogEntry[] = [];
const unhandled: unknown[] = [];
const keep = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on("unhandledRejection", keep);
  const marked = (mark: string) =>
    exported([policy("a", 5, { name: `${mark} a` }), policy("b", 7, { name: `${mark} b` })]);
  site = await openSite({ backup: marked(marks.demo), target: marked(marks.demo) }, { stopWithinSeconds: 1 });
  const { product } = site;
  await product.db
    .insertInto("workspaces")
    .values({ id: "other", name: `Workspace ${marks.other}` })
    .execute();
  const actor = neighbour.operator;
  await storeBackup(product, { workspaceId: "other", actor, name: `Backup ${marks.other}` }, marked(marks.other));
  await storeTarget(
    product,
    { workspaceId: "other", actor, name: `Tenant ${marks.other}`, environment: "prod", replace: false },
    marked(marks.other),
  );
  jobs = await openJobs(product.pool);
  progress = watchProgress(progressIn(product.db));
  const log = (entry: LogEntry) => void (entry.level === "error" && failures.push(entry));
  app = createApp({ ...product, jobs, progress, log, identify, demo: true }, productHandlers, {
    boundToLoopback: true,
    rateLimit: { burst: 1e9, perSecond: 1e9 },
  });
}, 120_000);
afterAll(async () => {
  progress.stop();
  await jobs.stop();
  await site.close();
  process.off("unhandledRejection", keep);
}, 60_000);

/** What stays in memory once all that can go has gone, in megabytes. */
function heap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
}

function tell(figure: Readonly<Record<string, unknown>>): void {
  const file = process.env["CHECKRAIL_FIGURES"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** Memory, at ten moments; it may fill caches at first, and does not grow from then on. */
class Heaps {
  readonly seen: number[] = [];
  constructor(private readonly total: number) {}
  look(done: number): void {
    if (done % Math.max(1, Math.floor(this.total / 10)) === 0) this.seen.push(heap());
  }
  /** By how many megabytes it has grown since the second look, beyond what may be kept. */
  get grown(): number {
    const [, first = 0, ...later] = this.seen;
    return Math.max(0, (later.at(-1) ?? 0) - (first * 1.5 + 40));
  }
}

test("SI-11 … whatever is asked, by whomever: an answer that the description has, no failure, and nothing of another's workspace", async () => {
  const dice = diceFrom(seed);
  const described = (await (
    await app.request("/openapi.json", { headers: { host: "localhost:4400" } })
  ).json()) as Description;
  const texts = ["1", "item-a", "item-b", "Policy a", "Contoso Production"];
  const fixed = texts.length;
  const ids = { demo: await idsOf("demo"), other: await idsOf("other") };
  const revisions = new Map<string, number>();
  const heaps = new Heaps(requests);
  const statuses = new Map<number, number>();
  const isTimeUp = timeLimit();
  let asked = 0;
  for (; asked < requests && !isTimeUp(); asked += 1) {
    const request = generatedRequest(dice, described, {
      workspaces: ["demo", "demo", "other", "other", "nowhere"],
      texts,
      ids,
      revisions,
      callers: ["operator", "operator", "viewer", "outsider", "neighbour", "neighbour", "nobody at all"],
    });
    const { method, path, headers, body } = request;
    const answer = await app.request(path, { method, headers, ...(body !== undefined && { body }) });
    const what = JSON.stringify({ asked, ...request }).slice(0, 3_000);
    const text = await textOf(answer);
    if (path.endsWith("/demo/target-change")) await letGo();
    expect([500, 502, 504], what).not.toContain(answer.status);
    const caller = headers["x-checkrail-operator"] ?? "operator";
    const hidden = caller === "neighbour" ? [marks.demo] : caller === "outsider" ? Object.values(marks) : [marks.other];
    for (const mark of hidden) expect(text.includes(mark), `${what} told of ${mark}: ${text}`).toBe(false);
    if (answer.headers.get("content-type")?.includes("json") === true && !text.includes("\n"))
      expectDescribed({
        method,
        path,
        sent: parsed(body),
        status: answer.status,
        headers: answer.headers,
        body: JSON.parse(text),
      });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status < 300 && !path.includes("openapi")) {
      for (const [, told] of text.matchAll(/"(?:id|fingerprint|operationId|key)":"([^"\\]{1,100})"/g))
        if (told !== undefined && !texts.includes(told)) texts.push(told);
      // The newest are worth more: what was made just now can still be changed.
      if (texts.length > 120) texts.splice(fixed, texts.length - 120);
      learn(text, ids, revisions);
    }
    heaps.look(asked);
  }
  expect(failures).toEqual([]);
  expect(unhandled).toEqual([]);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 404, 400]));
  expect(heaps.grown, `megabytes: ${heaps.seen.join(", ")}`).toBe(0);
  tell({ campaign: "requests", count: asked, statuses: Object.fromEntries(statuses), heaps: heaps.seen });
});

/** One request follows the other, so nobody else would let go what a target keeps waiting. */
async function letGo(): Promise<void> {
  await site.product.targetDb
    .updateTable("tenants")
    .set({ conduct: null })
    .where("conduct", "in", ["holds_reads", "holds_writes"])
    .execute();
}

type Ids = Record<"environment" | "backupSet" | "run" | "operation" | "assessment", string[]>;

async function idsOf(workspace: string): Promise<Ids> {
  const named = async (table: string) => {
    const { rows } = await site.product.pool.query<{ id: string }>(`select id from ${table} where workspace_id = $1`, [
      workspace,
    ]);
    return rows.map(({ id }) => id);
  };
  return {
    environment: await named("environments"),
    backupSet: await named("backup_sets"),
    run: [],
    operation: [],
    assessment: [],
  };
}

/** Keeps the last runs that were answered, with all that can be asked of them. */
function learn(text: string, ids: Record<"demo" | "other", Ids>, revisions: Map<string, number>): void {
  const { run, operation, assessment } = (parsed(text) ?? {}) as Partial<{
    run: { id: string; workspaceId: "demo" | "other"; revision: number };
    operation: { id: string } | null;
    assessment: { id: string } | null;
  }>;
  if (run === undefined || !Object.hasOwn(ids, run.workspaceId ?? "")) return;
  revisions.set(run.id, run.revision);
  const known = ids[run.workspaceId];
  for (const [list, id] of [
    [known.run, run.id],
    [known.operation, operation?.id],
    [known.assessment, assessment?.id],
  ] as const)
    if (id !== undefined && !list.includes(id) && list.push(id) > 12) list.shift();
  if (revisions.size > 200) revisions.clear();
}

/** The body; of a stream its first part, after which nobody listens any more. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get("content-type")?.includes("event-stream") !== true) return answer.text();
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value === undefined ? "" : new TextDecoder().decode(first.value);
}

/** undefined where nothing was sent; what is no JSON stays the text that it is. */
function parsed(body = ""): unknown {
  try {
    return body === "" ? undefined : JSON.parse(body);
  } catch {
    return body;
  }
}

describe("an export that is damaged", () => {
  test("is imported with a reason for each file that could not be read, or refused by name and not at all", async () => {
    const dice = diceFrom(seed + 1);
    const samples = await readFolder(join(import.meta.dirname, "../../../reference/samples/backup"));
    const whole = samples.flatMap((file) => (file.bytes === null ? [] : [{ path: file.path, bytes: file.bytes }]));
    const heaps = new Heaps(exports);
    const counts = { imported: 0, refused: 0, files: 0, named: 0 };
    const isTimeUp = timeLimit();
    let asked = 0;
    for (; asked < exports && !isTimeUp(); asked += 1) {
      const files = Array.from({ length: 1 + dice.below(4) }, () => dice.one(whole)).map(({ path, bytes }) => ({
        path: damagedPath(dice, path),
        bytes: damaged(dice, bytes),
      }));
      const packed = dice.often(0.3);
      const before = await stored();
      const answer = await app.request("/api/imports", {
        method: "POST",
        headers: { host: "localhost:4400", "content-type": "application/json" },
        body: JSON.stringify({ as: "backup", name: `Export ${asked}`, ...sent(files, packed ? dice : null) }),
      });
      const text = await answer.text();
      const what = JSON.stringify({ asked, packed, paths: files.map(({ path }) => path), text: text.slice(0, 500) });
      expect([201, 200, 422, 400], what).toContain(answer.status);
      const after = await stored();
      counts.files += files.length;
      if (answer.status >= 400) {
        counts.refused += 1;
        expect(JSON.parse(text), what).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
        expect(after, what).toEqual(before);
        continue;
      }
      counts.imported += 1;
      const summary = JSON.parse(text) as ImportSummary;
      const told = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
      expect(told, what).toBe(summary.fileCount);
      if (!packed) expect(summary.fileCount, what).toBe(files.length);
      for (const file of summary.files)
        if (file.outcome === "unreadable") expect(file.reason, what).toEqual(expect.stringMatching(/\S/));
      counts.named += summary.files.filter(({ outcome }) => outcome === "unreadable").length;
      expect([after.sets - before.sets, after.items - before.items], what).toEqual([1, summary.itemCount]);
      heaps.look(asked);
    }
    expect(counts.imported).toBeGreaterThan(0);
    expect(failures).toEqual([]);
    expect(unhandled).toEqual([]);
    expect(heaps.grown, `megabytes: ${heaps.seen.join(", ")}`).toBe(0);
    tell({ campaign: "exports", count: asked, ...counts, heaps: heaps.seen });
  });
});

/** Files as a request carries them, or in an archive that may be damaged too. */
function sent(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  dice: ReturnType<typeof diceFrom> | null,
) {
  if (dice === null) return { files: requestFilesOf(files) };
  const archive = zipOf(files.map(({ path, bytes }) => ({ path, content: bytes })));
  return { archive: Buffer.from(dice.often(0.5) ? damaged(dice, archive) : archive).toString("base64") };
}

async function stored(): Promise<{ readonly sets: number; readonly items: number }> {
  const { rows } = await site.product.pool.query<{ sets: number; items: number }>(
    "select (select count(*)::int from backup_sets) as sets, (select count(*)::int from backup_items) as items",
  );
  return rows[0] ?? { sets: 0, items: 0 };
}
