import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { endpoints } from "../../../reference/api/endpoints.js";
import { localOperator } from "../../../reference/server/http/identities.js";
import { storeBackup } from "../../../reference/server/imports/store-import.js";
import { filledTarget, openSite, type Reply, type Site, threePolicies } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let lists: Readonly<Record<"runs" | "sets" | "items" | "operations", string>>;
beforeAll(async () => {
  site = await openSite();
  const workspace = "/api/workspaces/demo";
  lists = {
    runs: `${workspace}/environments/${site.environmentId}/restore-runs`,
    sets: `${workspace}/backup-sets`,
    items: `${workspace}/backup-sets/${site.backupSetId}/items`,
    operations: `${workspace}/environments/${site.environmentId}/operations`,
  };
  const { product, backupSetId } = site;
  const destination = { workspaceId: "demo", actor: localOperator };
  for (const name of ["Tuesday", "Wednesday", "Thursday", "Friday"])
    await storeBackup(product, { ...destination, name }, threePolicies.backup);
  for (let count = 0; count < 5; count += 1) await site.call("POST", lists.runs, { body: { backupSetId } });
  // Three of one moment: only their ids tell them apart.
  const rows = await product.db.selectFrom("restore_runs").select("id").orderBy("created_at").limit(3).execute();
  const ids = rows.map(({ id }) => id);
  const moment = { created_at: "2026-01-01T00:00:00.000Z" };
  await product.db.updateTable("restore_runs").set(moment).where("id", "in", ids).execute();
  const runs = await product.db.selectFrom("restore_runs").select(["id", "created_at"]).execute();
  for (const [place, { id, created_at: at }] of runs.entries()) {
    const status = place === 0 ? ({ status: "queued" } as const) : ({ status: "finished", outcome: "failed" } as const);
    const of = { workspace_id: "demo", environment_id: site.environmentId, restore_run_id: id, target_key: "any" };
    const values = { ...of, ...status, id: `operation-${id}`, created_at: at.toISOString(), done: 0 };
    await product.db.insertInto("operations").values(values).execute();
  }
}, 60_000);
afterAll(() => site.close());

const idsIn = ({ body }: Reply) => (body as readonly { readonly id: string }[]).map(({ id }) => id);
const nextOf = ({ headers }: Reply) => /^<([^>]+)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];

describe("RW-14 a list that is answered in parts", () => {
  test.each(["runs", "sets", "items", "operations"] as const)(
    "holds every one of the %s once, in the order of the whole",
    async (of) => {
      const whole = await site.call("GET", lists[of]);
      expect(nextOf(whole)).toBeUndefined();
      const sizes: number[] = [];
      const found: string[] = [];
      for (let path: string | undefined = `${lists[of]}?limit=2`; path !== undefined;) {
        const part = await site.call("GET", path);
        found.push(...idsIn(part));
        sizes.push(idsIn(part).length);
        path = nextOf(part);
      }
      expect(found).toEqual(idsIn(whole));
      expect(sizes).toEqual(of === "items" ? [2, 1] : [2, 2, 1]);
    },
  );

  test("ends without another part where the last one is full", async () => {
    const full = await site.call("GET", `${lists.items}?limit=3`);
    expect([idsIn(full).length, nextOf(full)]).toEqual([3, undefined]);
  });

  test("goes on where it was, although a newer entry has come meanwhile", async () => {
    const first = await site.call("GET", `${lists.sets}?limit=2`);
    const rest = idsIn(await site.call("GET", lists.sets)).slice(2);
    const destination = { workspaceId: "demo", actor: localOperator, name: "Saturday" };
    await storeBackup(site.product, destination, threePolicies.backup);
    expect(idsIn(await site.call("GET", `${lists.sets}?after=${idsIn(first)[1]}`))).toEqual(rest);
  });

  test.each(["limit=0", "limit=5001", "limit=all", "limit=1.5", "limit=", "after=", "after=nothing", "after=%00"])(
    "has no page %s, and says what it has",
    async (query) => {
      for (const list of Object.values(lists)) {
        const refusal = await site.call("GET", `${list}?${query}`);
        expect(refusal).toMatchObject({ status: 400, body: { code: "page_unreadable" } });
        expect(JSON.stringify(refusal.body)).toMatch(/from 1 to (200|500|5000),/);
      }
      const german = await site.call("GET", `${lists.items}?${query}`, { headers: { "accept-language": "de" } });
      expect(german.body).toMatchObject({ title: "Diese Seite gibt es nicht" });
    },
  );

  test("takes the most that it says, and not one more", async () => {
    const { most } = endpoints.restore_runs.page;
    expect((await site.call("GET", `${lists.runs}?limit=${most}`)).status).toBe(200);
    expect((await site.call("GET", `${lists.runs}?limit=${most + 1}`)).status).toBe(400);
  });

  test("does not begin after an entry of another list (SI-11)", async () => {
    const other = await filledTarget(site.product, "Other", threePolicies.target);
    const path = `/api/workspaces/demo/environments/${other.id}/restore-runs`;
    const [run] = idsIn(await site.call("GET", lists.runs));
    expect(await site.call("GET", `${path}?after=${run}`)).toMatchObject({ status: 400 });
  });
});

describe("SI-16 the operations of an environment", () => {
  const statusesIn = ({ body }: Reply) =>
    new Set((body as readonly { readonly status: string }[]).map(({ status }) => status));

  test("are listed by how far they are, part by part", async () => {
    const [queued, finished] = [
      await site.call("GET", `${lists.operations}?status=queued`),
      await site.call("GET", `${lists.operations}?status=finished&limit=3`),
    ];
    expect([idsIn(queued).length, statusesIn(queued)]).toEqual([1, new Set(["queued"])]);
    const rest = await site.call("GET", nextOf(finished) ?? "");
    expect([idsIn(finished).length, idsIn(rest).length, nextOf(rest)]).toEqual([3, 1, undefined]);
    expect(statusesIn(rest)).toEqual(new Set(["finished"]));
    expect(idsIn(finished)).not.toEqual(expect.arrayContaining(idsIn(rest)));
  });

  test("are refused by name where no operation can be of that status, and hidden from who is no member", async () => {
    const unknown = await site.call("GET", `${lists.operations}?status=done`);
    expect([unknown.status, unknown.body]).toMatchObject([400, { code: "filter_unreadable" }]);
    expect((await site.call("GET", lists.operations, { as: "outsider" })).status).toBe(404);
  });
});
