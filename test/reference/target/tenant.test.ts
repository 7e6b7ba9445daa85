import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect, type Connection } from "../../../reference/server/database/connect.js";
import { changeTarget } from "../../../reference/target/demo.js";
import { targetMigrations, type TargetSchema } from "../../../reference/target/schema.js";
import { removeTenant, seedTarget } from "../../../reference/target/seed.js";
import { openTenant } from "../../../reference/target/tenant.js";
import type { SeenPolicy, TargetPort } from "../../../src/restore/ports.js";
import { targetFingerprint } from "../../../src/restore/rules/content.js";
import type { TargetAnswer } from "../../../src/restore/run/target.js";
import { newDataFolder } from "../server/data-folder.js";
import { exported, policy } from "../server/support.js";

let dataDir: string;
let connection: Connection<TargetSchema>;
let tenants = 0;
const now = () => "2026-05-01T10:00:00.000Z";

beforeAll(async () => {
  dataDir = await newDataFolder();
  connection = await connect<TargetSchema>({ folder: join(dataDir, "target") }, targetMigrations);
}, 60_000);
afterAll(async () => {
  await connection.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function tenantWith(content: ReturnType<typeof exported>) {
  tenants += 1;
  const key = `tenant-${tenants}`;
  const seeded = await seedTarget(connection.db, { key, tenantId: `id-${tenants}`, label: "Contoso" }, content);
  return { key, seeded, tenant: openTenant(connection.db, key, now) };
}

/** A policy as a writer sees it now. */
async function seenNow(tenant: TargetPort, id: string): Promise<SeenPolicy> {
  return { id, fingerprint: targetFingerprint(valueOf(await tenant.readPolicy(id))) };
}

function valueOf<T>(answer: TargetAnswer<T>): T {
  if (!answer.ok) throw new Error(answer.problem.detail);
  return answer.value;
}

test("BY-3 a tenant that was removed is gone, and no empty one: what it held is not known", async () => {
  const { key, tenant } = await tenantWith(exported([policy("a", 5)]));
  await removeTenant(connection.db, key);
  const gone = { ok: false, problem: { code: "not_found" } };
  expect(await tenant.readIdentity()).toMatchObject(gone);
  expect(await tenant.readDirectory()).toMatchObject(gone);
  expect(await tenant.listPolicies()).toMatchObject(gone);
});

describe("an operator's target holds what was imported into it", () => {
  test("under the ids it had, with what was not captured still not known", async () => {
    const { tenant } = await tenantWith(
      exported([policy("a", 5, { assignments: null, scopeTagIds: null }), policy("b", 7)]),
    );
    const policies = valueOf(await tenant.listPolicies()).policies;
    expect(policies.map(({ id, assignments, scopeTagIds }) => ({ id, assignments, scopeTagIds }))).toEqual([
      { id: "a", assignments: null, scopeTagIds: null },
      { id: "b", assignments: [], scopeTagIds: ["0"] },
    ]);
  });

  test("and an item whose id is taken is named, not lost", async () => {
    const twin = policy("a", 6, { path: "SettingsCatalog/twin.json", name: "Twin" });
    const { seeded } = await tenantWith(exported([policy("a", 5), twin]));
    expect(seeded).toMatchObject({ policies: 1, duplicates: [{ path: "SettingsCatalog/twin.json", name: "Twin" }] });
  });

  test("text that a database column refuses is kept readable", async () => {
    const { tenant } = await tenantWith(exported([policy("a", 5, { name: "Odd\0name", payload: { text: "\0" } })]));
    expect(valueOf(await tenant.listPolicies()).policies).toMatchObject([
      { name: "Odd\uFFFDname", payload: { text: "\0" } },
    ]);
  });

  test("importing again replaces the content of that tenant and of no other", async () => {
    const first = await tenantWith(exported([policy("a", 5)]));
    const other = await tenantWith(exported([policy("z", 1)]));
    await seedTarget(connection.db, { key: first.key, tenantId: "id", label: "Contoso" }, exported([policy("b", 7)]));
    expect(valueOf(await first.tenant.listPolicies()).policies.map(({ id }) => id)).toEqual(["b"]);
    expect(valueOf(await other.tenant.listPolicies()).policies.map(({ id }) => id)).toEqual(["z"]);
  });
});

describe("the directory tells what references can be mapped to", () => {
  const content = exported(
    [
      policy("f", 1, { type: "assignment_filter", name: "Corporate" }),
      policy("t", 1, { type: "scope_tag", name: "Berlin" }),
    ],
    { groups: [{ id: "g", name: "Laptops" }] },
  );

  test("groups, filters and scope tags, with the tag that every tenant has", async () => {
    const { tenant } = await tenantWith(content);
    expect(valueOf(await tenant.readDirectory())).toMatchObject({
      groups: [{ id: "g", name: "Laptops" }],
      assignmentFilters: [{ id: "f", name: "Corporate" }],
      scopeTags: [
        { id: "0", name: "Default" },
        { id: "t", name: "Berlin" },
      ],
    });
  });

  test("its version moves with its content and with nothing else", async () => {
    const { key, tenant } = await tenantWith(content);
    const before = valueOf(await tenant.readDirectory()).version;
    await tenant.replaceSettings(await seenNow(tenant, "f"), { rule: "changed" });
    expect(valueOf(await tenant.readDirectory()).version).toBe(before);
    await changeTarget(connection.db, key, { kind: "remove_group", name: "Laptops" }, now);
    expect(valueOf(await tenant.readDirectory()).version).not.toBe(before);
  });
});

describe("a write answers with what the target holds then", () => {
  test("a created policy has its settings only; assignments and scope tags follow", async () => {
    const { tenant } = await tenantWith(
      exported([policy("7", 1, { type: "scope_tag", name: "Berlin" })], { groups: [{ id: "g", name: "Laptops" }] }),
    );
    const created = valueOf(
      await tenant.createPolicy({
        type: "settings_catalog",
        name: "New",
        platform: "windows",
        payload: { minutes: 5 },
        scopeTagIds: null,
      }),
    );
    expect(created).toMatchObject({
      name: "New",
      payload: { minutes: 5 },
      assignments: [],
      scopeTagIds: ["0"],
      modifiedAt: now(),
    });
    const toLaptops = {
      target: { kind: "include_group", groupId: "G", groupName: null },
      filter: null,
      source: "direct",
    } as const;
    expect(
      valueOf(await tenant.replaceAssignments(await seenNow(tenant, created.id), [toLaptops])).assignments,
    ).toEqual([toLaptops]);
    expect(valueOf(await tenant.replaceScopeTags(await seenNow(tenant, created.id), ["7"])).scopeTagIds).toEqual(["7"]);
    expect(valueOf(await tenant.readPolicy(created.id)).payload).toEqual({ minutes: 5 });
  });

  test("a policy that changed since its writer saw it is left as it is, and the answer says so (BY-8)", async () => {
    const { tenant } = await tenantWith(exported([policy("a", 5)]));
    const before = await seenNow(tenant, "a");
    valueOf(await tenant.replaceSettings(before, { minutes: 30 }));
    for (const answer of [
      await tenant.replaceSettings(before, { minutes: 60 }),
      await tenant.replaceAssignments(before, []),
      await tenant.replaceScopeTags(before, ["0"]),
    ]) {
      expect(answer).toMatchObject({ ok: false, problem: { code: "changed" } });
    }
    expect(valueOf(await tenant.readPolicy("a")).payload).toEqual({ minutes: 30 });
  });

  test("a policy is created with its scope tags, and never beside one of its name and type (BY-6)", async () => {
    const { tenant } = await tenantWith(exported([policy("7", 1, { type: "scope_tag", name: "Berlin" })]));
    const created = {
      type: "settings_catalog",
      name: "New",
      platform: "windows",
      payload: {},
      scopeTagIds: ["7"],
    } as const;
    expect(valueOf(await tenant.createPolicy(created)).scopeTagIds).toEqual(["7"]);
    expect(await tenant.createPolicy(created)).toMatchObject({ ok: false, problem: { code: "changed" } });
    expect(await tenant.createPolicy({ ...created, name: "Other", scopeTagIds: ["9"] })).toMatchObject({
      ok: false,
      problem: { code: "refused", detail: "The target has no scope tag 9." },
    });
    expect(valueOf(await tenant.listPolicies()).policies.map(({ name }) => name)).toEqual(["Berlin", "New"]);
  });

  test("what is not there, or not allowed, is an answer and never an exception", async () => {
    const { tenant } = await tenantWith(exported([policy("a", 5)]));
    const toNobody = {
      target: { kind: "exclude_group", groupId: "nobody", groupName: null },
      filter: null,
      source: "direct",
    } as const;
    const answers = [
      await tenant.readPolicy("nothing"),
      await tenant.replaceSettings({ id: "nothing", fingerprint: "sha256:0" }, {}),
      await tenant.replaceAssignments(await seenNow(tenant, "a"), [toNobody]),
      await tenant.readPolicy("\0"),
      await openTenant(connection.db, "no such tenant", now).readIdentity(),
    ];
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.problem.code))).toEqual([
      "not_found",
      "not_found",
      "refused",
      "refused",
      "not_found",
    ]);
    expect(valueOf(await tenant.readPolicy("a")).assignments).toEqual([]);
  });

  test("a filter or scope tag that the target does not have is refused as a group is", async () => {
    const { tenant } = await tenantWith(exported([policy("a", 5), policy("b", 5, { type: "scope_tag" })]));
    const filtered = { target: { kind: "all_users" }, filter: { id: "b", mode: "include" }, source: "direct" } as const;
    expect(await tenant.replaceAssignments(await seenNow(tenant, "a"), [filtered])).toMatchObject({
      problem: { code: "refused", detail: "The target has no assignment filter b." },
    });
    expect(await tenant.replaceScopeTags(await seenNow(tenant, "a"), ["0", "9"])).toMatchObject({
      problem: { code: "refused", detail: "The target has no scope tag 9." },
    });
    expect(valueOf(await tenant.replaceScopeTags(await seenNow(tenant, "a"), ["0", "b"])).scopeTagIds).toEqual([
      "0",
      "b",
    ]);
    expect(valueOf(await tenant.readPolicy("a")).assignments).toEqual([]);
  });

  test("a write whose connection broke may have been applied, and says so", async () => {
    const broken = await connect<TargetSchema>({ folder: join(dataDir, "database") }, targetMigrations);
    const tenant = openTenant(broken.db, "any", now);
    await broken.close();
    const written = await tenant.replaceSettings({ id: "a", fingerprint: "sha256:0" }, {});
    const seen = await tenant.readPolicy("a");
    expect([written.ok, seen.ok]).toEqual([false, false]);
    expect(written).toMatchObject({ problem: { code: "outcome_unknown" } });
    expect(seen).toMatchObject({ problem: { code: "unreachable" } });
  });
});

test("a demonstration changes a setting, and not what merely describes the policy", async () => {
  const { key, tenant } = await tenantWith(exported([policy("a", 5)]));
  const result = await changeTarget(connection.db, key, { kind: "edit_setting", name: null }, now);
  expect(result).toEqual({ ok: true, changed: 'In "Policy a", minutes was changed.' });
  expect(valueOf(await tenant.readPolicy("a"))).toMatchObject({
    name: "Policy a",
    payload: { minutes: 6 },
    modifiedAt: now(),
  });
  const nothing = await changeTarget(connection.db, key, { kind: "delete_policy", name: "Policy z" }, now);
  expect(nothing.ok).toBe(false);
});
