import { basename } from "node:path";
import pg from "pg";
import { unfinished } from "../../../reference/server/jobs/lease.js";
import type { DatabaseLocation } from "../../../reference/server/database/connect.js";
import { type Databases, embeddedIn, onServer } from "../../../reference/server/database/locations.js";
import { databaseUrl } from "../../../scripts/postgres.js";

/** Names the folder of the socket of the PostgreSQL server that tests use instead of embedded databases. */
export const postgresHostVariable = "CHECKRAIL_TEST_POSTGRES";

/** The databases that belong to a data folder, on whichever kind of database this run of the tests is about. */
export function databasesOf(dataDir: string): Databases {
  const host = process.env[postgresHostVariable];
  return host === undefined ? embeddedIn(dataDir) : onServer(databaseUrl({ host }, basename(dataDir)));
}

/** Makes the database of a data folder, where this run of the tests is about a server. True where it did. */
export async function madeOnServer(dataDir: string): Promise<boolean> {
  const host = process.env[postgresHostVariable];
  if (host === undefined) return false;
  const client = new pg.Client({ host, user: "postgres", database: "postgres" });
  await client.connect();
  await client.query(`create database ${client.escapeIdentifier(basename(dataDir))}`);
  await client.end();
  return true;
}

/** On a server another process may still be at something, so its lease has to end first; embedded, the one process is gone. */
export async function endLeases(location: DatabaseLocation): Promise<void> {
  if (!("url" in location)) return;
  const client = new pg.Client(location.url);
  await client.connect();
  for (const table of Object.keys(unfinished)) {
    const ended = `update ${table} set lease_until = now() - interval '1 second' where lease_until is not null`;
    await client.query(ended);
  }
  await client.end();
}
