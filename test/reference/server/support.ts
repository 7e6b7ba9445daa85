import { rm } from "node:fs/promises";
import type { z } from "zod";
import type { TargetPort } from "../../../src/restore/ports.js";
import type { BackupItem, ImportedExport } from "../../../src/restore/run/items.js";
import { problemSchema } from "../../../reference/api/problem.js";
import { localOperator } from "../../../reference/server/http/identities.js";
import { storeBackup, type StoredTarget, storeTarget } from "../../../reference/server/imports/store-import.js";
import { type RunningServer, serveProduct } from "../../../reference/server/main.js";
import { openProduct, type Product } from "../../../reference/server/product.js";
import { databasesOf } from "./databases.js";
import { newDataFolder } from "./data-folder.js";
import { expectDescribed } from "./described.js";

/** A server on a folder of its own, with a backup set and a target made for one file of tests. */
export interface Site {
  readonly dataDir: string;
  readonly product: Product;
  readonly server: RunningServer;
  readonly backupSetId: string;
  readonly environmentId: string;
  readonly call: Caller;
  close(): Promise<void>;
}

/** What came back, with its body as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export type Caller = (method: "GET" | "POST", path: string, options?: CallOptions) => Promise<Reply>;

export interface CallOptions {
  readonly body?: unknown;
  readonly revision?: number;
  readonly as?: "operator" | "viewer" | "outsider";
  readonly headers?: Readonly<Record<string, string>>;
}

const capturedAt = "2026-03-01T08:00:00Z";

/** A settings catalog policy of an export. */
export function policy(id: string, setting: number, change: Partial<BackupItem> = {}): BackupItem {
  return {
    id: `item-${id}`,
    sourceId: id,
    path: `SettingsCatalog/${id}.json`,
    type: "settings_catalog",
    name: `Policy ${id}`,
    platform: "windows",
    modifiedAt: "2026-02-01T08:00:00Z",
    payload: {
      "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
      id,
      name: `Policy ${id}`,
      minutes: setting,
    },
    assignments: [],
    scopeTagIds: ["0"],
    capture: "full",
    problems: [],
    ...change,
  };
}

/** An export that holds these items. */
export function exported(items: readonly BackupItem[], change: Partial<ImportedExport> = {}): ImportedExport {
  return { tenantId: "11111111-aaaa", tenantName: "Contoso", capturedAt, items, groups: [], files: [], ...change };
}

/** A backup of three policies: one that differs in the target, one that is missing there, one that is the same. */
export const threePolicies = {
  backup: exported([policy("a", 5), policy("b", 7), policy("c", 9)]),
  target: exported([policy("a", 60), policy("c", 9)]),
};

/** Opens a site; everything it holds goes away with `close`. */
export async function openSite(
  content: { readonly backup: ImportedExport; readonly target: ImportedExport } = threePolicies,
  options: {
    readonly appDir?: string;
    readonly around?: (target: TargetPort) => TargetPort;
    readonly newId?: () => string;
    readonly now?: () => string;
    readonly leaseSeconds?: number;
    readonly stopWithinSeconds?: number;
  } = {},
): Promise<Site> {
  const dataDir = await newDataFolder();
  const product = await openProduct(dataDir, databasesOf(dataDir));
  const destination = { workspaceId: "demo", actor: localOperator };
  const backup = await storeBackup(product, { ...destination, name: "Baseline" }, content.backup);
  const target = await filledTarget(product, "Contoso Production", content.target);
  const { around = (port: TargetPort) => port, appDir, stopWithinSeconds } = options;
  const { leaseSeconds = product.leaseSeconds, newId = product.newId, now = product.now } = options;
  const served = { ...product, leaseSeconds, newId, now, target: (key: string) => around(product.target(key)) };
  const server = await serveProduct(served, {
    dataDir,
    seed: false,
    // A file of tests asks in seconds for what a person asks for in an hour.
    rateLimit: { burst: 1_000_000, perSecond: 1_000_000 },
    ...(appDir !== undefined && { appDir }),
    ...(stopWithinSeconds !== undefined && { stopWithinSeconds }),
  });
  return {
    dataDir,
    product,
    server,
    backupSetId: backup.id,
    environmentId: target.id,
    call: callerOf(server.url),
    close: async () => {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A new environment that holds an export. */
export async function filledTarget(
  product: Product,
  name: string,
  content: ImportedExport,
  replace = false,
): Promise<StoredTarget> {
  const destination = { workspaceId: "demo", actor: localOperator, name, environment: "prod", replace } as const;
  const stored = await storeTarget(product, destination, content);
  if (!stored.ok) throw new Error(stored.problem.detail);
  return stored.value;
}

/** The one setting of each policy that an environment's target holds now, by name. */
export async function minutesIn({ product }: Pick<Site, "product">, environmentId: string) {
  const row = await product.db
    .selectFrom("environments")
    .select("target_key")
    .where("id", "=", environmentId)
    .executeTakeFirstOrThrow();
  const answer = await product.target(row.target_key).listPolicies();
  if (!answer.ok) throw new Error(answer.problem.detail);
  return Object.fromEntries(answer.value.policies.map(({ name, payload }) => [name, payload?.["minutes"]]));
}

/** A promise and what settles it. */
export function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Calls a server as one of the demonstration's identities. Every answer must be one that the API's description has. */
export function callerOf(url: string): Caller {
  return async (method, path, { body, revision, as = "operator", headers = {} } = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        "x-checkrail-operator": as,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(revision !== undefined && { "if-match": `"${revision}"` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const reply = { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
    expectDescribed({ method, path, sent: body, ...reply });
    return reply;
  };
}

/** Reads a reply as one schema; a field that the schema does not declare fails too. */
export function read<Schema extends z.ZodType>(schema: Schema, reply: Reply): z.output<Schema> {
  const value = schema.parse(reply.body);
  const undeclared = JSON.stringify(value) !== JSON.stringify(reply.body);
  if (undeclared && JSON.stringify(sorted(value)) !== JSON.stringify(sorted(reply.body))) {
    throw new Error("The reply holds fields that its schema does not declare.");
  }
  return value;
}

/** The codes of every reason of a refusal. */
export function reasonCodes(reply: Reply): readonly string[] {
  return read(problemSchema, reply).reasons.map((reason) => reason.code);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
