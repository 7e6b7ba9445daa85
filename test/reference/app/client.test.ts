import { afterEach, describe, expect, test, vi } from "vitest";
import { callEvery } from "../../../reference/app/api/client.js";
import { restoreHost } from "../../../reference/app/api/restore-host.js";

const item = (id: string) => ({
  id,
  name: id,
  type: "settings_catalog",
  platform: null,
  modifiedAt: null,
  capture: "full",
  problems: [],
});

const refusal = {
  type: "urn:checkrail:problem:execution_blocked",
  title: "Execution is blocked",
  status: 409,
  code: "execution_blocked",
  detail: "Nothing was queued.",
  reasons: [],
};

/** Stands in for the network; each request takes the next answer, and none is a connection that breaks. */
function answering(...answers: readonly (Response | null)[]) {
  const left = [...answers];
  const asked = vi.fn<typeof fetch>(async () => left.shift() ?? Promise.reject(new TypeError("fetch failed")));
  vi.stubGlobal("fetch", asked);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe("RW-14 the app reads a list to its end", () => {
  const params = { workspace: "demo", backupSet: "set" };
  const first = () => Response.json([item("a"), item("b")], { headers: { link: '</api/more?after=b>; rel="next"' } });

  test("part by part, where the server says that it goes on", async () => {
    const asked = answering(first(), Response.json([item("c")]));
    const answer = await callEvery("backup_set_items", params);
    expect(answer).toMatchObject({ ok: true, value: [{ id: "a" }, { id: "b" }, { id: "c" }] });
    expect(asked.mock.calls.map(([address]) => address)).toEqual([
      "/api/workspaces/demo/backup-sets/set/items",
      "/api/more?after=b",
    ]);
  });

  test("and takes a part that does not come for a problem, not for the end", async () => {
    answering(first(), null);
    expect(await callEvery("backup_set_items", params)).toMatchObject({
      ok: false,
      problem: { code: "server_not_reached" },
    });
  });
});

test("PF-12 the app asks for a group sync, and is told how far it is", async () => {
  const sync = {
    id: "sync",
    state: "queued",
    requestedAt: "2026-03-01T09:00:00Z",
    requestedBy: { id: "dana", name: "Dana" },
    finishedAt: null,
    changed: null,
    problem: null,
  };
  const answer = () => Response.json({ directory: null, sync });
  const asked = answering(answer(), null);
  const host = restoreHost("demo");
  const replies = [await host.syncDirectory("prod"), await host.syncDirectory("prod")];
  expect(asked.mock.calls.map(([address, init]) => [init?.method, address])).toEqual([
    ["POST", "/api/workspaces/demo/environments/prod/directory-sync"],
    ["POST", "/api/workspaces/demo/environments/prod/directory-sync"],
  ]);
  expect(replies).toMatchObject([
    { ok: true, value: sync },
    { ok: false, problem: { code: "server_not_reached" } },
  ]);
});

describe("RW-15 the app asks for one execution under one key", () => {
  const request = { fingerprint: "sha256:1", reviewedImpact: true, typedLabel: "Contoso", pasted: false };
  const keysOf = ({ mock }: ReturnType<typeof answering>) =>
    mock.calls.map(([, init]) => new Headers(init?.headers).get("idempotency-key"));
  const refused = () => Response.json(refusal, { status: 409 });

  test("again after the answer was lost, and under another once it was answered", async () => {
    const asked = answering(null, null, refused(), refused());
    const host = restoreHost("demo");
    for (let count = 0; count < 4; count += 1) await host.execute("run", 7, request);
    const [first, second, third, fourth] = keysOf(asked);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });

  test("and another request is never sent under it", async () => {
    const asked = answering(null, null, null);
    const host = restoreHost("demo");
    await host.execute("run", 7, request);
    await host.execute("run", 7, { ...request, pasted: true });
    await host.execute("other", 7, request);
    expect(new Set(keysOf(asked)).size).toBe(3);
  });
});

describe("BY-3 what stands between the app and the server", () => {
  const read = () => callEvery("backup_sets", { workspace: "demo" });

  test("a refusal that a proxy gives in a form of its own keeps its status, and when to ask again", async () => {
    answering(new Response("<html>Slow down</html>", { status: 429, headers: { "retry-after": "60" } }));
    const before = Date.now();
    const answer = await read();
    expect(answer).toMatchObject({ ok: false, problem: { status: 429, code: "problem_without_details" } });
    const at = answer.ok ? Number.NaN : Date.parse(answer.problem.retryAt ?? "");
    expect(at).toBeGreaterThanOrEqual(before + 60_000);
  });

  test("a moment to ask again is taken as it is, and one that cannot be read is none", async () => {
    answering(
      Response.json(refusal, { status: 503, headers: { "retry-after": "Fri, 20 Nov 2026 17:32:00 GMT" } }),
      Response.json(refusal, { status: 503, headers: { "retry-after": "soon" } }),
    );
    expect(await read()).toMatchObject({ problem: { retryAt: "2026-11-20T17:32:00.000Z" } });
    expect(await read()).not.toHaveProperty("problem.retryAt");
  });

  test("an answer in another form than agreed is not taken for success", async () => {
    answering(Response.json({ not: "a list" }));
    expect(await read()).toMatchObject({ ok: false, problem: { status: 0, code: "answer_not_understood" } });
  });

  test("an execution that is not answered in time is told from a server that is not there", async () => {
    const timeout = vi
      .spyOn(AbortSignal, "timeout")
      .mockReturnValue(AbortSignal.abort(new DOMException("", "TimeoutError")));
    vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => Promise.reject(signal?.reason as DOMException));
    const request = { fingerprint: "sha256:1", reviewedImpact: true, typedLabel: "Contoso", pasted: false };
    expect(await restoreHost("demo").execute("run", 7, request)).toMatchObject({
      problem: { status: 0, code: "answer_overdue" },
    });
    expect(timeout).toHaveBeenCalledWith(30_000);
    timeout.mockRestore();
  });
});
