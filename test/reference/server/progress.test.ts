import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { runProgressSchema } from "../../../reference/api/progress.js";
import type { TargetPort } from "../../../src/restore/ports.js";
import { RunDriver } from "./run-driver.js";
import { openSite, signal, type Site, threePolicies } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let around: (target: TargetPort) => TargetPort = (target) => target;
let site: Site;
beforeAll(async () => {
  site = await openSite(threePolicies, { around: (target) => around(target) });
}, 60_000);
afterEach(() => {
  around = (target) => target;
});
afterAll(() => site.close());

interface Listening {
  readonly status: number;
  readonly type: string | null;
  /** The next event, or null where the stream has ended. */
  next(): Promise<{ readonly id: string; readonly data: unknown } | null>;
  leave(): void;
}

async function listenTo(
  run: RunDriver,
  headers: Readonly<Record<string, string>> = {},
  of: Site = site,
): Promise<Listening> {
  const leaving = new AbortController();
  const response = await fetch(`${of.server.url}${run.path}/events`, { headers, signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    leave: () => leaving.abort(),
    next: async () => {
      for (;;) {
        const event = /^id: (.*)\nevent: progress\ndata: (.*)\n\n/m.exec(text);
        if (event !== null) {
          text = text.slice(event.index + event[0].length);
          return { id: event[1] ?? "", data: runProgressSchema.strict().parse(JSON.parse(event[2] ?? "")) };
        }
        const part = await reader?.read();
        if (part === undefined || part.done) return null;
        text += part.value;
      }
    },
  };
}

describe("SI-19 whoever listens to a run", () => {
  test("is told where it stands, and each time it has moved on, until it has ended and was compared", async () => {
    const run = await RunDriver.ready(site);
    const writing = signal();
    const goOn = signal();
    around = (target) => ({
      ...target,
      createPolicy: async (policy) => {
        writing.resolve();
        await goOn.promise;
        return target.createPolicy(policy);
      },
    });
    const events = await listenTo(run);
    expect([events.status, events.type]).toEqual([200, "text/event-stream"]);
    const { revision } = run.document.run;
    const { id } = run.document.assessment ?? {};
    const assessment = { id, kind: "preview", state: "succeeded", stage: null };
    expect((await events.next())?.data).toEqual({
      revision,
      operation: null,
      evidence: null,
      assessment,
      directorySync: null,
    });
    await run.execute();
    await writing.promise;
    const told: unknown[] = [];
    const until = async (state: object) => {
      while (!told.some((data) => JSON.stringify(data).includes(JSON.stringify(state).slice(1, -1)))) {
        told.push((await events.next())?.data);
      }
      return told.at(-1);
    };
    expect(await until({ status: "running", done: 1, total: 3 })).toMatchObject({ revision: revision + 2 });
    // Whoever listens keeps nobody from working, although the embedded database has one connection.
    expect((await site.call("GET", run.path)).status).toBe(200);
    goOn.resolve();
    expect(await until({ evidence: "active" })).toEqual({
      revision: revision + 3,
      operation: { status: "finished", done: 3, total: 3 },
      evidence: "active",
      assessment,
      directorySync: null,
    });
    events.leave();
  });

  test("and comes back with what they heard last, is told only what is new", async () => {
    const run = await RunDriver.ready(site);
    const first = await listenTo(run);
    const heard = await first.next();
    first.leave();
    const again = await listenTo(run, { "last-event-id": heard?.id ?? "" });
    await run.change({ event: "dry_run_set", dryRun: true });
    expect((await again.next())?.data).toMatchObject({ revision: run.document.run.revision });
    again.leave();
  });
});

describe("SI-11 listening asks for the rights of the run's page", () => {
  test("a run does not exist for somebody who is not a member, and no other run does for anybody", async () => {
    const run = await RunDriver.ready(site);
    const asOutsider = await site.call("GET", `${run.path}/events`, { as: "outsider" });
    const unknown = await site.call("GET", "/api/workspaces/demo/restore-runs/none/events");
    for (const { status, body } of [asOutsider, unknown]) {
      expect([status, body]).toMatchObject([404, { code: "not_found" }]);
    }
  });

  test("a viewer is told too", async () => {
    const run = await RunDriver.ready(site);
    const events = await listenTo(run, { "x-checkrail-operator": "viewer" });
    expect((await events.next())?.data).toMatchObject({ revision: run.document.run.revision });
    events.leave();
  });
});

test("a server that stops ends what is listened to, and does not wait for the listener", async () => {
  const own = await openSite();
  const events = await listenTo(await RunDriver.ready(own), {}, own);
  expect(await events.next()).not.toBeNull();
  await own.close();
  expect(await events.next()).toBeNull();
});
