import { Kysely, type Migration, Migrator, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { openEmbedded } from "./embedded.js";

/** Where a database is: in a folder of ours, or on a PostgreSQL server. */
export type DatabaseLocation = { readonly folder: string } | { readonly url: string };

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
  const pool = new Pool(embedded?.connection ?? { connectionString: "url" in location ? location.url : "", max: 10 });
  // An idle connection that breaks is replaced on the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    await embedded?.close();
  };
  try {
    await migrate(db, migrations);
  } catch (error) {
    await close().catch(() => undefined);
    const where = "folder" in location ? `in ${location.folder}` : "named by its URL";
    throw new DatabaseUnavailable(`The database ${where} could not be prepared: ${messageOf(error)}`, { cause: error });
  }
  return { db, pool, embedded: embedded !== null, close };
}

async function migrate<Schema>(db: Kysely<Schema>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find((result) => result.status === "Error");
  const why = messageOf(error);
  throw new Error(failed === undefined ? why : `migration ${failed.migrationName} failed: ${why}`, { cause: error });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "the reason is not known";
}
