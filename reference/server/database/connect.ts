import { Kysely, type Migration, Migrator, PostgresDialect, sql } from "kysely";
import { Pool, type PoolConfig } from "pg";
import { openEmbedded } from "./embedded.js";

/** Where a database is: in a folder of ours, or on a PostgreSQL server. */
export type DatabaseLocation =
  | { readonly folder: string }
  /** The schema holds everything, and is made where it is not there. */
  | { readonly url: string; readonly schema: string };

/** An open database with its migrations applied. */
export interface Connection<Schema> {
  readonly db: Kysely<Schema>;
  readonly pool: Pool;
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** A database that could not be opened; the message says which and what to do. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

/** Opens a database through the one driver that serves both, and brings its schema up to date. */
export async function connect<Schema>(
  location: DatabaseLocation,
  migrations: Readonly<Record<string, Migration>>,
): Promise<Connection<Schema>> {
  const embedded = "folder" in location ? await openEmbedded(location.folder) : null;
  const pool = new Pool(embedded?.connection ?? ("url" in location ? connectionTo(location) : {}));
  // A connection that breaks is replaced on the next use; without a listener it would end the process. The pool listens to
  // those that are idle, and nobody to one that is held, as by a transaction between two statements.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    await embedded?.close();
  };
  try {
    if ("schema" in location) await makeSchema(db, location.schema);
    await migrate(db, migrations, "schema" in location ? location.schema : undefined);
  } catch (error) {
    await close().catch(() => undefined);
    const where = "folder" in location ? `in ${location.folder}` : "named by its URL";
    throw new DatabaseUnavailable(`The database ${where} could not be prepared: ${messageOf(error)}`, { cause: error });
  }
  return { db, pool, embedded: embedded !== null, close };
}

const connectionsPerServer = 10;

function connectionTo({ url, schema }: { readonly url: string; readonly schema: string }): PoolConfig {
  return { connectionString: url, max: connectionsPerServer, options: `-c search_path=${schema}` };
}

/** Several servers may start at once, and of two that make a schema at one moment PostgreSQL refuses one. */
async function makeSchema<Schema>(db: Kysely<Schema>, schema: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${schema}, 0))`.execute(tx);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(tx);
  });
}

async function migrate<Schema>(
  db: Kysely<Schema>,
  migrations: Readonly<Record<string, Migration>>,
  schema: string | undefined,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    // Else the migrator takes the record of another schema for its own.
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === "Error");
  const why = messageOf(error);
  throw new Error(failed === undefined ? why : `migration ${failed.migrationName} failed: ${why}`, { cause: error });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "the reason is not known";
}
