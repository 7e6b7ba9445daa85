import { request as open } from "node:http";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { localOperator } from "../../../reference/server/http/identities.js";
import { restoreBasis } from "../../../src/restore/run/basis.js";
import { RunDriver } from "./run-driver.js";
import { openSite, type Reply, type Site } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
beforeAll(async () => {
  site = await openSite();
}, 60_000);
afterAll(() => site.close());

const under = (key: string) => ({ headers: { "idempotency-key": key } });
const code = ({ status, body }: Reply) => [status, (body as { readonly code?: string }).code];

async function operationsOf(run: RunDriver): Promise<number> {
  const rows = await site.product.db
    .selectFrom("operations")
    .select("id")
    .where("restore_run_id", "=", run.document.run.id)
    .execute();
  return rows.length;
}

describe("RW-15 execution that is asked for again under the same key", () => {
  test("is answered with the first answer, also after the run has moved on", async () => {
    const run = await RunDriver.ready(site);
    const { revision } = run.document.run;
    const fingerprint = restoreBasis(run.document).fingerprint;
    const ask = () => run.execute({ fingerprint }, { ...under("asked-for-once-0001"), revision });
    const first = await ask();
    expect(first.status).toBe(202);
    await run.finished();
    const again = await ask();
    expect([again.status, again.body]).toEqual([202, first.body]);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(await operationsOf(run)).toBe(1);
  });

  test("is one execution where both requests are on their way at once", async () => {
    const run = await RunDriver.ready(site);
    const ask = () => run.execute({}, under("asked-for-twice-0001"));
    const [first, second] = await Promise.all([ask(), ask()]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body).toEqual(first.body);
    expect(await operationsOf(run)).toBe(1);
  });

  test("is the same execution for a client that lost the answer to the first request", async () => {
    const run = await RunDriver.ready(site);
    const { revision, target } = run.document.run;
    const fingerprint = restoreBasis(run.document).fingerprint;
    const body = JSON.stringify({ fingerprint, reviewedImpact: true, typedLabel: target.label, pasted: false });
    const lost = open(`${site.server.url}${run.path}/execute`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "if-match": `"${revision}"`,
        ...under("timed-out-000001").headers,
      },
    });
    lost.on("error", () => undefined).end(body);
    await vi.waitFor(async () => expect(await operationsOf(run)).toBe(1), { timeout: 20_000 });
    lost.destroy();

    const retried = await run.execute({ fingerprint }, { ...under("timed-out-000001"), revision });
    expect(retried.status).toBe(202);
    expect(await operationsOf(run)).toBe(1);
    await run.finished();
    expect(run.document.run.execution?.status).toBe("completed");
  });

  test("with another body is refused, does nothing, and stays in the trail", async () => {
    const run = await RunDriver.ready(site);
    expect((await run.execute({}, under("one-key-two-bodies"))).status).toBe(202);
    const other = await run.execute({ pasted: true }, under("one-key-two-bodies"));
    expect(code(other)).toEqual([422, "idempotency_key_reused"]);
    const trail = await site.product.db
      .selectFrom("audit_events")
      .select("detail")
      .where("restore_run_id", "=", run.document.run.id)
      .where("event", "=", "execution_refused")
      .execute();
    expect(trail).toEqual([{ detail: { code: "idempotency_key_reused", reasons: [] } }]);
  });

  test("for another run is refused, and that run is not started", async () => {
    const [run, other] = [await RunDriver.ready(site), await RunDriver.ready(site)];
    expect((await run.execute({}, under("one-key-two-runs-1"))).status).toBe(202);
    expect(code(await other.execute({}, under("one-key-two-runs-1")))).toEqual([422, "idempotency_key_reused"]);
    expect(await operationsOf(other)).toBe(0);
  });

  test("after a refusal is judged anew, because what was refused has used no key", async () => {
    const run = await RunDriver.ready(site);
    const mistyped = await run.execute({ typedLabel: "Contoso" }, under("mistyped-at-first"));
    expect(code(mistyped)).toEqual([409, "execution_blocked"]);
    expect((await run.execute({}, under("mistyped-at-first"))).status).toBe(202);
  });

  test("a day later finds a run that has left preparation, and starts nothing", async () => {
    const run = await RunDriver.ready(site);
    expect((await run.execute({}, under("remembered-a-day-1"))).status).toBe(202);
    await run.finished();
    await site.product.db
      .updateTable("idempotency_keys")
      .set({ recorded_at: new Date(Date.now() - 24 * 3_600_000 - 1_000).toISOString() })
      .where("key", "=", "remembered-a-day-1")
      .execute();
    const late = await run.execute({}, under("remembered-a-day-1"));
    expect(code(late)).toEqual([409, "run_already_left_preparation"]);
    const next = await RunDriver.ready(site);
    expect((await next.execute()).status).toBe(202);
    const kept = site.product.db.selectFrom("idempotency_keys").select("key").where("key", "=", "remembered-a-day-1");
    expect(await kept.execute()).toEqual([]);
  });

  test("is nobody else's: two callers may choose the same key", async () => {
    const run = await RunDriver.ready(site);
    const row = { workspace_id: "demo", key: "the-same-by-chance", recorded_at: new Date().toISOString() };
    await site.product.db
      .insertInto("idempotency_keys")
      .values({ ...row, operator_id: `not.${localOperator.id}`, request_fingerprint: "another", answer: "{}" })
      .execute();
    expect((await run.execute({}, under("the-same-by-chance"))).status).toBe(202);
  });
});

describe("RW-15 execution without a key that can be told from others", () => {
  test.each([
    ["", "idempotency_key_missing"],
    ["short", "idempotency_key_unreadable"],
    ["x".repeat(129), "idempotency_key_unreadable"],
    ["a key with blanks in it", "idempotency_key_unreadable"],
  ])("%j is refused, in the reader's language", async (key, problem) => {
    const run = await RunDriver.ready(site);
    const german = { "accept-language": "de" };
    const refusal = await run.execute({}, { headers: { ...under(key).headers, ...german } });
    expect(code(refusal)).toEqual([400, problem]);
    expect(refusal.body).toMatchObject({ title: expect.stringMatching(/Schlüssel/) });
    expect(await operationsOf(run)).toBe(0);
  });
});
