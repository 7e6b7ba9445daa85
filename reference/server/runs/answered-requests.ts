import { sql } from "kysely";
import type { RunDocument } from "../../../src/restore/ports.js";
import { idempotencyKeyHours } from "../../api/headers.js";
import { json, type Tx } from "../database/schema.js";

/** One request under the key that its caller gave it. */
export interface KeyedRequest {
  readonly workspaceId: string;
  readonly operatorId: string;
  readonly key: string;
  /** Of everything that the request asks for. */
  readonly fingerprint: string;
}

/** What a key already stands for: the answer of this very request, or another request; null where it is new. */
export type EarlierRequest = { readonly answer: RunDocument } | "another_request" | null;

/** Looks a key up, and keeps every other request under it waiting until the transaction ends. */
export async function takeKey(tx: Tx, request: KeyedRequest, at: string): Promise<EarlierRequest> {
  const { workspaceId, operatorId, key } = request;
  await sql`select pg_advisory_xact_lock(hashtextextended(${json([workspaceId, operatorId, key])}, 0))`.execute(tx);
  const row = await tx
    .selectFrom("idempotency_keys")
    .select(["request_fingerprint", "answer"])
    .where("workspace_id", "=", workspaceId)
    .where("operator_id", "=", operatorId)
    .where("key", "=", key)
    .where("recorded_at", ">=", rememberedSince(at))
    .executeTakeFirst();
  if (row === undefined) return null;
  return row.request_fingerprint === request.fingerprint ? { answer: row.answer } : "another_request";
}

/** Keeps the answer in the transaction of what was done, and forgets what is too old. */
export async function keepAnswer(tx: Tx, request: KeyedRequest, at: string, answer: RunDocument): Promise<void> {
  await tx.deleteFrom("idempotency_keys").where("recorded_at", "<", rememberedSince(at)).execute();
  await tx
    .insertInto("idempotency_keys")
    .values({
      workspace_id: request.workspaceId,
      operator_id: request.operatorId,
      key: request.key,
      recorded_at: at,
      request_fingerprint: request.fingerprint,
      answer: json(answer),
    })
    .execute();
}

function rememberedSince(at: string): Date {
  return new Date(Date.parse(at) - idempotencyKeyHours * 3_600_000);
}
