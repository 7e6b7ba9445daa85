import { type ChildProcess, spawn, type SpawnOptions } from "node:child_process";
import { createServer } from "node:net";

const grouped = process.platform !== "win32";

/** A child that is ended together with everything it started. */
export interface Child {
  readonly process: ChildProcess;
  /** Resolves when the child has ended, however it did. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts a Node script in a group of its own, so that its children can be stopped with it. */
export function startNode(args: readonly string[], options: SpawnOptions = {}): Child {
  const child = spawn(process.execPath, args, { ...options, detached: grouped });
  const ended = new Promise<number | null>((done) => {
    child.once("exit", (code) => done(code));
    child.once("error", () => done(null));
  });
  return {
    process: child,
    ended,
    stop: async () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      if (grouped) process.kill(-child.pid, "SIGTERM");
      else child.kill();
      await ended;
    },
  };
}

/** The port asked for, which must be free, or else the first free one from `from` on. */
export async function choosePort(asked: string | undefined, from: number, variable: string): Promise<number> {
  if (asked !== undefined) {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`${variable} is "${asked}", which is not a port.`);
    if (!(await isFree(port)))
      throw new Error(`Port ${port} is taken. Stop what uses it, or set ${variable} to another port.`);
    return port;
  }
  for (let port = from; port < from + 100; port += 1) if (await isFree(port)) return port;
  throw new Error(`No port from ${from} to ${from + 99} is free. Set ${variable} to one that is.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once("error", () => done(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => done(true)));
  });
}
