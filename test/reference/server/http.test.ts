import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { backupSetsSchema, catalogueSchema } from "../../../reference/api/backup-sets.js";
import { endpoints } from "../../../reference/api/endpoints.js";
import { openApiDocument } from "../../../reference/api/openapi.js";
import { problemSchema } from "../../../reference/api/problem.js";
import { runListSchema } from "../../../reference/api/runs.js";
import { sessionSchema } from "../../../reference/api/session.js";
import { workspaceSchema } from "../../../reference/api/workspaces.js";
import { startServer } from "../../../reference/server/main.js";
import { RunDriver } from "./run-driver.js";
import { openSite, read, type Site } from "./support.js";

// The database is part of this process; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

let site: Site;
let appDir: string;
/** What goes wrong where nothing is expected to. */
let failure: Error | null = null;
/** A request takes its own name before anything goes wrong with it. */
let namesLeft = 0;
beforeAll(async () => {
  appDir = await mkdtemp(join(tmpdir(), "checkrail-app-"));
  await writeFile(join(appDir, "index.html"), "<!doctype html><title>Restore</title>");
  await writeFile(join(appDir, "app.js"), "export {};");
  const newId = () => {
    if (failure !== null && namesLeft === 0) throw failure;
    namesLeft -= 1;
    return randomUUID();
  };
  site = await openSite(undefined, { appDir, newId });
}, 60_000);
afterAll(async () => {
  await site.close();
  await rm(appDir, { recursive: true, force: true });
});

describe("an operator finds what there is", () => {
  test("who they are, the workspace, its backup sets and their items", async () => {
    const session = read(sessionSchema, await site.call("GET", "/api/session"));
    expect(session).toMatchObject({ operator: { name: "Dana Okafor" }, workspaces: ["demo"], demo: true });
    const workspace = read(workspaceSchema, await site.call("GET", "/api/workspaces/demo"));
    expect(workspace.environments).toMatchObject([{ name: "Contoso Production", environment: "prod" }]);
    const [set] = read(backupSetsSchema, await site.call("GET", "/api/workspaces/demo/backup-sets"));
    expect(set?.quality).toMatchObject({ itemCount: 3, usableItems: 3 });
    const items = read(catalogueSchema, await site.call("GET", `/api/workspaces/demo/backup-sets/${set?.id}/items`));
    expect(items.map((item) => item.name)).toEqual(["Policy a", "Policy b", "Policy c"]);
  });

  test("the runs of an environment, each with the status that its evidence supports", async () => {
    const run = await RunDriver.create(site);
    await run.scopeAll();
    await run.checks();
    const path = `/api/workspaces/demo/environments/${site.environmentId}/restore-runs`;
    const listed = read(runListSchema, await site.call("GET", path)).find(({ id }) => id === run.document.run.id);
    expect(listed).toMatchObject({ status: "checked", dryRun: true, backupSetName: "Baseline" });
  });
});

test("the API describes itself to anybody, as it was generated", async () => {
  const described = await site.call("GET", "/openapi.json", { as: "outsider" });
  expect([described.status, described.body]).toEqual([200, openApiDocument({ demo: true })]);
});

describe("who may do what is decided in one place", () => {
  test("a workspace does not exist for somebody who is not a member, whatever they ask", async () => {
    const run = await RunDriver.create(site);
    for (const endpoint of Object.values(endpoints).filter(({ access }) => access.scope === "member")) {
      const path = endpoint.path
        .replace(":workspace", "demo")
        .replace(":environment", site.environmentId)
        .replace(":backupSet", site.backupSetId)
        .replace(":run", run.document.run.id)
        .replace(":operation", "none");
      const hidden = await site.call(endpoint.method, path, { as: "outsider", revision: 1 });
      expect([endpoint.path, hidden.status]).toEqual([endpoint.path, 404]);
      expect(read(problemSchema, hidden).code).toBe("not_found");
    }
  });

  test("a viewer reads a run, and is told that preparing and executing it is not theirs", async () => {
    const run = await RunDriver.create(site);
    expect((await site.call("GET", run.path, { as: "viewer" })).status).toBe(200);
    for (const action of ["changes", "checks", "preview", "execute", "cancel"]) {
      const refusal = await site.call("POST", `${run.path}/${action}`, { as: "viewer", revision: 1, body: {} });
      expect([action, refusal.status, read(problemSchema, refusal).code]).toEqual([action, 403, "capability_missing"]);
    }
  });

  test("a name that nobody has is not signed in", async () => {
    const reply = await site.call("GET", "/api/session", { headers: { "x-checkrail-operator": "constructor" } });
    expect(reply.status).toBe(401);
  });

  test("a page of another site may not act here, and another host name is not answered", async () => {
    const run = await RunDriver.create(site);
    const foreign = await run.post(
      "changes",
      { event: "dry_run_set", dryRun: false },
      { headers: { origin: "https://example.org" } },
    );
    expect(foreign).toMatchObject({ status: 403, body: { code: "foreign_origin" } });
    const misnamed = get(`${site.server.url}/api/session`, { headers: { host: "checkrail.example.org" } });
    const [answer] = (await once(misnamed, "response")) as [IncomingMessage];
    expect(answer.statusCode).toBe(421);
    answer.resume();
  });

  test("demonstration identities are never offered to other machines", async () => {
    await expect(startServer({ dataDir: join(site.dataDir, "other"), host: "0.0.0.0" })).rejects.toThrow(
      "this machine only",
    );
  });
});

describe("a request that cannot be understood is told where it is wrong", () => {
  test("a write names the revision it was made for", async () => {
    const run = await RunDriver.create(site);
    const body = { event: "dry_run_set", dryRun: false };
    expect((await site.call("POST", `${run.path}/changes`, { body })).status).toBe(428);
    expect((await site.call("POST", `${run.path}/changes`, { body, headers: { "if-match": "1" } })).status).toBe(400);
    const first = await site.call("POST", `${run.path}/changes`, { body, revision: 1 });
    expect([first.status, first.headers.get("etag")]).toEqual([200, '"2"']);
    const second = await site.call("POST", `${run.path}/changes`, { body: { ...body, dryRun: true }, revision: 1 });
    expect(second).toMatchObject({ status: 412, body: { code: "revision_moved" } });
    expect((await run.load()).run.dryRun).toBe(false);
  });

  test("text that is not JSON, a field that does not exist, and a value of another kind", async () => {
    const run = await RunDriver.create(site);
    expect(await run.post("changes", '{"event":')).toMatchObject({ status: 400, body: { code: "malformed_json" } });
    const unknown = await run.post("changes", { event: "dry_run_set", dryRun: false, force: true });
    expect(read(problemSchema, unknown).reasons[0]?.reason).toContain("force");
    const wrong = await run.post("changes", {
      event: "scope_defined",
      scope: { mode: "selected", itemIds: [7] },
      restoreMode: "create_missing",
    });
    expect(read(problemSchema, wrong).reasons[0]?.reason).toMatch(/^scope\.itemIds\[0\]: /);
    const form = await run.post("changes", "a=b", { headers: { "content-type": "application/x-www-form-urlencoded" } });
    expect(form.status).toBe(415);
    expect((await run.load()).run.revision).toBe(1);
  });

  test("an id that no record can have, and a path that does not exist", async () => {
    expect((await site.call("GET", "/api/workspaces/demo/restore-runs/%00")).status).toBe(404);
    const nowhere = await site.call("GET", "/api/nowhere");
    expect(nowhere.headers.get("content-type")).toBe("application/problem+json");
    expect(nowhere.status).toBe(404);
  });

  test("a body that is too large", async () => {
    const run = await RunDriver.create(site);
    const huge = { event: "dry_run_set", dryRun: false, padding: "x".repeat(2 * 1024 * 1024) };
    expect((await run.post("changes", huge)).status).toBe(413);
  });
});

test("what goes wrong inside is told by a reference, and neither shown nor said to be done", async () => {
  const noted = vi.spyOn(console, "error").mockImplementation(() => {});
  const runs = `/api/workspaces/demo/environments/${site.environmentId}/restore-runs`;
  const before = await site.call("GET", runs);
  [failure, namesLeft] = [new Error("password=hunter2"), 1];
  const reply = await site.call("POST", runs, { body: {} });
  failure = null;
  expect(reply).toMatchObject({ status: 500, body: { code: "internal_error", reasons: [] } });
  expect(JSON.stringify(reply.body)).not.toMatch(/hunter2|at \w+ \(/);
  expect(noted).toHaveBeenCalledTimes(1);
  expect(String(noted.mock.calls[0]?.[0])).not.toContain("hunter2");
  noted.mockRestore();
  expect((await site.call("GET", runs)).body).toEqual(before.body);
});

test("an operator of the server reads what it does and what waits, in the form that Prometheus reads", async () => {
  await site.call("GET", "/api/session");
  const answer = await fetch(`${site.server.url}/metrics`);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const lines = (await answer.text()).split("\n");
  expect(lines).toContainEqual(
    expect.stringMatching(/^checkrail_requests_total\{method="GET",route="\/api\/session",status="200"\} [1-9]\d*$/),
  );
  expect(lines).toContain('checkrail_jobs_abandoned{kind="run.assess"} 0');
  // A line is a comment, or a name with its labels and a number.
  expect(lines.filter((line) => !/^(#.*|\w+(\{[^}]*\})? [\d.e+-]+|)$/.test(line))).toEqual([]);
});

describe("the app is served beside the API", () => {
  test("every page address gives the one page, and nothing else does", async () => {
    const page = await fetch(`${site.server.url}/workspaces/demo/runs/1/steps/preview`, {
      headers: { accept: "text/html" },
    });
    expect([page.status, await page.text()]).toEqual([200, "<!doctype html><title>Restore</title>"]);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(page.headers.get("x-frame-options")).toBe("DENY");
    expect(page.headers.get("content-security-policy")).not.toContain("unsafe-inline");
    expect((await fetch(`${site.server.url}/app.js`)).status).toBe(200);
    expect((await fetch(`${site.server.url}/missing.js`)).status).toBe(404);
  });
});
