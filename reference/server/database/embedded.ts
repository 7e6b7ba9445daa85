import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { PoolConfig } from "pg";

/** An embedded PostgreSQL that a stock driver reaches through a socket. */
export interface EmbeddedDatabase {
  readonly connection: PoolConfig;
  close(): Promise<void>;
}

const port = 5432;

/** Opens the database in a folder, creating it where it is not there. The caller holds the folder's lock: PGlite takes none. */
export async function openEmbedded(folder: string): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true });
  const database = await PGlite.create(folder);
  // A socket file has a short path and a private folder; a port would be open to every user of the machine.
  const sockets = process.platform === "win32" ? null : await mkdtemp(join(tmpdir(), "checkrail-"));
  const server = new PGLiteSocketServer(
    sockets === null
      ? { db: database, host: "127.0.0.1", port: 0 }
      : { db: database, path: join(sockets, `.s.PGSQL.${port}`) },
  );
  await server.start();
  return {
    connection: {
      ...(sockets === null ? tcp(server.getServerConn()) : { host: sockets, port }),
      user: "postgres",
      database: "postgres",
      // PGlite has one session: a second connection would only queue behind the first.
      max: 1,
    },
    close: async () => {
      await server.stop();
      await database.close();
      if (sockets !== null) await rm(sockets, { recursive: true, force: true });
    },
  };
}

function tcp(address: string): PoolConfig {
  const separator = address.lastIndexOf(":");
  return { host: address.slice(0, separator), port: Number(address.slice(separator + 1)) };
}
