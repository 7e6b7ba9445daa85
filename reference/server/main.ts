import { rm, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { productHandlers } from "./handlers.js";
import type { Identify } from "./context.js";
import { inTurn } from "./database/in-turn.js";
import type { Databases } from "./database/locations.js";
import { createApp } from "./http/app.js";
import { serveApp } from "./http/app-files.js";
import { identifyForDemo } from "./http/identities.js";
import { isLoopback } from "./http/same-origin.js";
import { seedWhereEmpty } from "./imports/seed.js";
import { startWorkers } from "./jobs/workers.js";
import { handBack } from "./jobs/lease.js";
import { openJobs } from "./jobs/jobs.js";
import { type Log, logFailures } from "./log.js";
import type { RateLimit } from "./http/rate-limit.js";
import { openProduct, type Product } from "./product.js";
import { progressIn, watchProgress } from "./runs/progress.js";

/** How a server is started. */
export interface ServerOptions {
  /** Folder of the embedded databases and the lock; made where it is not there. */
  readonly dataDir: string;
  /** Where the databases are; embedded in the data folder unless told otherwise. */
  readonly databases?: Databases;
  /** Address to bind to; loopback unless told otherwise. */
  readonly host?: string;
  /** 0 lets the system choose. */
  readonly port?: number;
  /** Folder of the built app; without it only the API is served. */
  readonly appDir?: string;
  /** Tells who calls. Without it identities are for demonstration, which works on loopback only. */
  readonly identify?: Identify;
  /** Where it tells what happens; failures on standard error unless told otherwise. */
  readonly log?: Log;
  /** How much one caller may ask for. */
  readonly rateLimit?: RateLimit;
  /** False leaves jobs to worker processes and other servers. */
  readonly work?: boolean;
  /** For how long it waits, once it goes down, for what is being worked at; then that is handed back. */
  readonly stopWithinSeconds?: number;
  /** Opens `/metrics` to whoever carries it as a bearer token. On loopback they are open without. */
  readonly metricsToken?: string;
  /** False leaves an empty product empty; else sample data is imported into it. */
  readonly seed?: boolean;
}

/** A running server. */
export interface RunningServer {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  /** Stops taking requests, hands back or ends its jobs, and frees the data folder. */
  close(): Promise<void>;
}

/** Starts the reference server. Rejects with a sentence that says what to do where the folder, database or port is not free. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  if (options.identify === undefined && !isLoopback(host)) {
    throw new Error(
      `Identities are for demonstration, so the server binds to this machine only, not to ${host}. Give it an identify function to serve others.`,
    );
  }
  return serveProduct(await openProduct(options.dataDir, options.databases), options);
}

/** Serves a product that is already open, and closes it with the server. */
export async function serveProduct(product: Product, options: ServerOptions): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  const log = options.log ?? logFailures;
  const undo: (() => Promise<void>)[] = [() => product.close()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const jobs = await inTurn(product, async () => {
      const opened = await openJobs(product.pool, { log, stopWithinSeconds: options.stopWithinSeconds });
      undo.push(async () => {
        await opened.stop();
        await handBack(product);
      });
      if (options.seed !== false) await seedWhereEmpty(product);
      return opened;
    });
    const progress = watchProgress(progressIn(product.db));
    const context = {
      ...product,
      jobs,
      progress,
      log,
      identify: options.identify ?? identifyForDemo,
      demo: options.identify === undefined,
    };
    if (options.work !== false) {
      const endSearch = await startWorkers(context);
      undo.push(async () => endSearch());
    }
    const app = createApp(context, productHandlers, {
      boundToLoopback: isLoopback(host),
      rateLimit: options.rateLimit,
      metricsToken: options.metricsToken,
    });
    if (options.appDir !== undefined) serveApp(app, options.appDir);
    const { server, address, endUnused } = await listen(app.fetch, host, options.port ?? 0);
    undo.push(
      () =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          endUnused();
        }),
    );
    // A stream that is listened to would keep the server from closing.
    undo.push(async () => progress.stop());
    const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
    const url = `http://${name}:${address.port}`;
    const notice = join(options.dataDir, "server.json");
    await writeFile(notice, JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
    undo.push(() => rm(notice, { force: true }));
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Fetch = Parameters<typeof serve>[0]["fetch"];

// Longer than proxies and clients keep a connection that they do not use: a request must not go into one that is being closed.
const keepAliveTimeout = 65_000;

interface Listening {
  readonly server: ReturnType<typeof serve>;
  readonly address: AddressInfo;
  /** Ends every connection once nothing is answered over it, so that a server that stops waits for none that is kept. */
  readonly endUnused: () => void;
}

// Node's own list of idle connections lacks some whose stream has ended, and would keep the server for as long as they may be kept.
function watchConnections(server: ReturnType<typeof serve>): () => void {
  const answering = new Map<Socket, number>();
  let ending = false;
  const endIfUnused = (socket: Socket) => {
    if (ending && answering.get(socket) === 0) socket.destroy();
  };
  server.on("connection", (socket: Socket) => {
    answering.set(socket, 0);
    socket.once("close", () => answering.delete(socket));
  });
  server.on("request", ({ socket }: IncomingMessage, response: ServerResponse) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once("close", () => {
      if (!answering.has(socket)) return;
      answering.set(socket, (answering.get(socket) ?? 1) - 1);
      endIfUnused(socket);
    });
  });
  return () => {
    ending = true;
    for (const socket of answering.keys()) endIfUnused(socket);
  };
}

function listen(fetch: Fetch, hostname: string, port: number) {
  return new Promise<Listening>((resolve, reject) => {
    const serverOptions = { keepAliveTimeout };
    const server = serve({ fetch, hostname, port, serverOptions }, (address) => {
      server.off("error", refuse);
      resolve({ server, address, endUnused: watchConnections(server) });
    });
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} of ${hostname} is in use. Stop what uses it, or choose another port.`, {
              cause: error,
            })
          : error,
      );
    server.once("error", refuse);
  });
}
