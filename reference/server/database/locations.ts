import { join } from "node:path";
import type { DatabaseLocation } from "./connect.js";

/** Where the two databases of a server are. */
export interface Databases {
  readonly product: DatabaseLocation;
  /** The demonstration's tenants. */
  readonly target: DatabaseLocation;
}

/** Both embedded, in folders of the data folder. */
export function embeddedIn(dataDir: string): Databases {
  return { product: { folder: join(dataDir, "database") }, target: { folder: join(dataDir, "target") } };
}

/**
 * Both on one PostgreSQL server. The target has a schema and connections of its own there: no transaction reaches from one into
 * the other, as with a real tenant.
 */
export function onServer(url: string): Databases {
  return { product: { url, schema: "public" }, target: { url, schema: "checkrail_target" } };
}

/**
 * What an environment asks for: the server that DATABASE_URL names, else embedded databases. Only commands look: a test, or a
 * host that embeds the server, must never write into a database that happens to be named in somebody's shell.
 */
export function databasesFor(environment: NodeJS.ProcessEnv, dataDir: string): Databases {
  const url = environment["DATABASE_URL"];
  return url === undefined || url === "" ? embeddedIn(dataDir) : onServer(url);
}
