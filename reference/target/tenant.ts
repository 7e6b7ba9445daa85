import { randomUUID } from "node:crypto";
import { type Selectable, sql, type Transaction } from "kysely";
import { fingerprintOf } from "../../src/safety/index.js";
import type { NewPolicy, SeenPolicy, TargetPort } from "../../src/restore/ports.js";
import type {
  DirectoryEntry,
  TargetDirectory,
  TargetLimit,
  TargetPolicy,
  TargetProblem,
} from "../../src/restore/run/target.js";
import { targetFingerprint } from "../../src/restore/rules/content.js";
import { limitOn } from "../../src/restore/rules/limits.js";
import { nameField } from "../../src/restore/rules/name.js";
import { conducted } from "./conduct.js";
import { reading, refuse, writing } from "./answers.js";
import { readLimits, refuseForbidden } from "./limits.js";
import { defaultScopeTag, refuseUnknown } from "./references.js";
import type { TargetDb, TargetSchema } from "./schema.js";

type PolicyRow = Selectable<TargetSchema["policies"]>;
type PolicyChange = Partial<Record<"name" | "payload" | "assignments" | "scope_tag_ids", string>>;

/** One tenant of the target, behind the port. Answers are data: nothing is thrown across it. */
export function openTenant(db: TargetDb, key: string, now: () => string): TargetPort {
  const read = (id: string) =>
    db.selectFrom("policies").selectAll().where("tenant_key", "=", key).where("id", "=", id).executeTakeFirst();

  const self = () => db.selectFrom("tenants").selectAll().where("key", "=", key).executeTakeFirst();

  const replace = (
    { id, fingerprint }: SeenPolicy,
    change: PolicyChange,
    check: (tx: Transaction<TargetSchema>) => Promise<void> = async () => {},
  ) =>
    writing(() =>
      db.transaction().execute(async (tx) => {
        await check(tx);
        const held = await tx
          .selectFrom("policies")
          .selectAll()
          .where("tenant_key", "=", key)
          .where("id", "=", id)
          .forUpdate()
          .executeTakeFirst();
        if (held === undefined) return notFound(id);
        await refuseForbidden(tx, key, held.type);
        if (targetFingerprint(policyOf(held)) !== fingerprint) return refuse(movedMeanwhile);
        const row = await tx
          .updateTable("policies")
          .set((column) => ({ ...change, modified_at: now(), version: column("version", "+", 1) }))
          .where("tenant_key", "=", key)
          .where("id", "=", id)
          .returningAll()
          .executeTakeFirst();
        return row === undefined ? notFound(id) : policyOf(row);
      }),
    );

  const port: TargetPort = {
    readIdentity: () =>
      reading(async () => {
        const tenant = await self();
        if (tenant === undefined) return refuse(gone);
        return { tenantId: tenant.tenant_id, label: tenant.label, readAt: now() };
      }),
    readDirectory: () =>
      reading(async () => {
        const groups = await db
          .selectFrom("groups")
          .select(["id", "name"])
          .where("tenant_key", "=", key)
          .orderBy("id")
          .execute();
        const foundations = await db
          .selectFrom("policies")
          .select(["id", "name", "type"])
          .where("tenant_key", "=", key)
          .where("type", "in", ["assignment_filter", "scope_tag"])
          .orderBy("id")
          .execute();
        const limits = await readLimits(db, key);
        // One that was removed meanwhile holds nothing, which is not that it is empty.
        return (await self()) === undefined ? refuse(gone) : directoryOf(groups, foundations, limits, now());
      }),
    listPolicies: () =>
      reading(async () => {
        const rows = await db
          .selectFrom("policies")
          .selectAll()
          .where("tenant_key", "=", key)
          .orderBy("position")
          .orderBy("id")
          .execute();
        const limits = await readLimits(db, key);
        const policies = rows.filter(({ type }) => limitOn(limits, type, "read") === null).map(policyOf);
        return (await self()) === undefined ? refuse(gone) : { policies, limits };
      }),
    readPolicy: (id) =>
      reading(async () => {
        const row = await read(id);
        if (row === undefined) return notFound(id);
        if (limitOn(await readLimits(db, key), row.type, "read") === null) return policyOf(row);
        return refuse({ code: "refused", detail: "The target does not let policies of this type be read." });
      }),
    createPolicy: (policy) => writing(() => db.transaction().execute((tx) => create(tx, key, policy, now()))),
    replaceSettings: (seen, payload) => {
      const named = nameField(payload);
      return replace(seen, { payload: JSON.stringify(payload), ...(named === null ? {} : { name: named.name }) });
    },
    replaceAssignments: (seen, assignments) =>
      replace(seen, { assignments: JSON.stringify(assignments) }, (tx) => refuseUnknown(tx, key, { assignments })),
    replaceScopeTags: (seen, scopeTagIds) =>
      replace(seen, { scope_tag_ids: JSON.stringify(scopeTagIds) }, (tx) => refuseUnknown(tx, key, { scopeTagIds })),
  };
  return conducted(db, key, port);
}

const gone: TargetProblem = { code: "not_found", detail: "The target tenant does not exist." };

const movedMeanwhile: TargetProblem = {
  code: "changed",
  detail: "The policy changed in the target between reading and writing it. This part was not written.",
};

async function create(
  tx: Transaction<TargetSchema>,
  key: string,
  policy: NewPolicy,
  at: string,
): Promise<TargetPolicy> {
  await refuseForbidden(tx, key, policy.type);
  await refuseUnknown(tx, key, { scopeTagIds: policy.scopeTagIds });
  const namesakes = await tx
    .selectFrom("policies")
    .select("platform")
    .where("tenant_key", "=", key)
    .where("type", "=", policy.type)
    .where("name", "=", policy.name)
    .execute();
  if (namesakes.some(({ platform }) => platform === null || policy.platform === null || platform === policy.platform)) {
    return refuse({
      code: "changed",
      detail: `The target now has a policy “${policy.name}” of this type. Nothing was created.`,
    });
  }
  const row = await tx
    .insertInto("policies")
    .values((insert) => ({
      tenant_key: key,
      id: randomUUID(),
      position: insert
        .selectFrom("policies")
        .select(sql<number>`coalesce(max(position), -1) + 1`.as("position"))
        .where("tenant_key", "=", key),
      type: policy.type,
      platform: policy.platform,
      name: policy.name,
      payload: JSON.stringify(policy.payload),
      assignments: "[]",
      scope_tag_ids: JSON.stringify(policy.scopeTagIds ?? [defaultScopeTag.id]),
      modified_at: at,
      version: 1,
    }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return policyOf(row);
}

function notFound(id: string): never {
  return refuse({ code: "not_found", detail: `The target has no policy ${id}.` });
}

function policyOf(row: PolicyRow): TargetPolicy {
  return {
    id: row.id,
    type: row.type,
    name: row.name,
    platform: row.platform,
    modifiedAt: row.modified_at,
    payload: row.payload,
    assignments: row.assignments,
    scopeTagIds: row.scope_tag_ids,
  };
}

const directoryKinds: readonly string[] = ["group", "assignment_filter", "scope_tag"];

function directoryOf(
  groups: readonly DirectoryEntry[],
  foundations: readonly (DirectoryEntry & { readonly type: string })[],
  known: readonly TargetLimit[],
  readAt: string,
): TargetDirectory {
  const limits = known.filter(({ of, access }) => access === "read" && directoryKinds.includes(of));
  const listed = (type: string) => limitOn(limits, type, "read") === null;
  const entries = (type: string) =>
    foundations.filter((row) => row.type === type && listed(type)).map(({ id, name }) => ({ id, name }));
  const tags = entries("scope_tag");
  const scopeTags = tags.some((tag) => tag.id === defaultScopeTag.id) ? tags : [defaultScopeTag, ...tags];
  const content = {
    groups: listed("group") ? groups.map(({ id, name }) => ({ id, name })) : [],
    assignmentFilters: entries("assignment_filter"),
    scopeTags: scopeTags.map(({ id, name }) => ({ id, name })),
    limits,
  };
  return {
    version: fingerprintOf({ ...content, limits: limits.map(({ of, access, cause }) => [of, access, cause]) }),
    readAt,
    ...content,
  };
}
