import { type ColumnType, type Kysely, type Migration, sql } from "kysely";
import type { Assignment, Platform } from "../../src/restore/run/items.js";
import type { TargetLimit } from "../../src/restore/run/target.js";
import type { Conduct } from "./conduct.js";
import type { JsonObject } from "../../src/safety/index.js";

type NullableJson<T> = ColumnType<T | null, string | null, string | null>;

/** The tenants being restored, in a database of their own. */
export interface TargetSchema {
  tenants: {
    key: string;
    tenant_id: string;
    label: string;
    /** How it answers; null does as asked. */
    conduct: ColumnType<Conduct | null, Conduct | null | undefined>;
  };
  policies: {
    tenant_key: string;
    id: string;
    /** Order in which the tenant lists its policies. */
    position: number;
    type: string;
    platform: Platform | null;
    name: string;
    payload: NullableJson<JsonObject>;
    assignments: NullableJson<readonly Assignment[]>;
    scope_tag_ids: NullableJson<readonly string[]>;
    modified_at: string | null;
    version: number;
  };
  groups: { tenant_key: string; id: string; name: string };
  /** What this tenant does not let be listed or written, and why. */
  limits: { tenant_key: string; of: string; access: TargetLimit["access"]; cause: TargetLimit["cause"] };
}

/** The target's database, in or out of a transaction. */
export type TargetDb = Kysely<TargetSchema>;

/** Every migration of the target's database, in order. Those that were published are never edited. */
export const targetMigrations: Readonly<Record<string, Migration>> = {
  "0001_tenants": { up: tenants },
  "0002_limits": { up: limits },
  "0003_conduct": { up: conduct },
};

async function tenants(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table tenants (key text primary key, tenant_id text not null, label text not null)`,
    sql`create table policies (
      tenant_key text not null references tenants on delete cascade,
      id text not null,
      position integer not null,
      type text not null,
      platform text,
      name text not null,
      payload json,
      assignments json,
      scope_tag_ids json,
      modified_at text,
      version integer not null,
      primary key (tenant_key, id)
    )`,
    sql`create table groups (
      tenant_key text not null references tenants on delete cascade,
      id text not null,
      name text not null,
      primary key (tenant_key, id)
    )`,
  ];
  for (const statement of statements) await statement.execute(db);
}

async function limits(db: Kysely<unknown>): Promise<void> {
  await sql`create table limits (
    tenant_key text not null references tenants on delete cascade,
    of text not null,
    access text not null check (access in ('read', 'write')),
    cause text not null,
    primary key (tenant_key, of, access)
  )`.execute(db);
}

async function conduct(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tenants add column conduct text`.execute(db);
}
