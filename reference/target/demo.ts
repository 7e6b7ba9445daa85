import type { Selectable } from "kysely";
import type { JsonObject, JsonValue } from "../../src/safety/index.js";
import { itemTypes } from "../../src/restore/rules/item-types.js";
import { type Conduct, setConduct } from "./conduct.js";
import type { TargetDb, TargetSchema } from "./schema.js";

/** A way in which the target could answer from now on. */
type ConductChange =
  | "throttle"
  | "go_offline"
  | "refuse_writes"
  | "lose_answers"
  | "hold_reads"
  | "hold_writes"
  | "answer_normally";

const conducts: Readonly<Record<ConductChange, { readonly conduct: Conduct | null; readonly changed: string }>> = {
  throttle: { conduct: "throttles", changed: "The target now asks every caller to wait." },
  go_offline: { conduct: "is_offline", changed: "The target no longer answers." },
  refuse_writes: { conduct: "refuses_writes", changed: "The target is read as before, and takes no writes." },
  lose_answers: {
    conduct: "loses_answers",
    changed: "The target writes what it is asked to, and its answers are lost.",
  },
  hold_reads: { conduct: "holds_reads", changed: "Whoever reads the target waits, for two minutes at most." },
  hold_writes: { conduct: "holds_writes", changed: "Whoever writes to the target waits, for two minutes at most." },
  answer_normally: { conduct: null, changed: "The target answers as it should." },
};

/** A way in which somebody else could change the target underneath a run. */
export type TargetChangeKind =
  | "edit_setting"
  | "delete_policy"
  | "rename_policy"
  /** Deleted and made anew twice: its id is gone, and two have its name (BY-4). */
  | "duplicate_policy"
  | "clear_assignments"
  | "rename_tenant"
  | "remove_group"
  /** The account may no longer list items of a type, or groups. */
  | "withhold_type"
  /** The account may no longer write items of a type. */
  | "forbid_type"
  | "lift_limits"
  | ConductChange;

/** What was changed, in one sentence; or why nothing was. */
export type TargetChangeResult =
  | { readonly ok: true; readonly changed: string }
  | { readonly ok: false; readonly detail: string };

type PolicyRow = Selectable<TargetSchema["policies"]>;

/** Changes a tenant as a colleague with a console would: nothing of it is known to the product. */
export async function changeTarget(
  db: TargetDb,
  key: string,
  change: { readonly kind: TargetChangeKind; readonly name: string | null },
  now: () => string,
): Promise<TargetChangeResult> {
  if (change.kind === "rename_tenant") {
    const label = change.name ?? "Renamed tenant";
    await db.updateTable("tenants").set({ label }).where("key", "=", key).execute();
    return { ok: true, changed: `The tenant now calls itself ${label}.` };
  }
  if (change.kind === "lift_limits") {
    await db.deleteFrom("limits").where("tenant_key", "=", key).execute();
    return { ok: true, changed: "Every type can be listed and written again." };
  }
  if (isConduct(change.kind)) {
    const { conduct, changed } = conducts[change.kind];
    await setConduct(db, key, conduct);
    return { ok: true, changed };
  }
  if (change.kind === "withhold_type" || change.kind === "forbid_type") {
    return limitType(db, key, change.name, change.kind === "withhold_type" ? "read" : "write");
  }
  if (change.kind === "remove_group") return removeGroup(db, key, change.name);

  const policies = await db
    .selectFrom("policies")
    .selectAll()
    .where("tenant_key", "=", key)
    .orderBy("position")
    .execute();
  const edited = (row: PolicyRow) => (row.payload === null ? null : editFirstSetting(row.payload));
  const policy = policies.find(
    (row) =>
      (change.name === null || row.name === change.name) && (change.kind !== "edit_setting" || edited(row) !== null),
  );
  if (policy === undefined) {
    return {
      ok: false,
      detail:
        change.name === null
          ? "The target has no such policy."
          : `The target has no policy "${change.name}" that can be changed so.`,
    };
  }
  const update = (values: Partial<Record<"payload" | "assignments" | "name", string>>) =>
    db
      .updateTable("policies")
      .set((column) => ({ ...values, modified_at: now(), version: column("version", "+", 1) }))
      .where("tenant_key", "=", key)
      .where("id", "=", policy.id)
      .execute();
  switch (change.kind) {
    case "delete_policy":
      await db.deleteFrom("policies").where("tenant_key", "=", key).where("id", "=", policy.id).execute();
      return { ok: true, changed: `"${policy.name}" was deleted.` };
    case "rename_policy":
      await update({ name: `${policy.name} (renamed)` });
      return { ok: true, changed: `"${policy.name}" was renamed to "${policy.name} (renamed)".` };
    case "duplicate_policy": {
      const copies = ["first", "second"].map((which) => ({
        ...policy,
        ...{ payload: document(policy.payload), assignments: document(policy.assignments) },
        ...{ scope_tag_ids: document(policy.scope_tag_ids), modified_at: now() },
        id: `${policy.id}-${which}`,
      }));
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom("policies").where("tenant_key", "=", key).where("id", "=", policy.id).execute();
        await tx.insertInto("policies").values(copies).execute();
      });
      return { ok: true, changed: `"${policy.name}" was made anew twice: two policies have this name now.` };
    }
    case "clear_assignments":
      await update({ assignments: "[]" });
      return { ok: true, changed: `"${policy.name}" is no longer assigned to anybody.` };
    case "edit_setting": {
      const found = edited(policy);
      if (found === null) return { ok: false, detail: `"${policy.name}" has no setting that can be changed.` };
      await update({ payload: JSON.stringify(found.value) });
      return { ok: true, changed: `In "${policy.name}", ${found.path.join(" › ")} was changed.` };
    }
  }
}

function document(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

function isConduct(kind: TargetChangeKind): kind is ConductChange {
  return Object.hasOwn(conducts, kind);
}

async function limitType(
  db: TargetDb,
  key: string,
  type: string | null,
  access: "read" | "write",
): Promise<TargetChangeResult> {
  const known = type !== null && (itemTypes.some(({ id }) => id === type) || (type === "group" && access === "read"));
  if (!known) return { ok: false, detail: "Name the type of item, such as settings_catalog." };
  await db
    .insertInto("limits")
    .values({ tenant_key: key, of: type, access, cause: "permission_missing" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return {
    ok: true,
    changed: `Items of the type ${type} can no longer be ${access === "read" ? "listed" : "written"}.`,
  };
}

async function removeGroup(db: TargetDb, key: string, name: string | null): Promise<TargetChangeResult> {
  const groups = await db.selectFrom("groups").selectAll().where("tenant_key", "=", key).orderBy("name").execute();
  const group = groups.find((row) => name === null || row.name === name);
  if (group === undefined) return { ok: false, detail: "The target has no such group." };
  await db.deleteFrom("groups").where("tenant_key", "=", key).where("id", "=", group.id).execute();
  return { ok: true, changed: `The group "${group.name}" was deleted.` };
}

interface Edit {
  readonly path: readonly string[];
  readonly value: JsonValue;
}

// What names or describes the policy, or is kept by the service, is not a setting.
const notSettings =
  /^(id|name|displayName|description|version|.*DateTime|.*@odata.*|@.*|settingCount|roleScopeTagIds)$/;

/** Changes the first setting that an operator would recognise as one: a switch or number, else a choice. */
function editFirstSetting(payload: JsonObject): Edit | null {
  return edit(payload, flipped) ?? edit(payload, reworded);
}

function edit(value: JsonValue, leaf: (value: JsonValue, key: string) => JsonValue | undefined, key = ""): Edit | null {
  if (typeof value !== "object" || value === null) {
    const changed = leaf(value, key);
    return changed === undefined ? null : { path: [], value: changed };
  }
  for (const [name, member] of Object.entries(value)) {
    if (notSettings.test(name)) continue;
    const found = edit(member, leaf, name);
    if (found === null) continue;
    const copy: JsonValue = isList(value)
      ? value.map((existing, index) => (String(index) === name ? found.value : existing))
      : { ...value, [name]: found.value };
    return { path: [name, ...found.path], value: copy };
  }
  return null;
}

function isList(value: JsonObject | readonly JsonValue[]): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function flipped(value: JsonValue): JsonValue | undefined {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : undefined;
}

function reworded(value: JsonValue, key: string): JsonValue | undefined {
  return typeof value === "string" && !/DefinitionId$/i.test(key) ? `${value}_changed` : undefined;
}
