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
